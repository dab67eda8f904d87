/** The questions that forms are made of. Each is whole without a script. */
import { messages } from '../messages/messages.ts'
import {
  controlOf,
  Field,
  FieldGroup,
  type FieldProps,
  fieldId,
  type OptionView,
} from './field.tsx'

/** How long the answer is likely to be. */
export type FieldWidth = 'tiny' | 'short' | 'medium' | 'full'

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | undefined
  readonly width?: FieldWidth | undefined
  /** An autofill token of HTML, such as `current-password`. */
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'text' | 'numeric' | undefined
  readonly spellcheck?: boolean | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { type = 'text', width = 'full', value, autocomplete, inputmode, spellcheck } = props
  return (
    <Field {...props}>
      <input
        class={`control width-${width}`}
        type={type}
        value={value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        spellcheck={spellcheck}
        {...controlOf(props)}
      />
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { readonly rows?: number | undefined }) {
  return (
    <Field {...props}>
      <textarea class="control" rows={props.rows ?? 4} {...controlOf(props)}>
        {props.value}
      </textarea>
    </Field>
  )
}

interface MoneyFieldProps extends FieldProps {
  /** ISO 4217, shown before the amount. Left out where another answer decides it. */
  readonly currency?: string | undefined
  /** The amount in words, when it is known. */
  readonly words?: string | undefined
}

/** An amount, as people type it. A script may write the words as it is typed (`data-money-words`). */
export function MoneyField(props: MoneyFieldProps) {
  const { name, value, currency, words } = props
  return (
    <Field {...props}>
      <div class={currency === undefined ? 'money-row money-bare' : 'money-row'}>
        {currency !== undefined && <span class="money-currency">{currency}</span>}
        <input
          class="control"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          value={value}
          data-money
          data-currency={currency}
          {...controlOf(props)}
        />
      </div>
      <output class="money-words" for={fieldId(name)} data-money-words>
        {words}
      </output>
    </Field>
  )
}

interface DayFieldProps extends FieldProps {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** A day. A browser without a calendar takes `YYYY-MM-DD`, and says so. */
export function DayField(props: DayFieldProps) {
  return (
    <Field {...props}>
      <input
        class="control width-short"
        type="date"
        value={props.value}
        min={props.min}
        max={props.max}
        placeholder={messages[props.language].parts.day_form}
        {...controlOf(props)}
      />
    </Field>
  )
}

/** A month. A browser without a calendar takes `YYYY-MM`, and says so. */
export function MonthField(props: DayFieldProps) {
  return (
    <Field {...props}>
      <input
        class="control width-short"
        type="month"
        value={props.value}
        min={props.min}
        max={props.max}
        placeholder={messages[props.language].parts.month_form}
        {...controlOf(props)}
      />
    </Field>
  )
}

export interface OptionGroupView {
  readonly label: string
  readonly options: readonly OptionView[]
}

interface SelectProps extends FieldProps {
  readonly options: readonly (OptionView | OptionGroupView)[]
  /** What stands first and chooses nothing: “all funds” in a filter. */
  readonly empty?: string | undefined
  readonly width?: FieldWidth | undefined
}

/** One of many. Up to some seven, `Radios` show them all at once. */
export function Select(props: SelectProps) {
  const { options, value, width = 'medium', empty, language } = props
  return (
    <Field {...props}>
      <select class={`control width-${width}`} {...controlOf(props)}>
        <option value="">{empty ?? messages[language].forms.choose_empty}</option>
        {options.map((option) =>
          'options' in option ? (
            <optgroup label={option.label}>
              {option.options.map((one) => (
                <Option option={one} chosen={value} />
              ))}
            </optgroup>
          ) : (
            <Option option={option} chosen={value} />
          ),
        )}
      </select>
    </Field>
  )
}

function Option({ option, chosen }: { option: OptionView; chosen: string | undefined }) {
  return (
    <option value={option.value} selected={option.value === chosen}>
      {option.label}
    </option>
  )
}

interface ChoicesProps extends FieldProps {
  readonly options: readonly OptionView[]
}

/** One of a few, all to be seen. */
export function Radios(props: ChoicesProps) {
  const { name, options, value, optional, focus } = props
  return (
    <FieldGroup {...props}>
      {options.map((option, position) => (
        <Choice
          type="radio"
          name={name}
          option={option}
          checked={option.value === value}
          // The first answer bears the id that the error summary leads to.
          id={position === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
          required={optional === false}
          focus={position === 0 && focus}
        />
      ))}
    </FieldGroup>
  )
}

/** More choices than these stand side by side where there is room. */
const mostInOneColumn = 6

/** Any of several; the form has one value under the name for each. */
export function Checkboxes(props: ChoicesProps & { readonly values: readonly string[] }) {
  const { name, options, values } = props
  const choices = options.map((option, position) => (
    <Choice
      type="checkbox"
      name={name}
      option={option}
      checked={values.includes(option.value)}
      id={position === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`}
    />
  ))
  const isLong = options.length > mostInOneColumn
  return (
    <FieldGroup {...props}>
      {isLong ? <div class="choice-columns">{choices}</div> : choices}
    </FieldGroup>
  )
}

interface ChoiceProps {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: OptionView
  readonly checked: boolean
  readonly id: string
  readonly required?: boolean | undefined
  readonly focus?: boolean | undefined
}

function Choice({ type, name, option, checked, id, required, focus }: ChoiceProps) {
  return (
    <div class="choice">
      <input
        type={type}
        name={name}
        value={option.value}
        id={id}
        checked={checked}
        required={required || undefined}
        autofocus={focus || undefined}
        aria-describedby={option.hint === undefined ? undefined : `${id}-note`}
      />
      <label for={id}>{option.label}</label>
      {option.hint !== undefined && (
        <span class="hint" id={`${id}-note`}>
          {option.hint}
        </span>
      )}
    </div>
  )
}

/** Yes or nothing: sends `yes`. It is checked when its value is `yes`. */
export function Checkbox(props: FieldProps) {
  const { name, label, hint, error, value } = props
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      {error !== undefined && (
        <span class="field-error" id={`${fieldId(name)}-error`}>
          {error}
        </span>
      )}
      <div class="choice">
        <input type="checkbox" value="yes" checked={value === 'yes'} {...controlOf(props)} />
        <label for={fieldId(name)}>{label}</label>
        {hint !== undefined && (
          <span class="hint" id={`${fieldId(name)}-hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  )
}

/** A file from the reader's machine, in a `Form` that is `multipart`. */
export function FileField(props: FieldProps & { readonly accept?: string | undefined }) {
  return (
    <Field {...props}>
      <input class="control width-full" type="file" accept={props.accept} {...controlOf(props)} />
    </Field>
  )
}
