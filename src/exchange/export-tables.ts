/** The book's accounts, parties and entries as tables for a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import { erased, readDetail } from '../book/details.ts'
import { neutralise } from '../kit/csv.ts'
import type { PartyId } from '../kit/ids.ts'
import { amountText } from '../kit/money.ts'
import { listAccounts } from '../ledger/accounts.ts'
import type { Posting } from '../ledger/entries.ts'
import { allFunds } from '../ledger/funds.ts'
import { listParties, partyName, partyRef } from '../people/parties.ts'
import { nameExported } from '../people/shown.ts'
import { build, each, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

/** Parties read at once. */
const pageOfParties = 1_000

interface Line extends Posting {
  readonly kind: string
  readonly recorded_at: number
  readonly subject: string
  readonly reverses: number | null
  readonly note_detail_id: number | null
}

const allLines = prepare<Record<never, never>, Line>(() =>
  build
    .selectFrom('posting as p')
    .innerJoin('entry as e', 'e.id', 'p.entry_id')
    .selectAll('p')
    .select(['e.kind', 'e.recorded_at', 'e.subject', 'e.reverses', 'e.note_detail_id'])
    .orderBy('p.id'),
)

/** A row of a CSV file (RFC 4180); a text that a spreadsheet would run is neutralised. */
function row(cells: readonly (string | number | null)[]): string {
  const texts = cells.map((cell) => (cell === null ? '' : neutralise(String(cell))))
  return stringify([texts], { record_delimiter: 'windows' })
}

/** Spreadsheets need it to read Chinese. */
const byteOrderMark = '\uFEFF'

/** The chart of accounts. */
export function* exportAccounts(reader: Reader): Generator<string> {
  const header = ['account', 'role', 'class', 'holding', 'name', 'name_hans', 'name_hant']
  yield byteOrderMark + row(header)
  for (const account of listAccounts(reader)) {
    const { code, role, class: kind, holding, name, name_hans, name_hant } = account
    yield row([code, role, kind, holding, name, name_hans, name_hant])
  }
}

/** The parties; persons in full only with `names`. */
export function* exportParties(
  reader: Reader,
  { names }: { readonly names: boolean },
): Generator<string> {
  yield byteOrderMark + row(['party', 'kind', 'name', 'name_digest'])
  let after = 0 as PartyId
  for (;;) {
    const page = listParties(reader, after, pageOfParties)
    for (const party of page) {
      const { digest } = partyName(reader, party)
      yield row([partyRef(party.id), party.kind, nameExported(reader, party, names), digest])
    }
    if (page.length < pageOfParties) return
    after = page.at(-1)!.id
  }
}

/** Every posting of every entry, in the order of recording; notes only with `names`. */
export function* exportEntries(
  reader: Reader,
  { names }: { readonly names: boolean },
): Generator<string> {
  const funds = new Map(allFunds(reader).map((fund) => [fund.id, fund]))
  const codes = new Map(listAccounts(reader).map(({ id, code }) => [id, code]))
  yield byteOrderMark + row([...columnsOfEntries, ...(names ? ['note'] : [])])
  for (const line of each(reader, allLines, {})) {
    const { code, currency } = funds.get(line.fund_id)!
    const note = line.note_detail_id === null ? undefined : readDetail(reader, line.note_detail_id)
    yield row([
      line.entry_id,
      line.effective_on,
      new Date(line.recorded_at).toISOString(),
      line.kind,
      line.subject,
      line.reverses,
      line.event_seq,
      code,
      line.fund_serial,
      line.leg,
      codes.get(line.debit_account_id)!,
      codes.get(line.credit_account_id)!,
      amountText(line.amount_minor, currency),
      currency,
      line.party_id === null ? null : partyRef(line.party_id),
      ...(names ? [note?.body ?? (line.note_detail_id === null ? null : erased)] : []),
    ])
  }
}

const columnsOfEntries = [
  'entry',
  'effective_on',
  'recorded_at',
  'kind',
  'subject',
  'reverses',
  'event',
  'fund',
  'serial',
  'leg',
  'debit',
  'credit',
  'amount',
  'currency',
  'party',
]
