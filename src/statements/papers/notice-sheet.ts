/** What a public notice says on paper (handbook A6), as one plain value; every name in it is masked for a notice. */
import type { Paper } from './paper.ts'

export interface NoticeLine {
  readonly serial: number
  /** Masked by the policy for notices; null for a child, and where the policy names nobody. */
  readonly name: string | null
  /** Null where the policy on masks leaves it out, as of the two below. */
  readonly branch: string | null
  /** The class of the cause; of an illness never more. */
  readonly category: string | null
  /** All that is proposed, in minor units: an instalment times how many. */
  readonly amount_minor: number | null
  readonly instalments: number
}

export interface NoticeSheet extends Paper {
  readonly format: 'care-ledger/printed-notice@1'
  readonly title: string
  /** The rule it rests on, with the number of its document; null for none. */
  readonly basis: string | null
  readonly issuer: string
  readonly put_up_on: string
  readonly first_on: string
  readonly last_on: string
  readonly days: number
  readonly counted_in: 'calendar_days' | 'working_days'
  readonly currency: string
  readonly lines: readonly NoticeLine[]
  /** Where and with whom to object. */
  readonly contact: {
    readonly person: string
    readonly phone: string
    readonly mailbox: string | null
    readonly address: string
  }
  /** SHA-256 (hex) of the list as it was frozen when the notice was put up. */
  readonly list_digest: string
  /** Set once it was taken down; a void one says so across its head. */
  readonly ended: { readonly outcome: 'ran' | 'void'; readonly on: string } | null
}
