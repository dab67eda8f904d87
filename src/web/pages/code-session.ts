/**
 * Who comes with a code and without an account: how a code is tried, and how a browser keeps it for the pages that it
 * opens. What a code opens is said by its sort: an application, the own page of a pair.
 */
import type { Context } from 'hono'
import { signInThrottled } from '../../access/refusals.ts'
import { openThrottle, type Throttle } from '../../access/throttle.ts'
import { type Book, findOrganisation } from '../../book/book.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Reader } from '../../store/store.ts'
import { networkOf } from '../limits.ts'
import type { Offer } from '../offer.ts'
import { deleteCookie, getCookie, setCookie } from './cookies.ts'
import { cookieAttributes, type Door, type Porch } from './visitor.tsx'

/** Long enough for a form that is filled in with papers at hand, short on a computer of others. */
const cookieSeconds = 2 * 3_600

/** Codes of one sort, and the pages that they open. */
export interface CodeSort<K> {
  /** The name of the cookie, and of the count of tries. */
  readonly cookie: string
  /** The folder of its pages below a book, such as `apply`; the cookie goes there alone. */
  readonly folder: string
  /** The hash of a code as it was typed. Refuses a slip of the pen. */
  readonly hashOf: (typed: string) => string
  /** The code with a hash, if it opens something on a day. */
  readonly openWith: (reader: Reader, hash: string, today: Day) => K | undefined
  readonly unknown: () => Refusal
  readonly throttled: (minutes: number) => Refusal
}

/** What the pages of a sort of codes work with; without a door there is no book, and every code is unknown. */
export interface CodeCounter<K> {
  readonly sort: CodeSort<K>
  readonly porch: Porch
  readonly door: Door | undefined
  readonly throttle: Throttle
  readonly addressOf: Offer['addressOf']
}

/** Opens the counter at which codes of a sort are tried. */
export function counterFor<K>(
  sort: CodeSort<K>,
  porch: Porch,
  addressOf: Offer['addressOf'],
  door?: Door,
): CodeCounter<K> {
  const now = door?.book.surroundings.now ?? porch.now
  return { sort, porch, door, addressOf, throttle: openThrottle(now) }
}

function codeOpen<K>(sort: CodeSort<K>, { store, surroundings }: Book, hash: string) {
  const zone = findOrganisation(store)?.time_zone
  if (zone === undefined) return undefined
  return sort.openWith(store, hash, dayAt(surroundings.now(), zone))
}

/**
 * Tries a code as it was typed. A slip of the pen counts as no guess; wrong codes from one network are slowed as
 * passwords are. Where the host cannot tell networks apart, 80 random bits have to do: else one stranger kept out all.
 * Refuses what `hashOf`, `unknown` and `throttled` of the sort say, and `sign_in.busy`.
 */
export async function tryCode<K>(
  c: Context,
  { sort, door, throttle, addressOf }: CodeCounter<K>,
  typed: string,
): Promise<K> {
  const hash = sort.hashOf(typed)
  const find = async () => door && codeOpen(sort, door.book, hash)
  const address = addressOf?.(c.req.raw)
  const name = address === undefined ? undefined : `${sort.cookie} ${networkOf(address)}`
  try {
    const found = await (name === undefined
      ? find()
      : throttle.attempt({ name, known: false }, find))
    if (!found) throw sort.unknown()
    return found
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== signInThrottled.code) throw error
    throw sort.throttled(Number(error.values.minutes))
  }
}

/** The code that a browser keeps, while it opens something. */
export function codeKept<K>(c: Context, { sort, door }: CodeCounter<K>): K | undefined {
  const typed = getCookie(c, sort.cookie)
  if (typed === undefined || !door) return undefined
  try {
    return codeOpen(sort, door.book, sort.hashOf(typed))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function attributesOf(c: Context, folder: string) {
  const code = c.req.param('book')!
  return { ...cookieAttributes(c, code), path: `/b/${code}/${folder}` }
}

/** Gives the browser a code to keep, or keeps it for as long again. */
export function keepCode<K>(
  c: Context,
  { sort }: CodeCounter<K>,
  typed = getCookie(c, sort.cookie),
): void {
  if (typed === undefined) return
  setCookie(c, sort.cookie, typed.slice(0, 100), {
    ...attributesOf(c, sort.folder),
    maxAge: cookieSeconds,
  })
}

/** Takes the code from the browser. */
export function dropCode<K>(c: Context, { sort }: CodeCounter<K>): void {
  deleteCookie(c, sort.cookie, attributesOf(c, sort.folder))
}
