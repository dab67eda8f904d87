/** What the slips of a batch say, one for each who is paid, as one plain value. */
import type { Paper } from './paper.ts'

export interface Slip {
  readonly serial: number
  readonly name: string
  readonly beneficiary: string | null
  /** Masked for slips by the policy; null where nothing is shown. */
  readonly identity: string | null
  readonly unit: string
  readonly category: string
  /** Minor units. */
  readonly amount_minor: number
  /** What is given, where it is goods. */
  readonly goods: string | null
  /** The end of the number; null where it is not paid by bank. */
  readonly account: string | null
  /** The reference of the case, by which its holder asks. */
  readonly case: string
}

export interface Slips extends Paper {
  readonly format: 'care-ledger/slips@1'
  readonly form: 'bank' | 'cash' | 'goods'
  readonly pay_on: string
  readonly fund: { readonly code: string; readonly name: string }
  readonly currency: string
  readonly slips: readonly Slip[]
}
