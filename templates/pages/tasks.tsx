/** The list of background work, and one task: how far it is, what may be done with it, what came of it. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonForm, ButtonLink } from '../parts/button.tsx'
import type { Content, LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { Progress } from '../parts/progress.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { Table, TableFoot } from '../parts/table.tsx'
import { Instant } from '../parts/time.tsx'
import { type ResultView, TaskResult } from './task-result.tsx'

export interface TaskView {
  readonly href: string
  readonly task: number
  readonly kind: string
  /** What it is about in a few words: a file, how many funds; empty for the book as a whole. */
  readonly about: string
  readonly state: { readonly kind: StateKind; readonly word: string }
  /** ISO instants. */
  readonly begunAt: string
  readonly begunBy: string
  readonly endedAt: string | null
}

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly timeZone: string
}

export interface TasksPageView extends PageView {
  readonly tasks: readonly TaskView[]
  readonly older: string | undefined
  readonly newer: string | undefined
  /** What this reader may begin. */
  readonly begin: readonly LinkView[]
  /** The button that verifies the book; null for who may not. */
  readonly verify: { readonly action: string; readonly key: string } | null
}

/** All background work, newest first. */
export function TasksPage(view: TasksPageView) {
  const { t, language, tasks, begin, verify, older, newer } = view
  const actions = (
    <Actions>
      {begin.map(({ href, label }) => (
        <ButtonLink href={href}>{label}</ButtonLink>
      ))}
      {verify && (
        <ButtonForm action={verify.action} hidden={{ key: verify.key }}>
          {t.tasks.verify}
        </ButtonForm>
      )}
    </Actions>
  )
  return (
    <Stack>
      <PageHeader language={language} title={t.tasks.title} lead={t.tasks.lead} />
      {actions}
      {tasks.length === 0 ? (
        <EmptyState title={t.tasks.empty} lead={t.tasks.empty_lead} />
      ) : (
        <TasksTable {...view} />
      )}
      <TableFoot language={language} newer={newer} older={older} />
    </Stack>
  )
}

function TasksTable({ t, language, timeZone, tasks }: TasksPageView) {
  return (
    <Table
      language={language}
      caption={t.tasks.title}
      captionHidden
      rows={tasks}
      columns={[
        {
          key: 'what',
          label: t.tasks.what,
          head: true,
          cell: ({ href, kind, about }) => (
            <>
              <a href={href}>{kind}</a>
              {about !== '' && <span class="cell-note">{about}</span>}
            </>
          ),
        },
        { key: 'state', label: t.tasks.state, cell: ({ state }) => <State {...state} /> },
        {
          key: 'begun',
          label: t.tasks.begun,
          cell: ({ begunAt }) => (
            <Instant language={language} instant={begunAt} timeZone={timeZone} />
          ),
        },
        { key: 'by', label: t.tasks.begun_by, cell: ({ begunBy }) => begunBy },
      ]}
    />
  )
}

/** How far a task is. */
export interface TaskProgressView {
  readonly part: string
  readonly note: string
  readonly done: number
  /** Null when it is not known, or when it cannot be counted. */
  readonly all: number | null
}

export interface TaskPageView extends PageView {
  readonly task: TaskView
  readonly breadcrumbs: readonly LinkView[]
  /** What was asked, in the words of its form. */
  readonly asked: readonly { readonly term: string; readonly detail: Content }[]
  /** Null when it is not under way. */
  readonly progress: TaskProgressView | null
  /** What the state means for the reader; empty where it speaks for itself. */
  readonly lead: string
  /** Where scripts hear how far it is; null when it is not under way. */
  readonly events: string | null
  readonly stop: { readonly action: string; readonly key: string } | null
  readonly again: { readonly action: string; readonly key: string } | null
  /** Where the file is chosen again. */
  readonly chooseFile: string | null
  readonly result: ResultView | null
}

/** One task. */
export function TaskPage(view: TaskPageView) {
  const { t, language, timeZone, task, breadcrumbs, asked, result, events } = view
  const facts = [
    { term: t.tasks.begun, detail: instantOf(task.begunAt, { language, timeZone }) },
    { term: t.tasks.begun_by, detail: task.begunBy },
    ...(task.endedAt === null
      ? []
      : [{ term: t.tasks.ended, detail: instantOf(task.endedAt, { language, timeZone }) }]),
    ...asked,
  ]
  return (
    <Stack>
      <PageHeader
        language={language}
        title={task.kind}
        caption={t.tasks.one({ task: task.task })}
        breadcrumbs={breadcrumbs}
        facts={<State {...task.state} />}
        actions={<TaskActions {...view} />}
      />
      {/* What stands in here is sent again as the work goes on. */}
      <div id="task-progress" data-task-events={events ?? undefined}>
        <TaskProgress {...view} />
      </div>
      {result && (
        <Section title={t.tasks.result}>
          <TaskResult t={t} language={language} result={result} />
        </Section>
      )}
      <DescriptionList items={facts} />
    </Stack>
  )
}

function instantOf(instant: string, shown: { language: PageLanguage; timeZone: string }): Content {
  return <Instant {...shown} instant={instant} />
}

function TaskActions({ t, stop, again, chooseFile }: TaskPageView) {
  return (
    <Actions>
      {again && (
        <ButtonForm kind="primary" action={again.action} hidden={{ key: again.key }}>
          {t.tasks.again}
        </ButtonForm>
      )}
      {chooseFile && (
        <ButtonLink kind="primary" href={chooseFile}>
          {t.tasks.choose_file}
        </ButtonLink>
      )}
      {stop && (
        <ButtonForm action={stop.action} hidden={{ key: stop.key }}>
          {t.tasks.stop}
        </ButtonForm>
      )}
    </Actions>
  )
}

/** What changes while a task is under way: its bar, and what its state means. */
export function TaskProgress({
  language,
  progress,
  lead,
}: Pick<TaskPageView, 'language' | 'progress' | 'lead'>) {
  return (
    <Stack>
      {progress && (
        <Progress
          language={language}
          id="task-bar"
          label={progress.part}
          done={progress.done}
          all={progress.all}
          note={progress.note}
        />
      )}
      {lead !== '' && <Notice language={language} tone="info" title={lead} />}
    </Stack>
  )
}
