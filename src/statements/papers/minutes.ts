/** What the minutes of a sitting say, as one plain value. */
import type { Paper } from './paper.ts'

export interface Attendance {
  readonly name: string
  readonly part: 'chair' | 'member' | 'supervisor'
  readonly presence: 'present' | 'excused' | 'absent'
}

export interface Recusal {
  readonly name: string
  readonly case: string
  /** `known`: the registers or a declaration show it; `said`: it came to light at the sitting. */
  readonly ground: 'known' | 'said'
  readonly reason: string
}

export interface BallotCase {
  readonly case: string
  readonly name: string
  readonly category: string
  readonly currency: string
  /** Of one instalment, in minor units. */
  readonly amount_minor: number
  readonly instalments: number
}

export interface MinutesBallot {
  readonly number: number
  readonly proposal: 'approve' | 'refuse' | 'defer'
  /** Without those recused. */
  readonly members: number
  readonly present: number
  readonly in_favour: number
  readonly against: number
  readonly abstained: number
  readonly carried: boolean
  readonly conditions: string
  /** Why it was refused or put off. */
  readonly reason: string
  readonly cases: readonly BallotCase[]
}

export interface Minutes extends Paper {
  readonly format: 'care-ledger/minutes@1'
  /** Whose committee it is: a unit or the organisation. */
  readonly committee: string
  readonly held_on: string
  readonly place: string
  readonly attendance: readonly Attendance[]
  /** How many must be there of those who vote, and whether they were. */
  readonly quorum: { readonly needed: number; readonly met: boolean }
  readonly recusals: readonly Recusal[]
  readonly ballots: readonly MinutesBallot[]
  /** SHA-256 (hex) of the minutes as they were frozen; null while the sitting is open. */
  readonly digest: string | null
}
