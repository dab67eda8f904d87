/** A batch: its sums, what was found, its lines, and the way it went. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice, RefusalNotice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import { BatchFindings, type FindingView } from './batch-findings.tsx'
import { BatchLines, type BatchLinesView } from './batch-lines.tsx'
import type { StateView } from './columns.tsx'
import type { ToldView } from './form.tsx'

export interface BatchPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly name: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  /** What was just done. */
  readonly done: string | undefined
  readonly particulars: readonly DescriptionView[]
  /** Why this reader does not release it; null where nothing bars them. */
  readonly barred: ToldView | null
  /** Lines whose account changed after the release; null for none. */
  readonly accountsChanged: string | null
  readonly findings: readonly FindingView[] | null
  readonly blocked: boolean
  readonly lines: BatchLinesView
  readonly path: readonly MilestoneView[]
  readonly release: string | null
  readonly close: string | null
  readonly again: string | null
  readonly drop: string | null
  /** Where a bank's file of results is sent; null for who may not, and where no bank pays. */
  readonly results: string | null
  /** The roster and the slips. */
  readonly papers: readonly LinkView[]
  /** The file for the bank, whose taking is on record; null where there is none for this reader. */
  readonly bankFile: {
    readonly action: string
    readonly formats: readonly {
      readonly format: string
      readonly key: string
      readonly label: string
    }[]
  } | null
}

/** The page of a batch. */
export function BatchPage(view: BatchPageView) {
  const { t, language, done, barred, findings, accountsChanged } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        caption={view.name}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={<Acts {...view} />}
      />
      {barred && <RefusalNotice language={language} title={t.batches.barred} {...barred} />}
      {accountsChanged !== null && (
        <Notice language={language} tone="warning" title={accountsChanged} />
      )}
      <DescriptionList items={view.particulars} />
      {findings && (
        <BatchFindings
          t={t}
          language={language}
          title={t.batches.findings}
          findings={findings}
          blocked={view.blocked}
        />
      )}
      <Papers {...view} />
      <BatchLines {...view.lines} />
      <Section title={t.batches.path}>
        <Timeline language={language} milestones={view.path} />
      </Section>
    </Stack>
  )
}

function Acts({ t, release, close, again, drop, results }: BatchPageView) {
  const apart = drop && (
    <ButtonLink kind="quiet" href={drop}>
      {t.batches.drop}
    </ButtonLink>
  )
  return (
    <Actions apart={apart ?? undefined}>
      {release && (
        <ButtonLink kind="primary" href={release}>
          {t.batches.release}
        </ButtonLink>
      )}
      {close && (
        <ButtonLink kind="primary" href={close}>
          {t.batches.close}
        </ButtonLink>
      )}
      {results && <ButtonLink href={results}>{t.tasks.take_bank_results}</ButtonLink>}
      {again && <ButtonLink href={again}>{t.batches.again}</ButtonLink>}
    </Actions>
  )
}

function Papers({ t, papers, bankFile }: BatchPageView) {
  if (papers.length === 0 && bankFile === null) return null
  return (
    <Section title={t.batches.papers}>
      <Row>
        {papers.map(({ href, label }) => (
          <ButtonLink href={href}>{label}</ButtonLink>
        ))}
        {bankFile?.formats.map(({ format, key, label }) => (
          <ButtonForm action={bankFile.action} hidden={{ format, key }}>
            {label}
          </ButtonForm>
        ))}
      </Row>
    </Section>
  )
}
