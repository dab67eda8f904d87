/** The caps that hold for a case, counted in the book. */
import { type Day, monthOf } from '../../kit/day.ts'
import type { CaseId, PolicyVersionId } from '../../kit/ids.ts'
import { amountText, type Minor, minor } from '../../kit/money.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { fundById } from '../../ledger/funds.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { minorOf } from '../../policies/deciding.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Reader } from '../../store/store.ts'
import { type CaseVersion, caseRef, type HardshipCase } from '../cases/rows.ts'
import { fileStanding } from '../files/files.ts'
import {
  type AidGiven,
  type AidProposed,
  askedOf,
  breachesOf,
  type CapBreach,
  type CapCount,
  countCaps,
} from './engine.ts'
import { aidOf, billsOf } from './history.ts'
import {
  type CapTold,
  capBelowLeast,
  capExceeded,
  capStandardMissing,
  capTooOften,
} from './refusals.ts'

/** The caps that speak of a case on a day, with what each leaves. */
export interface CapsCounted {
  /** The version of the policy on caps; null for the house's own, which has none. */
  readonly version: PolicyVersionId | null
  readonly proposed: AidProposed
  readonly counts: readonly CapCount[]
}

/** What a case proposes, as caps look at it. */
function proposedBy(
  reader: Reader,
  theCase: HardshipCase,
  { version, on }: { readonly version: CaseVersion; readonly on: Day },
): AidProposed {
  const { currency } = fundById(reader, theCase.fund_id)
  const { amount_minor, instalments, grade } = version
  return {
    on,
    person: keptInPlaceOf(reader, theCase.beneficiary_id),
    file: theCase.file_id,
    programme: theCase.programme_id,
    event: theCase.aid_event_id,
    help: theCase.help as AidProposed['help'],
    currency,
    bills: billsOf(reader, theCase.id),
    firstMonth: instalments === 1 ? null : monthOf(on),
    months: instalments,
    amountMinor: minor(amount_minor * instalments),
    grade: grade ?? fileStanding(reader, theCase.file_id).grade,
    standard: standardOn(reader, theCase, { on, currency }),
  }
}

/** Reads what a reference standard comes to where a case belongs. */
export function standardOn(
  reader: Reader,
  { unit_id }: Pick<HardshipCase, 'unit_id'>,
  { on, currency }: { readonly on: Day; readonly currency: string },
): (name: string) => Minor | null {
  return (name) => {
    const { standards } = policyInForce(reader, 'standards', { unit: unit_id, on }).body
    const found = standards.find((one) => one.name === name && one.currency === currency)
    return found ? minorOf(found.amount, currency) : null
  }
}

/** Counts the caps that speak of a case as it would be approved on a day. */
export function capsOf(
  reader: Reader,
  theCase: HardshipCase,
  given: { readonly version: CaseVersion; readonly on: Day },
): CapsCounted {
  const place = { unit: theCase.unit_id, on: given.on }
  const { version, body } = policyInForce(reader, 'caps', place)
  const proposed = proposedBy(reader, theCase, given)
  // The history is read only where a cap speaks of it: most lists of hundreds have none.
  if (countCaps(body.caps, proposed, []).length === 0) return { version, proposed, counts: [] }
  const history = aidOf(reader, { person: theCase.beneficiary_id, file: theCase.file_id })
  const others = history.filter(({ subject }) => subject !== `case/${theCase.id}`)
  return { version, proposed, counts: countCaps(body.caps, proposed, others) }
}

/** A cap that a case would pass, and how. */
export interface PassedCap {
  readonly count: CapCount
  readonly breach: CapBreach
}

/** The caps that a case would pass. */
export function passedCaps({ counts, proposed }: CapsCounted): PassedCap[] {
  return counts.flatMap((count) => breachesOf(count, proposed).map((breach) => ({ count, breach })))
}

/** What help is called: `C-000012` for a case, else its subject. */
export function aidRef({ subject }: AidGiven): string {
  return subject.startsWith('case/') ? caseRef(Number(subject.slice(5)) as CaseId) : subject
}

/** The refusal that names a cap which a case passes, with what it allows, what was counted and what is left. */
export function capRefusal(
  theCase: HardshipCase,
  { proposed }: CapsCounted,
  passed: PassedCap,
): Refusal {
  const { count, breach } = passed
  const { cap } = count
  const { currency } = cap
  const text = (amount: Minor) => amountText(amount, currency)
  const told: CapTold = {
    case: caseRef(theCase.id),
    help: cap.help,
    scope: cap.scope,
    window: cap.window,
    months: cap.window_months,
    currency,
    counted: count.counted.map(aidRef),
  }
  const amount = text(askedOf(count, proposed))
  switch (breach) {
    case 'standard':
      return capStandardMissing({ ...told, standard: count.missingStandard! })
    case 'times':
      return capTooOften({ ...told, most: cap.times_most!, times: count.times })
    case 'least':
      return capBelowLeast({ ...told, least: text(count.leastMinor!), amount })
    case 'amount':
      return capExceeded({
        ...told,
        amount,
        limit: text(count.limitMinor!),
        used: text(count.usedMinor),
        left: text(count.leftMinor!),
      })
  }
}
