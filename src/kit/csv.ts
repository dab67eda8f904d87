/** Cells that a spreadsheet would run as a formula, made harmless (OWASP: CSV injection). */

// The full-width forms are taken because East Asian input turns them into the plain ones.
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const PLAIN_NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?$/

/**
 * Puts an apostrophe before a cell that would start a formula in a spreadsheet. A plain number such
 * as -12.50 stays as it is: it cannot run anything, and other programs must be able to add it up.
 */
export function neutralise(cell: string): string {
  if (!STARTS_FORMULA.test(cell) || PLAIN_NUMBER.test(cell)) return cell
  return `'${cell}`
}
