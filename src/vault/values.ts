/** The fields that lie sealed, and what each holds: small JSON texts, read and normalised before. */
import type { Row } from '../../db/schema.ts'
import type { Day } from '../kit/day.ts'

export const sealedFieldNames = [
  'identity_number',
  'credit_code',
  'bank_account',
  'phone',
  'address',
  'birth_date',
] as const satisfies readonly Row<'sealed_field'>['field'][]
export type SealedField = (typeof sealedFieldNames)[number]

export const documentTypes = ['resident_id', 'passport', 'other'] as const
export type DocumentType = (typeof documentTypes)[number]

/** What each field holds. Numbers are as `src/kit` reads them. */
export interface SealedValues {
  readonly identity_number: { readonly type: DocumentType; readonly number: string }
  readonly credit_code: { readonly code: string }
  /** With the bank and its branch, as people write it, or null. */
  readonly bank_account: { readonly number: string; readonly bank: string | null }
  readonly phone: { readonly number: string; readonly extension: string | null }
  readonly address: { readonly text: string }
  readonly birth_date: { readonly on: Day }
}

/** Longer than any address; a text is asserted to be within it. */
export const longestSealed = 4_096

/** Where and by what a value is found again: the index of its field, and the part that counts. */
export interface IndexTerm {
  readonly index: string
  readonly text: string
}

/**
 * How a field is found by its value; undefined for those that are not looked up, an address because nobody
 * writes it the same twice, a birth date because it is no sign of one person. A number of a document is
 * found within its type.
 */
export function indexTerm<F extends SealedField>(
  field: F,
  value: SealedValues[F],
): IndexTerm | undefined {
  const held = value as Partial<SealedValues['identity_number'] & SealedValues['credit_code']>
  switch (field) {
    case 'identity_number':
      return { index: `identity_number/${held.type}`, text: held.number! }
    case 'credit_code':
      return { index: field, text: held.code! }
    case 'bank_account':
    case 'phone':
      return { index: field, text: held.number! }
    default:
      return undefined
  }
}
