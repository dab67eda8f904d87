/** Records of visits that look alike, for somebody to look into. */
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { DayField } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import { Row } from '../parts/layout.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { VisitHead, type VisitHeadView } from './visit-head.tsx'

export interface SignRowView {
  readonly sign: string
  readonly count: string
  readonly by: LinkView | null
  readonly day: string | null
  readonly visits: readonly LinkView[]
}

export interface SignsView extends VisitHeadView {
  readonly signs: readonly SignRowView[]
  readonly more: boolean
  readonly action: string
  readonly from: string
  readonly to: string
}

/** Records of visits that look alike. */
export function SignsPage(view: SignsView) {
  const { t, language, signs, more, action, from, to } = view
  const words = t.visits
  return (
    <>
      <VisitHead {...view} />
      <FilterForm language={language} action={action}>
        <DayField language={language} name="from" value={from} label={words.from} />
        <DayField language={language} name="to" value={to} label={words.until} />
      </FilterForm>
      {more && <p class="soft">{words.due_more}</p>}
      <Table
        language={language}
        caption={words.signs}
        captionHidden
        rows={signs}
        empty={<EmptyState title={words.signs_empty} lead={words.signs_empty_lead} />}
        columns={[
          { key: 'sign', label: words.sign, head: true, cell: ({ sign }) => sign },
          { key: 'count', label: words.how_many, kind: 'figure', cell: ({ count }) => count },
          {
            key: 'by',
            label: words.by_whom,
            cell: ({ by }) => by && <a href={by.href}>{by.label}</a>,
          },
          {
            key: 'on',
            label: words.on,
            kind: 'day',
            cell: ({ day }) => day && <Day language={language} day={day} />,
          },
          {
            key: 'visits',
            label: words.which,
            cell: ({ visits }) => (
              <Row>
                {visits.map(({ href, label }) => (
                  <a href={href}>{label}</a>
                ))}
              </Row>
            ),
          },
        ]}
      />
    </>
  )
}
