/** The pages of an application without an account: the code, the steps, what is saved. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { TextField } from '../parts/fields.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Row, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Steps, type StepView } from '../parts/steps.tsx'

export interface ApplyShared {
  readonly t: Messages
  readonly language: PageLanguage
  /** Where applications stand: `/b/hillside/apply`. */
  readonly place: string
}

export interface EnterView extends ApplyShared {
  /** What was typed, or came with the link. */
  readonly code: string
  readonly problem: FormErrorView | null
  /** The way on, where this browser has a code already. */
  readonly goOn: string | null
  readonly left: boolean
}

/** Where the code is entered. */
export function EnterPage({ t, language, place, code, problem, goOn, left }: EnterView) {
  const { apply } = t
  return (
    <>
      <PageHeader language={language} title={apply.title} lead={apply.lead} />
      {left && (
        <Notice language={language} tone="success">
          {apply.left}
        </Notice>
      )}
      {goOn !== null && (
        <Notice language={language} tone="info" title={apply.go_on}>
          <a href={goOn}>{apply.go_on_link}</a>
        </Notice>
      )}
      <ErrorSummary language={language} errors={problem ? [problem] : []} />
      <Stack>
        <Form action={place}>
          <TextField
            language={language}
            name="code"
            label={apply.code}
            hint={apply.code_hint}
            value={code}
            error={problem?.message}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            focus={problem === null && code === ''}
          />
          <Actions>
            <Button kind="primary">{apply.go}</Button>
          </Actions>
        </Form>
        <Prose>
          <p class="soft">{apply.saved_note}</p>
        </Prose>
      </Stack>
    </>
  )
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
  return (
    <Row>
      <ButtonForm kind="quiet" action={`${place}/leave`}>
        {t.apply.leave}
      </ButtonForm>
    </Row>
  )
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
