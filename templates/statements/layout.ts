/** The measures of printed papers, in PostScript points (1/72 inch) unless they say otherwise. */

const POINTS_PER_MM = 72 / 25.4

/** Millimetres as points. */
export function mm(length: number): number {
  return length * POINTS_PER_MM
}

export const ink = {
  text: '#1b2430',
  soft: '#5a6472',
  hair: '#cfd3d8',
  rule: '#1b2430',
  accent: '#8f4316',
  wash: '#f7f3ec',
} as const

/** A4 portrait; the left margin is the binding edge. */
export const a4 = {
  size: 'A4',
  width: 595.28,
  height: 841.89,
  left: mm(21),
  right: 595.28 - mm(16),
  top: mm(14),
  bottom: 841.89 - mm(16),
  footer: 841.89 - mm(10),
} as const

/** A5 landscape, for receipts. */
export const a5 = {
  size: [595.28, 419.53] as [number, number],
  width: 595.28,
  height: 419.53,
  left: mm(18),
  right: 595.28 - mm(16),
  top: mm(14),
  bottom: 419.53 - mm(12),
  footer: 419.53 - mm(7),
} as const

export const type = {
  title: 18,
  organisation: 9.5,
  heading: 9.5,
  body: 8.4,
  table: 8,
  small: 6.6,
  tiny: 5.6,
} as const

/** The side of the square that stays clear for the seal (round seals are 38 to 45 mm across). */
export const sealSide = mm(46)

export const qrSide = mm(22)

/** One line of a table, and what a second line in the same row adds. */
export const row = { height: 12.6, line: 10, note: 8.4 } as const

export interface ColumnMeasure {
  readonly width: number
  readonly align: 'left' | 'right'
}

/** The columns of the payments table; they fill the width between the margins of `a4`. */
export const paymentColumns = {
  serial: { width: 34, align: 'right' },
  day: { width: 58, align: 'left' },
  payee: { width: 128, align: 'left' },
  category: { width: 115, align: 'left' },
  amount: { width: 74, align: 'right' },
  balance: { width: 81.3, align: 'right' },
} as const satisfies Record<string, ColumnMeasure>
