/** What stands below name and password: a passkey, the providers that are connected. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Stack } from '../parts/layout.tsx'
import { PasskeyForm, type PasskeyFormView } from './passkey-form.tsx'

export interface WaysInView {
  /** Null where browsers keep no passkeys. */
  readonly passkey: PasskeyFormView | null
  readonly providers: readonly LinkView[]
}

interface WaysInProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly ways: WaysInView
  /** The page that was asked for. */
  readonly next: string
}

/** The other ways in, each a button. */
export function WaysIn({ t, language, ways: { passkey, providers }, next }: WaysInProps) {
  return (
    <Stack>
      {passkey && (
        <PasskeyForm
          t={t}
          language={language}
          kind="answer"
          action={passkey.action}
          question={passkey.question}
          hidden={{ next }}
          button={t.passkeys.sign_in}
        />
      )}
      {providers.length > 0 && (
        <Row>
          {providers.map(({ href, label }) => (
            <ButtonLink href={href}>{t.accounts.sign_in_with({ provider: label })}</ButtonLink>
          ))}
        </Row>
      )}
    </Stack>
  )
}
