/** What a public notice says (handbook A6), as one plain value; every name in it is masked for a notice. */
import type { Paper } from './paper.ts'

export interface NoticeLine {
  readonly serial: number
  /** Masked by the policy for notices. */
  readonly name: string
  readonly branch: string
  /** The class of the cause; of an illness never more. */
  readonly category: string
  /** All that is proposed, in minor units: an instalment times how many. */
  readonly amount_minor: number
  readonly instalments: number
}

export interface NoticeSheet extends Paper {
  readonly format: 'care-ledger/notice-sheet@1'
  /** What the help is given under. */
  readonly programme: string
  /** The rule it rests on, with the number of its document; null for none. */
  readonly basis: string | null
  readonly issuer: string
  readonly put_up_on: string
  readonly first_on: string
  readonly last_on: string
  readonly currency: string
  readonly lines: readonly NoticeLine[]
  /** Where and with whom to object, a line each. */
  readonly contact: readonly string[]
  /** SHA-256 (hex) of the list as it was frozen when the notice was put up. */
  readonly list_digest: string
  /** Set once it was taken down; a void one says so across its head. */
  readonly ended: { readonly outcome: 'ran' | 'void'; readonly on: string } | null
}
