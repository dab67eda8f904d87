/** `care-ledger export`: the whole book in formats that other programs read. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { show } from '../access/organisation.ts'
import { exportJournal, exportMapping, hasMemorandum } from '../exchange/export-journal.ts'
import { exportAccounts, exportEntries, exportParties } from '../exchange/export-tables.ts'
import { allFunds, type Fund, fundByCode } from '../ledger/funds.ts'
import type { Store } from '../store/store.ts'
import { type BookOptions, type Hand, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { writeWhole } from './files.ts'
import { helpEnd } from './help-end.ts'
import { fileExists, usageWrong } from './refusals.ts'
import { good, plain, type Terminal } from './terminal.ts'

interface ExportOptions extends BookOptions {
  readonly to: string
  readonly fund?: string
  readonly names?: boolean
}

/** The ending that says a journal alone is wanted. */
const journalEnding = /\.(journal|hledger|ledger|dat)$/

/** Adds `care-ledger export` to the program. */
export function addExport(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('export'))
    .description(
      'Writes a folder: for each fund a journal in hledger format with the mapping that imports it ' +
        'again, and its commitments; accounts, parties and entries as CSV; the public keys. A path ' +
        'that ends in .journal takes the journal of one fund alone.',
    )
    .requiredOption('--to <path>', 'the new folder, or a file such as care.journal')
    .option('--fund <fund>', 'for a file: the fund; may be left out when there is one')
    .option('--names', 'full names and notes too; without it persons are masked and notes left out')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger export --book relief --to export-2026-03-31',
        'care-ledger export --book relief --fund care --to care.journal',
      ]),
    )
  does<ExportOptions>(command, bench, async (terminal, options) => {
    if (existsSync(options.to)) throw fileExists({ path: options.to })
    const work = async (hand: Hand) => {
      const files = hand.store.snapshot(() => exported(hand, terminal, options))
      for (const file of files) terminal.say(`${good('Wrote')} ${plain(file)}`)
      terminal.answer({ files })
    }
    await withBook(options, work, { readOnly: true })
  })
}

function exported(hand: Hand, terminal: Terminal, options: ExportOptions): string[] {
  const { store } = hand
  const { to, names = false } = options
  if (journalEnding.test(to)) {
    const fund = fundMeant(store, options.fund)
    mkdirSync(dirname(to), { recursive: true })
    writeWhole(to, journalOf(store, terminal, fund, { part: 'money', notes: names }))
    return [to]
  }
  mkdirSync(to, { recursive: true })
  const files: string[] = []
  const put = (name: string, content: Iterable<string>) => {
    const path = join(to, name)
    writeWhole(path, content)
    files.push(path)
  }
  for (const fund of options.fund ? [fundByCode(store, options.fund)] : allFunds(store)) {
    const { code } = fund
    put(`${code}.journal`, journalOf(store, terminal, fund, { part: 'money', notes: names }))
    put(`${code}.mapping.json`, [exportMapping(store, fund)])
    if (hasMemorandum(store, fund)) {
      const promises = exportJournal(store, fund, { part: 'memorandum', notes: names })
      put(`${code}.commitments.journal`, promises)
    }
  }
  put('accounts.csv', exportAccounts(store))
  put('parties.csv', exportParties(store, { names }))
  put('entries.csv', exportEntries(store, { names }))
  const keys = hand.asks(show, {}).signing_keys
  put('public-keys.json', [`${JSON.stringify({ keys }, null, 2)}\n`])
  return files
}

function fundMeant(store: Store, code: string | undefined): Fund {
  if (code !== undefined) return fundByCode(store, code)
  const funds = allFunds(store)
  const [only] = funds
  if (funds.length === 1 && only) return only
  throw usageWrong({
    what: `The book has ${funds.length} funds; a file holds the journal of one.`,
    how: `Say which with --fund: ${funds.map((fund) => fund.code).join(', ') || 'none yet'}.`,
  })
}

function* journalOf(
  store: Store,
  terminal: Terminal,
  fund: Fund,
  options: Parameters<typeof exportJournal>[2],
): Generator<string> {
  const [row] = store.all(
    'select count(distinct entry_id) as entries from posting where fund_id = ?',
    [fund.id],
  )
  const bar = terminal.progress(`Exporting ${fund.code}`, Number(row?.entries))
  let done = 0
  for (const piece of exportJournal(store, fund, options)) {
    if (piece.startsWith('\n')) bar.reach(++done)
    yield piece
  }
  bar.end()
}
