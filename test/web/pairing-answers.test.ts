/** What is answered of pairing is what the document of the interface says: strictly, with no field more or less. */
import { afterAll, expect, test } from 'vitest'
import { pairingQueries } from '../../src/pairing/registry.ts'
import { pairingBook } from '../pairing/pairing-for-tests.ts'
import { person } from '../people/scene.ts'
import { fillPairing } from '../privacy/pairing-filled.ts'

const book = pairingBook()
const { t } = book
afterAll(t.close)
const helped = person(t, 'Ouyang Helped', 'north')
const { pair } = book.activePair({ need: book.need({ party: helped }) })
t.does(fillPairing, { party: Number(helped.slice(2)), pair })

const inputs: Readonly<Record<string, object>> = {
  'agreements.show': { agreement: 1 },
  'care_events.show': { care_event: 1 },
  'follow_ups.show': { follow_up: 1 },
  'helpers.show': { helper: 1 },
  'needs.show': { need: 1 },
  'pairs.candidates': { need: 1 },
  'pairs.history': { need: 1 },
  'pairs.sheet': { pair: 1, side: 'helped' },
  'pairs.show': { pair: 1 },
  'places.show': { place: 'hill' },
  'service_pledges.show': { pledge: 1 },
  'service_posts.show': { post: 'escort' },
  'variance_statements.show': { statement: 1 },
  'visits.show': { visit: 1 },
  'visits.to_hand_over': { pair: 1 },
}

/**
 * They want a run of the matching, a statement as its command makes it, or contact details that somebody asked to read
 * just now: their own tests ask them.
 */
const elsewhere = (name: string) =>
  /^matching\.|^variance_statements\.|^pairs\.contacts$/.test(name)

test.each(
  pairingQueries
    .filter(({ name }) => !elsewhere(name))
    .map((query) => [query.name, query] as const),
)('[O5] %s', (name, query) => {
  const strict = query.output.safeParse(t.asks(query, inputs[name] ?? {}))
  expect(strict.success, strict.error?.message).toBe(true)
})
