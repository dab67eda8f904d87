/** The first page of a book: what waits for the reader, the first steps, the funds at a glance. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { WorkList } from '../parts/work-list.tsx'
import { FundCards, type FundCardView } from './funds.tsx'

export interface WaitingView {
  readonly title: string
  /** All of them. */
  readonly href: string
  /** Since when, or of which month. */
  readonly detail: string | undefined
  /** The first of them, where it is done. */
  readonly action: { readonly href: string; readonly label: string }
}

export interface StepView {
  readonly title: string
  readonly detail: string
  readonly done: boolean
  /** Where it is done. */
  readonly href: string
}

/** A fund that came with the book and holds nothing yet. */
export interface ExampleView {
  readonly name: string
  readonly keep: string
  readonly remove: string
}

export interface HomeView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly waiting: readonly WaitingView[]
  readonly examples: readonly ExampleView[]
  /** Empty once a book is in use. */
  readonly steps: readonly StepView[]
  readonly funds: readonly FundCardView[]
  readonly allFunds: string
}

/** What waits for the reader. */
export function HomePage({ t, language, waiting, examples, steps, funds, allFunds }: HomeView) {
  const { home } = t
  return (
    <>
      <PageHeader language={language} title={t.shell.home} />
      {waiting.length > 0 && (
        <WorkList
          language={language}
          items={waiting.map(({ title, href, detail, action }) => ({
            title,
            href,
            detail,
            action: <ButtonLink href={action.href}>{action.label}</ButtonLink>,
          }))}
        />
      )}
      {waiting.length === 0 && steps.length === 0 && (
        <EmptyState title={home.nothing} lead={home.nothing_lead} />
      )}
      {examples.map((example) => (
        <Example t={t} language={language} example={example} />
      ))}
      {steps.length > 0 && <Steps t={t} language={language} steps={steps} />}
      {funds.length > 0 && (
        <Section title={home.funds} actions={<a href={allFunds}>{home.all_funds}</a>}>
          <FundCards t={t} language={language} funds={funds} />
        </Section>
      )}
    </>
  )
}

type ExampleProps = Pick<HomeView, 't' | 'language'> & { readonly example: ExampleView }

function Example({ t, language, example }: ExampleProps) {
  const { home } = t
  return (
    <Notice language={language} tone="info" title={home.example_title({ fund: example.name })}>
      <Stack>
        <p>{home.example}</p>
        <Actions>
          <ButtonLink href={example.keep}>{home.keep}</ButtonLink>
          <ButtonLink kind="quiet" href={example.remove}>
            {home.remove}
          </ButtonLink>
        </Actions>
      </Stack>
    </Notice>
  )
}

/** The next step is the first that is not done; the others can be taken all the same. */
function Steps({ t, language, steps }: Pick<HomeView, 't' | 'language' | 'steps'>) {
  const { home } = t
  const next = steps.findIndex(({ done }) => !done)
  return (
    <Section title={home.steps} lead={home.steps_lead}>
      <WorkList
        language={language}
        items={steps.map(({ title, detail, done, href }, position) => ({
          title,
          href,
          detail,
          action: done ? (
            <State kind="done" word={t.parts.done} />
          ) : (
            position === next && (
              <ButtonLink kind="primary" href={href}>
                {home.begin}
              </ButtonLink>
            )
          ),
        }))}
      />
    </Section>
  )
}
