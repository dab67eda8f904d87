/**
 * Documents of cases. The row tells what a document is and commits to its bytes by a salted digest; the bytes lie behind
 * that salt in parts, sealed under the key of the person helped, and go with that key.
 */
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import { hex, sha256OfParts } from '../../kit/digest.ts'
import { documentKind, documentMedia } from '../../kit/document-kinds.ts'
import type { CaseDocumentId, CaseId } from '../../kit/ids.ts'
import { addMinor, type Minor, zeroMinor } from '../../kit/money.ts'
import { build, first, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { vaultAltered } from '../../vault/refusals.ts'
import { type Opening, openForParty, sealForParty } from '../../vault/sealed-bytes.ts'
import { caseById, type HardshipCase } from '../cases/rows.ts'
import { mostDocuments, partBytes } from './drafts.ts'
import { documentTooMany, documentUnknown } from './refusals.ts'

export type CaseDocument = Row<'case_document'>

/** Which paper a document is, as whoever adds it says. */
export const documentPapers = [
  'identity',
  'household_register',
  'income',
  'diagnosis',
  'bill',
  'allowance_certificate',
  'damage',
  'minutes',
  'signed_slip',
  'other',
] as const satisfies readonly CaseDocument['kind'][]
export type DocumentPaper = (typeof documentPapers)[number]

/** Those that an applicant has. */
export const applicantPapers = documentPapers.filter(
  (paper) => paper !== 'minutes' && paper !== 'signed_slip',
)

/** An application as it was sent with a code: a document of its own, that nobody adds by hand. */
export const applicationPaper = 'application'

const saltBytes = 16

const ofCase = prepare((p: { case: CaseId }) =>
  build.selectFrom('case_document').selectAll().where('case_id', '=', p.case).orderBy('id'),
)
const withId = prepare((p: { id: CaseDocumentId }) =>
  build.selectFrom('case_document').selectAll().where('id', '=', p.id),
)
const partsOf = prepare((p: { id: CaseDocumentId }) =>
  build
    .selectFrom('case_document_part')
    .select(['part', 'nonce', 'ciphertext'])
    .where('document_id', '=', p.id)
    .orderBy('part'),
)
const amountOf = prepare((p: { id: CaseDocumentId }) =>
  build
    .selectFrom('case_document_amount')
    .selectAll()
    .where('document_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The documents of a case, oldest first, with the application as it was sent. */
export function documentsOfCase(reader: Reader, id: CaseId): CaseDocument[] {
  return rows(reader, ofCase, { case: id })
}

/** The document with a number and its case, as far as this caller reaches. Refuses `document.unknown`. */
export function documentWithId(
  asker: Scoped,
  id: number,
): { readonly document: CaseDocument; readonly theCase: HardshipCase } {
  const document = first(asker, withId, { id: id as CaseDocumentId })
  const theCase = document && caseById(asker, document.case_id)
  if (!document || !theCase || !inScope(asker.scope, theCase.unit_id)) {
    throw documentUnknown({ document: id })
  }
  return { document, theCase }
}

/** What was verified of a document last; undefined where nothing was. */
export function amountVerified(
  reader: Reader,
  id: CaseDocumentId,
): Row<'case_document_amount'> | undefined {
  return first(reader, amountOf, { id })
}

/**
 * What the documents of a case were verified to come to, in minor units of its fund's currency; null where no amount of
 * any was verified. Caps that are a share of a document count from it (handbook A4).
 */
export function verifiedAmountOf(reader: Reader, id: CaseId): Minor | null {
  const amounts = documentsOfCase(reader, id).flatMap(
    (document) => amountVerified(reader, document.id)?.amount_minor ?? [],
  )
  return amounts.length === 0 ? null : amounts.reduce(addMinor, zeroMinor)
}

/** A document to be kept: what it is and its bytes. */
export interface NewDocument {
  readonly kind: CaseDocument['kind']
  readonly name: string
  readonly content: Uint8Array
}

/**
 * Adds a file to a case, checked by its bytes. Refuses `document.too_many`, what `documentKind` refuses, and what sealing
 * refuses.
 */
export function addDocument(act: Act, theCase: HardshipCase, given: NewDocument): CaseDocument {
  const there = documentsOfCase(act, theCase.id).filter(({ kind }) => kind !== applicationPaper)
  if (there.length >= mostDocuments) throw documentTooMany({ most: mostDocuments })
  const kind = documentKind({ name: given.name, bytes: given.content })
  return keepDocument(act, theCase, given, documentMedia[kind])
}

/** Keeps bytes as a document of a case, as they are. Refuses what sealing refuses. */
export function keepDocument(
  act: Act,
  theCase: HardshipCase,
  { kind, name, content }: NewDocument,
  mediaType: string,
): CaseDocument {
  const salt = act.random(saltBytes)
  const document: CaseDocument = {
    id: nextId(act, 'case_document'),
    case_id: theCase.id,
    kind,
    name_detail_id: keepDetail(act, 'document_name', name),
    media_type: mediaType,
    bytes: content.length,
    digest: hex(sha256OfParts([salt, content])),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  }
  insert(act, 'case_document', document)
  const whole = Buffer.concat([salt, content])
  for (let part = 0; part * partBytes < whole.length; part += 1) {
    const plain = whole.subarray(part * partBytes, (part + 1) * partBytes)
    const sealed = sealForParty(act, theCase.beneficiary_id, partPlace(document, part), plain)
    const id = nextId(act, 'case_document_part')
    insert(act, 'case_document_part', { id, document_id: document.id, part, ...sealed })
  }
  return document
}

function partPlace({ id }: CaseDocument, part: number) {
  return ['case document', id, part] as const
}

/**
 * The bytes of a document; undefined once it was erased. Refuses what opening refuses, and `vault.altered` for bytes that
 * are not those the chain commits to.
 */
export function documentContent(opening: Opening, document: CaseDocument): Buffer | undefined {
  const { beneficiary_id } = caseById(opening, document.case_id)
  const sealed = rows(opening, partsOf, { id: document.id })
  if (sealed.length === 0) return undefined
  const parts: Uint8Array[] = []
  for (const row of sealed) {
    const part = openForParty(opening, beneficiary_id, partPlace(document, row.part), row)
    if (!part) return undefined
    parts.push(part)
  }
  const whole = Buffer.concat(parts)
  if (hex(sha256OfParts([whole])) !== document.digest) throw vaultAltered({ what: 'case document' })
  return whole.subarray(saltBytes)
}
