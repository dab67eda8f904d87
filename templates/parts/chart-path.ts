/** A series of amounts as SVG paths, the same for a page and a PDF. Pixels or points: the unit is the caller's. */
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'

export interface ChartSize {
  readonly width: number
  readonly height: number
}

export interface ChartPaths {
  /** Through all values, from the left edge to the right. */
  readonly line: string
  /** Between the line and zero. */
  readonly area: string
  /** A bar a value, from zero. */
  readonly bars: string
  /** The height at which zero lies, from the top. */
  readonly zero: number
}

/** The share of a bar's room that it leaves free. */
const gap = 0.3

/**
 * Draws a series over a size. Zero is always on the scale, so that heights compare as amounts do. Values are
 * decimal texts; drawing rounds them to a hundredth of a unit, and nothing is ever read back from a path.
 */
export function chartPath(values: readonly string[], { width, height }: ChartSize): ChartPaths {
  const numbers = values.map(Number)
  const lowest = Math.min(0, ...numbers)
  const highest = Math.max(0, ...numbers)
  const y = scaleLinear([lowest, highest === lowest ? lowest + 1 : highest], [height, 0])
  const zero = round(y(0))
  const x = scaleLinear([0, Math.max(1, numbers.length - 1)], [0, width])
  const at = (_: number, position: number) => round(x(position))
  const up = (value: number) => round(y(value))
  return {
    line: line<number>(at, up).digits(2)(numbers) ?? '',
    area: area<number>(at, zero, up).digits(2)(numbers) ?? '',
    bars: barsOf(numbers, width, zero, up),
    zero,
  }
}

function barsOf(
  values: readonly number[],
  width: number,
  zero: number,
  up: (value: number) => number,
): string {
  const room = width / Math.max(1, values.length)
  const bar = round(room * (1 - gap))
  return values
    .map((value, position) => {
      const left = round(position * room + (room * gap) / 2)
      return value === 0 ? '' : `M${left},${zero}V${up(value)}h${bar}V${zero}Z`
    })
    .join('')
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
