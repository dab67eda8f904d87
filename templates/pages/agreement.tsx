/** One agreement: its two sides, what is promised and what came of it, its versions, its statements. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Prose, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import {
  CommitmentsTable,
  type CommitmentView,
  TotalsTable,
  type TotalView,
} from './agreement-figures.tsx'
import type { StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'

interface Speech {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface EvidenceView {
  readonly on_day: string
  readonly of: string
  readonly text: string
  readonly measure: string
  /** What it counts for where that is less; why it was taken back. */
  readonly note: string | null
  readonly contribution: LinkView | null
  readonly digest: string | null
  readonly takeBack: LinkView | null
}

export interface StatementView {
  readonly reference: LinkView
  readonly as_of: string
  readonly helper: StateView
  readonly helped: StateView
}

export interface AgreementPageView extends Speech {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  readonly acts: readonly LinkView[]
  readonly end: LinkView | null
  readonly barred: ToldView | null
  readonly particulars: readonly DescriptionView[]
  /** What holds, and what a version says that is not signed by both yet. */
  readonly texts: readonly { readonly title: string; readonly text: string }[]
  readonly commitments: readonly CommitmentView[]
  readonly promise: LinkView | null
  readonly totals: readonly TotalView[]
  readonly evidence: readonly EvidenceView[]
  readonly versions: readonly MilestoneView[]
  readonly statements: readonly StatementView[]
  readonly make: LinkView | null
}

/** One agreement. */
export function AgreementPage(view: AgreementPageView) {
  const { t, language, acts, end, done, barred, commitments, promise } = view
  const words = t.agreements
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={
          <Actions apart={end && <ButtonLink href={end.href}>{end.label}</ButtonLink>}>
            {acts.map(({ href, label }, place) => (
              <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        }
      />
      {barred && <RefusalNotice language={language} title={words.barred} {...barred} />}
      <DescriptionList items={view.particulars} />
      {view.texts.map(({ title, text }) => (
        <Section title={title}>
          <Prose>
            {text.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </Prose>
        </Section>
      ))}
      <Section title={words.promises} id="commitments" actions={linked(promise)}>
        <CommitmentsTable
          t={t}
          language={language}
          rows={commitments}
          empty={<EmptyState title={words.no_promises} lead={words.no_promises_lead} />}
        />
      </Section>
      {view.totals.length > 0 && (
        <Section title={words.totals} id="totals">
          <TotalsTable t={t} language={language} rows={view.totals} />
        </Section>
      )}
      {commitments.some(({ binding }) => binding) && <Evidence {...view} />}
      {commitments.some(({ binding }) => binding) && <Statements {...view} />}
      <Section title={words.versions} id="versions">
        <Timeline language={language} milestones={view.versions} />
      </Section>
    </Stack>
  )
}

function linked(link: LinkView | null): Content {
  return link && <ButtonLink href={link.href}>{link.label}</ButtonLink>
}

function Evidence({ t, language, evidence }: AgreementPageView) {
  const words = t.agreements
  return (
    <Section title={words.evidence} id="evidence" lead={words.evidence_lead}>
      <Table
        language={language}
        caption={words.evidence}
        captionHidden
        rows={evidence}
        empty={<EmptyState title={words.no_evidence} />}
        columns={[
          {
            key: 'day',
            label: words.done_on,
            kind: 'day',
            cell: ({ on_day }) => <Day language={language} day={on_day} />,
          },
          { key: 'of', label: words.promises, head: true, cell: ({ of }) => of },
          {
            key: 'text',
            label: words.evidence_text,
            cell: ({ text, note, digest }) => (
              <>
                {text}
                {note !== null && (
                  <>
                    <br />
                    <span class="soft small">{note}</span>
                  </>
                )}
                {digest !== null && <Digest>{digest}</Digest>}
              </>
            ),
          },
          {
            key: 'measure',
            label: words.counts,
            kind: 'figure',
            cell: ({ measure, contribution }) =>
              contribution ? <a href={contribution.href}>{measure}</a> : measure,
          },
          {
            key: 'act',
            label: '',
            cell: ({ takeBack }) => takeBack && <a href={takeBack.href}>{takeBack.label}</a>,
          },
        ]}
      />
    </Section>
  )
}

function Statements({ t, language, statements, make }: AgreementPageView) {
  const words = t.agreements
  return (
    <Section
      title={words.variances}
      id="variances"
      lead={words.variances_lead}
      actions={linked(make)}
    >
      <Table
        language={language}
        caption={words.variances}
        captionHidden
        rows={statements}
        empty={<EmptyState title={words.no_variances} />}
        columns={[
          {
            key: 'number',
            label: words.number,
            head: true,
            cell: ({ reference }) => (
              <a class="numeral" href={reference.href}>
                {reference.label}
              </a>
            ),
          },
          {
            key: 'as_of',
            label: words.as_of,
            kind: 'day',
            cell: ({ as_of }) => <Day language={language} day={as_of} />,
          },
          { key: 'helper', label: words.sides.helper, cell: (row) => <State {...row.helper} /> },
          { key: 'helped', label: words.sides.helped, cell: (row) => <State {...row.helped} /> },
        ]}
      />
    </Section>
  )
}
