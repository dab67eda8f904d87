/** What every question of a form has: a label above, a hint below it, the error, the control. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import type { PageLanguage } from './format.ts'

/** A question, whatever it asks. */
export interface FieldProps {
  readonly language: PageLanguage
  readonly name: string
  readonly label: string
  readonly hint?: Content
  /** What is wrong with what was typed. */
  readonly error?: string | undefined
  /** What was typed, never lost; or what the form begins with. */
  readonly value?: string | undefined
  /** `true` is marked in words, `false` is required; a filter's questions are neither. */
  readonly optional?: boolean | undefined
  /** The question that the reader came to. */
  readonly focus?: boolean | undefined
}

export interface OptionView {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** The id of a field's control, which the error summary leads to. */
export function fieldId(name: string): string {
  return `field-${name}`
}

function describers({ name, hint, error }: FieldProps): string | undefined {
  const ids = [
    hint !== undefined && `${fieldId(name)}-hint`,
    error !== undefined && `${fieldId(name)}-error`,
  ].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that tie a control to its label, hint and error. */
export function controlOf(props: FieldProps) {
  const { name, error, optional, focus } = props
  return {
    id: fieldId(name),
    name,
    required: optional === false ? true : undefined,
    autofocus: focus || undefined,
    'aria-describedby': describers(props),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  }
}

/** A question with one control, which is given as its child. */
export function Field(props: FieldProps & { readonly children?: Content }) {
  const { name, children, error } = props
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label class="label" for={fieldId(name)}>
        <Label {...props} />
      </label>
      <HintAndError {...props} />
      {children}
    </div>
  )
}

/** A question with several controls, such as radios. */
export function FieldGroup(props: FieldProps & { readonly children?: Content }) {
  const { children, error } = props
  return (
    <fieldset
      class={error === undefined ? 'field fieldset' : 'field fieldset field-wrong'}
      aria-describedby={describers(props)}
    >
      <legend class="legend">
        <Label {...props} />
      </legend>
      <HintAndError {...props} />
      {children}
    </fieldset>
  )
}

function Label({ language, label, optional }: FieldProps) {
  if (!optional) return <>{label}</>
  return (
    <>
      {label} <span class="label-optional">{messages[language].forms.optional}</span>
    </>
  )
}

function HintAndError({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint !== undefined && (
        <span class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span class="field-error" id={`${fieldId(name)}-error`}>
          {error}
        </span>
      )}
    </>
  )
}
