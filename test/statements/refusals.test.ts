/** Every refusal about statements and their papers, provoked: its code and its sentence. */
import { afterAll, describe, expect, test } from 'vitest'
import { importJournal } from '../../src/exchange/imports.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { issue } from '../../src/statements/commands.ts'
import { openPdf, PDF_BYTES_LIMIT, readAttachment } from '../../src/statements/pdf/read.ts'
import { splitSeal } from '../../src/statements/pdf/seal.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import { checkFileSeal, sealFile } from '../../src/verification/file-seal.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

/** The least PDF of ours, with objects as given; the first is its root. */
function pdfOf(...objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n'
  const entries = objects.map((object, place) => {
    const entry = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${place + 1} 0 obj\n${object}\nendobj\n`
    return entry
  })
  const table = text.length
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  return latin(`${text}${head}trailer\n<< /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
}

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const attached =
  '<< /Names << /EmbeddedFiles << /Names [ (a.json) << /EF << /F 2 0 R >> >> ] >> >> >>'
const whole = 'This file is not a whole statement PDF of Care Ledger'
const key = await newSigningKey((bytes) => new Uint8Array(bytes).fill(7))
const signer = await signerFrom(key)
const seal = await sealFile(
  [new Uint8Array(9)],
  { what: 'book relief', sealed_at: 0, sequence: 1, chain_head: '00' },
  signer,
)

describe('papers and seals', () => {
  const cases: readonly (readonly [string, string, () => unknown])[] = [
    [
      'statement_pdf.unreadable',
      `${whole}: it does not begin as a PDF.`,
      () => openPdf(latin('%P')),
    ],
    [
      'statement_pdf.unreadable',
      `${whole}: its end is missing.`,
      () => openPdf(latin('%PDF-1.7\n')),
    ],
    [
      'statement_pdf.unreadable',
      `${whole}: it has ${PDF_BYTES_LIMIT + 1} bytes.`,
      () => openPdf(new Uint8Array(PDF_BYTES_LIMIT + 1)),
    ],
    [
      'statement_pdf.unreadable',
      `${whole}: object 2 is missing.`,
      () => readAttachment(pdfOf(attached), 'a.json'),
    ],
    [
      'statement_pdf.unreadable',
      `${whole}: object 2 was compressed.`,
      () => readAttachment(pdfOf(attached, '<< /Length 1 /Filter /FlateDecode >>'), 'a.json'),
    ],
    [
      'statement_pdf.attachment_missing',
      'No file named a.json is attached to this PDF.',
      () => readAttachment(pdfOf('<< >>'), 'a.json'),
    ],
    [
      'statement_pdf.attachment_missing',
      'No file named b.json is attached to this PDF.',
      () => readAttachment(pdfOf(attached), 'b.json'),
    ],
    [
      'statement_pdf.seal_missing',
      'This PDF carries no seal, or its seal is damaged.',
      () => splitSeal(pdfOf('<< >>')),
    ],
    ['file_seal.unreadable', 'The seal cannot be read: it is not JSON.', () => checked('{')],
    [
      'file_seal.unreadable',
      'The seal cannot be read: it is not a seal of Care Ledger.',
      () => checked('{}'),
    ],
    [
      'file_seal.unreadable',
      'The seal cannot be read: it is not in canonical form.',
      () => checked(` ${seal}`),
    ],
  ]
  const checked = (text: string) => checkFileSeal([new Uint8Array(9)], text, signer.key)

  test.each(cases)('%s: %s', async (code, sentence, work) => {
    const refused = await Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code, message: sentence })
  })
})

describe('issuing', () => {
  const t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  afterAll(() => t.close())

  test('statement.not_over', () => {
    const refused = t.refuses(issue, { fund: 'care', from: '2026-03-01', to: '2026-04-01' })
    expect([refused.code, refused.message]).toEqual([
      'statement.not_over',
      'The period ends on 2026-04-01, after today, 2026-03-31.',
    ])
  })

  test('statement.too_many_lines', () => {
    const accounts = [
      { match: 'Bank', role: 'bank' },
      { match: 'Gifts', class: 'income', code: '4900' },
    ]
    const mapping = JSON.stringify({ fund: 'care', currency: 'CNY', accounts })
    const journal = '2026-02-02 Gift\n  Bank  1.00\n  Gifts\n\n'.repeat(20_001)
    t.does(importJournal, { journal, mapping })
    const refused = t.refuses(issue, { fund: 'care', from: '2026-02-01', to: '2026-02-28' })
    expect([refused.code, refused.message]).toEqual([
      'statement.too_many_lines',
      'The period has 20001 lines; a statement holds at most 20000.',
    ])
  })
})
