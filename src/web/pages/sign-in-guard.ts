/** What keeps guessing slow at a book's door: one throttle, a line in the log for each failure, an event for each lock. */
import { createHmac } from 'node:crypto'
import { doorkeeper, type Failure, type Guard, lock } from '../../access/sign-in.ts'
import { openThrottle } from '../../access/throttle.ts'
import { described } from '../problem.ts'
import { type Door, freshKey, type Porch } from './visitor.tsx'

/** Tells one name from another in the log of one run, and nobody which it is. */
const digestCharacters = 16

export interface DoorGuard extends Guard {
  /** The same for a second factor. */
  factorFailed(failure: Failure): void
}

/** Opens the guard of a door; without a book there is nobody to lock. */
export function guardOf(porch: Porch, door?: Door): DoorGuard {
  const now = door?.book.surroundings.now ?? porch.now
  let key: Uint8Array | undefined
  const nameless = (name: string) => {
    key ??= porch.random(32)
    return createHmac('sha256', key).update(name).digest('base64url').slice(0, digestCharacters)
  }
  const noting = (at: 'password' | 'second_factor') => (failure: Failure) => {
    const { name, known, locked, user } = failure
    porch.log.warn({ name: nameless(name), at, known, locked }, 'sign-in failed')
    if (!locked || user === undefined || !door) return
    // Nobody waits for it: whether a name is somebody's does not show in the time that an answer takes.
    door
      .submit({
        command: lock,
        input: { user, at, known },
        key: freshKey(porch.random),
        caller: doorkeeper,
      })
      .catch((error: unknown) => porch.log.error(described(error), 'a lock is not on record'))
  }
  return {
    throttle: openThrottle(now),
    failed: noting('password'),
    factorFailed: noting('second_factor'),
  }
}
