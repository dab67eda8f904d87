/**
 * The master keys of a book on this host: from the environment, else from a file beside the book that its
 * owner alone can read. Neither is in the book, so a copy of the book opens nothing that lies sealed.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Surroundings } from '../book/registry.ts'
import {
  type MasterKeys,
  masterKeyBytes,
  masterKeysFrom,
  masterKeysOf,
  masterKeysText,
} from '../kit/master-keys.ts'
import { keyFileOpen } from './refusals.ts'

/** The variable that goes before every file. */
export const masterKeyVariable = 'CARE_LEDGER_MASTER_KEY'

/** Where a book's master keys are kept when the environment does not hold them. */
export function masterKeyPath(book: string): string {
  return join(dirname(book), `${basename(book).replace(/\.db$/, '')}.master.key.json`)
}

/** The master keys in the environment; undefined without any. Refuses `master_key.unreadable`. */
export function masterKeysInEnvironment(): MasterKeys | undefined {
  const text = process.env[masterKeyVariable]
  return text ? masterKeysFrom(text, masterKeyVariable) : undefined
}

/**
 * The master keys in a file, undefined when there is none. Refuses `vault.key_file_open` for a file that
 * others than its owner can read, and `master_key.unreadable`.
 */
export function masterKeysIn(path: string): MasterKeys | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return undefined
  requireClosed(path, found.mode)
  return masterKeysFrom(textIn(path), path)
}

/** The form of the file: `{"keys": "…"}` with the text that the variable would hold. */
function textIn(path: string): string {
  try {
    const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys?: unknown }
    return typeof keys === 'string' ? keys : ''
  } catch (error) {
    // A syntax error quotes what it could not read.
    if (error instanceof SyntaxError || error instanceof TypeError) return ''
    throw error
  }
}

function requireClosed(path: string, mode: number): void {
  // Windows keeps who may read a file elsewhere.
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  throw keyFileOpen({ path, mode: (mode & 0o777).toString(8).padStart(3, '0') })
}

/**
 * What gives a book its master keys whenever they are asked for. A file is read again once it has changed,
 * so that a server need not be started anew when they are. Refuses, at once, as `masterKeysIn` does.
 */
export function masterKeysFor(book: string): () => MasterKeys | undefined {
  const given = masterKeysInEnvironment()
  if (given) return () => given
  if (book === ':memory:') return () => undefined
  const path = masterKeyPath(book)
  let known: { readonly state: string; readonly keys: MasterKeys | undefined } | undefined
  const current = () => {
    const state = stateOf(path)
    if (known?.state !== state) known = { state, keys: masterKeysIn(path) }
    return known.keys
  }
  current()
  return current
}

function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? [found.ino, found.size, found.mtimeMs, found.mode].join(' ') : ''
}

/** What every book on a host is given, and the book's own master keys. */
export function withMasterKeys(surroundings: Surroundings, book: string): Surroundings {
  const keys = masterKeysFor(book)
  return {
    now: surroundings.now,
    random: surroundings.random,
    get masterKeys() {
      return keys()
    },
  }
}

/**
 * Makes the file of a new book’s master key, unless the environment or a file holds one already. Answers
 * whether a file was made.
 */
export function makeMasterKeyFile(book: string, random: Surroundings['random']): boolean {
  const path = masterKeyPath(book)
  if (masterKeysInEnvironment() || masterKeysIn(path)) return false
  writeMasterKeys(path, masterKeysOf([random(masterKeyBytes)]))
  return true
}

/** Writes the file of master keys, whole or not at all, for its owner alone, and to the disk. */
export function writeMasterKeys(path: string, keys: MasterKeys): void {
  const partial = `${path}.partial-${process.pid}`
  rmSync(partial, { force: true })
  const handle = openSync(partial, 'wx', 0o600)
  try {
    writeFileSync(handle, `${JSON.stringify({ keys: masterKeysText(keys) })}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(partial, path)
  // The name too must outlive a loss of power: what is sealed under the key cannot be opened without it.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
