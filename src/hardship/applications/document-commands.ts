/** Commands and queries of documents by the office: adding, reading, verifying their amounts. */
import { z } from 'zod'
import { readDetail, textFor } from '../../book/details.ts'
import { amountField, amountOut, idField, nameField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { command, officers, query, type Role } from '../../book/registry.ts'
import { largestDocumentBytes } from '../../kit/document-kinds.ts'
import { amountText, parseAmount } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { registrars } from '../../people/commands.ts'
import { isSamePerson } from '../../people/interests.ts'
import { partyById } from '../../people/parties.ts'
import { requireNotErased } from '../../people/sealed-commands.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseNotInState } from '../cases/refusals.ts'
import { caseRef, caseWithId, standingOf } from '../cases/rows.ts'
import {
  addDocument,
  amountVerified,
  applicationPaper,
  type CaseDocument,
  documentContent,
  documentPapers,
  documentsOfCase,
  documentWithId,
} from './documents.ts'
import {
  documentContentBroken,
  documentErased,
  documentNeedsNames,
  documentNoAmount,
  documentOwnHand,
} from './refusals.ts'

/** Bytes as JSON has them. Longer ones than any document are refused before they are taken apart. */
export const contentField = z
  .string({ error: 'send the bytes in base64' })
  .min(1, 'send the bytes in base64')
  .max(Math.ceil(largestDocumentBytes / 3) * 4 + 4, 'the document is too large')
  .meta({ examples: ['JVBERi0xLjcK'] })

/** The bytes of base64 (RFC 4648, section 4). Refuses `document.content`. */
export function contentOf(base64: string): Uint8Array {
  const sound = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
  if (!sound) throw documentContentBroken({})
  return Buffer.from(base64, 'base64')
}

export const add = command({
  name: 'case_documents.add',
  summary: 'Adds a document to a case: PDF, JPEG, PNG or WebP, kept sealed',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/documents' },
  seals: true,
  input: z.strictObject({
    case: idField,
    kind: z.enum(documentPapers),
    /** As the file is called. */
    name: nameField,
    content: contentField,
  }),
  output: z.object({ document: z.number(), case: z.number() }),
  subject: ({ document }) => `case_document/${document}`,
  run: (act, { kind, name, ...given }) => {
    const theCase = caseWithId(act, given.case)
    requireNotErased(act, partyById(act, theCase.beneficiary_id))
    const content = contentOf(given.content)
    const { id } = addDocument(act, theCase, { kind, name, content })
    return { document: id, case: theCase.id }
  },
})

/** Who looks at papers before a case is decided. */
const verifiers: readonly Role[] = ['owner', 'fund_administrator', 'approver']
const withoutAmount: readonly CaseDocument['kind'][] = ['identity', applicationPaper, 'minutes']

export const verify = command({
  name: 'case_documents.verify',
  summary:
    'Says what amount of a document was verified, such as what a patient paid; caps count from it',
  may: verifiers,
  reach: 'units',
  route: { method: 'POST', path: '/case-documents/{document}/amounts' },
  input: z.strictObject({ document: idField, amount: amountField }),
  output: z.object({ document: z.number(), case: z.number(), amount: amountOut }),
  subject: ({ document }) => `case_document/${document}`,
  run: (act, given) => {
    const { document, theCase } = documentWithId(act, given.document)
    const { id, kind } = document
    requireNoInterestInCases(act, [theCase])
    if (isSamePerson(act, document.actor, act.caller.actor, document.event_seq)) {
      throw documentOwnHand({ document: id })
    }
    if (withoutAmount.includes(kind)) throw documentNoAmount({ document: id, kind })
    const { state } = standingOf(act, theCase.id)
    if (!['open', 'asked', 'suspended'].includes(state)) {
      throw caseNotInState({ case: caseRef(theCase.id), state, act: 'verified' })
    }
    const { currency } = fundById(act, theCase.fund_id)
    const amount = parseAmount(given.amount, currency)
    insert(act, 'case_document_amount', {
      id: nextId(act, 'case_document_amount'),
      document_id: id,
      amount_minor: amount,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { document: id, case: theCase.id, amount: amountText(amount, currency) }
  },
})

const documentOut = z.object({
  document: z.number(),
  kind: z.enum([...documentPapers, applicationPaper]),
  /** As the file is called; masked for who does not read names. */
  name: z.string(),
  media_type: z.string(),
  bytes: z.number(),
  /** SHA-256 of a salt and the bytes, in hex. */
  digest: z.string(),
  added_by: z.string(),
  /** The event that added it. */
  sequence: z.number(),
  erased: z.boolean(),
  verified: z.object({ amount: amountOut, by: z.string(), sequence: z.number() }).nullable(),
  /** Whether the caller added it, and so does not verify its amount. */
  own_hand: z.boolean(),
})
export type DocumentOut = z.output<typeof documentOut>

export const list = query({
  name: 'case_documents.list',
  summary: 'The documents of a case: what each is, who added it, what amount was verified',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/documents' },
  input: z.strictObject({ case: idField }),
  output: z.object({ documents: z.array(documentOut), currency: z.string() }),
  run: (view, given) => {
    const theCase = caseWithId(view, given.case)
    const { currency } = fundById(view, theCase.fund_id)
    const documents = documentsOfCase(view, theCase.id).map((document): DocumentOut => {
      const verified = amountVerified(view, document.id)
      return {
        document: document.id,
        kind: document.kind,
        name: textFor(view, document.name_detail_id)!,
        media_type: document.media_type,
        bytes: document.bytes,
        digest: document.digest,
        added_by: document.actor,
        sequence: document.event_seq,
        erased: readDetail(view, document.name_detail_id) === undefined,
        verified: verified
          ? {
              amount: amountText(verified.amount_minor, currency),
              by: verified.actor,
              sequence: verified.event_seq,
            }
          : null,
        own_hand: isSamePerson(view, document.actor, view.caller.actor, document.event_seq),
      }
    })
    return { documents, currency }
  },
})

export const content = query({
  name: 'case_documents.content',
  summary: 'The bytes of a document in base64, for who may read names',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/case-documents/{document}/content' },
  input: z.strictObject({ document: idField }),
  output: z.object({ name: z.string(), media_type: z.string(), content: z.string() }),
  run: (view, given) => {
    const { document } = documentWithId(view, given.document)
    if (!view.caller.readsNames) throw documentNeedsNames({ document: document.id })
    const bytes = documentContent(view, document)
    const name = readDetail(view, document.name_detail_id)?.body
    if (!bytes || name === undefined) throw documentErased({ document: document.id })
    return { name, media_type: document.media_type, content: bytes.toString('base64') }
  },
})
