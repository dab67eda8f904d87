/** Background work for tests: everything in this thread, on real books. */
import type { Answer, Book, Request } from '../../src/book/book.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { readGrants } from '../../src/exchange/grants.ts'
import { readPeople } from '../../src/exchange/people-sheet.ts'
import { Refusal, refusal } from '../../src/kit/refusal.ts'
import { drawPaper } from '../../src/statements/draw.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import { openTasks, type TaskRunner } from '../../src/tasks/runner.ts'
import type { Background, TaskOffer } from '../../src/tasks/work.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { paperFaces } from '../statements/paper.ts'

const unforeseen = refusal<{ message: string }>(
  'test.unforeseen',
  500,
  ({ message }) => message,
  'Look at the test.',
)

export function backgroundOf(book: Book): Background {
  return {
    pause: () => new Promise((go) => setImmediate(go)),
    mostFileBytes: 1_000_000,
    draws: true,
    verify: async (report) => verifyBook(book.store, { onProgress: report }),
    readGrants: (bytes) => readGrants(bytes),
    readPeople: (bytes) => readPeople(bytes, { fileBytes: 1_000_000, unpackedBytes: 10_000_000 }),
  }
}

export interface RunnerOptions extends Partial<Omit<TaskOffer, 'background'>> {
  readonly background?: Partial<Background>
}

/** The runner of a book, as a host opens it. */
export function runnerFor(book: Book, given: RunnerOptions = {}): TaskRunner {
  const { background, ...rest } = given
  const offer: TaskOffer = {
    book,
    submit: groupCommit(book) as (request: Request) => Promise<Answer>,
    signer: async () => signerFrom(await newSigningKey((bytes) => new Uint8Array(bytes).fill(7))),
    renderPdf: (job, sign) => drawPaper(job, faces(), sign),
    ...rest,
    background: { ...backgroundOf(book), ...background },
  }
  return openTasks(offer, (error) => {
    if (error instanceof Refusal) return error
    return unforeseen({ message: error instanceof Error ? error.message : String(error) })
  })
}

let parsed: ReturnType<typeof paperFaces> | undefined

function faces() {
  parsed ??= paperFaces()
  return parsed
}

/** Resolves once the runner no longer has the task in hand. */
export async function ended(runner: TaskRunner, task: number): Promise<void> {
  while (runner.live(task)) await new Promise((go) => setTimeout(go, 1))
}

/** Resolves once a task has come to a step that `reached` knows. */
export function comes(runner: TaskRunner, task: number, reached: () => boolean): Promise<void> {
  return new Promise((done, failed) => {
    const leave = runner.watch(task, () => {
      if (!reached() && runner.live(task)) return
      leave()
      if (reached()) done()
      else failed(new Error(`Task ${task} ended before it came so far.`))
    })
    if (reached()) {
      leave()
      done()
    }
  })
}
