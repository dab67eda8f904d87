/** The list of persons and bodies. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
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

export interface PersonView {
  readonly href: string
  readonly party: string
  readonly name: string
  readonly kind: string
}

export interface PeoplePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly list: ListView<PersonView>
  readonly sort: SortView
  readonly kinds: readonly OptionView[]
  /** Whether the reader sees names masked. */
  readonly masked: boolean
  /** Where somebody is added; null for who may not. */
  readonly register: string | null
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
        actions={button('primary')}
      />
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

function Filters({ t, language, list, kinds }: PeoplePageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={t.people.search} type="search" width="medium" />
      <Select {...shared('kind')} label={t.people.kind} options={kinds} empty={t.lists.all} />
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
    {
      key: 'party',
      label: t.people.reference,
      sort,
      cell: ({ party }) => <span class="numeral">{party}</span>,
    },
  ]
}
