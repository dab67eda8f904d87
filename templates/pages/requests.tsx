/** The list of payment requests, and one with who entered, approved and paid it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { Money } from '../parts/figure.tsx'
import { FilterForm } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import { amountColumn, fundColumn, type StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'
import type { ListView } from './list-view.ts'
import { Listed } from './listed.tsx'
import type { PartyView } from './payouts.tsx'

export interface RequestView {
  readonly href: string
  readonly request: number
  readonly fund: LinkView
  readonly payee: PartyView
  /** Null when the payee is helped. */
  readonly beneficiary: PartyView | null
  readonly category: string
  readonly form: string
  readonly amount: string
  readonly currency: string
  readonly state: StateView
  readonly emergency: boolean
  /** Such as `1 of 2`. */
  readonly approvals: string
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface RequestsPageView extends PageView {
  readonly list: ListView<RequestView>
  readonly funds: readonly OptionView[]
  readonly states: readonly OptionView[]
  /** Where one is entered; null for who may not. */
  readonly enter: string | null
  /** The register of what bars somebody from deciding; null for who may not see it. */
  readonly interests: string | null
}

/** The list of payment requests. */
export function RequestsPage(view: RequestsPageView) {
  const { t, language, list, enter, interests } = view
  const action = enter && (
    <ButtonLink kind="primary" href={enter}>
      {t.requests.enter}
    </ButtonLink>
  )
  const register = interests && <ButtonLink href={interests}>{t.interests.title}</ButtonLink>
  return (
    <>
      <PageHeader
        language={language}
        title={t.requests.title}
        lead={t.requests.lead}
        actions={
          <Row>
            {register}
            {action}
          </Row>
        }
      />
      <Listed language={language} list={list} filters={<Filters {...view} />}>
        <RequestsTable {...view} />
      </Listed>
    </>
  )
}

function Filters({ t, language, list, funds, states }: RequestsPageView) {
  const { values, action, filtered } = list
  const shared = (name: string) => ({ language, name, value: values[name] })
  const all = t.lists.all
  return (
    <FilterForm language={language} action={action} clear={filtered ? action : undefined}>
      <Select {...shared('fund')} label={t.payouts.fund} options={funds} empty={all} />
      <Select {...shared('state')} label={t.payouts.state} options={states} empty={all} />
      <Select
        {...shared('emergency')}
        label={t.requests.emergency_mark}
        options={[{ value: 'true', label: t.requests.only_emergencies }]}
        empty={all}
      />
    </FilterForm>
  )
}

function RequestsTable({ t, language, list, enter }: RequestsPageView) {
  const empty = list.filtered ? (
    <EmptyState title={t.requests.none_found} />
  ) : (
    <EmptyState
      title={t.requests.empty}
      lead={t.requests.empty_lead}
      action={enter && <ButtonLink href={enter}>{t.requests.enter}</ButtonLink>}
    />
  )
  return (
    <Table
      language={language}
      caption={t.requests.title}
      captionHidden
      rows={list.rows}
      empty={empty}
      columns={[
        {
          key: 'request',
          label: t.requests.number,
          head: true,
          cell: ({ href, request }) => <a href={href}>{t.requests.short({ request })}</a>,
        },
        { key: 'payee', label: t.payouts.payee, cell: ({ payee }) => payee.name },
        ...(list.rows.some(({ beneficiary }) => beneficiary)
          ? [
              {
                key: 'beneficiary',
                label: t.payouts.beneficiary,
                cell: ({ beneficiary }: RequestView) => beneficiary?.name,
              },
            ]
          : []),
        { key: 'category', label: t.payouts.category, cell: ({ category }) => category },
        fundColumn(t.payouts.fund),
        { key: 'approvals', label: t.requests.approvals, cell: ({ approvals }) => approvals },
        {
          key: 'state',
          label: t.payouts.state,
          cell: (row) => <States t={t} request={row} />,
        },
        amountColumn(language, t.payouts.amount, list.rows),
      ]}
    />
  )
}

function States({ t, request }: { readonly t: Messages; readonly request: RequestView }) {
  return (
    <Row>
      <State {...request.state} />
      {request.emergency && <State kind="care" word={t.requests.emergency_mark} />}
    </Row>
  )
}

export interface RequestPageView extends PageView {
  readonly request: RequestView
  readonly breadcrumbs: readonly LinkView[]
  readonly words: string
  readonly note: string | null
  readonly emergencyReason: string | null
  readonly policy: LinkView | null
  readonly path: readonly MilestoneView[]
  /** Why this reader may not decide. */
  readonly barred: ToldView | null
  /** What was just done. */
  readonly done: string | undefined
  /** What this reader may do, the one next act first. */
  readonly acts: readonly { readonly href: string; readonly label: string }[]
  readonly payout: LinkView | null
  /** The entry that made it owed. */
  readonly entry: LinkView | null
}

/** A payment request and how far it has come. */
export function RequestPage(view: RequestPageView) {
  const { t, language, request, barred, done } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={t.requests.one({ request: request.request })}
        breadcrumbs={view.breadcrumbs}
        facts={<States t={t} request={request} />}
        actions={
          <Actions>
            {view.acts.map(({ href, label }, place) => (
              <ButtonLink kind={place === 0 ? 'primary' : 'quiet'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        }
      />
      {view.emergencyReason !== null && (
        <Notice language={language} tone="warning" title={t.requests.emergency_mark}>
          {t.requests.emergency_note({ reason: view.emergencyReason })}
        </Notice>
      )}
      {barred && <RefusalNotice language={language} title={t.requests.barred} {...barred} />}
      <Particulars {...view} />
      <Section title={t.payouts.path}>
        <Timeline language={language} milestones={view.path} />
      </Section>
    </Stack>
  )
}

function Particulars({
  t,
  language,
  request,
  words,
  note,
  policy,
  payout,
  entry,
}: RequestPageView) {
  const amount = <Money language={language} amount={request.amount} currency={request.currency} />
  const link = ({ href, label }: LinkView) => <a href={href}>{label}</a>
  const person = ({ href, name }: PartyView) => link({ href, label: name })
  return (
    <DescriptionList
      items={[
        { term: t.payouts.amount, detail: amount, note: words },
        { term: t.payouts.payee, detail: person(request.payee) },
        ...(request.beneficiary
          ? [{ term: t.payouts.beneficiary, detail: person(request.beneficiary) }]
          : []),
        { term: t.payouts.category, detail: request.category },
        { term: t.payouts.form, detail: request.form },
        { term: t.payouts.fund, detail: link(request.fund) },
        { term: t.requests.approvals, detail: request.approvals },
        ...(policy ? [{ term: t.requests.policy, detail: link(policy) }] : []),
        ...(entry ? [{ term: t.payouts.entry, detail: link(entry) }] : []),
        ...(payout ? [{ term: t.requests.paid, detail: link(payout) }] : []),
        ...(note === null ? [] : [{ term: t.payouts.note, detail: note }]),
      ]}
    />
  )
}
