/** Helpers and needs that are kept apart. */
import type { Messages } from '../messages/messages.ts'
import { ButtonForm } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { colon, type PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface RejectionView {
  readonly need: LinkView
  readonly helped: string
  readonly helper: LinkView
  readonly helping: string
  readonly said_by: string
  readonly reason: string
  readonly note: string | null
  readonly state: StateView
  readonly takeBack: { readonly action: string; readonly key: string; readonly says: string } | null
}

export interface RejectionsPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly list: ListView<RejectionView>
  readonly states: readonly OptionView[]
  readonly done: string | undefined
}

/** The list of those who are kept apart. */
export function RejectionsPage(view: RejectionsPageView) {
  const { t, language, tabs, list, states, done } = view
  const words = t.matching
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        label={words.state}
        value={values.state}
        options={states}
        empty={t.lists.all}
      />
    </FilterForm>
  )
  return (
    <>
      <PageHeader language={language} title={words.rejections} lead={words.rejections_lead} />
      <PeopleTabs language={language} tabs={tabs} />
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <Listed language={language} list={list} filters={filters}>
        <Rejections {...view} />
      </Listed>
    </>
  )
}

function Rejections({ t, language, list }: RejectionsPageView) {
  const words = t.matching
  return (
    <Table
      language={language}
      caption={words.rejections}
      captionHidden
      rows={list.rows}
      empty={<EmptyState title={words.rejections_empty} lead={words.rejections_empty_lead} />}
      columns={[
        {
          key: 'need',
          label: words.need,
          head: true,
          cell: ({ need, helped }) => (
            <>
              <a href={need.href}>{need.label}</a> {helped}
            </>
          ),
        },
        {
          key: 'helper',
          label: words.helper,
          cell: ({ helper, helping }) => (
            <>
              <a href={helper.href}>{helper.label}</a> {helping}
            </>
          ),
        },
        { key: 'said_by', label: words.said_by, cell: (row) => row.said_by },
        {
          key: 'reason',
          label: words.why_said,
          cell: ({ reason, note }) =>
            note === null ? reason : `${reason}${colon(language)}${note}`,
        },
        {
          key: 'state',
          label: words.state,
          cell: ({ state, takeBack }) =>
            takeBack ? (
              <ButtonForm
                action={takeBack.action}
                hidden={{ key: takeBack.key }}
                says={takeBack.says}
              >
                {words.take_back}
              </ButtonForm>
            ) : (
              <State {...state} />
            ),
        },
      ]}
    />
  )
}
