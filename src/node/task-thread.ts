/**
 * A thread of the Node host for work that takes its time and needs no writer: verifying a book, which it
 * opens for itself to read only, copying it, and reading a file of grants.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Grants, readGrants } from '../exchange/grants.ts'
import { type PeopleSheet, readPeople, type SheetLimits } from '../exchange/people-sheet.ts'
import { Refusal, type RefusalStatus } from '../kit/refusal.ts'
import type { Progress } from '../verification/book.ts'
import type { Report } from '../verification/report.ts'
import { condenseBook } from './copy-book.ts'
import { verifyFile } from './verify-file.ts'
import { giveWay } from './yielding.ts'

/** What a thread is given to do. */
export type ThreadWork =
  | { readonly work: 'verify'; readonly path: string }
  | { readonly work: 'read grants'; readonly bytes: Uint8Array }
  | { readonly work: 'read people'; readonly bytes: Uint8Array; readonly limits: SheetLimits }
  | { readonly work: 'copy'; readonly path: string; readonly to: string }

/** What it tells: its progress, then what came of it. */
export type ThreadTold =
  | { readonly progress: Progress }
  | { readonly rows: PeopleSheet['texts'] }
  | { readonly done: Done }
  | { readonly refused: RefusedThere }

/** A refusal on its way between threads, which carry no classes. */
export interface RefusedThere {
  readonly code: string
  readonly status: RefusalStatus
  readonly sentence: string
  readonly remedy: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Events between two tellings: a chain of a million is told some two hundred times. */
const eventsBetween = 5_000

type Done = Report | Grants | PeopleSheet | null

/** Rows that are handed over at once: to take them takes the other side some milliseconds. */
const rowsTogether = 1_000

/** Hands over the rows of a file some at a time, then the rest of what is known of it. */
async function peopleRead(
  { bytes, limits }: ThreadWork & { work: 'read people' },
  port: MessagePort,
): Promise<PeopleSheet> {
  const sheet = await readPeople(bytes, limits)
  for (let from = 0; from < sheet.texts.length; from += rowsTogether) {
    const rows = sheet.texts.slice(from, from + rowsTogether)
    port.postMessage({ rows } satisfies ThreadTold)
  }
  return { ...sheet, texts: [] }
}

async function done(given: ThreadWork, port: MessagePort): Promise<Done> {
  if (given.work === 'read people') return peopleRead(given, port)
  if (given.work === 'read grants') return readGrants(given.bytes)
  if (given.work === 'copy') {
    condenseBook(given.path, given.to)
    return null
  }
  let part = ''
  let told = 0
  return verifyFile(given.path, (progress) => {
    if (progress.part === part && progress.done < told + eventsBetween) return
    part = progress.part
    told = progress.done
    port.postMessage({ progress } satisfies ThreadTold)
  })
}

const port = parentPort!
giveWay()
try {
  port.postMessage({ done: await done(workerData as ThreadWork, port) } satisfies ThreadTold)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  const { code, status, message: sentence, remedy, values } = error
  port.postMessage({ refused: { code, status, sentence, remedy, values } } satisfies ThreadTold)
}
