/** What waits for a sitting: cases in groups by who steps back from them, so that each group is one ballot. */
import { z } from 'zod'
import { amountOut, dayOut, idField } from '../../book/fields.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import { inScope, scopeList, unitsBelow } from '../../book/scope.ts'
import type { CaseId, UnitId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { interestText } from '../../people/interests.ts'
import { hasQuorum } from '../../policies/deciding.ts'
import type { SqlValue } from '../../store/store.ts'
import { interestsInCases } from '../cases/duties.ts'
import { caseById, caseRef, type HardshipCase, roundWithId, versionOfCase } from '../cases/rows.ts'
import { causeShown, personOut, personShown, sumText, totalOf } from '../cases/shown.ts'
import { type Group, groupedBy } from './ballots.ts'
import { committeePolicyOf } from './policy.ts'
import { recusedFrom } from './recusing.ts'
import {
  attendanceOf,
  countedBallots,
  membersOf,
  type Sitting,
  sittingWithId,
  votersPresent,
} from './rows.ts'
import { userOut, userShown } from './shown.ts'
import { awaitsRatification } from './votable.ts'

const caseOut = z.object({
  case: z.number(),
  reference: z.string(),
  beneficiary: personOut,
  cause: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
  currency: z.string(),
  /** Of one instalment, and how many. */
  amount: amountOut,
  instalments: z.number(),
  /** What all of them come to. */
  total: amountOut,
  applied_on: dayOut,
  /** It was paid in an emergency and is ratified, or not. */
  to_ratify: z.boolean(),
  /** It was voted on at this sitting already. */
  voted: z.boolean(),
  /** What ties this reader to it: somebody else records the vote. */
  own: z.array(z.string()),
})

const groupOut = z.object({
  /** Who takes no part, by what is known and what was said. */
  recused: z.array(userOut),
  members: z.number(),
  present: z.number(),
  quorum: z.boolean(),
  /** What its cases come to, where they are of one currency. */
  total: amountOut.nullable(),
  currency: z.string().nullable(),
  cases: z.array(caseOut),
})

/** A long sitting goes through its agenda in parts. */
const mostListed = 1_000

const waitingSql = `select s.case_id as "id" from case_state as s
  where s.state = 'open' and s.step_kind = 'deliberate'`
const ratifySql = `select a.case_id as "id" from award as a
  join case_state as s on s.case_id = a.case_id
  left join award_ratification as r on r.award_id = a.id
  where a.emergency = 1 and r.id is null`

/** The cases that wait for the committee of a unit, oldest first. */
function waitingFor(view: View, unit: UnitId | null, round: number | undefined): HardshipCase[] {
  const values: SqlValue[] = []
  let where = ''
  const only = (units: ReadonlySet<UnitId>) => {
    where += ' and s.unit_id in (select value from json_each(+?))'
    values.push(scopeList(units))
  }
  if (unit !== null) only(unitsBelow(view, [unit]))
  if (view.scope !== 'all') only(view.scope)
  if (round !== undefined) {
    where += ' and s.round_id = +?'
    values.push(roundWithId(view, round).id)
  }
  const found = view.all(
    `${waitingSql}${where} union ${ratifySql}${where} order by 1 limit ${mostListed + 1}`,
    [...values, ...values],
  )
  return found.map(({ id }) => caseById(view, id as CaseId))
}

export const agenda = query({
  name: 'sittings.agenda',
  summary: 'Lists the cases that wait for a sitting, in groups that are voted on together',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/sittings/{sitting}/agenda' },
  input: z.strictObject({
    sitting: idField,
    /** Only those of a list of cases. */
    round: idField.optional(),
  }),
  output: z.object({
    groups: z.array(groupOut),
    /** There are more than are told. */
    more: z.boolean(),
  }),
  run: (view, input) => {
    const sitting = sittingWithId(view, input.sitting)
    const found = waitingFor(view, sitting.unit_id, input.round)
    const cases = found.slice(0, mostListed)
    const attendance = attendanceOf(view, sitting.id)
    const members = membersOf(attendance)
    const recused = recusedFrom(view, sitting, members, cases)
    const told = {
      members,
      present: votersPresent(attendance),
      ...readersOwn(view, sitting, cases),
    }
    const groups = groupedBy(recused, cases).map((group) => groupTold(view, sitting, group, told))
    return { groups, more: found.length > cases.length }
  },
})

function readersOwn(view: View, sitting: Sitting, cases: readonly HardshipCase[]) {
  const interests = interestsInCases(view, view.caller.actor, cases)
  const voted = new Set(countedBallots(view, sitting.id).keys())
  return { interests, voted }
}

interface Told extends ReturnType<typeof readersOwn> {
  readonly members: readonly number[]
  readonly present: readonly number[]
}

function groupTold(view: View, sitting: Sitting, group: Group, told: Told) {
  const barred = new Set<number>(group.recused)
  const members = told.members.filter((user) => !barred.has(user)).length
  const present = told.present.filter((user) => !barred.has(user)).length
  const cases = group.cases.map((one) => caseTold(view, one, told))
  const currencies = [...new Set(cases.map(({ currency }) => currency))]
  const currency = currencies.length === 1 ? currencies[0]! : null
  const amounts = group.cases.map(({ id }) => totalOf(versionOfCase(view, id)))
  return {
    recused: group.recused.map((user) => userShown(view, user)),
    members,
    present,
    quorum: hasQuorum(committeePolicyOf(view, sitting), { present, members }),
    total: currency === null ? null : sumText(amounts, currency),
    currency,
    cases,
  }
}

function caseTold(view: View, theCase: HardshipCase, told: Told): z.output<typeof caseOut> {
  const { id, unit_id, fund_id } = theCase
  const asked = versionOfCase(view, id)
  const { currency } = fundById(view, fund_id)
  return {
    case: id,
    reference: caseRef(id),
    beneficiary: personShown(view, theCase.beneficiary_id),
    cause: causeShown(view, unit_id, asked.cause).name,
    currency,
    amount: amountText(asked.amount_minor, currency),
    instalments: asked.instalments,
    total: amountText(totalOf(asked), currency),
    applied_on: theCase.applied_on,
    to_ratify: awaitsRatification(view, theCase),
    voted: told.voted.has(id),
    own: [...new Set((told.interests.get(id) ?? []).map(interestText))],
  }
}

/** How many cases wait for a committee, as far as the caller reaches, and since when the oldest has. */
export function waitingForCommittees(view: View): { cases: CaseId[]; oldest_on: string | null } {
  const found = view
    .all(
      `select s.case_id as "id", s.since_on as "since", s.unit_id as "unit" from case_state as s
       where s.state = 'open' and s.step_kind = 'deliberate' order by s.since_on, s.case_id`,
      [],
    )
    .filter(({ unit }) => inScope(view.scope, unit as UnitId | null))
  return {
    cases: found.map(({ id }) => id as CaseId),
    oldest_on: (found[0]?.since as string | undefined) ?? null,
  }
}
