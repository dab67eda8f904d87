/** Codes for the sides of a pair, and people whose telephone and address are known by marks. */

import type { Caller } from '../../../src/book/registry.ts'
import { addDays, dayAt } from '../../../src/kit/day.ts'
import { make } from '../../../src/pairing/own/code-commands.ts'
import {
  callerOfPairingCode,
  newPairingCode,
  type PairingCode,
  pairingCodeHash,
  pairingCodeWithHash,
} from '../../../src/pairing/own/codes.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { person } from '../../people/scene.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

/** From 2026-03-31 to the end of that year. */
const codeDays = 275

export interface OwnCode {
  readonly typed: string
  code(): PairingCode
  caller(): Caller
}

/** A code for a party, by the coordinator. */
export function ownCode(
  { t, as }: PairingBook,
  party: string,
  by: Caller = as.coordinator,
): OwnCode {
  const typed = newPairingCode(t.book.surroundings.random)
  const hash = pairingCodeHash(typed)
  const until_on = addDays(dayAt(t.now(), 'Asia/Shanghai'), codeDays)
  t.does(make, { hash, party, until_on }, by)
  const code = () => pairingCodeWithHash(t.book.store, hash)!
  return { typed, code, caller: () => callerOfPairingCode(code()) }
}

/** What of somebody must be seen nowhere unless it is meant to be. */
export interface Marked {
  readonly party: string
  readonly name: string
  readonly phone: string
  readonly address: string
}

export interface OwnScene extends PairingBook {
  readonly helperSide: Marked
  readonly helpedSide: Marked
  readonly helperId: number
  readonly needId: number
  readonly pairId: number
  readonly ofHelper: OwnCode
  readonly ofHelped: OwnCode
}

/** Marks that nothing else in a book contains. */
const marks = {
  helper: { name: 'Quillon Zephyrwick', phone: '13911112222', address: '7 Marigold Terrace' },
  helped: { name: 'Ottoline Brackenfell', phone: '13733334444', address: '19 Foxglove Passage' },
} as const

/** A pair that is proposed, its two sides with marks and a code each. */
export function ownScene(book: PairingBook = pairingBook()): OwnScene {
  const { t, as } = book
  const marked = (side: keyof typeof marks): Marked => {
    const { name, phone, address } = marks[side]
    const party = person(t, name, 'north')
    t.does(seal, { party, field: 'phone', value: phone }, as.administrator)
    t.does(seal, { party, field: 'address', value: address }, as.administrator)
    return { party, ...marks[side] }
  }
  const helperSide = marked('helper')
  const helpedSide = marked('helped')
  const helperId = book.helper({ party: helperSide.party })
  const needId = book.need({ party: helpedSide.party })
  const pairId = book.pair(needId, helperId)
  const ofHelper = ownCode(book, helperSide.party)
  const ofHelped = ownCode(book, helpedSide.party)
  return { ...book, helperSide, helpedSide, helperId, needId, pairId, ofHelper, ofHelped }
}
