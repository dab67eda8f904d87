/** A form as its page shows it: what it is for, what went wrong, its questions, the button. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import {
  Checkbox,
  Checkboxes,
  DayField,
  MoneyField,
  MonthField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import { colon, type PageLanguage } from '../parts/format.ts'
import { Columns, Stack } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { FundPicker, PersonPicker } from '../parts/pickers.tsx'
import { RowsField } from '../parts/rows-field.tsx'
import type { FieldView } from './field-view.ts'

export interface ToldView {
  readonly sentence: string
  readonly remedy: string
}

export interface FormPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly lead: string | undefined
  /** What the act is on, above the questions. */
  readonly about: Content
  /** Beside the questions: a preview. */
  readonly beside: Content
  readonly action: string
  readonly key: string
  readonly fields: readonly FieldView[]
  /** What was refused and belongs to no question. */
  readonly told: ToldView | null
  readonly button: string
}

/** The page of a form. */
export function FormPage(view: FormPageView) {
  const { language, title, lead, about, action, key, fields, told, button, breadcrumbs } = view
  // Above the form a sentence such as “Choose one of these” says of which question it speaks.
  const errors = fields.flatMap(({ name, label, error }) =>
    error === undefined ? [] : [{ field: name, message: `${label}${colon(language)}${error}` }],
  )
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} breadcrumbs={breadcrumbs} />
      {told && <RefusalNotice language={language} {...told} />}
      <ErrorSummary language={language} errors={errors} />
      <Stack>
        {about}
        <Beside beside={view.beside}>
          <Form action={action} idempotencyKey={key}>
            {fields.some(({ kind }) => kind === 'rows') && <PressedByEnter label={button} />}
            {fields.map((field) => (
              <FieldOf language={language} field={field} t={view.t} />
            ))}
            <Actions>
              <Button kind="primary">{button}</Button>
            </Actions>
          </Form>
        </Beside>
      </Stack>
    </>
  )
}

/** Return presses the first button of a form: not the one for more rows. */
function PressedByEnter({ label }: { label: string }) {
  return <input type="submit" class="unseen" tabindex={-1} value={label} />
}

/** What stands beside a form, where anything does. */
export function Beside({ beside, children }: { beside: Content; children?: Content }) {
  if (beside === undefined) return <>{children}</>
  return (
    <Columns>
      <div>{children}</div>
      {beside}
    </Columns>
  )
}

interface FieldOfProps {
  readonly language: PageLanguage
  readonly field: FieldView
  readonly t: Messages
}

function FieldOf({ language, field, t }: FieldOfProps) {
  const { name, label, hint, value, error, optional, focus } = field
  const shared = { language, name, label, hint, value, error, optional, focus }
  switch (field.kind) {
    case 'long_text':
      return <TextArea {...shared} />
    case 'day':
      return <DayField {...shared} />
    case 'month':
      return <MonthField {...shared} />
    case 'yes':
      return <Checkbox {...shared} />
    case 'money':
      return <MoneyField {...shared} currency={field.currency} words={field.words} />
    case 'number':
      return <TextField {...shared} width="short" inputmode="numeric" />
    case 'rows':
      return (
        <RowsField
          {...shared}
          columns={field.columns}
          rows={field.rows}
          // The page of the form again, at this question.
          more={field.grows ? { name: 'step', value: `change:${name}` } : undefined}
        />
      )
    case 'radios':
      return <Radios {...shared} options={field.options} />
    case 'several':
      return <Checkboxes {...shared} options={field.options} values={value.split('\n')} />
    case 'select': {
      // Where choosing nothing has a name, such as the whole organisation, it is a choice like the others.
      const named = field.options.some((one) => one.value === '')
      const empty = optional && !named ? t.forms.choose_none : undefined
      return (
        <Select
          {...shared}
          optional={named ? undefined : optional}
          options={field.options}
          empty={empty}
        />
      )
    }
    case 'fund':
      return <FundPicker {...shared} funds={field.funds} />
    case 'person': {
      const { kindName, newKind, newKinds, search } = field
      const kind = { name: kindName, label: t.forms.person_kind, value: newKind, options: newKinds }
      return (
        <PersonPicker {...shared} suggest={search} kind={newKinds.length > 1 ? kind : undefined} />
      )
    }
    default:
      return <TextField {...shared} />
  }
}
