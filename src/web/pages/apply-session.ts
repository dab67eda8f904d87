/** Who comes with an application code: how a code is tried, and how a browser keeps it for the pages of its application. */
import type { Context } from 'hono'
import { signInThrottled } from '../../access/refusals.ts'
import { openThrottle, type Throttle } from '../../access/throttle.ts'
import { type Book, findOrganisation } from '../../book/book.ts'
import {
  applicationCodeHash,
  type CodeKept,
  codeWithHash,
  opensSomething,
} from '../../hardship/applications/codes.ts'
import {
  applicationCodeThrottled,
  applicationCodeUnknown,
} from '../../hardship/applications/refusals.ts'
import { dayAt } from '../../kit/day.ts'
import { Refusal } from '../../kit/refusal.ts'
import { networkOf } from '../limits.ts'
import type { Offer } from '../offer.ts'
import { deleteCookie, getCookie, setCookie } from './cookies.ts'
import { cookieAttributes, type Door, type Porch } from './visitor.tsx'

const applicationCookie = 'application'

/** Long enough for a form that is filled in with papers at hand, short on a computer of others. */
const cookieSeconds = 2 * 3_600

/** What the pages of applications work with; without a door there is no book, and every code is unknown. */
export interface Counter {
  readonly porch: Porch
  readonly door: Door | undefined
  readonly throttle: Throttle
  readonly addressOf: Offer['addressOf']
}

/** Opens the counter at which codes are tried. */
export function counterOf(porch: Porch, addressOf: Offer['addressOf'], door?: Door): Counter {
  const now = door?.book.surroundings.now ?? porch.now
  return { porch, door, addressOf, throttle: openThrottle(now) }
}

/** The code with a hash, while it opens something. */
function codeOpen({ store, surroundings }: Book, hash: string): CodeKept | undefined {
  const code = codeWithHash(store, hash)
  const zone = findOrganisation(store)?.time_zone
  if (!code || zone === undefined) return undefined
  return opensSomething(store, code, dayAt(surroundings.now(), zone)) ? code : undefined
}

/**
 * Tries a code as it was typed. A slip of the pen counts as no guess; wrong codes from one network are slowed as
 * passwords are. Where the host cannot tell networks apart, 80 random bits have to do: else one stranger kept out all.
 * Refuses `application_code.mistyped`, `application_code.unknown`, `application_code.throttled`, `sign_in.busy`.
 */
export async function tryCode(c: Context, counter: Counter, typed: string): Promise<CodeKept> {
  const { door, throttle, addressOf } = counter
  const hash = applicationCodeHash(typed)
  const find = async () => door && codeOpen(door.book, hash)
  const address = addressOf?.(c.req.raw)
  const name = address === undefined ? undefined : `application ${networkOf(address)}`
  try {
    const found = await (name === undefined
      ? find()
      : throttle.attempt({ name, known: false }, find))
    if (!found) throw applicationCodeUnknown({})
    return found
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== signInThrottled.code) throw error
    throw applicationCodeThrottled({ minutes: Number(error.values.minutes) })
  }
}

/** The code that a browser keeps, while it opens something. */
export function codeKept(c: Context, { door }: Counter): CodeKept | undefined {
  const typed = getCookie(c, applicationCookie)
  if (typed === undefined || !door) return undefined
  try {
    return codeOpen(door.book, applicationCodeHash(typed))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function attributesOf(c: Context) {
  const code = c.req.param('book')!
  return { ...cookieAttributes(c, code), path: `/b/${code}/apply` }
}

/** Gives the browser a code to keep, or keeps it for as long again. */
export function keepCode(c: Context, typed = getCookie(c, applicationCookie)): void {
  if (typed === undefined) return
  setCookie(c, applicationCookie, typed.slice(0, 100), {
    ...attributesOf(c),
    maxAge: cookieSeconds,
  })
}

/** Takes the code from the browser. */
export function dropCode(c: Context): void {
  deleteCookie(c, applicationCookie, attributesOf(c))
}
