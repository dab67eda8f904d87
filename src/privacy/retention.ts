/**
 * Whose data are kept longer than the policy on retention says: persons, the last dealing with each being so many years
 * ago for everything that they were. Nothing is erased by it: a person looks at the reasons and asks for the erasure.
 */
import { z } from 'zod'
import { dayOut } from '../book/fields.ts'
import { query, type View } from '../book/registry.ts'
import { type Day, isDay } from '../kit/day.ts'
import type { PartyId, UnitId } from '../kit/ids.ts'
import { togetherWith } from '../people/merges.ts'
import { partyRef } from '../people/parties.ts'
import { nameFor } from '../people/shown.ts'
import { policyInForce } from '../policies/in-force.ts'
import type { Retention } from '../policies/people-data.ts'
import { holdKinds, holdsOf, owedAmong } from './holds.ts'
import { dealingsOfHelped, dealingsOfHelpers } from './pairing-dealings.ts'

/** What a person was to the organisation, as far as the policy speaks of it. */
export const dealingClasses = [
  'beneficiary',
  'refused_applicant',
  'payee',
  'donor',
  'member',
  'helper',
] as const
export type DealingClass = (typeof dealingClasses)[number]

/**
 * Where dealings of each class stand, with their days; what still goes on has none yet (`9999-12-31`). Each is asked
 * by itself: a Durable Object takes five parts of one union at most.
 */
const sources: readonly (readonly [DealingClass, string])[] = [
  [
    'donor',
    `select party_id, received_on as last_on from contribution where party_id is not null
     union all select i.party_id, c.received_on from contribution_identification as i
       join contribution as c on c.id = i.contribution_id`,
  ],
  [
    'beneficiary',
    `select beneficiary_id as party_id, paid_on as last_on from payout
     union all select c.beneficiary_id, '9999-12-31' from hardship_case as c
       join case_state as s on s.case_id = c.id
       where s.state in ('open', 'asked', 'suspended', 'awarded')
     union all select c.beneficiary_id, s.since_on from hardship_case as c
       join case_state as s on s.case_id = c.id where s.state in ('paid', 'cancelled')`,
  ],
  [
    'payee',
    'select payee_id as party_id, paid_on as last_on from payout where payee_id <> beneficiary_id',
  ],
  [
    'refused_applicant',
    `select q.beneficiary_id as party_id, strftime('%Y-%m-%d', v.at / 1000, 'unixepoch') as last_on
     from payment_request_end as e join payment_request as q on q.id = e.request_id
     join event as v on v.seq = e.event_seq where e.act = 'declined'
     union all select c.beneficiary_id, s.since_on from hardship_case as c
       join case_state as s on s.case_id = c.id where s.state in ('refused', 'withdrawn')
     union all select party_id, until_on from application_code`,
  ],
  [
    'member',
    `select m.party_id, coalesce(e.to_on, m.until_on, '9999-12-31') as last_on
     from membership as m left join membership_end as e on e.membership_id = m.id`,
  ],
  [
    'helper',
    `select t.a_id as party_id, case when e.id is null then '9999-12-31'
       else coalesce(e.to_on, t.from_on, '0001-01-01') end as last_on
     from tie as t left join tie_end as e on e.tie_id = t.id where t.kind = 'paired_helper'`,
  ],
  ...dealingsOfHelped.map((source) => ['beneficiary', source] as const),
  ...dealingsOfHelpers.map((source) => ['helper', source] as const),
]

/** The last dealing of a class with each person; whoever stands under two references is one. */
const lastOf = (source: string) => `with dealing as (${source})
  select p.id as "party", p.unit_id as "unit", max(d.last_on) as "last"
  from dealing as d
  left join party_merge as g on g.merged_id = d.party_id
    and not exists (select 1 from party_unmerge as u where u.merge_id = g.id)
  join party as p on p.id = coalesce(g.kept_id, d.party_id)
  where p.kind = 'person' and not exists (select 1 from erasure as x where x.party_id = p.id)
  group by p.id`

interface Dealing {
  readonly party: PartyId
  readonly unit: UnitId | null
  readonly class: DealingClass
  readonly last: Day
}

interface Due {
  readonly party: PartyId
  readonly classes: readonly { readonly class: DealingClass; readonly last_on: Day }[]
  readonly due_on: Day
}

/** The same day of a later year; 29 February becomes 1 March. */
function yearsAfter(on: Day, years: number): Day {
  const text = `${String(Number(on.slice(0, 4)) + years).padStart(4, '0')}${on.slice(4)}`
  return isDay(text) ? text : (`${text.slice(0, 4)}-03-01` as Day)
}

function dueOf(view: View, policies: Map<UnitId | null, Retention>, of: Dealing[]): Due | null {
  const { party, unit } = of[0]!
  const known = policies.get(unit)
  const policy = known ?? policyInForce(view, 'retention', { unit, on: view.today }).body
  if (!known) policies.set(unit, policy)
  let due: Day | null = null
  for (const { class: one, last } of of) {
    const years = policy[`${one}_years`]
    if (years === null || last > view.today) return null
    const over = yearsAfter(last, years)
    if (due === null || over > due) due = over
  }
  if (due === null || due > view.today) return null
  const classes = of.map(({ class: one, last }) => ({ class: one, last_on: last }))
  return { party, classes, due_on: due }
}

function allDue(view: View): Due[] {
  const together = new Map<PartyId, Dealing[]>()
  for (const [one, source] of sources) {
    for (const row of view.all(lastOf(source), []) as unknown as Omit<Dealing, 'class'>[]) {
      const known = together.get(row.party) ?? []
      together.set(row.party, withDealing(known, { ...row, class: one }))
    }
  }
  const policies = new Map<UnitId | null, Retention>()
  return [...together.values()]
    .map((of) => dueOf(view, policies, of))
    .filter((due) => due !== null)
    .sort((a, b) => a.due_on.localeCompare(b.due_on) || a.party - b.party)
}

/** The dealings of a person with one more: of each class the last one counts. */
function withDealing(known: readonly Dealing[], given: Dealing): Dealing[] {
  const same = known.find((one) => one.class === given.class)
  if (!same) return [...known, given]
  if (same.last >= given.last) return [...known]
  return known.map((one) => (one === same ? given : one))
}

/** As many as a person decides on in a day. */
const mostListed = 100

export const due = query({
  name: 'retention.due',
  summary: 'Persons whose data are kept longer than the policy says, and what still holds them',
  may: ['owner', 'fund_administrator', 'auditor'],
  reach: 'organisation',
  route: { method: 'GET', path: '/retention' },
  input: z.strictObject({}),
  output: z.object({
    as_of: dayOut,
    /** How many there are in all; the first hundred are listed, longest due first. */
    count: z.number(),
    persons: z.array(
      z.object({
        party: z.string(),
        name: z.string(),
        due_on: dayOut,
        classes: z.array(z.object({ class: z.enum(dealingClasses), last_on: dayOut })),
        holds: z.array(z.object({ kind: z.enum(holdKinds), of: z.string() })),
      }),
    ),
  }),
  run: (view) => {
    const found = allDue(view)
    const listed = found.slice(0, mostListed)
    const references = new Map(listed.map(({ party }) => [party, togetherWith(view, party)]))
    const owed = owedAmong(view, [...references.values()].flat())
    const persons = listed.map(({ party, classes, due_on }) => ({
      party: partyRef(party),
      name: nameFor(view, view.caller, party),
      due_on,
      classes: [...classes],
      holds: holdsOf(view, references.get(party)!, owed),
    }))
    return { as_of: view.today, count: found.length, persons }
  },
})
