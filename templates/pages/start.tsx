/** The pages of the first start: the kind of organisation, the book with its owner, a link that is used. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { ErrorSummary, Fieldset, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Card, Cards, Prose, Row } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'

interface Shared {
  readonly t: Messages
  readonly language: PageLanguage
}

interface Asked extends Shared {
  readonly action: string
  readonly key: string
  /** What was typed; passwords are never filled in again. */
  readonly values: Readonly<Partial<Record<string, string>>>
  readonly problems: readonly FormErrorView[]
}

export interface StartKindView extends Shared {
  readonly kinds: readonly {
    readonly href: string
    readonly label: string
    readonly hint: string
  }[]
}

/** Which kind of organisation: one click, and everything else is suggested. */
export function StartKindPage({ t, language, kinds }: StartKindView) {
  return (
    <>
      <PageHeader
        language={language}
        caption={t.start.title}
        title={t.start.kind_title}
        lead={t.start.kind_lead}
      />
      <Cards>
        {kinds.map(({ href, label, hint }) => (
          <Card title={label} href={href}>
            <p>{hint}</p>
          </Card>
        ))}
      </Cards>
    </>
  )
}

export interface StartView extends Asked {
  readonly preset: string
  /** Whether the book's short name is asked for, or the address has it already. */
  readonly asksCode: boolean
  readonly fund: { readonly name: string; readonly code: string }
  readonly charts: readonly OptionView[]
  readonly currencies: readonly OptionView[]
  readonly timeZones: readonly OptionView[]
}

/** The organisation, its owner, and what fund the book begins with. */
export function StartPage(view: StartView) {
  const { t, language, action, key, preset, problems, fund } = view
  const { start } = t
  return (
    <>
      <PageHeader language={language} title={start.title} />
      <ErrorSummary language={language} errors={problems} />
      <Form action={action} idempotencyKey={key} hidden={{ preset }}>
        <Fieldset legend={start.organisation}>
          <OrganisationFields {...view} />
        </Fieldset>
        <Fieldset legend={start.owner} hint={start.owner_lead}>
          <OwnerFields {...view} />
          <PasswordFields {...view} />
        </Fieldset>
        <Fieldset legend={start.fund}>
          <Prose>
            <p>{start.fund_lead(fund)}</p>
          </Prose>
        </Fieldset>
        <Actions>
          <Button kind="primary">{start.make}</Button>
        </Actions>
      </Form>
    </>
  )
}

/** A question's value and error. */
function asked({ language, values, problems }: Asked, name: string) {
  const error = problems.find(({ field }) => field === name)?.message
  return { language, name, value: values[name] ?? '', error }
}

function OrganisationFields(view: StartView) {
  const { t, asksCode, charts, currencies, timeZones } = view
  const { start } = t
  return (
    <>
      <TextField
        {...asked(view, 'name')}
        label={start.name}
        hint={start.name_hint}
        autocomplete="organization"
        focus={view.problems.length === 0}
      />
      {asksCode && (
        <TextField
          {...asked(view, 'code')}
          label={start.code}
          hint={start.code_hint}
          width="medium"
          spellcheck={false}
          autocomplete="off"
          optional
        />
      )}
      <Select
        {...asked(view, 'chart')}
        label={start.chart}
        hint={start.chart_hint}
        options={charts}
        width="full"
      />
      <Select {...asked(view, 'currency')} label={start.currency} options={currencies} />
      <Select
        {...asked(view, 'time_zone')}
        label={start.time_zone}
        hint={start.time_zone_hint}
        options={timeZones}
      />
    </>
  )
}

function OwnerFields(view: Asked) {
  const { start, access } = view.t
  return (
    <>
      <TextField
        {...asked(view, 'owner_name')}
        label={start.owner_name}
        width="medium"
        autocomplete="name"
      />
      <TextField
        {...asked(view, 'login')}
        label={access.login}
        hint={start.login_hint}
        width="medium"
        spellcheck={false}
        autocomplete="username"
      />
    </>
  )
}

function PasswordFields(view: Asked) {
  const { access } = view.t
  const common = { type: 'password', width: 'medium', autocomplete: 'new-password' } as const
  return (
    <>
      <TextField
        {...asked(view, 'password')}
        {...common}
        label={access.new_password}
        hint={access.new_password_hint}
      />
      <TextField {...asked(view, 'again')} {...common} label={access.again} />
    </>
  )
}

export interface OwnerView extends Asked {
  readonly title: string
  readonly lead: string
  /** Of whoever only chooses a new password. */
  readonly knownLogin: string | null
  /** Providers through which an invitation may be used in place of a password. */
  readonly joins: readonly LinkView[]
}

/** A new user, or a new password of one, in a book that is there. */
export function OwnerPage(view: OwnerView) {
  const { t, language, action, key, title, lead, problems, knownLogin, joins } = view
  return (
    <>
      <PageHeader language={language} title={title} lead={lead} />
      {joins.length > 0 && (
        <Row>
          {joins.map(({ href, label }) => (
            <ButtonLink href={href}>{t.accounts.join_with({ provider: label })}</ButtonLink>
          ))}
        </Row>
      )}
      <ErrorSummary language={language} errors={problems} />
      <Form action={action} idempotencyKey={key}>
        {knownLogin === null ? (
          <OwnerFields {...view} />
        ) : (
          <p>
            {t.access.login}: <strong>{knownLogin}</strong>
            <input type="hidden" autocomplete="username" value={knownLogin} />
          </p>
        )}
        <PasswordFields {...view} />
        <Actions>
          <Button kind="primary">{t.start.begin}</Button>
        </Actions>
      </Form>
    </>
  )
}

export interface GoneView extends Shared {
  /** The page for signing in, where the link names a book. */
  readonly signIn: string | undefined
}

/** A link that opens nothing. */
export function GonePage({ t, language, signIn }: GoneView) {
  const { start, access } = t
  return (
    <>
      <PageHeader language={language} title={start.gone_title} lead={start.gone} />
      <Prose>
        <p>{start.gone_remedy}</p>
      </Prose>
      {signIn !== undefined && (
        <Actions>
          <ButtonLink href={signIn}>{access.sign_in}</ButtonLink>
        </Actions>
      )}
    </>
  )
}
