/**
 * The log of erasures beside a book, `<book>.erasures.jsonl`: it is in no backup of the book, and so outlives the
 * restoring of one that still holds who was erased since. A line holds the reference of a party, the event that
 * erased it and the hash of the event that registered it, by which the same party is known in an older copy; a
 * party that has only the number in common has another.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { z } from 'zod'
import { type Book, findOrganisation, perform } from '../book/book.ts'
import { groupCommit } from '../book/group-commit.ts'
import type { Caller } from '../book/registry.ts'
import { hex } from '../kit/digest.ts'
import type { PartyId } from '../kit/ids.ts'
import { partyRef } from '../people/parties.ts'
import { confirm, repeat } from '../privacy/erasure-commands.ts'
import type { OpenBook } from './book-files.ts'
import { erasureLogUnreadable } from './refusals.ts'

/** The log beside a book's file. */
export function erasureLogPath(path: string): string {
  return `${path.replace(/\.db$/, '')}.erasures.jsonl`
}

const line = z.object({
  party: z.string().regex(/^P-\d{6,15}$/),
  event: z.number().int(),
  registered: z.string().regex(/^[0-9a-f]{64}$/),
})
type Line = z.output<typeof line>

/** Refuses `erasure_log.unreadable`: who was erased must not come back because a line was spoilt. */
function linesIn(log: string): Line[] {
  if (!existsSync(log)) return []
  const texts = readFileSync(log, 'utf8').split('\n')
  // A line without an end was being written when the machine stopped; the book tells it again.
  return texts.slice(0, -1).map((text, at) => {
    try {
      return line.parse(JSON.parse(text))
    } catch {
      throw erasureLogUnreadable({ path: log, line: at + 1 })
    }
  })
}

const inBook = `select x.party_id as "party", x.event_seq as "event", v.hash as "hash"
  from erasure as x join party as p on p.id = x.party_id join event as v on v.seq = p.event_seq
  order by x.id`
const hereStill = `select 1 as "here" from party as p join event as v on v.seq = p.event_seq
  where p.id = +? and v.hash = +? and not exists (select 1 from erasure as x where x.party_id = p.id)`

function linesOf({ store }: Book): Line[] {
  return store.all(inBook, []).map(({ party, event, hash }) => ({
    party: partyRef(party as PartyId),
    event: event as number,
    registered: hex(hash as Uint8Array),
  }))
}

/**
 * Brings a book and its log of erasures together: what the book erased is written to the log, whom a backup brought
 * back is erased again, by the host. Answers how many those were. Whatever was erased leaves the write-ahead log as
 * well. Refuses `erasure_log.unreadable`.
 */
export function settleErasures(book: Book, path: string, host: Caller): number {
  if (!findOrganisation(book.store)) return 0
  const log = erasureLogPath(path)
  const logged = linesIn(log)
  let again = 0
  for (const { party, registered } of logged) {
    const id = Number(party.slice(2))
    if (!book.store.first(hereStill, [id, Buffer.from(registered, 'hex')])) continue
    const key = `erased-again-${party}-${registered.slice(0, 32)}`
    perform(book, { command: repeat, input: { party }, key, caller: host })
    again += 1
  }
  const known = new Set(logged.map(({ registered, party }) => `${party} ${registered}`))
  const lacking = linesOf(book).filter((one) => !known.has(`${one.party} ${one.registered}`))
  if (lacking.length > 0) append(log, lacking)
  if (again + lacking.length > 0) book.store.script('pragma wal_checkpoint(truncate)')
  return again
}

/** The log is readable by its owner alone, and on the disk before anything else is done. */
function append(log: string, lines: readonly Line[]): void {
  const before = existsSync(log) ? readFileSync(log) : Buffer.alloc(0)
  // Half a line is what a stop of the machine left; the book has just told it again.
  const whole = before.lastIndexOf(0x0a) + 1
  if (whole < before.length) truncateSync(log, whole)
  const handle = openSync(log, 'a', 0o600)
  try {
    writeSync(handle, lines.map((one) => `${JSON.stringify(one)}\n`).join(''))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The book and its log of erasures stay together: at its opening, after each erasure, and at its end. */
export function keptErased(book: Book, path: string, host: Caller): OpenBook {
  const { store } = book
  const settle = () => settleErasures(book, path, host)
  const submit = groupCommit(book)
  try {
    settle()
  } catch (error) {
    store.close()
    throw error
  }
  return {
    book,
    submit: async (request) => {
      const answer = await submit(request)
      if (request.command.name === confirm.name) settle()
      return answer
    },
    close: () => {
      try {
        settle()
      } finally {
        store.close()
      }
    },
  }
}
