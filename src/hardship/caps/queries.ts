/** Queries of caps: what they leave for a case, and the whole support picture of a person (peers 3, row 12). */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField } from '../../book/fields.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { amountText, type Minor, minor, zeroMinor } from '../../kit/money.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyRef, partyWithRef } from '../../people/parties.ts'
import {
  type Cap,
  helps as capHelps,
  capScopes,
  capValues,
  capWindows,
} from '../../policies/caps.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { caseWithId, versionOfCase } from '../cases/rows.ts'
import { fileById, fileOfParty, fileStanding } from '../files/files.ts'
import { capsOf, passedCaps, standardOn } from './counting.ts'
import { type AidGiven, type AidProposed, breachesOf, type CapCount, countCaps } from './engine.ts'
import { aidOf } from './history.ts'
import { overridesOf } from './overrides.ts'

const capOut = z.object({
  help: z.enum(capHelps),
  scope: z.enum(capScopes),
  window: z.enum(capWindows),
  window_months: z.number().nullable(),
  value: z.enum(capValues),
  currency: z.string(),
  /** The most in its window; null where only how often, or the least, is said. */
  limit: amountOut.nullable(),
  used: amountOut,
  left: amountOut.nullable(),
  times: z.number(),
  times_most: z.number().nullable(),
  least: amountOut.nullable(),
  /** What was counted, such as `case/12` or `payout/3`. */
  counted: z.array(z.string()),
  /** In which ways the case would pass it; empty when it does not. */
  passed: z.array(z.enum(['amount', 'times', 'least', 'standard'])),
  missing_standard: z.string().nullable(),
})
export type CapOut = z.output<typeof capOut>

function capShown(count: CapCount, passed: CapOut['passed']): CapOut {
  const { cap, limitMinor, usedMinor, leftMinor, leastMinor } = count
  const text = (amount: Minor | null) => (amount === null ? null : amountText(amount, cap.currency))
  return {
    help: cap.help,
    scope: cap.scope,
    window: cap.window,
    window_months: cap.window_months,
    value: cap.value.kind,
    currency: cap.currency,
    limit: text(limitMinor),
    used: amountText(usedMinor, cap.currency),
    left: text(leftMinor),
    times: count.times,
    times_most: cap.times_most,
    least: text(leastMinor),
    counted: count.counted.map(({ subject }) => subject),
    passed,
    missing_standard: count.missingStandard,
  }
}

const overrideOut = z.object({
  request: z.number(),
  reason: z.string().nullable(),
  /** Null while it waits. */
  allowed: z.boolean().nullable(),
  decision_reason: z.string().nullable(),
  /** The events that asked and that decided. */
  sequence: z.number(),
  decided_sequence: z.number().nullable(),
})

export const ofCase = query({
  name: 'caps.show',
  summary:
    'Shows the caps that speak of a case, what each leaves today, and who was asked to pass one',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/caps' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    case: z.number(),
    policy: z.number().nullable(),
    caps: z.array(capOut),
    overrides: z.array(overrideOut),
  }),
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    const version = versionOfCase(view, theCase.id)
    const counted = capsOf(view, theCase, { version, on: view.today })
    const passed = passedCaps(counted)
    const overrides = overridesOf(view, theCase.id).map(({ decision, ...request }) => ({
      request: request.id,
      reason: textFor(view, request.reason_detail_id),
      allowed: decision ? decision.allowed === 1 : null,
      decision_reason: decision ? textFor(view, decision.reason_detail_id) : null,
      sequence: request.event_seq,
      decided_sequence: decision?.event_seq ?? null,
    }))
    const caps = counted.counts.map((count) => {
      const ways = passed.filter((one) => one.count === count).map(({ breach }) => breach)
      return capShown(count, ways)
    })
    return { case: theCase.id, policy: counted.version, caps, overrides }
  },
})

const aidOut = z.object({
  /** Such as `case/12`, `payout/3`, `payment_request/4`. */
  subject: z.string(),
  on: dayOut,
  /** Who was helped: of merged parties the one that is kept. */
  party: z.string(),
  help: z.enum(capHelps).nullable(),
  currency: z.string(),
  amount: amountOut,
})

function aidShown({ subject, on, person, help, currency, amountMinor }: AidGiven) {
  const amount = amountText(amountMinor, currency)
  return { subject, on, party: partyRef(person), help, currency, amount }
}

export const picture = query({
  name: 'caps.picture',
  summary: 'Shows all help that a person and their household were given, and what caps leave them',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/support' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({
    party: z.string(),
    /** Their own, newest first. */
    aid: z.array(aidOut),
    /** That of others in the household. */
    household: z.array(aidOut),
    totals: z.array(
      z.object({ currency: z.string(), own: amountOut, household: amountOut, all: amountOut }),
    ),
    /** Caps for each person and each household, as they stand today without anything proposed. */
    caps: z.array(capOut),
  }),
  run: (view, input) => {
    const party = partyWithRef(view, input.party)
    const person = keptInPlaceOf(view, party.id)
    const file = fileOfParty(view, person, view.today)?.id ?? null
    const history = aidOf(view, { person, file }).filter(({ amountMinor }) => amountMinor > 0)
    const newest = history.toReversed()
    const own = newest.filter((aid) => aid.person === person)
    const household = newest.filter((aid) => aid.person !== person)
    const currencies = [...new Set(history.map(({ currency }) => currency))].sort()
    return {
      party: partyRef(party.id),
      aid: own.map(aidShown),
      household: household.map(aidShown),
      totals: currencies.map((currency) => ({
        currency,
        own: sumOf(own, currency),
        household: sumOf(household, currency),
        all: sumOf(history, currency),
      })),
      caps: standingCaps(view, { person, file, history }),
    }
  },
})

function sumOf(aid: readonly AidGiven[], currency: string): string {
  const found = aid.filter((one) => one.currency === currency)
  return amountText(minor(found.reduce((sum, { amountMinor }) => sum + amountMinor, 0)), currency)
}

/** What the caps of where the household belongs leave today; those on one event or programme need a case. */
function standingCaps(
  view: View,
  {
    person,
    file,
    history,
  }: Pick<AidProposed, 'person' | 'file'> & { readonly history: readonly AidGiven[] },
): CapOut[] {
  const on = view.today
  const unit_id = file === null ? null : fileById(view, file).unit_id
  const { caps } = policyInForce(view, 'caps', { unit: unit_id, on }).body
  const grade = file === null ? null : fileStanding(view, file).grade
  return caps.filter(isOfPerson).flatMap((cap) => {
    const proposed: AidProposed = {
      on,
      person,
      file,
      grade,
      help: cap.help,
      currency: cap.currency,
      standard: standardOn(view, { unit_id }, { on, currency: cap.currency }),
      programme: null,
      event: null,
      bills: [],
      firstMonth: null,
      months: 1,
      amountMinor: zeroMinor,
    }
    return countCaps([cap], proposed, history).map((count) =>
      capShown(
        count,
        breachesOf(count, proposed).filter((breach) => breach === 'times'),
      ),
    )
  })
}

function isOfPerson({ scope, window }: Cap): boolean {
  return (scope === 'person' || scope === 'household') && window !== 'per_event'
}
