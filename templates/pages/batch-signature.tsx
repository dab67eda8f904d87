/** Who signed for a line paid in cash or goods: the scanned slip, and kin with authority. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DayField, FileField, TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import type { ToldView } from './form.tsx'

export interface SignatureView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
  readonly told: ToldView | null
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
}

/** The form of a signature. */
export function SignaturePage(view: SignatureView) {
  const { t, language, title, breadcrumbs, action, key, told, errors, values } = view
  const shared = (name: string) => ({ language, name, value: values[name], error: errors[name] })
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const scans = '.pdf,.png,.jpg,.jpeg,application/pdf,image/*'
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        lead={t.batches.sign_lead}
        breadcrumbs={breadcrumbs}
      />
      {told && <RefusalNotice language={language} {...told} />}
      <ErrorSummary language={language} errors={wrong} />
      <Form action={action} idempotencyKey={key} multipart>
        <FileField {...shared('slip')} label={t.batches.slip} accept={scans} />
        <DayField {...shared('on')} label={t.batches.on} />
        <TextField
          {...shared('receiver')}
          label={t.batches.receiver}
          hint={t.batches.receiver_hint}
          optional
        />
        <FileField {...shared('authority')} label={t.batches.authority} accept={scans} optional />
        <Actions>
          <Button kind="primary">{t.batches.do_sign}</Button>
        </Actions>
      </Form>
    </>
  )
}
