/** The command line: reads what was typed, hands it to the command meant, and ends with its exit code. */
import { Command, CommanderError } from 'commander'
import project from '../package.json' with { type: 'json' }
import type { Bench } from './cli/command.ts'
import { commands, nameMeant } from './cli/commands.ts'
import { helpEnd } from './cli/help-end.ts'
import { exitCodes } from './cli/refusals.ts'

const bench: Bench = {
  root: new URL('..', import.meta.url),
  conclude: (exitCode) => {
    process.exitCode = exitCode
  },
}

async function programOf(typed: readonly string[]): Promise<Command> {
  const program = new Command('care-ledger')
    .description(
      'A mutual-aid fund and hardship support ledger: one double-entry book for each organisation, and ' +
        'disbursement statements that an auditor can verify without trusting anyone.',
    )
    .version(project.version)
    .showHelpAfterError('(add --help for what can be given)')
    .exitOverride()
    .addHelpText(
      'after',
      helpEnd([
        'care-ledger demo --once',
        'care-ledger init --book relief --name "Riverside Mutual Aid" --currency USD \\',
        '  --time-zone America/Chicago',
        'care-ledger verify CARE-2026-0001-en.pdf --key public-keys.json',
      ]),
    )
  const meant = nameMeant(typed)
  for (const { name, summary, read } of commands) {
    if (name === meant) (await read())(program, bench)
    else program.command(name).summary(summary)
  }
  return program
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  const program = await programOf(process.argv.slice(2))
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
}
