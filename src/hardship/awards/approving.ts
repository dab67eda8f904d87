/** Approving cases, many at once; the last approval that a case needs makes its award. */
import { z } from 'zod'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { EntryId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireAnotherCode } from '../applications/own-code.ts'
import { deciderRoles } from '../caps/above.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { casesGiven, casesMeant } from '../cases/given.ts'
import { caseNotInState } from '../cases/refusals.ts'
import {
  type CaseVersion,
  caseRef,
  type HardshipCase,
  standingOf,
  versionOfCase,
} from '../cases/rows.ts'
import { actedOn, actedOut, meantAt } from '../flow/acting.ts'
import { requireChecksClear } from '../flow/checks.ts'
import { requireVisited } from '../flow/visits.ts'
import { requireNoticesClean } from '../notices/closing.ts'
import { makeAward } from './awarding.ts'
import {
  approvalsOf,
  type Deciding,
  decidingOn,
  emergencyNeeds,
  requireDecided,
  requireGivable,
  requireNotYet,
  requireWithinCaps,
} from './deciding.ts'
import { instalmentsOf } from './instalments.ts'
import { caseNoEmergency } from './refusals.ts'

const approvedOut = actedOut.extend({
  /** How many of them were awarded by this; the others wait for more approvals. */
  awarded: z.number(),
  /** The entry that makes help payable, where one case was awarded. */
  entry: z.number().nullable(),
})

/** Writes an approval, and with the last one needed the award. Answers the entry of the last; null before. */
function approveOne(
  act: Act,
  theCase: HardshipCase,
  given: {
    readonly version: CaseVersion
    readonly deciding: Deciding
    readonly emergency: boolean
  },
): EntryId | null {
  const { version, deciding, emergency } = given
  requireNotYet(act, theCase, version)
  requireGivable(act, theCase, version)
  const { caps, override } = requireWithinCaps(act, theCase, version)
  const actor = principalOf(act, act.caller.actor)
  insert(act, 'case_approval', {
    id: nextId(act, 'case_approval'),
    case_id: theCase.id,
    version_id: version.id,
    actor,
    event_seq: act.seq,
  })
  const approvals = approvalsOf(act, version).map((one) => one.actor)
  if (approvals.length < deciding.needed) return null
  const award = makeAward(act, theCase, {
    version,
    caps,
    override,
    approvals,
    decidedBy: deciding.decidedBy,
    ballot: deciding.ballot?.ballot ?? null,
    minutesDigest: deciding.ballot?.minutesDigest ?? null,
    policies: { ...deciding.policies, caps: caps.version },
    emergency,
  })
  return instalmentsOf(act, award)[0]!.entry_id
}

function awardedBy(entries: readonly EntryId[]) {
  return { awarded: entries.length, entry: entries.length === 1 ? entries[0]! : null }
}

export const approve = command({
  name: 'cases.approve',
  summary:
    'Approves cases that somebody else entered; the last approval of each makes its help payable',
  may: deciderRoles,
  reach: 'units',
  route: { method: 'POST', path: '/cases/approvals' },
  input: z.strictObject({ ...casesGiven }),
  output: approvedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, input) => {
    const { cases, left_out } = meantAt(act, input, 'approve')
    requireAnotherCode(act, cases)
    requireVisited(act, cases)
    const entries: EntryId[] = []
    for (const one of cases) {
      const version = versionOfCase(act, one.id)
      const deciding = decidingOn(act, one, version)
      requireDecided(act, one, deciding, version)
      requireChecksClear(act, one)
      requireNoticesClean(act, one)
      const entry = approveOne(act, one, { version, deciding, emergency: false })
      if (entry !== null) entries.push(entry)
    }
    return { ...actedOn(cases, left_out), ...awardedBy(entries) }
  },
})

/** Refuses `case.no_emergency`, and `case.not_in_state` for what is not open. */
function requireEmergency(act: Act, theCase: HardshipCase): void {
  const { state } = standingOf(act, theCase.id)
  if (state !== 'open') throw caseNotInState({ case: caseRef(theCase.id), state, act: 'approved' })
  if (theCase.emergency === 0) throw caseNoEmergency({ case: caseRef(theCase.id) })
}

export const agree = command({
  name: 'cases.agree_to_emergency',
  summary:
    'Agrees that small help is paid before its steps; so many others must, and it is ratified after',
  may: ['owner', 'approver', 'committee_member', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/cases/emergency-agreements' },
  input: z.strictObject({ cases: casesGiven.cases.unwrap() }),
  output: approvedOut,
  subject: ({ first }) => `case/${first}`,
  run: (act, input) => {
    const cases = casesMeant(act, input, 'approve')
    for (const one of cases) requireEmergency(act, one)
    requireNoInterestInCases(act, cases)
    requireAnotherHand(act, cases)
    const entries: EntryId[] = []
    for (const one of cases) {
      const version = versionOfCase(act, one.id)
      const fund = fundById(act, one.fund_id)
      const needed = emergencyNeeds(act, one, { version, fund })
      const deciding = { ...decidingOn(act, one, version), needed }
      const entry = approveOne(act, one, { version, deciding, emergency: true })
      if (entry !== null) entries.push(entry)
    }
    return { ...actedOn(cases), ...awardedBy(entries) }
  },
})
