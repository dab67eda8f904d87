/** The files of households in hardship, with what they come to. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Row, Stack } from '../parts/layout.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface FileView {
  readonly href: string
  readonly reference: string
  /** Null after a head died, until another is named. */
  readonly head: string | null
  readonly people: number
  readonly unit: string | null
  readonly state: StateView
  readonly certified: StateView
  readonly grade: string | null
  readonly review: string | null
  readonly cases: LinkView
}

export interface FilesPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly list: ListView<FileView>
  /** Households in hardship, by grade; those not certified are left out. */
  readonly statistics: readonly DescriptionView[]
  readonly units: readonly OptionView[]
  readonly grades: readonly OptionView[]
  readonly open: string | null
}

/** The register of hardship files. */
export function FilesPage(view: FilesPageView) {
  const { t, language, tabs, list, statistics, open } = view
  const button = (kind: 'primary' | 'secondary') =>
    open && (
      <ButtonLink kind={kind} href={open}>
        {t.files.open}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={t.files.none_found} />
  ) : (
    <EmptyState title={t.files.empty} lead={t.files.empty_lead} action={button('secondary')} />
  )
  return (
    <Stack>
      <PageHeader
        language={language}
        title={t.files.title}
        lead={t.files.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      {statistics.length > 0 && <DescriptionList items={statistics} />}
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <Table
          language={language}
          caption={t.files.title}
          captionHidden
          rows={list.rows}
          empty={empty}
          columns={columnsOf(t, language)}
        />
      </Listed>
    </Stack>
  )
}

function columnsOf({ files: words }: Messages, language: PageLanguage) {
  return [
    {
      key: 'file',
      label: words.reference,
      head: true,
      cell: ({ href, reference }: FileView) => (
        <a class="numeral" href={href}>
          {reference}
        </a>
      ),
    },
    { key: 'head', label: words.head, cell: ({ head }: FileView) => head ?? words.no_head },
    {
      key: 'people',
      label: words.people,
      kind: 'figure' as const,
      cell: ({ people }: FileView) => formatCount(language, people),
    },
    { key: 'unit', label: words.unit, cell: ({ unit }: FileView) => unit },
    {
      key: 'state',
      label: words.state,
      cell: ({ state, certified }: FileView) => (
        <Row>
          <State {...state} />
          <State {...certified} />
        </Row>
      ),
    },
    { key: 'grade', label: words.grade, cell: ({ grade }: FileView) => grade },
    {
      key: 'review',
      label: words.review_on,
      kind: 'day' as const,
      cell: ({ review }: FileView) => review && <Day language={language} day={review} />,
    },
    {
      key: 'cases',
      label: words.cases,
      kind: 'figure' as const,
      cell: ({ cases }: FileView) => <a href={cases.href}>{cases.label}</a>,
    },
  ]
}

function Filters({ t, language, list, units, grades }: FilesPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  const words = t.files
  const either = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <TextField {...shared('q')} label={words.search} type="search" width="medium" />
      <Select
        {...shared('in_hardship')}
        label={words.state}
        options={either(words.in_hardship, words.off_list)}
        empty={all}
      />
      <Select
        {...shared('certified')}
        label={words.certified}
        options={either(words.certified, words.not_certified)}
        empty={all}
      />
      <Select {...shared('grade')} label={words.grade} options={grades} empty={all} />
      {units.length > 0 && (
        <Select {...shared('unit')} label={words.unit} options={units} empty={all} />
      )}
      <Select
        {...shared('review')}
        label={words.review_due}
        options={[{ value: 'due', label: words.only_due }]}
        empty={all}
      />
    </FilterForm>
  )
}
