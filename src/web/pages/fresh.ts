/** What may be done only by whoever has shown who they are in the last minutes. */
import { freshMinutes, isFresh } from '../../access/session-proofs.ts'
import { sessionStale } from '../../access/sign-in-refusals.ts'
import { redirect } from './frame.tsx'
import type { Visit } from './visit.ts'

function isFreshVisit({ desk, session }: Visit): boolean {
  const { store, surroundings } = desk.book
  return isFresh(store, session, surroundings.now())
}

/** Refuses `session.stale`, which leads to showing it once more and from there back to what was asked for. */
export function requireFresh(visit: Visit): void {
  if (!isFreshVisit(visit)) throw sessionStale({ minutes: freshMinutes })
}

/** The way to showing it once more, and from there to a page of the book; undefined when that is not needed. */
export function provingFirst(visit: Visit, page: string): Response | undefined {
  if (isFreshVisit(visit)) return undefined
  const next = encodeURIComponent(visit.href(page))
  return redirect(visit.href(`/settings/sign-in/again?next=${next}`))
}
