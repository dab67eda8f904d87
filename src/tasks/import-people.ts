/**
 * Takes a file of people into the book, in parts of some hundred rows. Each part is an act of its own, with a key
 * of its own that is the same whenever the task is begun again: so no row is taken twice, and what was taken
 * stands also when the task is stopped.
 */
import type { Answer } from '../book/book.ts'
import { type GivenRow, importRows, type RowChoice } from '../exchange/people-import.ts'
import { type ChunkRow, chunksOf, type PeopleSheet, sheetRow } from '../exchange/people-sheet.ts'
import { type Outcome, outcomes } from '../exchange/people-taking.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { askedOf, keyOfPart, type TaskRecord } from './records.ts'
import type { Job, Progress } from './work.ts'

/** Rows not taken that are told on the page; the result file tells all. */
const mostTold = 200

/** What was asked of an import of people. */
export interface PeopleAsked {
  readonly region?: string
  readonly choices: readonly { row: number; as: RowChoice; party?: string }[]
  readonly otherwise: { readonly likely: RowChoice; readonly possible: RowChoice }
}

interface Part {
  readonly key: string
  readonly rows: GivenRow[]
}

/** The parts in which a sheet is taken, always the same for the same file and the same decisions. */
function* partsOf(sheet: PeopleSheet, { choices }: PeopleAsked): Generator<Part> {
  const decided = new Map(choices.map(({ row, ...choice }) => [row, choice]))
  const given = (row: ChunkRow): GivenRow => ({ ...row, ...decided.get(row.row) }) as GivenRow
  for (const rows of chunksOf(sheet, (place) => sheetRow(sheet, place))) {
    yield { key: `rows-${rows[0]!.row}`, rows: rows.map(given) }
  }
}

/** The work of `import_people`; its file is `people`. */
export async function* importPeopleWork(job: Job): AsyncGenerator<Progress, void, void> {
  const asked = job.asked as unknown as PeopleAsked
  yield { part: 'reading', done: 0, total: 0 }
  const sheet = await job.offer.background.readPeople(job.files.people!, job.signal)
  const total = sheet.texts.length
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]))
  const refused: Pick<Outcome, 'row' | 'faults'>[] = []
  let done = 0
  for (const { key, rows } of partsOf(sheet, asked)) {
    yield { part: 'taking', done, total }
    const { region, otherwise } = asked
    const input = { rows, otherwise, ...(region === undefined ? {} : { region }) }
    const answer: Answer = await job.offer.submit({
      command: importRows,
      input,
      key: job.keyOf(key),
      caller: job.caller,
    })
    for (const { row, outcome, faults } of (answer.output as { rows: Outcome[] }).rows) {
      counts[outcome]! += 1
      if (outcome === 'refused' && refused.length < mostTold) refused.push({ row, faults })
    }
    done += rows.length
    // As far as it is known at every moment: it may be stopped at the next.
    Object.assign(job.result, { import: 'people', total, ...counts, refused_rows: refused })
  }
  yield { part: 'taking', done, total }
}

const answered = prepare((p: { key: string }) =>
  build.selectFrom('request').select('answer').where('key', '=', p.key),
)

/** What came of each row of the file of an import, as far as its parts were taken. */
export function outcomesOf(
  reader: Reader,
  record: TaskRecord,
  sheet: PeopleSheet,
): ReadonlyMap<number, Outcome> {
  const asked = askedOf(reader, record) as unknown as PeopleAsked
  const found = new Map<number, Outcome>()
  for (const { key } of partsOf(sheet, asked)) {
    const row = first(reader, answered, { key: keyOfPart(reader, record, key) })
    if (!row) continue
    const { rows } = JSON.parse(row.answer) as { rows: Outcome[] }
    for (const outcome of rows) found.set(outcome.row, outcome)
  }
  return found
}
