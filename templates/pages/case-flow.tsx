/** What was looked at of a case: its time, its standing checks, visits, the rule of a refusal, and what waits. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row, Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import type { StateView } from './columns.tsx'

export interface CheckView {
  readonly name: string
  readonly stands: StateView
  readonly reason: string | null
  readonly who: string | undefined
}

export interface CaseFlowView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly clock: {
    readonly paused: number
    readonly due_on: string | null
    readonly overdue: boolean
  }
  readonly clock_words: string
  readonly near_officer: boolean
  readonly checks: readonly CheckView[]
  readonly visits: readonly {
    readonly on: string
    readonly findings: string
    readonly who?: string | undefined
  }[]
  readonly refusal: { readonly rule: string | null; readonly text: string | null } | null
  /** What may be done at the step; the first leads on. */
  readonly acts: readonly LinkView[]
  /** What turns the case back or away. */
  readonly apart: readonly LinkView[]
}

/** The section of a case's page on the steps before it is decided. */
export function CaseFlow(view: CaseFlowView) {
  const { t, language, near_officer, checks, acts, apart } = view
  return (
    <Section title={t.flow.title}>
      <Stack>
        {near_officer && (
          <Notice language={language} tone="warning">
            {t.flow.near_officer}
          </Notice>
        )}
        <DescriptionList items={factsOf(view)} />
        {checks.length > 0 && (
          <Table
            language={language}
            caption={t.casework.step.checks}
            rows={checks}
            columns={[
              {
                key: 'check',
                label: t.flow.check,
                head: true,
                cell: ({ name }: CheckView) => name,
              },
              {
                key: 'outcome',
                label: t.flow.outcome,
                cell: ({ stands }: CheckView) => <State {...stands} />,
              },
              {
                key: 'reason',
                label: t.flow.why,
                cell: ({ reason, who }: CheckView) => (
                  <>
                    {reason}
                    {who !== undefined && <span class="cell-note">{who}</span>}
                  </>
                ),
              },
            ]}
          />
        )}
        {acts.length + apart.length > 0 && <Buttons acts={acts} apart={apart} />}
      </Stack>
    </Section>
  )
}

function Buttons({ acts, apart }: Pick<CaseFlowView, 'acts' | 'apart'>) {
  return (
    <Actions
      apart={apart.map(({ href, label }) => (
        <ButtonLink kind="quiet" href={href}>
          {label}
        </ButtonLink>
      ))}
    >
      {acts.map(({ href, label }, at) => (
        <ButtonLink kind={at === 0 ? 'primary' : 'secondary'} href={href}>
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}

function factsOf({
  t,
  language,
  clock,
  clock_words,
  visits,
  refusal,
}: CaseFlowView): DescriptionView[] {
  const due: Content = (
    <Row>
      <span>{clock_words}</span>
      {clock.overdue && <State kind="care" word={t.flow.overdue} />}
    </Row>
  )
  const still = clock.paused > 0 ? t.flow.stood_still({ days: clock.paused }) : undefined
  return [
    { term: t.flow.clock, detail: due, note: still },
    ...(clock.due_on === null
      ? []
      : [{ term: t.flow.due_on, detail: <Day language={language} day={clock.due_on} /> }]),
    ...visits.map(({ on, findings, who }) => ({
      term: t.casework.step.home_visit,
      detail: findings,
      note: (
        <>
          <Day language={language} day={on} />
          {who !== undefined && ` · ${who}`}
        </>
      ),
    })),
    ...(refusal
      ? [
          {
            term: t.flow.refused_by,
            detail: refusal.rule ?? refusal.text ?? '',
            note: refusal.rule === null ? undefined : (refusal.text ?? undefined),
          },
        ]
      : []),
  ]
}
