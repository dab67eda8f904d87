/**
 * Applications that are being written: nobody's act yet, so they are no events. What was written lies sealed under the
 * key of the person the code is for, is written over as it is saved, and goes when it is sent.
 */
import type { Book } from '../../book/book.ts'
import { addDays, type Day } from '../../kit/day.ts'
import type { ApplicationCodeId } from '../../kit/ids.ts'
import { build, first, insert, nextId, prepare, rows, write } from '../../store/prepare.ts'
import type { Writer } from '../../store/store.ts'
import { padded, unpadded } from '../../vault/padding.ts'
import { type Opening, openForParty, type Sealing, sealForParty } from '../../vault/sealed-bytes.ts'
import type { CodeKept } from './codes.ts'
import type { DocumentPaper } from './documents.ts'
import { documentsTooLarge, documentTooMany } from './refusals.ts'

/** A document that was added, as the draft tells it; its bytes lie in parts. */
export interface DraftDocument {
  readonly document: number
  readonly kind: DocumentPaper
  readonly name: string
  readonly media_type: string
  readonly bytes: number
}

/** What was written so far, by the names of the questions. */
export interface Draft {
  readonly values: Readonly<Record<string, string>>
  readonly documents: readonly DraftDocument[]
  /** Tells one saving from the next: the instant, or one more where the clock stood still. */
  readonly saved_at: number
}

/** All of them are sealed anew in the act that sends them. */
export const mostDraftBytes = 20 * 1_048_576
export const mostDocuments = 20

/** SQLite in a Durable Object takes values of up to 2 MB. */
export const partBytes = 1_048_576

const noSalt = new Uint8Array(0)
const draftOf = prepare((p: { code: ApplicationCodeId }) =>
  build.selectFrom('application_draft').selectAll().where('code_id', '=', p.code),
)
const putDraft = prepare(
  (p: { code: ApplicationCodeId; nonce: Uint8Array; ciphertext: Uint8Array; at: number }) =>
    build
      .updateTable('application_draft')
      .set({ nonce: p.nonce, ciphertext: p.ciphertext, saved_at: p.at })
      .where('code_id', '=', p.code),
)
const dropDraft = prepare((p: { code: ApplicationCodeId }) =>
  build.deleteFrom('application_draft').where('code_id', '=', p.code),
)
const partsOf = prepare((p: { code: ApplicationCodeId; document: number }) =>
  build
    .selectFrom('application_draft_part')
    .select(['id', 'part', 'nonce', 'ciphertext'])
    .where('code_id', '=', p.code)
    .where('document', '=', p.document)
    .orderBy('part'),
)
const documentsIn = prepare((p: { code: ApplicationCodeId }) =>
  build
    .selectFrom('application_draft_part')
    .select('document')
    .distinct()
    .where('code_id', '=', p.code),
)
const blankPart = prepare((p: { id: number; ciphertext: Uint8Array }) =>
  build
    .updateTable('application_draft_part')
    .set({ ciphertext: p.ciphertext })
    .where('id', '=', p.id),
)
const dropPart = prepare((p: { id: number }) =>
  build.deleteFrom('application_draft_part').where('id', '=', p.id),
)

const emptyDraft: Draft = { values: {}, documents: [], saved_at: 0 }

/** What was written with a code so far; empty before anything was. Refuses what opening refuses. */
export function draftWith(opening: Opening, code: CodeKept): Draft {
  const row = first(opening, draftOf, { code: code.id })
  const plain = row && openForParty(opening, code.party_id, ['application draft', code.id], row)
  const text = plain && unpadded(plain, 0)
  if (!row || !text) return emptyDraft
  return { ...(JSON.parse(text.body) as Omit<Draft, 'saved_at'>), saved_at: row.saved_at }
}

/** What writes drafts: no act of the door, and so no witnessed row. */
export function savingIn({ store, surroundings }: Book): Sealing {
  return {
    all: store.all,
    first: store.first,
    steady: store.steady,
    each: store.each,
    run: store.run,
    witness: (table) => {
      throw new Error(`A draft is nobody's act: it writes no row of ${table}.`)
    },
    random: surroundings.random,
    masterKeys: surroundings.masterKeys,
  }
}

/** Saves what was written with a code, in a transaction of its own. Refuses what sealing refuses. */
export function saveDraft(
  book: Book,
  code: CodeKept,
  change: (draft: Draft, sealing: Sealing) => Pick<Draft, 'values' | 'documents'>,
): Draft {
  const at = book.surroundings.now()
  return book.store.transaction((): Draft => {
    const sealing = savingIn(book)
    const before = draftWith(sealing, code)
    const { values, documents } = change(before, sealing)
    const saved_at = Math.max(at, before.saved_at + 1)
    const text = JSON.stringify({ values, documents })
    const place = ['application draft', code.id] as const
    const sealed = sealForParty(sealing, code.party_id, place, padded(noSalt, text))
    if (first(sealing, draftOf, { code: code.id })) {
      write(sealing, putDraft, { code: code.id, ...sealed, at: saved_at })
    } else insert(sealing, 'application_draft', { code_id: code.id, ...sealed, saved_at })
    return { values, documents, saved_at }
  })
}

/** Adds a document to a draft. Refuses `document.too_many` and `document.too_large_together`. */
export function addToDraft(
  sealing: Sealing,
  code: CodeKept,
  { documents }: Draft,
  given: Omit<DraftDocument, 'document' | 'bytes'> & { readonly content: Uint8Array },
): DraftDocument[] {
  const { content, ...said } = given
  if (documents.length >= mostDocuments) throw documentTooMany({ most: mostDocuments })
  const together = documents.reduce((sum, { bytes }) => sum + bytes, content.length)
  if (together > mostDraftBytes) throw documentsTooLarge({ most_mib: mostDraftBytes / 1_048_576 })
  const document = documents.reduce((most, one) => Math.max(most, one.document), 0) + 1
  for (let part = 0; part * partBytes < content.length; part += 1) {
    const plain = content.subarray(part * partBytes, (part + 1) * partBytes)
    const sealed = sealForParty(sealing, code.party_id, partPlace(code, document, part), plain)
    const id = nextId(sealing, 'application_draft_part')
    insert(sealing, 'application_draft_part', { id, code_id: code.id, document, part, ...sealed })
  }
  return [...documents, { ...said, document, bytes: content.length }]
}

function partPlace({ id }: CodeKept, document: number, part: number) {
  return ['application document', id, document, part] as const
}

/** The bytes of a document of a draft; empty once the person's key was destroyed. */
export function draftContent(opening: Opening, code: CodeKept, document: number): Uint8Array {
  const parts = rows(opening, partsOf, { code: code.id, document }).map((row) =>
    openForParty(opening, code.party_id, partPlace(code, document, row.part), row),
  )
  return Buffer.concat(parts.map((part) => part ?? noSalt))
}

/** Takes a document out of a draft, writing over its bytes. */
export function takeFromDraft(
  writer: Writer,
  code: Pick<CodeKept, 'id'>,
  { documents }: Pick<Draft, 'documents'>,
  document: number,
): DraftDocument[] {
  for (const { id, ciphertext } of rows(writer, partsOf, { code: code.id, document })) {
    write(writer, blankPart, { id, ciphertext: new Uint8Array(ciphertext.length) })
    write(writer, dropPart, { id })
  }
  return documents.filter((one) => one.document !== document)
}

/** Removes a draft with its documents, as when it was sent. */
export function removeDraft(
  writer: Writer,
  code: Pick<CodeKept, 'id'>,
  draft: Pick<Draft, 'documents'>,
): void {
  for (const { document } of draft.documents) takeFromDraft(writer, code, draft, document)
  const row = first(writer, draftOf, { code: code.id })
  if (!row) return
  const ciphertext = new Uint8Array(row.ciphertext.length)
  write(writer, putDraft, { code: code.id, nonce: row.nonce, ciphertext, at: row.saved_at })
  write(writer, dropDraft, { code: code.id })
}

/** What was never sent stays so long after its code's day, for whom a new code is made in time. */
const daysUnsent = 30

const overdue = prepare((p: { before: Day }) =>
  build
    .selectFrom('application_draft as d')
    .innerJoin('application_code as c', 'c.id', 'd.code_id')
    .select('c.id')
    .where('c.until_on', '<', p.before),
)

/** Removes what was written with codes whose day passed a while ago, and was never sent. */
export function sweepDrafts(act: Writer, today: Day): void {
  for (const row of rows(act, overdue, { before: addDays(today, -daysUnsent) })) {
    forgetDraft(act, row)
  }
}

/** Removes what was written with a code, whether it can still be opened or not. */
export function forgetDraft(writer: Writer, code: Pick<CodeKept, 'id'>): void {
  for (const { document } of rows(writer, documentsIn, { code: code.id })) {
    takeFromDraft(writer, code, { documents: [] }, document)
  }
  removeDraft(writer, code, { documents: [] })
}
