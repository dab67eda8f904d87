/**
 * Ending awards before all of them was paid: what was set aside is free, and what was payable is undone (journal map G8):
 * against the expense in the same year, against net assets when the year is over.
 */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { beforeOrigin } from '../../funds/refusals.ts'
import type { Day } from '../../kit/day.ts'
import type { EntryId } from '../../kit/ids.ts'
import { entryById } from '../../ledger/entries.ts'
import { fundById } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { requireOpenDay } from '../../ledger/periods.ts'
import { post } from '../../ledger/post.ts'
import type { AccountRole, PayoutCategory } from '../../ledger/roles.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { advance } from '../cases/advance.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { casesMeant } from '../cases/given.ts'
import { caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'
import { actedOn, actedOut, keptFor } from '../flow/acting.ts'
import { caseSubject } from './awarding.ts'
import { type Award, awardOf, endOfAward } from './awards.ts'
import { debtOf, type Instalment, instalmentsOf, stateOfInstalment } from './instalments.ts'
import { awardAllPaid, awardEnded, awardInBatch, awardNone } from './refusals.ts'
import { freeReservation } from './reserving.ts'

/** Why an award ends before it was all paid; that it was not ratified is said by ratifying. */
export const endCauses = [
  'died',
  'moved',
  'improved',
  'declined',
  'mistake',
  'false_declaration',
] as const
export type EndCause = (typeof endCauses)[number] | 'not_ratified'

/** Net assets out of which a fund's expenses of earlier years were met. */
const netAssetsOf: Readonly<Record<string, AccountRole>> = {
  unrestricted: 'net_assets_unrestricted',
  purpose: 'net_assets_purpose',
  time: 'net_assets_time',
  // Help is never given out of the principal, so what is undone goes back to what may be spent.
  principal_preserved: 'net_assets_purpose',
  board_designated: 'net_assets_designated',
}

/** Whether an instalment's expense is one of an earlier year, which is closed: net assets are adjusted. */
export function isOfEarlierYear(act: Act, { entry_id }: Instalment, on: Day): boolean {
  return entryById(act, entry_id).effective_on.slice(0, 4) < on.slice(0, 4)
}

/** The account in which an instalment's expense is undone: the expense itself, or net assets. */
export function undoneIn(
  act: Act,
  instalment: Instalment,
  on: Day,
): { readonly $expense: AccountRole } | { readonly $netAssets: AccountRole } {
  if (!isOfEarlierYear(act, instalment, on)) {
    return { $expense: instalment.category as PayoutCategory }
  }
  return { $netAssets: netAssetsOf[fundById(act, instalment.fund_id).restriction]! }
}

const batchOf = `select b.number as "batch" from batch_line as l join batch as b on b.id = l.batch_id
  where l.instalment_id = +?
    and not exists (select 1 from batch_line_result as r where r.line_id = l.id)
    and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)
    and not exists (select 1 from batch_drop as d where d.batch_id = l.batch_id)`

/** What of an award is paid, and what is owed still. Refuses `award.in_batch` while the bank has not answered. */
export function partsOf(
  act: Act,
  theCase: HardshipCase,
  award: Award,
): { readonly paid: readonly Instalment[]; readonly owed: readonly Instalment[] } {
  const states = instalmentsOf(act, award.id).map((instalment) => ({
    instalment,
    state: stateOfInstalment(act, instalment.id),
  }))
  const sent = states.find(({ state }) => state === 'in_batch')
  if (sent) {
    const batch = act.first(batchOf, [sent.instalment.id])!.batch as string
    throw awardInBatch({ case: caseRef(theCase.id), batch })
  }
  const of = (...wanted: string[]) =>
    states.filter(({ state }) => wanted.includes(state)).map(({ instalment }) => instalment)
  return { paid: of('paid'), owed: of('payable', 'returned') }
}

/** Undoes what is owed of an instalment, on a day; answers the entry. */
function cancelInstalment(
  act: Act,
  theCase: HardshipCase,
  instalment: Instalment,
  on: Day,
): EntryId {
  const earlier = isOfEarlierYear(act, instalment, on)
  const kind = earlier ? 'award.cancelled_prior_year' : 'award.cancelled'
  const slots = { $payable: debtOf(act, instalment.id), ...undoneIn(act, instalment, on) }
  const { id: entry } = post(act, {
    kind,
    effectiveOn: on,
    subject: caseSubject(theCase),
    legs: legsOf(act, kind, {
      fund: fundById(act, instalment.fund_id),
      amountMinor: instalment.amount_minor,
      partyId: instalment.payee_id,
      slots,
    }),
    reverses: null,
    noteDetailId: null,
  })
  insert(act, 'instalment_end', {
    id: nextId(act, 'instalment_end'),
    instalment_id: instalment.id,
    entry_id: entry,
    event_seq: act.seq,
  })
  return entry
}

/** An award that may be ended, with its parts. Refuses `award.none`, `award.ended`, `award.all_paid`, `award.in_batch`. */
function requireEndable(act: Act, theCase: HardshipCase) {
  const ref = caseRef(theCase.id)
  const award = awardOf(act, theCase.id)
  if (!award) throw awardNone({ case: ref })
  const parts = partsOf(act, theCase, award)
  const end = endOfAward(act, award.id)
  if (parts.owed.length === 0) {
    if (end) throw awardEnded({ case: ref, cause: end.cause })
    const made = instalmentsOf(act, award.id).length
    if (made === award.instalments) throw awardAllPaid({ case: ref })
  }
  return { award, ...parts, ended: end !== undefined }
}

/** The end of an award, as it is written. */
export interface AwardEnding {
  readonly cause: EndCause
  readonly on: Day
  readonly reason: string | undefined
}

/**
 * Ends the award of a case. What came back from the bank after an award had ended is undone in the same way, without
 * ending it twice. Answers the entries that undo what was owed. Refuses what `requireEndable` refuses.
 */
export function endAward(
  act: Act,
  theCase: HardshipCase,
  { cause, on, reason }: AwardEnding,
): EntryId[] {
  const { award, paid, owed, ended } = requireEndable(act, theCase)
  freeReservation(act, theCase)
  const undone = owed.map((one) => cancelInstalment(act, theCase, one, on))
  if (!ended) {
    insert(act, 'award_end', {
      id: nextId(act, 'award_end'),
      award_id: award.id,
      cause,
      ended_on: on,
      reason_detail_id: keptFor(act, 'award_end_reason', reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
  }
  if (standingOf(act, theCase.id).state === 'awarded') {
    // What was paid stays paid: its visits and call-backs follow. Where nothing was, the case is over.
    const text = reason === undefined ? null : keepDetail(act, 'case_reason', reason)
    advance(act, theCase, { act: paid.length > 0 ? 'paid' : 'cancelled', on, reason: text })
  }
  return undone
}

/** A list of hundreds may be dropped at once, after a mistake. */
const mostCases = 5_000

export const end = command({
  name: 'awards.end',
  summary: 'Ends awards before all of them was paid; what was set aside and owed is free again',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/awards/ends' },
  input: z.strictObject({
    cases: z.array(idField).min(1).max(mostCases),
    cause: z.enum(endCauses),
    /** Today unless said. */
    ended_on: dayField.optional(),
    reason: reasonField,
  }),
  output: actedOut.extend({
    /** Instalments that were owed, and are not any more. */
    cancelled: z.number(),
    /** The entry that undoes what was owed, where it was one. */
    entry: z.number().nullable(),
  }),
  subject: ({ first }) => `case/${first}`,
  run: (act, { cases: ids, cause, ended_on: on = act.today, reason }) => {
    const cases = casesMeant(act, { cases: ids }, 'pay')
    requireOpenDay(act, on)
    requireNoInterestInCases(act, cases)
    for (const one of cases) requireNotBefore(act, one, on)
    const cancelled = cases.flatMap((one) => endAward(act, one, { cause, on, reason }))
    const entry = cancelled.length === 1 ? cancelled[0]! : null
    return { ...actedOn(cases), cancelled: cancelled.length, entry }
  },
})

const answeredOn = `select max(coalesce(b.on_day, r.on_day)) as "on" from instalment as i
  join batch_line as l on l.instalment_id = i.id
  join batch_line_result as r on r.line_id = l.id
  left join batch_line_bounce as b on b.line_id = l.id
  where i.award_id = +? and (b.id is not null or r.outcome = 'rejected')`

/**
 * Refuses `day.before_origin` for a day before the award, before what became payable of it last, or before what was sent
 * came back.
 */
function requireNotBefore(act: Act, theCase: HardshipCase, on: Day): void {
  const award = awardOf(act, theCase.id)
  if (!award) return
  const days = instalmentsOf(act, award.id).map(
    ({ entry_id }) => entryById(act, entry_id).effective_on,
  )
  const back = act.first(answeredOn, [award.id])!.on as Day | null
  const origin = [award.approved_on, ...days, ...(back === null ? [] : [back])].sort().at(-1)!
  if (on < origin) throw beforeOrigin({ day: on, origin })
}
