/** The organisation whose book it is, and the key with which the book signs. */
import { z } from 'zod'
import { findOrganisation, organisationOf } from '../book/book.ts'
import { codeField, nameField } from '../book/fields.ts'
import { anyRole, command, query } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { requireTimeZone } from '../kit/day.ts'
import { exponentOf } from '../kit/money.ts'
import { refusal } from '../kit/refusal.ts'
import { addChart } from '../ledger/accounts.ts'
import { chartIds, charts } from '../ledger/charts/charts.ts'
import { build, first, insert, nextId, prepare, rows } from '../store/prepare.ts'

export const alreadySetUp = refusal<{ name: string }>(
  'organisation.already_set_up',
  409,
  ({ name }) => `This book is that of ${name} already.`,
  'Make a new book for another organisation.',
)

export const nothingRevised = refusal<{ name: string }>(
  'organisation.nothing_revised',
  409,
  ({ name }) => `The organisation is called ${name} already, and its time zone is this one.`,
  'Give another name or another time zone.',
)

export const keyKnown = refusal<{ kid: string }>(
  'signing_key.known',
  409,
  ({ kid }) => `The signing key ${kid} is already one of this book.`,
  'Give a new key, or go on with this one.',
)

/** An Ed25519 public key as JWK (RFC 8037). */
export const publicKeyField = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'write 32 bytes as base64url'),
  kid: z.string().min(1).max(100),
})
export type PublicKey = z.output<typeof publicKeyField>

const keyByKid = prepare((p: { kid: string }) =>
  build.selectFrom('signing_key').selectAll().where('kid', '=', p.kid),
)
const allKeys = prepare<Record<never, never>, { kid: string; public_jwk: string }>(() =>
  build.selectFrom('signing_key').select(['kid', 'public_jwk']).orderBy('id'),
)

export const setUp = command({
  name: 'organisation.set_up',
  summary: 'Sets up a new book: whose it is, its time zone, its currency, its chart of accounts',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/organisation' },
  input: z.strictObject({
    book: codeField,
    name: nameField,
    time_zone: z.string().max(100),
    currency: z.string().max(10),
    chart: z.enum(chartIds).default('general'),
  }),
  output: z.object({ book: z.string(), name: z.string() }),
  subject: ({ book }) => `organisation/${book}`,
  run: (act, input) => {
    const earlier = findOrganisation(act)
    if (earlier) throw alreadySetUp({ name: earlier.name })
    requireTimeZone(input.time_zone)
    exponentOf(input.currency)
    const chart = charts[input.chart]
    insert(act, 'organisation', {
      id: 1,
      book: input.book,
      name: input.name,
      time_zone: input.time_zone,
      currency: input.currency,
      chart: chart.id,
      chart_version: chart.version,
      event_seq: act.seq,
    })
    addChart(act, chart)
    return { book: input.book, name: input.name }
  },
})

export const revise = command({
  name: 'organisation.revise',
  summary:
    'Gives the organisation another name or time zone from now on; papers that were issued keep theirs',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/organisation/revision' },
  input: z.strictObject({ name: nameField, time_zone: z.string().max(100) }),
  output: z.object({ book: z.string(), name: z.string(), time_zone: z.string() }),
  subject: ({ book }) => `organisation/${book}`,
  run: (act, { name, time_zone }) => {
    const { book, currency, chart, chart_version, ...now } = organisationOf(act)
    requireTimeZone(time_zone)
    if (name === now.name && time_zone === now.time_zone) throw nothingRevised({ name })
    const id = nextId(act, 'organisation')
    const kept = { book, currency, chart, chart_version }
    insert(act, 'organisation', { id, ...kept, name, time_zone, event_seq: act.seq })
    return { book, name, time_zone }
  },
})

export const adoptKey = command({
  name: 'signing_keys.adopt',
  summary: 'Puts the public key on record with which the book signs from now on',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/signing-keys' },
  input: publicKeyField,
  output: z.object({ kid: z.string() }),
  subject: ({ kid }) => `signing_key/${kid}`,
  run: (act, key) => {
    if (first(act, keyByKid, { kid: key.kid })) throw keyKnown({ kid: key.kid })
    insert(act, 'signing_key', {
      id: nextId(act, 'signing_key'),
      kid: key.kid,
      public_jwk: canonicalJson(key),
      event_seq: act.seq,
    })
    return { kid: key.kid }
  },
})

export const show = query({
  name: 'organisation.show',
  summary: 'Shows whose book it is, and the public keys with which it signs',
  may: anyRole,
  reach: 'units',
  route: { method: 'GET', path: '/organisation' },
  input: z.strictObject({}),
  output: z.object({
    book: z.string(),
    name: z.string(),
    time_zone: z.string(),
    currency: z.string(),
    chart: z.string(),
    signing_keys: z.array(publicKeyField),
  }),
  run: (view) => {
    const { book, name, time_zone, currency, chart } = organisationOf(view)
    const signing_keys = rows(view, allKeys, {}).map(
      ({ public_jwk }) => JSON.parse(public_jwk) as PublicKey,
    )
    return { book, name, time_zone, currency, chart, signing_keys }
  },
})
