/** The balances that a journal claims, held against what the book will hold. */
import { amountText, type Minor, minor, zeroMinor } from '../kit/money.ts'
import type { JournalProblem } from './journal.ts'
import { fits } from './moves.ts'
import type { ImportPlan, PlannedAccount, PlannedAssertion } from './plan.ts'
import { shown } from './text.ts'

/**
 * The claims of a journal that would not hold after its import; none when all hold.
 *
 * `before` null: the book is empty and the openings are posted. Otherwise it gives, by key of the
 * planned account, the debit balance in the book before the import (0 where absent); the openings
 * are then not posted, and each asset and liability they carry forward must stand in the book with
 * that very balance. Other classes are not compared: years close them in their own ways.
 *
 * A claim about a name that shares its account in the book with other names cannot be told apart
 * there, and is reported as that.
 */
export function checkAssertions(
  plan: ImportPlan,
  before: ReadonlyMap<string, Minor> | null,
): JournalProblem[] {
  const accounts = new Map(plan.accounts.map((account) => [account.key, account]))
  const claims = plan.assertions.flatMap((claim) => {
    const shared = before !== null && (accounts.get(claim.key)?.names.length ?? 0) > 1
    if (shared) return [sharedProblem(claim)]
    return claimProblem(plan, claim, found(claim, before))
  })
  const openings = before === null ? [] : openingProblems(plan, accounts, before)
  return [...openings, ...claims].sort((a, b) => a.line - b.line)
}

function found(claim: PlannedAssertion, before: ReadonlyMap<string, Minor> | null): bigint {
  if (before === null) return BigInt(claim.in_journal_minor)
  const start = BigInt(before.get(claim.key) ?? 0)
  return start + BigInt(claim.in_journal_minor) - BigInt(claim.from_openings_minor)
}

function claimProblem(plan: ImportPlan, claim: PlannedAssertion, held: bigint): JournalProblem[] {
  if (held === BigInt(claim.expected_minor)) return []
  const { line, account, expected_minor } = claim
  const sentence =
    `After this transaction “${shown(account)}” would hold ${textOf(held, plan.currency)}, ` +
    `not ${amountText(expected_minor, plan.currency)}.`
  return [{ line, code: 'assertion.failed', sentence, text: shown(account) }]
}

function sharedProblem({ line, account }: PlannedAssertion): JournalProblem {
  return {
    line,
    code: 'assertion.account_shared',
    sentence: `“${shown(account)}” shares its account in the book; it cannot be checked alone.`,
    text: shown(account),
  }
}

function openingProblems(
  plan: ImportPlan,
  accounts: ReadonlyMap<string, PlannedAccount>,
  before: ReadonlyMap<string, Minor>,
): JournalProblem[] {
  const carried = new Map<string, { line: number; sum: bigint }>()
  for (const entry of plan.entries) {
    if (!entry.opening) continue
    for (const { debit, credit, amount_minor } of entry.legs) {
      for (const [key, sign] of [
        [debit, 1n],
        [credit, -1n],
      ] as const) {
        const sum = (carried.get(key)?.sum ?? 0n) + sign * BigInt(amount_minor)
        carried.set(key, { line: entry.line, sum })
      }
    }
  }
  return [...carried].flatMap(([key, { line, sum }]) => {
    const account = accounts.get(key)
    if (account?.class !== 'asset' && account?.class !== 'liability') return []
    const held = before.get(key) ?? zeroMinor
    if (BigInt(held) === sum) return []
    const name = account.names.map(shown).join(', ')
    const sentence =
      `The opening carries forward ${textOf(sum, plan.currency)} ` +
      `in “${name}”, but the book holds ${amountText(held, plan.currency)}.`
    return [{ line, code: 'assertion.opening_failed', sentence, text: name }]
  })
}

function textOf(sum: bigint, currency: string): string {
  return fits(sum) ? `${amountText(minor(Number(sum)), currency)} ${currency}` : 'more than it can'
}
