/** Bringing in the rows of a list: the file, what each row comes to, and entering all of them. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Checkbox, FileField, Radios, Select } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Section, Stack } from '../parts/layout.tsx'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'
import type { ToldView } from './form.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
}

export interface RoundImportView extends PageView {
  readonly told: ToldView | null
  /** What is wrong with a question, by its name. */
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
  readonly causes: readonly OptionView[]
  readonly appliedBy: readonly OptionView[]
  readonly forms: readonly OptionView[]
  readonly columns: readonly DescriptionView[]
  readonly template: string
}

/** The form that takes the file. */
export function RoundImportPage(view: RoundImportView) {
  const { t, language, values, errors } = view
  const words = t.rounds
  const shared = (name: string) => ({ language, name, value: values[name], error: errors[name] })
  return (
    <>
      <PageHeader
        language={language}
        title={words.take_in}
        lead={words.take_in_lead}
        breadcrumbs={view.breadcrumbs}
      />
      {view.told && <RefusalNotice language={language} {...view.told} />}
      <ErrorSummary
        language={language}
        errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <Stack>
        <Form action={view.action} idempotencyKey={view.key} multipart>
          <FileField
            {...shared('list')}
            label={words.file}
            accept=".xlsx,.csv,text/csv"
            optional={false}
          />
          <Select {...shared('cause')} label={words.cause_all} options={view.causes} />
          <Radios {...shared('applied_by')} label={words.applied_by} options={view.appliedBy} />
          <Radios {...shared('form')} label={words.form} options={view.forms} />
          <Checkbox {...shared('open_files')} label={words.open_files} />
          <Actions>
            <Button kind="primary">{words.read}</Button>
          </Actions>
        </Form>
        <Section title={words.columns_title}>
          <DescriptionList items={view.columns} />
          <Prose>
            <p>
              <a href={view.template}>{words.template}</a>
            </p>
          </Prose>
        </Section>
      </Stack>
    </>
  )
}

export interface RoundPreviewView extends PageView {
  readonly ready: { readonly count: string; readonly amount: string }
  readonly faults: readonly { readonly row: string; readonly problem: string }[]
  readonly faultCount: string
  /** What is sent on when all rows are ready. */
  readonly hidden: Readonly<Record<string, string>>
  readonly again: string
}

/** What the rows come to, and the button that enters all of them. */
export function RoundPreviewPage(view: RoundPreviewView) {
  const { t, language, ready, faults } = view
  const words = t.rounds
  return (
    <>
      <PageHeader language={language} title={words.preview} breadcrumbs={view.breadcrumbs} />
      <Stack>
        <Notice language={language} tone={faults.length > 0 ? 'info' : 'success'}>
          {words.preview_ready(ready)}
        </Notice>
        {faults.length > 0 && (
          <Notice language={language} tone="warning">
            {words.preview_faults({ count: view.faultCount })}
          </Notice>
        )}
        {faults.length > 0 && (
          <Table
            language={language}
            caption={words.wrong}
            captionHidden
            rows={faults}
            columns={[
              { key: 'row', label: words.row, head: true, cell: ({ row }) => row },
              { key: 'problem', label: words.wrong, cell: ({ problem }) => problem },
            ]}
          />
        )}
        {faults.length === 0 ? (
          <Form action={view.action} idempotencyKey={view.key} hidden={view.hidden} multipart>
            <Actions>
              <Button kind="primary">{words.do_take_in({ count: ready.count })}</Button>
            </Actions>
          </Form>
        ) : (
          <p>
            <a href={view.again}>{words.take_in}</a>
          </p>
        )}
      </Stack>
    </>
  )
}
