/** The values of refusals about files for a bank and from it, by code. */
export interface BankRefusalValues {
  'bank_file.accounts_changed': { batch: string; lines: readonly number[] }
  'bank_file.holds_names': Readonly<Record<never, never>>
  'bank_file.line_without_account': { line: number; party: string }
  'bank_file.no_paying_account': { fund: string }
  'bank_file.not_in_encoding': { line: number; encoding: string; column: string }
  'bank_file.not_released': { batch: string }
  'bank_results.cell_unclear': { column: string; given: string }
  'bank_results.columns_missing': { columns: readonly string[] }
  'disbursements.backwards': { from: string; to: string }
  'bank_results.unreadable': { fault: string }
}
