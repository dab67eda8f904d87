/** The order of files: what waits for a browser begins first, so that it is not what all others wait for. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The two that go through every page, then the other journeys in the browser. */
const ranks = [/\/browser\/sweep\./, /\/browser\/without-scripts\./, /\/browser\//]

function rankOf({ moduleId }: TestSpecification): number {
  const rank = ranks.findIndex((pattern) => pattern.test(moduleId))
  return rank < 0 ? ranks.length : rank
}

/** Vitest's own order, but for that. */
export class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
