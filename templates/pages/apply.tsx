/** The pages of an application without an account: what surrounds its steps, what is saved. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { ErrorSummary, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Stack } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Steps, type StepView } from '../parts/steps.tsx'
import { LeaveCode } from './code-entrance.tsx'

export interface ApplyShared {
  readonly t: Messages
  readonly language: PageLanguage
  /** Where applications stand: `/b/hillside/apply`. */
  readonly place: string
}

export interface ApplyFrameView extends ApplyShared {
  readonly title: string
  readonly lead: string
  readonly steps: readonly StepView[]
  /** From 1. */
  readonly current: number
  readonly problems: readonly FormErrorView[]
  readonly notice?: Content
  readonly children?: Content
}

/** What surrounds every step. */
export function ApplyFrame(view: ApplyFrameView) {
  const { t, language, place, title, lead, steps, current, problems, notice, children } = view
  const { apply } = t
  return (
    <>
      <PageHeader language={language} caption={apply.title} title={title} lead={lead} />
      <Steps language={language} steps={steps} current={current} />
      {notice}
      <ErrorSummary language={language} errors={problems} />
      <Stack>
        {children}
        <Prose>
          <p class="soft small">{apply.privacy}</p>
        </Prose>
        <Leave t={t} place={place} />
      </Stack>
    </>
  )
}

/** The way out on a computer that others use too. */
export function Leave({ t, place }: Pick<ApplyShared, 't' | 'place'>) {
  return <LeaveCode words={t.apply} place={place} />
}

/** What was saved without being sent. */
export function SavedPage({ t, language, place }: ApplyShared) {
  const { apply } = t
  return (
    <>
      <PageHeader language={language} title={apply.saved_title} lead={apply.saved} />
      <Actions>
        <ButtonLink href={`${place}/form`}>{apply.go_on_link}</ButtonLink>
      </Actions>
      <Leave t={t} place={place} />
    </>
  )
}
