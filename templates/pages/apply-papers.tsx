/** The papers of an application, the page on which it is checked, and where it stands when it was sent. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonForm, ButtonLink } from '../parts/button.tsx'
import { CheckAnswers } from '../parts/check-answers.tsx'
import { type AnsweredView, DescriptionList } from '../parts/description-list.tsx'
import type { OptionView } from '../parts/field.tsx'
import { FileField, Select, TextArea } from '../parts/fields.tsx'
import { ErrorSummary, Form, type FormErrorView } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Prose, Section } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { Day } from '../parts/time.tsx'
import { type MilestoneView, Timeline } from '../parts/timeline.tsx'
import { ApplyFrame, type ApplyFrameView, type ApplyShared, Leave } from './apply.tsx'

export interface PaperView {
  readonly document: number
  readonly kind: string
  readonly name: string
  readonly size: string
}

interface PaperFormProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly action: string
  readonly kinds: readonly OptionView[]
  readonly problems: readonly FormErrorView[]
  readonly idempotencyKey?: string
  /** Whether adding is all there is to do on the page. */
  readonly leads?: boolean
}

/** One paper more: which it is, and its file. */
export function PaperForm({
  t,
  language,
  action,
  kinds,
  problems,
  idempotencyKey,
  leads = false,
}: PaperFormProps) {
  const { apply } = t
  const error = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <Form action={action} multipart {...(idempotencyKey ? { idempotencyKey } : {})}>
      <Select
        language={language}
        name="kind"
        label={apply.paper_kind}
        options={kinds}
        error={error('kind')}
      />
      <FileField
        language={language}
        name="file"
        label={apply.paper_file}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        error={error('file')}
      />
      <Actions>
        <Button kind={leads ? 'primary' : 'secondary'}>{apply.add}</Button>
      </Actions>
    </Form>
  )
}

export interface PapersStepView extends Omit<ApplyFrameView, 'children'> {
  readonly papers: readonly PaperView[]
  readonly kinds: readonly OptionView[]
  readonly next: string
  readonly back: string
}

/** The papers that go with it. */
export function PapersStep(view: PapersStepView) {
  const { t, language, place, papers, kinds, next, back, problems } = view
  const { apply } = t
  return (
    <ApplyFrame {...view}>
      {papers.length === 0 ? (
        <p class="soft">{apply.no_papers}</p>
      ) : (
        <DescriptionList
          items={papers.map(({ document, kind, name, size }) => ({
            term: kind,
            detail: name,
            note: (
              <>
                {size}{' '}
                <ButtonForm
                  kind="quiet"
                  action={`${place}/papers/remove`}
                  hidden={{ document: String(document) }}
                  says={apply.remove_says({ name })}
                >
                  {apply.remove}
                </ButtonForm>
              </>
            ),
          }))}
        />
      )}
      <Section title={apply.add_paper}>
        <PaperForm
          t={t}
          language={language}
          action={`${place}/papers`}
          kinds={kinds}
          problems={problems}
        />
      </Section>
      <Actions>
        <ButtonLink kind="primary" href={next}>
          {apply.go}
        </ButtonLink>
        <ButtonLink kind="quiet" href={back}>
          {apply.back}
        </ButtonLink>
      </Actions>
    </ApplyFrame>
  )
}

export interface CheckStepView extends Omit<ApplyFrameView, 'children'> {
  readonly answers: readonly AnsweredView[]
  readonly idempotencyKey: string
  readonly savedAt: number
  readonly complete: boolean
}

/** What is sent, before it is. */
export function CheckStep(view: CheckStepView) {
  const { t, language, place, answers, idempotencyKey, savedAt, complete } = view
  const { apply } = t
  return (
    <ApplyFrame {...view}>
      <Form
        action={`${place}/send`}
        idempotencyKey={idempotencyKey}
        hidden={{ saved_at: String(savedAt) }}
      >
        <CheckAnswers language={language} answers={answers}>
          {complete && (
            <>
              <p>{apply.declare}</p>
              <Button kind="primary">{apply.send}</Button>
            </>
          )}
        </CheckAnswers>
      </Form>
    </ApplyFrame>
  )
}

export interface StatusView extends ApplyShared {
  readonly reference: string
  readonly sentOn: string
  readonly state: { readonly kind: StateKind; readonly word: string; readonly sentence: string }
  /** What is done at the step where it is; null when there is none. */
  readonly step: string | null
  readonly question: string | null
  readonly refused: string | null
  readonly milestones: readonly MilestoneView[]
  readonly papers: number
  /** Papers are taken while it is not decided. */
  readonly takesPapers: boolean
  readonly kinds: readonly OptionView[]
  readonly answerKey: string
  readonly paperKey: string
  readonly answer: string
  readonly problems: readonly FormErrorView[]
  readonly done: string | null
}

/** Where an application stands, and what is asked of whoever made it. */
export function StatusPage(view: StatusView) {
  const { t, language, place, state, problems, done } = view
  const { apply } = t
  return (
    <>
      <PageHeader
        language={language}
        title={apply.status_title}
        facts={<State kind={state.kind} word={state.word} />}
      />
      {done !== null && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <ErrorSummary language={language} errors={problems} />
      <Prose>
        <p>{state.sentence}</p>
        {view.step !== null && <p>{view.step}</p>}
      </Prose>
      {view.question !== null && <Question {...view} question={view.question} />}
      {view.refused !== null && (
        <Section title={apply.refused_because}>
          <Prose>
            <p>{view.refused}</p>
            <p>{apply.appeal}</p>
          </Prose>
        </Section>
      )}
      <Standing {...view} />
      {view.takesPapers && (
        <Section title={apply.add_paper}>
          <PaperForm
            t={t}
            language={language}
            action={`${place}/paper`}
            kinds={view.kinds}
            problems={problems}
            idempotencyKey={view.paperKey}
          />
        </Section>
      )}
      <Section title={apply.ready}>
        <Leave t={t} place={place} />
      </Section>
    </>
  )
}

/** Its number and papers, and what happened to it. */
function Standing(view: StatusView) {
  const { t, language } = view
  const { apply } = t
  return (
    <>
      <Section title={apply.stands}>
        <DescriptionList
          items={[
            { term: apply.number, detail: view.reference },
            { term: apply.sent_on, detail: <Day language={language} day={view.sentOn} /> },
            {
              term: apply.fields.papers,
              detail:
                view.papers === 0 ? apply.no_papers : apply.papers_sent({ count: view.papers }),
            },
          ]}
        />
      </Section>
      <Section title={apply.path}>
        <Timeline language={language} milestones={view.milestones} />
      </Section>
    </>
  )
}

function Question({ t, language, place, question, answer, answerKey, problems }: StatusView) {
  const { apply } = t
  return (
    <Section title={apply.question}>
      <Prose>
        <p>{question}</p>
      </Prose>
      <Form action={`${place}/answer`} idempotencyKey={answerKey}>
        <TextArea
          language={language}
          name="answer"
          label={apply.your_answer}
          value={answer}
          error={problems.find(({ field }) => field === 'answer')?.message}
        />
        <Actions>
          <Button kind="primary">{apply.answer}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
