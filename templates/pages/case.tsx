/** One case: what it asks for, the way it goes, and what each step has to say of it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Columns, Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import type { StateView } from './columns.tsx'

export interface CasePageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly title: string
  readonly reference: string
  readonly breadcrumbs: readonly LinkView[]
  readonly done: string | undefined
  readonly stands: StateView
  readonly emergency: boolean
  /** What keeps this reader from deciding on it. */
  readonly barred: readonly string[]
  readonly asksFor: readonly DescriptionView[]
  /** Its file, programme, unit and days. */
  readonly belongs: readonly DescriptionView[]
  /** The situation in full; null where nothing was written, or not for this reader. */
  readonly situation: string | null
  readonly masked: boolean
  readonly path: readonly MilestoneView[]
  /** What the rooms of each step say of it. */
  readonly sections: readonly Content[]
  readonly acts: readonly LinkView[]
}

/** The page of one case. */
export function CasePage(view: CasePageView) {
  const { t, language, title, done, stands, barred, acts } = view
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={title}
        caption={view.reference}
        breadcrumbs={view.breadcrumbs}
        facts={
          <Row>
            <State {...stands} />
            {view.emergency && <State kind="care" word={t.cases.emergency_mark} />}
          </Row>
        }
        actions={
          acts.length > 0 && (
            <Actions>
              {acts.map(({ href, label }) => (
                <ButtonLink kind="secondary" href={href}>
                  {label}
                </ButtonLink>
              ))}
            </Actions>
          )
        }
      />
      {barred.map((sentence) => (
        <Notice language={language} tone="info">
          {sentence}
        </Notice>
      ))}
      <Columns form="main">
        <Stack>
          <Section title={t.cases.asks_for}>
            <DescriptionList items={view.asksFor} />
          </Section>
          {view.situation !== null && (
            <Section title={t.cases.situation}>
              <p>{view.situation}</p>
            </Section>
          )}
          {view.masked && <p class="soft small">{t.cases.masked_facts}</p>}
          {[...view.sections]}
          <Section title={t.cases.belongs}>
            <DescriptionList items={view.belongs} />
          </Section>
        </Stack>
        <Stack>
          <Section title={t.cases.path}>
            <Timeline language={language} milestones={view.path} />
          </Section>
        </Stack>
      </Columns>
    </Stack>
  )
}
