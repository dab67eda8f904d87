/** One variance statement: what was promised, what came of it, and how both sides answered. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import {
  CommitmentsTable,
  type CommitmentView,
  TotalsTable,
  type TotalView,
} from './agreement-figures.tsx'
import type { ToldView } from './form.tsx'

export interface VariancePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly acts: readonly LinkView[]
  readonly barred: ToldView | null
  /** That a newer one has taken its place, and where it is; null for the newest. */
  readonly newer: { readonly sentence: string; readonly link: LinkView } | null
  readonly particulars: readonly DescriptionView[]
  readonly commitments: readonly CommitmentView[]
  readonly totals: readonly TotalView[]
  readonly answers: readonly MilestoneView[]
  readonly digest: string
  readonly sound: boolean
}

/** One variance statement. */
export function VariancePage(view: VariancePageView) {
  const { t, language, acts, done, barred, newer, digest, sound } = view
  const words = t.agreements
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        lead={words.variances_lead}
        breadcrumbs={view.breadcrumbs}
        actions={
          <Actions>
            {acts.map(({ href, label }, place) => (
              <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        }
      />
      {newer && (
        <Notice language={language} tone="warning">
          {newer.sentence} <a href={newer.link.href}>{newer.link.label}</a>
        </Notice>
      )}
      {barred && <RefusalNotice language={language} title={words.barred} {...barred} />}
      <DescriptionList items={view.particulars} />
      <Section title={words.promises} id="commitments">
        <CommitmentsTable t={t} language={language} rows={view.commitments} />
      </Section>
      <Section title={words.totals} id="totals">
        <TotalsTable t={t} language={language} rows={view.totals} />
      </Section>
      <Section title={words.answer} id="answers">
        <Timeline language={language} milestones={view.answers} />
      </Section>
      <Section title={words.digest_of} id="digest">
        <Digest>{digest}</Digest>
        {sound ? (
          <p class="soft small">{words.sound}</p>
        ) : (
          <Notice language={language} tone="refusal">
            {words.unsound}
          </Notice>
        )}
      </Section>
    </Stack>
  )
}
