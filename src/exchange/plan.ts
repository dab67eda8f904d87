/**
 * The plan of an import: what the book would be given for a journal, decided before anything is
 * posted. It reads no book and writes none.
 *
 * Signs are the journal's: a debit is positive, a credit negative; amounts are minor units of the
 * mapping's currency. Days and order are the journal's order of lines, as in Ledger.
 */
import type { Day } from '../kit/day.ts'
import { type Minor, minor } from '../kit/money.ts'
import type { JournalProblem, JournalStream, JournalTransaction } from './journal.ts'
import { isFault } from './journal-amounts.ts'
import { isOpening, type Mapping, type Placement, placements, suggestedLine } from './mapping.ts'
import { fits, type Moved, movedBy } from './moves.ts'
import { type PlannedLeg, pairLegs } from './pairing.ts'
import { shown } from './text.ts'

/** An account of the book that the journal uses. */
export interface PlannedAccount extends Placement {
  /** The journal's names that are booked to it, in order of first use. */
  readonly names: readonly string[]
  /** The line of its first use. */
  readonly line: number
  /** The signed sum of its postings in the whole journal, openings included. */
  readonly net_minor: Minor
}

export interface PlannedEntry {
  readonly line: number
  readonly on: Day
  readonly payee: string
  readonly note: string | null
  readonly code: string | null
  readonly comment: string
  /** Carries balances forward: to be posted only into an empty book. */
  readonly opening: boolean
  /**
   * What to post: keys of planned accounts, positive amounts. At most one leg fewer than accounts.
   */
  readonly legs: readonly PlannedLeg[]
}

/** A balance that the journal claims. */
export interface PlannedAssertion {
  readonly line: number
  /** The journal's name of the account. */
  readonly account: string
  readonly key: string
  readonly expected_minor: Minor
  /** What the journal's own postings up to the transaction's end come to, openings included. */
  readonly in_journal_minor: Minor
  /** How much of that came from openings. */
  readonly from_openings_minor: Minor
}

/** What moves no money and so makes no posting. */
export interface Skipped {
  readonly line: number
  /** An account of a transaction, or null for the whole transaction. */
  readonly account: string | null
  readonly reason: 'zero_amount' | 'netted_to_zero' | 'same_account_in_book'
}

export interface ImportPlan {
  readonly fund: string
  readonly currency: string
  readonly accounts: readonly PlannedAccount[]
  readonly entries: readonly PlannedEntry[]
  readonly assertions: readonly PlannedAssertion[]
  readonly skipped: readonly Skipped[]
  /** The journal's own problems and the plan's, by line. Import nothing unless there are none. */
  readonly problems: readonly JournalProblem[]
}

interface Tally {
  /** The journal's name of the account: one text for all its postings. */
  readonly name: string
  readonly placement: Placement
  readonly line: number
  sum: bigint
  fromOpenings: bigint
}

interface Planning {
  readonly mapping: Mapping
  readonly place: (account: string) => Placement | null
  readonly byName: Map<string, Tally>
  /** The sum of each account of the book; several names may share one. */
  readonly byKey: Map<string, bigint>
  readonly unplaced: Set<string>
  readonly entries: PlannedEntry[]
  readonly assertions: PlannedAssertion[]
  readonly skipped: Skipped[]
  readonly problems: JournalProblem[]
}

/**
 * Plans the import of a journal. Every transaction becomes an entry whose legs are made by
 * deterministic greedy pairing, or is skipped with the reason, or is a problem: an account that
 * nothing maps, another currency, decimals the currency lacks, postings that do not add up to
 * nothing. Assertions are kept, not judged: see `checkAssertions`.
 */
export function planImport(journal: JournalStream, mapping: Mapping): ImportPlan {
  const steps = planSteps(journal, mapping)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The same, a transaction at a time: gives the line of the file that each begins on, so that whoever
 * plans a long journal can see to other things in between.
 */
export function* planSteps(
  journal: JournalStream,
  mapping: Mapping,
): Generator<number, ImportPlan, void> {
  const planning: Planning = {
    mapping,
    place: placements(mapping),
    byName: new Map(),
    byKey: new Map(),
    unplaced: new Set(),
    entries: [],
    assertions: [],
    skipped: [],
    problems: [],
  }
  for (const transaction of journal.transactions) {
    planTransaction(planning, transaction)
    yield transaction.line
  }
  const accounts = accountsOf(planning)
  const { entries, assertions, skipped } = planning
  // The journal's own are complete only now, when its last transaction has been taken.
  const problems = [...journal.problems, ...planning.problems].sort((a, b) => a.line - b.line)
  const { fund, currency } = mapping
  return { fund, currency, accounts, entries, assertions, skipped, problems }
}

function planTransaction(planning: Planning, transaction: JournalTransaction): void {
  const placed = placeAll(planning, transaction)
  const moved = movedBy(transaction, planning.mapping.currency)
  if (isFault(moved)) {
    report(planning, transaction, moved.fault, moved.sentence, moved.line)
    return
  }
  if (!placed) return
  const opening = isOpening(planning.mapping, transaction)
  const tooLarge = addUp(planning, moved, opening)
  if (tooLarge !== null) {
    const sentence = `The balance of “${shown(tooLarge)}” would pass the most a book holds.`
    report(planning, transaction, 'amount.total_too_large', sentence, transaction.line)
    return
  }
  for (const { line, account, expected } of moved.assertions) {
    const tally = planning.byName.get(account)!
    planning.assertions.push({
      line,
      account,
      key: tally.placement.key,
      expected_minor: expected,
      in_journal_minor: safe(tally.sum),
      from_openings_minor: safe(tally.fromOpenings),
    })
  }
  planEntry(planning, transaction, { moved, opening })
}

/**
 * Adds a transaction to the sums. The name of an account that would grow too large, and then
 * nothing.
 */
function addUp(planning: Planning, moved: Moved, opening: boolean): string | null {
  const add = (sign: bigint) => {
    let tooLarge: string | null = null
    for (const [account, sum] of moved.sums) {
      const tally = planning.byName.get(account)!
      const { key } = tally.placement
      const whole = (planning.byKey.get(key) ?? 0n) + sign * sum
      planning.byKey.set(key, whole)
      tally.sum += sign * sum
      if (opening) tally.fromOpenings += sign * sum
      if (!fits(whole) || !fits(tally.sum) || !fits(tally.fromOpenings)) tooLarge = account
    }
    return tooLarge
  }
  const tooLarge = add(1n)
  if (tooLarge !== null) add(-1n)
  return tooLarge
}

function planEntry(
  planning: Planning,
  transaction: JournalTransaction,
  of: { moved: Moved; opening: boolean },
): void {
  const byKey = new Map<string, bigint>()
  const still: string[] = []
  for (const [account, sum] of of.moved.sums) {
    const { name, placement } = planning.byName.get(account)!
    byKey.set(placement.key, (byKey.get(placement.key) ?? 0n) + sum)
    if (sum === 0n) still.push(name)
  }
  const legs = pairLegs(byKey)
  const { line, on, payee, note, code, comment } = transaction
  if (legs.length === 0) {
    const reason = still.length < of.moved.sums.size ? 'same_account_in_book' : zeroReason(of.moved)
    planning.skipped.push({ line, account: null, reason })
    return
  }
  for (const account of still) {
    const first = transaction.postings.find((posting) => posting.account === account)
    planning.skipped.push({
      line: first?.line ?? line,
      account,
      reason: zeroReason(of.moved, account),
    })
  }
  // A list that was pushed to keeps room for sixteen more; its copy, which is held, does not.
  const held = { opening: of.opening, legs: legs.slice() }
  planning.entries.push({ line, on, payee, note, code, comment, ...held })
}

function zeroReason(moved: Moved, account?: string): Skipped['reason'] {
  const some = account === undefined ? moved.nonZero.size > 0 : moved.nonZero.has(account)
  return some ? 'netted_to_zero' : 'zero_amount'
}

/**
 * Places every account of a transaction; false when one has no place, which is reported once a name.
 */
function placeAll(planning: Planning, transaction: JournalTransaction): boolean {
  let complete = true
  for (const { account, line } of transaction.postings) {
    if (planning.byName.has(account)) continue
    const placement = planning.place(account)
    if (placement) {
      planning.byName.set(account, { name: account, placement, line, sum: 0n, fromOpenings: 0n })
      continue
    }
    complete = false
    if (planning.unplaced.has(account)) continue
    planning.unplaced.add(account)
    const added = suggestedLine(account)
    const sentence = `The mapping has no account for “${shown(account)}”; add ${added}.`
    report(planning, transaction, 'mapping.account_missing', sentence, line)
  }
  return complete
}

function accountsOf(planning: Planning): PlannedAccount[] {
  const byKey = new Map<string, { names: string[]; first: Tally }>()
  for (const [account, tally] of planning.byName) {
    const known = byKey.get(tally.placement.key)
    if (known) known.names.push(account)
    else byKey.set(tally.placement.key, { names: [account], first: tally })
  }
  return [...byKey].map(([key, { names, first }]) => ({
    ...first.placement,
    names,
    line: first.line,
    net_minor: safe(planning.byKey.get(key) ?? 0n),
  }))
}

function report(
  planning: Planning,
  transaction: JournalTransaction,
  code: string,
  sentence: string,
  line: number,
): void {
  const text = shown(`${transaction.on} ${transaction.payee}`)
  planning.problems.push({ line, code, sentence, text })
}

function safe(sum: bigint): Minor {
  return minor(Number(sum))
}
