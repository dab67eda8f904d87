/**
 * Group commit (design section 3): commands that arrive in one turn of the event loop share one
 * transaction and are answered after the one fsync. Should one of them fail when it has already written
 * something, all are undone and done again with a savepoint each.
 */
import { Refusal } from '../kit/refusal.ts'
import { type Answer, type Book, HalfDone, perform, performWithin, type Request } from './book.ts'

/** More than this in one transaction gains nothing and makes the first one wait. */
const largestGroup = 256

interface Waiting {
  readonly request: Request
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** A full disk or a lost file has undone the whole transaction: nobody in the group may be told else. */
function storeFailed(error: unknown): boolean {
  return error instanceof Refusal && error.status >= 500
}

/** Makes the function that takes a command and answers once it is on disk. */
export function groupCommit(book: Book): (request: Request) => Promise<Answer> {
  let waiting: Waiting[] = []

  function flush(): void {
    const group = waiting.slice(0, largestGroup)
    waiting = waiting.slice(largestGroup)
    if (waiting.length > 0) setImmediate(flush)
    if (group.length === 1) commitOne(group[0]!)
    else commitGroup(group)
  }

  function commitOne({ request, resolve, reject }: Waiting): void {
    try {
      resolve(perform(book, request))
    } catch (error) {
      reject(error)
    }
  }

  function commitGroup(group: readonly Waiting[]): void {
    try {
      let done: (() => void)[]
      try {
        done = together(group, (request) =>
          request.dryRun ? perform(book, request) : performWithin(book, request),
        )
      } catch (error) {
        if (!(error instanceof HalfDone)) throw error
        done = together(group, (request) => perform(book, request))
      }
      for (const answer of done) answer()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  /** Does all of a group in one transaction; then each can be told its own answer. */
  function together(group: readonly Waiting[], done: (request: Request) => Answer): (() => void)[] {
    const told: (() => void)[] = []
    book.store.transaction((): undefined => {
      for (const { request, resolve, reject } of group) {
        try {
          const answer = done(request)
          told.push(() => resolve(answer))
        } catch (error) {
          if (error instanceof HalfDone || storeFailed(error)) throw error
          told.push(() => reject(error))
        }
      }
    })
    return told
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject })
      if (waiting.length === 1) setImmediate(flush)
    })
}
