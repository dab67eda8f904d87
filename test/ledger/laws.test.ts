/**
 * The ledger's laws, checked after every command of random sequences on a real book.
 *
 *  L1  Every entry balances, per fund, and what is memorandum stays outside the balance sheet.
 *  L2  Kept balances equal the postings re-added.
 *  L3  So do the balances at the close of each day.
 *  L4  A closed period takes no entry.
 *  L5  Serials are gap-free per fund.
 *  L6  The chain of events verifies.
 *  L7  Floors hold at the close of each day.
 *  L8  Available is money less payables, commitments and preserved principal, and is not below zero
 *      right after a payout, a commitment or a transfer.
 *  L9  Refunds stay within their contribution, returns within their payout, releases within their
 *      commitment, repayments within what is owed on each day, contributions within the pledge they
 *      keep; and the accounts hold just what stands open of each.
 *  L10 An entry is reversed at most once, wholly, not before its day; a reversal never.
 *  L11 Balances as of any day, as known at any event, and both at once, equal the postings re-added.
 *  L12 A register's running balance equals a plain fold; pages of any size give each row once.
 *  L13 A statement of any fund and range adds up, ties to the balances at both ends, has every serial
 *      of its period, and closes where the next one opens.
 *  L14 A refusal writes nothing.
 *  L15 A dry run writes nothing and answers what the real run then answers.
 *  L16 The same key with the same input gets the same answer and writes nothing; with other input 409.
 *  L17 The verifier that ships finds nothing wrong with the book at the end of each sequence.
 *
 * LAWS_RUNS sets how many sequences are tried and LAWS_SEED the seed; `LAWS_SEED=random` draws one.
 */
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/book/book.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { dump } from '../journeys/dump.ts'
import { attemptOf, beginnings } from './laws/attempts.ts'
import { checkRows, holds, LawBroken } from './laws/checks.ts'
import { type Attempt, dayMs, type World } from './laws/choices.ts'
import { naiveHeld, readRaw } from './laws/naive.ts'
import {
  drawFrom,
  probeAvailable,
  probeBalances,
  probeRegister,
  probeStatement,
} from './laws/probes.ts'
import { type Step, steps, weights } from './laws/steps.ts'

const laws = Array.from({ length: 17 }, (_, position) => `L${position + 1}`)
const charts = ['general', 'asc-958', 'china-npo'] as const

const seedGiven = process.env.LAWS_SEED
const seed = seedGiven === 'random' ? Date.now() % 2 ** 31 : Number(seedGiven ?? 20_260_331)
const runs = Number(process.env.LAWS_RUNS ?? 70)

/** What was tried, and how it went: `payouts.pay done`, `payouts.pay fund.unknown`. */
const tally = new Map<string, number>()
let broken: string | undefined

function count(what: string, outcome: string): void {
  const key = `${what} ${outcome}`
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

type Outcome = { readonly answer: Answer } | { readonly refusal: Refusal }

function outcomeOf(t: TestBook, attempt: Attempt, how: { key: string; dryRun?: boolean }): Outcome {
  try {
    return { answer: t.does(attempt.command, attempt.input, { ...attempt.as, ...how }) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

function said(outcome: Outcome): string {
  return 'answer' in outcome
    ? JSON.stringify([outcome.answer.output, outcome.answer.seq])
    : `${outcome.refusal.code}: ${outcome.refusal.message}`
}

/** Tries an attempt dry, for real, and again; checks L14 to L16. */
function tried(t: TestBook, attempt: Attempt, key: string): Outcome {
  const { store } = t.book
  const name = attempt.command.name
  const before = dump(store)
  const dry = outcomeOf(t, attempt, { key, dryRun: true })
  holds('L15', dump(store) === before, () => `a dry run of ${name} wrote`)
  const real = outcomeOf(t, attempt, { key })
  holds('L15', said(dry) === said(real), () => `${name} dry: ${said(dry)}, then ${said(real)}`)
  if ('refusal' in real) {
    holds('L14', dump(store) === before, () => `the refusal ${real.refusal.code} wrote`)
    return real
  }
  const after = dump(store)
  holds('L16', after !== before, () => `${name} wrote nothing`)
  const again = outcomeOf(t, attempt, { key })
  const same = said(again) === said(real) && 'answer' in again && again.answer.replayed
  holds('L16', same, () => `${name} again: ${said(again)}, first ${said(real)}`)
  const others = [
    { ...attempt, input: { ...attempt.input, fund: 'other', reason: 'other', kind: 'vendor' } },
    { ...attempt, as: { actor: 'test:stranger' } },
  ]
  for (const other of others) {
    const refused = outcomeOf(t, other, { key })
    const code = 'refusal' in refused ? refused.refusal.code : 'done'
    const expected = ['idempotency_key.reused', 'input.invalid']
    holds('L16', expected.includes(code), () => `${name} with other input: ${said(refused)}`)
  }
  holds('L16', dump(store) === after, () => `a replay of ${name} wrote`)
  return real
}

function worldOf(t: TestBook): World {
  const parties = t.book.store.all('select count(*) as count from party', [])[0]!
  // Asia/Shanghai has been eight hours ahead, all year round, since 1991.
  const today = new Date(t.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return { raw: readRaw(t.book.store), today, parties: Number(parties.count) }
}

function takeStep(t: TestBook, step: Step, position: number): void {
  const { what } = step
  if (what === 'tick') {
    const [days, minutes] = [step.picks[0]! % 24, step.picks[1]! % 1_440]
    t.at(new Date(t.now() + days * dayMs + minutes * 60_000).toISOString())
    count(what, 'done')
    return
  }
  const attempt = attemptOf(worldOf(t), { ...step, what })
  const outcome = tried(t, attempt, `laws-key-${String(position).padStart(8, '0')}`)
  count(attempt.command.name, 'refusal' in outcome ? outcome.refusal.code : 'done')
  const raw = readRaw(t.book.store)
  checkRows(raw, t.book.store)
  if ('answer' in outcome && attempt.spends !== null) {
    const fund = raw.funds.find(({ code }) => code === attempt.spends)!
    const { available } = naiveHeld(raw, fund)
    holds('L8', available >= 0, () => `${attempt.command.name} left ${available} in ${fund.code}`)
  }
  probeAvailable(t.book, raw)
  const draw = drawFrom(step.picks.reduce((sum, pick) => sum * 31 + pick, position))
  for (let probe = 0; probe < 3; probe += 1) {
    probeBalances(t.book.store, raw, draw)
    probeRegister(t.book.store, raw, draw)
  }
  probeStatement(t.book.store, raw, draw)
}

function runAll(sequence: readonly Step[], chart: (typeof charts)[number]): void {
  const t = bookForTests({ inMemory: true, chart })
  try {
    for (const { command, input } of beginnings()) t.does(command, input)
    sequence.forEach((step, position) => {
      takeStep(t, step, position)
    })
    const report = verifyBook(t.book.store, { databaseChecks: true })
    holds('L17', report.passed, () => {
      return JSON.stringify(report.checks.flatMap(({ findings }) => findings).slice(0, 5))
    })
  } finally {
    t.close()
  }
}

describe(`the laws of the ledger (LAWS_SEED=${seed} LAWS_RUNS=${runs})`, () => {
  beforeAll(() => {
    process.stdout.write(`laws: LAWS_SEED=${seed} LAWS_RUNS=${runs}\n`)
    const property = fc.property(steps, fc.constantFrom(...charts), runAll)
    const found = fc.check(property, { seed, numRuns: runs })
    if (!found.failed) return
    const cause = found.errorInstance
    broken = cause instanceof LawBroken ? cause.law : 'none of them'
    throw new Error(fc.defaultReportMessage(found), { cause })
  }, 600_000)

  afterAll(() => {
    if (process.env.LAWS_TALLY === undefined) return
    for (const [key, times] of [...tally].sort()) process.stdout.write(`  ${key}: ${times}\n`)
  })

  it.each(laws)('[%s] holds after every command', (law) => {
    expect(broken).not.toBe(law)
  })

  it('tried every kind of command, with success and with refusals', () => {
    const kinds = [...new Set([...tally.keys()].map((key) => key.split(' ')[0]!))]
    const never = kinds.filter((what) => !tally.has(`${what} done`))
    expect(never).toEqual([])
    expect(kinds.length).toBe(Object.keys(weights).length)
  })
})
