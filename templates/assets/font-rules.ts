/** Rules of `@font-face` for fonts cut into slices, each of which is loaded when a page needs it. */

export interface Slice {
  /** The name of its file within the folder of fonts. */
  readonly file: string
  readonly bytes: Uint8Array
}

export interface FontRule {
  readonly family: string
  readonly weight: string
  readonly file: string
  /** As CSS writes it: `U+4e00-4e7f,U+4f60`. */
  readonly ranges: string
}

/**
 * Writes one rule. A text is shown in another font until its slice is there (`swap`). The style and the
 * format are left out: a file says itself what it is.
 */
export function fontRule({ family, weight, file, ranges }: FontRule): string {
  const source = `src:url(${file})`
  return `@font-face{font-family:${family};font-weight:${weight};font-display:swap;${source};unicode-range:${ranges}}`
}

/** Reads the ranges of a rule to the code points they hold. */
export function codePointsOf(ranges: string): number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((part) => Number.parseInt(part, 16))
    return Array.from({ length: last - first + 1 }, (_, position) => first + position)
  })
}

/**
 * Writes ranges that hold the sorted code points given. They run on over code points of which `drawn`
 * says that a font named earlier draws them, for those are never looked for here.
 */
export function rangesOf(codePoints: readonly number[], drawn: (point: number) => boolean): string {
  const runs: { first: number; last: number }[] = []
  for (const point of codePoints) {
    const run = runs.at(-1)
    if (run && runsOn(run.last + 1, point, drawn)) run.last = point
    else runs.push({ first: point, last: point })
  }
  return runs.map(({ first, last }) => rangeText(first, last)).join(',')
}

/** Gaps up to this long are run over: a page that asks for what is not there loads a slice in vain. */
const longestGap = 24

function runsOn(from: number, to: number, drawn: (point: number) => boolean): boolean {
  let gap = 0
  for (let point = from; point < to && gap <= longestGap; point += 1) if (!drawn(point)) gap += 1
  return gap <= longestGap
}

function rangeText(first: number, last: number): string {
  const from = `U+${first.toString(16)}`
  return first === last ? from : `${from}-${last.toString(16)}`
}
