/** Queries of notices: the register inside the office, and one with its cases and what was objected. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { deciders, type Guarded, query, type View } from '../../book/registry.ts'
import { inScope, scopeList, viewAs } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { NoticeId, UnitId } from '../../kit/ids.ts'
import { amountText, minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { unitById } from '../../people/units.ts'
import { type StepKind, stepKinds } from '../../policies/workflows.ts'
import { caseStates } from '../cases/moves.ts'
import { caseById, caseRef, standingOf } from '../cases/rows.ts'
import { record } from './objecting.ts'
import {
  casesOnNotice,
  endOfNotice,
  findNotice,
  type Notice,
  noticeWithId,
  objectionsTo,
} from './rows.ts'
import { sheetOf } from './sheet.ts'
import { takeDown, voidNotice } from './taking-down.ts'

export const noticeStates = ['up', 'ran_out', 'ran', 'void'] as const

const noticeOut = z.object({
  notice: z.number(),
  /** Null once the sheet has been erased. */
  title: z.string().nullable(),
  /** The unit it belongs to; null for the whole organisation. */
  unit: z.string().nullable(),
  unit_name: z.string().nullable(),
  level: z.enum(['unit', 'upper']),
  put_up_on: dayOut,
  last_on: dayOut,
  /** `ran_out`: its last day is over, and it waits to be taken down. */
  state: z.enum(noticeStates),
  ended_on: dayOut.nullable(),
  cases: z.number(),
  currency: z.string(),
  /** What all cases on it come to. */
  amount: amountOut,
  /** Objections that are not decided. */
  objections: z.number(),
  digest: z.string(),
  sequence: z.number(),
})

/** Where a notice stands on the day of whoever asks. */
export function stateOfNotice(view: View, notice: Notice): (typeof noticeStates)[number] {
  const end = endOfNotice(view, notice.id)
  if (end) return end.outcome
  return view.today > notice.last_on ? 'ran_out' : 'up'
}

function shown(view: View, notice: Notice): z.output<typeof noticeOut> {
  const cases = casesOnNotice(view, notice.id)
  const { currency } = fundById(view, caseById(view, cases[0]!.case_id).fund_id)
  const total = cases.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  const open = objectionsTo(view, notice.id).filter(({ outcome }) => outcome === null)
  const unit = notice.unit_id === null ? undefined : unitById(view, notice.unit_id)
  return {
    notice: notice.id,
    title: sheetOf(view, notice)?.title ?? null,
    unit: unit?.code ?? null,
    unit_name: unit?.name ?? null,
    level: notice.level,
    put_up_on: notice.put_up_on,
    last_on: notice.last_on,
    state: stateOfNotice(view, notice),
    ended_on: endOfNotice(view, notice.id)?.ended_on ?? null,
    cases: cases.length,
    currency,
    amount: amountText(minor(total), currency),
    objections: open.length,
    digest: notice.digest,
    sequence: notice.event_seq,
  }
}

const endSql = '(select e.outcome from notice_end as e where e.notice_id = t.id)'

function stateCondition(view: View, state: (typeof noticeStates)[number]): Condition {
  switch (state) {
    case 'up':
      return { sql: `${endSql} is null and t.last_on >= +?`, values: [view.today] }
    case 'ran_out':
      return { sql: `${endSql} is null and t.last_on < +?`, values: [view.today] }
    default:
      return { sql: `${endSql} = +?`, values: [state] }
  }
}

/** The part of a table with a unit that a view reaches; null for all of it. */
export function unitsReached(view: View, column: string): Condition | null {
  if (view.scope === 'all') return null
  const units = scopeList(view.scope as ReadonlySet<UnitId>)
  return { sql: `${column} in (select value from json_each(+?))`, values: [units] }
}

const openObjectionSql = `exists (select 1 from objection as o where o.notice_id = t.id
  and not exists (select 1 from objection_end as x where x.objection_id = o.id))`

export const list = query({
  name: 'notices.list',
  summary: 'The public notices, newest first: up now, to be taken down, ended',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/notices' },
  input: z.strictObject({
    state: z.enum(noticeStates).optional(),
    /** Only those with an objection that is not decided. */
    objections: z.enum(['open']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ notices: z.array(noticeOut), ...pageOut }),
  run: (view, input) => {
    const also = [
      ...(input.state === undefined ? [] : [stateCondition(view, input.state)]),
      ...(input.objections === undefined ? [] : [{ sql: openObjectionSql, values: [] }]),
    ]
    const within = unitsReached(view, 't.unit_id')
    const listing = {
      table: 'notice',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    } as const
    const { ids, next, previous } = pageOf(view, listing, input)
    const notices = ids.map((id) => shown(view, findNotice(view, id)!))
    return { notices, next, previous }
  },
})

const caseOut = z.object({
  serial: z.number(),
  case: z.number(),
  reference: z.string(),
  /** As the notice shows it; null where it names nobody. */
  name: z.string().nullable(),
  unit: z.string().nullable(),
  unit_name: z.string().nullable(),
  amount: amountOut,
  state: z.enum(caseStates),
  step_kind: z.enum(stepKinds),
})

const contactOut = z.object({
  phone: z.string(),
  mailbox: z.string().nullable(),
  address: z.string(),
  person: z.string(),
})

export const show = query({
  name: 'notices.show',
  summary: 'One notice: what it shows, where its cases stand, what was objected',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/notices/{notice}' },
  input: z.strictObject({ notice: idField }),
  output: noticeOut.extend({
    basis: z.string().nullable(),
    issuer: z.string().nullable(),
    days: z.number().nullable(),
    counted_in: z.enum(['calendar_days', 'working_days']).nullable(),
    contact: contactOut.nullable(),
    /** The versions of the policies on notice and of the calendar it was counted by; null for the house's own. */
    policy: z.number().nullable(),
    calendar: z.number().nullable(),
    void_reason: z.string().nullable(),
    lines: z.array(caseOut),
    objected: z.array(
      z.object({
        objection: z.number(),
        serial: z.number().nullable(),
        form: z.enum(['named', 'confidential']),
        received_on: dayOut,
        outcome: z.enum(['upheld', 'dismissed', 'withdrawn']).nullable(),
      }),
    ),
    /** What this reader may do now. */
    may: z.object({ take_down: z.boolean(), void: z.boolean(), record: z.boolean() }),
  }),
  run: (view, input) => {
    const notice = noticeWithId(view, input.notice)
    const sheet = sheetOf(view, notice)
    const end = endOfNotice(view, notice.id)
    return {
      ...shown(view, notice),
      basis: sheet?.basis ?? null,
      issuer: sheet?.issuer ?? null,
      days: sheet?.days ?? null,
      counted_in: sheet?.counted_in ?? null,
      contact: sheet?.contact ?? null,
      policy: notice.policy_version_id,
      calendar: notice.calendar_version_id,
      void_reason: textFor(view, end?.reason_detail_id ?? null),
      ...linesOf(view, notice),
      may: mayOn(view, notice),
    }
  },
})

function linesOf(view: View, notice: Notice) {
  const sheet = sheetOf(view, notice)
  const cases = casesOnNotice(view, notice.id)
  const serials = new Map(cases.map(({ case_id, serial }) => [case_id, serial]))
  const lines = cases.map(({ serial, case_id, amount_minor }) => {
    const theCase = caseById(view, case_id)
    const { state, step_kind } = standingOf(view, case_id)
    const { currency } = fundById(view, theCase.fund_id)
    const row = sheet?.rows[serial - 1]
    const unit = theCase.unit_id === null ? undefined : unitById(view, theCase.unit_id)
    return {
      serial,
      case: case_id,
      reference: caseRef(case_id),
      name: row?.name ?? null,
      unit: unit?.code ?? null,
      unit_name: unit?.name ?? null,
      amount: amountText(amount_minor, currency),
      state,
      step_kind: step_kind as StepKind,
    }
  })
  const objected = objectionsTo(view, notice.id).map((one) => ({
    objection: one.id,
    serial: one.case_id === null ? null : (serials.get(one.case_id) ?? null),
    form: one.form,
    received_on: one.received_on,
    outcome: one.outcome,
  }))
  return { lines, objected }
}

/** Whether the caller of a view may do a command where a notice lies. */
export function mayThere(view: View, asked: Guarded, unit: UnitId | null): boolean {
  const reached = viewAs(view, asked)
  return reached !== undefined && inScope(reached.scope, unit)
}

function mayOn(view: View, notice: Notice) {
  const state = stateOfNotice(view, notice)
  const open = state === 'up' || state === 'ran_out'
  return {
    take_down: state === 'ran_out' && mayThere(view, takeDown, notice.unit_id),
    void: open && mayThere(view, voidNotice, notice.unit_id),
    record: open && mayThere(view, record, notice.unit_id),
  }
}

/** Notices whose last day is over and that nobody has taken down, oldest first; for what waits. */
export function ranOut(view: View): { id: NoticeId; last_on: Day }[] {
  const within = unitsReached(view, 't.unit_id')
  return view.all(
    `select t.id as "id", t.last_on as "last_on" from notice as t
     where t.last_on < +? and ${endSql} is null${within ? ` and ${within.sql}` : ''}
     order by t.id limit 200`,
    [view.today, ...(within?.values ?? [])],
  ) as unknown as { id: NoticeId; last_on: Day }[]
}
