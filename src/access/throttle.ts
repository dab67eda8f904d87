/**
 * Keeps guesses at passwords slow: so many failures under one name, and the name must wait. Held in the
 * memory of one app; a restart forgives, which an attacker cannot bring about.
 */
import { signInBusy, signInThrottled } from './refusals.ts'

/** Five slips of the pen, then a quarter of an hour: some 500 guesses a day under one name. */
export const mostFailures = 5
export const windowMs = 15 * 60_000

/** What is tried under a name; `known` where it comes from a browser in which that user has signed in before. */
export interface Lane {
  readonly name: string
  readonly known: boolean
}

/** Names remembered at once; beyond them the one that failed longest ago is forgotten. */
const mostNames = 10_000

/** Each waiting one costs a hash of 80 ms and 32 MiB. */
const mostWaiting = 200

/**
 * Hashes at once. Node packs pages on the same four threads: forty sign-ins in all of them kept a page
 * waiting for 3.4 s, until the last was done.
 */
const mostAtOnce = 2

export interface Throttle {
  /**
   * Runs a try under a name, one after another for the same name, so that tries side by side count like
   * tries in a row. `attempt` answers undefined for a failure. Refuses `sign_in.throttled` and
   * `sign_in.busy`.
   */
  attempt<T>(lane: Lane, attempt: () => Promise<T | undefined>): Promise<T | undefined>
  /** Whether the next try under a name is refused: right after a failure, whether that one locked it. */
  isLocked(lane: Lane): boolean
}

/** Opens a throttle on a host's clock, in milliseconds. */
export function openThrottle(now: () => number): Throttle {
  const failures = countFailures(now)
  const lines = new Map<string, Promise<unknown>>()
  // Known browsers do not stand in one queue with strangers, who may be many.
  const strangers = { inTurn: lanes(mostAtOnce), waiting: 0 }
  const known = { inTurn: lanes(1), waiting: 0 }

  async function tried<T>(
    name: string,
    inTurn: <R>(work: () => Promise<R>) => Promise<R>,
    attempt: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    failures.requireRoom(name)
    const found = await inTurn(attempt)
    if (found === undefined) failures.add(name)
    else failures.forget(name)
    return found
  }

  return {
    attempt: async (lane, attempt) => {
      const name = keyOf(lane)
      const queue = lane.known ? known : strangers
      failures.requireRoom(name)
      if (queue.waiting >= mostWaiting) throw signInBusy({ waiting: queue.waiting })
      const before = lines.get(name) ?? Promise.resolve()
      const mine = before.then(() => tried(name, queue.inTurn, attempt))
      const settled = mine.catch(() => undefined)
      lines.set(name, settled)
      queue.waiting += 1
      try {
        return await mine
      } finally {
        queue.waiting -= 1
        if (lines.get(name) === settled) lines.delete(name)
      }
    },
    isLocked: (lane) => failures.isFull(keyOf(lane)),
  }
}

/** Failures by name, as many as count. */
function countFailures(now: () => number) {
  /** Their instants, the name that failed last at the end. */
  const failures = new Map<string, number[]>()

  function recent(name: string): number[] {
    const since = now() - windowMs
    return (failures.get(name) ?? []).filter((at) => at > since)
  }

  return {
    isFull: (name: string) => recent(name).length >= mostFailures,
    requireRoom: (name: string): void => {
      const counted = recent(name)
      if (counted.length < mostFailures) return
      const waitMs = counted[counted.length - mostFailures]! + windowMs - now()
      throw signInThrottled({ minutes: Math.max(1, Math.ceil(waitMs / 60_000)) })
    },
    add: (name: string): void => {
      const counted = [...recent(name), now()]
      failures.delete(name)
      failures.set(name, counted)
      const [oldest] = failures.keys()
      if (failures.size > mostNames) failures.delete(oldest!)
    },
    forget: (name: string) => failures.delete(name),
  }
}

function keyOf({ name, known }: Lane): string {
  return `${known ? 'known' : 'stranger'} ${name}`
}

/** Does so many works at once; whoever has done hands their place on to the one that waited longest. */
function lanes(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const next: (() => void)[] = []
  let atWork = 0
  return async (work) => {
    if (atWork < most) atWork += 1
    else await new Promise<void>((go) => next.push(go))
    try {
      return await work()
    } finally {
      const go = next.shift()
      if (go) go()
      else atWork -= 1
    }
  }
}
