import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '../../src/kit/refusal.ts'
import { signerFrom } from '../../src/statements/signer.ts'
import { firstDifference } from '../../src/verification/difference.ts'
import { checkFileSeal, sealBlockBytes, sealFile } from '../../src/verification/file-seal.ts'
import { flipFile, flipped, logicalDump, randomFrom } from './flips.ts'
import { richFile, richKey, verifyFile } from './rich-book.ts'

const seed = Number(process.env.FLIP_SEED ?? 20260331)
const positions = Number(process.env.FLIPS ?? 128)
const file = await richFile(512)
afterAll(() => file.remove())

/** What verification makes of a changed file: a finding, a refusal, or nothing. */
function outcome(path: string): string | undefined {
  try {
    const report = verifyFile(path)
    const [finding] = report.checks.flatMap(({ findings }) => findings)
    if (finding === undefined) return undefined
    const { code, sentence } = finding
    expect(sentence.length, code).toBeGreaterThan(10)
    return code
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test(`[V2] one flipped bit of a book is found, or lies where nothing is written (seed ${seed})`, () => {
  const bytes = readFileSync(file.path)
  const whole = logicalDump(file.path)
  const random = randomFrom(seed)
  const silent: number[] = []
  const codes = new Map<string, number>()
  for (let count = 0; count < positions; count++) {
    const place = Math.floor(random() * bytes.length)
    const bit = Math.floor(random() * 8)
    const copy = `${file.path}.flip`
    flipFile(file.path, copy, place, bit)
    const found = outcome(copy)
    if (found === undefined) {
      silent.push(place)
      const other = firstDifference(JSON.parse(logicalDump(copy)), JSON.parse(whole))
      expect(other, `byte ${place}, bit ${bit}`).toBe('nowhere.')
    } else codes.set(found, (codes.get(found) ?? 0) + 1)
  }
  const tally = [...codes].map(([code, count]) => `${code} ${count}`).join(', ')
  console.info(
    `seed ${seed}: ${positions} bits of ${bytes.length} bytes; ${silent.length} say nothing; ${tally}`,
  )
  expect(silent.length).toBeLessThan(positions)
})

test('[V2] a sealed file shows every flipped bit, and names the block; so does its seal', async () => {
  const signer = await signerFrom(await richKey())
  const { key } = signer
  const bytes = readFileSync(file.path)
  const of = { what: 'book relief', sealed_at: 0, sequence: 32, chain_head: '00' }
  const seal = await sealFile([bytes.subarray(0, 1000), bytes.subarray(1000)], of, signer)
  expect(await checkFileSeal([bytes], seal, key)).toMatchObject({ passed: true })
  const random = randomFrom(seed)
  for (let count = 0; count < positions; count++) {
    const place = Math.floor(random() * bytes.length)
    const changed = flipped(bytes, place, Math.floor(random() * 8))
    const { checks } = await checkFileSeal([changed], seal, key)
    const block = Math.floor(place / sealBlockBytes) * sealBlockBytes
    expect(checks[1]!.findings).toEqual([
      {
        code: 'file.block',
        sentence: `the bytes ${block} to ${Math.min(block + sealBlockBytes, bytes.length) - 1} are not those that were sealed.`,
      },
    ])
  }
  const text = Buffer.from(seal)
  for (let place = 0; place < text.length; place++) {
    const changed = flipped(text, place, Math.floor(random() * 8))
    const found = await checkFileSeal([bytes], new TextDecoder().decode(changed), key).then(
      ({ passed, checks }) => (passed ? undefined : checks[0]!.findings[0]!.code),
      (error: unknown) => (error instanceof Refusal ? error.code : undefined),
    )
    expect(found, `byte ${place} of the seal`).toMatch(/^file_seal\./)
  }
  const cut = await checkFileSeal([bytes.subarray(0, -4096)], seal, key)
  expect(cut.checks[1]!.findings[0]).toMatchObject({ code: 'file.length' })
})
