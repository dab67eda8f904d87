/** What the Node host offers to work that goes on after its request: turns, and threads of their own. */
import { Worker } from 'node:worker_threads'
import type { Grants } from '../exchange/grants.ts'
import type { PeopleSheet } from '../exchange/people-sheet.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Background } from '../tasks/work.ts'
import type { Progress } from '../verification/book.ts'
import type { Report } from '../verification/report.ts'
import type { ThreadTold, ThreadWork } from './task-thread.ts'

/** 32 MiB: a decade of a large organisation's journal has some 20. */
const mostFileBytes = 33_554_432

/** 192 MiB: a workbook of a hundred thousand people has some 90, and reading it takes 0.8 GB for a moment. */
const mostUnpackedBytes = 201_326_592

/**
 * The background of the book in a file. `thread` is the built file of `src/node/task-thread.ts`; each work
 * has a thread of its own, which ends with it.
 */
export function background(thread: URL, path: string): Background {
  return {
    pause: () => new Promise((go) => setImmediate(go)),
    mostFileBytes,
    draws: true,
    verify: async (report, signal) =>
      (await inThread(thread, { work: 'verify', path }, { report, signal })) as Report,
    readGrants: async (bytes, signal) =>
      (await inThread(thread, { work: 'read grants', bytes }, { signal })) as Grants,
    readPeople: async (bytes, signal) => {
      const texts: (readonly string[])[] = []
      const limits = { fileBytes: mostFileBytes, unpackedBytes: mostUnpackedBytes }
      const sheet = await inThread(
        thread,
        { work: 'read people', bytes, limits },
        { signal, rows: (more) => texts.push(...more) },
      )
      return { ...(sheet as PeopleSheet), texts }
    },
  }
}

export interface Listening {
  readonly report?: (progress: Progress) => void
  /** Takes the rows of a file as they come. */
  readonly rows?: (rows: PeopleSheet['texts']) => void
  readonly signal: AbortSignal
}

/** Has something done in a thread of its own. Refuses what is refused there. */
export function inThread(
  thread: URL,
  workerData: ThreadWork,
  { report, rows, signal }: Listening,
): Promise<unknown> {
  const worker = new Worker(thread, { workerData })
  const stop = () => void worker.terminate()
  const told = new Promise<unknown>((done, failed) => {
    worker.on('message', (message: ThreadTold) => {
      if ('progress' in message) report?.(message.progress)
      else if ('rows' in message) rows?.(message.rows)
      else if ('done' in message) done(message.done)
      else failed(new Refusal(message.refused))
    })
    worker.once('error', failed)
    worker.once('exit', () => failed(new Error('The thread ended before its work was done.')))
  })
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return told.finally(() => {
    signal.removeEventListener('abort', stop)
    stop()
  })
}
