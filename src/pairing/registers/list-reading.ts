/** Rows of lists as people keep them, read into what the registers take: names and words become codes. */
import { z } from 'zod'
import { query, type View } from '../../book/registry.ts'
import { Refusal } from '../../kit/refusal.ts'
import {
  languagesOf,
  numberOf,
  type RowsGiven,
  type RowTexts,
  several,
  sortWords,
  urgencyWords,
  Words,
  wordOf,
} from './list-words.ts'
import { pairingKeepers } from './roles.ts'

export interface RowsRead {
  /** Rows as the commands take them, with their places in the file. */
  readonly ready: readonly {
    readonly row: number
    readonly input: Readonly<Record<string, unknown>>
  }[]
  readonly faults: readonly { readonly row: number; readonly refusal: Refusal }[]
}

function helperRow(words: Words, row: RowTexts): Readonly<Record<string, unknown>> {
  const sort = row.sort === undefined ? 'person' : wordOf(sortWords, 'sort', row.sort)
  const kind = sort === 'person' ? 'person' : sort === 'department' ? 'public_body' : 'organisation'
  return {
    party: words.party(row, kind),
    sort,
    ...shared(words, row),
    ...(row.rank === undefined ? {} : { rank: words.code('rank', row.rank) }),
    ...(row.capacity === undefined ? {} : { capacity: numberOf('capacity', row.capacity) }),
    ...(row.skills === undefined
      ? {}
      : { skills: [...new Set(several(row.skills).map((one) => words.code('skill', one)))] }),
    ...(row.most_km === undefined ? {} : { most_km: numberOf('most_km', row.most_km) }),
  }
}

function needRow(words: Words, row: RowTexts): Readonly<Record<string, unknown>> {
  return {
    party: words.party(row, 'person'),
    kind: words.code('kind', row.kind ?? ''),
    ...shared(words, row),
    ...(row.urgency === undefined
      ? {}
      : { urgency: Number(wordOf(urgencyWords, 'urgency', row.urgency)) }),
    ...(row.wanted === undefined ? {} : { wanted: numberOf('wanted', row.wanted) }),
  }
}

function shared(words: Words, { unit, place, languages, note }: RowTexts) {
  return {
    ...(unit === undefined ? {} : { unit: words.unit(unit) }),
    ...(place === undefined ? {} : { place: words.place(place) }),
    ...(languages === undefined ? {} : { languages: languagesOf(languages) }),
    ...(note === undefined ? {} : { note }),
  }
}

function read(view: View, given: RowsGiven, rowOf: typeof helperRow): RowsRead {
  const { rows } = given
  const words = new Words(view, given)
  const ready: { row: number; input: Readonly<Record<string, unknown>> }[] = []
  const faults: { row: number; refusal: Refusal }[] = []
  for (const row of rows) {
    try {
      ready.push({ row: row.row, input: rowOf(words, row) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push({ row: row.row, refusal: error })
    }
  }
  return { ready, faults }
}

const asked = {
  may: pairingKeepers,
  reach: 'units',
  input: z.custom<RowsGiven>(),
  output: z.custom<RowsRead>(),
} as const

/** Asked by the page that takes a file; elsewhere rows name codes. */
export const readHelpers = query({
  name: 'helpers.read_list',
  summary: 'What the rows of a list of helpers say in the codes of the book',
  ...asked,
  route: { method: 'GET', path: '/helper-lists' },
  run: (view, given) => read(view, given, helperRow),
})

/** The same of needs. */
export const readNeeds = query({
  name: 'needs.read_list',
  summary: 'What the rows of a list of needs say in the codes of the book',
  ...asked,
  route: { method: 'GET', path: '/need-lists' },
  run: (view, given) => read(view, given, needRow),
})
