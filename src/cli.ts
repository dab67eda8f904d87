/** The command line: reads what was typed, hands it to the command meant, and ends with its exit code. */
import { Command, CommanderError } from 'commander'
import project from '../package.json' with { type: 'json' }
import { addAsk, addDo } from './cli/act.ts'
import { addBackup } from './cli/backup.ts'
import type { Bench } from './cli/command.ts'
import { helpEnd } from './cli/command.ts'
import { addDemo } from './cli/demo.ts'
import { addExport } from './cli/export.ts'
import { addImport } from './cli/import.ts'
import { addInit } from './cli/init.ts'
import { addInvite } from './cli/invite.ts'
import { addMasterKeys } from './cli/master-keys.ts'
import { exitCodes } from './cli/refusals.ts'
import { addRestore } from './cli/restore.ts'
import { addServe } from './cli/serve.ts'
import { addStatement } from './cli/statement.ts'
import { addToken } from './cli/token.ts'
import { addVerify } from './cli/verify.ts'

const bench: Bench = {
  root: new URL('..', import.meta.url),
  conclude: (exitCode) => {
    process.exitCode = exitCode
  },
}

function programOf(): Command {
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
  const all = [addDemo, addInit, addServe, addToken, addInvite, addDo, addAsk]
  for (const add of [
    ...all,
    addImport,
    addStatement,
    addVerify,
    addBackup,
    addRestore,
    addExport,
    addMasterKeys,
  ])
    add(program, bench)
  return program
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await programOf().parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage
}
