/** Queries of statements, and of the tree head that their proofs lead to. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { chainHead } from '../book/events.ts'
import { amountOut, codeField, dayField, dayOut, limitField } from '../book/fields.ts'
import { type Condition, type Listing, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { detailErased } from '../book/refusals.ts'
import { anyRole, deciders, query, type View } from '../book/registry.ts'
import { checkpointOf } from '../book/tree.ts'
import type { Day } from '../kit/day.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq, FundId, StatementId } from '../kit/ids.ts'
import { amountText, minor } from '../kit/money.ts'
import { fundById, fundsReached, fundWithCode } from '../ledger/funds.ts'
import { recordedSince } from '../ledger/recorded-since.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { buildStatement } from './build.ts'
import { changesSince } from './changes.ts'
import { frozen, type IssuedStatement } from './commands.ts'
import { issueWithNumber } from './document.ts'
import { statementLanguages } from './statement.ts'

const byId = prepare((p: { id: StatementId }) =>
  build.selectFrom('statement').selectAll().where('id', '=', p.id),
)
const newestOf = prepare((p: { fundId: FundId; from: Day; to: Day }) =>
  build
    .selectFrom('statement')
    .select(['id', 'number'])
    .where('fund_id', '=', p.fundId)
    .where('from_on', '=', p.from)
    .where('to_on', '=', p.to)
    .orderBy('id', 'desc')
    .limit(1),
)
const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

const numberField = z
  .string()
  .max(100)
  .meta({ examples: ['CARE-2026-0001'] })

const statementOut = z.object({
  statement: z.string(),
  fund: z.string(),
  from: dayOut,
  to: dayOut,
  language: z.enum(statementLanguages),
  /** Milliseconds since the epoch, UTC. */
  issued_at: z.number(),
  /** The last event that it counts. */
  known_at: z.number(),
  /** The event that issued it. */
  sequence: z.number(),
  /** SHA-256 (hex) of the statement's canonical JSON. */
  digest: z.string(),
  /** The issue before it for the same fund and period. */
  since: z.string().nullable(),
  /** The newest issue for the same fund and period, when this is not it. */
  newer: z.string().nullable(),
  /** Entries recorded in its period since it was issued; `statements.changes` tells which. */
  recorded_since: z.number(),
})

function shown(reader: Reader, issued: IssuedStatement): z.output<typeof statementOut> {
  const since = issued.since_id === null ? null : (issued.since_id as StatementId)
  const { fund_id: fundId, from_on: from, to_on: to } = issued
  const newest = first(reader, newestOf, { fundId, from, to })!
  return {
    statement: issued.number,
    fund: fundById(reader, fundId).code,
    from,
    to,
    language: issued.language,
    issued_at: first(reader, eventAt, { seq: issued.event_seq })!.at,
    known_at: issued.known_seq,
    sequence: issued.event_seq,
    digest: hex(issued.digest),
    since: since && first(reader, byId, { id: since })!.number,
    newer: newest.id === issued.id ? null : newest.number,
    recorded_since: recordedSince(reader, fundId, { from, to, known: issued.known_seq }),
  }
}

const listInput = z.strictObject({
  fund: codeField.optional(),
  /** Only those whose period has a day from here on. */
  from: dayField.optional(),
  /** Only those whose period has a day up to here. */
  to: dayField.optional(),
  language: z.enum(statementLanguages).optional(),
  /** `newest`: only the newest issue of each fund and period. */
  issues: z.enum(['all', 'newest']).default('all'),
  cursor: pageCursorField,
  limit: limitField,
})

const newestIssue = `not exists (select 1 from statement as s where s.fund_id = t.fund_id
  and s.from_on = t.from_on and s.to_on = t.to_on and s.id > t.id)`

function listingOf(view: View, asked: z.output<typeof listInput>): Listing {
  const also: Condition[] = []
  if (asked.fund !== undefined) {
    also.push({ sql: 't.fund_id = +?', values: [fundWithCode(view, asked.fund).id] })
  }
  if (asked.from !== undefined) also.push({ sql: 't.to_on >= +?', values: [asked.from] })
  if (asked.to !== undefined) also.push({ sql: 't.from_on <= +?', values: [asked.to] })
  if (asked.language !== undefined) also.push({ sql: 't.language = +?', values: [asked.language] })
  if (asked.issues === 'newest') also.push({ sql: newestIssue, values: [] })
  const within = fundsReached(view, 't.fund_id in @')
  return { table: 'statement', key: null, descending: true, seek: [], also, within }
}

export const list = query({
  name: 'statements.list',
  summary: 'Lists the statements issued, newest first, by fund, days and language',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/statements' },
  input: listInput,
  output: z.object({ statements: z.array(statementOut), ...pageOut }),
  run: (view, asked) => {
    const { ids, next, previous } = pageOf(view, listingOf(view, asked), asked)
    const statements = ids.map((id) => shown(view, first(view, byId, { id: id as StatementId })!))
    return { statements, next, previous }
  },
})

export const show = query({
  name: 'statements.show',
  summary: 'Shows an issued statement: its period, what it counts, its digest, the issue before it',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/statements/{statement}' },
  input: z.strictObject({ statement: numberField }),
  output: statementOut,
  run: (view, { statement }) => shown(view, issueWithNumber(view, statement)),
})

export const changes = query({
  name: 'statements.changes',
  summary: 'What has changed in the period of a statement since it was issued, as known now',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/statements/{statement}/changes' },
  input: z.strictObject({ statement: numberField }),
  output: z.object({
    since: z.string(),
    since_sequence: z.number(),
    known_at: z.number(),
    /** Serials in the fund that the statement does not have. */
    added: z.array(z.number()),
    /** Serials of the statement that have been reversed since. */
    reversed: z.array(z.number()),
    receipts_delta: amountOut,
    payments_delta: amountOut,
    currency: z.string(),
  }),
  run: (view, { statement }) => {
    const issued = issueWithNumber(view, statement)
    const earlier = frozen(view, issued)
    if (!earlier) throw detailErased({ what: `statement ${statement}` })
    const fund = fundById(view, issued.fund_id)
    const known = chainHead(view).seq
    const now = buildStatement(view, {
      fund,
      from: issued.from_on,
      to: issued.to_on,
      known,
      issue: null,
      changes: () => null,
    })
    const found = changesSince(view, fund.id, earlier, now)
    const text = (amount: number) => amountText(minor(amount), fund.currency)
    return {
      since: found.since,
      since_sequence: found.since_sequence,
      known_at: known,
      added: [...found.added],
      reversed: [...found.reversed],
      receipts_delta: text(found.receipts_delta_minor),
      payments_delta: text(found.payments_delta_minor),
      currency: fund.currency,
    }
  },
})

export const checkpoint = query({
  name: 'checkpoints.current',
  summary: 'The head of the Merkle tree over all events, as a checkpoint signs it (RFC 6962)',
  may: anyRole,
  reach: 'units',
  route: { method: 'GET', path: '/checkpoints/current' },
  input: z.strictObject({}),
  output: z.object({
    book: z.string(),
    tree_size: z.number(),
    root: z.string(),
    chain_head: z.string(),
    at: z.number(),
  }),
  run: (view) => checkpointOf(view, organisationOf(view).book, chainHead(view).seq),
})
