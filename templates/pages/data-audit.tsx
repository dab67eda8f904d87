/** People's data as the auditor sees it: who read sealed fields, who was erased, whose time is over. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Row } from '../parts/layout.tsx'
import { PageHeader, Subnavigation } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'
import { type Column, Table, TableFoot } from '../parts/table.tsx'
import { Day, Instant } from '../parts/time.tsx'

export interface ReadingView {
  readonly person: LinkView
  readonly who: string
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly fields: string
  readonly reason: string | null
}

/** The columns of who read what; with the person unless the table is of one. */
export function readingColumns(
  t: Messages,
  language: PageLanguage,
  timeZone: string,
  ofMany: boolean,
): Column<ReadingView>[] {
  const words = t.personal
  const person: Column<ReadingView> = {
    key: 'person',
    label: words.person,
    cell: ({ person: one }) => <a href={one.href}>{one.label}</a>,
  }
  return [
    { key: 'who', label: words.who, head: true, cell: ({ who }) => who },
    ...(ofMany ? [person] : []),
    {
      key: 'when',
      label: words.when,
      cell: ({ at }) => <Instant language={language} instant={at} timeZone={timeZone} />,
    },
    { key: 'fields', label: words.which, cell: ({ fields }) => fields },
    { key: 'reason', label: words.reason, cell: ({ reason }) => reason },
  ]
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly pages: readonly (LinkView & { readonly current: boolean })[]
}

export interface UnsealingsPageView extends PageView {
  readonly timeZone: string
  readonly readings: readonly ReadingView[]
  readonly newer: string | undefined
  readonly older: string | undefined
}

/** Who read sealed fields of whom, and why. */
export function UnsealingsPage(view: UnsealingsPageView) {
  const { t, language, pages, readings } = view
  const words = t.personal
  return (
    <>
      <PageHeader language={language} title={words.readings} lead={words.readings_lead} />
      <Subnavigation language={language} items={pages} />
      <Table
        language={language}
        caption={words.readings}
        captionHidden
        rows={readings}
        empty={<EmptyState title={words.readings_none} />}
        columns={readingColumns(t, language, view.timeZone, true)}
      />
      <TableFoot language={language} newer={view.newer} older={view.older} />
    </>
  )
}

export interface ErasureView {
  readonly person: LinkView
  readonly ground: string
  readonly askedBy: string | null
  readonly state: 'open' | 'erased' | 'withdrawn'
  readonly decidedBy: string | null
  /** What stands in the way of an open one. */
  readonly holds: string
  /** What the reader may do with an open one. */
  readonly links: readonly LinkView[]
}

export interface ErasuresPageView extends PageView {
  readonly erasures: readonly ErasureView[]
}

const kinds = { open: 'waiting', erased: 'done', withdrawn: 'stopped' } as const

/** Who was erased, and who asked and confirmed it. */
export function ErasuresPage({ t, language, pages, erasures }: ErasuresPageView) {
  const words = t.personal
  const states = {
    open: words.state_open,
    erased: words.state_erased,
    withdrawn: words.state_withdrawn,
  }
  return (
    <>
      <PageHeader language={language} title={words.erasures} lead={words.erasures_lead} />
      <Subnavigation language={language} items={pages} />
      <Table
        language={language}
        caption={words.erasures}
        captionHidden
        rows={erasures}
        empty={<EmptyState title={words.erasures_none} />}
        columns={[
          {
            key: 'person',
            label: words.person,
            head: true,
            cell: ({ person }) => <a href={person.href}>{person.label}</a>,
          },
          { key: 'ground', label: words.ground, cell: ({ ground }) => ground },
          { key: 'asked', label: words.asked_by, cell: ({ askedBy }) => askedBy },
          { key: 'decided', label: words.decided_by, cell: ({ decidedBy }) => decidedBy },
          { key: 'holds', label: words.held_by, cell: ({ holds }) => holds },
          {
            key: 'state',
            label: words.state,
            cell: ({ state, links }) => (
              <Row>
                <State kind={kinds[state]} word={states[state]} />
                {links.map(({ href, label }) => (
                  <a href={href}>{label}</a>
                ))}
              </Row>
            ),
          },
        ]}
      />
    </>
  )
}

export interface DueView {
  readonly person: LinkView
  readonly due: string
  readonly dealings: string
  readonly holds: string
}

export interface RetentionPageView extends PageView {
  readonly note: string | undefined
  readonly persons: readonly DueView[]
}

/** Whose data are kept longer than the policy says. */
export function RetentionPage({ t, language, pages, note, persons }: RetentionPageView) {
  const words = t.personal
  return (
    <>
      <PageHeader language={language} title={words.retention} lead={words.retention_lead} />
      <Subnavigation language={language} items={pages} />
      <Table
        language={language}
        caption={words.retention}
        captionHidden
        note={note}
        rows={persons}
        empty={<EmptyState title={words.retention_none} />}
        columns={[
          {
            key: 'person',
            label: words.person,
            head: true,
            cell: ({ person }) => <a href={person.href}>{person.label}</a>,
          },
          {
            key: 'due',
            label: words.due_since,
            kind: 'day',
            cell: ({ due }) => <Day language={language} day={due} />,
          },
          { key: 'dealings', label: words.dealings, cell: ({ dealings }) => dealings },
          { key: 'holds', label: words.held_by, cell: ({ holds }) => holds },
        ]}
      />
    </>
  )
}
