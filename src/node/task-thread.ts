/**
 * A thread of the Node host for work that takes its time and needs no writer: verifying a book, which it
 * opens for itself to read only, copying it, and reading a file of grants.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Grants, readGrants } from '../exchange/grants.ts'
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
  | { readonly work: 'copy'; readonly path: string; readonly to: string }

/** What it tells: its progress, then what came of it. */
export type ThreadTold =
  | { readonly progress: Progress }
  | { readonly done: Report | Grants | null }
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

async function done(given: ThreadWork, port: MessagePort): Promise<Report | Grants | null> {
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
