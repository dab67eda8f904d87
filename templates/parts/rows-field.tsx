/** A question with several rows of answers, such as tiers of amounts: whole without a script. */
import { messages } from '../messages/messages.ts'
import { FieldGroup, type FieldProps, fieldId, type OptionView } from './field.tsx'

/** What each row is asked. The controls of a column share their name, one value for each row. */
export interface RowColumnView {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'figure' | 'day' | 'select'
  readonly options?: readonly OptionView[] | undefined
  /** May stay empty in a row that is filled in. */
  readonly optional?: boolean | undefined
}

export interface FieldRowView {
  /** What a row is about that is always there; other rows bear their number. */
  readonly head?: string | undefined
  /** By column, in its order. */
  readonly cells: readonly {
    readonly value: string
    /** Where not all options of the column fit this row. */
    readonly options?: readonly OptionView[] | undefined
  }[]
}

interface RowsFieldProps extends FieldProps {
  readonly columns: readonly RowColumnView[]
  /** The empty rows at the end are left out where they are read. */
  readonly rows: readonly FieldRowView[]
  /** The button that asks for the form again with more empty rows; without it the rows are fixed. */
  readonly more?: { readonly name: string; readonly value: string } | undefined
}

/** Rows of answers, each a group of its own, side by side where there is room. */
export function RowsField(props: RowsFieldProps) {
  const { language, name, columns, rows, more } = props
  const { forms } = messages[language]
  return (
    <div class="rows-field">
      <FieldGroup {...props}>
        {rows.map((row, position) => (
          <fieldset class="row-fields">
            <legend class="row-legend">{row.head ?? forms.row({ row: position + 1 })}</legend>
            {columns.map((column, at) => (
              <RowCell
                column={column}
                value={row.cells[at]?.value ?? ''}
                options={row.cells[at]?.options ?? column.options}
                // The first control bears the id that the error summary leads to.
                id={position + at === 0 ? fieldId(name) : `${fieldId(column.name)}-${position + 1}`}
              />
            ))}
          </fieldset>
        ))}
      </FieldGroup>
      {more && (
        <button type="submit" class="button button-quiet" formnovalidate {...more}>
          {forms.more_rows}
        </button>
      )}
    </div>
  )
}

interface RowCellProps {
  readonly column: RowColumnView
  readonly value: string
  readonly options: readonly OptionView[] | undefined
  readonly id: string
}

function RowCell({ column, value, options = [], id }: RowCellProps) {
  const { name, label, kind } = column
  return (
    <div class={kind === 'select' || kind === 'text' ? 'row-cell' : 'row-cell row-cell-short'}>
      <label class="row-label" for={id}>
        {label}
      </label>
      {kind === 'select' ? (
        <select class="control" name={name} id={id}>
          <option value="">–</option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          class="control"
          type={kind === 'day' ? 'date' : 'text'}
          inputmode={kind === 'figure' ? 'decimal' : undefined}
          name={name}
          id={id}
          value={value}
        />
      )}
    </div>
  )
}
