/** The board of pairing: how many households are covered, what wants attention, how each unit stands. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { formatCount, formatDay, formatShare, type PageLanguage } from '../parts/format.ts'
import { Row, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { PrintHead } from '../parts/print.tsx'
import { Progress } from '../parts/progress.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { WorkList } from '../parts/work-list.tsx'
import type { TabView } from './people-tabs.tsx'

/** In the order of urgency. */
export type GapKind = keyof Messages['coverage']['short']

export interface GapCountView {
  readonly kind: GapKind
  readonly count: number
  /** The list behind it; null for what lies in none of the units, which has no list of its own. */
  readonly href: string | null
}

export interface UnitCoverView {
  readonly name: string
  /** The board of that unit; null where it has no units below it. */
  readonly href: string | null
  readonly files: number
  readonly covered: number
  /** Those that are none are left out. */
  readonly gaps: readonly GapCountView[]
}

export interface CoveragePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly organisation: string
  readonly instant: string
  readonly timeZone: string
  readonly tabs: readonly TabView[]
  /** The unit it is of, in words. */
  readonly of: string
  /** From everything down to the unit above this one. */
  readonly breadcrumbs: readonly LinkView[]
  readonly day: string
  readonly files: number
  readonly covered: number
  readonly gaps: readonly (GapCountView & { readonly href: string })[]
  readonly units: readonly UnitCoverView[]
  readonly pdf: string
  /** Null for who may have none. */
  readonly calendars: string | null
}

/** The board. */
export function CoveragePage(view: CoveragePageView) {
  const { t, language, tabs, of, breadcrumbs, day, pdf, calendars } = view
  const { organisation, instant, timeZone } = view
  const words = t.coverage
  const actions = (
    <>
      {calendars && <ButtonLink href={calendars}>{words.calendars}</ButtonLink>}
      <ButtonLink href={pdf}>{words.pdf}</ButtonLink>
    </>
  )
  return (
    <>
      <PrintHead {...{ language, organisation, instant, timeZone, subject: of }} />
      <PageHeader
        language={language}
        title={words.title}
        caption={of}
        breadcrumbs={breadcrumbs}
        lead={words.lead}
        facts={<span class="soft">{words.as_of({ day: formatDay(language, day) })}</span>}
        actions={actions}
      />
      <Subnavigation language={language} items={tabs} />
      <Figures {...view} />
      <Attention {...view} />
      <Units {...view} />
    </>
  )
}

function Figures({ t, language, files, covered }: CoveragePageView) {
  const words = t.coverage
  if (files === 0) return <EmptyState title={words.no_files} lead={words.no_files_lead} />
  return (
    <Progress
      language={language}
      id="coverage"
      label={words.covered_label}
      done={covered}
      all={files}
    />
  )
}

function Attention({ t, language, files, gaps }: CoveragePageView) {
  const words = t.coverage
  const some = gaps.filter(({ count }) => count > 0)
  if (some.length === 0) {
    if (files === 0) return null
    return (
      <Notice language={language} tone="success">
        {words.nothing}
      </Notice>
    )
  }
  return (
    <Section title={words.attention}>
      <WorkList
        language={language}
        items={some.map(({ kind, count, href }) => ({
          title: t.coverage.gap[kind]({ count, shown: formatCount(language, count) }),
          href,
          detail: t.coverage.why[kind],
        }))}
      />
    </Section>
  )
}

function Units({ t, language, units }: CoveragePageView) {
  const words = t.coverage
  if (units.length === 0) return null
  const figure = (key: 'files' | 'covered'): Column<UnitCoverView> => ({
    key,
    label: words[key],
    kind: 'figure',
    cell: (row) => formatCount(language, row[key]),
  })
  return (
    <Section title={words.by_unit}>
      <Table
        language={language}
        caption={words.by_unit}
        captionHidden
        rows={units}
        columns={[
          {
            key: 'unit',
            label: words.unit,
            head: true,
            cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>),
          },
          figure('files'),
          figure('covered'),
          {
            key: 'share',
            label: words.share_label,
            kind: 'figure',
            cell: ({ files, covered }) =>
              files === 0 ? '' : formatShare(language, covered / files),
          },
          {
            key: 'gaps',
            label: words.attention,
            cell: ({ gaps }) => <Gaps t={t} language={language} gaps={gaps} />,
          },
        ]}
      />
    </Section>
  )
}

/** What wants attention in a unit, each with the way to its list. */
function Gaps({
  t,
  language,
  gaps,
}: Pick<CoveragePageView, 't' | 'language'> & Pick<UnitCoverView, 'gaps'>) {
  const words = t.coverage
  if (gaps.length === 0) return <State kind="done" word={words.nothing_short} />
  return (
    <Row>
      {gaps.map(({ kind, count, href }) => {
        const told = words.short_count({
          what: t.coverage.short[kind],
          count: formatCount(language, count),
        })
        return href === null ? <span>{told}</span> : <a href={href}>{told}</a>
      })}
    </Row>
  )
}
