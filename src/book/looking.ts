/** Looking into a book for a page without an account: the whole is read, and the page tells only what it may. */
import { dayAt } from '../kit/day.ts'
import { type Book, findOrganisation } from './book.ts'
import type { Caller, View } from './registry.ts'

/** Looks on one state of a book, for a caller who asks no query. What may be told is for `look` to decide. */
export function lookingAs<T>(book: Book, caller: Caller, look: (view: View) => T): T {
  const { store, surroundings } = book
  const at = surroundings.now()
  return store.snapshot(() =>
    look({
      all: store.all,
      first: store.first,
      steady: store.steady,
      each: store.each,
      at,
      today: dayAt(at, findOrganisation(store)?.time_zone ?? 'UTC'),
      caller,
      scope: 'all',
      masterKeys: surroundings.masterKeys,
    }),
  )
}
