/** What the roster of a batch says (发放花名册, 签领表), as one plain value. */
import type { Paper } from './paper.ts'

export interface RosterLine {
  /** Its place in the batch, which stays when others are taken out. */
  readonly serial: number
  readonly name: string
  /** Whom it helps, where that is not who is paid. */
  readonly beneficiary: string | null
  /** Masked for slips by the policy; null where nothing is shown. */
  readonly identity: string | null
  readonly unit: string
  readonly category: string
  /** Minor units. */
  readonly amount_minor: number
  /** The bank with its branch, and the end of the number. */
  readonly bank: string | null
  readonly account: string | null
  /** What is given, where it is goods and the reader reads names. */
  readonly goods: string | null
  /** What came of it, once that is known. */
  readonly result: 'paid' | 'rejected' | 'bounced' | null
  /** The journal entry of the payment. */
  readonly entry: number | null
}

export interface Roster extends Paper {
  readonly format: 'care-ledger/printed-roster@1'
  readonly name: string
  readonly form: 'bank' | 'cash' | 'goods'
  readonly pay_on: string
  readonly fund: { readonly code: string; readonly name: string }
  readonly currency: string
  readonly lines: readonly RosterLine[]
  /** Minor units: the sum of the lines. */
  readonly total_minor: number
  /** Set once it was released: on which day, the digest of the list then, and the entry that cleared the total. */
  readonly released: {
    readonly on: string
    readonly digest: string
    readonly entry: number | null
  } | null
  readonly dropped: boolean
}
