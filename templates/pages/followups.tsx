/** What came after payments: which arrived, what those say who are called back, whom to visit, hints. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { amountColumn, dayColumn, type StateView } from './columns.tsx'
import { type FollowUpHeadView, Head } from './followup-head.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface DeliveryView {
  /** Where it is asked about; null for who may not, and once somebody has. */
  readonly ask: string | null
  /** Without the way to it for who may not see payouts. */
  readonly payout: { readonly href: string | null; readonly label: string }
  readonly case: LinkView
  readonly beneficiary: string
  readonly day: string
  readonly states: readonly StateView[]
  readonly note: string | null
  readonly amount: string
  readonly currency: string
}

export interface DeliveriesPageView extends FollowUpHeadView {
  readonly list: ListView<DeliveryView>
  readonly states: readonly OptionView[]
}

/** Payouts of cases, and whether they arrived. */
export function DeliveriesPage(view: DeliveriesPageView) {
  const { t, language, list, states } = view
  const words = t.followups
  const { values, action, filtered } = list
  const filters = (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select
        language={language}
        name="state"
        value={values.state}
        label={words.state}
        options={states}
        empty={t.lists.all}
      />
    </FilterForm>
  )
  return (
    <>
      <Head {...view} />
      <Listed language={language} list={list} filters={filters}>
        <Deliveries {...view} rows={list.rows} filtered={filtered} />
      </Listed>
    </>
  )
}

interface DeliveriesProps extends PageView {
  readonly rows: readonly DeliveryView[]
  readonly filtered: boolean
}

function Deliveries({ t, language, rows, filtered }: DeliveriesProps) {
  const words = t.followups
  const empty = filtered ? (
    <EmptyState title={words.none_found} />
  ) : (
    <EmptyState title={words.empty} lead={words.empty_lead} />
  )
  return (
    <Table
      language={language}
      caption={words.deliveries}
      captionHidden
      rows={rows}
      empty={empty}
      columns={[
        {
          key: 'for',
          label: words.beneficiary,
          head: true,
          cell: (one) => <a href={one.case.href}>{one.beneficiary}</a>,
        },
        { key: 'case', label: words.case, cell: (one) => one.case.label },
        {
          key: 'payout',
          label: words.payout,
          cell: ({ payout }) => <PayoutLink {...payout} />,
        },
        dayColumn(language, words.paid_on),
        {
          key: 'state',
          label: words.state,
          cell: ({ states, note, ask }) => (
            <Row>
              {states.map((state) => (
                <State {...state} />
              ))}
              {note && <span class="small soft">{note}</span>}
              {ask && <a href={ask}>{words.confirm}</a>}
            </Row>
          ),
        },
        amountColumn(language, words.amount, rows),
      ]}
    />
  )
}

export interface VisitDueView {
  readonly subject: LinkView
  readonly beneficiary: string | null
  readonly why: string
  readonly day: string
  readonly late: boolean
  /** Where the visit is recorded; null for who may not. */
  readonly visit: LinkView | null
}

export interface VisitsPageView extends FollowUpHeadView {
  readonly due: readonly VisitDueView[]
}

/** Whom to visit again. */
export function VisitsPage(view: VisitsPageView) {
  const { t, language, due } = view
  const words = t.followups
  return (
    <>
      <Head {...view} />
      <Table
        language={language}
        caption={words.visits}
        captionHidden
        rows={due}
        empty={<EmptyState title={words.no_visits} lead={words.no_visits_lead} />}
        columns={[
          {
            key: 'of',
            label: words.case,
            head: true,
            cell: ({ subject }) => <a href={subject.href}>{subject.label}</a>,
          },
          { key: 'for', label: words.beneficiary, cell: ({ beneficiary }) => beneficiary },
          { key: 'why', label: words.why, cell: ({ why }) => why },
          {
            key: 'due',
            label: words.due_on,
            kind: 'day',
            cell: ({ day, late }) => (
              <Row>
                <Day language={language} day={day} />
                {late && <State kind="care" word={words.late} />}
              </Row>
            ),
          },
          {
            key: 'visit',
            label: words.visit,
            cell: ({ visit }) => visit && <a href={visit.href}>{visit.label}</a>,
          },
        ]}
      />
    </>
  )
}

export interface SignalView {
  readonly kind: string
  readonly count: string
  readonly people: readonly LinkView[]
  readonly cases: readonly LinkView[]
  readonly day: string | null
}

export interface SignalsPageView extends FollowUpHeadView {
  readonly signals: readonly SignalView[]
  readonly more: boolean
}

/** Hints of one hand behind many. */
export function SignalsPage(view: SignalsPageView) {
  const { t, language, signals, more } = view
  const words = t.followups
  return (
    <>
      <Head {...view} />
      {more && (
        <Notice language={language} tone="info">
          {words.more}
        </Notice>
      )}
      <Table
        language={language}
        caption={words.signals}
        captionHidden
        rows={signals}
        empty={<EmptyState title={words.no_signals} lead={words.no_signals_lead} />}
        columns={[
          { key: 'kind', label: words.kind, head: true, cell: ({ kind }) => kind },
          { key: 'count', label: words.how_many, kind: 'figure', cell: ({ count }) => count },
          { key: 'people', label: words.people, cell: ({ people }) => <Links links={people} /> },
          { key: 'cases', label: words.cases, cell: ({ cases }) => <Links links={cases} /> },
          {
            key: 'on',
            label: words.on,
            kind: 'day',
            cell: ({ day }) => day && <Day language={language} day={day} />,
          },
        ]}
      />
    </>
  )
}

function Links({ links }: { readonly links: readonly LinkView[] }) {
  return (
    <Row>
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </Row>
  )
}

/** A payout by its number, with the way to it where there is one. */
export function PayoutLink({ href, label }: DeliveryView['payout']) {
  return href === null ? <span>{label}</span> : <a href={href}>{label}</a>
}
