/** A book in which helpers and needs are put together: households with files, helpers, needs, pairs. */
import type { z } from 'zod'
import { create as createUser } from '../../src/access/users.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import type { HelperId, NeedId, PairId } from '../../src/kit/ids.ts'
import { agree, propose } from '../../src/pairing/pairs/commands.ts'
import {
  type Pair,
  type PairStanding,
  pairById,
  standingOfPair,
} from '../../src/pairing/pairs/rows.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { add as addPlace } from '../../src/pairing/registers/place-commands.ts'
import { type Helper, helperById, type Need, needById } from '../../src/pairing/registers/rows.ts'
import { register } from '../../src/people/commands.ts'
import { setPerson } from '../../src/people/interest-commands.ts'
import { passwordHash } from '../access/matrix-places.ts'
import { furnish, type HardshipBook, type HardshipOptions } from '../hardship/hardship-for-tests.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { person } from '../people/scene.ts'

export type HelperGiven = Partial<z.input<typeof enroll.input>> & { readonly name?: string }
export type NeedGiven = Partial<z.input<typeof openNeed.input>> & { readonly name?: string }

export interface PairingBook extends HardshipBook {
  /** A second coordinator, so that one proposes and another decides; a person of the registers too. */
  readonly secondCoordinator: Caller
  readonly secondCoordinatorParty: string
  /**
   * Takes a helper in and answers their number: a new person at home in the unit `north` unless a party is given. The
   * coordinator does it.
   */
  helper(given?: HelperGiven): number
  /** A body that helps: an enterprise of the whole organisation unless said. */
  bodyHelper(given?: HelperGiven): number
  /** Opens a need of `company` and answers its number: of a new person in `north` unless a party is given. */
  need(given?: NeedGiven): number
  /** Proposes a pair and answers its number. */
  pair(need: number, helper: number): number
  /** Both sides agree on paper and the pair begins. */
  begin(pair: number): number
  /** A pair that has begun, of a new helper and a new need unless said. */
  activePair(given?: { readonly need?: number; readonly helper?: number }): {
    readonly pair: number
    readonly need: number
    readonly helper: number
  }
  /** Rows as they stand. */
  helperRow(id: number): Helper
  needRow(id: number): Need
  pairRow(id: number): Pair
  pairAt(id: number): PairStanding
}

/**
 * A book of 2026-03-31 (CNY, Asia/Shanghai): that of hardship cases with its units `city`, `north`, `south` and `far`
 * and the families Wang, Li and Zhao, each with a file; and the places `riverside` (31.2304, 121.4737), `hill` some
 * 14 km from it, and `nowhere`, of which it is not known where it lies. Close it with `t.close()`.
 */
export function pairingBook(options: HardshipOptions = {}): PairingBook {
  return furnishPairing(bookForTests({ inMemory: true, ...options }), options)
}

/** Puts the same into a book that stands, such as that of a site. */
export function furnishPairing(t: TestBook, options: HardshipOptions = {}): PairingBook {
  const hardship = furnish(t, options)
  const second = anotherCoordinator(t)
  t.does(addPlace, {
    place: 'riverside',
    name: 'Riverside',
    latitude: 31.2304,
    longitude: 121.4737,
  })
  t.does(addPlace, { place: 'hill', name: 'Hill village', latitude: 31.1304, longitude: 121.3737 })
  t.does(addPlace, { place: 'nowhere', name: 'Nowhere in particular' })
  return {
    ...hardship,
    secondCoordinator: second.caller,
    secondCoordinatorParty: second.party,
    ...registering(hardship),
    ...pairing(hardship),
    helperRow: (id) => helperById(t.book.store, id as HelperId),
    needRow: (id) => needById(t.book.store, id as NeedId),
    pairRow: (id) => pairById(t.book.store, id as PairId),
    pairAt: (id) => standingOfPair(t.book.store, id as PairId),
    activePair: function (this: PairingBook, given = {}) {
      const { need = this.need(), helper = this.helper() } = given
      return { need, helper, pair: this.begin(this.pair(need, helper)) }
    },
  }
}

function anotherCoordinator(t: TestBook) {
  const name = 'Officer second coordinator'
  const role = 'pairing_coordinator'
  const given = { login: 'second.coordinator', name, role, reads_names: true } as const
  const { user } = t.does(createUser, { ...given, password: passwordHash }).output
  const party = person(t, name, 'city')
  t.does(setPerson, { user, party })
  const caller = { actor: `user:${user}`, grants: throughout(role), readsNames: true }
  return { caller, party }
}

function registering({ t, as }: HardshipBook) {
  let people = 0
  const helper = ({ name, ...given }: HelperGiven = {}): number => {
    people += 1
    const party = given.party ?? person(t, name ?? `Helper ${people}`, 'north')
    return t.does(enroll, { ...given, party }, as.coordinator).output.helper
  }
  const bodyHelper = ({ name, ...given }: HelperGiven = {}): number => {
    people += 1
    const body = { kind: 'organisation', name: name ?? `Works ${people}` } as const
    const party = given.party ?? t.does(register, body).output.party
    return t.does(enroll, { sort: 'enterprise', ...given, party }, as.coordinator).output.helper
  }
  const need = ({ name, ...given }: NeedGiven = {}): number => {
    people += 1
    const party = given.party ?? person(t, name ?? `Neighbour ${people}`, 'north')
    return t.does(openNeed, { kind: 'company', ...given, party }, as.coordinator).output.need
  }
  return { helper, bodyHelper, need }
}

function pairing({ t, as }: HardshipBook) {
  const pair = (need: number, helper: number) =>
    t.does(propose, { need, helper }, as.coordinator).output.pair
  const begin = (id: number) => {
    t.does(agree, { pair: id, side: 'helper', how: 'paper' }, as.coordinator)
    return t.does(agree, { pair: id, side: 'helped', how: 'paper' }, as.coordinator).output.pair
  }
  return { pair, begin }
}
