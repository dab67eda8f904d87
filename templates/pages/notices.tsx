/** The register of public notices, and one with its cases and what was objected. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { amountColumn, type StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { ObjectionRowView } from './objections.tsx'
import { ObjectionsTable } from './objections.tsx'
import type { TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface NoticeRowView {
  readonly href: string
  readonly number: string
  readonly title: string
  readonly unit: string
  /** From when to when it is up. */
  readonly period: string
  readonly state: StateView
  readonly cases: string
  /** How many objections are to be decided; null for none. */
  readonly objections: string | null
  readonly amount: string
  readonly currency: string
}

export interface NoticesPageView extends PageView {
  readonly list: ListView<NoticeRowView>
  readonly tabs: readonly TabView[]
  readonly states: readonly OptionView[]
  /** What anybody sees. */
  readonly open: string
  /** Where one is put up; null for who may not. */
  readonly putUp: string | null
}

/** The register of notices. */
export function NoticesPage(view: NoticesPageView) {
  const { t, language, list, tabs, open, putUp } = view
  const words = t.notices
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={
          <Row>
            <ButtonLink href={open}>{words.public_page}</ButtonLink>
            {putUp && (
              <ButtonLink kind="primary" href={putUp}>
                {words.put_up}
              </ButtonLink>
            )}
          </Row>
        }
      />
      <Subnavigation language={language} items={tabs} />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <NoticesTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, states }: NoticesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('state')} label={t.notices.state} options={states} empty={t.lists.all} />
      <Select
        {...shared('objections')}
        label={t.notices.with_objections}
        options={[{ value: 'open', label: t.notices.only_objections }]}
        empty={t.lists.all}
      />
    </FilterForm>
  )
}

function NoticesTable({ t, language, list, putUp }: NoticesPageView) {
  const words = t.notices
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState
      title={words.empty}
      lead={words.empty_lead}
      action={putUp && <ButtonLink href={putUp}>{words.put_up}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'number',
          label: words.number,
          head: true,
          cell: ({ href, number }) => <a href={href}>{number}</a>,
        },
        { key: 'title', label: words.heading, cell: ({ title }) => title },
        { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
        { key: 'period', label: words.period, cell: ({ period }) => period },
        {
          key: 'state',
          label: words.state,
          cell: ({ state, objections }) => (
            <Row>
              <State {...state} />
              {objections && <State kind="care" word={objections} />}
            </Row>
          ),
        },
        { key: 'cases', label: words.cases, cell: ({ cases }) => cases },
        amountColumn(language, words.amount, list.rows),
      ]}
    />
  )
}

export interface NoticeLineView {
  readonly href: string
  readonly reference: string
  readonly serial: number
  readonly name: string
  readonly unit: string
  readonly stands: StateView
  readonly amount: string
  readonly currency: string
}

export interface NoticePageView extends PageView {
  readonly title: string
  readonly caption: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  /** The one act that leads on; null while there is none. */
  readonly next: LinkView | null
  readonly acts: readonly LinkView[]
  /** What cannot be taken back stands apart. */
  readonly voiding: LinkView | null
  readonly particulars: readonly DescriptionView[]
  readonly lines: readonly NoticeLineView[]
  readonly objections: readonly ObjectionRowView[]
}

/** One notice. */
export function NoticePage(view: NoticePageView) {
  const { t, language, next, acts, voiding, lines, objections, done } = view
  const words = t.notices
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        caption={view.caption}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={
          <Actions
            apart={
              voiding && (
                <ButtonLink kind="quiet" href={voiding.href}>
                  {voiding.label}
                </ButtonLink>
              )
            }
          >
            {next && (
              <ButtonLink kind="primary" href={next.href}>
                {next.label}
              </ButtonLink>
            )}
            {acts.map(({ href, label }) => (
              <ButtonLink href={href}>{label}</ButtonLink>
            ))}
          </Actions>
        }
      />
      <DescriptionList items={view.particulars} />
      {objections.length > 0 && (
        <Section title={t.objections.title}>
          <ObjectionsTable t={t} language={language} rows={objections} />
        </Section>
      )}
      <Section title={words.on_it}>
        <Lines t={t} language={language} lines={lines} />
      </Section>
    </Stack>
  )
}

function Lines({ t, language, lines }: Pick<NoticePageView, 't' | 'language' | 'lines'>) {
  const words = t.notices
  return (
    <Table
      language={language}
      caption={words.on_it}
      captionHidden
      rows={lines}
      columns={[
        {
          key: 'name',
          label: words.person,
          head: true,
          cell: ({ href, serial, name }) => (
            <a href={href}>
              {serial}. {name}
            </a>
          ),
        },
        { key: 'case', label: t.objections.case, cell: ({ reference }) => reference },
        { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
        { key: 'state', label: words.at_step, cell: ({ stands }) => <State {...stands} /> },
        amountColumn(language, words.amount, lines),
      ]}
    />
  )
}
