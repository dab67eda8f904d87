/** Bringing in a list of helpers or of needs: the file, what each row comes to, and entering all of them. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { Checkbox, FileField } from '../parts/fields.tsx'
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
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
}

export interface RegisterImportView extends PageView {
  readonly lead: string
  readonly told: ToldView | null
  readonly error: string | undefined
  readonly register: boolean
  readonly columns: readonly DescriptionView[]
  readonly template: string
}

/** The form that takes the file. */
export function RegisterImportPage(view: RegisterImportView) {
  const { t, language, error } = view
  const words = t.register_lists
  return (
    <>
      <PageHeader
        language={language}
        title={view.title}
        lead={view.lead}
        breadcrumbs={view.breadcrumbs}
      />
      {view.told && <RefusalNotice language={language} {...view.told} />}
      <ErrorSummary
        language={language}
        errors={error === undefined ? [] : [{ field: 'list', message: error }]}
      />
      <Stack>
        <Form action={view.action} idempotencyKey={view.key} multipart>
          <FileField
            language={language}
            name="list"
            label={words.file}
            accept=".xlsx,.csv,text/csv"
            error={error}
            optional={false}
          />
          <Checkbox
            language={language}
            name="register"
            value={view.register ? 'yes' : ''}
            label={words.register}
            hint={words.register_hint}
          />
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

export interface RegisterPreviewView extends PageView {
  readonly ready: string
  readonly faults: readonly { readonly row: string; readonly problem: string }[]
  readonly faultCount: string
  /** What is sent on when all rows are ready. */
  readonly hidden: Readonly<Record<string, string>>
}

/** What the rows come to, and the button that enters all of them. */
export function RegisterPreviewPage(view: RegisterPreviewView) {
  const { t, language, ready, faults } = view
  const words = t.register_lists
  return (
    <>
      <PageHeader language={language} title={view.title} breadcrumbs={view.breadcrumbs} />
      <Stack>
        <Notice language={language} tone={faults.length > 0 ? 'info' : 'success'}>
          {words.preview_ready({ count: ready })}
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
              <Button kind="primary">{words.do_take_in({ count: ready })}</Button>
            </Actions>
          </Form>
        ) : (
          <p>
            <a href={view.action}>{words.again}</a>
          </p>
        )}
      </Stack>
    </>
  )
}
