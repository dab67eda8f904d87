/**
 * `care-ledger demo`: the whole way once, on grants that ship with the project: a new book, a fund, a
 * contribution, 475 payouts, statements, verification without the server, and then the server itself.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { show } from '../access/organisation.ts'
import { create, tokenHash, tokenSecret } from '../access/tokens.ts'
import { findOrganisation } from '../book/book.ts'
import { readGrants } from '../exchange/grants.ts'
import { importGrants } from '../exchange/imports.ts'
import { type Roster, rosterOf } from '../exchange/roster.ts'
import { receive } from '../funds/contributions.ts'
import { open, show as showFund } from '../funds/funds.ts'
import { hex } from '../kit/digest.ts'
import { addMinor, amountText, type Minor, minor, parseAmount, zeroMinor } from '../kit/money.ts'
import { refusal } from '../kit/refusal.ts'
import { reading } from '../node/verify-file.ts'
import { bookPath, createBook, keyPath, surroundings } from '../node.ts'
import { issue } from '../statements/commands.ts'
import { documentOf } from '../statements/document.ts'
import { type BookOptions, type Hand, withBook, withBooksOption } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { counted } from './import.ts'
import { withDesk } from './papers.ts'
import { exitCodes } from './refusals.ts'
import { portFrom, served } from './serve.ts'
import { grouped } from './statement.ts'
import { bad, faint, good, strong, type Terminal } from './terminal.ts'
import { verifyPaperFile } from './verify.ts'
import { tellReport, verifyBookFile } from './verifying.ts'

interface DemoOptions extends BookOptions {
  readonly once?: boolean
  readonly port: string
}

export const demoBookInUse = refusal<{ path: string; name: string }>(
  'demo.book_in_use',
  409,
  ({ path, name }) => `The book ${path} belongs to ${name}, not to the demonstration.`,
  'Choose another folder with --books.',
)

const demoName = 'Demonstration Music Trust'
const code = 'demo'
const fund = 'music'
const endowment = '25000000.00'
const tokenDays = 30
const dayMs = 86_400_000

/** Adds `care-ledger demo` to the program. */
export function addDemo(program: Command, bench: Bench): void {
  const command = withBooksOption(program.command('demo'))
    .description(
      'Makes the book demo in the folder of books (a demo book of an earlier run is removed), takes 475 ' +
        'real grants into it, issues statements, verifies them and the book, and serves it.',
    )
    .option('--once', 'stops after verifying')
    .option('--port <port>', 'the port to serve on; 0 takes a free one', '8080')
    .addHelpText('after', helpEnd(['care-ledger demo --once', 'care-ledger demo --port 9000']))
  does<DemoOptions>(command, bench, async (terminal, options) => {
    const tour = await toured(terminal, bench, options)
    terminal.answer(tour.answer)
    if (!tour.passed) return exitCodes.refused
    if (options.once) return exitCodes.done
    const { books, port } = options
    step(terminal, 'Serve it')
    const serving = { books, port: portFrom(port), hostname: '127.0.0.1', codes: [code] }
    await served(bench, terminal, serving, (base) => {
      terminal.say(`  curl -H 'Authorization: Bearer ${tour.secret}' \\`)
      terminal.say(`    ${base}/b/${code}/api/v1/funds/${fund}`)
    })
    return exitCodes.done
  })
}

interface Tour {
  readonly passed: boolean
  readonly secret: string
  readonly answer: unknown
}

async function toured(terminal: Terminal, bench: Bench, { books }: DemoOptions): Promise<Tour> {
  const started = surroundings.now()
  terminal.say(
    strong('Care Ledger: one fund, ten years of grants, a statement that verifies itself'),
  )
  await freshBook(terminal, books)
  const results = await withBook({ books, book: code }, async (hand) => {
    const roster = await recorded(hand, terminal, bench)
    const papers = await issued(hand, terminal, bench, books, roster)
    const keys = writeKeys(hand, books)
    const secret = tokenFor(hand, terminal)
    return { roster, papers, keys, secret }
  })
  const { roster, papers, keys, secret } = results
  step(terminal, 'Verify without the server')
  const reports = []
  for (const { path } of papers) reports.push(await verifyPaperFile(path, keys))
  reports.push(verifyBookFile(bookPath(books, code), terminal))
  for (const report of reports) {
    tellReport(terminal, report)
    terminal.say()
  }
  const tied = papers[0]!.paymentsMinor === roster.totalMinor
  const passed = tied && reports.every((report) => report.passed)
  const seconds = ((surroundings.now() - started) / 1000).toFixed(1)
  const verdict = passed ? good('Everything ties and verifies') : bad('Something does not verify')
  terminal.say(`${verdict} (${seconds} s).`)
  terminal.say(faint(`Try it: care-ledger verify ${papers[0]!.path} --key ${keys}`))
  const files = papers.map(({ path, number }) => ({ statement: number, file: path }))
  const total = amountText(roster.totalMinor, roster.currency)
  const answer = { passed, book: bookPath(books, code), grants: roster.grants.length, total, files }
  return { passed, secret, answer: { ...answer, keys, token: secret } }
}

let steps = 0
function step(terminal: Terminal, title: string): void {
  steps += 1
  terminal.say(`\n${strong(`${steps}. ${title}`)}`)
}

async function freshBook(terminal: Terminal, books: string): Promise<void> {
  step(terminal, 'Make a book')
  const path = bookPath(books, code)
  const again = existsSync(path)
  if (again) requireDemo(path)
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  rmSync(keyPath(books, code), { force: true })
  rmSync(paperFolder(books), { recursive: true, force: true })
  const organisation = {
    name: demoName,
    currency: 'GBP',
    time_zone: 'Europe/London',
    chart: 'general',
  } as const
  const opened = await createBook({ folder: books, code, organisation })
  opened.close()
  mkdirSync(paperFolder(books), { recursive: true })
  terminal.say(`  ${organisation.name}: ${path}, kept in ${organisation.currency}`)
  if (again) terminal.say(faint('  The demo book of an earlier run was removed.'))
}

/** A book that somebody else named so is not the demo's to remove. Refuses `demo.book_in_use`. */
function requireDemo(path: string): void {
  const name = reading(path, findOrganisation)?.name ?? ''
  if (name !== demoName) throw demoBookInUse({ path, name })
}

function paperFolder(books: string): string {
  return join(books, 'demo-papers')
}

/** The file of grants that ships; its licence lies beside it. */
function grantsFile(bench: Bench): string {
  return fileURLToPath(new URL('templates/demo/grants.csv', bench.root))
}

async function recorded(hand: Hand, terminal: Terminal, bench: Bench): Promise<Roster> {
  step(terminal, 'Open a fund and receive a contribution')
  hand.does(open, {
    fund,
    name: 'Music and arts fund',
    restriction: 'purpose',
    purpose: 'Grants for music, theatre and the arts',
  })
  const file = grantsFile(bench)
  const roster = rosterOf(hand.store, fund, await readGrants(readFileSync(file)))
  const { output } = hand.does(receive, {
    fund,
    source: 'organisation',
    party: { kind: 'organisation', name: 'The Founder’s Estate' },
    amount: endowment,
    form: 'bank',
    received_on: `${roster.first.slice(0, 4)}-01-01`,
  })
  const given = grouped(parseAmount(endowment, 'GBP'), 'GBP')
  terminal.say(`  The fund ${fund} received ${given} GBP (contribution ${output.contribution})`)

  step(terminal, 'Take 475 real grants into it as payouts')
  terminal.say(
    `  ${relative(fileURLToPath(bench.root), file)}: Andrew Lloyd Webber Foundation, CC BY 4.0`,
  )
  const taking = { file: 'grants.csv', total: roster.grants.length }
  const done = counted(hand, terminal, taking, (book) =>
    hand.does(importGrants, { fund, category: 'care_grants', grants: roster.grants }, { book }),
  )
  const total = grouped(roster.totalMinor, roster.currency)
  terminal.say(`  ${done.output.payouts} payouts, ${roster.first} to ${roster.last}`)
  terminal.say(`  The column adds up to ${total} GBP`)
  const held = hand.asks(showFund, { fund })
  terminal.say(`  Left in the fund: ${grouped(parseAmount(held.money, 'GBP'), 'GBP')} GBP`)
  return roster
}

interface Issued {
  readonly number: string
  readonly path: string
  readonly paymentsMinor: Minor
}

/** The statement of all years and that of the last one. */
async function issued(
  hand: Hand,
  terminal: Terminal,
  bench: Bench,
  books: string,
  roster: Roster,
): Promise<Issued[]> {
  step(terminal, 'Issue disbursement statements')
  const [firstYear, lastYear] = [roster.first.slice(0, 4), roster.last.slice(0, 4)]
  return withDesk(bench, terminal, async (desk) => {
    const made: Issued[] = []
    for (const from of [firstYear, lastYear]) {
      const period = { from: `${from}-01-01`, to: `${lastYear}-12-31` }
      const { output } = hand.does(issue, { fund, ...period, language: 'en' })
      const signer = await hand.signer()
      const document = await documentOf(hand.store, signer, output.statement, 'masked')
      const paper = await desk.drawn({ document, language: 'en', hand: signer }, 'pdf')
      const path = join(paperFolder(books), `${output.statement}-en.pdf`)
      writeFileSync(path, paper.bytes)
      const paymentsMinor = minor(document.statement.payments_minor)
      const column = columnOf(roster, period)
      const ties = column === paymentsMinor
      const verdict = ties ? good('= the column of the file') : bad('not the column of the file')
      terminal.say(`  ${strong(output.statement)}  ${period.from} to ${period.to}`)
      terminal.say(`    paid out ${grouped(paymentsMinor, 'GBP')} GBP ${verdict}`)
      terminal.say(`    ${path} (${paper.bytes.length} bytes)`)
      made.push({ number: output.statement, path, paymentsMinor })
    }
    return made
  })
}

/** What the rows of the file in a period add up to. */
function columnOf({ grants }: Roster, { from, to }: { from: string; to: string }): Minor {
  return grants
    .filter(({ paid_on }) => paid_on >= from && paid_on <= to)
    .reduce((sum, { amount }) => addMinor(sum, parseAmount(amount, 'GBP')), zeroMinor)
}

/** Writes the public keys where an auditor would get them: not from the papers they are to check. */
function writeKeys(hand: Hand, books: string): string {
  const path = join(paperFolder(books), 'public-keys.json')
  const keys = hand.asks(show, {}).signing_keys
  writeFileSync(path, `${JSON.stringify({ keys }, null, 2)}\n`)
  return path
}

function tokenFor(hand: Hand, terminal: Terminal): string {
  step(terminal, 'Make a token for the interface')
  const secret = tokenSecret(surroundings.random)
  const { output } = hand.does(create, {
    hash: hex(tokenHash(secret)),
    role: 'owner',
    reads_names: true,
    expires_at: surroundings.now() + tokenDays * dayMs,
    label: 'Demonstration',
  })
  terminal.say(`  Token ${output.token}, owner, for ${tokenDays} days: ${strong(secret)}`)
  return secret
}
