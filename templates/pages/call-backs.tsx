/** Drawings of call-backs, and one with its seed and what people said. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { amountColumn, dayColumn } from './columns.tsx'
import { type FollowUpHeadView, Head } from './followup-head.tsx'
import { type DeliveryView, PayoutLink } from './followups.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface DrawRowView {
  readonly href: string
  readonly title: string
  readonly period: string
  readonly unit: string
  readonly drawn: string
  readonly said: string
}

export interface DrawsPageView extends FollowUpHeadView {
  readonly list: ListView<DrawRowView>
}

/** Drawings of call-backs. */
export function DrawsPage(view: DrawsPageView) {
  const { t, language, list, act } = view
  const words = t.followups
  return (
    <>
      <Head {...view} />
      <Listed language={language} list={list} filters={null}>
        <Table
          language={language}
          caption={words.call_backs}
          captionHidden
          rows={list.rows}
          empty={
            <EmptyState
              title={words.no_draws}
              lead={words.no_draws_lead}
              action={act && <ButtonLink href={act.href}>{act.label}</ButtonLink>}
            />
          }
          columns={[
            {
              key: 'draw',
              label: words.drawing,
              head: true,
              cell: ({ href, title }) => <a href={href}>{title}</a>,
            },
            { key: 'period', label: words.period, cell: ({ period }) => period },
            { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
            { key: 'drawn', label: words.size, cell: ({ drawn }) => drawn },
            { key: 'said', label: words.said, cell: ({ said }) => said },
          ]}
        />
      </Listed>
    </>
  )
}

export interface CallBackView extends DeliveryView {
  readonly position: string
}

export interface DrawPageView extends PageView {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly draw: LinkView | null
  readonly particulars: readonly DescriptionView[]
  readonly called: readonly CallBackView[]
}

/** One drawing: its seed, whom it drew, what they said. */
export function DrawPage(view: DrawPageView) {
  const { t, language, draw, called, done } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        actions={
          draw && (
            <ButtonLink kind="primary" href={draw.href}>
              {draw.label}
            </ButtonLink>
          )
        }
      />
      <DescriptionList items={view.particulars} />
      {called.length > 0 && <Called t={t} language={language} called={called} />}
    </Stack>
  )
}

function Called({ t, language, called }: Pick<DrawPageView, 't' | 'language' | 'called'>) {
  const words = t.followups
  return (
    <Section title={words.call_backs}>
      <Table
        language={language}
        caption={words.call_backs}
        captionHidden
        rows={called}
        columns={[
          {
            key: 'for',
            label: words.beneficiary,
            head: true,
            cell: (one) => (
              <a href={one.case.href}>
                {one.position}. {one.beneficiary}
              </a>
            ),
          },
          {
            key: 'payout',
            label: words.payout,
            cell: ({ payout }) => <PayoutLink {...payout} />,
          },
          dayColumn(language, words.paid_on),
          {
            key: 'said',
            label: words.said,
            cell: ({ states, note, ask }) => (
              <Row>
                {states.map((state) => (
                  <State {...state} />
                ))}
                {note && <span class="small soft">{note}</span>}
                {ask && <a href={ask}>{words.answer}</a>}
              </Row>
            ),
          },
          amountColumn(language, words.amount, called),
        ]}
      />
    </Section>
  )
}
