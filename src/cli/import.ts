/** `care-ledger import`: takes a journal or a roster of grants into a book, all of it or nothing. */
import type { Command } from 'commander'
import type { Answer, Book } from '../book/book.ts'
import { readGrants } from '../exchange/grants.ts'
import { importGrants, importJournal } from '../exchange/imports.ts'
import { decodeJournal, MAX_JOURNAL_BYTES, readJournal } from '../exchange/journal.ts'
import { MAX_MAPPING_BYTES } from '../exchange/mapping.ts'
import { rosterOf } from '../exchange/roster.ts'
import { decodeText } from '../exchange/text.ts'
import { MAX_XLSX_BYTES } from '../exchange/xlsx.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { sha256Hex } from '../kit/digest.ts'
import { amountText } from '../kit/money.ts'
import { type PayoutCategory, payoutCategories } from '../ledger/roles.ts'
import { type BookOptions, type Hand, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { readWhole } from './files.ts'
import { helpEnd } from './help-end.ts'
import { usageWrong } from './refusals.ts'
import { faint, good, plain, type Terminal } from './terminal.ts'

interface ImportOptions extends BookOptions {
  readonly map?: string
  readonly grants?: boolean
  readonly fund?: string
  readonly category: string
  readonly dryRun?: boolean
}

/** Adds `care-ledger import` to the program. */
export function addImport(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('import'))
    .description(
      'Takes a Ledger or hledger journal, or grants as published to the 360Giving standard, into a ' +
        'fund of a book: every line of it, or nothing. The same file is taken once, however often ' +
        'it is sent.',
    )
    .argument('<file>', 'a journal, or with --grants a workbook (.xlsx) or CSV')
    .option('--map <mapping>', 'for a journal: the JSON file that maps its accounts to the book')
    .option('--grants', 'the file holds grants; each becomes a payout')
    .option('--fund <fund>', 'for grants: the fund that paid them')
    .option(
      '--category <category>',
      `for grants: what they were for: ${payoutCategories.join(', ')}`,
      'care_grants',
    )
    .option('--dry-run', 'says what would happen, and does nothing')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger import 2026.journal --map mapping.json --book relief',
        'care-ledger import grants.xlsx --grants --fund care --book relief --dry-run',
      ]),
    )
  does<ImportOptions>(command, bench, async (terminal, options, [file = '']) => {
    if ((options.map === undefined) === (options.grants === undefined)) {
      throw usageWrong({
        what: 'Say what the file holds: --map MAPPING for a journal, or --grants.',
        how: 'See care-ledger import --help.',
      })
    }
    if (options.grants) await takeGrants(terminal, options, file)
    else await takeJournal(terminal, options, file, options.map!)
  })
}

/** A key that the same file, taken in the same way, always has. */
function keyFrom(...parts: readonly (string | Uint8Array)[]): string {
  return `import-${sha256Hex(canonicalJson(parts.map((part) => sha256Hex(part))))}`
}

async function takeJournal(
  terminal: Terminal,
  options: ImportOptions,
  file: string,
  map: string,
): Promise<void> {
  const bytes = readWhole(file, { what: 'journal', limit: MAX_JOURNAL_BYTES })
  const mapped = readWhole(map, { what: 'mapping', limit: MAX_MAPPING_BYTES })
  const journal = decodeJournal(bytes)
  const mapping = decodeText(mapped, { what: 'mapping', limit: MAX_MAPPING_BYTES })
  await withBook(options, async (hand) => {
    const total = terminal.json ? 0 : readJournal(journal).transactions.length
    const done = counted(hand, terminal, { file, total }, (book) =>
      hand.does(
        importJournal,
        { journal, mapping },
        { book, key: keyFrom('journal', bytes, mapped), dryRun: options.dryRun ?? false },
      ),
    )
    const { output } = done
    tellTaken(terminal, done, `${output.entries} entries of ${file} into the fund ${output.fund}`)
    if (output.openings_checked > 0) {
      terminal.say(
        `Openings held against the book and not posted again: ${output.openings_checked}`,
      )
    }
    if (output.assertions_checked > 0) {
      terminal.say(`Balances that the journal claims, checked: ${output.assertions_checked}`)
    }
    if (output.skipped.length > 0) {
      const lines = output.skipped.map(({ line, reason }) => `${line} (${reason})`)
      terminal.say(`Lines that move nothing, left out: ${lines.join(', ')}`)
    }
  })
}

async function takeGrants(terminal: Terminal, options: ImportOptions, file: string): Promise<void> {
  const { fund, category } = options
  if (fund === undefined) {
    throw usageWrong({ what: 'Say which fund paid the grants, with --fund.', how: 'See --help.' })
  }
  if (!(payoutCategories as readonly string[]).includes(category)) {
    throw usageWrong({
      what: `“${plain(category)}” is no category of payouts.`,
      how: `Give one of ${payoutCategories.join(', ')}.`,
    })
  }
  const bytes = readWhole(file, { what: 'file of grants', limit: MAX_XLSX_BYTES })
  await withBook(options, async (hand) => {
    const roster = rosterOf(hand.store, fund, await readGrants(bytes))
    const done = counted(hand, terminal, { file, total: roster.grants.length }, (book) =>
      hand.does(
        importGrants,
        { fund, category: category as PayoutCategory, grants: roster.grants },
        { book, key: keyFrom('grants', bytes, fund, category), dryRun: options.dryRun ?? false },
      ),
    )
    const total = `${amountText(roster.totalMinor, roster.currency)} ${roster.currency}`
    tellTaken(terminal, done, `${done.output.payouts} grants of ${file}, ${total} in all`)
    for (const { row, given, read_as } of roster.rounded) {
      terminal.say(faint(`Row ${row}: ${given} was read as ${read_as}, as a spreadsheet shows it.`))
    }
  })
}

/** Performs with a bar that counts the entries as they are written. */
export function counted<T>(
  hand: Hand,
  terminal: Terminal,
  { file, total }: { readonly file: string; readonly total: number },
  work: (book: Book) => T,
): T {
  const bar = terminal.progress(`Importing ${plain(file)}`, total)
  let entries = 0
  const { store } = hand
  const run: typeof store.run = (sql, values) => {
    store.run(sql, values)
    if (sql.startsWith('insert into "entry" ')) bar.reach(++entries)
  }
  try {
    return work({ ...hand.book, store: { ...store, run } })
  } finally {
    bar.end()
  }
}

function tellTaken(terminal: Terminal, done: Answer, what: string): void {
  const verb = done.dryRun ? 'Would take' : done.replayed ? 'Had taken already' : 'Took'
  terminal.say(`${good(verb)} ${plain(what)}${done.dryRun ? '' : ` (event ${done.seq})`}`)
  const { output, replayed, dryRun, seq } = done
  terminal.answer({
    ...(output as object),
    sequence: dryRun ? null : seq,
    replayed,
    dry_run: dryRun,
  })
}
