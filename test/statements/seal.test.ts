import { generateKeyPairSync, verify as verifySignature } from 'node:crypto'
import fc from 'fast-check'
import { CompactSign, compactVerify } from 'jose'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/kit/refusal.ts'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { checkSeal, type SealPayload, splitSeal } from '../../src/statements/pdf/seal.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { pagesOf, paperFaces } from './paper.ts'
import { sampleDocument } from './samples.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

function sign(payload: SealPayload): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload))
  return new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)
}

async function verify(jws: string): Promise<unknown> {
  try {
    const { payload } = await compactVerify(jws, publicKey)
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return null
  }
}

/** The same without a thread of its own for each signature; it reads base64url less strictly than jose does. */
async function verifyAtOnce(jws: string): Promise<unknown> {
  const [header, payload = '', signature = ''] = jws.split('.')
  const signed = Buffer.from(`${header}.${payload}`)
  const good = verifySignature(null, signed, publicKey, Buffer.from(signature, 'base64url'))
  return good ? JSON.parse(Buffer.from(payload, 'base64url').toString()) : null
}

const options = { language: 'zh-Hans', faces: paperFaces(), sign } as const
const document = sampleDocument({ lines: 20, language: 'zh-Hans' })
const sealed = (await renderStatementPdf(document, options)).bytes
const { body } = splitSeal(sealed)

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7))
  return copy
}

function placeOf(text: string, from = 0): number {
  return Buffer.from(sealed).indexOf(text, from, 'latin1')
}

describe('[S9] the seal over the whole file', () => {
  test('is good on the file as it was made, and says its number', async () => {
    const check = await checkSeal(sealed, verify)
    expect(check).toMatchObject({ intact: true, fault: null, damaged: [] })
    expect(check.payload?.number).toBe('CARE-2025-0003')
  })

  test('leaves a file that readers open, that ends as a PDF must, with no line above 255 bytes', async () => {
    expect(await pagesOf(sealed)).toHaveLength(1)
    const end = Buffer.from(sealed.subarray(body.length)).toString('latin1')
    const table = placeOf('\nxref\n') + 1
    expect(end.endsWith(`\nstartxref\n${table}\n%%EOF\n`)).toBe(true)
    expect(Math.max(...end.split('\n').map((line) => line.length))).toBeLessThan(255)
  })

  test('every bit of the seal counts', async () => {
    const first = body.length * 8
    const unseen: number[] = []
    for (let bit = first; bit < sealed.length * 8; bit++) {
      if ((await checkSeal(flipped(sealed, bit), verifyAtOnce)).intact) unseen.push(bit - first)
    }
    expect(unseen).toEqual([])
    expect(await checkSeal(sealed, verifyAtOnce)).toMatchObject({ intact: true })
  })

  test('any bit of the file counts, and the part that holds it is named', async () => {
    const payload = (await checkSeal(sealed, verify)).payload as SealPayload
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: body.length * 8 - 1 }), async (bit) => {
        const check = await checkSeal(flipped(sealed, bit), verify)
        expect(check.intact).toBe(false)
        const part = payload.parts.find(([end]) => end > bit >> 3)
        if (check.fault !== 'seal_damaged') {
          expect(check.damaged.map(({ what }) => what)).toEqual([part?.[2]])
        }
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    {
      what: 'an amount in the data',
      at: '"amount_minor":107500',
      fault: 'data_changed',
      named: 'the attached data',
    },
    { what: 'a glyph on the page', at: '] TJ', fault: 'drawing_changed', named: 'page 1 ' },
    {
      what: 'a tag',
      at: '/S /TD',
      fault: 'drawing_changed',
      named: 'the structure for screen readers',
    },
    {
      what: 'the table of objects',
      at: '\nxref\n',
      fault: 'drawing_changed',
      named: 'the table of objects',
    },
  ])('a change of $what is named', async ({ at, fault, named }) => {
    const check = await checkSeal(flipped(sealed, (placeOf(at) + 3) * 8), verify)
    expect(check.fault).toBe(fault)
    expect(check.sentence).toContain(named)
  })

  const remove = (from: number, count: number) =>
    new Uint8Array([...sealed.subarray(0, from), ...sealed.subarray(from + count)])
  const forge = async () => {
    const other = generateKeyPairSync('ed25519').privateKey
    const signOther = (payload: SealPayload) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(other)
    return (await renderStatementPdf(document, { ...options, sign: signOther })).bytes
  }

  test.each([
    {
      what: 'cut off in the seal',
      bytes: () => sealed.subarray(0, sealed.length - 40),
      fault: 'seal_damaged',
    },
    { what: 'cut off before the seal', bytes: () => body.subarray(0, 5000), fault: 'unsealed' },
    { what: 'without its seal', bytes: () => body, fault: 'unsealed' },
    { what: 'with bytes taken out', bytes: () => remove(2000, 7), fault: 'shorter' },
    {
      what: 'with bytes put in',
      bytes: () => new Uint8Array([...sealed.subarray(0, 900), 32, ...sealed.subarray(900)]),
      fault: 'longer',
    },
    {
      what: 'with a new revision behind the seal',
      bytes: () =>
        new Uint8Array([...sealed, ...new TextEncoder().encode('1 0 obj\n<<>>\nendobj\n')]),
      fault: 'longer',
    },
    {
      what: 'with the mark of the seal spoilt',
      bytes: () => flipped(sealed, (body.length + 3) * 8),
      fault: 'seal_damaged',
    },
    { what: 'sealed by another key', bytes: forge, fault: 'signature' },
    { what: 'empty', bytes: () => new Uint8Array(), fault: 'unsealed' },
  ])('a file $what is told apart', async ({ bytes, fault }) => {
    expect((await checkSeal(await bytes(), verify)).fault).toBe(fault)
  })
})

describe('[S7] reading the data back', () => {
  test('a file cut anywhere is refused', () => {
    for (let length = 0; length < sealed.length; length += 4999) {
      expect(() => readAttachment(sealed.subarray(0, length), 'statement.json')).toThrow(Refusal)
    }
  })

  test('another name, and a file of another kind, are refused', () => {
    expect(() => readAttachment(sealed, 'other.json')).toThrow(/other\.json/)
    const foreign = new TextEncoder().encode('%PDF-1.7\nhello\nstartxref\n5\n%%EOF\n')
    expect(() => readAttachment(foreign, 'statement.json')).toThrow(Refusal)
  })

  test('damage gives data or a refusal, and nothing else', () => {
    const index = placeOf('\nxref\n')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.boolean(),
        (changes, late) => {
          const copy = Uint8Array.from(sealed)
          const from = late ? index - 3000 : 0
          for (const [at, byte] of changes) copy[from + (at % (copy.length - from))] = byte
          try {
            readAttachment(copy, 'statement.json')
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 1500 },
    )
  })
})
