/** The measures of the papers of cases, in points: where each stands on its sheet, and how large it is written. */

import { mm } from './layout.ts'

/** The edges within which a paper is drawn. */
export interface Edges {
  readonly size: string | [number, number]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** The baseline of the first of the two lines at the foot; null where the paper says elsewhere what stands there. */
  readonly foot: number | null
}

const height = 841.89
const width = 595.28

/** A public notice: at the sides the margins of GB/T 9704-2012, 5.2 (28 and 26 mm). */
export const noticeSheet: Edges = {
  size: 'A4',
  left: mm(28),
  right: width - mm(26),
  top: mm(24),
  bottom: height - mm(24),
  foot: height - mm(15),
}

/** Minutes and case files: A4, with a binding edge. */
export const officeSheet: Edges = {
  size: 'A4',
  left: mm(22),
  right: width - mm(18),
  top: mm(15),
  bottom: height - mm(20),
  foot: height - mm(12),
}

/** Rosters: A4 across, so that there is room to sign in a row. */
export const rosterSheet: Edges = {
  size: [height, width],
  left: mm(16),
  right: height - mm(12),
  top: mm(13),
  bottom: width - mm(17),
  foot: width - mm(11),
}

/** Three slips to an A4 sheet, each a third of it, cut apart. */
export const slipSheet: Edges = {
  size: 'A4',
  left: mm(15),
  right: width - mm(15),
  top: 0,
  bottom: height,
  foot: null,
}
export const slipsOnSheet = 3
export const slipHeight = height / slipsOnSheet

/** How a table of a paper is written: the size of its text, the step from line to line, the least height of a row. */
export interface GridStyle {
  readonly size: number
  readonly line: number
  /** Above and below the text of a row. */
  readonly pad: number
  readonly least: number
  /** Between the text and the lines beside it. */
  readonly side: number
}

export const noticeGrid: GridStyle = { size: 10, line: 13.5, pad: 4, least: 22, side: 5 }
export const officeGrid: GridStyle = { size: 9, line: 12.4, pad: 3.6, least: 19, side: 5 }
/** Rows to sign in are 9 mm high. */
export const signedGrid: GridStyle = { size: 8.4, line: 10.6, pad: 3.4, least: mm(9), side: 4 }
export const bankGrid: GridStyle = { size: 8.4, line: 10.6, pad: 3, least: 17, side: 4 }
