/**
 * What the help booklet of a household says (帮扶手册; handbook B): the household, its members, everybody who helped it
 * since when, what was given, the visits. Lines are only ever added. What the household gained it signs by hand.
 */
import type { PrintedName } from './contact-card.ts'
import type { Paper } from './paper.ts'

export interface BookletMember {
  readonly name: string
  readonly relation: string
  readonly age: number | null
  readonly health: string
  readonly occupation: string
}

/** Somebody who helps, or helped, since a day. */
export interface BookletLine {
  readonly need: string
  readonly kind: PrintedName
  readonly reference: string
  readonly helper: string
  readonly from_on: string | null
  readonly to_on: string | null
  /** Why it ended; null for what was handed over, and while it has not. */
  readonly reason: string | null
  readonly state: string
}

export interface BookletHelp {
  readonly on: string
  readonly kind: PrintedName
  readonly form: 'service' | 'goods' | 'money'
  readonly private: boolean
  readonly text: string
  readonly amount: string | null
  readonly currency: string | null
  readonly by: string
}

export interface BookletVisit {
  readonly reference: string
  readonly on: string
  readonly kind: string
  readonly by: string
  readonly met: string
  readonly found: string
  /** What the household said of it; null while nobody asked. */
  readonly confirmed: boolean | null
}

export interface HelpBooklet extends Paper {
  readonly format: 'care-ledger/help-booklet@1'
  readonly household: string
  readonly head: string
  readonly unit: string
  readonly people: number
  readonly grade: string | null
  readonly certified: boolean
  readonly income_year: string | null
  readonly currency: string
  readonly situation: string
  readonly members: readonly BookletMember[]
  readonly lines: readonly BookletLine[]
  readonly help: readonly BookletHelp[]
  readonly visits: readonly BookletVisit[]
  /** How many older visits are not printed. */
  readonly left_out: number
}
