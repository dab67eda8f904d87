/**
 * Group commit (design section 3): commands that arrive in one turn of the event loop share one
 * transaction, a savepoint each, and are answered after the one fsync.
 */
import { Refusal } from '../kit/refusal.ts'
import { type Answer, type Book, perform, type Request } from './book.ts'

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
    const done: (() => void)[] = []
    try {
      book.store.transaction(() => {
        for (const { request, resolve, reject } of group) {
          try {
            const answer = perform(book, request)
            done.push(() => resolve(answer))
          } catch (error) {
            if (storeFailed(error)) throw error
            done.push(() => reject(error))
          }
        }
      })
    } catch (error) {
      for (const { reject } of group) reject(error)
      return
    }
    for (const answer of done) answer()
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject })
      if (waiting.length === 1) setImmediate(flush)
    })
}
