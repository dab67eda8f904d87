/** Settings: whose book it is, who may use it, and how it is kept safe. */
import type { Messages } from '../messages/messages.ts'
import { ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView, SummaryList } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'
import { Tokens, type TokensView } from './tokens.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

export interface UserRowView {
  /** Their page: the roles given to them. */
  readonly href: string
  readonly name: string
  /** Null for who may not know it. */
  readonly login: string | null
  readonly role: string
  readonly readsNames: boolean
  readonly ended: boolean
}

export interface FundRulesView {
  readonly fund: LinkView
  /** What it may pay for and how much, each as a term and what it is. */
  readonly rules: readonly DescriptionView[]
  /** Where they are changed; null for who may not. */
  readonly change: string | null
}

export interface BackupView {
  /** Null for who may not read the names in it. */
  readonly take: { readonly action: string; readonly key: string } | null
  readonly hosted: boolean
  /** When and by whom the last copy was taken here; null before the first, undefined for who may not know. */
  readonly last: { readonly at: string; readonly who: string } | null | undefined
  readonly restore: string
  readonly sealed: string
}

export interface SettingsView extends PageView {
  /** What was just done. */
  readonly done: string | undefined
  readonly facts: readonly DescriptionView[]
  readonly revise: string | null
  /** Where the organisation’s policies are; null for who may not see them. */
  readonly policies: string | null
  readonly funds: readonly FundRulesView[]
  readonly keys: readonly string[]
  readonly keysPage: string
  /** Null for who may not see them. */
  readonly users: readonly UserRowView[] | null
  /** Where somebody is invited; null for who may not. */
  readonly invite: string | null
  /** Who may do what. */
  readonly permissions: string
  /** The register of interests; null for who may not see it. */
  readonly interests: string | null
  /** The page of providers of sign-ins; null for who may not see them. */
  readonly providers: string | null
  readonly signIn: string
  /** Null for who may not see them. */
  readonly tokens: TokensView | null
  /** Null for who may not take a copy. */
  readonly backup: BackupView | null
}

/** All settings on one page, each with the way to its change; above them the way to each. */
export function SettingsPage(view: SettingsView) {
  const { t, language, timeZone, done, facts, revise, tokens } = view
  const { settings } = t
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader language={language} title={t.shell.settings} />
      <Subnavigation language={language} items={sectionsOf(view)} />
      <Section
        id="sign-in"
        title={t.signing_in.title}
        lead={t.signing_in.lead}
        actions={<ButtonLink href={view.signIn}>{t.signing_in.open}</ButtonLink>}
      />
      {view.users ? <Users {...view} users={view.users} /> : <Permissions {...view} />}
      {view.policies && (
        <Section
          id="policies"
          title={t.policies.title}
          lead={t.policies.lead}
          actions={<ButtonLink href={view.policies}>{t.policies.show}</ButtonLink>}
        />
      )}
      {view.funds.length > 0 && <Policies {...view} />}
      <Section
        id="organisation"
        title={settings.organisation}
        lead={settings.fixed}
        actions={revise && <ButtonLink href={revise}>{settings.revise}</ButtonLink>}
      >
        <DescriptionList items={facts} />
      </Section>
      {tokens && <Tokens t={t} language={language} timeZone={timeZone} tokens={tokens} />}
      {view.keys.length > 0 && <Keys {...view} />}
      {view.backup && <Backup t={t} language={language} timeZone={timeZone} backup={view.backup} />}
    </>
  )
}

/** The sections in their order: one's own, people, rules, the organisation, machines. */
function sectionsOf(view: SettingsView) {
  const { t, users, policies, funds, tokens, keys, backup } = view
  const { settings } = t
  const at = (id: string, label: string, there: boolean) =>
    there ? [{ href: `#${id}`, label, current: false }] : []
  return [
    ...at('sign-in', t.signing_in.title, true),
    ...at('users', users ? settings.users : t.permissions.title, true),
    ...at('policies', t.policies.title, policies !== null),
    ...at('funds', settings.policies, funds.length > 0),
    ...at('organisation', settings.organisation, true),
    ...at('tokens', settings.tokens, tokens !== null),
    ...at('keys', settings.keys, keys.length > 0),
    ...at('backup', settings.backup, backup !== null),
  ]
}

/** For who does not see the users: who may do what all the same. */
function Permissions({ t, permissions }: SettingsView) {
  return (
    <Section
      id="users"
      title={t.permissions.title}
      lead={t.permissions.lead}
      actions={<ButtonLink href={permissions}>{t.permissions.show}</ButtonLink>}
    />
  )
}

function Keys({ t, keys, keysPage }: SettingsView) {
  const { settings } = t
  return (
    <Section
      id="keys"
      title={settings.keys}
      lead={settings.keys_lead}
      actions={<a href={keysPage}>{settings.keys_more}</a>}
    >
      <Stack>
        {keys.map((kid) => (
          <p>
            <Digest>{kid}</Digest>
          </p>
        ))}
      </Stack>
    </Section>
  )
}

function Policies({ t, language, funds }: SettingsView) {
  const { settings } = t
  return (
    <Section id="funds" title={settings.policies} lead={settings.policies_lead}>
      <SummaryList
        language={language}
        items={funds.map(({ fund, rules, change }) => ({
          term: fund.label,
          detail: rules.map(({ term, detail }) => (
            <div>
              <span class="soft">{term}</span> {detail}
            </div>
          )),
          change: change === null ? undefined : { href: change },
        }))}
      />
    </Section>
  )
}

type UsersProps = SettingsView & { readonly users: readonly UserRowView[] }

function Users({ t, language, users, ...ways }: UsersProps) {
  const { settings } = t
  const withLogins = users.some(({ login }) => login !== null)
  return (
    <Section
      id="users"
      title={settings.users}
      lead={settings.users_lead}
      actions={
        <Row>
          <a href={ways.permissions}>{t.permissions.title}</a>
          {ways.interests && <a href={ways.interests}>{t.interests.title}</a>}
          {ways.providers && <a href={ways.providers}>{t.providers.title}</a>}
          {ways.invite && <ButtonLink href={ways.invite}>{t.users.invite}</ButtonLink>}
        </Row>
      }
    >
      <Table
        language={language}
        caption={settings.users}
        captionHidden
        rows={users}
        columns={[
          {
            key: 'name',
            label: settings.user,
            head: true,
            cell: ({ href, name, ended }) => (
              <>
                <a href={href}>{name}</a> {ended && <State kind="stopped" word={settings.ended} />}
              </>
            ),
          },
          ...(withLogins
            ? [
                {
                  key: 'login',
                  label: settings.login,
                  cell: ({ login }: UserRowView) => login,
                },
              ]
            : []),
          { key: 'role', label: settings.role, cell: ({ role }) => role },
          {
            key: 'names',
            label: settings.names,
            cell: ({ readsNames }) => (readsNames ? settings.names_read : settings.names_masked),
          },
        ]}
      />
    </Section>
  )
}

function Backup({ t, language, timeZone, backup }: PageView & { readonly backup: BackupView }) {
  const { settings } = t
  const { take, hosted, last, restore, sealed } = backup
  if (hosted) {
    return (
      <Section id="backup" title={settings.backup}>
        <p>{settings.backup_hosted}</p>
      </Section>
    )
  }
  const lastTaken = last
    ? {
        detail: <Instant language={language} instant={last.at} timeZone={timeZone} />,
        note: last.who,
      }
    : { detail: settings.backup_never }
  return (
    <Section id="backup" title={settings.backup} lead={settings.backup_lead}>
      <Stack>
        {take && (
          <>
            <ButtonForm action={take.action} hidden={{ key: take.key }}>
              {settings.backup_take}
            </ButtonForm>
            <Prose>
              <p>{settings.backup_care}</p>
              <p>{settings.backup_recorded}</p>
            </Prose>
          </>
        )}
        <DescriptionList
          items={[
            ...(last === undefined ? [] : [{ term: settings.backup_last, ...lastTaken }]),
            {
              term: settings.backup_restore,
              detail: <Digest>{restore}</Digest>,
              note: settings.backup_restore_lead,
            },
            {
              term: settings.backup_sealed,
              detail: <Digest>{sealed}</Digest>,
              note: settings.backup_key,
            },
          ]}
        />
      </Stack>
    </Section>
  )
}
