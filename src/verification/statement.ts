/**
 * Verification of a statement without the book, the server or a network (design section 7): every total
 * is added up again, and the digest is followed to a signature by a key that the auditor trusts.
 */
import type { PublicKey } from '../access/organisation.ts'
import { Refusal } from '../kit/refusal.ts'
import { readAttachment } from '../statements/pdf/read.ts'
import { checkSeal, type SealCheck } from '../statements/pdf/seal.ts'
import { verifyJws } from '../statements/signer.ts'
import type { StatementDocument } from '../statements/statement.ts'
import { type Check, collector, counts, type Report, reportOf } from './report.ts'
import { readDocument } from './statement-form.ts'
import { checkNames } from './statement-names.ts'
import { checkProof } from './statement-proof.ts'
import { checkLines, checkSums } from './statement-sums.ts'

/** The name under which a PDF carries its data; said here too, so that verifying loads no drawing. */
export const verifiedAttachment = 'statement.json'

/** Verifies a statement as data: the JSON that its PDF carries, as text or bytes. */
export async function verifyStatementJson(
  given: string | Uint8Array,
  trusted: PublicKey,
): Promise<Report> {
  const form = collector('form')
  const document = readDocument(given, form)
  const read = form.done('the data has the form of a statement, in its one canonical spelling')
  return reportOf(subjectOf(document), [read, ...(await checkDocument(document, trusted))])
}

/**
 * Verifies a statement's PDF: every byte against the seal, and the data that it carries. Damage is
 * reported, not thrown; what can still be checked of a damaged file is.
 */
export async function verifyStatementPdf(pdf: Uint8Array, trusted: PublicKey): Promise<Report> {
  const sealed = await checkSeal(pdf, async (jws) => {
    const verified = await verifyJws(jws, trusted)
    return verified.valid ? verified.payload : null
  })
  const form = collector('form')
  const data = attachmentOf(pdf, form.found)
  const document = data && readDocument(data, form)
  const read = form.done('the data it carries has the form of a statement, in canonical spelling')
  const file = fileCheck(sealed, pdf.byteLength, document)
  return reportOf(subjectOf(document), [file, read, ...(await checkDocument(document, trusted))])
}

async function checkDocument(
  document: StatementDocument | undefined,
  trusted: PublicKey,
): Promise<Check[]> {
  if (document === undefined) return []
  const { statement, proof } = document
  const sums = [checkSums(statement), checkLines(statement), checkNames(document)]
  if (proof === null || statement.issue === null) {
    const check = collector('signature')
    const what = proof === null ? 'has no proof' : 'has no number'
    check.found('statement.not_issued', `it ${what}: a preview proves nothing.`)
    return [...sums, check.done('')]
  }
  return [...sums, ...(await checkProof(statement, proof, trusted))]
}

function subjectOf(document: StatementDocument | undefined): string {
  if (document === undefined) return 'statement that cannot be read'
  return `statement ${document.statement.issue?.number ?? 'preview'}`
}

function attachmentOf(
  pdf: Uint8Array,
  found: (code: string, sentence: string) => void,
): Uint8Array | undefined {
  try {
    return readAttachment(pdf, verifiedAttachment)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    found(error.code, error.message)
    return undefined
  }
}

function fileCheck(
  sealed: SealCheck,
  bytes: number,
  document: StatementDocument | undefined,
): Check {
  const check = collector('file')
  if (!sealed.intact) check.found(`file.${sealed.fault}`, sealed.sentence)
  const number = document?.statement.issue?.number
  if (sealed.payload && number !== undefined && sealed.payload.number !== number) {
    const sentence = `the seal is over ${sealed.payload.number}, and the data is ${number}.`
    check.found('file.number', sentence)
  }
  return check.done(`every one of its ${counts(bytes, 'byte')} is as it was sealed`)
}
