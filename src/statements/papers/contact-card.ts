/** What a contact card says (联系卡): how one side of a pair reaches the other, once both have agreed. */
import type { Paper } from './paper.ts'

/** Either kind of name in the three languages. */
export interface PrintedName {
  readonly en: string
  readonly 'zh-Hans': string
  readonly 'zh-Hant': string
}

export interface ContactCard extends Paper {
  readonly format: 'care-ledger/contact-card@1'
  /** Whose card it is: it says how to reach the other side. */
  readonly side: 'helper' | 'helped'
  /** What help is for. */
  readonly kind: PrintedName
  /** Since when they are a pair. */
  readonly from_on: string
  readonly unit: string
  readonly owner: { readonly name: string }
  readonly other: {
    readonly name: string
    readonly phone: string | null
    readonly address: string | null
  }
  /** What is wanted, in words; null for none. */
  readonly wants: string | null
}
