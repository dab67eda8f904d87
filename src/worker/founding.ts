/**
 * How a book begins inside its object. Whoever deploys the Worker sets the secret
 * CARE_LEDGER_OWNER_TOKEN; with it, and with nothing else, a book is set up, and is given an owner's
 * token while it has none in force. The secret opens no other door, and none at all once there is one.
 */
import { adoptKey, setUp } from '../access/organisation.ts'
import { create, ownerInForce } from '../access/tokens.ts'
import { anyUser } from '../access/users.ts'
import type { Founding as BookFounding } from '../app.ts'
import { type Answer, type Book, perform } from '../book/book.ts'
import { inputInvalid, notSetUp } from '../book/refusals.ts'
import { type AnyCommand, type Caller, throughout } from '../book/registry.ts'
import { sameBytes, sha256, sha256Hex } from '../kit/digest.ts'
import type { Signer } from '../statements/signer.ts'
import { migrate, schemaVersion } from '../store/migrate.ts'

/** Short secrets can be guessed by asking often enough. */
const shortestSecret = 32

/** Who acts: whoever deployed the Worker. */
const founder: Caller = { actor: 'host', grants: throughout('owner'), readsNames: true }

/** Which of its two acts a request of the founder asks for. */
export function foundingCommand(request: Request): AnyCommand | undefined {
  if (request.method !== 'POST') return undefined
  const { pathname } = new URL(request.url)
  return [setUp, create].find(({ route }) => pathname.endsWith(`/api/v1${route.path}`))
}

/** Whether the request carries the founder's secret, and the book still takes it. */
export function mayFound(book: Book, request: Request, secret: string | undefined): boolean {
  if (founderSecret(secret) === undefined) return false
  const given = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get('authorization') ?? '')
  if (!given || !sameBytes(sha256(given[1]!), sha256(secret!))) return false
  return takesFounder(book)
}

/** Whether a book takes a founder: there is none yet, or nobody may use it. */
export function takesFounder(book: Book): boolean {
  if (!isFounded(book)) return true
  return !ownerInForce(book.store, book.surroundings.now()) && !anyUser(book.store)
}

/** The founder's secret as that of a link; undefined when it is too short to be one. */
export function founderSecret(secret: string | undefined): string | undefined {
  return secret === undefined || secret.length < shortestSecret ? undefined : secret
}

/** Whether the object holds a book. Reads only. */
export function isFounded(book: Book): boolean {
  return schemaVersion(book.store) > 0
}

export interface Founding {
  readonly command: AnyCommand
  /** The book's code in the path. */
  readonly code: string
  readonly input: Readonly<Record<string, unknown>>
  readonly key: string | undefined
  readonly signer: Signer
  /** Keeps the signer's key in the object, in the same transaction. */
  keepKey(): void
}

/**
 * Sets the book up, with its tables and its signing key, or makes an owner's token. All of it or nothing.
 * Refuses
 * `input.invalid` for another book's code or another role, `book.not_set_up`, and what the command refuses.
 */
export function found(
  book: Book,
  { command, code, input, key, signer, keepKey }: Founding,
): Answer {
  if (command === setUp) requireField(input, 'book', code)
  else {
    if (!isFounded(book)) throw notSetUp({})
    requireField(input, 'role', 'owner')
  }
  return book.store.transaction(() => {
    migrate(book.store)
    const answer = perform(book, { command, input, key, caller: founder })
    if (command === setUp && !answer.replayed) {
      keepKey()
      const adoption = `signing-key-${sha256Hex(signer.key.kid)}`
      perform(book, { command: adoptKey, input: signer.key, key: adoption, caller: founder })
    }
    return answer as never
  })
}

/** Makes a book with its signing key and its first acts. All of it or nothing. */
export function foundWhole(
  book: Book,
  { code, organisation, acts }: BookFounding,
  { signer, keepKey }: Pick<Founding, 'signer' | 'keepKey'>,
): void {
  book.store.transaction((): undefined => {
    migrate(book.store)
    const key = `founding-${sha256Hex(signer.key.kid)}`
    perform(book, { command: setUp, input: { ...organisation, book: code }, key, caller: founder })
    keepKey()
    const adoption = `signing-key-${sha256Hex(signer.key.kid)}`
    perform(book, { command: adoptKey, input: signer.key, key: adoption, caller: founder })
    for (const act of acts) perform(book, { ...act, caller: founder })
  })
}

function requireField(input: Founding['input'], field: string, expected: string): void {
  if (input[field] === expected) return
  throw inputInvalid({ issues: [{ field, problem: `write "${expected}"` }] })
}
