/**
 * Objects of other units, asked for by every page and every form that names one (IDOR): to a reader of one unit they
 * are what was never there, to the letter. The interface's own routes are in test/access/matrix.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open as openSession, sessionCookie, sessionHash } from '../../src/access/sessions.ts'
import { create as createUser } from '../../src/access/users.ts'
import { createApp } from '../../src/app.ts'
import { base64url } from '../../src/kit/bytes.ts'
import { hex } from '../../src/kit/digest.ts'
import { matrixBook, nowhere, type Place, passwordHash } from '../access/matrix-places.ts'
import { type Address, addressesOf, placesOf } from '../web/routes.ts'
import { type Line, offerFor } from '../web/site.ts'

const book = matrixBook()
const { t, a, a1, b, whole } = book
afterAll(t.close)
const log: Line[] = []
const app = createApp(t.book, offerFor(t, log))

/** The same with numbers of three figures, which texts write as addresses do. */
const never = Object.fromEntries(
  Object.entries(nowhere).map(([name, value]) => [
    name,
    typeof value === 'number' ? value - 899_200 : value,
  ]),
) as unknown as Place

/** What a place of a route names in a unit. */
const inPlace: Readonly<Record<string, (of: Place, route: string) => string | number | null>> = {
  fund: ({ fund }) => fund,
  contribution: ({ contribution }) => contribution,
  pledge: ({ pledge, promise }, route) => (/service/.test(route) ? promise : pledge),
  post: ({ post }) => post,
  holding: ({ holding }) => holding,
  payout: ({ payout }) => payout,
  transfer: ({ transfer }) => transfer,
  agreement: ({ agreement }) => agreement,
  evidence: ({ evidence }) => evidence,
  commitment: ({ commitment, promised }, route) =>
    /agreements/.test(route) ? promised : commitment,
  entry: ({ entry }) => entry,
  party: ({ person }) => person,
  membership: ({ membership }) => membership,
  household: ({ household }) => household,
  tie: ({ tie }) => tie,
  interest: ({ interest }) => interest,
  request: ({ request, erasure }, route) => (/erasures/.test(route) ? erasure : request),
  unsealing: ({ unsealing }) => unsealing,
  consent: ({ consent }) => consent,
  kept: ({ twin }) => twin,
  merged: ({ merged }) => merged,
  unit: ({ unit }) => unit,
  statement: ({ statement, variance }, route) => (/variance/.test(route) ? variance : statement),
  receipt: ({ receipt }) => receipt,
  case: ({ noticed }) => noticed,
  round: ({ round }) => round,
  batch: ({ batch }) => batch,
  clawback: ({ clawback }) => clawback,
  programme: ({ programme }) => programme,
  document: ({ document }) => document,
  code: ({ code }, route) => (/application-codes/.test(route) ? code : null),
  notice: ({ notice }) => notice,
  sitting: ({ sitting }) => sitting,
  draw: ({ draw }) => draw,
  call_back: ({ called }) => called,
  objection: ({ objection }) => objection,
  grievance: ({ grievance }) => grievance,
  pair: ({ activePair }) => activePair,
  visit: ({ visited }) => visited,
  follow_up: ({ followUp }) => followUp,
  care_event: ({ careEvent }) => careEvent,
  need: ({ openNeed, matchNeed }, route) => (/matching/.test(route) ? matchNeed : openNeed),
  run: ({ matchRun }) => matchRun,
  rejection: ({ rejection }) => rejection,
  helper: ({ freeHelper }) => freeHelper,
  place: ({ spot }) => spot,
  hardship_file: ({ file }) => file,
  followUp: ({ followUp }) => followUp,
  calendar: ({ calendar }) => calendar,
  sequence: ({ sequence }) => sequence,
  user: ({ user }) => user,
  grant: ({ grant }) => grant,
  file: ({ receipt, statement, file }, route) => {
    if (/hardship-files/.test(route)) return file
    return /receipts/.test(route) ? receipt : statement
  },
}

/** Places of a route that name nothing of a unit. */
const ofNoUnit = new Set([
  ...['book', 'account', 'month', 'year', 'kind', 'version', 'secret', 'page'],
  ...[
    'token',
    'task',
    'provider',
    'passkey',
    'identity',
    'session',
    'policy',
    'preset',
    'step',
    'line',
    'workflow',
    'form',
    'side',
  ],
])

/** What anybody may see is there for readers of one unit too: what is up on a public notice. */
const isPublic = (path: string) => path.startsWith('/b/:book/notices/:notice')

const routes = app.routes.filter(
  ({ path }) => !path.includes('/api/') && path.startsWith('/b/') && !isPublic(path),
)
const named = [...new Set(routes.flatMap(({ path }) => placesOf(path)))]

test('every place of every route is known: what it names, or that it is of no unit', () => {
  expect(named.filter((name) => !(name in inPlace) && !ofNoUnit.has(name))).toEqual([])
})

const roles = ['fund_administrator', 'auditor', 'owner'] as const
const cookies = new Map<string, string>()

beforeAll(() => {
  for (const [position, role] of roles.entries()) {
    const secret = base64url(new Uint8Array(32).fill(position + 40))
    const { user } = t.does(createUser, {
      login: `reader.${position}`,
      name: 'Reader',
      role,
      unit: a.code,
      reads_names: true,
      password: passwordHash,
    }).output
    const caller = { actor: `user:${user}`, grants: [{ role, unit: a.id }], readsNames: true }
    t.does(openSession, { hash: hex(sessionHash(secret)) }, caller)
    cookies.set(role, `${sessionCookie}=${secret}`)
  }
})

const addressesIn = (of: Place): Address[] =>
  addressesOf(routes, (name, route) => {
    const value = inPlace[name]?.(of, route)
    return value === undefined || value === null ? undefined : String(value)
  }).filter(({ route }) => placesOf(route).some((name) => name in inPlace))

/** An answer with what was asked for taken out of it, and the key that each form has of its own. */
async function told(role: string, { method, path, route }: Address, of: Place): Promise<string> {
  const headers = new Headers({ cookie: cookies.get(role)!, origin: 'http://localhost' })
  if (method === 'POST') headers.set('content-type', 'application/x-www-form-urlencoded')
  const body = method === 'POST' ? `key=${'k'.repeat(20)}&step=post&reason=x` : null
  const answer = await app.fetch(new Request(`http://localhost${path}`, { method, headers, body }))
  const whole = await answer.text()
  // Around it stands what every page of this reader has.
  const text = (/<main[\s\S]*<\/main>/.exec(whole)?.[0] ?? whole)
    .replace(/name="key" value="[^"]*"|rows="\d+"/g, '')
    .replaceAll(path, '…')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
  const asked = placesOf(route)
    .map((name) => String(inPlace[name]?.(of, route) ?? ''))
    .filter((value) => value !== '')
    .sort((one, other) => other.length - one.length)
  const nameless = asked.reduce(
    (rest, value) => rest.replaceAll(new RegExp(`(?<![\\w-])${value}(?![\\w-])`, 'g'), '…'),
    text,
  )
  return `${answer.status} ${nameless}`
}

describe.each(roles)('for an %s of one unit', (role) => {
  test.each([
    ['another unit', b],
    ['the whole organisation', whole],
  ] as const)('what is of %s was never there', async (_, of) => {
    const there = addressesIn(never)
    const differing: string[] = []
    for (const [position, address] of addressesIn(of).entries()) {
      const { method, route } = address
      // A programme of the whole organisation is known to every branch, which enters cases under it.
      const shared = placesOf(route).some((name) => name === 'unit' || name === 'programme')
      if (of.unit === null && shared) continue
      const seen = await told(role, address, of)
      const unknown = await told(role, there[position]!, never)
      if (seen !== unknown)
        differing.push(`${method} ${route}: ${seen.slice(0, 3)} ${unknown.slice(0, 3)}`)
    }
    expect(differing).toEqual([])
  })

  test('and what is of their own is', async () => {
    const found: string[] = []
    for (const address of addressesIn(a1)) {
      if (address.method !== 'GET') continue
      if ((await told(role, address, a1)).startsWith('200')) found.push(address.route)
    }
    expect(found.length).toBeGreaterThan(10)
  })
})

test('nothing went wrong on the way', () => {
  expect(log.filter(({ level }) => level === 'error')).toEqual([])
})
