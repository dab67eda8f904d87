/** What a reader checks of a downloaded paper, with nothing but the file and the book's public key. */
import assert from 'node:assert/strict'
import { eventHash } from '../../src/book/events.ts'
import { canonicalJson } from '../../src/kit/canonical.ts'
import { sha256Hex, unhex } from '../../src/kit/digest.ts'
import { leafHash, verifyInclusion } from '../../src/kit/merkle.ts'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { RECEIPT_ATTACHMENT } from '../../src/statements/pdf/receipt-pdf.ts'
import { splitSeal } from '../../src/statements/pdf/seal.ts'
import { STATEMENT_ATTACHMENT } from '../../src/statements/pdf/statement-pdf.ts'
import { publicKeyFrom, verifyJws } from '../../src/statements/signer.ts'
import type { Statement, StatementDocument } from '../../src/statements/statement.ts'
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
  await checkProof(document, (signing_keys as object[])[0]!, pdf.bytes)
  checkSums(document.statement)
  assert.equal(document.statement.issue?.number, number)
  assert(html.text.includes(number))
  assert.equal(csv.text.trimEnd().split('\r\n').length, document.statement.lines.length + 1)
  const missing = (pdf.headers.get('care-ledger-missing-characters') ?? '').split(' ')
  const { statement } = document
  return { statement, pdf: pdf.bytes, html: html.text, csv: csv.text, json: json.text, missing }
}

async function checkProof(document: StatementDocument, jwk: object, pdf: Uint8Array) {
  const proof = document.proof!
  const key = await publicKeyFrom(jwk)
  const signed = await verifyJws(proof.signature, key)
  assert(signed.valid, 'the book signed it')
  const digest = sha256Hex(canonicalJson(document.statement))
  assert.equal(signed.payload.statement_sha256, digest, 'the signature is over this statement')
  const checkpoint = await verifyJws(proof.checkpoint, key)
  assert(checkpoint.valid, 'the book signed the checkpoint')
  const event = JSON.parse(proof.event) as { rows: string; command: string }
  assert.equal(event.rows, sha256Hex(proof.rows))
  assert.equal(event.command, 'statements.issue')
  assert(proof.rows.includes(digest), 'the event froze this statement')
  const included = verifyInclusion({
    leafHash: leafHash(eventHash(unhex(proof.previous_hash), proof.event)),
    index: proof.leaf_index,
    size: proof.tree_size,
    proof: proof.inclusion.map(unhex),
    root: unhex(String(checkpoint.payload.root)),
  })
  assert(included, 'the chain holds the event')
  const seal = splitSeal(pdf)
  const sealed = await verifyJws(seal.jws, key)
  assert(sealed.valid, 'the book sealed the file')
  assert.equal(sealed.payload.pdf_sha256, sha256Hex(seal.body))
}

function checkSums(statement: Statement): void {
  const { lines, opening_minor, receipts_minor, payments_minor, closing_minor } = statement
  const sum = (section: string) =>
    lines.reduce((total, line) => total + (line.section === section ? line.amount_minor : 0), 0)
  assert.equal(sum('receipt'), receipts_minor)
  assert.equal(sum('payment'), payments_minor)
  assert.equal(opening_minor + receipts_minor - payments_minor, closing_minor)
}
