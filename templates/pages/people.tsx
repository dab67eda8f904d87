/** The list of persons and bodies. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { ListView, SortView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface PersonView {
  readonly href: string
  readonly party: string
  readonly name: string
  readonly kind: string
  /** Where it is registered; null for the whole organisation. */
  readonly unit: string | null
}

export interface PeoplePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<PersonView>
  readonly sort: SortView
  readonly kinds: readonly OptionView[]
  readonly units: readonly OptionView[]
  readonly roles: readonly OptionView[]
  readonly tabs: readonly TabView[]
  /** Whether the reader sees names masked. */
  readonly masked: boolean
  /** Where somebody is added; null for who may not. */
  readonly register: string | null
  /** What else is done with people, as far as the reader may. */
  readonly links: readonly LinkView[]
}

/** The list of people with its search. */
export function PeoplePage(view: PeoplePageView) {
  const { t, language, list, sort, masked, register } = view
  const button = (kind: 'primary' | 'secondary') =>
    register && (
      <ButtonLink kind={kind} href={register}>
        {t.people.register}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={t.people.none_found} />
  ) : (
    <EmptyState title={t.people.empty} lead={t.people.empty_lead} action={button('secondary')} />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={t.people.title}
        lead={t.people.lead}
        actions={
          <>
            {view.links.map(({ href, label }) => (
              <ButtonLink href={href}>{label}</ButtonLink>
            ))}
            {button('primary')}
          </>
        }
      />
      <PeopleTabs language={language} tabs={view.tabs} />
      {masked && <Notice language={language} tone="info" title={t.people.masked} />}
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={t.people.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={personColumns(t, sort)}
        />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, kinds, units, roles }: PeoplePageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.people.search} type="search" width="medium" />
      <Select {...shared('kind')} label={t.people.kind} options={kinds} empty={t.lists.all} />
      <Select {...shared('role')} label={t.people.role} options={roles} empty={t.lists.all} />
      {units.length > 0 && (
        <Select
          {...shared('unit')}
          label={t.people.unit_filter}
          options={units}
          empty={t.lists.all}
        />
      )}
    </FilterForm>
  )
}

function personColumns(t: Messages, sort: SortView): Column<PersonView>[] {
  return [
    {
      key: 'name',
      label: t.people.name,
      head: true,
      cell: ({ href, name }) => <a href={href}>{name}</a>,
    },
    { key: 'kind', label: t.people.kind, cell: ({ kind }) => kind },
    { key: 'unit', label: t.people.unit, cell: ({ unit }) => unit },
    {
      key: 'party',
      label: t.people.reference,
      sort,
      cell: ({ party }) => <span class="numeral">{party}</span>,
    },
  ]
}
