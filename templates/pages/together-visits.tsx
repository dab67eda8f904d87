/** The visits of a pair on the own page of one of its sides, and what a helper is still to do. */
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { Content } from '../parts/content.ts'
import { Form } from '../parts/form.tsx'
import { Card, Cards, Section } from '../parts/layout.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { Day } from '../parts/time.tsx'
import type { TogetherShared } from './together.tsx'

export interface OwnVisitView {
  readonly visit: number
  readonly reference: string
  readonly day: string
  readonly kind: string
  readonly state: { readonly kind: StateKind; readonly word: string } | null
  /** What was given, a line each. */
  readonly help: readonly string[]
  /** Whether the reader is asked if it was so. */
  readonly asked: boolean
  readonly key: string
}

export interface OwnToDoView {
  readonly followUp: number
  readonly text: string
  readonly day: string
  readonly overdue: boolean
  readonly key: string
}

export interface OwnVisitsView extends Omit<TogetherShared, 'place'> {
  /** The address of the pair. */
  readonly href: string
  readonly lead: string
  /** Where a visit is told; null for who does not tell of them. */
  readonly tell: string | null
  readonly visits: readonly OwnVisitView[]
  readonly toDo: readonly OwnToDoView[]
}

/** What is to be done, then the visits, newest first. */
export function OwnVisits(view: OwnVisitsView): Content {
  const { t, lead, tell, visits, toDo } = view
  const words = t.together.visits
  return (
    <>
      {toDo.length > 0 && <ToDo {...view} />}
      <Section
        title={words.title}
        id="visits"
        lead={lead}
        actions={
          tell === null ? undefined : (
            <ButtonLink kind="primary" href={tell}>
              {words.tell}
            </ButtonLink>
          )
        }
      >
        {visits.length === 0 ? (
          <p class="soft">{words.none}</p>
        ) : (
          <Cards>
            {visits.map((visit) => (
              <Visit {...view} visit={visit} />
            ))}
          </Cards>
        )}
      </Section>
    </>
  )
}

function Visit({ t, language, href, visit }: OwnVisitsView & { readonly visit: OwnVisitView }) {
  const words = t.together.visits
  const { state, reference } = visit
  return (
    <Card title={visit.kind} aside={state && <State kind={state.kind} word={state.word} />}>
      <p>
        <Day language={language} day={visit.day} />
      </p>
      {visit.help.map((line) => (
        <p>{line}</p>
      ))}
      {visit.asked && (
        <Form action={`${href}/visits/${visit.visit}/yes`} idempotencyKey={visit.key}>
          <Actions>
            <Button says={words.yes_says({ visit: reference })}>{words.yes}</Button>
            <ButtonLink href={`${href}/visits/${visit.visit}/no`}>
              {words.no}
              <span class="unseen"> {words.no_says({ visit: reference })}</span>
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Card>
  )
}

function ToDo({ t, language, href, toDo }: OwnVisitsView) {
  const words = t.together.to_do
  return (
    <Section title={words.title} id="to-do">
      <Cards>
        {toDo.map(({ followUp, text, day, overdue, key }) => (
          <Card title={text} aside={overdue && <State kind="care" word={words.overdue} />}>
            <p>
              {words.due} <Day language={language} day={day} />
            </p>
            <Form action={`${href}/follow-ups/${followUp}`} idempotencyKey={key}>
              <Actions>
                <Button name="outcome" value="done" says={words.done_says({ what: text })}>
                  {words.done}
                </Button>
                <Button kind="quiet" name="outcome" value="dropped">
                  {words.dropped}
                </Button>
              </Actions>
            </Form>
          </Card>
        ))}
      </Cards>
    </Section>
  )
}
