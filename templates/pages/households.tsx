/** The list of households, and one of them. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface HouseholdView {
  readonly href: string
  readonly household: string
  /** Null after a head died, until another is named. */
  readonly head: LinkView | null
  readonly members: number
  readonly unit: string | null
}

export interface HouseholdsPageView extends PageView {
  readonly list: ListView<HouseholdView>
  readonly tabs: readonly TabView[]
  readonly units: readonly OptionView[]
  readonly form: string | null
}

/** The page of all households. */
export function HouseholdsPage({ t, language, list, tabs, units, form }: HouseholdsPageView) {
  const words = t.households
  const button = (kind: 'primary' | 'secondary') =>
    form && (
      <ButtonLink kind={kind} href={form}>
        {words.form}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.empty} lead={words.empty_lead} action={button('secondary')} />
  )
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={words.search} type="search" width="medium" />
      {units.length > 0 && (
        <Select {...shared('unit')} label={words.unit} options={units} empty={t.lists.all} />
      )}
    </FilterForm>
  )
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={button('primary')}
      />
      <PeopleTabs language={language} tabs={tabs} />
      <Listed language={language} list={list} filters={filters}>
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={householdColumns(t, language)}
        />
      </Listed>
    </>
  )
}

function householdColumns({ households: words }: Messages, language: PageLanguage) {
  const columns: Column<HouseholdView>[] = [
    {
      key: 'household',
      label: words.reference,
      head: true,
      cell: ({ href, household }) => (
        <a class="numeral" href={href}>
          {household}
        </a>
      ),
    },
    {
      key: 'head',
      label: words.head,
      cell: ({ head }) => (head ? <a href={head.href}>{head.label}</a> : words.no_head),
    },
    {
      key: 'members',
      label: words.living,
      kind: 'figure',
      cell: ({ members }) => formatCount(language, members),
    },
    { key: 'unit', label: words.unit, cell: ({ unit }) => unit },
  ]
  return columns
}

export interface HouseholdMemberView {
  readonly person: LinkView
  readonly relation: string
  readonly from: string
  readonly to: string | null
  readonly cause: string | null
}

export interface HouseholdPageView extends PageView {
  readonly household: string
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly unit: LinkView | null
  readonly members: readonly HouseholdMemberView[]
  readonly others: readonly HouseholdMemberView[]
  readonly actions: readonly LinkView[]
}

/** The page of one household. */
export function HouseholdPage(view: HouseholdPageView) {
  const { t, language, household, title, unit, members, others } = view
  const words = t.households
  return (
    <Stack>
      {view.done !== undefined && <Notice language={language} tone="success" title={view.done} />}
      <PageHeader
        language={language}
        title={title}
        caption={words.reference}
        breadcrumbs={view.breadcrumbs}
        facts={
          <>
            <span class="numeral">{household}</span>
            {unit && <a href={unit.href}>{unit.label}</a>}
          </>
        }
        actions={view.actions.map(({ href, label }) => (
          <ButtonLink href={href}>{label}</ButtonLink>
        ))}
      />
      <Section title={words.members}>
        <Table
          language={language}
          caption={words.members}
          captionHidden
          rows={members}
          empty={<p>{words.members_none}</p>}
          columns={memberColumns(t, language).slice(0, 3)}
        />
      </Section>
      {others.length > 0 && (
        <Section title={words.others}>
          <Table
            language={language}
            caption={words.others}
            captionHidden
            rows={others}
            columns={memberColumns(t, language)}
          />
        </Section>
      )}
    </Stack>
  )
}

/** Who, what they are to the head, since when; of times that are over until when and why. */
export function memberColumns(
  { households: words }: Messages,
  language: PageLanguage,
): Column<HouseholdMemberView>[] {
  return [
    {
      key: 'person',
      label: words.person,
      head: true,
      cell: ({ person }) => <a href={person.href}>{person.label}</a>,
    },
    { key: 'relation', label: words.relation, cell: ({ relation }) => relation },
    {
      key: 'from',
      label: words.since,
      kind: 'day',
      cell: ({ from }) => <Day language={language} day={from} />,
    },
    {
      key: 'to',
      label: words.until,
      kind: 'day',
      cell: ({ to }) => to && <Day language={language} day={to} />,
    },
    { key: 'cause', label: words.why, cell: ({ cause }) => cause },
  ]
}
