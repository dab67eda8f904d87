/**
 * Signs of one hand behind many (handbook 0.5, A9: one handwriting on 31 lists). Each is a hint with its reason, for
 * somebody to look into, and never an accusation: a couple has one telephone, a school one account.
 */
import { z } from 'zod'
import { dayField, dayOut } from '../../book/fields.ts'
import { query, type Role, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { addMonths, type Day } from '../../kit/day.ts'
import { hex } from '../../kit/digest.ts'
import type { CaseId, PartyId, UnitId } from '../../kit/ids.ts'
import { sameHelp } from '../../people/households.ts'
import type { SqlValue } from '../../store/store.ts'
import { caseRef } from '../cases/rows.ts'
import { personOut, personShown } from '../cases/shown.ts'

const watchers: readonly Role[] = ['owner', 'fund_administrator', 'approver', 'auditor']

export const signalKinds = ['phone', 'bank_account', 'minute', 'reason'] as const

/** So many in one minute, or with one text, are worth a look. */
const worthALook = 3
/** Told of each kind at most, the largest first. */
const mostTold = 100

const signalOut = z.object({
  kind: z.enum(signalKinds),
  /** How many people, confirmations or cases come together. */
  count: z.number(),
  people: z.array(personOut),
  cases: z.array(z.object({ case: z.number(), reference: z.string() })),
  /** The day of what happened in one minute; null for others. */
  on: dayOut.nullable(),
})
type Signal = z.output<typeof signalOut>

const fewNamed = 20

/** Cases entered within a period, as a list that SQL joins. */
const casesSql = `select c.id as "case", c.beneficiary_id as "party", c.unit_id as "unit"
  from hardship_case as c where c.applied_on between +? and +?`

interface Looked {
  readonly case: CaseId
  readonly party: PartyId
  readonly unit: UnitId | null
}

/** Whether some people live in one household, for which one number is nothing unusual. */
function isOneHousehold(view: View, parties: readonly PartyId[]): boolean {
  const [one, ...others] = parties
  return others.every((other) => sameHelp(view, one!, other, view.today))
}

/** One telephone, or one bank account, of several people who do not live together. */
function oneNumber(
  view: View,
  kind: 'phone' | 'bank_account',
  looked: readonly Looked[],
): Signal[] {
  const byParty = new Map<PartyId, CaseId[]>()
  for (const one of looked) {
    byParty.set(one.party, [...(byParty.get(one.party) ?? []), one.case])
  }
  const parties = JSON.stringify([...byParty.keys()])
  const groups = new Map<string, PartyId[]>()
  const found = view.all(
    `select distinct b.mac as "mac", b.party_id as "party" from blind_index as b
     where b.field = +? and b.party_id in (select value from json_each(+?)) order by b.party_id`,
    [kind, parties],
  )
  for (const { mac, party } of found) {
    const key = hex(mac as Uint8Array)
    groups.set(key, [...(groups.get(key) ?? []), party as PartyId])
  }
  return [...groups.values()]
    .filter((those) => those.length > 1 && !isOneHousehold(view, those))
    .map((those) =>
      told(
        view,
        kind,
        those.length,
        those,
        those.flatMap((party) => byParty.get(party)!),
      ),
    )
}

function told(
  view: View,
  kind: Signal['kind'],
  count: number,
  parties: readonly PartyId[],
  cases: readonly CaseId[],
  on: Day | null = null,
): Signal {
  return {
    kind,
    count,
    people: parties.slice(0, fewNamed).map((party) => personShown(view, party)),
    cases: cases.slice(0, fewNamed).map((id) => ({ case: id, reference: caseRef(id) })),
    on,
  }
}

/** Confirmations that one person made in one minute by acts of their own: who calls or visits takes longer. */
function oneMinute(view: View, range: readonly SqlValue[], reached: ReadonlySet<CaseId>): Signal[] {
  const found = view.all(
    `select d.actor as "actor", e.at / 60000 as "minute", d.on_day as "on", a.case_id as "case"
     from delivery_confirmation as d join event as e on e.seq = d.event_seq
     join batch_line_result as r on r.payout_id = d.payout_id
     join batch_line as l on l.id = r.line_id join instalment as i on i.id = l.instalment_id
     join award as a on a.id = i.award_id
     where d.how in ('call', 'visit') and d.on_day between +? and +? order by d.id`,
    [...range],
  )
  const groups = new Map<string, { on: Day; cases: CaseId[] }>()
  for (const { actor, minute, on, case: id } of found) {
    if (!reached.has(id as CaseId)) continue
    const key = `${actor} ${Math.floor(minute as number)}`
    const group = groups.get(key) ?? { on: on as Day, cases: [] }
    group.cases.push(id as CaseId)
    groups.set(key, group)
  }
  return [...groups.values()]
    .filter(({ cases }) => cases.length >= worthALook)
    .map(({ on, cases }) => told(view, 'minute', cases.length, [], cases, on))
}

/** One text for the cause of many cases. */
function oneReason(view: View, range: readonly SqlValue[], reached: ReadonlySet<CaseId>): Signal[] {
  const found = view.all(
    `select d.body as "body", c.id as "case" from hardship_case as c
     join case_version as v
       on v.id = (select max(w.id) from case_version as w where w.case_id = c.id)
     join detail_body as d on d.detail_id = v.cause_detail_id
     where c.applied_on between +? and +? order by c.id`,
    [...range],
  )
  const groups = new Map<string, CaseId[]>()
  for (const { body, case: id } of found) {
    if (!reached.has(id as CaseId)) continue
    const key = (body as string)
      .normalize('NFKC')
      .replace(/[\s\p{P}]/gu, '')
      .toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), id as CaseId])
  }
  return [...groups.values()]
    .filter((cases) => cases.length >= worthALook)
    .map((cases) => told(view, 'reason', cases.length, [], cases))
}

export const signals = query({
  name: 'follow_ups.signals',
  summary: 'Lists hints of one hand behind many cases: one number, one minute, one text',
  may: watchers,
  reach: 'units',
  route: { method: 'GET', path: '/follow-up/signals' },
  input: z.strictObject({
    /** Of which days; the last year unless said. */
    from: dayField.optional(),
    to: dayField.optional(),
  }),
  output: z.object({ signals: z.array(signalOut), more: z.boolean() }),
  run: (view, input) => {
    const range = [input.from ?? addMonths(view.today, -12), input.to ?? view.today]
    const looked = (view.all(casesSql, range) as unknown as Looked[]).filter(({ unit }) =>
      inScope(view.scope, unit),
    )
    const reached = new Set(looked.map((one) => one.case))
    const found = [
      ...oneNumber(view, 'bank_account', looked),
      ...oneNumber(view, 'phone', looked),
      ...oneMinute(view, range, reached),
      ...oneReason(view, range, reached),
    ]
    const largest = found.toSorted((a, b) => b.count - a.count)
    return { signals: largest.slice(0, mostTold), more: found.length > mostTold }
  },
})
