/** What every bench shares: rounds taken by turns, medians, and figures that stand beside their limit. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** One line of the table. */
export interface Figure {
  readonly name: string
  readonly measured: number
  readonly unit: string
  /** What the same machine gave in the same run when nothing but the limit itself was at work. */
  readonly limit: number
  readonly limitName: string
  /** `measured / limit`, unless the target speaks of the limit as a share of what was measured. */
  readonly ratio: number
  readonly target: string
  readonly ok: boolean
}

/** A bench: its name for `--only`, and what it finds. */
export interface Bench {
  readonly name: string
  run(log: (line: string) => void): Promise<readonly Figure[]> | readonly Figure[]
}

/** Everything that benches write lies here, out of the sight of version control. */
export const scratch = join(process.cwd(), '.cache', 'bench', `books-${process.pid}`)

/** An empty folder of this name in the scratch folder. */
export function freshFolder(name: string): string {
  const folder = join(scratch, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that the given share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Clears the garbage of what went before, so that the next measure does not pay for it. */
export function settle(): void {
  globalThis.gc?.()
}

/**
 * Runs all sides by turns, `rounds` times, and answers the medians of what they answer: what else the
 * machine does in the meantime meets all of them alike. The first round warms up and is not counted.
 */
export async function byTurns<S extends string>(
  rounds: number,
  sides: Readonly<Record<S, () => number | Promise<number>>>,
): Promise<Record<S, number>> {
  const names = Object.keys(sides) as S[]
  const found = new Map<S, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      settle()
      const value = await sides[name]()
      if (round > 0) found.get(name)!.push(value)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(found.get(name)!)])) as Record<
    S,
    number
  >
}
