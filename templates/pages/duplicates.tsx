/** Who may be the same as whom, and who stands merged in whom. */
import type { Messages } from '../messages/messages.ts'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

/** Two records that may be of one. */
export interface PairView {
  readonly party: LinkView
  readonly other: LinkView
  readonly reasons: string
  readonly grade: { readonly kind: StateKind; readonly word: string }
  /** Where it is said that they are one, or that they are not. */
  readonly merge: string
  readonly apart: string
}

export interface DuplicatesPageView extends PageView {
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly pairs: readonly PairView[]
  readonly more: boolean
}

/** The page of all that may be the same. */
export function DuplicatesPage(view: DuplicatesPageView) {
  const { t, language, breadcrumbs, done, pairs, more } = view
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={t.duplicates.title}
        lead={t.duplicates.lead}
        breadcrumbs={breadcrumbs}
      />
      {more && <Notice language={language} tone="info" title={t.duplicates.more} />}
      <Table
        language={language}
        caption={t.duplicates.title}
        captionHidden
        rows={pairs}
        empty={<EmptyState title={t.duplicates.empty} lead={t.duplicates.empty_lead} />}
        columns={pairColumns(t, true)}
      />
    </Stack>
  )
}

function pairColumns(t: Messages, both: boolean): Column<PairView>[] {
  const link = ({ href, label }: LinkView) => <a href={href}>{label}</a>
  const other: Column<PairView> = {
    key: 'other',
    label: t.duplicates.other,
    head: !both,
    cell: (pair) => link(pair.other),
  }
  const party: Column<PairView> = {
    key: 'party',
    label: t.duplicates.party,
    head: true,
    cell: (pair) => link(pair.party),
  }
  return [
    ...(both ? [party] : []),
    other,
    { key: 'why', label: t.duplicates.why, cell: ({ reasons }) => reasons },
    { key: 'grade', label: t.duplicates.how_sure, cell: ({ grade }) => <State {...grade} /> },
    {
      key: 'decide',
      label: t.duplicates.decide,
      cell: ({ merge, apart }) => (
        <Row>
          <a href={merge}>{t.duplicates.merge}</a>
          <a href={apart}>{t.duplicates.apart}</a>
        </Row>
      ),
    },
  ]
}

/** A record that stands merged in another. */
export interface MergedView {
  readonly party: string
  readonly by: string
  readonly at: Content
  readonly reason: string
  /** Where it is taken back; null for who may not. */
  readonly unmerge: string | null
}

export interface SamenessView {
  /** The reference that led here although it stands merged in this one. */
  readonly cameFrom: string | null
  readonly merged: readonly MergedView[]
  readonly pairs: readonly PairView[]
}

/** Before somebody is added: who of that name is there already. */
export function AlreadyThere({
  t,
  language,
  people,
}: PageView & { readonly people: readonly LinkView[] }) {
  if (people.length === 0) return null
  return (
    <Notice language={language} tone="warning" title={t.duplicates.may_be_lead}>
      <ul>
        {people.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** On the page of a party: that another reference led here. */
export function CameFrom({ t, language, cameFrom }: PageView & Pick<SamenessView, 'cameFrom'>) {
  if (cameFrom === null) return null
  return (
    <Notice language={language} tone="info" title={t.duplicates.came_from({ party: cameFrom })} />
  )
}

/** On the page of a party: who it may be as well, and who stands merged in it. */
export function Sameness({ t, language, merged, pairs }: PageView & SamenessView) {
  return (
    <>
      {pairs.length > 0 && (
        <Section title={t.duplicates.may_be} lead={t.duplicates.may_be_lead}>
          <Table
            language={language}
            caption={t.duplicates.may_be}
            captionHidden
            rows={pairs}
            columns={pairColumns(t, false)}
          />
        </Section>
      )}
      {merged.length > 0 && (
        <Section title={t.duplicates.merges}>
          <Table
            language={language}
            caption={t.duplicates.merges}
            captionHidden
            rows={merged}
            columns={mergedColumns(t)}
          />
        </Section>
      )}
    </>
  )
}

function mergedColumns(t: Messages): Column<MergedView>[] {
  return [
    {
      key: 'party',
      label: t.duplicates.party,
      head: true,
      cell: ({ party }) => <span class="numeral">{party}</span>,
    },
    { key: 'because', label: t.duplicates.because, cell: ({ reason }) => reason },
    { key: 'by', label: t.duplicates.by, cell: ({ by }) => by },
    { key: 'at', label: t.duplicates.at, cell: ({ at }) => at },
    {
      key: 'unmerge',
      label: t.duplicates.decide,
      cell: ({ unmerge }) => unmerge && <a href={unmerge}>{t.duplicates.unmerge}</a>,
    },
  ]
}
