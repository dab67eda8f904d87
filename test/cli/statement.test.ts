/** Statements through the real command line: issued, written again, verified, and found out when touched. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLine, headIn, makeBook, serving } from './care-ledger.ts'

const line = commandLine()
const book = ['--book', 'relief']
const march = ['--fund', 'care', '--from', '2026-03-01', '--to', '2026-03-31']
const at = (name: string) => join(line.folder, name)

interface Written {
  readonly statement: string | null
  readonly file: string
  readonly sha256: string
  readonly payments: string
}

interface Verified {
  readonly passed: boolean
  readonly reports: readonly {
    readonly checks: readonly { name: string; state: string; findings: { sentence: string }[] }[]
  }[]
}

let first: Written

beforeAll(async () => {
  await makeBook(line, './books/relief.db', 'care')
  const acts = [
    ['contributions.receive', 'source=member', 'amount=900.00', 'received_on=2026-03-02'],
    ['payouts.pay', 'category=care_grants', 'amount=125.50', 'paid_on=2026-03-05'],
  ]
  for (const [name, ...fields] of acts) {
    const who = name === 'payouts.pay' ? 'payee' : 'party'
    const person = `${who}:={"kind":"person","name":"Lindqvist =cmd() <b>"}`
    await line.json(['do', name!, ...book, 'fund=care', ...fields, person])
  }
  first = await line.json<Written>(['statement', ...book, ...march])
  await line.json(['export', ...book, '--to', 'out'])
})

/** The names of the checks that failed in verifying a file. */
async function failing(file: string, key = 'out/public-keys.json'): Promise<string[]> {
  const { code, out } = await line.run(['verify', file, '--key', key, '--json'])
  const { passed, reports } = JSON.parse(out) as Verified
  expect(code).toBe(passed ? 0 : 1)
  return reports.flatMap(({ checks }) =>
    checks.filter(({ state }) => state === 'failed').map(({ name }) => name),
  )
}

describe('statement', () => {
  test('issues, numbers and writes the PDF', () => {
    expect(first).toMatchObject({
      ...{ statement: 'CARE-2026-0001', file: 'CARE-2026-0001-en.pdf', currency: 'USD' },
      ...{ receipts: '900.00', payments: '125.50', closing: '774.50', missing_characters: [] },
    })
    expect(readFileSync(at(first.file), 'latin1').slice(0, 5)).toBe('%PDF-')
  })

  test('writes it again identical to the byte, here and over HTTP', async () => {
    const again = ['statement', ...book, '--number', 'CARE-2026-0001', '--out', 'again.pdf']
    expect((await line.json<Written>(again)).sha256).toBe(first.sha256)
    expect((await line.json<Written>(again)).sha256).toBe(first.sha256)
    const server = await serving(line, 'books')
    const { secret } = await line.json<{ secret: string }>([
      ...['token', ...book, '--role', 'auditor', '--label', 'x'],
    ])
    const answer = await fetch(`${server.base}/b/relief/api/v1/statements/CARE-2026-0001.pdf`, {
      headers: { authorization: `Bearer ${secret}` },
    })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.equals(readFileSync(at(first.file)))).toBe(true)
    await server.stop()
  })

  test.each([
    ['html', 'zh-Hans', [], /拨付合计.*<\/html>$/s],
    ['csv', 'zh-Hant', ['--edition', 'named'], /Lindqvist =cmd\(\) <b>/],
    ['json', 'en', [], /^\{"edition":"masked"/],
  ])('as %s in %s', async (format, language, more, content) => {
    const again = [
      '--number',
      'CARE-2026-0001',
      '--format',
      format,
      '--language',
      language,
      ...more,
    ]
    const { file } = await line.json<Written>(['statement', ...book, ...again])
    const edition = more.length > 0 ? '-named' : ''
    expect(file).toBe(`CARE-2026-0001-${language}${edition}.${format}`)
    const text = readFileSync(at(file), 'utf8')
    expect(text).toMatch(content)
  })

  test('a preview is not numbered, records nothing, and proves nothing', async () => {
    const before = headIn(line, 'books/relief.db')
    const preview = await line.json<Written>(['statement', ...book, ...march, '--preview'])
    expect(preview).toMatchObject({
      statement: null,
      file: expect.stringMatching(/^preview-care-/),
    })
    expect(headIn(line, 'books/relief.db')).toEqual(before)
    expect(await failing(preview.file)).toContain('signature')
  })

  test('a later issue says what changed since', async () => {
    const { out } = await line.run(['statement', ...book, ...march, '--out', 'later.pdf'])
    expect(out).toMatch(/Issued CARE-2026-0002/)
    expect(out).toMatch(/Since CARE-2026-0001: 0 lines more, 0 reversed/)
  })

  test.each([
    ['an unknown fund', ['--fund', 'nowhere', ...march.slice(2)], 1, /no fund "nowhere"/],
    [
      'a bad day',
      [...march.slice(0, 3), '2025-02-29', ...march.slice(4)],
      1,
      /2025-02-29.*not a day/,
    ],
    [
      'a period that ends before it begins',
      [...march, '--to', '2026-02-01'],
      1,
      /ends before it begins/,
    ],
    [
      'a period that is not over',
      [...march, '--to', '2190-01-01'],
      1,
      /after today, .*\[statement\.not_over\]/,
    ],
    ['an unknown number', ['--number', 'CARE-1999-0001'], 1, /no statement CARE-1999-0001/],
    ['a number beside a period', [...march, '--number', 'CARE-2026-0001'], 2, /or --number/],
    [
      'a file that is there',
      [...march, '--out', 'out/accounts.csv'],
      1,
      /There is a file .*accounts\.csv .*\[file\.exists\]/,
    ],
    [
      'a folder that is not',
      [...march, '--preview', '--out', 'no/where.pdf'],
      1,
      /no such file or folder/,
    ],
  ])('%s is refused', async (_, more, exit, said) => {
    const before = headIn(line, 'books/relief.db')
    const { code, out, err } = await line.run(['statement', ...book, ...more])
    expect([code, out]).toEqual([exit, ''])
    expect(err).toMatch(said)
    expect(headIn(line, 'books/relief.db')).toEqual(before)
  })

  test('without the signing key nothing is issued', async () => {
    await makeBook(line, './keyless/relief.db', 'care')
    writeFileSync(at('keyless/relief.key.json'), '{"d":"secret"}')
    const before = headIn(line, 'keyless/relief.db')
    const issue = ['statement', '--book', './keyless/relief.db', ...march]
    const { code, err } = await line.run(issue)
    expect([code, err]).toEqual([expect.any(Number), expect.stringMatching(/^Refused\. .*key/)])
    expect(code).not.toBe(0)
    expect(err).not.toContain('secret')
    expect(headIn(line, 'keyless/relief.db')).toEqual(before)
  })
})

describe('verify', () => {
  test('a statement, with the key from a file, as text, as x, or from the book', async () => {
    const keys = readFileSync(at('out/public-keys.json'), 'utf8')
    const [jwk] = JSON.parse(keys).keys
    for (const key of ['out/public-keys.json', JSON.stringify(jwk), jwk.x]) {
      expect(await failing(first.file, key)).toEqual([])
    }
    const { code, out } = await line.run(['verify', first.file, ...book])
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/PASS {2}statement CARE-2026-0001: nothing/),
    ])
  })

  test('the JSON of a statement, told by its content', async () => {
    await line.json([
      'statement',
      ...book,
      '--number',
      'CARE-2026-0001',
      '--format',
      'json',
      '--out',
      'data',
    ])
    expect(await failing('data')).toEqual([])
  })

  test('one flipped bit is found wherever it is', async () => {
    const whole = readFileSync(at(first.file))
    for (const place of [0, 9, 0.3, 0.6, 0.99, -3]) {
      const touched = Buffer.from(whole)
      const byte =
        place < 0 ? whole.length + place : place < 1 ? Math.floor(place * whole.length) : place
      touched[byte]! ^= 4
      writeFileSync(at('touched.pdf'), touched)
      expect(await failing('touched.pdf'), `byte ${byte}`).toContain('file')
    }
  })

  test.each([
    ['a truncated statement', (pdf: Buffer) => pdf.subarray(0, pdf.length - 1000)],
    [
      'a statement with something after it',
      (pdf: Buffer) => Buffer.concat([pdf, Buffer.from('x')]),
    ],
    ['a PDF of another program', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')],
  ])('%s', async (_, change) => {
    writeFileSync(at('changed.pdf'), change(readFileSync(at(first.file))))
    expect(await failing('changed.pdf')).toContain('file')
  })

  test('a key that did not sign it', async () => {
    const other = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
    expect(await failing(first.file, JSON.stringify(other))).toContain('signature')
  })

  test.each([
    ['no key', [], 2, /give it with --key/],
    ['a key file that is none', ['--key', 'out/accounts.csv'], 2, /holds no public key/],
    ['a missing key file', ['--key', 'missing.json'], 1, /missing\.json: there is no such file/],
    ['a key of another kind', ['--key', '{"kty":"RSA"}'], 1, /no Ed25519 public JWK/],
  ])('%s', async (_, more, exit, said) => {
    const { code, err } = await line.run(['verify', first.file, ...more])
    expect([code, err]).toEqual([exit, expect.stringMatching(said)])
  })

  test('a file that is neither book nor statement, an empty one, a folder, none', async () => {
    writeFileSync(at('nothing'), '')
    for (const [file, said] of [
      ['out/accounts.csv', /neither a book nor a statement .*\[verify\.kind_unknown\]/],
      ['nothing', /is empty/],
      ['out', /it is a folder/],
      ['absent.pdf', /no such file/],
    ] as const) {
      const { code, err } = await line.run(['verify', file])
      expect([code, err], file).toEqual([1, expect.stringMatching(said)])
    }
  })

  test('a book in which one figure was changed is found out, and the row is named', async () => {
    const whole = readFileSync(at('books/relief.db'))
    const place = whole.indexOf('2026-03-05')
    expect(place).toBeGreaterThan(0)
    whole[place + 9]! ^= 1
    writeFileSync(at('touched.db'), whole)
    const { code, out } = await line.run(['verify', './touched.db'])
    expect([code, out]).toEqual([1, expect.stringMatching(/^FAIL {2}.*\n {6}\w+ .*\[[\w.]+\]$/m)])
  })
})
