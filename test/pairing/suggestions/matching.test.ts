import { afterEach, expect, it } from 'vitest'
import { verifyBook } from '../../../src/verification/book.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'
import { matched } from './matching-scene.ts'

let made: PairingBook | undefined
afterEach(() => made?.t.close())

it('[M1] suggests', async () => {
  const b = pairingBook()
  made = b
  b.helper({})
  b.helper({})
  b.need()
  b.need()
  b.need()
  const found = await matched(b)
  expect(found).toEqual({ run: 1, suggested: 3, unmet: 0 })
  console.log(b.t.book.store.all('select part, body from match_part', []))
  expect(verifyBook(b.t.book.store).passed).toBe(true)
})
