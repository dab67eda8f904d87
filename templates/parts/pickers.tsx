/** Choosing a person or a fund. */
import { messages } from '../messages/messages.ts'
import { controlOf, Field, type FieldProps, fieldId, type OptionView } from './field.tsx'
import { Select } from './fields.tsx'
import { formatMoney, type PageLanguage } from './format.ts'

/** What is asked besides when the name may be new to the book. */
interface NewPersonView {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly OptionView[]
}

interface PersonPickerProps extends FieldProps {
  /** Where names are looked up as they are typed; a script asks it (`data-suggest`). */
  readonly suggest?: string | undefined
  /** The page of people, for whoever has no script: it opens beside the form. */
  readonly find?: string | undefined
  /** Offered by the browser itself: the people that came up lately. */
  readonly suggestions?: readonly OptionView[] | undefined
  readonly kind?: NewPersonView | undefined
}

/** Who: a name or a reference typed into one line. */
export function PersonPicker(props: PersonPickerProps) {
  const { language, name, value, suggest, find, suggestions = [], kind } = props
  const id = fieldId(name)
  return (
    <div class="picker">
      <Field {...props}>
        <input
          class="control width-medium"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={value}
          data-suggest={suggest}
          {...controlOf(props)}
          list={`${id}-list`}
        />
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option value={one.value}>{one.label}</option>
          ))}
        </datalist>
        {find !== undefined && (
          <p class="picker-note">
            <a href={find} target="_blank" rel="noopener">
              {messages[language].parts.person_find}
            </a>
          </p>
        )}
      </Field>
      {kind && <PersonKind kind={kind} />}
    </div>
  )
}

function PersonKind({ kind }: { readonly kind: NewPersonView }) {
  const { name, label, value, options } = kind
  if (options.length === 1) return <input type="hidden" name={name} value={options[0]!.value} />
  return (
    <div class="picker-kind">
      <label for={fieldId(name)}>{label}</label>
      <select class="control" id={fieldId(name)} name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export interface FundChoiceView {
  readonly fund: string
  readonly name: string
  readonly currency: string
  /** Decimal text: what the fund may still give. */
  readonly available?: string | undefined
}

interface FundPickerProps extends FieldProps {
  readonly funds: readonly FundChoiceView[]
  readonly empty?: string | undefined
}

/** A fund, with what it has available where that is given. */
export function FundPicker({ funds, ...props }: FundPickerProps) {
  const options = funds.map((fund) => ({
    value: fund.fund,
    label: fundLabel(props.language, fund),
  }))
  return <Select {...props} width="full" options={options} />
}

function fundLabel(language: PageLanguage, fund: FundChoiceView): string {
  const { name, currency, available } = fund
  if (available === undefined) return `${name} (${currency})`
  const amount = formatMoney(language, available, currency)
  return messages[language].parts.fund_available({ fund: name, amount })
}
