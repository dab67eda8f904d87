/** What is wrong with a printed page to the eye: blank runs, runs over one another, ink in the margins. */

import { mm } from '../../templates/statements/layout.ts'
import type { Page, Run } from './paper.ts'

/** Runs of text without ink: a character that was not drawn. */
export function blankRuns(page: Page): string[] {
  return page.runs
    .filter((run) => run.text.trim() !== '' && !page.inked(run))
    .map(({ text }) => text)
}

/** Pairs of runs whose boxes share more than a hair. */
export function overlaps(runs: readonly Run[]): string[] {
  const hair = 0.3
  const found: string[] = []
  runs.forEach((one, place) => {
    for (const other of runs.slice(place + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > hair && down > hair) found.push(`${one.text} | ${other.text}`)
    }
  })
  return found
}

/** Runs beyond the margins, and ink in the margins themselves. */
export function outside(
  page: Page,
  { left, right, top }: { left: number; right: number; top: number },
): string[] {
  const hair = 1
  const runs = page.runs
    .filter((run) => run.left < left - hair || run.right > right + hair || run.top < top - hair)
    .map(({ text }) => text)
  const { width, height } = page
  const margins = {
    left: { left: 0, right: left - hair, top: 0, bottom: height },
    right: { left: right + hair, right: width, top: 0, bottom: height },
    top: { left: 0, right: width, top: 0, bottom: top - hair },
    bottom: { left: 0, right: width, top: height - mm(6), bottom: height },
  }
  const inked = Object.entries(margins).filter(([, box]) => page.inked(box, 250))
  return [...runs, ...inked.map(([side]) => `ink in the ${side} margin`)]
}
