/** `build`: from the book up to one sequence number to a `Statement` (design section 8). */

import { chainHeadAt } from '../book/events.ts'
import { organisationKnown } from '../book/organisation-known.ts'
import { addDays, type Day, monthOf, monthRange } from '../kit/day.ts'
import { hex } from '../kit/digest.ts'
import type { EntryId, EventSeq, FundId, PostingId } from '../kit/ids.ts'
import {
  addMinor,
  exponentOf,
  type Minor,
  minor,
  negateMinor,
  subtractMinor,
  zeroMinor,
} from '../kit/money.ts'
import { type Account, listAccounts } from '../ledger/accounts.ts'
import { balancesOfFund, lastPostingKnown } from '../ledger/balances.ts'
import type { Posting } from '../ledger/entries.ts'
import type { Fund } from '../ledger/funds.ts'
import { periodStateKnown } from '../ledger/periods.ts'
import { postingsOfFund } from '../ledger/register.ts'
import { unitNameKnown } from '../people/units.ts'
import { build as compose, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { lineSource, linesOfEntry, namesOf } from './lines.ts'
import { rangeInvalid, tooManyLines } from './refusals.ts'
import {
  contributionSources,
  type Statement,
  type StatementChanges,
  type StatementIssue,
  type StatementLine,
} from './statement.ts'

/** A roster of this many lines is some 400 pages; nobody audits more on paper. */
const mostLines = 20_000

export interface StatementRequest {
  readonly fund: Fund
  readonly from: Day
  readonly to: Day
  /** The last event counted. */
  readonly known: EventSeq
  /** Null for a preview. */
  readonly issue: StatementIssue | null
  readonly changes: (statement: Statement) => StatementChanges | null
}

const serialsElsewhere = prepare(
  (p: { fundId: FundId; low: number; high: number; from: Day; to: Day; last: PostingId }) =>
    compose
      .selectFrom('posting')
      .select(['fund_serial as serial', 'effective_on as day'])
      .distinct()
      .where('fund_id', '=', p.fundId)
      .where('fund_serial', '>', p.low)
      .where('fund_serial', '<', p.high)
      .where('id', '<=', p.last)
      .where((e) => e.or([e('effective_on', '<', p.from), e('effective_on', '>', p.to)]))
      .orderBy('fund_serial'),
)

/** Builds a statement. Refuses `statement.range` and `statement.too_many_lines`. */
export function buildStatement(reader: Reader, request: StatementRequest): Statement {
  const { fund, from, to, known } = request
  if (to < from) throw rangeInvalid({ from, to })
  const organisation = organisationKnown(reader, known)
  const lines = linesKnown(reader, request, organisation.time_zone)
  const chart = listAccounts(reader)
  const opening = moneyOn(reader, chart, fund, { asOf: addDays(from, -1), known })
  const closing = heldOn(reader, chart, fund, { asOf: to, known })
  const receipts = receiptsBySource(lines)
  const receiptsMinor = sum(receipts.map(({ amount_minor }) => minor(amount_minor)))
  const paymentsMinor = sum(amounts(lines, 'payment'))
  const closingMinor = subtractMinor(addMinor(opening, receiptsMinor), paymentsMinor)
  if (closingMinor !== closing.moneyMinor) {
    throw new Error(
      `The lines of ${fund.code} end at ${closingMinor}, its balances at ${closing.moneyMinor}.`,
    )
  }
  const bound = addMinor(closing.payablesMinor, closing.commitmentsMinor)
  const statement: Statement = {
    format: 'care-ledger/statement@1',
    organisation: {
      name: organisation.name,
      book: organisation.book,
      time_zone: organisation.time_zone,
    },
    fund: {
      code: fund.code,
      name: fund.name,
      currency: fund.currency,
      exponent: exponentOf(fund.currency),
      restriction: fund.restriction,
      purpose: fund.purpose,
      unit: unitNameKnown(reader, fund.unit_id, known),
    },
    period: { from, to, closed: isClosed(reader, request) },
    issue: request.issue,
    known: { sequence: known, chain_head: hex(chainHeadAt(reader, known)!.hash) },
    opening_minor: opening,
    receipts,
    receipts_minor: receiptsMinor,
    payments_minor: paymentsMinor,
    closing_minor: closingMinor,
    payables_minor: closing.payablesMinor,
    commitments: closing.commitments,
    commitments_minor: closing.commitmentsMinor,
    available_minor: subtractMinor(closingMinor, bound),
    lines,
    elsewhere: elsewhere(reader, request, lines),
    changes: null,
  }
  return { ...statement, changes: request.changes(statement) }
}

function linesKnown(reader: Reader, request: StatementRequest, timeZone: string): StatementLine[] {
  const last = lastPostingKnown(reader, request.known)?.id
  if (last === undefined) return []
  const byEntry = new Map<EntryId, [Posting, ...Posting[]]>()
  for (const posting of postingsOfFund(reader, request.fund.id, { ...request, last })) {
    const together = byEntry.get(posting.entry_id)
    if (together) together.push(posting)
    else byEntry.set(posting.entry_id, [posting])
  }
  if (byEntry.size > mostLines) throw tooManyLines({ lines: byEntry.size, most: mostLines })
  const from = lineSource(reader, request, timeZone)
  return [...byEntry].flatMap(([entryId, postings]) => linesOfEntry(from, entryId, postings))
}

interface On {
  readonly asOf: Day
  readonly known: EventSeq
}

function heldOn(reader: Reader, chart: readonly Account[], fund: Fund, { asOf, known }: On) {
  const found = balancesOfFund(reader, fund.id, { asOf, knownAt: known })
  const holding = (kind: Account['holding']) =>
    chart
      .filter((account) => account.holding === kind)
      .map((account) => ({ account, balanceMinor: found.get(account.id) ?? zeroMinor }))
  const commitments = holding('commitment')
    .filter(({ balanceMinor }) => balanceMinor !== 0)
    .map(({ account, balanceMinor }) => ({
      code: account.code,
      names: namesOf(account),
      amount_minor: balanceMinor,
    }))
  return {
    moneyMinor: sum(holding('money').map(({ balanceMinor }) => balanceMinor)),
    payablesMinor: negateMinor(sum(holding('payable').map(({ balanceMinor }) => balanceMinor))),
    commitments,
    commitmentsMinor: sum(commitments.map(({ amount_minor }) => amount_minor)),
  }
}

function moneyOn(reader: Reader, chart: readonly Account[], fund: Fund, on: On): Minor {
  return heldOn(reader, chart, fund, on).moneyMinor
}

function amounts(lines: readonly StatementLine[], section: StatementLine['section']): Minor[] {
  return lines.filter((line) => line.section === section).map((line) => minor(line.amount_minor))
}

function sum(parts: readonly Minor[]): Minor {
  return parts.reduce(addMinor, zeroMinor)
}

function receiptsBySource(lines: readonly StatementLine[]): Statement['receipts'] {
  return contributionSources.flatMap((source) => {
    const found = amounts(
      lines.filter((line) => line.source === source),
      'receipt',
    )
    return found.length === 0 ? [] : [{ source, count: found.length, amount_minor: sum(found) }]
  })
}

/** Whether every month of the period was closed, as known then. */
function isClosed(reader: Reader, { from, to, known }: StatementRequest): boolean {
  for (let day = from; day <= to; day = addDays(monthRange(monthOf(day)).to, 1)) {
    if (periodStateKnown(reader, monthOf(day), known) === 'open') return false
  }
  return true
}

function elsewhere(
  reader: Reader,
  { fund, from, to, known }: StatementRequest,
  lines: readonly StatementLine[],
): Statement['elsewhere'] {
  const last = lastPostingKnown(reader, known)?.id
  if (last === undefined || lines.length === 0) return []
  const serials = lines.map(({ serial }) => serial).sort((a, b) => a - b)
  const found: Statement['elsewhere'][number][] = []
  let low = serials[0]!
  for (const high of serials) {
    // Serials have no gaps, so only between two that are not neighbours is there something to find.
    const between = { fundId: fund.id, low, high, from, to, last }
    if (high > low + 1) found.push(...rows(reader, serialsElsewhere, between))
    low = high
  }
  return found
}
