import { afterAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/kit/canonical.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import { documentOf } from '../../src/statements/document.ts'
import { renderStatementPdf, STATEMENT_ATTACHMENT } from '../../src/statements/pdf/statement-pdf.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import type { StatementDocument } from '../../src/statements/statement.ts'
import { type Report, reportText } from '../../src/verification/report.ts'
import {
  verifiedAttachment,
  verifyStatementJson,
  verifyStatementPdf,
} from '../../src/verification/statement.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'
import { paperFaces } from '../statements/paper.ts'
import { flipped, randomFrom } from './flips.ts'
import { fillRichBook, richKey } from './rich-book.ts'

const seed = Number(process.env.FLIP_SEED ?? 20260331)
const positions = Number(process.env.FLIPS ?? 2_000)

const t = bookForTests({ inMemory: true })
await fillRichBook(t)
afterAll(() => t.close())
const signer = await signerFrom(await richKey())
const { key } = signer
const stranger = await signerFrom(await newSigningKey((bytes) => new Uint8Array(bytes).fill(2)))
const of = (number: string, edition: 'masked' | 'named' = 'masked') =>
  documentOf(t.book.store, signer, number, edition)
const masked = await of('CARE-2026-0003')
const named = await of('CARE-2026-0003', 'named')
const other = await of('CARE-2026-0002')
const options = { language: 'en', faces: paperFaces(), sign: signer.sign } as const
const pdf = (await renderStatementPdf(masked, options)).bytes

function codesOf(report: Report): string[] {
  return [...new Set(report.checks.flatMap(({ findings }) => findings.map(({ code }) => code)))]
}

test('[V4] an issued statement verifies as data and as a PDF, and the report says what was checked', async () => {
  expect(reportText(await verifyStatementJson(canonicalJson(named), key))).toMatchInlineSnapshot(`
    "PASS  form       the data has the form of a statement, in its one canonical spelling
    PASS  totals     opening balance, 3 contributions, 4 payments, commitments and closing balance add up
    PASS  lines      10 lines in order; No. 3 to 14 without a gap, 2 of them in other periods
    PASS  names      4 full names of 4 parties are those recorded, and masked as shown
    PASS  signature  CARE-2026-0003 is signed with the key UDDReOZl1ipXAfp9wYsm13sDBMK5og--QWdBjzuf6o4
    PASS  rows       the book holds this number with this digest, in the rows of its event
    PASS  event      event 34 issued it, right after event 33, the last that it counts
    PASS  tree       the event is leaf 34 of the signed tree of 34
    PASS  statement CARE-2026-0003: nothing is wrong with it
    "
  `)
  const printed = reportText(await verifyStatementPdf(pdf, key))
  expect(printed.replace(/[\d,]+ bytes/, 'N bytes')).toMatchInlineSnapshot(`
    "PASS  file       every one of its N bytes is as it was sealed
    PASS  form       the data it carries has the form of a statement, in canonical spelling
    PASS  totals     opening balance, 3 contributions, 4 payments, commitments and closing balance add up
    PASS  lines      10 lines in order; No. 3 to 14 without a gap, 2 of them in other periods
    PASS  names      4 parties under masked names, each the same throughout
    PASS  signature  CARE-2026-0003 is signed with the key UDDReOZl1ipXAfp9wYsm13sDBMK5og--QWdBjzuf6o4
    PASS  rows       the book holds this number with this digest, in the rows of its event
    PASS  event      event 34 issued it, right after event 33, the last that it counts
    PASS  tree       the event is leaf 34 of the signed tree of 34
    PASS  statement CARE-2026-0003: nothing is wrong with it
    "
  `)
  expect(verifiedAttachment).toBe(STATEMENT_ATTACHMENT)
})

/** A document as a forger changes it. */
type Draft = { -readonly [K in keyof StatementDocument]: Loose<StatementDocument[K]> }
type Loose<T> = T extends object ? { -readonly [K in keyof T]: Loose<T[K]> } : T

function changed(document: StatementDocument, change: (draft: Draft) => void): StatementDocument {
  const draft = structuredClone(document) as unknown as Draft
  change(draft)
  return draft as unknown as StatementDocument
}

// Not the newest number, and of a payee who stands on other lines too.
const paid = masked.statement.lines.findIndex(
  ({ kind, party }) => kind === 'payout.paid' && party?.ref === 'P-000004',
)

const forgeries: readonly (readonly [string, (draft: Draft) => void, readonly string[]])[] = [
  [
    'an amount',
    ({ statement }) => {
      statement.lines[paid]!.amount_minor += 100
    },
    ['totals.sum', 'signature.digest', 'rows.digest'],
  ],
  [
    'an amount, with every total made to fit',
    ({ statement }) => {
      statement.lines[paid]!.amount_minor += 100
      statement.payments_minor += 100
      statement.closing_minor -= 100
      statement.available_minor -= 100
    },
    ['signature.digest', 'rows.digest'],
  ],
  [
    'a payee',
    ({ statement }) => {
      statement.lines[paid]!.party!.shown = 'J. D.'
    },
    ['names.party', 'signature.digest', 'rows.digest'],
  ],
  [
    'a dropped line',
    ({ statement }) => {
      statement.lines.splice(paid, 1)
    },
    ['totals.sum', 'lines.serials', 'signature.digest', 'rows.digest'],
  ],
  [
    'a line dropped and said to be elsewhere',
    ({ statement }) => {
      const [line] = statement.lines.splice(paid, 1)
      statement.elsewhere.push({ serial: line!.serial, day: '2026-02-01' })
    },
    ['totals.sum', 'signature.digest', 'rows.digest'],
  ],
  [
    'an added line',
    ({ statement }) => {
      statement.lines.splice(paid, 0, { ...statement.lines[paid]! })
    },
    ['totals.sum', 'signature.digest', 'rows.digest'],
  ],
  [
    'lines in another order',
    ({ statement }) => {
      statement.lines.reverse()
    },
    ['lines.order', 'signature.digest', 'rows.digest'],
  ],
  [
    'a total',
    ({ statement }) => {
      statement.closing_minor += 1
    },
    ['totals.sum', 'signature.digest', 'rows.digest'],
  ],
  [
    'a total of a source',
    ({ statement }) => {
      statement.receipts[0]!.amount_minor += 1
    },
    ['totals.sum', 'signature.digest', 'rows.digest'],
  ],
  [
    'a count',
    ({ statement }) => {
      statement.receipts[0]!.count += 1
    },
    ['totals.count', 'signature.digest', 'rows.digest'],
  ],
  [
    'a line’s day',
    ({ statement }) => {
      statement.lines[0]!.day = '2026-02-27'
    },
    ['lines.period', 'signature.digest', 'rows.digest'],
  ],
  [
    'the fund’s purpose',
    ({ statement }) => {
      statement.fund.purpose = 'Holidays'
    },
    ['signature.digest', 'rows.digest'],
  ],
  [
    'the period',
    ({ statement }) => {
      statement.period.to = '2026-04-30'
    },
    ['signature.digest', 'rows.last day', 'rows.digest'],
  ],
  [
    'the number',
    ({ statement }) => {
      statement.issue!.number = 'CARE-2026-0009'
    },
    ['signature.number', 'signature.digest', 'rows.number', 'rows.digest', 'event.subject'],
  ],
  [
    'the proof of another statement',
    (draft) => {
      draft.proof = structuredClone(other.proof) as Draft['proof']
    },
    [
      'signature.number',
      'signature.digest',
      'rows.number',
      'rows.known sequence',
      'rows.digest',
      'event.subject',
      'event.sequence',
      'event.previous',
    ],
  ],
  [
    'the statement of another number, with this signature',
    (draft) => {
      draft.proof!.signature = other.proof!.signature
    },
    ['signature.number', 'signature.digest'],
  ],
  [
    'a row',
    ({ proof }) => {
      proof!.rows = proof!.rows.replace('"en"', '"zh-Hans"')
    },
    ['rows.digest'],
  ],
  [
    'the event',
    ({ proof }) => {
      proof!.event = proof!.event.replace('test:owner', 'test:other')
    },
    ['checkpoint.chain head', 'tree.inclusion'],
  ],
  [
    'the hash before',
    ({ proof }) => {
      proof!.previous_hash = '0'.repeat(64)
    },
    ['event.previous', 'checkpoint.chain head', 'tree.inclusion'],
  ],
  [
    'the way to the root',
    ({ proof }) => {
      proof!.inclusion.pop()
    },
    ['tree.inclusion'],
  ],
  [
    'the place in the tree',
    ({ proof }) => {
      proof!.leaf_index -= 1
    },
    ['event.leaf', 'tree.inclusion'],
  ],
  [
    'the size of the tree',
    ({ proof }) => {
      proof!.tree_size += 1
    },
    ['checkpoint.tree size', 'tree.inclusion'],
  ],
  [
    'the checkpoint of another statement',
    ({ proof }) => {
      proof!.checkpoint = other.proof!.checkpoint
    },
    ['checkpoint.tree size', 'checkpoint.chain head', 'tree.inclusion'],
  ],
  [
    'the key beside the signatures',
    ({ proof }) => {
      proof!.key = { ...stranger.key }
    },
    ['key.not_trusted'],
  ],
  [
    'no proof',
    (draft) => {
      draft.proof = null
    },
    ['statement.not_issued'],
  ],
]

describe('[V4] a change of a statement is found, and named', () => {
  test.each(forgeries)('%s', async (_, change, codes) => {
    const report = await verifyStatementJson(canonicalJson(changed(masked, change)), key)
    expect(report.passed).toBe(false)
    expect(codesOf(report).sort()).toEqual([...new Set(codes)].sort())
  })

  test('signed anew with another key, its digest recomputed throughout', async () => {
    const forged = changed(masked, ({ statement }) => {
      statement.fund.name = 'Another fund'
    })
    const statement_sha256 = sha256Hex(canonicalJson(forged.statement))
    const proof = {
      ...forged.proof!,
      signature: await stranger.sign({ number: 'CARE-2026-0003', statement_sha256 }),
      key: stranger.key,
    }
    const report = await verifyStatementJson(canonicalJson({ ...forged, proof }), key)
    expect(codesOf(report)).toEqual(['key.not_trusted', 'signature.invalid', 'rows.digest'])
    const trusting = await verifyStatementJson(canonicalJson({ ...forged, proof }), stranger.key)
    expect(codesOf(trusting)).toEqual(['rows.digest', 'checkpoint.signature'])
  })

  test.each([
    ['another name', { name: 'Maria Lopes' }, 'names.digest'],
    ['another salt', { salt: '0'.repeat(32) }, 'names.digest'],
  ])('%s in the named edition', async (_, change, code) => {
    const forged = changed(named, ({ names }) => Object.assign(names!['P-000004']!, change))
    expect(codesOf(await verifyStatementJson(canonicalJson(forged), key))).toEqual([code])
  })

  test.each([
    ['names left out', { ...named, names: null }, ['names.edition']],
    ['names beside a masked edition', { ...named, edition: 'masked' }, ['names.edition']],
    [
      'a name that stands on no line',
      { ...named, names: { ...named.names, 'P-000099': named.names!['P-000004'] } },
      ['names.unused'],
    ],
  ])('%s', async (_, document, codes) => {
    expect(codesOf(await verifyStatementJson(canonicalJson(document), key))).toEqual(codes)
  })

  test.each([
    ['nothing', '', 'form.json'],
    ['half of it', canonicalJson(masked).slice(0, 900), 'form.json'],
    ['other white space', JSON.stringify(masked, null, 1), 'form.canonical'],
    ['an added field', canonicalJson({ ...masked, note: 'ok' }), 'form.field'],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe]), 'form.text'],
    ['a list', '[]', 'form.field'],
  ])('%s', async (_, given, code) => {
    const report = await verifyStatementJson(given, key)
    expect(codesOf(report)).toEqual([code])
    expect(report.passed).toBe(false)
  })
})

describe('[V5] a change of a statement’s PDF is found, and named', () => {
  test(`one flipped bit at any byte (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    const tally = new Map<string, number>()
    for (let count = 0; count < positions; count++) {
      const place = Math.floor(random() * pdf.length)
      const report = await verifyStatementPdf(flipped(pdf, place, Math.floor(random() * 8)), key)
      const [finding] = report.checks[0]!.findings
      expect(finding?.code, `byte ${place}`).toMatch(/^file\./)
      expect(finding?.sentence.length, `byte ${place}`).toBeGreaterThan(20)
      tally.set(finding!.code, (tally.get(finding!.code) ?? 0) + 1)
    }
    console.info(`seed ${seed}: ${positions} bits of ${pdf.length} bytes`, [...tally])
    expect(tally.get('file.drawing_changed')).toBeGreaterThan(0)
  })

  test.each([
    ['truncated', pdf.subarray(0, pdf.length >> 1), 'file.unsealed'],
    ['without its seal’s end', pdf.subarray(0, pdf.length - 10), 'file.seal_damaged'],
    ['with more behind it', Uint8Array.from([...pdf, 10]), 'file.longer'],
    ['empty', new Uint8Array(0), 'file.unsealed'],
  ])('%s', async (_, bytes, code) => {
    const report = await verifyStatementPdf(bytes, key)
    expect(codesOf(report)).toContain(code)
    expect(report.passed).toBe(false)
  })

  test('sealed with another key', async () => {
    const forged = (await renderStatementPdf(masked, { ...options, sign: stranger.sign })).bytes
    expect(codesOf(await verifyStatementPdf(forged, key))).toEqual(['file.signature'])
  })

  test('the data of one statement under the seal of another', async () => {
    const issue = { ...masked.statement.issue!, number: 'CARE-2026-0009' }
    const forged = { ...masked, statement: { ...masked.statement, issue } }
    const { bytes } = await renderStatementPdf(forged, options)
    expect(codesOf(await verifyStatementPdf(bytes, key))).toContain('signature.number')
  })
})
