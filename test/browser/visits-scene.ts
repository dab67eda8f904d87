/** What stands on the pages of visits: a pair that began, a visit to be confirmed, something to do, an occasion. */
import { throughout } from '../../src/book/registry.ts'
import { agree, propose } from '../../src/pairing/pairs/commands.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { record as recordEvent } from '../../src/pairing/visits/care-events.ts'
import { record } from '../../src/pairing/visits/commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Whoever recorded them is none of the readers, so that each of them may be asked to confirm. */
const coordinator = {
  actor: 'user:999',
  grants: throughout('pairing_coordinator'),
  readsNames: true,
}

/** Puts it into the book, and answers the pair. */
export function visitsScene(t: TestBook): { readonly pair: number } {
  const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
  const helper = t.does(enroll, { party: person('Zhou Helping') }).output.helper
  const party = person('Wu Visited')
  const { need } = t.does(openNeed, { party, kind: 'company' }).output
  const { pair } = t.does(propose, { need, helper }).output
  t.does(agree, { pair, side: 'helper', how: 'paper' })
  t.does(agree, { pair, side: 'helped', how: 'paper' })
  const given = {
    pair,
    found: 'The roof leaks again.',
    wishes: [{ kind: 'household', text: 'A new roof' }],
    help: [{ kind: 'company', form: 'service' as const, text: 'Chopped the wood' }],
    follow_ups: [{ text: 'Ask the village for tiles', due_on: '2199-01-31' as never }],
  }
  t.does(record, given, coordinator)
  t.does(recordEvent, { party, kind: 'hospital' })
  return { pair }
}

/** Where its pages can be seen, by their routes. */
export const visitPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  visits: {
    '/pairing/visits': '/pairing/visits?within=quarter',
    '/pairing/visits/list': '/pairing/visits/list',
    '/pairing/visits/signs': '/pairing/visits/signs',
    '/pairing/visits/new': '/pairing/visits/new?pair=1',
    '/pairing/visits/:visit{[0-9]+}': '/pairing/visits/1',
    '/pairing/visits/:visit{[0-9]+}/confirmation': '/pairing/visits/1/confirmation',
    '/pairing/visits/:visit{[0-9]+}/withdrawal': '/pairing/visits/1/withdrawal',
    '/pairing/follow-ups': '/pairing/follow-ups',
    '/pairing/follow-ups/new': '/pairing/follow-ups/new?pair=1',
    '/pairing/follow-ups/:follow_up{[0-9]+}/end': '/pairing/follow-ups/1/end',
    '/pairing/occasions': '/pairing/occasions',
    '/pairing/occasions/new': '/pairing/occasions/new',
    '/pairing/occasions/:care_event{[0-9]+}/withdrawal': '/pairing/occasions/1/withdrawal',
  },
}
