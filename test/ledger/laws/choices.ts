/** Choices of a random step, made on the book as it stands: mostly something that is there. */
import type { AnyCommand, Caller } from '../../../src/book/registry.ts'
import { type FactTable, naiveHeld, naiveText, type Raw, type RawFund } from './naive.ts'
import type { Amount, When } from './steps.ts'

/** What a step tries: a command with its input, as whom. */
export interface Attempt {
  readonly command: AnyCommand
  readonly input: Readonly<Record<string, unknown>>
  readonly as: Pick<Caller, 'actor'>
  /** The fund whose money the attempt gives away or sets aside. */
  readonly spends: string | null
}

export interface World {
  readonly raw: Raw
  readonly today: string
  readonly parties: number
}

export const dayMs = 86_400_000

export function daysBack(today: string, count: number): string {
  return new Date(Date.parse(today) - count * dayMs).toISOString().slice(0, 10)
}

export function one<T>(from: readonly T[], pick: number): T {
  return from[pick % from.length]!
}

/** An id that mostly is one of the table's, and now and then is not. */
export function idIn(world: World, table: FactTable | 'entries', pick: number): number {
  const rows = table === 'entries' ? world.raw.entries : world.raw.facts[table]
  return pick % 37 === 0 ? rows.length + 1 : (pick % Math.max(rows.length, 1)) + 1
}

export function dayOf(world: World, chosen: When): string | undefined {
  if (chosen === null) return undefined
  return typeof chosen === 'string' ? chosen : daysBack(world.today, chosen)
}

export function fundOf(world: World, pick: number): RawFund {
  return one(world.raw.funds, pick)
}

export function amountOf(world: World, fund: RawFund | undefined, chosen: Amount): string {
  if ('text' in chosen) return chosen.text
  const { currency } = fund ?? { currency: 'CNY' }
  if ('minor' in chosen) return naiveText(chosen.minor, currency)
  const available = fund === undefined ? 0 : naiveHeld(world.raw, fund).available
  return naiveText(available + chosen.availableAnd, currency)
}

export function fundOfFact(world: World, table: FactTable, id: number): RawFund | undefined {
  const fact = world.raw.facts[table].find((row) => row.id === id)
  return world.raw.funds.find((fund) => fund.id === fact?.fund_id)
}

export function partyOf(world: World, pick: number): unknown {
  if (pick % 11 === 0) return { kind: 'person', name: `New Person ${pick}` }
  if (pick % 53 === 0) return 'P-999999'
  return `P-${String((pick % Math.max(world.parties, 1)) + 1).padStart(6, '0')}`
}

export function monthBack(world: World, pick: number): string {
  const [year, month] = world.today.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 - (pick % 4), 1)).toISOString().slice(0, 7)
}

export type Made = Omit<Attempt, 'as' | 'spends'> & { readonly spends?: string }

export function made<C extends AnyCommand>(
  command: C,
  input: Readonly<Record<string, unknown>>,
  spends?: string,
): Made {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const plain = { command, input: Object.fromEntries(given) }
  return spends === undefined ? plain : { ...plain, spends }
}

/** Months whose newest act is the one named. */
export function monthsThat(world: World, state: string): string[] {
  const states = new Map(world.raw.periodActs.map(({ month, act }) => [month, act]))
  return [...states].filter(([, act]) => act === state).map(([month]) => month)
}

/** Mostly a month in that state; else any. */
export function actedOn(world: World, state: string, pick: number): string {
  const found = monthsThat(world, state)
  return found.length > 0 && pick % 5 !== 0 ? one(found, pick) : monthBack(world, pick)
}
