/** Lists of cases that go together: all of them, one with what waits, and bringing in its rows. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { CasesTable, type CaseView, WaitingTabs, type WaitingTabView } from './cases.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface RoundView {
  readonly href: string
  readonly name: string
  readonly programme: string
  readonly unit: string | null
  readonly count: string
  /** What its cases ask for, in words of money; empty where there are none. */
  readonly amount: string
  readonly stands: readonly StateView[]
}

export interface RoundsPageView extends PageView {
  readonly list: ListView<RoundView>
  readonly tabs: readonly TabView[]
  readonly open: string | null
}

/** All lists. */
export function RoundsPage({ t, language, list, tabs, open }: RoundsPageView) {
  const words = t.rounds
  const button = (kind: 'primary' | 'secondary') =>
    open && (
      <ButtonLink kind={kind} href={open}>
        {words.open}
      </ButtonLink>
    )
  const empty = (
    <EmptyState title={words.empty} lead={words.empty_lead} action={button('secondary')} />
  )
  return (
    <Stack>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={null}>
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={[
            {
              key: 'name',
              label: words.name,
              head: true,
              cell: ({ href, name }) => <a href={href}>{name}</a>,
            },
            { key: 'programme', label: words.programme, cell: ({ programme }) => programme },
            { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
            {
              key: 'stands',
              label: words.stands,
              cell: ({ stands }) => (
                <Row>
                  {stands.map((state) => (
                    <State {...state} />
                  ))}
                </Row>
              ),
            },
            { key: 'count', label: words.cases, kind: 'figure', cell: ({ count }) => count },
            { key: 'amount', label: words.amount, kind: 'figure', cell: ({ amount }) => amount },
          ]}
        />
      </Listed>
    </Stack>
  )
}

export interface RoundPageView extends PageView {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly particulars: readonly DescriptionView[]
  readonly waiting: readonly WaitingTabView[]
  /** What may be done at once with all that wait at a step. */
  readonly atOnce: readonly LinkView[]
  readonly list: ListView<CaseView>
  readonly total: string | undefined
  readonly acts: readonly LinkView[]
}

/** The page of one list. */
export function RoundPage(view: RoundPageView) {
  const { t, language, done, acts, list } = view
  const words = t.rounds
  const [first] = acts
  const empty = list.filtered ? (
    <EmptyState title={t.cases.none_found} />
  ) : (
    <EmptyState
      title={t.cases.empty}
      lead={words.empty_lead}
      action={first && <ButtonLink href={first.href}>{first.label}</ButtonLink>}
    />
  )
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }) => (
                <ButtonLink kind="secondary" href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      <DescriptionList items={view.particulars} />
      {view.waiting.length > 1 && <AtOnce {...view} />}
      <Section title={words.of_list}>
        {view.waiting.length > 2 && <WaitingTabs tabs={view.waiting} />}
        <Listed language={language} list={list} filters={null}>
          <CasesTable
            t={t}
            language={language}
            rows={list.rows}
            total={view.total}
            empty={empty}
            ofOne
          />
        </Listed>
      </Section>
    </Stack>
  )
}

function AtOnce({ t, atOnce }: RoundPageView) {
  return (
    <Section title={t.rounds.at_once}>
      <Row>
        {atOnce.map(({ href, label }, at) => (
          <ButtonLink kind={at === 0 ? 'primary' : 'secondary'} href={href}>
            {label}
          </ButtonLink>
        ))}
        {atOnce.length === 0 && <span class="soft">{t.rounds.nothing_waits}</span>}
      </Row>
    </Section>
  )
}
