/** Whoever made the code of an application holds it, and so does not decide on what was sent with it. */
import { afterEach, expect, test } from 'vitest'
import { make } from '../../../src/hardship/applications/code-commands.ts'
import {
  applicationCodeHash,
  codeWithHash,
  newApplicationCode,
} from '../../../src/hardship/applications/codes.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { type HardshipBook, hardshipBook } from '../hardship-for-tests.ts'
import { applyWith } from './scene.ts'

let book: HardshipBook
afterEach(() => book.t.close())

function sentWithCodeOf(hand: 'owner' | 'administrator'): number {
  const { t, as, families } = book
  const typed = newApplicationCode(t.book.surroundings.random)
  const hash = applicationCodeHash(typed)
  const given = { hash, party: families[0].head, until_on: '2026-04-30' }
  t.does(make, given, as[hand])
  return applyWith(book, { typed, code: () => codeWithHash(t.book.store, hash)! })
}

test('[invariant 7] who made a code does not approve what was sent with it, nor by a token', () => {
  book = hardshipBook()
  const { t, as } = book
  const cases = [sentWithCodeOf('owner')]
  t.does(verify, { cases }, as.secondAdministrator)
  expect(t.refuses(approve, { cases }, as.owner)).toMatchObject({
    code: 'case.own_hand',
    values: { case: `C-00000${cases[0]}` },
  })
  expect(t.does(approve, { cases }, as.approver).output.awarded).toBe(1)
})

test('who made a code may still verify what was sent with it, for another decides', () => {
  book = hardshipBook()
  const { t, as } = book
  const cases = [sentWithCodeOf('administrator')]
  t.does(verify, { cases }, as.administrator)
  expect(t.does(approve, { cases }, as.approver).output.awarded).toBe(1)
})
