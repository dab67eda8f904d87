/** Signing in, among the settings: the second factor, recovery codes, and where one is signed in. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

export interface FactorView {
  /** ISO 8601 in UTC; null where there is none. */
  readonly since: string | null
  readonly required: boolean
  readonly codesLeft: number
  readonly setUp: string
  readonly giveUp: string
  readonly newCodes: string
}

export interface SessionView {
  readonly session: number
  /** Browser and system in words. */
  readonly browser: string
  readonly way: string
  /** ISO 8601 in UTC. */
  readonly opened: string
  readonly seen: string
  readonly here: boolean
}

export interface SigningInView extends PageView {
  readonly done: string | undefined
  /** The settings, for who may see all of them. */
  readonly above: readonly LinkView[]
  readonly factor: FactorView
  readonly sessions: readonly SessionView[]
  readonly end: string
  readonly endOthers: string
  readonly password: string
  /** The pages of passkeys and of accounts at providers. */
  readonly passkeys: string
  readonly accounts: string
}

/** Everything about one's own signing in. */
export function SigningInPage(view: SigningInView) {
  const { t, language, done, above, password, passkeys, accounts } = view
  const { signing_in: words } = t
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader language={language} title={words.title} lead={words.lead} breadcrumbs={above} />
      <Factor {...view} />
      <Sessions {...view} />
      <Section title={t.settings.password}>
        <ButtonLink href={password}>{t.settings.password_change}</ButtonLink>
      </Section>
      <Section title={words.other_ways}>
        <Row>
          <ButtonLink href={passkeys}>{t.passkeys.title}</ButtonLink>
          <ButtonLink href={accounts}>{t.accounts.title}</ButtonLink>
        </Row>
      </Section>
    </>
  )
}

function Factor({ t, language, timeZone, factor }: SigningInView) {
  const { signing_in: words } = t
  const { since, required, codesLeft, setUp, giveUp, newCodes } = factor
  if (since === null) {
    return (
      <Section id="factor" title={words.factor} lead={words.factor_lead}>
        <Stack>
          <p>{required ? words.required : words.factor_none}</p>
          <Row>
            <ButtonLink href={setUp} kind="primary">
              {words.set_up}
            </ButtonLink>
          </Row>
        </Stack>
      </Section>
    )
  }
  const few = codesLeft <= 3
  return (
    <Section id="factor" title={words.factor} lead={words.factor_lead}>
      <Stack>
        <DescriptionList
          items={[
            {
              term: words.factor_since,
              detail: <Instant language={language} instant={since} timeZone={timeZone} />,
            },
            {
              term: words.codes,
              detail: (
                <State kind={few ? 'care' : 'done'} word={words.codes_left({ count: codesLeft })} />
              ),
              note: words.codes_lead,
            },
          ]}
        />
        <Row>
          <ButtonForm action={newCodes}>{words.codes_new}</ButtonForm>
          <ButtonLink href={setUp}>{words.replace}</ButtonLink>
          {!required && (
            <ButtonLink href={giveUp} kind="danger">
              {words.give_up}
            </ButtonLink>
          )}
        </Row>
      </Stack>
    </Section>
  )
}

function Sessions({ t, language, timeZone, sessions, end, endOthers }: SigningInView) {
  const { signing_in: words } = t
  const instant = (at: string) => <Instant language={language} instant={at} timeZone={timeZone} />
  return (
    <Section
      id="sessions"
      title={words.sessions}
      lead={words.sessions_lead}
      actions={
        sessions.length > 1 && <ButtonForm action={endOthers}>{words.end_others}</ButtonForm>
      }
    >
      <Table
        language={language}
        caption={words.sessions}
        captionHidden
        rows={sessions}
        columns={[
          {
            key: 'browser',
            label: words.browser,
            head: true,
            cell: ({ browser, here }) => (
              <>
                {browser} {here && <State kind="active" word={words.here} />}
              </>
            ),
          },
          { key: 'way', label: words.way_label, cell: ({ way }) => way },
          {
            key: 'opened',
            label: words.opened,
            kind: 'day',
            cell: ({ opened }) => instant(opened),
          },
          { key: 'seen', label: words.seen, kind: 'day', cell: ({ seen }) => instant(seen) },
          ...(sessions.length > 1 ? [endColumn(t, end)] : []),
        ]}
      />
    </Section>
  )
}

/** Ending one of them; one’s own is ended by signing out. */
function endColumn(t: Messages, end: string): Column<SessionView> {
  const { signing_in: words } = t
  return {
    key: 'end',
    label: words.end,
    cell: ({ session, here }) =>
      !here && (
        <ButtonForm action={end} hidden={{ session: String(session) }} kind="quiet">
          {words.end}
        </ButtonForm>
      ),
  }
}

export interface GiveUpView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly action: string
  readonly key: string
  readonly back: { readonly href: string; readonly label: string }
}

/** Giving up the second factor, after a last look. */
export function GiveUpPage({ t, language, action, key, back }: GiveUpView) {
  const { signing_in: words } = t
  return (
    <>
      <PageHeader
        language={language}
        title={words.give_up_title}
        lead={words.give_up_lead}
        breadcrumbs={[back]}
      />
      <Form action={action} idempotencyKey={key}>
        <Actions>
          <Button kind="danger">{words.give_up}</Button>
          <ButtonLink href={back.href} kind="quiet">
            {words.keep}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}
