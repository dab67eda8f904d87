/** Letting a case pass a cap: one asks with a reason, another above the unit allows it or not (handbook A9). */
import { z } from 'zod'
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { amountOut, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Scoped } from '../../book/scope.ts'
import type { CapOverrideRequestId, CaseId } from '../../kit/ids.ts'
import { amountText, minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { isSamePerson } from '../../people/interests.ts'
import { build, first, insert, nextId, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { caseNotInState } from '../cases/refusals.ts'
import {
  type CaseVersion,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  versionOfCase,
  versionsOfCase,
} from '../cases/rows.ts'
import { approvesFromAbove, deciderRoles } from './above.ts'
import { type CapsCounted, capsOf, passedCaps } from './counting.ts'
import {
  capNotAbove,
  capNotPassed,
  capRequestApprover,
  capRequestDecided,
  capRequestOwn,
  capRequestUnknown,
  capRequestWaits,
} from './refusals.ts'

export type OverrideRequest = Row<'cap_override_request'>

/** A request with what was decided on it; null while it waits. */
export interface OverrideStanding extends OverrideRequest {
  readonly decision: Row<'cap_override'> | undefined
}

const requestById = prepare((p: { id: CapOverrideRequestId }) =>
  build.selectFrom('cap_override_request').selectAll().where('id', '=', p.id),
)
const requestsFor = prepare((p: { id: CaseId }) =>
  build.selectFrom('cap_override_request').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const decisionOn = prepare((p: { id: CapOverrideRequestId }) =>
  build.selectFrom('cap_override').selectAll().where('request_id', '=', p.id),
)
const approvers = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_approval').select('actor').where('case_id', '=', p.id),
)

/** The requests to let a case pass caps, oldest first, with what was decided. */
export function overridesOf(reader: Reader, id: CaseId): OverrideStanding[] {
  return rows(reader, requestsFor, { id }).map((request) => ({
    ...request,
    decision: first(reader, decisionOn, { id: request.id }),
  }))
}

/**
 * The newest leave to pass caps that covers what a version asks for: no more than was asked about, for the same payee,
 * cause and grade, and with no other case awarded since that the caps count. Undefined for none.
 */
export function overrideFor(
  reader: Reader,
  theCase: HardshipCase,
  version: CaseVersion,
  caps: CapsCounted,
): OverrideStanding | undefined {
  const versions = versionsOfCase(reader, theCase.id)
  const newest = lastAwarded(reader, caps)
  return overridesOf(reader, theCase.id).findLast((request) => {
    const asked = versions.findLast(({ event_seq }) => event_seq < request.event_seq)
    const same = leftAlone.every((name) => asked?.[name] === version[name])
    const covers = request.amount_minor >= version.amount_minor * version.instalments
    return request.decision?.allowed === 1 && covers && same && newest < request.event_seq
  })
}

/** What of a case stays as it was when it was let pass a cap; it may still ask for less. */
const leftAlone = ['payee_id', 'cause', 'grade'] as const

const lastSql = `select coalesce(max(event_seq), 0) as "last" from award
  where case_id in (select value from json_each(+?))`

/** The event of the last award among what caps count; 0 for none. */
function lastAwarded(reader: Reader, { counts }: CapsCounted): number {
  const counted = counts.flatMap((count) => count.counted.map(({ subject }) => subject))
  const those = counted.filter((subject) => subject.startsWith('case/')).map((one) => one.slice(5))
  return Number(reader.first(lastSql, [JSON.stringify(those.map(Number))])!.last)
}

/** A request as far as the asker reaches its case. Refuses `cap_request.unknown`. */
export function overrideRequestWithId(
  asker: Scoped,
  id: number,
): { readonly request: OverrideRequest; readonly theCase: HardshipCase } {
  const request = first(asker, requestById, { id: id as CapOverrideRequestId })
  if (!request) throw capRequestUnknown({ request: id })
  try {
    return { request, theCase: caseWithId(asker, request.case_id) }
  } catch {
    throw capRequestUnknown({ request: id })
  }
}

/** Refuses `case.not_in_state` for a case that is not to be decided any more. */
function requireOpen(act: Act, theCase: HardshipCase): void {
  const { state } = standingOf(act, theCase.id)
  if (['open', 'asked', 'suspended'].includes(state)) return
  throw caseNotInState({ case: caseRef(theCase.id), state, act: 'let past a cap' })
}

export const ask = command({
  name: 'caps.ask_override',
  summary: 'Asks that a case may pass the caps that keep it from being approved, with a reason',
  may: ['owner', 'fund_administrator', 'approver', 'committee_member'],
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/cap-requests' },
  input: z.strictObject({ case: idField, reason: reasonField }),
  output: z.object({ request: z.number(), case: z.number(), amount: amountOut }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const theCase = caseWithId(act, input.case)
    requireOpen(act, theCase)
    const version = versionOfCase(act, theCase.id)
    requireNoInterestInCases(act, [theCase])
    const waits = overridesOf(act, theCase.id).find(({ decision }) => !decision)
    if (waits) throw capRequestWaits({ case: caseRef(theCase.id), request: waits.id })
    const counted = capsOf(act, theCase, { version, on: act.today })
    if (passedCaps(counted).length === 0) throw capNotPassed({ case: caseRef(theCase.id) })
    const id = nextId(act, 'cap_override_request')
    const amountMinor = minor(version.amount_minor * version.instalments)
    insert(act, 'cap_override_request', {
      id,
      case_id: theCase.id,
      amount_minor: amountMinor,
      reason_detail_id: keepDetail(act, 'cap_override_reason', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const { currency } = fundById(act, theCase.fund_id)
    return { request: id, case: theCase.id, amount: amountText(amountMinor, currency) }
  },
})

/** Refuses whoever may not decide on a request: who asked, approved, entered the case or is not above it. */
function requireMayDecide(act: Act, request: OverrideRequest, theCase: HardshipCase): void {
  const ref = caseRef(theCase.id)
  const isSame = (actor: string) => isSamePerson(act, actor, act.caller.actor, theCase.event_seq)
  if (isSame(request.actor)) throw capRequestOwn({ request: request.id })
  requireNoInterestInCases(act, [theCase])
  requireAnotherHand(act, [theCase])
  if (rows(act, approvers, { id: theCase.id }).some(({ actor }) => isSame(actor))) {
    throw capRequestApprover({ case: ref })
  }
  if (!approvesFromAbove(act, act.caller, theCase.unit_id)) throw capNotAbove({ case: ref })
}

export const decide = command({
  name: 'caps.allow_override',
  summary: 'Lets a case pass its caps, or not: by somebody above its unit who did not ask for it',
  may: deciderRoles,
  reach: 'units',
  route: { method: 'POST', path: '/cap-requests/{request}/decision' },
  input: z.strictObject({ request: idField, allowed: z.boolean(), reason: reasonField }),
  output: z.object({ request: z.number(), case: z.number(), allowed: z.boolean() }),
  subject: (output) => `case/${output.case}`,
  run: (act, input) => {
    const { request, theCase } = overrideRequestWithId(act, input.request)
    if (first(act, decisionOn, { id: request.id })) throw capRequestDecided({ request: request.id })
    requireOpen(act, theCase)
    requireMayDecide(act, request, theCase)
    insert(act, 'cap_override', {
      id: nextId(act, 'cap_override'),
      request_id: request.id,
      allowed: input.allowed ? 1 : 0,
      reason_detail_id: keepDetail(act, 'cap_override_reason', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { request: request.id, case: theCase.id, allowed: input.allowed }
  },
})
