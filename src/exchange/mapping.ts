/**
 * The mapping that goes with a journal: a small JSON file that says which fund and which accounts
 * of the book the journal's accounts stand for.
 *
 *     {
 *       "fund": "general",
 *       "currency": "USD",
 *       "opening": ["Opening Balance"],
 *       "accounts": [
 *         { "match": "Assets:Checking", "role": "bank" },
 *         { "match": "Expenses:*", "class": "expense" },
 *         { "match": "Expenses:Rent", "class": "expense", "code": "5201.03" }
 *       ]
 *     }
 *
 * `match` is the full name of an account, or a name and `:*` for every account below it; the
 * longest match wins. `role` books to the account that plays the role; `class` to an account of
 * that class, one for each name of the journal, or one for all of them where `code` is given.
 * `opening` lists descriptions (`*` for any run of characters, letters of either case) of
 * transactions that carry balances forward: they are posted into an empty book only, and otherwise
 * checked.
 */
import { z } from 'zod'
import { EXPONENT_BY_CODE } from '../kit/currencies.ts'
import { refusal } from '../kit/refusal.ts'
import { type AccountClass, type AccountRole, accountRoles } from '../ledger/roles.ts'
import { decodeText } from './text.ts'

/** A line per account of a large chart; beyond this the file is something else. */
export const MAX_MAPPING_BYTES = 1024 * 1024
export const MAX_MAPPED_ACCOUNTS = 5_000
/** Names on a form are at most this long, and a journal's account becomes a name in the book. */
const MAX_NAME_CHARS = 500
/** A journal has one or two kinds of opening transaction. */
const MAX_OPENINGS = 20
/** More faults than anyone reads at once are counted, not listed. */
const MAX_FAULTS_SHOWN = 5

export const mappingUnreadable = refusal(
  'mapping.unreadable',
  422,
  (v: { fault: string }) => `The mapping is not JSON: ${v.fault}.`,
  'Compare it with the example in the documentation.',
)

export const mappingInvalid = refusal(
  'mapping.invalid',
  422,
  (v: { faults: readonly string[] }) => `The mapping does not hold: ${v.faults.join('; ')}.`,
  'Mend these places; the names of the fields are fund, currency, opening and accounts.',
)

const name = z.string().min(1, 'write a name').max(MAX_NAME_CHARS)

const accountSchema = z
  .strictObject({
    match: name
      .refine((match) => match === match.trim(), 'no space around the name')
      .refine(
        (match) => !match.replace(/:\*$/, '').includes('*'),
        'a * stands only last, after a :',
      )
      .refine((match) => match !== ':*', 'name the account above'),
    role: z
      .string()
      .refine(
        (role): role is AccountRole =>
          Object.hasOwn(accountRoles, role) &&
          accountRoles[role as AccountRole].class !== 'memorandum',
        'not a role that money is booked to',
      )
      .optional(),
    class: z.enum(['asset', 'liability', 'net_assets', 'income', 'expense']).optional(),
    code: z
      .string()
      .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/, 'letters, digits, points and hyphens, at most 40')
      .optional(),
  })
  .refine((account) => (account.role === undefined) !== (account.class === undefined), {
    message: 'give a role or a class, one of the two',
  })

const mappingSchema = z.strictObject({
  fund: name,
  currency: z
    .string()
    .refine((code) => EXPONENT_BY_CODE.has(code), 'not an ISO 4217 currency')
    .default('USD'),
  opening: z.array(name).max(MAX_OPENINGS).default([]),
  accounts: z.array(accountSchema).min(1).max(MAX_MAPPED_ACCOUNTS),
})

export type Mapping = z.infer<typeof mappingSchema>

/** Where an account of the journal is booked. */
export interface Placement {
  /** Names the account of the book: names with the same key share it. */
  readonly key: string
  /** The pattern that placed it. */
  readonly match: string
  readonly role: AccountRole | null
  readonly class: Exclude<AccountClass, 'memorandum'>
  readonly code: string | null
}

/**
 * The mapping in a file's bytes. Refuses `mapping.unreadable`, `mapping.invalid`, `file.too_large`.
 */
export function decodeMapping(bytes: Uint8Array): Mapping {
  return readMapping(decodeText(bytes, { what: 'mapping', limit: MAX_MAPPING_BYTES }))
}

/**
 * Reads a mapping. Refuses `mapping.unreadable` and `mapping.invalid` with what is wrong and where.
 */
export function readMapping(text: string): Mapping {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw mappingUnreadable({ fault: error.message })
  }
  const read = mappingSchema.safeParse(value)
  const faults = read.success
    ? contradictions(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`)
  if (!read.success || faults.length > 0) {
    const more = faults.length - MAX_FAULTS_SHOWN
    const listed = faults.slice(0, MAX_FAULTS_SHOWN)
    throw mappingInvalid({ faults: more > 0 ? [...listed, `and ${more} more`] : listed })
  }
  return read.data
}

/**
 * A function from an account of the journal to its place in the book, or null when nothing matches.
 */
export function placements(mapping: Mapping): (account: string) => Placement | null {
  const byMatch = new Map(mapping.accounts.map((account) => [account.match, account]))
  return (account) => {
    const exact = byMatch.get(account)
    if (exact) return placementOf(exact, account)
    for (let at = account.lastIndexOf(':'); at > 0; at = account.lastIndexOf(':', at - 1)) {
      const above = byMatch.get(`${account.slice(0, at)}:*`)
      if (above) return placementOf(above, account)
    }
    return null
  }
}

/** Whether a transaction's description is one of the mapping's openings. */
export function isOpening(
  mapping: Mapping,
  { payee, note }: { payee: string; note: string | null },
): boolean {
  const texts = note === null ? [payee] : [payee, note, `${payee} | ${note}`]
  return mapping.opening.some((pattern) => texts.some((text) => matches(pattern, text)))
}

/** The line to add to the mapping for an account that nothing matches. */
export function suggestedLine(account: string): string {
  return JSON.stringify({ match: account, class: likelyClass(account) })
}

function placementOf(account: Mapping['accounts'][number], journalName: string): Placement {
  const { match, code } = account
  // The schema lets exactly one of role and class through.
  if (account.role !== undefined) {
    const role = account.role
    const accountClass = accountRoles[role].class as Placement['class']
    return { key: `role ${role}`, match, role, class: accountClass, code: code ?? null }
  }
  const key = code === undefined ? `name ${journalName}` : `code ${code}`
  return { key, match, role: null, class: account.class ?? 'expense', code: code ?? null }
}

/** Lines that cannot both hold. */
function contradictions(mapping: Mapping): string[] {
  const faults: string[] = []
  const matchesSeen = new Set<string>()
  const byKey = new Map<string, Placement>()
  const byCode = new Map<string, string>()
  for (const account of mapping.accounts) {
    if (matchesSeen.has(account.match)) faults.push(`${account.match} stands twice`)
    matchesSeen.add(account.match)
    const placed = placementOf(account, account.match)
    const first = byKey.get(placed.key) ?? placed
    byKey.set(placed.key, first)
    if (first.class !== placed.class || first.code !== placed.code) {
      faults.push(`${first.match} and ${account.match} disagree about ${placed.key}`)
    }
    if (placed.code === null) continue
    const holder = byCode.get(placed.code) ?? placed.key
    byCode.set(placed.code, holder)
    if (holder !== placed.key) faults.push(`the code ${placed.code} is given to two accounts`)
  }
  return faults
}

/**
 * Finds the pieces between the stars one after the other: no backtracking, whatever the pattern.
 */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.toLowerCase().split('*')
  const whole = text.toLowerCase()
  const last = others.pop()
  if (last === undefined) return whole === first
  if (!whole.startsWith(first) || whole.length < first.length + last.length) return false
  let at = first.length
  for (const piece of others) {
    const found = whole.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return whole.endsWith(last) && whole.length - last.length >= at
}

function likelyClass(account: string): Placement['class'] {
  const top = account.split(':', 1)[0]?.toLowerCase() ?? ''
  if (/^asset/.test(top)) return 'asset'
  if (/^liabilit/.test(top)) return 'liability'
  if (/^(?:equity|net)/.test(top)) return 'net_assets'
  if (/^(?:income|revenue)/.test(top)) return 'income'
  return 'expense'
}
