/** One policy with its history, and one version of it as decisions name it. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { MonthGrid, type MonthGridView } from '../parts/month-grid.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Day, Instant } from '../parts/time.tsx'
import { Timeline } from '../parts/timeline.tsx'
import { PolicyFacts, PolicySays, type PolicySaysView, type PolicyView } from './policies.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
  readonly breadcrumbs: readonly LinkView[]
}

export interface VersionView {
  readonly version: number
  /** From which day it holds. */
  readonly title: string
  readonly href: string
  readonly state: 'done' | 'current' | 'coming'
  /** When it was recorded. */
  readonly at: string
  readonly who: string
  readonly says: readonly string[]
  readonly nolonger: readonly string[]
  readonly reason: string | null
  readonly preset: string | null
}

export interface PolicyPageView extends PageView {
  readonly policy: PolicyView
  /** Of the working calendar. */
  readonly month: MonthGridView | null
  /** Newest first. */
  readonly versions: readonly VersionView[]
}

/** A policy as it holds, and how it came to be so. */
export function PolicyPage(view: PolicyPageView) {
  const { t, language, timeZone, breadcrumbs, policy, month, versions } = view
  return (
    <>
      <PageHeader
        language={language}
        title={policy.title}
        breadcrumbs={breadcrumbs}
        actions={
          policy.change !== null && (
            <ButtonLink kind="primary" href={policy.change}>
              {policy.do_change}
            </ButtonLink>
          )
        }
      />
      <Stack>
        <PolicyFacts t={t} language={language} policy={policy} />
        <PolicySays t={t} language={language} says={policy.says} />
        {month && <MonthGrid language={language} month={month} />}
      </Stack>
      <Section title={t.policies.history}>
        {versions.length === 0 ? (
          <EmptyState title={t.policies.no_history} lead={t.policies.lead} />
        ) : (
          <Timeline
            language={language}
            milestones={versions.map((version) => ({
              title: version.title,
              state: version.state,
              when: <Instant language={language} instant={version.at} timeZone={timeZone} />,
              who: version.who,
              detail: <Changes t={t} version={version} />,
              action: (
                <a href={version.href} aria-label={`${t.policies.show} · ${version.title}`}>
                  {t.policies.show}
                </a>
              ),
            }))}
          />
        )}
      </Section>
    </>
  )
}

type ChangedView = Pick<VersionView, 'says' | 'nolonger' | 'reason' | 'preset'>

function Changes({ t, version }: { readonly t: Messages; readonly version: ChangedView }) {
  const { says, nolonger, reason, preset } = version
  return (
    <>
      {preset !== null && <div class="soft">{preset}</div>}
      {reason !== null && <div>{reason}</div>}
      <Lines label={t.policies.changed} lines={says} />
      <Lines label={t.policies.before} lines={nolonger} />
    </>
  )
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <span class="soft">{label}</span>
      {lines.map((line) => (
        <div>{line}</div>
      ))}
    </div>
  )
}

export interface PolicyVersionView extends PageView {
  readonly title: string
  readonly done: string | undefined
  readonly setFor: string
  readonly since: string
  readonly says: PolicySaysView
  readonly event: string | null
  readonly version: Omit<VersionView, 'href' | 'state'>
}

/** One version, as decisions name it. */
export function PolicyVersionPage(view: PolicyVersionView) {
  const { t, language, timeZone, title, done, setFor, since, says, event, version } = view
  return (
    <>
      {done !== undefined && <Notice language={language} tone="success" title={done} />}
      <PageHeader
        language={language}
        title={title}
        lead={t.policies.version_decided}
        breadcrumbs={view.breadcrumbs}
      />
      <DescriptionList
        items={[
          { term: t.policies.since, detail: <Day language={language} day={since} form="long" /> },
          { term: t.policies.unit, detail: setFor },
          {
            term: t.policies.recorded,
            detail: <Instant language={language} instant={version.at} timeZone={timeZone} />,
            note: event === null ? version.who : <a href={event}>{version.who}</a>,
          },
          { term: t.policies.against_before, detail: <Changes t={t} version={version} /> },
        ]}
      />
      <Section title={t.policies.says}>
        <PolicySays t={t} language={language} says={says} />
      </Section>
    </>
  )
}
