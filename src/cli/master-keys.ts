/** `care-ledger keys`: the master keys under which the sealed fields of people lie. */
import type { Command } from 'commander'
import { base64url } from '../kit/bytes.ts'
import { type MasterKeys, masterKeyBytes, masterKeysOf } from '../kit/master-keys.ts'
import {
  masterKeyPath,
  masterKeysIn,
  masterKeysInEnvironment,
  masterKeyVariable,
  writeMasterKeys,
} from '../node/master-key-file.ts'
import { surroundings } from '../node.ts'
import { rewrap, show } from '../vault/rotation.ts'
import {
  type BookOptions,
  type Hand,
  placeOf,
  requireBook,
  withBook,
  withBookOptions,
} from './books.ts'
import { type Bench, does } from './command.ts'
import { helpEnd } from './help-end.ts'
import { good, plain, strong, type Terminal } from './terminal.ts'

interface RotateOptions extends BookOptions {
  readonly forget?: boolean
}

/** Adds `care-ledger keys` to the program. */
export function addMasterKeys(program: Command, bench: Bench): void {
  const keys = program
    .command('keys')
    .description('The master keys under which identity numbers, accounts and addresses lie sealed.')
  addMake(keys, bench)
  addRotate(keys, bench)
}

function addMake(keys: Command, bench: Bench): void {
  const command = keys
    .command('make')
    .summary('print a new master key, for a host that keeps it in its environment')
    .description(
      `Prints a new master key, to be kept as ${masterKeyVariable} or as a secret of a Worker; it is ` +
        'kept nowhere. When it takes the place of another one, put it before that one, with a comma.',
    )
    .addHelpText('after', helpEnd(['care-ledger keys make']))
  does<Record<never, never>>(command, bench, async (terminal) => {
    const key = base64url(surroundings.random(masterKeyBytes))
    terminal.say(strong(key))
    terminal.note('Keep it apart from the book and its backups. This is its only appearance.')
    terminal.answer({ key })
  })
}

function addRotate(keys: Command, bench: Bench): void {
  const command = withBookOptions(keys.command('rotate'))
    .summary('put what lies sealed under a new master key')
    .description(
      'Adds a new master key to the file beside the book and puts every key in the book under it, some at ' +
        'a time, also while a server is at work. Broken off, it goes on where it was when it is given ' +
        'again. The earlier key stays in the file, for older backups, unless it is to be forgotten.',
    )
    .argument('[book]', 'the book, as with --book')
    .option('--forget', 'removes the earlier keys from the file at the end')
    .addHelpText(
      'after',
      helpEnd(['care-ledger keys rotate --book relief', 'care-ledger keys rotate relief --forget']),
    )
  does<RotateOptions>(command, bench, async (terminal, options, [book]) => {
    const meant = book === undefined ? options : { ...options, book }
    const { path } = placeOf(meant)
    requireBook(path)
    const file = masterKeysInEnvironment() ? null : masterKeyPath(path)
    if (file !== null) await newKeyIn(file, meant)
    await withBook(meant, async (hand) => rotated(hand, terminal))
    if (file === null) tellEnvironment(terminal)
    else if (options.forget) forget(file, terminal)
    else terminal.say(`Keep a copy of ${plain(file)} apart from the book and its backups.`)
  })
}

/** Puts a new key first in the file; not while one that was put there before is not yet everywhere. */
async function newKeyIn(file: string, options: BookOptions): Promise<void> {
  const before = masterKeysIn(file)
  const begun = before && (await withBook(options, async (hand) => hand.asks(show, {}).left > 0))
  if (begun) return
  const others = before ? [...before.keys.values()] : []
  writeMasterKeys(file, masterKeysOf([surroundings.random(masterKeyBytes), ...others]))
}

function rotated(hand: Hand, terminal: Terminal): void {
  const { left: begin, master_key } = hand.asks(show, {})
  const bar = terminal.progress('Putting keys under the new one', begin)
  let done = { master_key, keys: 0, left: begin }
  try {
    do {
      done = hand.does(rewrap, {}).output
      bar.reach(begin - done.left)
    } while (done.left > 0)
  } finally {
    bar.end()
  }
  terminal.say(`${good('Done')}: ${done.keys} keys lie under the master key ${done.master_key}.`)
  terminal.answer(done)
}

function tellEnvironment(terminal: Terminal): void {
  terminal.say(`The earlier keys in ${masterKeyVariable} are needed for older backups only.`)
}

function forget(file: string, terminal: Terminal): void {
  const { current, keys }: MasterKeys = masterKeysIn(file)!
  writeMasterKeys(file, masterKeysOf([keys.get(current)!]))
  terminal.say('The earlier keys are forgotten; backups that need them open nothing any more.')
}
