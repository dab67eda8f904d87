/**
 * The cap engine (handbook A4): what each cap of a policy leaves for help that is proposed, given what was given before.
 * Pure: amounts are minor units of one currency, and whatever the book knows comes in.
 *
 * A scope says whose help is added up: of the person, of the household, of the household for one event, of the person
 * under one programme. A window says when: it is looked back from the day of approval. Help for no event that the book
 * knows is an event of its own. An allowance counts with all its months on the day it was approved; only a cap on one
 * month of allowances counts its months one by one.
 */
import { addMonths, type Day, type Month, monthOf, monthsBetween } from '../../kit/day.ts'
import type { AidEventId, HardshipFileId, PartyId, ProgrammeId } from '../../kit/ids.ts'
import { addMinor, type Minor, minor, subtractMinor, zeroMinor } from '../../kit/money.ts'
import type { Cap } from '../../policies/caps.ts'
import { minorOf } from '../../policies/deciding.ts'

export type Grade = 'special' | 'considerable' | 'general'

/** A bill whose amount was verified, known by the digest of its bytes: of several uploads it counts once. */
export interface Bill {
  readonly digest: string
  readonly amountMinor: Minor
}

/** Whom help is for, and what for. */
interface Aid {
  /** The day on which it was approved, or paid at once. */
  readonly on: Day
  /** Who is helped: of merged parties the one that is kept. */
  readonly person: PartyId
  /** The file of the household; null for who has none. */
  readonly file: HardshipFileId | null
  readonly programme: ProgrammeId | null
  readonly event: AidEventId | null
  /** The kind of help that caps speak of; null for aid that only caps on any help count. */
  readonly help: Cap['help'] | null
  readonly currency: string
  readonly bills: readonly Bill[]
  /** The first month of an allowance that is paid month by month; null for help paid at once. */
  readonly firstMonth: Month | null
  /** Of an allowance how many months count: those not given back. 1 for help paid at once. */
  readonly months: number
  /** What counts of it, all months together: nothing of what was given back. */
  readonly amountMinor: Minor
}

/** Help that was given. */
export interface AidGiven extends Aid {
  /** Such as `case/12` or `payout/3`. */
  readonly subject: string
}

/** Help that is proposed. */
export interface AidProposed extends Aid {
  /** How severe the hardship is; null while nobody said. */
  readonly grade: Grade | null
  /** What a reference standard comes to on the day, or null where no policy says. */
  readonly standard: (name: string) => Minor | null
}

/** What one cap comes to for help that is proposed. */
export interface CapCount {
  readonly cap: Cap
  /** The place of the cap in its policy, from 0. */
  readonly position: number
  /** The most in its window; null where only the number of times, or the least, is said. */
  readonly limitMinor: Minor | null
  /** What counts already. */
  readonly usedMinor: Minor
  readonly leftMinor: Minor | null
  /** How often help counts already. */
  readonly times: number
  /** A single grant below this is none; null where nothing is said. */
  readonly leastMinor: Minor | null
  /** What was counted, oldest first. */
  readonly counted: readonly AidGiven[]
  /** The standard that the policy on standards does not have on that day. */
  readonly missingStandard: string | null
}

/** In which way help would pass a cap. */
export type CapBreach = 'amount' | 'times' | 'least' | 'standard'

/** What each cap that speaks of such help leaves of it, in the order of the policy. */
export function countCaps(
  caps: readonly Cap[],
  proposed: AidProposed,
  history: readonly AidGiven[],
): CapCount[] {
  return caps.flatMap((cap, position) =>
    speaksOf(cap, proposed) ? [countCap(cap, position, proposed, history)] : [],
  )
}

/** In which ways the help that is proposed passes a cap; empty when it does not. */
export function breachesOf(count: CapCount, proposed: AidProposed): CapBreach[] {
  const { amountMinor } = proposed
  const { cap, leftMinor, leastMinor, times, missingStandard } = count
  const breaches: CapBreach[] = []
  if (missingStandard !== null) breaches.push('standard')
  if (leftMinor !== null && askedOf(count, proposed) > leftMinor) breaches.push('amount')
  if (cap.times_most !== null && times + 1 > cap.times_most) breaches.push('times')
  if (leastMinor !== null && amountMinor < leastMinor) breaches.push('least')
  return breaches
}

/** What of the help that is proposed a cap counts: all of it, or one month of it. */
export function askedOf(count: CapCount, proposed: AidProposed): Minor {
  return isMonthly(count.cap) ? monthlyOf(proposed) : proposed.amountMinor
}

function speaksOf({ help, currency }: Cap, aid: Aid): boolean {
  return currency === aid.currency && (help === 'any' || help === aid.help)
}

function countCap(
  cap: Cap,
  position: number,
  proposed: AidProposed,
  history: readonly AidGiven[],
): CapCount {
  const counted = history.filter(
    (given) =>
      given.amountMinor > 0 &&
      speaksOf(cap, given) &&
      inScopeOf(cap, proposed, given) &&
      inWindowOf(cap, proposed, given),
  )
  const { limit, missing } = limitOf(cap, proposed, counted)
  const used = isMonthly(cap) ? fullestMonth(proposed, counted) : total(counted)
  return {
    cap,
    position,
    limitMinor: limit,
    usedMinor: used,
    leftMinor: limit === null ? null : minor(Math.max(0, subtractMinor(limit, used))),
    times: counted.length,
    leastMinor: cap.value.kind === 'none' && cap.least !== null ? amountIn(cap, cap.least) : null,
    counted,
    missingStandard: missing,
  }
}

function inScopeOf({ scope }: Cap, proposed: Aid, given: Aid): boolean {
  const samePerson = given.person === proposed.person
  const sameHousehold = samePerson || (given.file !== null && given.file === proposed.file)
  if (scope === 'person') return samePerson
  if (scope === 'household') return sameHousehold
  if (scope === 'programme') return samePerson && sameKnown(given.programme, proposed.programme)
  return sameHousehold && sameKnown(given.event, proposed.event)
}

function sameKnown<T>(one: T | null, other: T | null): boolean {
  return one !== null && one === other
}

function inWindowOf(cap: Cap, proposed: Aid, given: Aid): boolean {
  switch (cap.window) {
    case 'lifetime':
      return true
    case 'per_event':
      return sameKnown(given.event, proposed.event)
    case 'calendar_year':
      return given.on.slice(0, 4) === proposed.on.slice(0, 4)
    case 'rolling_months':
      if (isMonthly(cap)) return monthsInCommon(proposed, given).length > 0
      // The day so many months before is outside: a year after a grant one may be helped again.
      return given.on > addMonths(proposed.on, -cap.window_months!) && given.on <= proposed.on
  }
}

/** A cap on one month of allowances, such as 50 a month. */
function isMonthly({ help, window, window_months }: Cap): boolean {
  return help === 'allowance' && window === 'rolling_months' && window_months === 1
}

/** One month of an allowance, or help paid at once. */
function monthlyOf({ amountMinor, months }: Aid): Minor {
  return minor(Math.ceil(amountMinor / Math.max(1, months)))
}

/** The months of an allowance, counted from the first month of another. */
function monthsOf({ firstMonth, on, months }: Aid, from: Month): number[] {
  const begins = monthsBetween(from, firstMonth ?? monthOf(on))
  return Array.from({ length: Math.max(1, months) }, (_, place) => begins + place)
}

function monthsInCommon(proposed: Aid, given: Aid): number[] {
  const from = proposed.firstMonth ?? monthOf(proposed.on)
  const theirs = new Set(monthsOf(given, from))
  return monthsOf(proposed, from).filter((place) => theirs.has(place))
}

/** The most that others already give in one month of an allowance that is proposed. */
function fullestMonth(proposed: AidProposed, counted: readonly AidGiven[]): Minor {
  const sums = new Map<number, Minor>()
  for (const given of counted) {
    for (const place of monthsInCommon(proposed, given)) {
      sums.set(place, addMinor(sums.get(place) ?? zeroMinor, monthlyOf(given)))
    }
  }
  return minor(Math.max(0, ...sums.values()))
}

function total(counted: readonly Aid[]): Minor {
  return counted.map(({ amountMinor }) => amountMinor).reduce(addMinor, zeroMinor)
}

interface Limit {
  readonly limit: Minor | null
  readonly missing: string | null
}

/** What the value comes to, held between the least and the most that the cap names. */
function limitOf(cap: Cap, proposed: AidProposed, counted: readonly Aid[]): Limit {
  const most = cap.most === null ? null : amountIn(cap, cap.most)
  const { value } = cap
  if (value.kind === 'none') return { limit: most, missing: null }
  const named = value.kind === 'multiple_of_standard' ? proposed.standard(value.standard) : null
  if (value.kind === 'multiple_of_standard' && named === null) {
    return { limit: most, missing: value.standard }
  }
  const figure = figureOf(cap, proposed, { counted, standard: named ?? zeroMinor })
  const least = cap.least === null ? 0 : amountIn(cap, cap.least)
  const lifted = Math.max(figure, least)
  return { limit: minor(most === null ? lifted : Math.min(lifted, most)), missing: null }
}

function figureOf(
  cap: Cap,
  proposed: AidProposed,
  known: { readonly counted: readonly Aid[]; readonly standard: Minor },
): Minor {
  const { value } = cap
  switch (value.kind) {
    case 'none':
      return zeroMinor
    case 'fixed':
      return amountIn(cap, value.amount)
    case 'share_of_document':
      return partOf(billed([...known.counted, proposed]), value.percent, 100)
    case 'multiple_of_standard':
      return partOf(known.standard, value.times, 1)
    case 'tier_table': {
      const amounts = value.tiers.map(({ amount }) => amountIn(cap, amount))
      const place = value.tiers.findIndex(({ grade }) => grade === proposed.grade)
      // Whoever is not graded, or at a grade without an amount, is helped as the lowest grade is.
      return amounts[place] ?? minor(Math.min(...amounts))
    }
  }
}

/** What all bills come to, each once. */
function billed(aids: readonly Aid[]): Minor {
  const bills = new Map(
    aids.flatMap(({ bills }) => bills.map((bill) => [bill.digest, bill.amountMinor] as const)),
  )
  return [...bills.values()].reduce(addMinor, zeroMinor)
}

const decimalsOfFactor = 100n

/** `amount` times a decimal of two places at most, divided by `by`, rounded down; exact. */
function partOf(amount: Minor, decimal: string, by: number): Minor {
  const [whole, decimals = ''] = decimal.split('.')
  const factor = BigInt(`${whole}${decimals.padEnd(2, '0')}`)
  return minor(Number((BigInt(amount) * factor) / (decimalsOfFactor * BigInt(by))))
}

function amountIn({ currency }: Cap, amount: string): Minor {
  return minorOf(amount, currency)
}
