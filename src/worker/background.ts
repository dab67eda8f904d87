/**
 * What a Durable Object offers to work that goes on after its request. It has one thread and no drawer of
 * papers of its own, and an object that nobody asks anything falls asleep: a page that is left open keeps it
 * awake, and what was interrupted is begun again by hand.
 */
import { chainHead } from '../book/events.ts'
import { readGrants } from '../exchange/grants.ts'
import { readPeople } from '../exchange/people-sheet.ts'
import type { Store } from '../store/store.ts'
import { bookTooLongHere } from '../tasks/refusals.ts'
import type { Background } from '../tasks/work.ts'
import { verifyBook } from '../verification/book.ts'

/** Some 30 µs an event: verified in one go, and nobody else is answered in the meantime. */
const mostEventsVerified = 20_000

/** 4 MiB: read, a file takes some ten times its size, and an object has 128 MB with all that it holds. */
const mostFileBytes = 4_194_304

/** 32 MiB: a workbook of that size unpacked takes some 100 MB while it is read. */
const mostUnpackedBytes = 33_554_432

/** The background of the book in an object's store. */
export function background(store: Store, most = mostEventsVerified): Background {
  return {
    pause: () => new Promise((go) => setTimeout(go, 0)),
    mostFileBytes,
    draws: false,
    verify: async (report) => {
      const { seq: events } = chainHead(store)
      if (events > most) throw bookTooLongHere({ events, most })
      return store.snapshot(() => verifyBook(store, { onProgress: report }))
    },
    readGrants: (bytes) => readGrants(bytes),
    readPeople: (bytes) =>
      readPeople(bytes, { fileBytes: mostFileBytes, unpackedBytes: mostUnpackedBytes }),
  }
}
