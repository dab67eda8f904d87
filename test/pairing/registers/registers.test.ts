/** Places, helpers and needs: how they are entered and said anew. */
import { afterEach, expect, test } from 'vitest'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

let book: PairingBook
afterEach(() => book.t.close())

test('[B] a pair of a new helper and a new need begins', () => {
  book = pairingBook()
  const { pair } = book.activePair()
  expect(book.pairAt(pair)).toMatchObject({ state: 'active', helper_agreed: 1, helped_agreed: 1 })
})
