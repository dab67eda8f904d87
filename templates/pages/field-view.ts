/** What templates are told of a form's fields and answers. */
import type { FieldRowView, RowColumnView } from '../parts/rows-field.tsx'

interface Shared {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly error: string | undefined
  /** `true` is marked so; undefined may be left empty for what its hint says. */
  readonly optional: boolean | undefined
  /** The question that the reader came back to. */
  readonly focus: boolean
}

export interface OptionView {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export interface FundOptionView {
  readonly fund: string
  readonly name: string
  readonly currency: string
  readonly available: string
}

export type FieldView = Shared &
  (
    | { readonly kind: 'text' | 'long_text' | 'month' | 'day' | 'yes' | 'number' }
    | {
        readonly kind: 'rows'
        readonly columns: readonly RowColumnView[]
        readonly rows: readonly FieldRowView[]
        /** Whether more rows can be asked for. */
        readonly grows: boolean
      }
    | { readonly kind: 'money'; readonly currency: string; readonly words: string | undefined }
    | { readonly kind: 'radios' | 'select' | 'several'; readonly options: readonly OptionView[] }
    | { readonly kind: 'fund'; readonly funds: readonly FundOptionView[] }
    | {
        readonly kind: 'person'
        /** Where what a new name would be is kept. */
        readonly kindName: string
        readonly newKind: string
        readonly newKinds: readonly OptionView[]
        /** Where names are looked up as they are typed. */
        readonly search: string
      }
  )

export interface AnswerView {
  readonly name: string
  readonly label: string
  readonly value:
    | { readonly text: string }
    /** One below the other. */
    | { readonly lines: readonly string[] }
    | { readonly day: string }
    | { readonly amount: string; readonly currency: string; readonly words: string }
}
