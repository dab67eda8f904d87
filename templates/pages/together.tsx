/** The own pages of whoever helps or is helped: with whom they are paired, and what they are asked in a form. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select, TextArea } from '../parts/fields.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Card, Cards, Prose, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { LeaveCode } from './code-entrance.tsx'

export interface TogetherShared {
  readonly t: Messages
  readonly language: PageLanguage
  /** Where these pages stand: `/b/hillside/together`. */
  readonly place: string
}

export interface PairCardView {
  readonly href: string
  readonly other: string
  readonly state: { readonly kind: StateKind; readonly word: string }
  readonly side: string
  readonly kind: string
}

export interface OwnHomeView extends TogetherShared {
  readonly done: string | null
  readonly pairs: readonly PairCardView[]
}

/** With whom one is paired; what waits for an answer first. */
export function OwnHomePage({ t, language, place, done, pairs }: OwnHomeView) {
  const { together } = t
  return (
    <>
      <PageHeader
        language={language}
        caption={together.title}
        title={together.home.title}
        lead={pairs.length > 1 ? together.home.lead : undefined}
      />
      <Done language={language} done={done} />
      {pairs.length === 0 ? (
        <EmptyState title={together.home.none} lead={together.home.none_lead} />
      ) : (
        <Cards>
          {pairs.map(({ href, other, state, side, kind }) => (
            <Card title={other} href={href} aside={<State kind={state.kind} word={state.word} />}>
              <p>
                {side} · {kind}
              </p>
            </Card>
          ))}
        </Cards>
      )}
      <OwnFoot t={t} place={place} />
    </>
  )
}

/** What was done, where something was. */
export function Done({
  language,
  done,
}: {
  readonly language: PageLanguage
  readonly done: string | null
}) {
  if (done === null) return null
  return (
    <Notice language={language} tone="success">
      {done}
    </Notice>
  )
}

/** What holds of every own page, and the way out. */
export function OwnFoot({ t, place }: Pick<TogetherShared, 't' | 'place'>) {
  return (
    <Stack>
      <Prose>
        <p class="soft small">{t.together.privacy}</p>
      </Prose>
      <div data-forget={t.visits.waiting_sign_out}>
        <LeaveCode words={t.together} place={place} />
      </div>
    </Stack>
  )
}

export interface OwnFormView extends TogetherShared {
  readonly caption: string
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly idempotencyKey: string
  readonly back: string
  readonly problems: readonly FormErrorView[]
  readonly button: string
  /** Whether what it does takes something away. */
  readonly careful: boolean
  readonly children?: Content
}

/** A form of its own page, with the way back. */
export function OwnForm(view: OwnFormView) {
  const { t, language, place, caption, title, lead, problems } = view
  return (
    <>
      <PageHeader
        language={language}
        title={title}
        lead={lead}
        breadcrumbs={[{ href: view.back, label: caption }]}
      />
      <ErrorSummary language={language} errors={problems} />
      <Form action={view.action} idempotencyKey={view.idempotencyKey}>
        {view.children}
        <Actions>
          <Button kind={view.careful ? 'danger' : 'primary'}>{view.button}</Button>
          <ButtonLink kind="quiet" href={view.back}>
            {t.apply.back}
          </ButtonLink>
        </Actions>
      </Form>
      <OwnFoot t={t} place={place} />
    </>
  )
}

interface QuestionProps extends Pick<TogetherShared, 't' | 'language'> {
  readonly values: Readonly<Record<string, string>>
  readonly problems: readonly FormErrorView[]
}

function errorAt(problems: readonly FormErrorView[], name: string): string | undefined {
  return problems.find(({ field }) => field === name)?.message
}

/** Why somebody says no. */
export function DeclineQuestions({
  reasons,
  ...props
}: QuestionProps & { readonly reasons: readonly OptionView[] }) {
  const { t, language, values, problems } = props
  const { together } = t
  return (
    <>
      <Select
        language={language}
        name="reason"
        label={together.decline_reason}
        options={reasons}
        value={values.reason}
        error={errorAt(problems, 'reason')}
      />
      <NoteQuestion {...props} label={together.note} optional />
    </>
  )
}

/** Something in one’s own words for the office. */
export function NoteQuestion({
  label,
  optional,
  t,
  language,
  values,
  problems,
}: QuestionProps & { readonly label: string; readonly optional: boolean }) {
  return (
    <TextArea
      language={language}
      name="note"
      label={label}
      hint={t.together.note_hint}
      value={values.note}
      error={errorAt(problems, 'note')}
      optional={optional}
      rows={3}
    />
  )
}
