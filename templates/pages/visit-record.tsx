/** The page on which a visit is recorded. */
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import type { ToldView } from './form.tsx'
import { VisitFields, type VisitFieldsView } from './visit-form.tsx'
import { type OfflineView, Waiting } from './visit-waiting.tsx'

export interface VisitRecordView extends VisitFieldsView {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
  readonly told: ToldView | null
  /** Where it is not said by the address: whom the visit was to. */
  readonly asksWhom: boolean
  readonly offline: OfflineView
}

/** The form of a visit, for a phone first. */
export function VisitRecordPage(view: VisitRecordView) {
  const { t, language, title, breadcrumbs, action, key, told, errors, values, offline } = view
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        lead={t.visits.lead}
        breadcrumbs={breadcrumbs}
      />
      {told && <RefusalNotice language={language} {...told} />}
      <ErrorSummary language={language} errors={wrong} />
      <Waiting t={t} language={language} offline={offline}>
        <Form action={action} idempotencyKey={key} multipart>
          {view.asksWhom && (
            <TextField
              language={language}
              name="party"
              value={values.party}
              error={errors.party}
              label={t.visits.whom}
              hint={t.forms.person_known_hint}
              width="short"
            />
          )}
          <VisitFields {...view} />
          <Actions>
            <Button kind="primary">{t.visits.do_record}</Button>
          </Actions>
        </Form>
      </Waiting>
    </>
  )
}
