/** What stands on the pages of visits: a pair that began, a visit to be confirmed, something to do, an occasion. */
import { throughout } from '../../src/book/registry.ts'
import { addDays, dayAt } from '../../src/kit/day.ts'
import { make } from '../../src/pairing/own/code-commands.ts'
import { newPairingCode, pairingCodeHash } from '../../src/pairing/own/codes.ts'
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

/** Puts it into the book, and answers the pair, and a code with which its helper opens their own page. */
export function visitsScene(t: TestBook): { readonly pair: number; readonly code: string } {
  const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
  const helping = person('Zhou Helping')
  const helper = t.does(enroll, { party: helping }).output.helper
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
  const code = newPairingCode(t.book.surroundings.random)
  const until_on = addDays(dayAt(t.now(), 'Asia/Shanghai'), 30)
  t.does(make, { hash: pairingCodeHash(code), party: helping, until_on }, coordinator)
  return { pair, code }
}

/** Pages by their routes, as in places.ts. */
export const visitsPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/visits': { 'visits-due': '/pairing/visits?within=quarter' },
  '/b/:book/pairing/visits/list': { visits: '/pairing/visits/list' },
  '/b/:book/pairing/visits/signs': { 'visit-signs': '/pairing/visits/signs' },
  '/b/:book/pairing/visits/new': {
    'visit-new': '/pairing/visits/new?pair=1',
    'visit-new-whom': '/pairing/visits/new',
  },
  '/b/:book/pairing/visits/:visit{[0-9]+}': { visit: '/pairing/visits/1' },
  '/b/:book/pairing/visits/:visit{[0-9]+}/confirmation': {
    'visit-confirm': '/pairing/visits/1/confirmation',
  },
  '/b/:book/pairing/visits/:visit{[0-9]+}/withdrawal': {
    'visit-withdraw': '/pairing/visits/1/withdrawal',
  },
  '/b/:book/pairing/follow-ups': { 'follow-ups': '/pairing/follow-ups' },
  '/b/:book/pairing/follow-ups/new': { 'follow-up-new': '/pairing/follow-ups/new' },
  '/b/:book/pairing/pairs/:pair{[0-9]+}/follow-ups/new': {
    'follow-up-of-pair': '/pairing/pairs/1/follow-ups/new',
  },
  '/b/:book/pairing/follow-ups/:follow_up{[0-9]+}/end': {
    'follow-up-end': '/pairing/follow-ups/1/end',
  },
  '/b/:book/pairing/occasions': { occasions: '/pairing/occasions' },
  '/b/:book/pairing/occasions/new': { 'occasion-new': '/pairing/occasions/new' },
  '/b/:book/pairing/occasions/:care_event{[0-9]+}/withdrawal': {
    'occasion-withdraw': '/pairing/occasions/1/withdrawal',
  },
}

/** Routes that are no pages of their own. */
export const noVisitsPages: Readonly<Record<string, string>> = {
  '/b/:book/visits-worker.js': 'a script, which browsers ask for by themselves',
}
