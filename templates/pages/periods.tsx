/** The months of the book, and one of them with what happened to it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { formatCount, formatMonth, type PageLanguage } from '../parts/format.ts'
import { Prose, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Month } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'

/** The one next act on a month. */
export interface PeriodActionView {
  readonly href: string
  readonly label: string
}

export interface PeriodView {
  readonly href: string
  readonly month: string
  readonly state: StateView
  readonly entries: number
  /** The entries of the month in the journal. */
  readonly journal: string
  /** Who last closed it, asked for it or decided, and when; null while nothing was ever done. */
  readonly last: Pick<MilestoneView, 'when' | 'who'> | null
  readonly action: PeriodActionView | null
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PeriodsPageView extends PageView {
  readonly rows: readonly PeriodView[]
}

/** The months since the first entry, newest first. */
export function PeriodsPage({ t, language, rows }: PeriodsPageView) {
  return (
    <>
      <PageHeader language={language} title={t.periods.title} lead={t.periods.lead} />
      <Table
        language={language}
        caption={t.periods.title}
        captionHidden
        rows={rows}
        empty={<EmptyState title={t.periods.empty} lead={t.periods.empty_lead} />}
        columns={[
          {
            key: 'month',
            label: t.periods.month,
            head: true,
            cell: ({ href, month }) => (
              <a href={href}>
                <Month language={language} month={month} />
              </a>
            ),
          },
          { key: 'state', label: t.periods.state, cell: ({ state }) => <State {...state} /> },
          {
            key: 'entries',
            label: t.periods.entries,
            kind: 'figure',
            cell: ({ entries, journal }) => <a href={journal}>{formatCount(language, entries)}</a>,
          },
          {
            key: 'last',
            label: t.periods.last_act,
            cell: ({ last }) =>
              last && (
                <>
                  {last.who}
                  <span class="cell-note">{last.when}</span>
                </>
              ),
          },
          {
            key: 'action',
            label: t.periods.next,
            cell: ({ action }) => action && <a href={action.href}>{action.label}</a>,
          },
        ]}
      />
    </>
  )
}

export interface PeriodPageView extends PageView {
  readonly period: PeriodView
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly trialBalance: string
  readonly path: readonly MilestoneView[]
  /** The request that waits for a second person, told to whoever may decide or asked. */
  readonly request: RequestView | null
}

export interface RequestView {
  readonly who: string
  readonly reason: string
  /** Where it is decided; null for who asked and for who may not. */
  readonly reopen: string | null
  readonly decline: string | null
  readonly own: boolean
}

/** A month: its state, what happened to it, and what may be done. */
export function PeriodPage(view: PeriodPageView) {
  const { t, language, period, done, request, path } = view
  const { action } = period
  return (
    <Stack>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={formatMonth(language, period.month)}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...period.state} />}
        actions={action && !request && <ButtonLink href={action.href}>{action.label}</ButtonLink>}
      />
      {request && <Request {...view} request={request} />}
      <DescriptionList
        items={[
          {
            term: t.periods.entries,
            detail: <a href={period.journal}>{formatCount(language, period.entries)}</a>,
          },
          {
            term: t.periods.trial_balance,
            detail: <a href={view.trialBalance}>{t.words.term.trial_balance}</a>,
          },
        ]}
      />
      <Section title={t.periods.path}>
        {path.length === 0 ? (
          <p>{t.periods.never_closed}</p>
        ) : (
          <Timeline language={language} milestones={path} />
        )}
      </Section>
    </Stack>
  )
}

function Request({ t, language, request }: PageView & { readonly request: RequestView }) {
  const { who, reason, reopen, decline, own } = request
  return (
    <Stack>
      <Notice language={language} tone="info" title={t.periods.asked_by({ who })}>
        <p>{reason}</p>
        {own && <p>{t.periods.own_request}</p>}
      </Notice>
      {(reopen || decline) && (
        <Actions>
          {reopen && (
            <ButtonLink kind="primary" href={reopen}>
              {t.periods.reopen}
            </ButtonLink>
          )}
          {decline && <ButtonLink href={decline}>{t.periods.decline}</ButtonLink>}
        </Actions>
      )}
    </Stack>
  )
}

export interface PeriodAboutView extends PageView {
  readonly entries: number
  readonly journal: string
  readonly trialBalance: string
  /** The request that is decided on. */
  readonly request: { readonly who: string; readonly reason: string } | null
  readonly sentences: readonly string[]
}

/** What an act on a month means, above its form. */
export function PeriodAbout(view: PeriodAboutView) {
  const { t, language, entries, journal, trialBalance, request, sentences } = view
  return (
    <Stack>
      <Prose>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </Prose>
      <DescriptionList
        items={[
          ...(request ? [{ term: t.periods.asked_by(request), detail: request.reason }] : []),
          {
            term: t.periods.entries,
            detail: <a href={journal}>{formatCount(language, entries)}</a>,
          },
          {
            term: t.periods.trial_balance,
            detail: <a href={trialBalance}>{t.words.term.trial_balance}</a>,
          },
        ]}
      />
    </Stack>
  )
}
