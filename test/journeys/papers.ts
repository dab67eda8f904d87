/** What a reader checks of a downloaded paper, with nothing but the file and the book's public key. */
import assert from 'node:assert/strict'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { RECEIPT_ATTACHMENT } from '../../src/statements/pdf/receipt-pdf.ts'
import { STATEMENT_ATTACHMENT } from '../../src/statements/pdf/statement-pdf.ts'
import { publicKeyFrom } from '../../src/statements/signer.ts'
import type { Statement, StatementDocument } from '../../src/statements/statement.ts'
import { reportText } from '../../src/verification/report.ts'
import { verifyStatementJson, verifyStatementPdf } from '../../src/verification/statement.ts'
import type { Client, Fields } from './client.ts'

/** The data that a receipt's PDF carries. */
export function receiptData(pdf: Uint8Array): Fields {
  return JSON.parse(new TextDecoder().decode(readAttachment(pdf, RECEIPT_ATTACHMENT))) as Fields
}

export interface Downloaded {
  readonly statement: Statement
  readonly pdf: Uint8Array
  readonly html: string
  readonly csv: string
  readonly json: string
  /** Characters reported as not in the font, as code points. */
  readonly missing: readonly string[]
}

/** Downloads a statement in every form, and checks that they say the same and that it proves itself. */
export async function checkDownloads(
  client: Client,
  number: string,
  edition: 'masked' | 'named' = 'masked',
): Promise<Downloaded> {
  const file = async (format: string, type: string) => {
    const answer = await client.get(`/statements/${number}.${format}?edition=${edition}`)
    assert.equal(answer.status, 200, answer.text.slice(0, 500))
    assert(answer.headers.get('content-type')?.startsWith(type))
    return answer
  }
  const pdf = await file('pdf', 'application/pdf')
  const html = await file('html', 'text/html')
  const csv = await file('csv', 'text/csv')
  const json = await file('json', 'application/json')
  const attached = new TextDecoder().decode(readAttachment(pdf.bytes, STATEMENT_ATTACHMENT))
  assert.equal(attached, json.text.trimEnd(), 'the PDF carries the same document')
  const document = JSON.parse(json.text) as StatementDocument
  const { signing_keys } = await client.asks('/organisation')
  await checkVerifies(json.text, pdf.bytes, (signing_keys as object[])[0]!)
  assert.equal(document.statement.issue?.number, number)
  assert(html.text.includes(number))
  assert.equal(csv.text.trimEnd().split('\r\n').length, document.statement.lines.length + 1)
  const missing = (pdf.headers.get('care-ledger-missing-characters') ?? '').split(' ')
  const { statement } = document
  return { statement, pdf: pdf.bytes, html: html.text, csv: csv.text, json: json.text, missing }
}

/** What the command line's `verify` says of both files, with the key that the book shows. */
async function checkVerifies(json: string, pdf: Uint8Array, jwk: object): Promise<void> {
  const key = await publicKeyFrom(jwk)
  for (const report of [await verifyStatementJson(json, key), await verifyStatementPdf(pdf, key)]) {
    assert(report.passed, reportText(report))
  }
}
