/** The accounts of a reader at providers of sign-ins, and linking one more. */
import type { Messages } from '../messages/messages.ts'
import { ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Table } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'

export interface AccountRowView {
  readonly provider: string
  /** How the provider knows the account. */
  readonly subject: string
  readonly made: string
  /** Null when nobody signed in by it. */
  readonly used: string | null
  readonly unlink: { readonly action: string; readonly key: string }
}

export interface AccountsView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
  /** What was just done. */
  readonly done: string | undefined
  readonly accounts: readonly AccountRowView[]
  /** Where one goes to link an account of each. */
  readonly providers: readonly LinkView[]
}

/** The list, and the way to each provider. */
export function AccountsPage(view: AccountsView) {
  const { t, language, done, providers } = view
  const { accounts } = t
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader language={language} title={accounts.title} lead={accounts.lead} />
      <List {...view} />
      <Section title={accounts.link}>
        {providers.length === 0 ? (
          <p>{accounts.no_provider}</p>
        ) : (
          <Row>
            {providers.map(({ href, label }) => (
              <ButtonLink href={href}>{accounts.link_with({ provider: label })}</ButtonLink>
            ))}
          </Row>
        )}
      </Section>
    </>
  )
}

function List({ t, language, timeZone, accounts: rows }: AccountsView) {
  const { accounts } = t
  return (
    <Section title={accounts.yours}>
      <Table
        language={language}
        caption={accounts.yours}
        captionHidden
        rows={rows}
        empty={<EmptyState title={accounts.none} lead={accounts.none_lead} />}
        columns={[
          {
            key: 'provider',
            label: accounts.provider,
            head: true,
            cell: ({ provider, subject }) => (
              <>
                {provider}
                <div class="soft small">{accounts.known_as({ subject })}</div>
              </>
            ),
          },
          {
            key: 'made',
            label: accounts.made,
            cell: ({ made }) => <Instant language={language} instant={made} timeZone={timeZone} />,
          },
          {
            key: 'used',
            label: accounts.used,
            cell: ({ used }) =>
              used === null ? (
                accounts.never
              ) : (
                <Instant language={language} instant={used} timeZone={timeZone} />
              ),
          },
          {
            key: 'unlink',
            label: accounts.unlink,
            cell: ({ provider, unlink }) => (
              <ButtonForm
                action={unlink.action}
                hidden={{ key: unlink.key }}
                kind="quiet"
                says={accounts.unlink_one({ provider })}
              >
                {accounts.unlink}
              </ButtonForm>
            ),
          },
        ]}
      />
    </Section>
  )
}
