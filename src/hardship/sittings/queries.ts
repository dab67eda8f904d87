/** Sittings as lists and as pages: who was there, who stepped back, what was voted, the minutes. */
import { z } from 'zod'
import { readDetail, textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import { pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import { inScope, scopeList, viewAs } from '../../book/scope.ts'
import type { SittingId } from '../../kit/ids.ts'
import { unitMeant } from '../../people/units.ts'
import { committeeBody } from '../../policies/deciding.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { caseRef, caseWithId } from '../cases/rows.ts'
import { proposals } from './ballots.ts'
import { call, recordAttendance } from './calling.ts'
import { close } from './closing.ts'
import { holdersFor } from './members.ts'
import { committeePolicyOf } from './policy.ts'
import { recuse } from './recusing.ts'
import {
  attendanceOf,
  ballotsOf,
  ballotsOnCase,
  closeOf,
  countedBallots,
  recusalsOf,
  type Sitting,
  sittingById,
  sittingRef,
  sittingWithId,
} from './rows.ts'
import {
  ballotShown,
  ballotShownOut,
  sittingOut,
  sittingShown,
  userOut,
  userShown,
} from './shown.ts'
import { vote } from './voting.ts'

const closedSql = 'exists (select 1 from sitting_close as x where x.sitting_id = t.id)'

export const list = query({
  name: 'sittings.list',
  summary: 'Lists the sittings of committees, newest first, with what they decided',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/sittings' },
  input: z.strictObject({
    state: z.enum(['open', 'closed']).optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ sittings: z.array(sittingOut), ...pageOut }),
  run: (view, input) => {
    const sql = input.state === 'open' ? `not ${closedSql}` : closedSql
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'sitting',
        key: null,
        descending: true,
        seek: [],
        also: input.state === undefined ? [] : [{ sql, values: [] }],
        within:
          view.scope === 'all'
            ? null
            : {
                sql: 't.unit_id in (select value from json_each(+?))',
                values: [scopeList(view.scope)],
              },
      },
      input,
    )
    const sittings = ids.map((id) => sittingShown(view, sittingById(view, id as SittingId)))
    return { sittings, next, previous }
  },
})

const partOut = userOut.extend({
  part: z.enum(['chair', 'member', 'supervisor']),
  presence: z.enum(['present', 'excused', 'absent']),
})

export const show = query({
  name: 'sittings.show',
  summary: 'Shows a sitting: attendance, recusals, votes and, once it is closed, its minutes',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/sittings/{sitting}' },
  input: z.strictObject({ sitting: idField }),
  output: sittingOut.extend({
    place: z.string().nullable(),
    /** The policy on committees it is held under; the version is null for the house's own. */
    policy: z.object({ version: z.number().nullable(), body: committeeBody }),
    attendance: z.array(partOut),
    recusals: z.array(
      userOut.extend({
        case: z.number(),
        reference: z.string(),
        ground: z.enum(['known', 'said']),
        reason: z.string().nullable(),
      }),
    ),
    voted: z.array(ballotShownOut),
    /** The frozen text (RFC 8785), of which `digest` is the SHA-256; null while it is open. */
    minutes: z.string().nullable(),
    /** What this reader may do now. */
    may: z.object({
      record: z.boolean(),
      recuse: z.boolean(),
      vote: z.boolean(),
      close: z.boolean(),
    }),
  }),
  run: (view, input) => {
    const sitting = sittingWithId(view, input.sitting)
    const { id } = sitting
    const closed = closeOf(view, id)
    const counting = new Map(
      [...countedBallots(view, id)].map(([one, { ballot }]) => [one as number, ballot.id]),
    )
    return {
      ...sittingShown(view, sitting),
      place: textFor(view, sitting.place_detail_id),
      policy: { version: sitting.policy_version_id, body: committeePolicyOf(view, sitting) },
      attendance: attendanceOf(view, id).map(({ user_id, part, presence }) => ({
        ...userShown(view, user_id),
        part,
        presence,
      })),
      recusals: recusalsOf(view, id).map((one) => ({
        ...userShown(view, one.user_id),
        case: one.case_id as number,
        reference: caseRef(one.case_id),
        ground: one.ground,
        reason: textFor(view, one.reason_detail_id),
      })),
      voted: ballotsOf(view, id).map((ballot) => ballotShown(view, ballot, counting)),
      minutes: closed ? (readDetail(view, closed.minutes_detail_id)?.body ?? null) : null,
      may: mayAt(view, sitting, closed !== undefined),
    }
  },
})

function mayAt(view: View, sitting: Sitting, closed: boolean) {
  const now = !closed && sitting.held_on <= view.today
  const there = (asked: typeof vote | typeof close | typeof recuse | typeof recordAttendance) => {
    const reached = viewAs(view, asked)
    return now && reached !== undefined && inScope(reached.scope, sitting.unit_id)
  }
  return {
    record: there(recordAttendance),
    recuse: there(recuse),
    vote: there(vote),
    close: there(close),
  }
}

export const seats = query({
  name: 'sittings.seats',
  summary: 'Lists who may sit on the committee of a unit, with and without a vote',
  may: call.may,
  reach: 'units',
  route: { method: 'GET', path: '/committee-seats' },
  input: z.strictObject({ unit: codeField.optional() }),
  output: z.object({
    members: z.array(userOut),
    /** Empty where the policy lets no supervisors attend. */
    supervisors: z.array(userOut),
  }),
  run: (view, input) => {
    const unit = unitMeant(view, input.unit)?.id ?? null
    const { body } = policyInForce(view, 'committee', { unit, on: view.today })
    const members = holdersFor(view, 'committee_member', unit)
    const auditors = body.supervisors_attend ? holdersFor(view, 'auditor', unit) : []
    return {
      members: members.map((user) => userShown(view, user)),
      supervisors: auditors
        .filter((user) => !members.includes(user))
        .map((user) => userShown(view, user)),
    }
  },
})

export const onCase = query({
  name: 'sittings.on_case',
  summary: 'Lists what committees voted on a case, newest first',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/ballots' },
  input: z.strictObject({ case: idField }),
  output: z.object({
    ballots: z.array(
      z.object({
        ballot: z.number(),
        /** Null for a sitting above the caller's reach. */
        sitting: z.number().nullable(),
        reference: z.string(),
        held_on: dayOut,
        proposal: z.enum(proposals),
        rule: z.string().nullable(),
        carried: z.boolean(),
        in_favour: z.number(),
        against: z.number(),
        abstained: z.number(),
        conditions: z.string().nullable(),
        /** Of the minutes; null while the sitting is open. */
        digest: z.string().nullable(),
        sequence: z.number(),
      }),
    ),
  }),
  run: (view, input) => {
    const theCase = caseWithId(view, input.case)
    return {
      ballots: ballotsOnCase(view, theCase.id).map((one) => ({
        ballot: one.id as number,
        sitting: inScope(view.scope, one.unit_id) ? (one.sitting_id as number) : null,
        reference: sittingRef(one.sitting_id),
        held_on: one.held_on,
        proposal: one.proposal,
        rule: one.rule,
        carried: one.carried === 1,
        in_favour: one.in_favour,
        against: one.against,
        abstained: one.abstained,
        conditions: textFor(view, one.conditions_detail_id),
        digest: one.digest,
        sequence: one.event_seq,
      })),
    }
  },
})
