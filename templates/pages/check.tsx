/** The page on which answers are checked before they are recorded for good. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button } from '../parts/button.tsx'
import { CheckAnswers, type PostingView } from '../parts/check-answers.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import { Form } from '../parts/form.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { PageHeader } from '../parts/page-header.tsx'
import { Day } from '../parts/time.tsx'
import type { AnswerView } from './field-view.ts'
import { Beside } from './form.tsx'

/** A journal entry as pages show it. */
export interface EntryView {
  readonly day: string
  readonly kind: string
  readonly postings: readonly (PostingView & { readonly serial: number })[]
}

/** What an act will come to, beside its answers. */
export interface OutcomeView {
  readonly label: string
  readonly value: AnswerView['value']
}

export interface CheckPageView {
  readonly t: Messages
  readonly language: PageLanguage
  /** What is about to be done: the title of the form. */
  readonly act: string
  readonly breadcrumbs: readonly LinkView[]
  readonly action: string
  readonly key: string
  /** All that was typed, sent again with the button. */
  readonly values: Readonly<Record<string, string>>
  readonly answers: readonly AnswerView[]
  readonly outcome: readonly OutcomeView[]
  /** The entry that the act posts; null when it posts none. */
  readonly entry: EntryView | null
  /** Beside the answers: a preview. */
  readonly beside: Content
  readonly button: string
}

/** The page of answers. */
export function CheckPage(view: CheckPageView) {
  const { t, language, act, action, key, values, answers, outcome, entry, button } = view
  return (
    <>
      <PageHeader
        language={language}
        caption={act}
        title={t.forms.check}
        lead={t.forms.check_lead}
        breadcrumbs={view.breadcrumbs}
      />
      <Beside beside={view.beside}>
        <Form action={action} idempotencyKey={key} hidden={values}>
          <CheckAnswers
            language={language}
            answers={[
              ...answers.map(({ name, ...answer }) => ({
                ...told(language, answer),
                change: { name: 'step', value: `change:${name}` },
              })),
              ...outcome.map((foreseen) => told(language, foreseen)),
            ]}
            postings={entry?.postings ?? null}
          >
            <Actions>
              <Button kind="primary" name="step" value="post">
                {button}
              </Button>
            </Actions>
          </CheckAnswers>
        </Form>
      </Beside>
    </>
  )
}

function told(language: PageLanguage, { label, value }: OutcomeView) {
  return {
    term: label,
    detail: <Told language={language} value={value} />,
    note: 'words' in value && value.words !== '' ? value.words : undefined,
  }
}

function Told({ language, value }: { language: PageLanguage; value: AnswerView['value'] }) {
  if ('day' in value) return <Day language={language} day={value.day} />
  if ('text' in value) return <>{value.text}</>
  if ('lines' in value) {
    return (
      <>
        {value.lines.map((line) => (
          <div>{line}</div>
        ))}
      </>
    )
  }
  return <Money language={language} amount={value.amount} currency={value.currency} />
}
