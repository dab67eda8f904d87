/** Who decides on a case, and what must have been decided before it is approved (handbook A4, A9). */

import type { Act, View } from '../../book/registry.ts'
import { bindingDuties } from '../../funds/binding-duties.ts'
import { emergencyNotAllowed, emergencyTooLarge } from '../../funds/duty-refusals.ts'
import { policyOf, requireAllowed } from '../../funds/policy.ts'
import { amountText } from '../../kit/money.ts'
import { type Fund, fundById, requireOpenFund } from '../../ledger/funds.ts'
import type { PayoutCategory } from '../../ledger/roles.ts'
import { isSamePerson } from '../../people/interests.ts'
import { partyRef } from '../../people/parties.ts'
import { partyHasDied } from '../../people/refusals.ts'
import { diedOn } from '../../people/statuses.ts'
import { approvalsNeeded, deciderOf, emergencyLimitMinor } from '../../policies/deciding.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { approvesFromAbove } from '../caps/above.ts'
import { type CapsCounted, capRefusal, capsOf, passedCaps } from '../caps/counting.ts'
import { overrideFor } from '../caps/overrides.ts'
import { barredOf } from '../cases/entering.ts'
import { caseBarred } from '../cases/entering-refusals.ts'
import { type CaseVersion, caseRef, type HardshipCase, workflowOf } from '../cases/rows.ts'
import { fileById, fileRef, fileStanding } from '../files/files.ts'
import { fileNotInHardship } from '../files/refusals.ts'
import { decisionOf } from '../sittings/decisions.ts'
import { officersOf } from './officers.ts'
import {
  caseApprovedAlready,
  caseDecisionDiffers,
  caseEmergencyNever,
  caseLetPassedCap,
  caseNeedsHigher,
  caseNoDecision,
} from './refusals.ts'
import { wholeOf } from './reserving.ts'

const approvalsOn = prepare((p: { version: number }) =>
  build.selectFrom('case_approval').selectAll().where('version_id', '=', p.version).orderBy('id'),
)

/** The approvals of what a case proposes now, oldest first. */
export function approvalsOf(reader: Reader, version: CaseVersion) {
  return rows(reader, approvalsOn, { version: version.id })
}

export type Decider = NonNullable<ReturnType<typeof deciderOf>>

/** How a case is decided, and what is there already. */
export interface Deciding {
  readonly decidedBy: Decider
  /** How many persons must approve it. */
  readonly needed: number
  /** The carried ballot of a closed sitting, where there is one. */
  readonly ballot: ReturnType<typeof decisionOf>
  readonly policies: Readonly<Record<string, number | null>>
}

/** Who decides on what a case proposes, by the policies of today. */
export function decidingOn(act: View | Act, theCase: HardshipCase, version: CaseVersion): Deciding {
  const fund = fundById(act, theCase.fund_id)
  const whole = wholeOf(version)
  const tiers = policyInForce(act, 'tiers', { unit: theCase.unit_id, on: act.today })
  const duties = bindingDuties(act, fund, act.today)
  const decidedBy = deciderOf(tiers.body, whole, fund.currency) ?? 'approver'
  const byDuties = Math.max(1, approvalsNeeded(duties.body, whole, fund.currency))
  const majority = () => Math.floor(officersOf(act, theCase.unit_id) / 2) + 1
  return {
    decidedBy,
    needed: decidedBy === 'all_officers' ? Math.max(byDuties, majority()) : byDuties,
    ballot: decisionOf(act, theCase.id),
    policies: {
      tiers: tiers.version,
      duties: duties.version,
      workflows: theCase.policy_version_id,
    },
  }
}

/**
 * Refuses a case on which another body decides first: `case.no_decision`, `case.decision_differs` where the committee
 * does, `case.needs_higher` where the level above does.
 */
export function requireDecided(
  act: Act,
  theCase: HardshipCase,
  { decidedBy, ballot }: Deciding,
  version: CaseVersion,
): void {
  const ref = caseRef(theCase.id)
  const { currency } = fundById(act, theCase.fund_id)
  const deliberated = workflowOf(act, theCase).steps.some(({ kind }) => kind === 'deliberate')
  if (decidedBy === 'committee' || deliberated) {
    if (!ballot) throw caseNoDecision({ case: ref })
    const same =
      ballot.amountMinor === version.amount_minor && ballot.instalments === version.instalments
    if (!same) {
      const decided = wholeOf({
        ...version,
        amount_minor: ballot.amountMinor,
        instalments: ballot.instalments,
      })
      const [given, asked] = [decided, wholeOf(version)].map((one) => amountText(one, currency))
      throw caseDecisionDiffers({ case: ref, decided: given!, asked: asked!, currency })
    }
  }
  if (decidedBy === 'higher_body' && !approvesFromAbove(act, act.caller, theCase.unit_id)) {
    throw caseNeedsHigher({ case: ref, amount: amountText(wholeOf(version), currency), currency })
  }
}

/** Refuses `case.approved_already`: each person counts once, whichever user or token they act by. */
export function requireNotYet(act: Act, theCase: HardshipCase, version: CaseVersion): void {
  const again = approvalsOf(act, version).some(({ actor }) =>
    isSamePerson(act, actor, act.caller.actor, theCase.event_seq),
  )
  if (again) throw caseApprovedAlready({ case: caseRef(theCase.id) })
}

/**
 * Refuses whom nobody helps today: `party.has_died`, `hardship_file.not_in_hardship`, `case.barred`; and what the fund
 * does not give: `fund.closed`, `fund.category_not_allowed`, `fund.larger_than_policy`.
 */
export function requireGivable(act: Act, theCase: HardshipCase, version: CaseVersion): void {
  const { beneficiary_id, file_id } = theCase
  const fund = fundById(act, theCase.fund_id)
  requireOpenFund(act, fund)
  const party = partyRef(beneficiary_id)
  const died = diedOn(act, beneficiary_id)
  if (died !== null && died <= act.today) throw partyHasDied({ party, on: died })
  if (fileStanding(act, file_id).in_hardship === 0) {
    throw fileNotInHardship({ party, file: fileRef(file_id) })
  }
  const until = barredOf(act, fileById(act, file_id), beneficiary_id, act.today)
  if (until !== null) throw caseBarred({ party, until })
  const category = theCase.category as PayoutCategory
  requireAllowed(policyOf(act, fund), fund, { category, amountMinor: version.amount_minor })
}

/**
 * Counts the caps of a case as of today; where it passes some, somebody above its unit must have let it, and not whoever
 * approves. Refuses `cap.exceeded`, `cap.too_often`, `cap.below_least`, `cap.standard_missing`, `case.let_pass_cap`.
 */
export function requireWithinCaps(
  act: Act,
  theCase: HardshipCase,
  version: CaseVersion,
): { readonly caps: CapsCounted; readonly override: number | null } {
  const caps = capsOf(act, theCase, { version, on: act.today })
  const [passed] = passedCaps(caps)
  if (!passed) return { caps, override: null }
  const override = overrideFor(act, theCase, version, caps)
  if (!override) throw capRefusal(theCase, caps, passed)
  const own = isSamePerson(act, override.decision!.actor, act.caller.actor, theCase.event_seq)
  if (own) throw caseLetPassedCap({ case: caseRef(theCase.id) })
  return { caps, override: override.id }
}

/** How many others must agree to an emergency, as duties stand; whether it may be one at all is not asked. */
export function emergencyOthers(asker: View | Act, theCase: HardshipCase): number {
  return bindingDuties(asker, fundById(asker, theCase.fund_id), asker.today).body.emergency_others
}

/**
 * How many others must agree to an emergency. Refuses `case.emergency_never`, and by the policy on duties
 * `duties.emergency_not_allowed`, `duties.emergency_too_large`.
 */
export function emergencyNeeds(
  act: Act,
  theCase: HardshipCase,
  { version, fund }: { readonly version: CaseVersion; readonly fund: Fund },
): number {
  if (workflowOf(act, theCase).ratify_within_days === null) {
    throw caseEmergencyNever({ case: caseRef(theCase.id) })
  }
  const { currency } = fund
  const { body } = bindingDuties(act, fund, act.today)
  const limit = emergencyLimitMinor(body, currency)
  if (limit === null) throw emergencyNotAllowed({})
  const whole = wholeOf(version)
  if (whole > limit) {
    const [amount, most] = [amountText(whole, currency), amountText(limit, currency)]
    throw emergencyTooLarge({ amount, limit: most, currency })
  }
  return body.emergency_others
}
