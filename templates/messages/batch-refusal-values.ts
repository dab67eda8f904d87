/** The values of refusals about batches of payments, by code. */
export interface BatchRefusalValues {
  'bank_result.amount_differs': { amount: string; due: string; currency: string }
  'bank_result.differs': { before: string; now: string }
  'bank_result.name_differs': { line: number }
  'bank_result.reference_unknown': { reference: string }
  'batch.approved_by_oneself': { batch: string; case: string }
  'batch.by_bank': { batch: string }
  'batch.entered_by_oneself': { batch: string; case: string }
  'batch.instalment_not_payable': { instalment: number }
  'batch.last_line': { batch: string }
  'batch.line_not_payable': { batch: string; line: number; case: string; state: string }
  'batch.lines_open': { batch: string; open: number }
  'batch.needs_signature': { batch: string }
  'batch.not_prepared': { batch: string; state: string }
  'batch.not_released': { batch: string; state: string }
  'batch.nothing_payable': { fund: string; form: string }
  'batch.own_release': { batch: string }
  'batch.pay_on_past': { pay_on: string; today: string }
  'batch.red_findings': { batch: string; checks: readonly string[]; lines: number }
  'batch.unknown': { batch: string }
  'batch_line.before_release': { day: string; released: string }
  'batch_line.bounced': { batch: string; line: number }
  'batch_line.claimed': { batch: string; line: number }
  'batch_line.has_result': { batch: string; line: number; outcome: string }
  'batch_line.not_paid': { batch: string; line: number }
  'batch_line.not_released': { batch: string; line: number; state: string }
  'batch_line.own_receipt': { line: number }
  'batch_line.receiver_not_kin': { line: number; receiver: string; payee: string }
  'batch_line.removed': { batch: string; line: number }
  'batch_line.unknown': { batch: string; line: number }
}
