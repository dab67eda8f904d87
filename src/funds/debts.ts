/** What one fund owes another from advances. */
import { compareDays, type Day } from '../kit/day.ts'
import type { EntryId, FundId } from '../kit/ids.ts'
import { addMinor, type Minor, negateMinor, zeroMinor } from '../kit/money.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

interface Pair {
  readonly debtor: FundId
  readonly creditor: FundId
}

/** Advances and repayments between two funds, by day; reversed ones count for nothing. */
const moves = prepare((p: Pair) =>
  build
    .selectFrom('transfer as t')
    .innerJoin('entry as o', 'o.id', 't.entry_id')
    .leftJoin('entry as r', 'r.reverses', 't.entry_id')
    .select(['t.terms', 't.amount_minor', 't.entry_id', 'o.effective_on'])
    .where((e) =>
      e.or([
        e.and([
          e('t.terms', '=', 'advance'),
          e('t.from_fund_id', '=', p.creditor),
          e('t.to_fund_id', '=', p.debtor),
        ]),
        e.and([
          e('t.terms', '=', 'repayment'),
          e('t.from_fund_id', '=', p.debtor),
          e('t.to_fund_id', '=', p.creditor),
        ]),
      ]),
    )
    .where('r.id', 'is', null)
    .orderBy('o.effective_on'),
)
const advanceAt = prepare((p: { entry: EntryId }) =>
  build
    .selectFrom('transfer as t')
    .innerJoin('entry as o', 'o.id', 't.entry_id')
    .select(['t.from_fund_id', 't.to_fund_id', 't.amount_minor', 'o.effective_on'])
    .where('t.entry_id', '=', p.entry)
    .where('t.terms', '=', 'advance'),
)

/**
 * The least that a fund owes another at the close of any day from `day` on: what may be repaid on that
 * day so that no later repayment is left without its debt.
 */
export function owedFrom(reader: Reader, pair: Pair, day: Day): Minor {
  const changes = new Map<Day, Minor>([[day, zeroMinor]])
  for (const { terms, amount_minor, effective_on } of rows(reader, moves, pair)) {
    // What came before the day is its opening.
    const on = compareDays(effective_on, day) < 0 ? day : effective_on
    const change = terms === 'advance' ? amount_minor : negateMinor(amount_minor)
    changes.set(on, addMinor(changes.get(on) ?? zeroMinor, change))
  }
  let debt = zeroMinor
  let least: Minor | undefined
  for (const change of changes.values()) {
    debt = addMinor(debt, change)
    least = least === undefined || debt < least ? debt : least
  }
  return least!
}

/** The entries of repayments that would be left without a debt if this entry's advance were undone. */
export function repaymentsStandingOn(reader: Reader, entry: EntryId): EntryId[] {
  const advance = first(reader, advanceAt, { entry })
  if (!advance) return []
  const pair = { debtor: advance.to_fund_id, creditor: advance.from_fund_id }
  if (owedFrom(reader, pair, advance.effective_on) >= advance.amount_minor) return []
  return rows(reader, moves, pair)
    .filter(({ terms }) => terms === 'repayment')
    .map(({ entry_id }) => entry_id)
}
