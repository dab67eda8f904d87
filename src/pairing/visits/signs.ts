/**
 * What about records of visits is worth a look (handbook B: the same minute, the same text, many on a holiday). Each is a
 * hint with its reason, for somebody to look into, and never an accusation.
 */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { dayField, dayOut } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import { addDays, type Day, dayAt, daysBetween } from '../../kit/day.ts'
import type { HelperId, PartyId, UnitId, VisitId } from '../../kit/ids.ts'
import { workingCalendarOf } from '../../policies/calendar.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { Visiting } from '../../policies/visiting.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById } from '../registers/rows.ts'
import { visitRef } from './rows.ts'
import { personBehind } from './who-went.ts'

export const signKinds = ['same_minute', 'same_text', 'a_day', 'a_holiday', 'entered_late'] as const
export type SignKind = (typeof signKinds)[number]

/** Told at most, the largest first. */
const mostTold = 100
const mostNamed = 20
/** What is looked at unless said: a quarter, as reports are made. */
const daysLookedAt = 92
/** “Well” is what many are; a text of so few characters says nothing. */
const shortestText = 6
const minuteMs = 60_000

interface Looked {
  readonly id: VisitId
  readonly party: PartyId
  readonly helper: HelperId | null
  readonly unit: UnitId | null
  readonly kind: string
  readonly on: Day
  readonly actor: string
  readonly at: number
  readonly text: string | null
}

const looked = `select v.id as "id", v.party_id as "party", v.helper_id as "helper",
    v.unit_id as "unit", v.kind as "kind", v.visited_on as "on", v.actor as "actor", e.at as "at",
    d.body as "text"
  from visit as v join event as e on e.seq = v.event_seq
  left join detail_body as d on d.detail_id = v.found_detail_id
  where v.visited_on between +? and +?
    and not exists (select 1 from visit_end as x where x.visit_id = v.id)
  order by v.id`

const signOut = z.object({
  sign: z.enum(signKinds),
  /** How many visits come together; of one entered late, how many days. */
  count: z.number(),
  /** Who recorded them or went, where that is one person. */
  by: personOut.nullable(),
  /** The day of the visits, where that is one. */
  on: dayOut.nullable(),
  visits: z.array(z.object({ visit: z.number(), reference: z.string() })),
})
type Sign = z.output<typeof signOut>

type Limits = Visiting['signs']

/** How visits are put together for one kind of sign, and from how many on that is one. */
interface Sifting {
  readonly sign: SignKind
  readonly key: (visit: Looked) => string | null
  readonly oneDay: boolean
  readonly oneHand: 'recorded' | 'went' | null
}

/** Who went: the helper, or whoever of the office recorded it. */
function wentKey({ helper, actor }: Looked): string {
  return helper === null ? actor : `helper ${helper}`
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()
}

function siftings(isHoliday: (visit: Looked) => boolean): readonly Sifting[] {
  const day = (visit: Looked) => `${wentKey(visit)} ${visit.on}`
  return [
    {
      sign: 'same_minute',
      key: ({ actor, at }) => `${actor} ${Math.floor(at / minuteMs)}`,
      oneDay: false,
      oneHand: 'recorded',
    },
    {
      sign: 'same_text',
      key: ({ text }) => {
        const words = plain(text ?? '')
        return words.length < shortestText ? null : words
      },
      oneDay: false,
      oneHand: null,
    },
    {
      sign: 'a_day',
      key: (visit) => (visit.kind === 'phone' ? null : day(visit)),
      oneDay: true,
      oneHand: 'went',
    },
    {
      sign: 'a_holiday',
      // Who goes at a festival goes on a holiday.
      key: (visit) => (visit.kind === 'festival' || !isHoliday(visit) ? null : day(visit)),
      oneDay: true,
      oneHand: 'went',
    },
  ]
}

/** Visits that belong together by a key, as many as the policy where they belong says; the first ones named. */
function sift(
  view: View,
  visits: readonly Looked[],
  limitsOf: (unit: UnitId | null) => Limits,
  { sign, key, oneDay, oneHand }: Sifting,
): Sign[] {
  const groups = new Map<string, Looked[]>()
  for (const visit of visits) {
    if (limitsOf(visit.unit)[sign] === null) continue
    const found = key(visit)
    if (found === null) continue
    groups.set(found, [...(groups.get(found) ?? []), visit])
  }
  return [...groups.values()]
    .filter((those) => those.length >= Math.min(...those.map((one) => limitsOf(one.unit)[sign]!)))
    .map((those) => ({
      sign,
      count: those.length,
      by: oneHand === null ? null : handOf(view, those[0]!, oneHand),
      on: oneDay ? those[0]!.on : null,
      visits: named(those),
    }))
}

function handOf(view: View, { helper, actor }: Looked, hand: 'recorded' | 'went'): Sign['by'] {
  const went = hand === 'went' && helper !== null ? helperById(view, helper).party_id : null
  const party = went ?? personBehind(view, actor)
  return party === null ? null : personShown(view, party)
}

function named(visits: readonly Looked[]): Sign['visits'] {
  return visits.slice(0, mostNamed).map(({ id }) => ({ visit: id, reference: visitRef(id) }))
}

function enteredLate(
  view: View,
  visits: readonly Looked[],
  limitsOf: (unit: UnitId | null) => Limits,
): Sign[] {
  const { time_zone } = organisationOf(view)
  return visits.flatMap((visit): Sign[] => {
    const limit = limitsOf(visit.unit).entered_late
    const late = daysBetween(visit.on, dayAt(visit.at, time_zone))
    if (limit === null || late < limit) return []
    const by = handOf(view, visit, 'recorded')
    return [{ sign: 'entered_late', count: late, by, on: visit.on, visits: named([visit]) }]
  })
}

/** The signs within a period, as far as the caller reaches, in the order of their kinds, the largest first. */
export function signsIn(view: View, from: Day, to: Day): Sign[] {
  const policies = new Map<UnitId | null, { limits: Limits; holidays: ReadonlySet<Day> }>()
  const policyOf = (unit: UnitId | null) => {
    const place = { unit, on: view.today }
    const known = policies.get(unit) ?? {
      limits: policyInForce(view, 'visiting', place).body.signs,
      holidays: workingCalendarOf(policyInForce(view, 'calendar', place).body).holidays,
    }
    policies.set(unit, known)
    return known
  }
  const found = view.all(looked, [from, to]) as unknown as Looked[]
  const visits = found.filter(({ unit }) => inScope(view.scope, unit))
  const limitsOf = (unit: UnitId | null) => policyOf(unit).limits
  const isHoliday = ({ unit, on }: Looked) => policyOf(unit).holidays.has(on)
  const signs = siftings(isHoliday).flatMap((one) => sift(view, visits, limitsOf, one))
  const order = (sign: Sign) => signKinds.indexOf(sign.sign)
  return [...signs, ...enteredLate(view, visits, limitsOf)].toSorted(
    (a, b) => order(a) - order(b) || b.count - a.count,
  )
}

export const signs = query({
  name: 'visits.signs',
  summary: 'Lists what about records of visits is worth a look: one minute, one text, holidays',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/visits/signs' },
  input: z.strictObject({
    /** Visits of which days; the last 92 unless said. */
    from: dayField.optional(),
    to: dayField.optional(),
  }),
  output: z.object({
    from: dayOut,
    to: dayOut,
    signs: z.array(signOut),
    more: z.boolean(),
  }),
  run: (view, input) => {
    const to = input.to ?? view.today
    const from = input.from ?? addDays(to, -daysLookedAt)
    const found = signsIn(view, from, to)
    return { from, to, signs: found.slice(0, mostTold), more: found.length > mostTold }
  },
})
