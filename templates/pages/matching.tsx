/** The matching: beginning one, how far it is, and the runs there were. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { OptionView } from '../parts/field.tsx'
import { Select } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Progress } from '../parts/progress.tsx'
import { Table, TableFoot } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface RunView {
  readonly href: string
  readonly name: string
  readonly at: string
  readonly by: string
  readonly unit: string | null
  readonly needs: number
  readonly suggested: number
  readonly unmet: number
  readonly pairs: number
}

/** How far a matching is that the reader began. */
export type UnderWayView =
  | {
      readonly kind: 'going'
      readonly part: string
      readonly done: number
      readonly all: number | null
    }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly sentence: string }

export interface MatchingPageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
  readonly tabs: readonly TabView[]
  readonly runs: readonly RunView[]
  readonly newer: string | undefined
  readonly older: string | undefined
  /** Null for who may not begin one. */
  readonly begin: {
    readonly action: string
    readonly key: string
    readonly units: readonly OptionView[]
    readonly whole: boolean
  } | null
  readonly underWay: UnderWayView | null
  readonly whatIf: string | null
}

/** The runs of the matching, with the way to another one. */
export function MatchingPage(view: MatchingPageView) {
  const { t, language, tabs, whatIf, newer, older } = view
  const words = t.matching
  const actions = whatIf && <ButtonLink href={whatIf}>{words.what_if}</ButtonLink>
  return (
    <>
      <PageHeader language={language} title={words.title} lead={words.lead} actions={actions} />
      <PeopleTabs language={language} tabs={tabs} />
      <Stack>
        <UnderWay {...view} />
        <Begin {...view} />
      </Stack>
      <Section title={words.runs}>
        <Runs {...view} />
        <TableFoot language={language} newer={newer} older={older} />
      </Section>
    </>
  )
}

function UnderWay({ t, language, underWay }: MatchingPageView) {
  const words = t.matching
  if (underWay === null) return null
  if (underWay.kind === 'interrupted') {
    return (
      <Notice language={language} tone="warning" title={words.interrupted}>
        {words.interrupted_lead}
      </Notice>
    )
  }
  if (underWay.kind === 'failed') {
    return (
      <Notice language={language} tone="warning" title={words.failed}>
        {underWay.sentence}
      </Notice>
    )
  }
  return (
    <Notice language={language} tone="info" title={words.under_way}>
      <Progress
        language={language}
        id="matching"
        label={underWay.part}
        done={underWay.done}
        all={underWay.all}
        note={words.under_way_lead}
      />
    </Notice>
  )
}

function Begin({ t, language, begin, underWay }: MatchingPageView) {
  if (begin === null || underWay?.kind === 'going') return null
  const words = t.matching
  return (
    <Form action={begin.action} idempotencyKey={begin.key}>
      {begin.units.length > 0 && (
        <Select
          language={language}
          name="unit"
          label={words.unit}
          hint={words.begin_lead}
          options={begin.units}
          empty={begin.whole ? words.whole : undefined}
        />
      )}
      <Actions>
        <Button kind="primary">{words.begin}</Button>
      </Actions>
    </Form>
  )
}

function Runs({ t, language, timeZone, runs }: MatchingPageView) {
  const words = t.matching
  const figure = (key: 'needs' | 'suggested' | 'unmet' | 'pairs') => ({
    key,
    label: words[key],
    kind: 'figure' as const,
    cell: (row: RunView) => formatCount(language, row[key]),
  })
  return (
    <Table
      language={language}
      caption={words.runs}
      captionHidden
      rows={runs}
      empty={<EmptyState title={words.empty} lead={words.empty_lead} />}
      columns={[
        {
          key: 'run',
          label: words.run,
          head: true,
          cell: ({ href, name }) => <a href={href}>{name}</a>,
        },
        {
          key: 'at',
          label: words.at,
          cell: ({ at, by }) => (
            <>
              <Instant language={language} instant={at} timeZone={timeZone} />
              <span class="cell-note">{by}</span>
            </>
          ),
        },
        { key: 'unit', label: words.unit, cell: ({ unit }) => unit ?? words.whole },
        figure('needs'),
        figure('suggested'),
        figure('unmet'),
        figure('pairs'),
      ]}
    />
  )
}
