/** The files of a book in a folder of books: its own, and the private key beside it. */
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Answer, Book, Request as DoorRequest } from '../book/book.ts'
import type { Surroundings } from '../book/registry.ts'
import { newSigningKey, type Signer, signerFrom } from '../statements/signer.ts'
import { signingKeyMissing } from '../web/refusals.ts'
import { bookCodeInvalid } from './refusals.ts'

/** A book's code is also the name of its file: never a path. */
const codePattern = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Whether a text can be the code of a book. */
export function isBookCode(text: string): boolean {
  return codePattern.test(text)
}

/** The file of a book in a folder of books. Refuses `book.code`. */
export function bookPath(folder: string, code: string): string {
  return join(folder, `${checkedCode(code)}.db`)
}

/** Where a book's private key is kept when the environment does not hold it. Refuses `book.code`. */
export function keyPath(folder: string, code: string): string {
  return join(folder, `${checkedCode(code)}.key.json`)
}

function checkedCode(code: string): string {
  if (!isBookCode(code)) throw bookCodeInvalid({ book: code })
  return code
}

/** The hand of a book from the key file beside it. Refuses `signing_key.*`. */
export async function signerBeside(folder: string, code: string): Promise<Signer> {
  const path = keyPath(folder, code)
  if (!existsSync(path)) throw signingKeyMissing({ book: code })
  return signerFrom(jsonOrNull(readFileSync(path, 'utf8')))
}

/** Makes a book's key file, readable by its owner alone; one that is there stays. */
export async function makeKeyFile(
  folder: string,
  code: string,
  random: Surroundings['random'],
): Promise<void> {
  const path = keyPath(folder, code)
  if (existsSync(path)) return
  const key = await newSigningKey(random)
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(handle, `${JSON.stringify(key)}\n`)
  } catch (error) {
    // Half a key would be taken for one the next time.
    rmSync(path)
    throw error
  } finally {
    closeSync(handle)
  }
}

/** What is not JSON is refused by `signerFrom`, which does not quote a private key. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export interface OpenBook {
  readonly book: Book
  /** Performs a command, sharing a commit with those that come in the same turn. */
  submit(request: DoorRequest): Promise<Answer>
  close(): void
}

/** The codes of the books in a folder, sorted. */
export function codesIn(folder: string): string[] {
  const codes = readdirSync(folder).map((name) => (name.endsWith('.db') ? name.slice(0, -3) : ''))
  return codes.filter(isBookCode).sort()
}
