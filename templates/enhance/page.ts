/** What the parts share: the page's book, and what happens when typing rests. */

/** `/b/{book}`, or empty on pages of the host. */
export function bookOf(pathname: string): string {
  return /^\/b\/[^/]+/.exec(pathname)?.[0] ?? ''
}

/** The control, form or link that an event is about, if it is one of these. */
export function closest<T extends Element>(event: Event, selector: string): T | null {
  return event.target instanceof Element ? event.target.closest<T>(selector) : null
}

/** Calls `act` once, when nothing has called for it for so long. */
export function rested<A extends readonly unknown[]>(
  ms: number,
  act: (...given: A) => void,
): (...given: A) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  return (...given) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => act(...given), ms)
  }
}
