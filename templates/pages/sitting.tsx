/** A sitting: who is there, what waits, what was voted, the minutes. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Digest, Row, Section, Stack } from '../parts/layout.tsx'
import { DoneNotice, Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { amountColumn, type StateView } from './columns.tsx'

interface Speech {
  readonly t: Messages
  readonly language: PageLanguage
}

export interface PartView {
  readonly name: string
  readonly part: string
  readonly presence: StateView
}

/** A case on the agenda, or one that was voted on. */
export interface CasePutView {
  readonly href: string
  readonly reference: string
  readonly beneficiary: string
  readonly amount: string
  readonly currency: string
  /** How many instalments of the amount, in words; null for one. */
  readonly instalments: string | null
  /** What is to be known of it: voted on already, to be ratified, the reader's own interest. */
  readonly marks: readonly StateView[]
}

/** Cases that are voted on together. */
export interface AgendaGroupView {
  readonly title: string
  readonly count: string
  /** Why it cannot be voted on now; null where it can. */
  readonly without: string | null
  readonly cases: readonly CasePutView[]
  /** How many are not listed, in words. */
  readonly more: string | null
}

export interface BallotView {
  readonly title: string
  readonly state: StateView
  readonly particulars: readonly DescriptionView[]
  readonly cases: readonly CasePutView[]
  readonly more: string | null
}

export interface SittingPageView extends Speech {
  readonly title: string
  readonly breadcrumbs: readonly LinkView[]
  readonly state: StateView
  readonly done: string | undefined
  readonly acts: readonly LinkView[]
  /** What cannot be taken back stands apart. */
  readonly close: LinkView | null
  readonly particulars: readonly DescriptionView[]
  readonly attendance: readonly PartView[]
  /** Null for a sitting that is closed. */
  readonly agenda: { readonly groups: readonly AgendaGroupView[]; readonly more: boolean } | null
  readonly recusals: readonly {
    readonly name: string
    readonly case: LinkView
    readonly ground: string
    readonly reason: string | null
  }[]
  readonly ballots: readonly BallotView[]
  readonly minutes: { readonly digest: string; readonly text: string } | null
}

/** One sitting. */
export function SittingPage(view: SittingPageView) {
  const { t, language, acts, close, done, agenda, ballots, minutes } = view
  const words = t.sittings
  return (
    <Stack>
      {done !== undefined && <DoneNotice language={language} done={done} another={null} />}
      <PageHeader
        language={language}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        facts={<State {...view.state} />}
        actions={
          <Actions apart={close && <ButtonLink href={close.href}>{close.label}</ButtonLink>}>
            {acts.map(({ href, label }, place) => (
              <ButtonLink kind={place === 0 ? 'primary' : 'secondary'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        }
      />
      <DescriptionList items={view.particulars} />
      <Attendance {...view} />
      {agenda && <Agenda t={t} language={language} {...agenda} />}
      {ballots.length > 0 && (
        <Section title={words.ballots} id="ballots">
          {ballots.map((ballot) => (
            <Ballot t={t} language={language} ballot={ballot} />
          ))}
        </Section>
      )}
      {view.recusals.length > 0 && <Recusals {...view} />}
      {minutes && (
        <Section title={words.minutes} id="minutes" lead={words.minutes_lead}>
          <Digest>{minutes.digest}</Digest>
          <details>
            <summary>{words.minutes_text}</summary>
            <Digest>{minutes.text}</Digest>
          </details>
        </Section>
      )}
    </Stack>
  )
}

function Attendance({ t, language, attendance }: SittingPageView) {
  const words = t.sittings
  return (
    <Section title={words.attendance} id="attendance">
      <Table
        language={language}
        caption={words.attendance}
        captionHidden
        rows={attendance}
        columns={[
          { key: 'name', label: words.name, head: true, cell: ({ name }) => name },
          { key: 'part', label: words.part, cell: ({ part }) => part },
          {
            key: 'presence',
            label: words.present,
            cell: ({ presence }) => <State {...presence} />,
          },
        ]}
      />
    </Section>
  )
}

function Agenda({ t, language, groups, more }: Speech & NonNullable<SittingPageView['agenda']>) {
  const words = t.sittings
  return (
    <Section title={words.agenda} id="agenda">
      {groups.length === 0 && (
        <EmptyState title={words.agenda_empty} lead={words.agenda_empty_lead} />
      )}
      {more && (
        <Notice language={language} tone="info">
          {words.agenda_more}
        </Notice>
      )}
      {groups.map(({ title, count, without, cases, more: others }) => (
        <Stack>
          {without && (
            <Notice language={language} tone="warning">
              {without}
            </Notice>
          )}
          <Cases t={t} language={language} caption={`${title} · ${count}`} cases={cases} />
          {others && <p class="soft">{others}</p>}
        </Stack>
      ))}
    </Section>
  )
}

function Ballot({ t, language, ballot }: Speech & { readonly ballot: BallotView }) {
  return (
    <Stack>
      <Row>
        <h3>{ballot.title}</h3>
        <State {...ballot.state} />
      </Row>
      <DescriptionList items={ballot.particulars} />
      <Cases t={t} language={language} caption={t.sittings.cases} cases={ballot.cases} />
      {ballot.more && <p class="soft">{ballot.more}</p>}
    </Stack>
  )
}

interface CasesProps extends Speech {
  readonly caption: string
  readonly cases: readonly CasePutView[]
}

function Cases({ t, language, caption, cases }: CasesProps) {
  const words = t.sittings
  const told = cases.some(({ marks, instalments }) => marks.length > 0 || instalments !== null)
  return (
    <Table
      language={language}
      caption={caption}
      rows={cases}
      columns={[
        {
          key: 'case',
          label: words.case,
          head: true,
          cell: ({ href, reference }) => <a href={href}>{reference}</a>,
        },
        { key: 'for', label: words.beneficiary, cell: ({ beneficiary }) => beneficiary },
        ...(told ? [marksColumn(words.state)] : []),
        amountColumn(language, words.amount, cases),
      ]}
    />
  )
}

/** What is to be known of cases, where there is anything. */
function marksColumn(label: string): Column<CasePutView> {
  return {
    key: 'marks',
    label,
    cell: ({ marks, instalments }) => (
      <Row>
        {instalments && <span>{instalments}</span>}
        {marks.map((mark) => (
          <State {...mark} />
        ))}
      </Row>
    ),
  }
}

function Recusals({ t, language, recusals }: SittingPageView) {
  const words = t.sittings
  return (
    <Section title={words.recusals} id="recusals">
      <Table
        language={language}
        caption={words.recusals}
        captionHidden
        rows={recusals}
        columns={[
          { key: 'who', label: words.who, head: true, cell: ({ name }) => name },
          {
            key: 'case',
            label: words.case,
            cell: (one) => <a href={one.case.href}>{one.case.label}</a>,
          },
          { key: 'ground', label: words.ground, cell: ({ ground }) => ground },
          { key: 'why', label: words.why, cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  )
}
