/** Access tokens: the list among the settings, and a new one's secret, which is shown once. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day, Instant } from '../parts/time.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

export interface TokenView {
  readonly token: number
  readonly label: string
  readonly role: string
  readonly readsNames: boolean
  /** What it may not, of what its role may. */
  readonly limits: readonly string[]
  /** The last day on which it was of use; null before the first. */
  readonly used: string | null
  /** ISO 8601 in UTC. */
  readonly ends: string
  /** Null for who may not. */
  readonly revoke: string | null
}

export interface TokensView {
  readonly list: readonly TokenView[]
  /** Where one is made; null for who may not. */
  readonly make: string | null
}

/** The tokens in force. */
export function Tokens({ t, language, timeZone, tokens }: PageView & { tokens: TokensView }) {
  const { settings } = t
  const { list, make } = tokens
  const button = make && <ButtonLink href={make}>{settings.token_make}</ButtonLink>
  return (
    <Section
      id="tokens"
      title={settings.tokens}
      lead={settings.tokens_lead}
      actions={list.length > 0 && button}
    >
      <Table
        language={language}
        caption={settings.tokens}
        captionHidden
        rows={list}
        empty={
          <EmptyState
            title={settings.tokens_none}
            lead={settings.tokens_none_lead}
            action={button ?? undefined}
          />
        }
        columns={columnsOf(t, language, timeZone)}
      />
    </Section>
  )
}

function columnsOf(t: Messages, language: PageLanguage, timeZone: string): Column<TokenView>[] {
  const { settings } = t
  return [
    {
      key: 'label',
      label: settings.token_label,
      head: true,
      cell: ({ label }) => label,
    },
    {
      key: 'role',
      label: settings.role,
      cell: ({ role, limits }) => (
        <>
          {role}
          {limits.length > 0 && <span class="cell-note">{limits.join(' · ')}</span>}
        </>
      ),
    },
    {
      key: 'names',
      label: settings.names,
      cell: ({ readsNames }) => (readsNames ? settings.names_read : settings.names_masked),
    },
    {
      key: 'used',
      label: settings.token_used,
      kind: 'day',
      cell: ({ used }) =>
        used === null ? settings.token_unused : <Day language={language} day={used} />,
    },
    {
      key: 'ends',
      label: settings.token_ends,
      kind: 'day',
      cell: ({ ends }) => <Instant language={language} instant={ends} timeZone={timeZone} />,
    },
    {
      key: 'revoke',
      label: settings.token_revoke,
      cell: ({ revoke }) => revoke && <a href={revoke}>{settings.token_revoke}</a>,
    },
  ]
}

interface TokenMadeView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly secret: string
  readonly settings: string
}

/** A new token with its secret. */
export function TokenMadePage({ t, language, secret, settings: back }: TokenMadeView) {
  const { settings } = t
  return (
    <Stack>
      <PageHeader language={language} title={settings.token_made} />
      <Notice language={language} tone="warning">
        {settings.token_once}
      </Notice>
      <DescriptionList
        items={[
          { term: settings.token, detail: <Digest>{secret}</Digest> },
          {
            term: settings.token_use,
            detail: <Digest>{`Authorization: Bearer ${secret}`}</Digest>,
          },
        ]}
      />
      <ButtonLink href={back}>{settings.token_to_list}</ButtonLink>
    </Stack>
  )
}
