/** A contribution: whose it is, its entry, its receipts, and what became of it. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { JournalEntry } from '../parts/check-answers.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { DoneNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { EntryView } from './check.tsx'
import type { ContributionView } from './contributions.tsx'
import { type ReceiptView, receiptColumns } from './receipts.tsx'

/** A contribution with what was given back of it, as it stands above its forms too. */
export interface ContributionFactsView extends ContributionView {
  /** The page of whoever gave it. */
  readonly giver: LinkView | null
  readonly earmark: string | null
  readonly pledge: LinkView | null
  /** Null while nothing was refunded. */
  readonly back: { readonly refunded: string; readonly left: string } | null
  /** The amount in words. */
  readonly words: string
}

export interface ContributionPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly contribution: ContributionFactsView
  readonly breadcrumbs: readonly LinkView[]
  readonly entry: EntryView
  readonly entryLink: LinkView
  readonly receipts: readonly ReceiptView[]
  readonly path: readonly MilestoneView[]
  /** What was just done. */
  readonly done: string | undefined
  /** Where one more is recorded, when one just was. */
  readonly another: string | null
  /** What the reader may do with it; `next` is what it waits for. */
  readonly acts: readonly (LinkView & { readonly next: boolean })[]
  readonly reverse: string | null
}

/** A contribution and its path. */
export function ContributionPage(view: ContributionPageView) {
  const { t, language, contribution, entry, entryLink, receipts, path, done } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={view.another} />}
      <PageHeader
        language={language}
        title={t.contributions.one(contribution)}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...contribution.state} />}
        actions={<Acts {...view} />}
      />
      <DescriptionList items={factsOf(t, language, contribution)} />
      {receipts.length > 0 && (
        <Section title={t.receipts.title}>
          <Table
            language={language}
            caption={t.receipts.title}
            captionHidden
            rows={receipts}
            columns={receiptColumns(t, language, receipts, true)}
          />
        </Section>
      )}
      <Section title={t.contributions.path}>
        <Timeline language={language} milestones={path} />
      </Section>
      <Section
        title={t.contributions.entry}
        actions={<a href={entryLink.href}>{entryLink.label}</a>}
      >
        <JournalEntry language={language} caption={entryLink.label} postings={entry.postings} />
      </Section>
    </Stack>
  )
}

function Acts({ t, acts, reverse }: ContributionPageView) {
  return (
    <>
      {acts.map(({ href, label, next }) => (
        <ButtonLink kind={next ? 'primary' : 'secondary'} href={href}>
          {label}
        </ButtonLink>
      ))}
      {reverse !== null && (
        <ButtonLink kind="quiet" href={reverse}>
          {t.lists.reverse}
        </ButtonLink>
      )}
    </>
  )
}

function factsOf(
  t: Messages,
  language: PageLanguage,
  contribution: ContributionFactsView,
): DescriptionView[] {
  const words = t.contributions
  const { amount, currency, giver, back, earmark, pledge, fund } = contribution
  const money = (value: string) => <Money language={language} amount={value} currency={currency} />
  const link = ({ href, label }: LinkView) => <a href={href}>{label}</a>
  return [
    { term: words.amount, detail: money(amount), note: contribution.words },
    ...(back
      ? [
          { term: words.given_back, detail: money(back.refunded) },
          { term: words.left, detail: money(back.left) },
        ]
      : []),
    { term: words.from, detail: giver ? link(giver) : words.nobody },
    { term: words.source, detail: contribution.source },
    { term: words.fund, detail: link(fund) },
    { term: words.received_on, detail: <Day language={language} day={contribution.day} /> },
    { term: words.form, detail: contribution.form },
    ...(earmark === null ? [] : [{ term: words.earmark, detail: earmark }]),
    ...(pledge ? [{ term: words.pledge, detail: link(pledge) }] : []),
  ]
}

interface ContributionAboutProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly contribution: ContributionFactsView
}

/** What a form is about, above its questions. */
export function ContributionAbout({ t, language, contribution }: ContributionAboutProps) {
  const { href } = contribution
  const title = t.contributions.one(contribution)
  return (
    <Section title={title} actions={<a href={href}>{t.lists.open}</a>}>
      <DescriptionList items={factsOf(t, language, contribution)} />
    </Section>
  )
}
