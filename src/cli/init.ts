/** `care-ledger init`: makes a new book. */
import type { Command } from 'commander'
import { show } from '../access/organisation.ts'
import { ask } from '../book/book.ts'
import { chartIds } from '../ledger/charts/charts.ts'
import { masterKeyPath, masterKeysInEnvironment } from '../node/master-key-file.ts'
import { createBook, hostCaller, keyPath } from '../node.ts'
import { type BookOptions, placeOf, withBookOptions } from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { usageWrong } from './refusals.ts'
import { faint, good } from './terminal.ts'

interface InitOptions extends BookOptions {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly chart: (typeof chartIds)[number]
}

/** Adds `care-ledger init` to the program. */
export function addInit(program: Command, bench: Bench): void {
  const command = withBookOptions(program.command('init'))
    .description(
      'Makes a new book: its file, its organisation, its chart of accounts, and beside it the private ' +
        'key with which it signs statements.',
    )
    .requiredOption('--name <name>', 'the organisation whose book it is')
    .requiredOption('--currency <code>', 'its currency, an ISO 4217 code such as EUR')
    .requiredOption('--time-zone <zone>', 'its time zone, such as Europe/Berlin')
    .option('--chart <chart>', `its chart of accounts: ${chartIds.join(', ')}`, 'general')
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger init --book relief --name "Riverside Mutual Aid" --currency USD \\',
        '  --time-zone America/Chicago',
        'care-ledger init --book /srv/care/guanai.db --name 关爱基金会 --currency CNY \\',
        '  --time-zone Asia/Shanghai --chart china-npo',
      ]),
    )
  does<InitOptions>(command, bench, async (terminal, options) => {
    if (options.book === undefined) {
      throw usageWrong({
        what: 'Say what the new book is to be called.',
        how: 'Add, for example, --book relief: its file becomes ./books/relief.db.',
      })
    }
    const { folder, code } = placeOf(options)
    const { name, currency, timeZone: time_zone, chart } = options
    const organisation = { name, currency, time_zone, chart }
    const opened = await createBook({ folder, code, organisation })
    try {
      const { signing_keys } = ask(opened.book, show, {}, hostCaller)
      const made = placeOf({ books: folder, book: code })
      terminal.say(`${good('Made')} the book ${made.path}`)
      terminal.say(`Its signing key is ${keyPath(folder, code)}: keep a copy in a safe place.`)
      if (!masterKeysInEnvironment()) {
        terminal.say(
          `Its master key is ${masterKeyPath(made.path)}: keep a copy apart from the book.`,
        )
      }
      terminal.say(faint(`Next: care-ledger serve --books ${folder}`))
      terminal.say(faint('      prints a link with which you become its owner in the browser'))
      terminal.answer({
        book: code,
        path: made.path,
        key_file: keyPath(folder, code),
        signing_keys,
      })
    } finally {
      opened.close()
    }
  })
}
