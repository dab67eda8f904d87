/** `care-ledger statement`: issues a disbursement statement, or writes an issued one again. */
import { existsSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { z } from 'zod'
import { query } from '../book/registry.ts'
import { sha256Hex } from '../kit/digest.ts'
import { amountText, minor } from '../kit/money.ts'
import { fundWithCode } from '../ledger/funds.ts'
import { issue } from '../statements/commands.ts'
import { documentOf, issueByNumber, previewDocument } from '../statements/document.ts'
import {
  type StatementDocument,
  type StatementEdition,
  type StatementLanguage,
  statementLanguages,
} from '../statements/statement.ts'
import { previewDownload, type StatementFormat, statementFormats } from '../web/downloads.ts'
import { type BookOptions, type Hand, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { writeWhole } from './files.ts'
import { helpEnd } from './help-end.ts'
import { type Drawing, withDesk } from './papers.ts'
import { fileExists, usageWrong } from './refusals.ts'
import { faint, good, plain, strong, type Terminal } from './terminal.ts'

interface StatementOptions extends BookOptions {
  readonly fund?: string
  readonly from?: string
  readonly to?: string
  readonly number?: string
  readonly preview?: boolean
  readonly language?: StatementLanguage
  readonly edition: StatementEdition
  readonly format: StatementFormat
  readonly out?: string
}

/** Adds `care-ledger statement` to the program. */
export function addStatement(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('statement'))
    .description(
      'Issues the disbursement statement of a fund for a period, numbers and freezes it, and writes it ' +
        'to a file. With --number it writes an issued one again, identical to the byte.',
    )
    .option('--fund <fund>', 'the fund')
    .option('--from <day>', 'the first day of the period, YYYY-MM-DD')
    .option('--to <day>', 'its last day')
    .option('--number <number>', 'the statement to write again, such as CARE-2026-0001')
    .option('--preview', 'shows the period as it is known now; issues nothing, signs nothing')
    .addOption(
      new Option('--language <language>', 'default: en, or the one it was issued in').choices(
        statementLanguages,
      ),
    )
    .addOption(
      new Option('--edition <edition>', 'named shows full names, masked hides those of persons')
        .choices(['masked', 'named'])
        .default('masked'),
    )
    .addOption(
      new Option('--format <format>', 'what to write').choices(statementFormats).default('pdf'),
    )
    .option('--out <file>', 'the file; else one named after the statement, in this folder')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger statement --book relief --fund care --from 2026-01-01 --to 2026-03-31',
        'care-ledger statement --book relief --number CARE-2026-0001 --out again.pdf',
        'care-ledger statement --book relief --fund care --from 2026-01-01 --to 2026-12-31 \\',
        '  --preview --format html --language zh-Hans',
      ]),
    )
  does<StatementOptions>(command, bench, async (terminal, options) => {
    const asked = askedOf(options)
    const readOnly = asked.what !== 'issue'
    const { out } = options
    if (asked.what !== 'again' && out !== undefined && existsSync(out))
      throw fileExists({ path: out })
    const work = (hand: Hand) => made(hand, terminal, bench, options, asked)
    await withBook(options, work, { readOnly })
  })
}

type Asked =
  | { readonly what: 'again'; readonly number: string }
  | { readonly what: 'issue' | 'preview'; fund: string; from: string; to: string }

function askedOf({ fund, from, to, number, preview }: StatementOptions): Asked {
  const period = [fund, from, to]
  if (number !== undefined && preview === undefined && period.every((one) => one === undefined)) {
    return { what: 'again', number }
  }
  if (number !== undefined || fund === undefined || from === undefined || to === undefined) {
    throw usageWrong({
      what: 'Give --fund, --from and --to for a new statement, or --number for an issued one.',
      how: 'See care-ledger statement --help.',
    })
  }
  return { what: preview ? 'preview' : 'issue', fund, from, to }
}

async function made(
  hand: Hand,
  terminal: Terminal,
  bench: Bench,
  options: StatementOptions,
  asked: Asked,
): Promise<void> {
  const drawing = await drawingOf(hand, terminal, options, asked)
  const { document, language } = drawing
  const { issue: issued, fund, period } = document.statement
  const name = issued?.number ?? `preview-${fund.code}-${period.from}-${period.to}`
  const edition = options.edition === 'named' ? '-named' : ''
  const path = options.out ?? `${name}-${language}${edition}.${options.format}`
  const { bytes, missing } = await withDesk(bench, terminal, (desk) =>
    desk.drawn(drawing, options.format),
  )
  writeWhole(path, bytes)
  tellStatement(terminal, document)
  terminal.say(`${good('Wrote')} ${plain(path)} (${bytes.length} bytes)`)
  if (missing.length > 0) {
    terminal.note(`The font lacks ${missing.join(' ')}; each stands there as its code point.`)
  }
  const { receipts_minor, payments_minor, opening_minor, closing_minor } = document.statement
  const text = (amount: number) => amountText(minor(amount), fund.currency)
  terminal.answer({
    statement: issued?.number ?? null,
    file: path,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
    currency: fund.currency,
    opening: text(opening_minor),
    receipts: text(receipts_minor),
    payments: text(payments_minor),
    closing: text(closing_minor),
    lines: document.statement.lines.length,
    missing_characters: missing,
  })
}

async function drawingOf(
  hand: Hand,
  terminal: Terminal,
  options: StatementOptions,
  asked: Asked,
): Promise<Drawing> {
  const { edition, language } = options
  if (asked.what === 'preview') {
    const { fund, from, to } = asked
    const document = hand.asks(findPreview, { fund, from, to, edition, format: options.format })
    return { document, language: language ?? 'en', hand: null }
  }
  // Asked for first: a statement that cannot be signed is not to be issued.
  const signer = await hand.signer()
  const number = asked.what === 'again' ? asked.number : issued(hand, terminal, asked, language)
  const held = issueByNumber(hand.store, number)
  const document = await documentOf(hand.store, signer, number, edition)
  return {
    document,
    language: language ?? (held.language as StatementLanguage),
    hand: signer.withKey(document.proof!.key.kid!) ?? signer,
  }
}

function issued(
  hand: Hand,
  terminal: Terminal,
  { fund, from, to }: Exclude<Asked, { what: 'again' }>,
  language: StatementLanguage = 'en',
): string {
  const { output } = hand.does(issue, { fund, from, to, language })
  terminal.say(
    `${good('Issued')} ${strong(output.statement)}, as known at event ${output.known_at}`,
  )
  return output.statement
}

const findPreview = query({
  ...previewDownload,
  output: z.custom<StatementDocument>(),
  run: (view, { fund, from, to, edition }) =>
    previewDocument(view, { fund: fundWithCode(view, fund), from, to, edition }),
})

/** The figures of a statement in a few lines. */
export function tellStatement(terminal: Terminal, { statement }: StatementDocument): void {
  const { fund, period, changes } = statement
  const rows: [string, number][] = [
    ['Opening balance', statement.opening_minor],
    ['Received', statement.receipts_minor],
    ['Paid out', statement.payments_minor],
    ['Closing balance', statement.closing_minor],
    ['Committed', statement.commitments_minor],
    ['Available', statement.available_minor],
  ]
  const texts = rows.map(([name, amount]) => [name, grouped(amount, fund.currency)] as const)
  const width = Math.max(...texts.map(([, text]) => text.length))
  terminal.say(`${fund.code} (${plain(fund.name)}), ${period.from} to ${period.to}`)
  for (const [name, text] of texts) {
    terminal.say(`  ${name.padEnd(16)} ${text.padStart(width)} ${fund.currency}`)
  }
  if (!changes) return
  const { added, reversed } = changes
  terminal.say(
    faint(`Since ${changes.since}: ${added.length} lines more, ${reversed.length} reversed.`),
  )
}

/** An amount with a comma between thousands. */
export function grouped(amount: number, currency: string): string {
  const [whole = '', decimals] = amountText(minor(amount), currency).split('.')
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? parted : `${parted}.${decimals}`
}
