/** What a check of a file of people found, with the form that decides; and what came of its import. */
import type { Messages } from '../messages/messages.ts'
import { Actions, Button, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { FileField, Select } from '../parts/fields.tsx'
import { Form } from '../parts/form.tsx'
import { formatCount, type PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Table } from '../parts/table.tsx'

/** Names of the fields of the form that decides. */
export const choiceName = (row: number) => `row-${row}`

export interface CollisionView {
  readonly row: number
  /** Whom it may mean: somebody in the book, or an earlier row. */
  readonly who: LinkView | null
  readonly earlier: number | null
  readonly reasons: string
  /** What `same` stands for, by the value of its option; null where there is nobody to choose. */
  readonly same: string | null
}

export interface RowProblemView {
  readonly row: number
  readonly problem: string
}

export interface PeopleCheckedView {
  readonly kind: 'people_checked'
  readonly counts: Readonly<Record<'total' | 'new' | 'alike' | 'done' | 'refused', number>>
  readonly collisions: readonly CollisionView[]
  readonly collisionsInAll: number
  readonly problems: readonly RowProblemView[]
  /** Where the decisions are sent; null for who may not, and when nothing could be taken. */
  readonly form: { readonly action: string; readonly key: string } | null
}

export interface PeopleTakenView {
  readonly kind: 'people_taken'
  readonly counts: readonly { readonly term: string; readonly count: number }[]
  readonly problems: readonly RowProblemView[]
  /** Where the result file is; `held` while the server still has the file it is made of. */
  readonly result: { readonly action: string; readonly held: boolean } | null
}

interface Props<V> {
  readonly t: Messages
  readonly language: PageLanguage
  readonly result: V
}

/** What would become of the rows, and what is to be done with those that may be somebody who is known. */
export function PeopleChecked(props: Props<PeopleCheckedView>) {
  const { t, language, result } = props
  const words = t.peopleImport
  const counts = (['total', 'new', 'alike', 'done', 'refused'] as const)
    .filter((name) => name === 'total' || result.counts[name] > 0)
    .map((name) => ({ term: words[name], detail: formatCount(language, result.counts[name]) }))
  return (
    <Stack>
      <DescriptionList items={counts} />
      <Problems {...props} lead={words.problems_lead} />
      {result.form === null ? (
        <Notice language={language} tone="info" title={words.nothing} />
      ) : (
        <Form action={result.form.action} idempotencyKey={result.form.key}>
          {result.collisions.length > 0 && <Collisions {...props} />}
          <Actions>
            <Button kind="primary">{words.do_import}</Button>
          </Actions>
        </Form>
      )}
    </Stack>
  )
}

function Collisions({ t, language, result }: Props<PeopleCheckedView>) {
  const words = t.peopleImport
  const { collisions, collisionsInAll } = result
  const count = (n: number) => formatCount(language, n)
  return (
    <>
      <Section title={words.collisions} lead={words.collisions_lead}>
        <Table
          language={language}
          caption={words.collisions}
          captionHidden
          note={
            collisionsInAll > collisions.length
              ? words.collisions_shown({
                  shown: count(collisions.length),
                  all: count(collisionsInAll),
                })
              : undefined
          }
          rows={collisions}
          columns={[
            { key: 'row', label: words.row, kind: 'figure', head: true, cell: ({ row }) => row },
            {
              key: 'who',
              label: words.may_be,
              cell: ({ who, earlier }) =>
                who ? (
                  <a href={who.href}>{who.label}</a>
                ) : (
                  earlier !== null && words.earlier_row({ row: earlier })
                ),
            },
            { key: 'why', label: words.why, cell: ({ reasons }) => reasons },
            {
              key: 'decision',
              label: t.duplicates.decide,
              cell: ({ row, same }) => (
                <select name={choiceName(row)} aria-label={words.decision({ row })} class="control">
                  <option value="">{words.choice.open}</option>
                  {rowChoices(t, same).map(({ value, label }) => (
                    <option value={value}>{label}</option>
                  ))}
                </select>
              ),
            },
          ]}
        />
      </Section>
      <Others t={t} language={language} />
    </>
  )
}

/** What is done with the rows on which nothing was decided. */
function Others({ t, language }: Omit<Props<never>, 'result'>) {
  const words = t.peopleImport
  const others = [
    { grade: 'likely', label: words.likely, value: 'same' },
    { grade: 'possible', label: words.possible, value: 'skip' },
  ]
  return (
    <Section title={words.otherwise} lead={words.otherwise_hint}>
      <Stack>
        {others.map(({ grade, label, value }) => (
          <Select
            language={language}
            name={grade}
            label={label}
            value={value}
            options={rowChoices(t, 'same')}
          />
        ))}
      </Stack>
    </Section>
  )
}

/** What may be done with a row; `same` is the value of the option of that name, null where there is none. */
function rowChoices({ peopleImport }: Messages, same: string | null) {
  const { choice } = peopleImport
  return [
    ...(same === null ? [] : [{ value: same, label: choice.same }]),
    { value: 'new', label: choice.new },
    { value: 'skip', label: choice.skip },
  ]
}

function Problems({
  t,
  language,
  result,
  lead,
}: Props<PeopleCheckedView | PeopleTakenView> & { readonly lead?: string | undefined }) {
  const words = t.peopleImport
  if (result.problems.length === 0) return null
  return (
    <Section title={words.problems} lead={lead}>
      <Table
        language={language}
        caption={words.problems}
        captionHidden
        rows={result.problems}
        columns={[
          { key: 'row', label: words.row, kind: 'figure', head: true, cell: ({ row }) => row },
          { key: 'problem', label: words.problem, cell: ({ problem }) => problem },
        ]}
      />
    </Section>
  )
}

/** What came of the rows, and the file that says it of each. */
export function PeopleTaken(props: Props<PeopleTakenView>) {
  const { t, language, result } = props
  const words = t.peopleImport
  const counts = result.counts.map(({ term, count }) => ({
    term,
    detail: formatCount(language, count),
  }))
  return (
    <Stack>
      <DescriptionList items={counts} />
      <Problems {...props} />
      {result.result && (
        <Section title={words.result} lead={words.result_lead}>
          {result.result.held ? (
            <ButtonLink href={result.result.action}>{words.result_download}</ButtonLink>
          ) : (
            <Form action={result.result.action} multipart>
              <FileField
                language={language}
                name="people"
                label={words.file}
                hint={words.result_again}
                accept=".xlsx,.csv,text/csv"
              />
              <Actions>
                <Button>{words.result_make}</Button>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </Stack>
  )
}
