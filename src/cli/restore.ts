/** `care-ledger restore`: makes a book from a backup, once its seal and all of it have been checked. */
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { refusal } from '../kit/refusal.ts'
import { erasureLogPath } from '../node/erasure-log.ts'
import { masterKeyPath, masterKeysInEnvironment } from '../node/master-key-file.ts'
import { keyPath, openBook } from '../node.ts'
import { placeOf } from './books.ts'
import { type Bench, does } from './command.ts'
import { name, partialOf } from './files.ts'
import { helpEnd } from './help-end.ts'
import { keysFrom } from './keys.ts'
import { exitCodes, fileExists } from './refusals.ts'
import { good, plain, type Terminal } from './terminal.ts'
import { checkSealBeside, keysInBook, sealPath, tellReport, verifyBookFile } from './verifying.ts'

interface RestoreOptions {
  readonly to: string
  readonly key?: string
  readonly seal: boolean
}

export const sealMissing = refusal<{ path: string }>(
  'restore.seal_missing',
  422,
  ({ path }) => `There is no seal ${path} beside the backup.`,
  'Put the seal that was made with the backup beside it, or go on without one by --no-seal.',
)

export const notSettled = refusal<{ path: string }>(
  'restore.not_a_backup',
  422,
  ({ path }) => `${path} is a book in use, not a backup: a part of it is still in ${path}-wal.`,
  'Make a backup of it with care-ledger backup, and restore that.',
)

/** Adds `care-ledger restore` to the program. */
export function addRestore(program: Command, bench: Bench): void {
  const command = program
    .command('restore')
    .description(
      'Checks a backup against its seal, copies it, verifies every entry and event of the copy, and only ' +
        'then gives it its name. A book that is there already is never overwritten.',
    )
    .argument('<backup>', 'the file that care-ledger backup made')
    .requiredOption('--to <book>', 'the path of the new book, such as ./books/relief.db')
    .option('--key <key>', 'the public key that made the seal; else those that the book names')
    .option('--no-seal', 'goes on without a seal')
    .addHelpText(
      'after',
      helpEnd(['care-ledger restore /backup/relief-2026-03-31.db --to ./books/relief.db']),
    )
  does<RestoreOptions>(command, bench, async (terminal, options, [backup = '']) => {
    const to = resolve(options.to)
    const occupied = [to, `${to}-wal`, `${to}-journal`].find((path) => existsSync(path))
    if (occupied !== undefined) throw fileExists({ path: occupied })
    const wal = statSync(`${backup}-wal`, { throwIfNoEntry: false })
    if (wal && wal.size > 0) throw notSettled({ path: backup })
    statSync(backup)
    if (options.seal && !existsSync(sealPath(backup))) throw sealMissing({ path: sealPath(backup) })
    return restored(terminal, options, backup, to)
  })
}

/** Whoever was erased after the backup was made, as the log beside the book tells, is erased again at once. */
function eraseAgain(terminal: Terminal, to: string): void {
  if (!existsSync(erasureLogPath(to))) {
    terminal.say(
      `If people were erased after this backup, put the log of erasures at ${plain(erasureLogPath(to))}.`,
    )
    return
  }
  openBook(to, { mustExist: true }).close()
  terminal.say('Whoever was erased after this backup has been erased again.')
}

async function restored(
  terminal: Terminal,
  options: RestoreOptions,
  backup: string,
  to: string,
): Promise<number> {
  mkdirSync(dirname(to), { recursive: true })
  const partial = partialOf(to)
  try {
    copyFileSync(backup, partial)
    const keys = options.key === undefined ? keysInBook(partial) : await keysFrom(options.key)
    const seal = options.seal ? await checkSealBeside(backup, keys, partial) : null
    const book = verifyBookFile(partial, terminal)
    for (const report of [seal, book]) if (report) tellReport(terminal, report)
    const passed = book.passed && (seal?.passed ?? true)
    if (!passed) {
      terminal.note('The backup does not verify; nothing was restored.')
      terminal.answer({ book: null, reports: [seal, book] })
      return exitCodes.refused
    }
    name(partial, to)
    terminal.say(`${good('Restored')} ${plain(to)}`)
    eraseAgain(terminal, to)
    const { folder, code } = placeOf({ book: to, books: '' })
    const key = keyPath(folder, code)
    if (!existsSync(key)) {
      terminal.say(`To issue statements, put the private key of the book at ${plain(key)}.`)
    }
    if (!masterKeysInEnvironment() && !existsSync(masterKeyPath(to))) {
      terminal.say(`To open what lies sealed, put its master key at ${plain(masterKeyPath(to))}.`)
    }
    terminal.answer({ book: to, reports: [seal, book] })
    return exitCodes.done
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(partial + suffix, { force: true })
  }
}
