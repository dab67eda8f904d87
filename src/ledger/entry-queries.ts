/** Queries of the journal: entries as they were posted, and what became of them. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { textFor } from '../book/details.ts'
import {
  amountField,
  amountOut,
  codeField,
  dayField,
  dayOut,
  idField,
  limitField,
} from '../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import type { EntryId, EventSeq, PostingId } from '../kit/ids.ts'
import { amountText, parseAmount } from '../kit/money.ts'
import { partyRef } from '../people/parties.ts'
import { nameFor } from '../people/shown.ts'
import { build, first, prepare } from '../store/prepare.ts'
import { type Account, accountById, accountWithCode } from './accounts.ts'
import { type Entry, entryById, entryWithId, findReversal, postingsOf } from './entries.ts'
import { type Fund, fundById, fundsReached, fundWithCode, reachesFund } from './funds.ts'
import { placesOfDays } from './places.ts'
import { accountOut, accountShown } from './queries.ts'

const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select(['actor', 'command']).where('seq', '=', p.seq),
)
const postingAt = prepare((p: { id: PostingId }) =>
  build.selectFrom('posting').select('entry_id').where('id', '=', p.id),
)

const postingOut = z.object({
  fund: z.string(),
  serial: z.number(),
  debit: z.string(),
  credit: z.string(),
  amount: amountOut,
  currency: z.string(),
  party: z.object({ party: z.string(), name: z.string() }).nullable(),
})

const entryOut = z.object({
  entry: z.number(),
  kind: z.string(),
  effective_on: dayOut,
  recorded_at: z.number(),
  /** What it is about, such as `payout/12`. */
  subject: z.string(),
  reverses: z.number().nullable(),
  reversed_by: z.number().nullable(),
  /** The event that recorded it, who did, and by which command. */
  sequence: z.number(),
  actor: z.string(),
  command: z.string(),
  /** A note or a reason, masked for who may not read names. */
  note: z.string().nullable(),
  postings: z.array(postingOut),
  /** The accounts of its postings; what it posted in funds outside of the caller's units is left out. */
  accounts: z.array(accountOut),
})

function shown(view: View, found: Entry): z.output<typeof entryOut> {
  const accounts = new Map<string, Account>()
  const named = (account: Account) => {
    accounts.set(account.code, account)
    return account.code
  }
  const reached = postingsOf(view, found).filter(({ fund_id }) => reachesFund(view, fund_id))
  const postings = reached.map((posting) => {
    const { code, currency } = fundById(view, posting.fund_id)
    const partyId = posting.party_id
    return {
      fund: code,
      serial: posting.fund_serial,
      debit: named(accountById(view, posting.debit_account_id)),
      credit: named(accountById(view, posting.credit_account_id)),
      amount: amountText(posting.amount_minor, currency),
      currency,
      party:
        partyId === null
          ? null
          : { party: partyRef(partyId), name: nameFor(view, view.caller, partyId) },
    }
  })
  const { actor, command } = first(view, eventAt, { seq: found.event_seq })!
  return {
    entry: found.id,
    kind: found.kind,
    effective_on: found.effective_on,
    recorded_at: found.recorded_at,
    subject: found.subject,
    reverses: found.reverses,
    reversed_by: findReversal(view, found.id)?.id ?? null,
    sequence: found.event_seq,
    actor,
    command,
    note: textFor(view, found.note_detail_id),
    postings,
    accounts: [...accounts.values()].map(accountShown),
  }
}

export const entry = query({
  name: 'entries.show',
  summary: 'Shows an entry with its postings, who recorded it, and whether it was reversed',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/entries/{entry}' },
  input: z.strictObject({ entry: idField }),
  output: entryOut,
  run: (view, input) => shown(view, entryWithId(view, input.entry as EntryId)),
})

export const entryStates = ['standing', 'reversed', 'reversal'] as const

const listInput = z.strictObject({
  fund: codeField.optional(),
  kind: z.string().min(1).max(60).optional(),
  account: z.string().min(1).max(100).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
  /** Of one of its postings, in the fund’s currency, or the organisation’s. */
  amount: amountField.optional(),
  state: z.enum(entryStates).optional(),
  cursor: pageCursorField,
  limit: limitField,
})
type Asked = z.output<typeof listInput>

/** A condition on the entry of the posting `t`. */
function ofEntry(sql: string, ...values: Condition['values']): Condition {
  return { sql: `exists (select 1 from entry as e where e.id = t.entry_id and ${sql})`, values }
}

/** That one posting of the entry, in the fund if one is given, touches an account or has an amount. */
function ofPostings(view: View, asked: Asked): Condition[] {
  const conditions: string[] = []
  const values: number[] = []
  if (asked.account !== undefined) {
    const { id } = accountWithCode(view, asked.account)
    conditions.push('(q.debit_account_id = +? or q.credit_account_id = +?)')
    values.push(id, id)
  }
  if (asked.amount !== undefined) {
    const fund = asked.fund === undefined ? undefined : fundWithCode(view, asked.fund)
    conditions.push('q.amount_minor = +?')
    values.push(parseAmount(asked.amount, fund?.currency ?? organisationOf(view).currency))
  }
  if (conditions.length === 0) return []
  if (asked.fund !== undefined) conditions.push('q.fund_id = t.fund_id')
  const reached = fundsReached(view, 'q.fund_id in @')
  if (reached) conditions.push(reached.sql)
  const range = 'q.id between e.first_posting_id and e.first_posting_id + e.legs - 1'
  const some = `exists (select 1 from posting as q where ${range} and ${conditions.join(' and ')})`
  return [ofEntry(some, ...values, ...(reached?.values ?? []))]
}

const inState: Readonly<Record<(typeof entryStates)[number], Condition>> = {
  standing: ofEntry(
    'e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.id)',
  ),
  reversed: ofEntry('exists (select 1 from entry as r where r.reverses = e.id)'),
  reversal: ofEntry('e.reverses is not null'),
}

/** Where reversals and what they reverse are few among all entries, they are looked up first. */
const fewInState: Readonly<Partial<Record<(typeof entryStates)[number], Condition>>> = {
  reversed: {
    sql: `t.id in (select o.first_posting_id from entry as r join entry as o on o.id = r.reverses
      where r.reverses is not null)`,
    values: [],
  },
  reversal: {
    sql: 't.id in (select first_posting_id from entry where reverses is not null)',
    values: [],
  },
}

/** Each entry once: by its first posting, by its first one in a fund, or by its first one that is reached. */
function firstPosting(view: View, fund: Fund | null): Condition {
  if (fund) {
    return {
      sql: `not exists (select 1 from posting as q where q.fund_id = t.fund_id
        and q.fund_serial = t.fund_serial and q.leg < t.leg)`,
      values: [],
    }
  }
  // The postings of an entry have numbers in a row.
  const reached = fundsReached(
    view,
    `t.fund_id in @ and not exists (select 1 from posting as q
      where q.id between t.id - t.leg + 1 and t.id - 1 and q.fund_id in @)`,
  )
  return reached ?? { sql: 't.leg = 1', values: [] }
}

/** Entries by their first posting, or by their first one in a fund. */
function listingOf(view: View, asked: Asked) {
  const fund = asked.fund === undefined ? null : fundWithCode(view, asked.fund)
  const whole = fund === null && view.scope === 'all'
  const few = whole && asked.state !== undefined ? fewInState[asked.state] : undefined
  const seek: Condition[] = fund ? [{ sql: 't.fund_id = +?', values: [fund.id] }] : []
  if (few) seek.push(few)
  const also: Condition[] = [firstPosting(view, fund), ...ofPostings(view, asked)]
  if (asked.kind !== undefined) also.push(ofEntry('e.kind = +?', asked.kind))
  if (asked.state !== undefined && !few) also.push(inState[asked.state])
  const range = { from: asked.from ?? null, to: asked.to ?? null }
  if (range.from) also.push({ sql: 't.effective_on >= +?', values: [range.from] })
  if (range.to) also.push({ sql: 't.effective_on <= +?', values: [range.to] })
  const lanes =
    few || (!range.from && !range.to) ? null : placesOfDays(view, fund?.id ?? null, range)
  const key = fund ? 'fund_serial' : null
  return { table: 'posting', key, descending: true, seek, also, lanes, look: 10_000 } as const
}

export const entries = query({
  name: 'entries.list',
  summary: 'The journal, newest first, by fund, kind, account, days, amount and state',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/entries' },
  input: listInput,
  output: z.object({ entries: z.array(entryOut), ...pageOut }),
  run: (view, asked) => {
    const { ids, next, previous } = pageOf(view, listingOf(view, asked), asked)
    const found = ids.map((id) => {
      const { entry_id: entryId } = first(view, postingAt, { id: id as PostingId })!
      return shown(view, entryById(view, entryId))
    })
    return { entries: found, next, previous }
  },
})
