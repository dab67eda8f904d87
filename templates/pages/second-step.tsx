/** The second factor: shown at signing in, set up, proved again; and the recovery codes, once. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Stack } from '../parts/layout.tsx'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { QrCode } from '../parts/qr.tsx'
import { PasskeyForm, type PasskeyFormView } from './passkey-form.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

/** What was wrong with what was typed. */
interface Told {
  readonly sentence: string
  readonly remedy: string
}

export interface CodeView extends PageView {
  readonly action: string
  /** The page to go on to. */
  readonly next: string
  readonly by: 'code' | 'recovery_code'
  /** The same page for the other one. */
  readonly other: string
  /** Back to the password. */
  readonly again: string
  readonly told: Told | null
}

/** A code of the app after the password, or a recovery code in its place. */
export function CodePage({ t, language, action, next, by, other, again, told }: CodeView) {
  const { signing_in: words } = t
  const byCode = by === 'code'
  return (
    <>
      <PageHeader
        language={language}
        title={byCode ? words.factor : words.recovery_code}
        lead={byCode ? words.code_lead : words.recovery_code_lead}
      />
      {told && <RefusalNotice language={language} sentence={told.sentence} remedy={told.remedy} />}
      <Form action={action} hidden={{ next, by }}>
        {byCode ? (
          <CodeField t={t} language={language} />
        ) : (
          <RecoveryField t={t} language={language} />
        )}
        <Actions>
          <Button kind="primary">{t.access.sign_in}</Button>
          <ButtonLink href={other} kind="quiet">
            {byCode ? words.use_recovery_code : words.use_code}
          </ButtonLink>
          <ButtonLink href={again} kind="quiet">
            {words.start_again}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

function CodeField({ t, language, error }: PageView & { readonly error?: string | undefined }) {
  return (
    <TextField
      language={language}
      name="code"
      label={t.signing_in.code}
      hint={t.signing_in.code_hint}
      error={error}
      width="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
      focus
    />
  )
}

function RecoveryField({ t, language }: PageView) {
  return (
    <TextField
      language={language}
      name="recovery_code"
      label={t.signing_in.recovery_code}
      hint={t.signing_in.recovery_code_hint}
      width="medium"
      autocomplete="off"
      spellcheck={false}
      focus
    />
  )
}

export interface EnrolView extends PageView {
  readonly action: string
  readonly key: string
  /** The page to go on to; empty where there is none. */
  readonly next: string
  /** In base32. */
  readonly secret: string
  /** What the QR code says. */
  readonly address: string
  /** Why it is asked for, where the rules ask. */
  readonly required: boolean
  /** What is wrong with the code. */
  readonly problem: string | undefined
}

/** A secret for an app, and the first code of it. */
export function EnrolPage(view: EnrolView) {
  const { t, language, action, key, next, secret, address, required, problem } = view
  const { signing_in: words } = t
  const errors = problem === undefined ? [] : [{ field: 'code', message: problem }]
  return (
    <Stack>
      <PageHeader language={language} title={words.set_up} lead={words.set_up_lead} />
      {required && (
        <Notice language={language} tone="info">
          {words.required}
        </Notice>
      )}
      <ErrorSummary language={language} errors={errors} />
      <QrCode text={address} label={words.qr} />
      <DescriptionList
        items={[
          {
            term: words.secret,
            detail: <Digest>{secret.replace(/(.{4})(?!$)/g, '$1 ')}</Digest>,
            note: words.secret_hint,
          },
        ]}
      />
      <Form action={action} idempotencyKey={key} hidden={{ secret, next }}>
        <CodeField t={t} language={language} error={problem} />
        <Actions>
          <Button kind="primary">{words.do_set_up}</Button>
        </Actions>
      </Form>
    </Stack>
  )
}

export interface RecoveryCodesView extends PageView {
  readonly codes: readonly string[]
  /** Whether a second factor was set up along with them. */
  readonly enrolled: boolean
  readonly on: string
}

/** New recovery codes, shown once. */
export function RecoveryCodesPage({ t, language, codes, enrolled, on }: RecoveryCodesView) {
  const { signing_in: words } = t
  return (
    <Stack>
      <PageHeader language={language} title={words.codes_made} lead={words.codes_made_lead} />
      {enrolled && (
        <Notice language={language} tone="success">
          {words.set_up_done}
        </Notice>
      )}
      <Notice language={language} tone="warning">
        {words.codes_once}
      </Notice>
      <Prose>
        <ol>
          {codes.map((code) => (
            <li>
              <Digest>{code}</Digest>
            </li>
          ))}
        </ol>
      </Prose>
      <Actions>
        <ButtonLink href={on} kind="primary">
          {words.codes_kept}
        </ButtonLink>
      </Actions>
    </Stack>
  )
}

export interface AgainView extends PageView {
  readonly action: string
  readonly next: string
  /** Whether a code is asked for, or the password; null for who has neither. */
  readonly by: 'code' | 'password' | null
  /** Null for who has no passkey here. */
  readonly passkey: PasskeyFormView | null
  /** For the browser's store of passwords. */
  readonly login: string
  readonly told: Told | null
}

/** Who is signed in shows again that it is they. */
export function AgainPage(view: AgainView) {
  const { t, language, next, by, told, passkey } = view
  const { signing_in: words } = t
  return (
    <>
      <PageHeader language={language} title={words.again} lead={words.again_lead} />
      {told && <RefusalNotice language={language} sentence={told.sentence} remedy={told.remedy} />}
      {by !== null && <AgainForm {...view} />}
      {passkey && (
        <PasskeyForm
          t={t}
          language={language}
          kind="answer"
          action={passkey.action}
          question={passkey.question}
          hidden={{ next }}
          button={t.passkeys.show}
        />
      )}
    </>
  )
}

function AgainForm({ t, language, action, next, by, login }: AgainView) {
  const { signing_in: words } = t
  return (
    <Form action={action} hidden={{ next }}>
      {by === 'code' ? (
        <CodeField t={t} language={language} />
      ) : (
        <>
          <input type="hidden" autocomplete="username" value={login} />
          <TextField
            language={language}
            name="password"
            type="password"
            width="medium"
            label={t.access.current_password}
            autocomplete="current-password"
            focus
          />
        </>
      )}
      <Actions>
        <Button kind="primary">{words.go_on}</Button>
      </Actions>
    </Form>
  )
}
