/** `care-ledger do` and `care-ledger ask`: any command and any query of the registry, by its name. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { findOrganisation } from '../book/book.ts'
import type { AnyCommand, AnyQuery } from '../book/registry.ts'
import { registry } from '../registry.ts'
import { type BookOptions, withBook, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { usageWrong } from './refusals.ts'
import { faint, good, plain } from './terminal.ts'

interface AskOptions extends BookOptions {
  readonly input?: string
}

interface DoOptions extends AskOptions {
  readonly key?: string
  readonly dryRun?: boolean
}

const fieldsHelp =
  'fields: name=text for a text, name:=json for a number, true, false, null, a list or an object'

/** Adds `care-ledger do` to the program. */
export function addDo(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('do'))
    .description('Performs a command of the registry, as the owner of the book.')
    .argument('<command>', 'its name, such as funds.open; see the list below')
    .argument('[fields...]', fieldsHelp)
    .option('--input <file>', 'a JSON object with fields; - reads it from standard input')
    .option('--key <key>', 'the idempotency key, made for this one act; else a new one')
    .option('--dry-run', 'says what would happen, and does nothing')
    .addHelpText('after', () => listing('Commands', registry.commands))
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger do funds.open --book relief fund=care name="Care fund" \\',
        '  restriction=purpose purpose="Help in hardship"',
        'care-ledger do contributions.receive --book relief fund=care source=member \\',
        '  party:=\'{"kind":"person","name":"Ada Park"}\' amount=120.00 form=bank',
      ]),
    )
  does<DoOptions>(command, bench, async (terminal, options, [name = '', ...fields]) => {
    const wanted = named(name, registry.commands, 'command')
    const input = inputOf(fields, options)
    await withBook(options, async (hand) => {
      const { key, dryRun = false } = options
      const done = hand.does(wanted, input, { dryRun, ...(key === undefined ? {} : { key }) })
      const what = done.dryRun ? 'Would be done' : done.replayed ? 'Was done before' : 'Done'
      terminal.say(`${good(what)}: ${wanted.name}${done.dryRun ? '' : `, event ${done.seq}`}`)
      tellFields(terminal.say, done.output)
      const { output, replayed, dryRun: dry } = done
      terminal.answer({ output, sequence: dry ? null : done.seq, replayed, dry_run: dry })
    })
  })
}

/** Adds `care-ledger ask` to the program. */
export function addAsk(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('ask'))
    .description('Asks a query of the registry, as the owner of the book. Nothing is written.')
    .argument('<query>', 'its name, such as trial_balance.show; see the list below')
    .argument('[fields...]', fieldsHelp)
    .option('--input <file>', 'a JSON object with fields; - reads it from standard input')
    .addHelpText('after', () => listing('Queries', registry.queries))
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger ask funds.show --book relief fund=care',
        'care-ledger ask trial_balance.show --book relief as_of=2026-03-31 --json',
      ]),
    )
  does<AskOptions>(command, bench, async (terminal, options, [name = '', ...fields]) => {
    const wanted = named(name, registry.queries, 'query')
    const input = inputOf(fields, options)
    await withBook(
      options,
      async (hand) => {
        const answer = hand.asks(wanted, input)
        if (findOrganisation(hand.store)) tellFields(terminal.say, answer)
        terminal.answer(answer)
      },
      { readOnly: true },
    )
  })
}

function named<T extends AnyCommand | AnyQuery>(name: string, all: readonly T[], kind: string): T {
  const found = all.find((one) => one.name === name)
  if (found) return found
  const [noun] = name.split('.')
  const near = all.filter((one) => one.name.startsWith(`${noun}.`)).map((one) => one.name)
  throw usageWrong({
    what: `There is no ${kind} “${plain(name)}”.`,
    how: near.length > 0 ? `There is ${near.join(', ')}.` : 'See --help for the list.',
  })
}

function listing(title: string, all: readonly (AnyCommand | AnyQuery)[]): string {
  const width = Math.max(...all.map(({ name }) => name.length))
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `\n${title}:\n${lines.join('\n')}`
}

/** The input that fields and a file give together; a field wins over the file. */
function inputOf(fields: readonly string[], { input }: AskOptions): object {
  const given = input === undefined ? {} : objectIn(input)
  for (const field of fields) {
    const [, name, mark, text] = /^([a-z_]+)(:?=)([\s\S]*)$/.exec(field) ?? []
    if (name === undefined || text === undefined) {
      throw usageWrong({ what: `“${plain(field)}” is no field.`, how: `Write ${fieldsHelp}.` })
    }
    Object.defineProperty(given, name, {
      value: mark === '=' ? text : jsonOf(text, `the field ${name}`),
      enumerable: true,
      configurable: true,
    })
  }
  return given
}

function objectIn(file: string): object {
  const value = jsonOf(readFileSync(file === '-' ? 0 : file, 'utf8'), file)
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value
  throw usageWrong({ what: `${plain(file)} holds no JSON object.`, how: 'Write {"field": …}.' })
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usageWrong({
      what: `What ${plain(where)} holds is not JSON.`,
      how: `Write ${fieldsHelp}.`,
    })
  }
}

/** An answer as lines of `name: value`; lists of rows as lines of their values. */
function tellFields(say: (line: string) => void, output: unknown): void {
  for (const [name, value] of Object.entries(output as object)) {
    if (Array.isArray(value) && value.some((one) => typeof one === 'object')) {
      say(`${name} (${value.length}):`)
      const [first] = value as object[]
      say(faint(`  ${Object.keys(first ?? {}).join(' | ')}`))
      for (const row of value)
        say(
          `  ${Object.values(row as object)
            .map(cell)
            .join(' | ')}`,
        )
    } else say(`${name}: ${cell(value)}`)
  }
}

function cell(value: unknown): string {
  return plain(typeof value === 'string' ? value : JSON.stringify(value))
}
