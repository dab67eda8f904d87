/** What came of a task, by its kind. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Stack } from '../parts/layout.tsx'
import { Notice, RefusalNotice } from '../parts/notice.tsx'
import { State } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import {
  PeopleChecked,
  type PeopleCheckedView,
  PeopleTaken,
  type PeopleTakenView,
} from './people-result.tsx'

export interface IssuedView {
  readonly fund: string
  readonly statement: LinkView
  /** What was found when the paper was drawn. */
  readonly paper: string
  readonly paperWhole: boolean
}

export interface RefusedView {
  readonly fund: string
  readonly sentence: string
  readonly remedy: string
}

export interface CheckView {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** In English, as the report has it. */
  readonly counted: string
  readonly findings: readonly string[]
}

export type ResultView =
  | PeopleCheckedView
  | PeopleTakenView
  | {
      readonly kind: 'told'
      /** What was taken, a sentence each. */
      readonly sentences: readonly string[]
    }
  | {
      readonly kind: 'statements'
      readonly issued: readonly IssuedView[]
      readonly refused: readonly RefusedView[]
    }
  | { readonly kind: 'report'; readonly passed: boolean; readonly checks: readonly CheckView[] }
  | {
      readonly kind: 'bank_results'
      readonly sentences: readonly string[]
      /** Lines that do not agree with what the bank says. */
      readonly notTaken: readonly {
        readonly reference: string
        readonly sentence: string
        readonly remedy: string
      }[]
      readonly notTakenInAll: number
      readonly problems: readonly { readonly line: number; readonly sentence: string }[]
      readonly problemsInAll: number
    }
  | {
      readonly kind: 'refusal'
      readonly sentence: string
      readonly remedy: string
      readonly problems: readonly { readonly line: number; readonly sentence: string }[]
      readonly problemsInAll: number
    }

interface ResultProps<R> {
  readonly t: Messages
  readonly language: PageLanguage
  readonly result: R
}

/** What came of a task. */
export function TaskResult({ t, language, result }: ResultProps<ResultView>) {
  switch (result.kind) {
    case 'people_checked':
      return <PeopleChecked t={t} language={language} result={result} />
    case 'people_taken':
      return <PeopleTaken t={t} language={language} result={result} />
    case 'statements':
      return <Statements t={t} language={language} result={result} />
    case 'report':
      return <Report t={t} language={language} result={result} />
    case 'bank_results':
      return <BankResults t={t} language={language} result={result} />
    case 'refusal':
      return <Refused t={t} language={language} result={result} />
    default:
      return (
        <ul>
          {result.sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )
  }
}

function Statements({ t, language, result }: ResultProps<ResultView & { kind: 'statements' }>) {
  const { issued, refused } = result
  const count = (n: number) => formatCount(language, n)
  return (
    <Stack>
      {issued.length > 0 && (
        <Table
          language={language}
          caption={t.tasks.issued({ count: count(issued.length) })}
          rows={issued}
          columns={[
            { key: 'fund', label: t.tasks.fund, cell: ({ fund }) => fund },
            {
              key: 'statement',
              label: t.tasks.statement,
              head: true,
              cell: ({ statement }) => <a href={statement.href}>{statement.label}</a>,
            },
            {
              key: 'paper',
              label: t.tasks.paper,
              cell: ({ paper, paperWhole }) =>
                paperWhole ? paper : <State kind="care" word={paper} />,
            },
          ]}
        />
      )}
      {refused.length > 0 && (
        <Table
          language={language}
          caption={t.tasks.refused({ count: count(refused.length) })}
          rows={refused}
          columns={[
            { key: 'fund', label: t.tasks.fund, head: true, cell: ({ fund }) => fund },
            {
              key: 'why',
              label: t.tasks.why,
              cell: ({ sentence, remedy }) => `${sentence} ${remedy}`,
            },
          ]}
        />
      )}
    </Stack>
  )
}

const checkStates = { passed: 'done', failed: 'stopped', skipped: 'draft' } as const

function Report({ t, language, result }: ResultProps<ResultView & { kind: 'report' }>) {
  const { passed, checks } = result
  const title = passed ? t.tasks.verified : t.tasks.not_verified
  return (
    <Stack>
      <Notice language={language} tone={passed ? 'success' : 'refusal'} title={title} />
      <Table
        language={language}
        caption={t.tasks.kind.verify_book}
        captionHidden
        rows={checks}
        columns={[
          { key: 'check', label: t.tasks.check, head: true, cell: ({ name }) => name },
          {
            key: 'state',
            label: t.tasks.state,
            cell: ({ state }) => (
              <State kind={checkStates[state]} word={t.tasks.check_states[state]} />
            ),
          },
          {
            key: 'found',
            label: t.tasks.found,
            cell: ({ counted, findings }) => (
              <span lang="en">
                {counted}
                {findings.map((finding) => (
                  <span class="cell-note">{finding}</span>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Stack>
  )
}

function BankResults({ t, language, result }: ResultProps<ResultView & { kind: 'bank_results' }>) {
  const { sentences, notTaken, notTakenInAll, problems, problemsInAll } = result
  const count = (n: number) => formatCount(language, n)
  return (
    <Stack>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {notTaken.length > 0 && (
        <Table
          language={language}
          caption={t.tasks.results_refused({ count: count(notTakenInAll) })}
          rows={notTaken}
          columns={[
            {
              key: 'reference',
              label: t.tasks.reference,
              head: true,
              cell: ({ reference }) => reference,
            },
            {
              key: 'why',
              label: t.tasks.why,
              cell: ({ sentence, remedy }) => `${sentence} ${remedy}`,
            },
          ]}
        />
      )}
      {problems.length > 0 && (
        <Problems
          t={t}
          language={language}
          caption={t.tasks.results_unread({ count: count(problemsInAll) })}
          problems={problems}
          problemsInAll={problemsInAll}
        />
      )}
    </Stack>
  )
}

function Refused({ t, language, result }: ResultProps<ResultView & { kind: 'refusal' }>) {
  const { sentence, remedy, problems, problemsInAll } = result
  const caption = t.tasks.problems({ count: formatCount(language, problemsInAll) })
  return (
    <Stack>
      <RefusalNotice language={language} sentence={sentence} remedy={remedy} />
      {problems.length > 0 && (
        <Problems
          t={t}
          language={language}
          caption={caption}
          problems={problems}
          problemsInAll={problemsInAll}
        />
      )}
    </Stack>
  )
}

interface ProblemsProps {
  readonly t: Messages
  readonly language: PageLanguage
  readonly caption: string
  readonly problems: readonly { readonly line: number; readonly sentence: string }[]
  readonly problemsInAll: number
}

/** Rows of a file that cannot be read, the first of them. */
function Problems({ t, language, caption, problems, problemsInAll }: ProblemsProps) {
  const shown = formatCount(language, problems.length)
  return (
    <Table
      language={language}
      caption={caption}
      note={problems.length < problemsInAll ? t.tasks.problems_shown({ shown }) : undefined}
      rows={problems}
      columns={[
        { key: 'line', label: t.tasks.line, kind: 'figure', cell: ({ line }) => line },
        {
          key: 'problem',
          label: t.tasks.problem,
          head: true,
          cell: ({ sentence: what }) => what,
        },
      ]}
    />
  )
}
