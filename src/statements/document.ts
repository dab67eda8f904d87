/**
 * The document that a statement's file carries: the frozen statement, the names of the named edition,
 * and the proof that the book's chain holds it (design section 7). Everything in it comes from rows that
 * never change and from signatures without randomness, so it is the same to the byte whenever it is made.
 */
import { columns, type Witnessed } from '../../db/schema.ts'
import { chainHead, chainHeadAt, eventText, RowLog } from '../book/events.ts'
import { detailErased } from '../book/refusals.ts'
import type { View } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import { type Checkpoint, checkpointOf, inclusionOf } from '../book/tree.ts'
import type { Day } from '../kit/day.ts'
import { hex, sameBytes, sha256 } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { type Fund, reachesFund } from '../ledger/funds.ts'
import { partyByRef, partyName } from '../people/parties.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader, SqlRow } from '../store/store.ts'
import { buildStatement } from './build.ts'
import { changesFor, frozen, type IssuedStatement } from './commands.ts'
import { namesNotAllowed, statementKeyMissing, statementUnknown } from './refusals.ts'
import type { Signer } from './signer.ts'
import type { Statement, StatementDocument, StatementEdition, StatementProof } from './statement.ts'

const byNumber = prepare((p: { number: string }) =>
  build.selectFrom('statement').selectAll().where('number', '=', p.number),
)
const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').selectAll().where('seq', '=', p.seq),
)
const requestOf = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('request').selectAll().where('event_seq', '=', p.seq),
)
const detailWithId = prepare((p: { id: number }) =>
  build.selectFrom('detail').selectAll().where('id', '=', p.id),
)
const keyInForce = prepare((p: { seq: EventSeq }) =>
  build
    .selectFrom('signing_key')
    .select('kid')
    .where('event_seq', '<', p.seq)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The issue with a number, as far as this caller reaches. Refuses `statement.unknown`. */
export function issueWithNumber(asker: Scoped, number: string): IssuedStatement {
  const found = issueByNumber(asker, number)
  if (!reachesFund(asker, found.fund_id)) throw statementUnknown({ number })
  return found
}

/** The same wherever it belongs: for whoever holds the book itself. Refuses `statement.unknown`. */
export function issueByNumber(reader: Reader, number: string): IssuedStatement {
  const found = first(reader, byNumber, { number })
  if (!found) throw statementUnknown({ number })
  return found
}

/**
 * The document of an issued statement, in one edition; whether the caller may read names is asked where
 * it is handed out. It is signed with the key in force when it was issued, or with the signer's own where
 * the book had none. Refuses `statement.unknown`, `statement.key_missing`, `detail.erased`.
 */
export async function documentOf(
  reader: Reader,
  signer: Signer,
  number: string,
  edition: StatementEdition,
): Promise<StatementDocument> {
  const issued = issueByNumber(reader, number)
  const statement = frozen(reader, issued)
  if (!statement) throw detailErased({ what: `statement ${number}` })
  const hand = handFor(reader, signer, issued)
  const names = edition === 'named' ? namesIn(reader, statement) : null
  const { checkpoint, ...proof } = proofOf(reader, issued, statement.organisation.book)
  const statement_sha256 = hex(issued.digest)
  return {
    statement,
    edition,
    names,
    proof: {
      ...proof,
      checkpoint: await hand.sign(checkpoint),
      signature: await hand.sign({ number, statement_sha256 }),
      key: hand.key,
    },
  }
}

/**
 * The document of a statement that is not issued, as the book is known now: nothing of it is numbered,
 * frozen or signed. Refuses `statement.names_not_allowed`, `statement.range`, `statement.too_many_lines`.
 */
export function previewDocument(
  view: View,
  of: {
    readonly fund: Fund
    readonly from: Day
    readonly to: Day
    readonly edition: StatementEdition
  },
): StatementDocument {
  const { fund, from, to, edition } = of
  if (edition === 'named' && !view.caller.readsNames) throw namesNotAllowed({})
  const statement = buildStatement(view, {
    fund,
    from,
    to,
    known: chainHead(view).seq,
    issue: null,
    changes: changesFor(view, fund),
  })
  const names = edition === 'named' ? namesIn(view, statement) : null
  return { statement, edition, names, proof: null }
}

function handFor(reader: Reader, signer: Signer, issued: IssuedStatement): Signer {
  const inForce = first(reader, keyInForce, { seq: issued.event_seq })
  if (!inForce) return signer
  const hand = signer.withKey(inForce.kid)
  if (!hand) throw statementKeyMissing({ number: issued.number, kid: inForce.kid })
  return hand
}

/** Full names by reference; a name that has been erased stays masked. */
function namesIn(reader: Reader, statement: Statement): NonNullable<StatementDocument['names']> {
  const names: Record<string, { name: string; salt: string }> = {}
  for (const party of statement.lines.flatMap((line) => [line.party, line.beneficiary])) {
    if (party === null || names[party.ref]) continue
    const { full } = partyName(reader, partyByRef(reader, party.ref))
    if (full) names[party.ref] = { name: full.name, salt: hex(full.salt) }
  }
  return names
}

type Unsigned = Omit<StatementProof, 'checkpoint' | 'signature' | 'key'> & {
  readonly checkpoint: Checkpoint
}

/** The proof at the tree that ends with the issuing event, so that it never changes. */
function proofOf(reader: Reader, issued: IssuedStatement, book: string): Unsigned {
  const seq = issued.event_seq
  const event = first(reader, eventAt, { seq })!
  const rows = rowsOfIssue(reader, issued)
  if (!sameBytes(sha256(rows), event.rows_digest)) {
    throw new Error(`The rows of event ${seq} are not those that it covers; verify the book.`)
  }
  return {
    format: 'care-ledger/proof@1',
    event: eventText(event, event.rows_digest),
    previous_hash: hex(chainHeadAt(reader, (seq - 1) as EventSeq)!.hash),
    rows,
    leaf_index: seq - 1,
    tree_size: seq,
    inclusion: inclusionOf(reader, seq, seq).map(hex),
    checkpoint: checkpointOf(reader, book, seq),
  }
}

/** The rows that issuing wrote, as the chain digests them. */
function rowsOfIssue(reader: Reader, issued: IssuedStatement): string {
  const log = new RowLog()
  const add = (table: Witnessed, row: SqlRow) =>
    log.add(
      table,
      Object.keys(columns[table]).map((name) => row[name]!),
    )
  add('request', first(reader, requestOf, { seq: issued.event_seq })!)
  add('detail', first(reader, detailWithId, { id: issued.document_detail_id })!)
  add('statement', { ...issued })
  return log.text()
}
