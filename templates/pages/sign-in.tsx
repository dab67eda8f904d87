/** The page for signing in: the same for every book, whether it is there or not. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import { TextField } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { WaysIn, type WaysInView } from './ways-in.tsx'

export interface SignInView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly action: string
  readonly login: string
  /** The page that was asked for. */
  readonly next: string
  readonly told: { readonly sentence: string; readonly remedy: string } | null
  readonly ways: WaysInView
}

/** Name and password with one button, and the other ways below. */
export function SignInPage({ t, language, action, login, next, told, ways }: SignInView) {
  const { access } = t
  return (
    <>
      <PageHeader language={language} title={access.sign_in} lead={access.sign_in_lead} />
      {told && <RefusalNotice language={language} sentence={told.sentence} remedy={told.remedy} />}
      <Stack>
        <Form action={action} hidden={{ next }}>
          <TextField
            language={language}
            name="login"
            label={access.login}
            value={login}
            autocomplete="username"
            spellcheck={false}
            focus={login === ''}
          />
          <TextField
            language={language}
            name="password"
            type="password"
            label={access.password}
            hint={access.lost}
            autocomplete="current-password"
            focus={login !== ''}
          />
          <Actions>
            <Button kind="primary">{access.sign_in}</Button>
          </Actions>
        </Form>
        <WaysIn t={t} language={language} ways={ways} next={next} />
      </Stack>
    </>
  )
}
