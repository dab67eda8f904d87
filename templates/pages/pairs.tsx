/** The list of pairs, with tabs by what waits. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { WaitingTabs, type WaitingTabView } from './cases.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { TabView } from './people-tabs.tsx'

export interface PairView {
  readonly href: string
  readonly reference: string
  readonly helped: string
  readonly helping: LinkView
  readonly kind: string
  readonly unit: string | null
  readonly since: string
  /** When it is to be looked at, or until when it is watched; null for neither. */
  readonly review: string | null
  /** The word for that day: it differs where a pair is watched. */
  readonly review_word: string
  readonly state: StateView
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PairsPageView extends PageView {
  readonly list: ListView<PairView>
  readonly tabs: readonly TabView[]
  readonly waiting: readonly WaitingTabView[]
  readonly units: readonly OptionView[]
  readonly propose: string | null
}

/** The list of pairs. */
export function PairsPage(view: PairsPageView) {
  const { t, language, list, tabs, waiting, propose } = view
  const words = t.pairs
  const button = (kind: 'primary' | 'secondary') =>
    propose && (
      <ButtonLink kind={kind} href={propose}>
        {words.propose.act}
      </ButtonLink>
    )
  const empty = list.filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.empty} lead={words.empty_lead} action={button('secondary')} />
  )
  return (
    <>
      <PageHeader
        language={language}
        title={words.title}
        lead={words.lead}
        actions={button('primary')}
      />
      <Subnavigation language={language} items={tabs} />
      <Stack>
        {waiting.length > 1 && <WaitingTabs tabs={waiting} />}
        <Listed language={language} list={list} filters={<Filters {...view} />}>
          <PairsTable t={t} language={language} rows={list.rows} empty={empty} />
        </Listed>
      </Stack>
    </>
  )
}

function Filters({ t, language, list, units }: PairsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const orders = (['newest', 'waiting'] as const).map((value) => ({
    value,
    label: t.pairs.sorts[value],
  }))
  const kept = ['state', 'waits', 'need', 'helper', 'file', 'party'].filter((name) => values[name])
  const hidden = Object.fromEntries(kept.map((name) => [name, values[name]!]))
  return (
    <FilterForm
      language={language}
      action={action}
      clear={filtered ? action : undefined}
      hidden={hidden}
    >
      <TextField {...shared('q')} label={t.pairs.search} type="search" width="medium" />
      {units.length > 0 && (
        <Select {...shared('unit')} label={t.pairs.unit} options={units} empty={t.lists.all} />
      )}
      <Select
        {...shared('sort')}
        value={values.sort || 'newest'}
        label={t.pairs.sort}
        options={orders}
      />
    </FilterForm>
  )
}

interface PairsTableProps extends PageView {
  readonly rows: readonly PairView[]
  readonly empty: Content
}

/** Pairs as rows: who helps whom, with what, where each stands. */
export function PairsTable({ t, language, rows, empty }: PairsTableProps) {
  const words = t.pairs
  const units = rows.some(({ unit }) => unit !== null)
  return (
    <Table
      language={language}
      caption={words.title}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'helped',
          label: words.helped,
          head: true,
          cell: ({ href, helped, reference }) => (
            <>
              <a href={href}>{helped}</a>
              <span class="cell-note numeral">{reference}</span>
            </>
          ),
        },
        { key: 'kind', label: words.kind, cell: ({ kind }) => kind },
        {
          key: 'helping',
          label: words.helping,
          cell: ({ helping }) => <a href={helping.href}>{helping.label}</a>,
        },
        ...(units
          ? [{ key: 'unit', label: words.unit, cell: ({ unit }: PairView) => unit ?? words.whole }]
          : []),
        {
          key: 'since',
          label: words.since,
          kind: 'day',
          cell: (row) => (
            <>
              <Day language={language} day={row.since} />
              {row.review !== null && (
                <span class="cell-note">
                  {row.review_word} <Day language={language} day={row.review} />
                </span>
              )}
            </>
          ),
        },
        { key: 'state', label: words.state, cell: ({ state }) => <State {...state} /> },
      ]}
    />
  )
}
