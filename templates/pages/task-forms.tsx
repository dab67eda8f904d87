/** Forms that begin background work: files to import, funds whose statements are issued. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { OptionView } from '../parts/field.tsx'
import { Checkboxes, DayField, FileField, Radios, Select } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type FundChoiceView, FundPicker } from '../parts/pickers.tsx'
import type { ToldView } from './form.tsx'

/** What forms that begin a task have in common. */
export interface TaskFormView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
  readonly told: ToldView | null
  /** What is wrong, by the names of fields. */
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
}

export interface ImportView extends TaskFormView {
  /** In words: `32 MB`. */
  readonly limit: string
  /** The task whose file is sent again. */
  readonly task: string
}

function errorsOf({ errors }: TaskFormView) {
  return Object.entries(errors).map(([field, message]) => ({ field, message }))
}

/** What was wrong with a form that was sent. */
export function Told({ language, told, errors, t, values }: TaskFormView) {
  const sent = told !== null || Object.keys(errors).length > 0
  return (
    <>
      {told && <RefusalNotice language={language} {...told} />}
      <ErrorSummary language={language} errors={errorsOf({ errors } as TaskFormView)} />
      {sent && values.sent === 'files' && (
        <Notice language={language} tone="info" title={t.tasks.files_again} />
      )}
    </>
  )
}

/** Imports a journal with its mapping. */
export function ImportJournalPage(view: ImportView) {
  const { t, language, breadcrumbs, action, key, errors, limit, task } = view
  const { title, lead } = { title: t.tasks.import_journal, lead: t.tasks.import_journal_lead }
  const hidden: Record<string, string> = task === '' ? {} : { task }
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} breadcrumbs={breadcrumbs} />
      <Told {...view} />
      <Form action={action} idempotencyKey={key} hidden={hidden} multipart>
        <FileField
          language={language}
          name="journal"
          label={t.tasks.journal}
          hint={t.tasks.journal_hint({ limit })}
          error={errors.journal}
        />
        <FileField
          language={language}
          name="mapping"
          label={t.tasks.mapping}
          hint={t.tasks.mapping_hint}
          error={errors.mapping}
          accept=".json,application/json"
        />
        <Actions>
          <Button kind="primary">{t.tasks.do_import}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** Takes a bank's file of results. */
export function BankResultsPage(view: ImportView) {
  const { t, language, breadcrumbs, action, key, errors, limit, task } = view
  const { title, lead } = { title: t.tasks.take_bank_results, lead: t.tasks.take_bank_results_lead }
  const hidden: Record<string, string> = task === '' ? {} : { task }
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} breadcrumbs={breadcrumbs} />
      <Told {...view} />
      <Form action={action} idempotencyKey={key} hidden={hidden} multipart>
        <FileField
          language={language}
          name="results"
          label={t.tasks.results}
          hint={t.tasks.results_hint({ limit })}
          error={errors.results}
          accept=".xlsx,.csv,.xml,.txt,text/csv,application/xml"
        />
        <Actions>
          <Button kind="primary">{t.tasks.do_take_results}</Button>
        </Actions>
      </Form>
    </>
  )
}

export interface ImportGrantsView extends ImportView {
  readonly funds: readonly FundChoiceView[]
  readonly categories: readonly OptionView[]
}

/** Imports a roster of grants into a fund. */
export function ImportGrantsPage(view: ImportGrantsView) {
  const { t, language, breadcrumbs, action, key, errors, values, limit, task } = view
  const { title, lead } = { title: t.tasks.import_grants, lead: t.tasks.import_grants_lead }
  const hidden: Record<string, string> = task === '' ? {} : { task }
  const shared = (name: string) => ({ language, name, value: values[name], error: errors[name] })
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} breadcrumbs={breadcrumbs} />
      <Told {...view} />
      <Form action={action} idempotencyKey={key} hidden={hidden} multipart>
        <FundPicker
          {...shared('fund')}
          label={t.tasks.fund}
          funds={view.funds}
          empty={t.forms.choose_empty}
        />
        <Select
          {...shared('category')}
          label={t.tasks.category}
          options={view.categories}
          empty={t.forms.choose_empty}
        />
        <FileField
          {...shared('grants')}
          label={t.tasks.grants}
          hint={t.tasks.grants_hint({ limit })}
          accept=".xlsx,.csv,text/csv"
        />
        <Actions>
          <Button kind="primary">{t.tasks.do_import}</Button>
        </Actions>
      </Form>
    </>
  )
}

export interface StatementsFormView extends TaskFormView {
  readonly funds: readonly OptionView[]
  readonly chosen: readonly string[]
  readonly languages: readonly OptionView[]
}

/** Issues the statements of several funds for one period. */
export function StatementsFormPage(view: StatementsFormView) {
  const { t, language, breadcrumbs, action, key, errors, values } = view
  const { title, lead } = { title: t.tasks.statements, lead: t.tasks.statements_lead }
  const shared = (name: string) => ({ language, name, value: values[name], error: errors[name] })
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} breadcrumbs={breadcrumbs} />
      <Told {...view} />
      <Form action={action} idempotencyKey={key}>
        <Checkboxes
          {...shared('funds')}
          label={t.tasks.funds}
          options={view.funds}
          values={view.chosen}
        />
        <DayField {...shared('from')} label={t.statements.from} />
        <DayField {...shared('to')} label={t.statements.to} />
        <Radios {...shared('language')} label={t.tasks.language} options={view.languages} />
        <Actions>
          <Button kind="primary">{t.tasks.do_statements}</Button>
        </Actions>
      </Form>
    </>
  )
}
