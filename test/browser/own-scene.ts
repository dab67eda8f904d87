/** Codes of own pages as the office sees them, and where the office reads how two sides reach each other. */
import { addDays, dayAt } from '../../src/kit/day.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import type { PartyId } from '../../src/kit/ids.ts'
import { end, make } from '../../src/pairing/own/code-commands.ts'
import { partyById, partyRef } from '../../src/people/parties.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Puts it into the book, after its pairs: a code for the first helper, one that ended. */
export function ownScene(t: TestBook): void {
  const { store } = t.book
  const party = store.first('select party_id from helper order by id', [])!.party_id as PartyId
  const ref = partyRef(partyById(store, party).id)
  const until_on = addDays(dayAt(t.now(), 'Asia/Shanghai'), 300)
  const code = (name: string) =>
    t.does(make, { party: ref, hash: sha256Hex(name), until_on }).output.code
  code('first')
  t.does(end, { code: code('second') })
}

/** Pages by their routes, as in places.ts. */
export const ownPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/codes': { 'pairing-codes': '/pairing/codes' },
  '/b/:book/pairing/codes/new': { 'pairing-code-new': '/pairing/codes/new' },
  '/b/:book/pairing/codes/:code{[0-9]+}/end': { 'pairing-code-end': '/pairing/codes/1/end' },
  '/b/:book/pairing/pairs/:pair{[0-9]+}/contacts': {
    'pair-contacts': '/pairing/pairs/2/contacts',
  },
  '/b/:book/together': { together: '/together' },
}

const withCode = 'with a code alone: together.test.ts'

/** Routes that are no pages of the sweep, with the reason. */
export const noOwnPages: Readonly<Record<string, string>> = {
  '/b/:book/together/with/:code': withCode,
  '/b/:book/together/pairs': withCode,
  '/b/:book/together/pairs/:pair{[0-9]+}': withCode,
  '/b/:book/together/pairs/:pair{[0-9]+}/:form{decline|withdraw|review}': withCode,
  '/b/:book/together/pairs/:pair{[0-9]+}/visit': withCode,
  '/b/:book/together/pairs/:pair{[0-9]+}/visits/:visit{[0-9]+}/no': withCode,
  '/b/:book/pairing/pairs/:pair{[0-9]+}/contacts/:side{helper|helped}':
    'after a reading was put on record: privacy.test.ts',
}
