/** Files of people that are given out: the template, and a file with what came of each of its rows. */
import { stringify } from 'csv-stringify/sync'
import { neutralise } from '../kit/csv.ts'
import type { TaskId } from '../kit/ids.ts'
import {
  columnKeys,
  documentWords,
  kindWords,
  relationWords,
  resultHeadings,
  type SheetLanguage,
  sheetColumns,
  type Words,
} from './people-columns.ts'
import type { PeopleSheet } from './people-sheet.ts'
import type { Outcome } from './people-taking.ts'
import { faultsText, outcomeWords, sheetNames } from './people-words.ts'
import { workbookOf } from './workbook.ts'

export type PeopleFormat = PeopleSheet['format']

export const peopleMedia: Readonly<Record<PeopleFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const byteOrderMark = '\uFEFF'
const columnWidth = 20

function csvOf(rows: Iterable<readonly string[]>): Uint8Array<ArrayBuffer> {
  const cells = Array.from(rows, (row) => row.map(neutralise))
  return new TextEncoder().encode(byteOrderMark + stringify(cells, { record_delimiter: 'windows' }))
}

/** The template: headings alone as CSV; a workbook explains each of them on a second sheet. */
export function peopleTemplate(
  format: PeopleFormat,
  language: SheetLanguage,
): Uint8Array<ArrayBuffer> {
  const headings = columnKeys.map((key) => sheetColumns[key].heading[language])
  if (format === 'csv') return csvOf([headings])
  const list = (words: Readonly<Record<string, Words>>) =>
    Object.values(words)
      .map((word) => word[language])
      .join(' / ')
  const choices: Readonly<Record<string, string>> = {
    kind: list(kindWords),
    document_type: list(documentWords),
    relation: list(relationWords),
  }
  const explained = columnKeys.map((key) => [
    sheetColumns[key].heading[language],
    sheetColumns[key].means[language],
    choices[key] ?? '',
  ])
  const names = sheetNames[language]
  return workbookOf([
    { name: names.people, rows: [headings], widths: headings.map(() => columnWidth) },
    {
      name: names.explanation,
      rows: [[names.column, names.meaning, names.words], ...explained],
      widths: [columnWidth, 60, 60],
    },
  ])
}

/** What came of a row, as its cell says it; who was taken stands there by reference, and is known by it again. */
function outcomeText({ outcome, party }: Outcome, language: SheetLanguage): string {
  const word = outcomeWords[outcome][language]
  return party === null ? word : `${word} ${party}`
}

/** The rows of a sheet with what came of each; a row that was not come to keeps what it had. */
function* withOutcomes(
  { headings, texts, results }: PeopleSheet,
  outcomes: ReadonlyMap<number, Outcome>,
  language: SheetLanguage,
): Generator<string[]> {
  const width = headings.length
  const [outcomeAt, faultAt] = [
    results.outcome ?? width,
    results.fault ?? (results.outcome === undefined ? width + 1 : width),
  ]
  const put = (row: readonly string[], outcome: string, fault: string) => {
    const made = Array.from(
      { length: Math.max(width, outcomeAt + 1, faultAt + 1) },
      (_, place) => row[place] ?? '',
    )
    made[outcomeAt] = outcome
    made[faultAt] = fault
    return made
  }
  yield put(headings, resultHeadings.outcome[language], resultHeadings.fault[language])
  for (const [place, row] of texts.entries()) {
    const found = outcomes.get(place + 2)
    if (found) yield put(row, outcomeText(found, language), faultsText(found.faults, language))
    else yield put(row, row[outcomeAt] ?? '', row[faultAt] ?? '')
  }
}

/** The same file with two more columns, to be corrected and sent again. */
export function peopleResult(
  sheet: PeopleSheet,
  outcomes: ReadonlyMap<number, Outcome>,
  language: SheetLanguage,
): Uint8Array<ArrayBuffer> {
  const rows = withOutcomes(sheet, outcomes, language)
  if (sheet.format === 'csv') return csvOf(rows)
  const widths = Array.from({ length: sheet.headings.length + 2 }, () => columnWidth)
  return workbookOf([{ name: sheetNames[language].people, rows, widths }])
}

/** What such a file is called. */
export function peopleFileName(what: 'template' | TaskId, format: PeopleFormat): string {
  return what === 'template' ? `people.${format}` : `people-${what}-result.${format}`
}
