/**
 * Commands and queries as values. From the registry come the API, its description, the permission
 * matrix, the audit trail, idempotency and dry runs (design section 5).
 */
import type { z } from 'zod'
import type { Day } from '../kit/day.ts'
import type { EventSeq, UnitId } from '../kit/ids.ts'
import type { MasterKeys } from '../kit/master-keys.ts'
import type { Reader, Writer } from '../store/store.ts'
import type { Scope } from './scope.ts'

export const roles = [
  'owner',
  'fund_administrator',
  'approver',
  'committee_member',
  'pairing_coordinator',
  'auditor',
  'training_provider',
  'member',
] as const
export type Role = (typeof roles)[number]

/** Every role: for what is one's own, and for what anybody may know. */
export const anyRole: readonly Role[] = roles

/** Who looks around the office; members and training providers see what is theirs. */
export const officers: readonly Role[] = [
  'owner',
  'fund_administrator',
  'approver',
  'committee_member',
  'pairing_coordinator',
  'auditor',
]

/** Who keeps the books or checks them: the journal, gifts and who gave them, transfers, months. */
export const keepers: readonly Role[] = ['owner', 'fund_administrator', 'approver', 'auditor']

/** And who decides what is paid: funds, payouts, promises, statements; not who gave. */
export const deciders: readonly Role[] = [...keepers, 'committee_member']

/** A role in a unit and all units below it; without a unit in the whole organisation. */
export interface Grant {
  readonly role: Role
  readonly unit: UnitId | null
}

/** Who is asking: an actor such as `token:3` (never a name), their roles, and the right to read names. */
export interface Caller {
  readonly actor: string
  readonly grants: readonly Grant[]
  readonly readsNames: boolean
  /** Only asks: no command is done for such a caller. */
  readonly readsOnly?: boolean
  /** The only commands that such a caller may give; all that their roles may where it is left out. */
  readonly only?: readonly string[]
}

/** One role in the whole organisation. */
export function throughout(role: Role): readonly Grant[] {
  return [{ role, unit: null }]
}

/** Whether a caller has one of some roles, in whatever part of the organisation. */
export function holdsAny(caller: Caller, among: readonly Role[]): boolean {
  return caller.grants.some(({ role }) => among.includes(role))
}

/**
 * How far a command or a query goes. `organisation`: only for whoever has the role in the whole
 * organisation. `units`: on what lies in the units of the caller's roles (`scope`). `oneself`: on what
 * is the caller's own.
 */
export type Reach = 'organisation' | 'units' | 'oneself'

/** What decides whether a caller may. */
export interface Guarded {
  readonly name: string
  readonly may: readonly Role[]
  readonly reach: Reach
}

/** What the host gives, so that no module reads the clock or randomness for itself. */
export interface Surroundings {
  /** Milliseconds since the epoch, UTC. */
  now(): number
  random(bytes: number): Uint8Array
  /** Under which the sealed fields of people lie; without them those fields stay shut. */
  readonly masterKeys?: MasterKeys | undefined
}

/** A command at work: the writer of its transaction, and what it may know of its surroundings. */
export interface Act extends Writer {
  readonly seq: EventSeq
  readonly at: number
  /** The accounting day in the organisation's time zone. */
  readonly today: Day
  readonly caller: Caller
  /** What lies outside does not exist for the caller. */
  readonly scope: Scope
  /** Read by `src/vault` alone. */
  readonly masterKeys?: MasterKeys | undefined
  random(bytes: number): Uint8Array
}

/** A query at work. */
export interface View extends Reader {
  readonly at: number
  readonly today: Day
  readonly caller: Caller
  /** What lies outside does not exist for the caller. */
  readonly scope: Scope
  /** Read by `src/vault` alone. */
  readonly masterKeys?: MasterKeys | undefined
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** With `{name}` for fields of the input that stand in the path. */
  readonly path: string
}

/** What commands and queries have in common. */
interface Described<I extends z.ZodType, O extends z.ZodType> {
  /** Noun and verb, for example `payouts.pay`. */
  readonly name: string
  readonly summary: string
  readonly may: readonly Role[]
  readonly reach: Reach
  readonly input: I
  readonly output: O
}

/**
 * A command that only a page gives, and so without a route in the interface: signing in and out, a
 * password of one's own. It is for a person; whoever holds a token has no session.
 */
export interface PageCommand<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Described<I, O> {
  readonly type: 'command'
  /**
   * True for a command whose input holds what will lie sealed. The request's key and the digest of its input
   * stand in the book, and a number has too few possible values for a digest that anyone can make; so that
   * of such a command is made with the host's master key.
   */
  readonly seals?: boolean
  /** What the act was on, for the audit trail, for example `payout/12`. */
  subject(output: z.output<O>): string
  /** Refusals first, in a fixed order; then writes; nothing can fail after that line. */
  run(act: Act, input: z.output<I>): z.output<O>
}

export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends PageCommand<I, O> {
  readonly route: Route
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Described<I, O> {
  readonly type: 'query'
  readonly route: Route
  run(view: View, input: z.output<I>): z.output<O>
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  spoken: Omit<Command<I, O>, 'type'>,
): Command<I, O> {
  return { type: 'command', ...spoken }
}

export function pageCommand<I extends z.ZodType, O extends z.ZodType>(
  spoken: Omit<PageCommand<I, O>, 'type'>,
): PageCommand<I, O> {
  return { type: 'command', ...spoken }
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  spoken: Omit<Query<I, O>, 'type'>,
): Query<I, O> {
  return { type: 'query', ...spoken }
}

// The registry holds commands of every shape; each one checks its own input, so the widening is safe.
// biome-ignore lint/suspicious/noExplicitAny: variance of `run` forbids a precise common type.
export type AnyCommand = Command<any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type AnyQuery = Query<any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type AnyPageCommand = PageCommand<any, any>

export interface Registry {
  readonly commands: readonly AnyCommand[]
  /** Those that only pages give. */
  readonly pageCommands: readonly AnyPageCommand[]
  readonly queries: readonly AnyQuery[]
}
