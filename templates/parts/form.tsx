/** Forms: the frame, the summary of what is wrong, groups of questions. */
import { messages } from '../messages/messages.ts'
import { Button } from './button.tsx'
import type { Content } from './content.ts'
import { fieldId } from './field.tsx'
import type { PageLanguage } from './format.ts'
import { Icon } from './icons.tsx'

interface FormProps {
  readonly action: string
  /** `get` for a form that only leads somewhere; it changes nothing. */
  readonly method?: 'get' | 'post' | undefined
  /** What the sender names the request by: the same form sent twice happens once. */
  readonly idempotencyKey?: string | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly id?: string | undefined
  /** For files. */
  readonly multipart?: boolean | undefined
  readonly children?: Content
}

/**
 * A form, which posts unless it only leads somewhere. It is checked where it arrives and not by the browser, so that every error is told in
 * the same place and in the reader's language.
 */
export function Form(props: FormProps) {
  const { action, method = 'post', idempotencyKey, hidden = {}, id, multipart, children } = props
  const kept = { ...hidden, ...(idempotencyKey === undefined ? {} : { key: idempotencyKey }) }
  return (
    <form
      class="form"
      method={method}
      action={action}
      id={id}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
      data-once={method === 'post'}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

export interface FormErrorView {
  /** The name of the field; left out for what is wrong with the form as a whole. */
  readonly field?: string | undefined
  readonly message: string
}

interface ErrorSummaryProps {
  readonly language: PageLanguage
  readonly errors: readonly FormErrorView[]
}

/** Above a form that was not taken, and read first: every error, with the way to its field. */
export function ErrorSummary({ language, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabindex={-1}
      autofocus
    >
      <h2 id="error-summary-title">{messages[language].forms.problem}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            {field === undefined ? (
              <span>{message}</span>
            ) : (
              <a href={`#${fieldId(field)}`}>{message}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface FieldsetProps {
  readonly legend: string
  readonly hint?: Content
  readonly children?: Content
}

/** Questions that belong together. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset class="fieldset">
      <legend class="legend legend-large">{legend}</legend>
      {hint !== undefined && <span class="hint">{hint}</span>}
      <div class="fieldset-fields">{children}</div>
    </fieldset>
  )
}

interface FilterFormProps {
  readonly language: PageLanguage
  /** The address of the list; what is chosen goes into it. */
  readonly action: string
  /** The list without a filter; given when there is one. */
  readonly clear?: string | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly children?: Content
}

/**
 * A filter above a list. It is kept in the address, so that what is shown can be sent on. On a phone more
 * questions than two are folded away until one of them is answered, so that the list is seen first.
 */
export function FilterForm({ language, action, clear, hidden = {}, children }: FilterFormProps) {
  const t = messages[language].parts
  const fields = (
    <div class="filter-fields">
      {children}
      <div class="actions">
        <Button>{t.filter}</Button>
        {clear !== undefined && (
          <a class="button button-quiet" href={clear}>
            {t.filter_clear}
          </a>
        )}
      </div>
    </div>
  )
  return (
    <form class="filter" method="get" action={action} novalidate data-filter>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {Array.isArray(children) && children.length > 2 ? (
        <details open={clear !== undefined}>
          <summary>
            {t.filters}
            <Icon shape="down" />
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </form>
  )
}
