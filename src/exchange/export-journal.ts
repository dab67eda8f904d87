/**
 * A fund as a journal that hledger and Ledger read, and that can be imported again: with the mapping made
 * beside it, a new book comes to the same balances. Promises on memorandum accounts are no money; they
 * come in a journal of their own, which is for reading only.
 */
import { organisationOf } from '../book/book.ts'
import { readDetail } from '../book/details.ts'
import { chainHead } from '../book/events.ts'
import { hex } from '../kit/digest.ts'
import type { FundId } from '../kit/ids.ts'
import {
  addMinor,
  amountText,
  exponentOf,
  type Minor,
  negateMinor,
  zeroMinor,
} from '../kit/money.ts'
import { type Account, listAccounts } from '../ledger/accounts.ts'
import { balancesOfFund } from '../ledger/balances.ts'
import type { Posting } from '../ledger/entries.ts'
import type { Fund } from '../ledger/funds.ts'
import type { AccountClass } from '../ledger/roles.ts'
import { build, each, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

/** hledger's own top accounts and type letters (hledger.org, "Account types"). */
const tops: Readonly<Record<AccountClass, { name: string; type: string }>> = {
  asset: { name: 'assets', type: 'A' },
  liability: { name: 'liabilities', type: 'L' },
  net_assets: { name: 'equity', type: 'E' },
  income: { name: 'revenues', type: 'R' },
  expense: { name: 'expenses', type: 'X' },
  memorandum: { name: 'memorandum', type: 'E' },
}

interface Line extends Posting {
  readonly kind: string
  readonly subject: string
  readonly note_detail_id: number | null
}

const linesOfFund = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting as p')
    .innerJoin('entry as e', 'e.id', 'p.entry_id')
    .selectAll('p')
    .select(['e.kind', 'e.subject', 'e.note_detail_id'])
    .where('p.fund_id', '=', p.fundId)
    .orderBy('p.fund_serial')
    .orderBy('p.leg'),
)

export interface JournalExport {
  /** Which entries: those that move money, or the promises on memorandum accounts. */
  readonly part: 'money' | 'memorandum'
  /** Whether notes, which may name persons, stand in the descriptions. */
  readonly notes: boolean
}

/** The names that the book's accounts have in an exported journal. */
export function journalNames(reader: Reader): ReadonlyMap<number, string> {
  const taken = new Set<string>()
  return new Map(
    listAccounts(reader).map((account) => {
      const wanted = nameOf(account)
      const name = taken.has(wanted) ? `${wanted}-${account.id}` : wanted
      taken.add(name)
      return [account.id, name]
    }),
  )
}

function nameOf({ code, name, role, class: kind }: Account): string {
  // An account that came with a journal is named as it was there.
  if (role === null && code === name) return safe(code)
  return `${tops[kind].name}:${safe(`${code} ${name}`).replaceAll(':', '-')}`
}

/** A name without what would end it, or read as an amount, in a posting. */
function safe(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[;$£€¥￥=*[\](){}<>"#%|@~]/g, '-')
    .replace(/ (?=[-+]?[0-9])/g, '_')
}

/** Accounts that ever moved in a fund, by code. */
function accountsMoved(reader: Reader, fund: Fund): Account[] {
  const moved = balancesOfFund(reader, fund.id, { asOf: null, knownAt: null })
  return listAccounts(reader).filter(({ id }) => moved.has(id))
}

/** Whether a fund ever had promises on memorandum accounts. */
export function hasMemorandum(reader: Reader, fund: Fund): boolean {
  return accountsMoved(reader, fund).some((account) => account.class === 'memorandum')
}

/** The mapping with which the journal of a fund is imported again: the text of a JSON file. */
export function exportMapping(reader: Reader, fund: Fund): string {
  const names = journalNames(reader)
  const accounts = accountsMoved(reader, fund)
    .filter((account) => account.class !== 'memorandum')
    .map(({ id, role, code, name, class: kind }) => {
      const match = names.get(id)!
      if (role !== null) return { match, role }
      const codeFits = code !== name && /^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/.test(code)
      return { match, class: kind, ...(codeFits ? { code } : {}) }
    })
  const mapping = { fund: fund.code, currency: fund.currency, opening: [], accounts }
  return `${JSON.stringify(mapping, null, 2)}\n`
}

/** The journal of a fund, a piece of text at a time, in the order of its serials. */
export function* exportJournal(
  reader: Reader,
  fund: Fund,
  options: JournalExport,
): Generator<string> {
  const accounts = new Map(listAccounts(reader).map((account) => [account.id, account]))
  const names = journalNames(reader)
  const wanted = options.part === 'memorandum'
  const mattering = (line: Line) =>
    (accounts.get(line.debit_account_id)!.class === 'memorandum') === wanted
  yield headOf(reader, fund)
  for (const { id, class: kind } of accountsMoved(reader, fund)) {
    if ((kind === 'memorandum') !== wanted) continue
    yield `account ${names.get(id)!}  ; type:${tops[kind].type}\n`
  }
  let entry: Line[] = []
  for (const line of each(reader, linesOfFund, { fundId: fund.id }) as Iterable<Line>) {
    if (entry.length > 0 && entry[0]!.entry_id !== line.entry_id) {
      yield transaction(reader, fund, entry.filter(mattering), names, options)
      entry = []
    }
    entry.push(line)
  }
  yield transaction(reader, fund, entry.filter(mattering), names, options)
}

function headOf(reader: Reader, fund: Fund): string {
  const { name } = organisationOf(reader)
  const { seq, hash } = chainHead(reader)
  const mark = exponentOf(fund.currency) === 3 ? 'decimal-mark .\n' : ''
  return `; ${oneLine(name)}: the fund ${fund.code} (${oneLine(fund.name)}), in ${fund.currency}
; Exported by Care Ledger from the book as it stood at event ${seq}, chain head ${hex(hash)}

${mark}`
}

function transaction(
  reader: Reader,
  fund: Fund,
  lines: readonly Line[],
  names: ReadonlyMap<number, string>,
  { notes }: JournalExport,
): string {
  const [first] = lines
  if (!first) return ''
  const note = notes && first.note_detail_id ? readDetail(reader, first.note_detail_id) : undefined
  const said = note ? ` | ${oneLine(note.body)}` : ''
  const trace = `entry ${first.entry_id}, event ${first.event_seq}, ${first.subject}`
  const postings = [...sidesOf(lines)].map(([account, amount]) => {
    const text = `${amountText(amount, fund.currency)} ${fund.currency}`
    return `    ${names.get(Math.abs(account))!}  ${text}\n`
  })
  return `
${first.effective_on} (${first.fund_serial}) ${first.kind}${said}  ; ${trace}
${postings.join('')}`
}

/** Sums by account and side, debits before credits; the key of a credit is negative. */
function sidesOf(lines: readonly Line[]): Map<number, Minor> {
  const sides = new Map<number, Minor>()
  const add = (key: number, amount: Minor) =>
    sides.set(key, addMinor(sides.get(key) ?? zeroMinor, amount))
  for (const line of lines) add(line.debit_account_id, line.amount_minor)
  for (const line of lines) add(-line.credit_account_id, negateMinor(line.amount_minor))
  return sides
}

/** A text that stays within its line and its description. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(';', ',')
    .trim()
}
