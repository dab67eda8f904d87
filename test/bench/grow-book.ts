/**
 * Grows a large book that is valid and verifies: every entry goes through `post()` inside the event of a
 * real command, several thousand an event. For the bench, and for tests of what only size shows.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { setUp } from '../../src/access/organisation.ts'
import { type Book, perform } from '../../src/book/book.ts'
import {
  type Act,
  type AnyCommand,
  type Caller,
  command,
  throughout,
} from '../../src/book/registry.ts'
import * as funds from '../../src/funds/funds.ts'
import { addDays, type Day, day, daysBetween } from '../../src/kit/day.ts'
import type { EntryId } from '../../src/kit/ids.ts'
import { minor } from '../../src/kit/money.ts'
import { type Account, accountInRole, listAccounts } from '../../src/ledger/accounts.ts'
import * as ledger from '../../src/ledger/commands.ts'
import { reverseEntry } from '../../src/ledger/entries.ts'
import { type Fund, listFunds } from '../../src/ledger/funds.ts'
import type { Leg } from '../../src/ledger/legs.ts'
import { post } from '../../src/ledger/post.ts'
import type { EntryKind } from '../../src/ledger/posting-rules.ts'
import { accountRoles } from '../../src/ledger/roles.ts'
import { register } from '../../src/people/commands.ts'
import { type Party, partyWithRef } from '../../src/people/parties.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { migrate } from '../../src/store/migrate.ts'

export interface GrowOptions {
  /** Entries in all; reversals count among them. */
  readonly entries: number
  /** Accounts in all; those of the general chart are always there. */
  readonly accounts: number
  readonly funds: number
  /** The span of effective days, which ends on 2026-03-30. */
  readonly days: number
  readonly seed: number
}

export interface GrownBook {
  readonly book: Book
  readonly entries: number
  readonly backdated: number
  readonly reversals: number
}

/** So many in one transaction cost little memory and leave few fsyncs. */
const entriesPerEvent = 5_000
const parties = 50
const lastDay = day('2026-03-30')
const owner: Caller = { actor: 'bench:owner', grants: throughout('owner'), readsNames: true }

/** Lehmer's generator (modulus 2^31 − 1, multiplier 48271): small, and the same everywhere. */
function drawFrom(seed: number): (below: number) => number {
  let state = (Math.abs(seed) % 2_147_483_646) + 1
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Makes the book at `path`, where no file may be, and leaves it open. */
export function growBook(path: string, options: GrowOptions): GrownBook {
  const draw = drawFrom(options.seed)
  const store = openSqlite(path)
  migrate(store)
  const firstDay = addDays(lastDay, 1 - options.days)
  const clock = { day: firstDay, salts: 0 }
  const book: Book = {
    store,
    surroundings: {
      now: () => Date.parse(`${clock.day}T08:00:00Z`),
      random: (bytes) => {
        clock.salts += 1
        const salt = createHash('sha256').update(`${options.seed}/${clock.salts}`).digest()
        return new Uint8Array(salt.subarray(0, bytes))
      },
    },
  }
  let keys = 0
  const does = (done: AnyCommand, input: unknown): void => {
    keys += 1
    const key = `grow-book-${String(keys).padStart(10, '0')}`
    perform(book, { command: done, input, key, caller: owner })
  }
  // One commit for the several hundred small acts of the beginning; each keeps its own event.
  store.transaction((): undefined => {
    beginnings(does, options)
  })
  const plan = { draw, firstDay, ...options }
  const counts = { entries: 0, backdated: 0, reversals: 0 }
  while (counts.entries < options.entries) {
    const upTo = Math.min(counts.entries + entriesPerEvent, options.entries)
    clock.day = dayOf(plan, upTo - 1)
    does(growing(plan, counts, upTo), {})
  }
  clock.day = addDays(lastDay, 1)
  return { book, ...counts }
}

function beginnings(does: (done: AnyCommand, input: unknown) => void, options: GrowOptions): void {
  does(setUp, {
    book: 'grown',
    name: 'Riverside Mutual Aid',
    time_zone: 'Asia/Shanghai',
    currency: 'CNY',
  })
  for (let position = 1; position <= options.funds; position += 1) {
    does(funds.open, {
      fund: `fund-${position}`,
      name: `Fund ${position}`,
      restriction: 'purpose',
      purpose: 'Hardship',
    })
  }
  const chart = Object.keys(accountRoles).length
  for (let position = 1; position <= options.accounts - chart; position += 1) {
    const kind = position % 3 === 0 ? 'income' : 'expense'
    does(ledger.add, { code: `X${position}`, class: kind, name: `Account ${position}` })
  }
  for (let position = 1; position <= parties; position += 1) {
    does(register, { kind: 'person', name: `Person ${position}` })
  }
}

interface Plan extends GrowOptions {
  readonly draw: (below: number) => number
  readonly firstDay: Day
}

/** The day that the n-th entry is recorded on: entries are spread evenly over the days. */
function dayOf(plan: Plan, position: number): Day {
  return addDays(plan.firstDay, Math.floor((position * plan.days) / plan.entries))
}

interface Counts {
  entries: number
  backdated: number
  reversals: number
}

/** A command whose one event holds the entries up to `upTo`. */
function growing(plan: Plan, counts: Counts, upTo: number): AnyCommand {
  return command({
    name: 'bench.grow',
    summary: 'Posts many entries in one event',
    may: ['owner'],
    reach: 'units',
    route: { method: 'POST', path: '/bench' },
    input: z.strictObject({}),
    output: z.object({ entries: z.number() }),
    subject: ({ entries }) => `bench/${entries}`,
    run: (act) => {
      const world = worldOf(act)
      while (counts.entries < upTo) grow(act, plan, world, counts)
      return { entries: counts.entries }
    },
  })
}

interface World {
  readonly funds: readonly Fund[]
  readonly parties: readonly Party[]
  readonly bank: Account
  readonly income: readonly Account[]
  readonly expense: readonly Account[]
  /** Payouts of this event that may still be reversed. */
  readonly payouts: EntryId[]
}

function worldOf(act: Act): World {
  const chart = listAccounts(act)
  return {
    funds: listFunds(act),
    parties: Array.from({ length: parties }, (_, position) =>
      partyWithRef(act, `P-${String(position + 1).padStart(6, '0')}`),
    ),
    bank: accountInRole(act, 'bank'),
    income: chart.filter((account) => account.class === 'income'),
    expense: chart.filter((account) => account.class === 'expense'),
    payouts: [],
  }
}

function grow(act: Act, plan: Plan, world: World, counts: Counts): void {
  const { draw } = plan
  const position = counts.entries
  counts.entries += 1
  // The first entry of each fund brings what all its later payouts can never use up.
  if (position < world.funds.length) {
    const fund = world.funds[position]!
    record(act, 'contribution.received', plan.firstDay, contribution(plan, world, fund, 1e12))
    return
  }
  const reversed = draw(100) === 0 ? world.payouts.shift() : undefined
  if (reversed !== undefined) {
    reverseEntry(act, reversed, 'wrong person')
    counts.reversals += 1
    return
  }
  const today = dayOf(plan, position)
  const backdated = draw(50) === 0 && today > plan.firstDay
  const span = Math.min(30, daysBetween(plan.firstDay, today))
  const on = backdated ? addDays(today, -1 - draw(span)) : today
  if (backdated) counts.backdated += 1
  const fund = world.funds[draw(world.funds.length)]!
  const amount = 100 + draw(100_000)
  if (draw(5) === 0) {
    record(act, 'contribution.received', on, contribution(plan, world, fund, amount))
    return
  }
  const paid = record(act, 'payout.paid', on, payout(plan, world, fund, amount))
  if (draw(20) === 0) world.payouts.push(paid)
}

function contribution(plan: Plan, world: World, fund: Fund, amount: number): Leg {
  const credit = world.income[plan.draw(world.income.length)]!
  return { fund, debit: world.bank, credit, ...rest(plan, world, amount) }
}

function payout(plan: Plan, world: World, fund: Fund, amount: number): Leg {
  const debit = world.expense[plan.draw(world.expense.length)]!
  return { fund, debit, credit: world.bank, ...rest(plan, world, amount) }
}

function rest({ draw }: Plan, world: World, amount: number) {
  return { amountMinor: minor(amount), partyId: world.parties[draw(world.parties.length)]!.id }
}

function record(act: Act, kind: EntryKind, effectiveOn: Day, leg: Leg): EntryId {
  const subject = 'bench/1'
  return post(act, { kind, effectiveOn, subject, legs: [leg], reverses: null, noteDetailId: null })
    .id
}
