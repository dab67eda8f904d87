/** One visit: what was found, wanted and given, what is to be done, what the household says. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'
import { FollowUpTable, type FollowUpView } from './visit-lists.tsx'

export interface WishView {
  readonly kind: string
  readonly text: string | null
  /** The need that was opened for it, or where one is opened; null for who may not. */
  readonly need: LinkView | null
}

export interface GivenView {
  readonly what: string
  readonly form: string
  readonly helpsWith: string
  /** With its currency; null for what is no money. */
  readonly amount: string | null
  readonly payout: { readonly href: string | null; readonly label: string } | null
  readonly private: boolean
}

export interface VisitPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  /** Where it is said what the household says; null for who may not, and once it was. */
  readonly confirm: LinkView | null
  readonly withdraw: LinkView | null
  readonly particulars: readonly DescriptionView[]
  readonly wanted: readonly WishView[]
  readonly given: readonly GivenView[]
  readonly followUps: readonly FollowUpView[]
  /** Where something more to be done is added; null for who may not. */
  readonly addFollowUp: LinkView | null
}

/** The page of a visit. */
export function VisitPage(view: VisitPageView) {
  const { t, language, title, breadcrumbs, state, done, particulars } = view
  const { confirm, withdraw } = view
  const words = t.visits
  return (
    <>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={title}
        breadcrumbs={breadcrumbs}
        facts={<State {...state} />}
        actions={
          (confirm || withdraw) && (
            <Actions>
              {confirm && (
                <ButtonLink href={confirm.href} kind="primary">
                  {confirm.label}
                </ButtonLink>
              )}
              {withdraw && <ButtonLink href={withdraw.href}>{withdraw.label}</ButtonLink>}
            </Actions>
          )
        }
      />
      <Section title={words.particulars}>
        <DescriptionList items={particulars} />
      </Section>
      <Section title={words.wanted}>
        {view.wanted.length === 0 ? <p class="soft">{words.wanted_empty}</p> : <Wanted {...view} />}
      </Section>
      <Section title={words.given}>
        {view.given.length === 0 ? <p class="soft">{words.given_empty}</p> : <Given {...view} />}
      </Section>
      <Section
        title={words.follow_ups}
        actions={
          view.addFollowUp && (
            <ButtonLink href={view.addFollowUp.href}>{view.addFollowUp.label}</ButtonLink>
          )
        }
      >
        {view.followUps.length === 0 ? (
          <p class="soft">{words.to_do_empty}</p>
        ) : (
          <FollowUpTable t={t} language={language} rows={view.followUps} />
        )}
      </Section>
    </>
  )
}

function Wanted({ t, language, wanted }: VisitPageView) {
  const words = t.visits
  return (
    <Table
      language={language}
      caption={words.wanted}
      captionHidden
      rows={wanted}
      columns={[
        { key: 'kind', label: words.wish_kind, head: true, cell: ({ kind }) => kind },
        { key: 'text', label: words.wish_text, cell: ({ text }) => text },
        {
          key: 'need',
          label: words.open_need,
          cell: ({ need }) => need && <a href={need.href}>{need.label}</a>,
        },
      ]}
    />
  )
}

function Given({ t, language, given }: VisitPageView) {
  const words = t.visits
  return (
    <Table
      language={language}
      caption={words.given}
      captionHidden
      rows={given}
      columns={[
        { key: 'form', label: words.help_form, head: true, cell: ({ form }) => form },
        {
          key: 'what',
          label: words.what,
          cell: ({ what, payout, private: isPrivate }) => (
            <>
              {what}{' '}
              {payout &&
                (payout.href === null ? payout.label : <a href={payout.href}>{payout.label}</a>)}
              {isPrivate && <span class="soft">{words.private}</span>}
            </>
          ),
        },
        { key: 'with', label: words.helps_with, cell: ({ helpsWith }) => helpsWith },
        { key: 'amount', label: words.amount, kind: 'figure', cell: ({ amount }) => amount },
      ]}
    />
  )
}
