/** The page on which a password of one's own is changed. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'

export interface PasswordView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly action: string
  readonly key: string
  /** For the browser's store of passwords. */
  readonly login: string
  readonly changed: boolean
  readonly problems: readonly FormErrorView[]
}

/** The password now, and the new one twice. Passwords are never filled in again. */
export function PasswordPage(view: PasswordView) {
  const { t, language, action, key, login, changed, problems } = view
  const { access } = t
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <>
      <PageHeader
        language={language}
        title={access.change_password}
        lead={access.change_password_lead}
      />
      {changed && (
        <Notice language={language} tone="success">
          {access.changed}
        </Notice>
      )}
      <ErrorSummary language={language} errors={problems} />
      <Form action={action} idempotencyKey={key}>
        <input type="hidden" autocomplete="username" value={login} />
        <TextField
          language={language}
          name="current"
          type="password"
          width="medium"
          label={access.current_password}
          error={errorOf('current')}
          autocomplete="current-password"
        />
        <TextField
          language={language}
          name="password"
          type="password"
          width="medium"
          label={access.new_password}
          hint={access.new_password_hint}
          error={errorOf('password')}
          autocomplete="new-password"
        />
        <TextField
          language={language}
          name="again"
          type="password"
          width="medium"
          label={access.again}
          error={errorOf('again')}
          autocomplete="new-password"
        />
        <Actions>
          <Button kind="primary">{access.change}</Button>
        </Actions>
      </Form>
    </>
  )
}
