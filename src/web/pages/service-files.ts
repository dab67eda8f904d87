/** Time that was given as files for a spreadsheet. What was written of it stays in the book, where it can be erased. */
import { list, type totals } from '../../pairing/service/hour-queries.ts'
import { csvFile, rowsInFile } from './table-file.ts'
import type { Visit } from './visit.ts'

type Total = ReturnType<typeof totals.run>['rows'][number]
type Time = ReturnType<typeof list.run>['times'][number]

/** Sums as a file; `nameOf` tells what a row is about. */
export function totalsFile(
  { t: { service: words } }: Visit,
  head: string,
  rows: readonly Total[],
  nameOf: (row: Total) => string,
): Response {
  const sums = [words.agreed, words.unchecked, words.not_agreed]
  const titles = [head, words.post_code, words.people, words.records]
  const lines = rows.map((row) => [
    nameOf(row),
    row.party ?? row.post ?? row.unit ?? row.month,
    row.people,
    row.times,
    row.agreed,
    row.unchecked,
    row.not_agreed,
  ])
  const heads = [...titles, ...sums.map((one) => `${one} (${words.minutes})`)]
  return csvFile('service', heads, [lines].values())
}

/** Time row by row as a file, as the filters of the list say. */
export function timesFile(visit: Visit, values: Readonly<Record<string, string>>): Response {
  const { service: words } = visit.t
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const lineOf = ({ on, party, name, minutes, post, pledge, pair, unit, state }: Time) => [
    on,
    party,
    name,
    minutes,
    post?.name ?? pair?.reference ?? (pledge === null ? null : words.one_pledge({ pledge })),
    unit?.name ?? words.whole,
    words[state],
  ]
  function* pages() {
    let cursor: string | null = null
    do {
      const from = cursor === null ? {} : { cursor }
      const found: ReturnType<typeof list.run> = visit.ask(list, {
        ...given,
        ...from,
        limit: rowsInFile,
      })
      cursor = found.next
      yield found.times.map(lineOf)
    } while (cursor !== null)
  }
  const { day, post_code, who, minutes, given_to, unit, state } = words
  return csvFile('service-hours', [day, post_code, who, minutes, given_to, unit, state], pages())
}
