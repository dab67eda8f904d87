/** The register of interests. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'

export interface InterestView {
  readonly user: string
  readonly party: LinkView
  readonly kind: string
  readonly note: string | null
  /** The instant it was declared. */
  readonly declared: Content
  /** The instant it ended; null while it stands. */
  readonly ended: Content | null
  /** Where it is ended; null for all but whoever declared it. */
  readonly end: string | null
}

export interface InterestsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly interests: readonly InterestView[]
  readonly breadcrumbs: readonly LinkView[]
  readonly declare: string
  readonly done: string | undefined
}

/** Who declared which interest, and which were ended. */
export function InterestsPage(view: InterestsPageView) {
  const { t, language, breadcrumbs, interests, declare, done } = view
  const words = t.interests
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        breadcrumbs={breadcrumbs}
        actions={
          <ButtonLink kind="primary" href={declare}>
            {words.declare}
          </ButtonLink>
        }
      />
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={interests}
        empty={
          <EmptyState
            title={words.empty}
            lead={words.empty_lead}
            action={<ButtonLink href={declare}>{words.declare}</ButtonLink>}
          />
        }
        columns={[
          {
            key: 'party',
            label: words.party,
            head: true,
            cell: ({ party }) => <a href={party.href}>{party.label}</a>,
          },
          { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
          { key: 'user', label: words.user, cell: ({ user }) => user },
          { key: 'note', label: words.note, cell: ({ note }) => note },
          { key: 'declared', label: words.declared_on, cell: ({ declared }) => declared },
          {
            key: 'state',
            label: words.state,
            cell: ({ ended, end }) => <Standing t={t} ended={ended} end={end} />,
          },
        ]}
      />
    </Stack>
  )
}

function Standing({ t, ended, end }: Pick<InterestView, 'ended' | 'end'> & { t: Messages }) {
  if (ended !== null) {
    return (
      <>
        <State kind="stopped" word={t.interests.ended} /> {ended}
      </>
    )
  }
  if (end === null) return <State kind="active" word={t.interests.stands} />
  return <a href={end}>{t.interests.end}</a>
}
