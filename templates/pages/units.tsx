/** The tree of units, and one of them. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { type MembershipView, membershipColumns } from './memberships.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface UnitView {
  readonly href: string
  readonly unit: string
  readonly name: string
  readonly kind: string
  readonly closed: boolean
  /** How deep it stands below the first one shown. */
  readonly level: number
  readonly members: number
  readonly membersHref: string
  readonly funds: number
}

export interface UnitsPageView extends PageView {
  readonly list: ListView<UnitView>
  readonly tabs: readonly TabView[]
  readonly add: string | null
}

/** The page of all units. */
export function UnitsPage({ t, language, list, tabs, add }: UnitsPageView) {
  const words = t.units
  const button = (kind: 'primary' | 'secondary') =>
    add && (
      <ButtonLink kind={kind} href={add}>
        {words.add}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.empty} lead={words.empty_lead} action={button('secondary')} />
  )
  const states = [
    { value: 'closed', label: words.closed_ones },
    { value: 'all', label: words.all_ones },
  ]
  const filters = (
    <FilterForm
      language={language}
      action={list.action}
      clear={list.filtered ? list.action : undefined}
    >
      <Select
        language={language}
        name="state"
        label={words.state}
        value={list.values.state}
        options={states}
        empty={words.open_ones}
      />
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
          columns={unitColumns(t, language)}
        />
      </Listed>
    </>
  )
}

/** The columns of a table of units; the name stands in as far as the unit lies down in the tree. */
function unitColumns({ units }: Messages, language: PageLanguage): Column<UnitView>[] {
  return [
    {
      key: 'name',
      label: units.name,
      head: true,
      cell: ({ href, name, level, closed }) => (
        <span class="row">
          {level > 0 && <span aria-hidden="true">{'— '.repeat(level)}</span>}
          <a href={href}>{name}</a>
          {closed && <State kind="stopped" word={units.closed} />}
        </span>
      ),
    },
    { key: 'kind', label: units.kind, cell: ({ kind }) => kind },
    { key: 'unit', label: units.code, cell: ({ unit }) => <span class="numeral">{unit}</span> },
    {
      key: 'members',
      label: units.members,
      kind: 'figure',
      cell: ({ members, membersHref }) => (
        <a href={membersHref}>{formatCount(language, members)}</a>
      ),
    },
    {
      key: 'funds',
      label: units.funds,
      kind: 'figure',
      cell: ({ funds }) => formatCount(language, funds),
    },
  ]
}

export interface UnitVersionView {
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly closed: boolean
}

export interface UnitPageView extends PageView {
  readonly unit: UnitView
  readonly membersInAll: number
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly below: readonly UnitView[]
  readonly members: { readonly rows: readonly MembershipView[]; readonly all: string | null }
  readonly funds: readonly LinkView[]
  readonly versions: readonly UnitVersionView[]
  readonly actions: readonly LinkView[]
  /** Closing it, or opening it again. */
  readonly close: LinkView | null
}

/** The page of one unit. */
export function UnitPage(view: UnitPageView) {
  const { t, language, unit, below, actions, close } = view
  const words = t.units
  return (
    <Stack>
      {view.done !== undefined && <Notice language={language} tone="success" title={view.done} />}
      <PageHeader
        language={language}
        title={unit.name}
        caption={unit.kind}
        breadcrumbs={view.breadcrumbs}
        facts={
          <>
            <span class="numeral">{unit.unit}</span>
            {unit.closed && <State kind="stopped" word={words.closed} />}
          </>
        }
        actions={actions.map(({ href, label }) => <ButtonLink href={href}>{label}</ButtonLink>)}
      />
      <DescriptionList
        items={[
          { term: words.members, detail: formatCount(language, unit.members) },
          { term: words.members_in_all, detail: formatCount(language, view.membersInAll) },
        ]}
      />
      <Section title={words.below}>
        <Table
          language={language}
          caption={words.below}
          captionHidden
          rows={below}
          empty={<p>{words.below_none}</p>}
          columns={unitColumns(t, language)}
        />
      </Section>
      {view.funds.length > 0 && <Funds {...view} />}
      <Members {...view} />
      {view.versions.length > 1 && <History {...view} />}
      {close && <Actions apart={<ButtonLink href={close.href}>{close.label}</ButtonLink>} />}
    </Stack>
  )
}

function Funds({ t, funds }: UnitPageView) {
  return (
    <Section title={t.units.funds}>
      <Row>
        {funds.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
      </Row>
    </Section>
  )
}

function Members({ t, language, members }: UnitPageView) {
  const words = t.units
  return (
    <Section
      title={words.members}
      actions={members.all && <a href={members.all}>{words.members_all}</a>}
    >
      <Table
        language={language}
        caption={words.members}
        captionHidden
        rows={members.rows}
        empty={<p>{words.members_none}</p>}
        columns={membershipColumns(t, language, 'person')}
      />
    </Section>
  )
}

function History({ t, language, versions }: UnitPageView) {
  const words = t.units
  return (
    <Section title={words.history}>
      <Table
        language={language}
        caption={words.history}
        captionHidden
        rows={versions}
        columns={[
          { key: 'name', label: words.name, head: true, cell: ({ name }) => name },
          { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
          { key: 'parent', label: words.parent, cell: ({ parent }) => parent },
          {
            key: 'state',
            label: words.state,
            cell: ({ closed }) => (closed ? words.closed_ones : words.open_ones),
          },
        ]}
      />
    </Section>
  )
}
