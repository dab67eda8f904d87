/** A form that is sent with the answer of a passkey, which a script asks the browser for. */
import type { Messages } from '../messages/messages.ts'
import { Button, type ButtonKind } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'

export interface PasskeyFormView {
  readonly action: string
  /** Where the script gets its question, by POST. */
  readonly question: string
}

interface PasskeyFormProps extends PasskeyFormView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly kind: 'make' | 'answer'
  readonly hidden: Readonly<Record<string, string>>
  readonly button: string
  readonly buttonKind?: ButtonKind
  /** What stands in place of the button where there is no script or the browser knows no passkeys. */
  readonly without?: string
  readonly children?: Content
}

/** The form; its button shows once the script is there. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { t, language, kind, action, question, hidden, children, without } = props
  const { passkeys } = t
  return (
    <form
      class="form"
      method="post"
      action={action}
      novalidate
      data-once
      data-passkey={kind}
      data-question={question}
    >
      {Object.entries({ ...hidden, credential: '' }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {(['stopped', 'known', 'failed'] as const).map((reason) => (
        <div hidden data-passkey-told={reason}>
          <Notice language={language} tone="refusal">
            {passkeys.told[reason]}
          </Notice>
        </div>
      ))}
      {children}
      <div hidden data-passkey-ready>
        <Button kind={props.buttonKind}>{props.button}</Button>
      </div>
      {without !== undefined && (
        <p class="soft" data-passkey-without>
          {without}
        </p>
      )}
    </form>
  )
}
