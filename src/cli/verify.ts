/** `care-ledger verify`: checks a book, or a statement without any book or server. */
import { existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import type { PublicKey } from '../access/organisation.ts'
import { refusal } from '../kit/refusal.ts'
import { PDF_BYTES_LIMIT } from '../statements/pdf/read.ts'
import { emptyFile } from '../store/refusals.ts'
import type { Report } from '../verification/report.ts'
import { verifyStatementJson, verifyStatementPdf } from '../verification/statement.ts'
import { type BookOptions, placeOf, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { readStart, readWhole } from './files.ts'
import { helpEnd } from './help-end.ts'
import { keysFrom } from './keys.ts'
import { exitCodes, usageWrong } from './refusals.ts'
import { faint, plain, type Terminal } from './terminal.ts'
import { checkSealBeside, keysInBook, sealPath, tellReport, verifyBookFile } from './verifying.ts'

interface VerifyOptions extends BookOptions {
  readonly key?: string
}

export const kindUnknown = refusal<{ path: string }>(
  'verify.kind_unknown',
  422,
  ({ path }) =>
    `${path} is neither a book nor a statement of Care Ledger, or its beginning is damaged.`,
  'Give a book (.db), or a statement as PDF or JSON exactly as it was received.',
)

/** Adds `care-ledger verify` to the program. */
export function addVerify(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('verify'))
    .description(
      'A book: adds up every balance again, walks the whole chain of events, and builds every statement ' +
        'again; where a seal lies beside it, every byte is checked too. A statement (PDF or JSON): adds ' +
        'up every line, and follows its digest to a signature by the key given. What kind a file is, ' +
        'its content tells.',
    )
    .argument('[file]', 'the file; else the book that --book names')
    .option(
      '--key <key>',
      'for a statement: the public key that you trust, a file with a JWK or JWK Set, or its x; get it from ' +
        'the organisation by another way than the statement',
    )
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger verify books/relief.db',
        'care-ledger verify CARE-2026-0001-en.pdf --key public-keys.json',
        'care-ledger verify CARE-2026-0001-en.pdf --book relief',
      ]),
    )
  does<VerifyOptions>(command, bench, async (terminal, options, [file]) => {
    const path = file === undefined ? placeOf(options).path : fileMeant(file, options)
    const reports = await reportsOn(terminal, options, path)
    for (const report of reports) tellReport(terminal, report)
    const passed = reports.every((report) => report.passed)
    terminal.answer({ file: path, passed, reports })
    return passed ? exitCodes.done : exitCodes.refused
  })
}

/** A file, or the name of a book in the folder of books. */
function fileMeant(file: string, { books }: VerifyOptions): string {
  if (existsSync(file) || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(file)) return file
  const { path } = placeOf({ book: file, books })
  return existsSync(path) ? path : file
}

async function reportsOn(
  terminal: Terminal,
  options: VerifyOptions,
  path: string,
): Promise<Report[]> {
  const kind = kindOf(path)
  if (kind !== 'book') return [await verifyPaper(path, kind, await trustedKeys(options))]
  const seal = await sealReport(terminal, options, path)
  return [...(seal ? [seal] : []), verifyBookFile(path, terminal)]
}

async function trustedKeys(options: VerifyOptions): Promise<readonly PublicKey[]> {
  if (options.key !== undefined) return keysFrom(options.key)
  if (options.book !== undefined) return keysInBook(placeOf(options).path)
  throw usageWrong({
    what: 'A statement is verified with the public key that you trust: give it with --key.',
    how:
      'Have it from the organisation by another way than the statement: it stands in public-keys.json ' +
      'of an export and at GET /organisation. Who has the book may say --book in its place.',
  })
}

/** The seal beside a backup. A book that went on since then does not answer to it: it says so. */
async function sealReport(
  terminal: Terminal,
  { key }: VerifyOptions,
  path: string,
): Promise<Report | null> {
  if (!existsSync(sealPath(path))) return null
  const keys = key === undefined ? keysInBook(path) : await keysFrom(key)
  if (key === undefined) {
    terminal.note(faint('The seal is checked with the keys that the book itself names; see --key.'))
  }
  return checkSealBeside(path, keys)
}

type Kind = 'book' | 'pdf' | 'json'

const kindStartBytes = 1_024

/** What a file is, by its content; where that is damaged, by its name. Refuses `verify.kind_unknown`. */
function kindOf(path: string): Kind {
  const start = readStart(path, kindStartBytes)
  if (statSync(path).size === 0) throw emptyFile({ path })
  const text = new TextDecoder('latin1').decode(start)
  if (text.startsWith('SQLite format 3\0')) return 'book'
  if (text.startsWith('%PDF-')) return 'pdf'
  if (/^(\xef\xbb\xbf)?\s*\{/.test(text)) return 'json'
  if (/\.db$/i.test(path)) return 'book'
  if (/\.pdf$/i.test(path)) return 'pdf'
  if (/\.json$/i.test(path)) return 'json'
  throw kindUnknown({ path: plain(path) })
}

/** Verifies a statement's file with the keys of a key file. */
export async function verifyPaperFile(path: string, keyFile: string): Promise<Report> {
  return verifyPaper(path, 'pdf', await keysFrom(keyFile))
}

/** With several keys, the report is that of the one that signed, or of the newest when none did. */
async function verifyPaper(
  path: string,
  kind: 'pdf' | 'json',
  keys: readonly PublicKey[],
): Promise<Report> {
  const bytes = readWhole(path, { what: 'statement', limit: PDF_BYTES_LIMIT })
  const verify = kind === 'pdf' ? verifyStatementPdf : verifyStatementJson
  let kept: { report: Report; passed: number } | undefined
  for (const key of keys) {
    const report = await verify(bytes, key)
    const passed = report.checks.filter(({ state }) => state === 'passed').length
    if (!kept || passed >= kept.passed) kept = { report, passed }
  }
  if (!kept) throw usageWrong({ what: 'The key file holds no key.', how: 'Give one that does.' })
  return kept.report
}
