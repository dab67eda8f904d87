/** Queries of the chain: its head and its events. */
import { z } from 'zod'
import { columns, type Row, type Witnessed, witnessed } from '../../db/schema.ts'
import { type Day, dayAt } from '../kit/day.ts'
import { hex } from '../kit/digest.ts'
import type { EventSeq } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { findOrganisation } from './book.ts'
import { chainHead } from './events.ts'
import { dayField, limitField } from './fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from './paging.ts'
import { eventUnknown } from './refusals.ts'
import { anyRole, query, type View } from './registry.ts'

const bySequence = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').selectAll().where('seq', '=', p.seq),
)

export const head = query({
  name: 'events.head',
  summary: 'The chain’s head: the newest event’s number and hash',
  may: anyRole,
  reach: 'units',
  route: { method: 'GET', path: '/events/head' },
  input: z.strictObject({}),
  output: z.object({ sequence: z.number(), hash: z.string() }),
  run: (view) => {
    const { seq, hash } = chainHead(view)
    return { sequence: seq, hash: hex(hash) }
  },
})

export const eventOut = z.object({
  sequence: z.number(),
  at: z.number(),
  actor: z.string(),
  command: z.string(),
  subject: z.string(),
  hash: z.string(),
})

/** The event with a number. Refuses `event.unknown`. */
export function eventWith(reader: Reader, sequence: number): Row<'event'> {
  const found = first(reader, bySequence, { seq: sequence as EventSeq })
  if (!found) throw eventUnknown({ sequence, newest: chainHead(reader).seq })
  return found
}

/** An event as queries answer it. */
export function eventShown(event: Row<'event'>): z.output<typeof eventOut> {
  const { seq, at, actor, command, subject, hash } = event
  return { sequence: seq, at, actor, command, subject, hash: hex(hash) }
}

/**
 * The first event recorded on a day or later, by halving; one above the newest when there is none. It
 * takes the clock for one that never went back, as `from` and `to` of a list do.
 */
function firstOn(view: View, day: Day): number {
  const zone = findOrganisation(view)?.time_zone ?? 'UTC'
  let low = 1
  let high = chainHead(view).seq + 1
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const { at } = first(view, bySequence, { seq: middle as EventSeq })!
    if (dayAt(at, zone) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The first event recorded after a day. */
function firstAfter(view: View, day: Day): number {
  // A text that sorts right after the day and before every later one.
  return firstOn(view, `${day}+` as Day)
}

const listInput = z.strictObject({
  /** Such as `user:3` or `token:2`. */
  actor: z.string().min(1).max(100).optional(),
  /** Such as `payouts.pay`. */
  command: z.string().min(1).max(100).optional(),
  /** Such as `payout/12`. */
  subject: z.string().min(1).max(200).optional(),
  /** Days on which they were recorded, in the organisation’s time zone. */
  from: dayField.optional(),
  to: dayField.optional(),
  cursor: pageCursorField,
  limit: limitField,
})

export const list = query({
  name: 'events.list',
  summary: 'Lists events, newest first: who, when, which command, on what',
  may: ['owner', 'auditor', 'fund_administrator'],
  reach: 'organisation',
  route: { method: 'GET', path: '/events' },
  input: listInput,
  output: z.object({ events: z.array(eventOut), ...pageOut }),
  run: (view, asked) => {
    const { actor, command, subject, from, to } = asked
    const seek: Condition[] = []
    const also: Condition[] = []
    if (subject !== undefined) also.push({ sql: 't.subject = +?', values: [subject] })
    if (from !== undefined) seek.push({ sql: 't.seq >= +?', values: [firstOn(view, from)] })
    if (to !== undefined) seek.push({ sql: 't.seq < +?', values: [firstAfter(view, to)] })
    if (actor !== undefined) also.push({ sql: 't.actor = +?', values: [actor] })
    if (command !== undefined) also.push({ sql: 't.command = +?', values: [command] })
    const listing = { table: 'event', id: 'seq', key: null, descending: true, seek, also } as const
    const { ids, next, previous } = pageOf(view, listing, asked)
    return { events: ids.map((sequence) => eventShown(eventWith(view, sequence))), next, previous }
  },
})

/** Rows of a table that an event wrote. Numbers of rows rise with their events, so they are found by halving. */
function rowsOf(reader: Reader, table: Witnessed, sequence: number): number {
  if (!('id' in columns[table])) {
    const sql = `select count(*) as "rows" from "${table}" where event_seq = +?`
    return Number(reader.first(sql, [sequence])!.rows)
  }
  const newest = Number(reader.first(`select max(id) as "id" from "${table}"`, [])!.id)
  const eventOf = `select event_seq as "seq" from "${table}" where id >= +? order by id limit 1`
  const firstFrom = (least: number) => {
    let low = 1
    let high = newest + 1
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (Number(reader.first(eventOf, [middle])!.seq) < least) low = middle + 1
      else high = middle
    }
    return low
  }
  return firstFrom(sequence + 1) - firstFrom(sequence)
}

/** How many rows an event wrote into which tables. */
export function rowsWritten(reader: Reader, sequence: number): { table: string; rows: number }[] {
  return witnessed
    .map((table) => ({ table, rows: rowsOf(reader, table, sequence) }))
    .filter(({ rows }) => rows > 0)
}
