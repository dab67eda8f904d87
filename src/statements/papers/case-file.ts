/** What the file of a case says (申请审批表 and what followed), as one plain value. */
import type { Paper } from './paper.ts'

/** One field of the form; an empty value is a field left blank. */
export interface FileField {
  readonly field: CaseField
  readonly value: string
}

/** The fields of the form in their order, two to a row save those that take a whole one. */
export const caseFields = [
  'name',
  'identity',
  'birth',
  'phone',
  'unit',
  'joined',
  'status',
  'household_size',
  'address',
  'household_income',
  'income_each',
  'medical',
  'schooling',
  'account',
  'received_before',
] as const
export type CaseField = (typeof caseFields)[number]

export interface FileMember {
  readonly name: string
  /** What they are to the head of the household, or to whom the file is of. */
  readonly relation: string
  readonly age: string
  readonly occupation: string
  readonly health: string
  readonly income: string
}

export interface FileOpinion {
  readonly kind: FileOpinionKind
  readonly text: readonly string[]
  /** The day of the act; null leaves the line to be filled in by hand. */
  readonly on: string | null
  readonly by: string | null
}
export type FileOpinionKind = 'branch' | 'checks' | 'review' | 'notice' | 'approval'

export interface CaseFile extends Paper {
  readonly format: 'care-ledger/case-file@1'
  readonly programme: string
  readonly fund: { readonly code: string; readonly name: string }
  readonly currency: string
  readonly applied_on: string
  readonly applied_by: 'member' | 'kin' | 'branch'
  readonly emergency: boolean
  readonly state: string
  readonly fields: readonly FileField[]
  readonly members: readonly FileMember[]
  readonly cause: string
  readonly cause_text: string
  readonly grade: 'special' | 'considerable' | 'general' | null
  readonly certified: boolean
  /** What is asked, of one instalment in minor units, and how many there are. */
  readonly amount_minor: number
  readonly instalments: number
  readonly payee: string
  readonly form: string
  readonly documents: readonly {
    readonly kind: string
    readonly name: string
    readonly verified_minor: number | null
    readonly digest: string
  }[]
  readonly opinions: readonly FileOpinion[]
  readonly award: {
    readonly approved_on: string
    readonly amount_minor: number
    readonly instalments: number
    readonly minutes_digest: string | null
    readonly digest: string
  } | null
  readonly acts: readonly {
    readonly on: string
    readonly act: string
    readonly by: string
    readonly reason: string
    readonly sequence: number
  }[]
  readonly entries: readonly {
    readonly serial: number
    readonly entry: number
    readonly on: string
    readonly kind: string
    readonly amount_minor: number
  }[]
}
