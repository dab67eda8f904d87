/**
 * Checks a file of people before any of it is taken: who would be new, who may be somebody in the book or in an
 * earlier row, what is wrong. Of what it finds it keeps rows, columns and references, and no word of the file.
 */
import { ask } from '../book/book.ts'
import { checkRows } from '../exchange/people-check.ts'
import { type ChunkRow, chunksOf, sheetRow } from '../exchange/people-sheet.ts'
import type { Job, Progress } from './work.ts'

/** Some 10 ms: nobody waits for longer. */
const rowsInStep = 50

/** Collisions that are told, and decided one by one; those beyond are decided together. */
const mostCollisions = 300
/** Nobody mends more lines than this in one sitting. */
const mostProblems = 200

type Found = ReturnType<typeof checkRows.run>['rows'][number]

/** A row that may mean somebody: in the book, or in an earlier row of the file. */
export interface Collision {
  readonly row: number
  readonly alike: Found['alike']
  /** The earlier row that gives the same number, or the same name and birth date. */
  readonly earlier: number | null
}

/** What a check comes to. */
export interface PeopleChecked {
  readonly check: 'people'
  total: number
  new: number
  alike: number
  done: number
  refused: number
  collisions_in_all: number
  readonly collisions: Collision[]
  readonly problems: Pick<Found, 'row' | 'faults'>[]
}

/** The work of `check_people`; its file is `people`. */
export async function* checkPeopleWork(job: Job): AsyncGenerator<Progress, void, void> {
  const { region } = job.asked as { region?: string }
  yield { part: 'reading', done: 0, total: 0 }
  const sheet = await job.offer.background.readPeople(job.files.people!, job.signal)
  const total = sheet.texts.length
  const result: PeopleChecked = {
    check: 'people',
    total: 0,
    new: 0,
    alike: 0,
    done: 0,
    refused: 0,
    collisions_in_all: 0,
    collisions: [],
    problems: [],
  }
  const earlier = new EarlierRows()
  for (const chunk of chunksOf(sheet, (place) => sheetRow(sheet, place))) {
    for (let from = 0; from < chunk.length; from += rowsInStep) {
      yield { part: 'checking', done: result.total, total }
      const rows = chunk.slice(from, from + rowsInStep)
      const input = { rows, ...(region === undefined ? {} : { region }) }
      const checked = ask(job.offer.book, checkRows, input, job.caller).rows
      for (const [place, found] of checked.entries()) {
        count(result, found, earlier.rowLike(rows[place]!))
      }
    }
  }
  result.collisions.sort((a, b) => a.row - b.row)
  Object.assign(job.result, result)
  yield { part: 'checking', done: total, total }
}

function count(result: PeopleChecked, found: Found, earlier: number | null): void {
  const { row, state, alike, faults } = found
  result.total += 1
  result[state === 'new' && earlier !== null ? 'alike' : state] += 1
  if (state === 'refused' && result.problems.length < mostProblems) {
    result.problems.push({ row, faults })
  }
  if (state !== 'alike' && (state !== 'new' || earlier === null)) return
  result.collisions_in_all += 1
  if (result.collisions.length < mostCollisions) result.collisions.push({ row, alike, earlier })
}

/** Rows of the file by what tells people apart, to find one that comes again. */
class EarlierRows {
  readonly #rows = new Map<string, number>()

  rowLike({ row, cells }: ChunkRow): number | null {
    const plain = (text: string) => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
    const { document_number, number_elsewhere, name, birth_date } = cells
    const keys = [
      document_number && `document ${plain(document_number)}`,
      number_elsewhere && `number ${plain(number_elsewhere)}`,
      name && birth_date && `name ${plain(name)} ${plain(birth_date)}`,
    ].filter((key): key is string => key !== undefined && key !== '')
    const found = keys.map((key) => this.#rows.get(key)).find((one) => one !== undefined)
    for (const key of keys) if (!this.#rows.has(key)) this.#rows.set(key, row)
    return found ?? null
  }
}
