/** The sums that must hold in every statement before it is printed. */

import assert from 'node:assert/strict'
import type { Statement, StatementLine } from './statement.ts'

/** A statement that does not tie was built wrongly; printing it would give the error a signature. */
export function assertTies(statement: Statement): void {
  const sum = (amounts: readonly { readonly amount_minor: number }[]) =>
    amounts.reduce((total, { amount_minor }) => total + amount_minor, 0)
  const of = (section: StatementLine['section']) =>
    statement.lines.filter((line) => line.section === section)
  const { opening_minor, receipts_minor, payments_minor, closing_minor } = statement
  assert.equal(sum(statement.receipts), receipts_minor, 'contributions by source and their total')
  assert.equal(sum(of('receipt')), receipts_minor, 'contribution lines and their total')
  assert.equal(sum(of('payment')), payments_minor, 'payment lines and their total')
  assert.equal(opening_minor + receipts_minor - payments_minor, closing_minor, 'closing balance')
  assert.equal(sum(statement.commitments), statement.commitments_minor, 'commitments and total')
  const bound = statement.payables_minor + statement.commitments_minor
  assert.equal(closing_minor - bound, statement.available_minor, 'available')
}
