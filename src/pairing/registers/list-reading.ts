/** Rows of lists as people keep them, read into what the registers take: names and words become codes. */
import { z } from 'zod'
import { query, type View } from '../../book/registry.ts'
import { Refusal } from '../../kit/refusal.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type PartyKind, partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesCalled } from '../../people/search.ts'
import { listUnits, unitUnknown } from '../../people/units.ts'
import { placesReached } from './places.ts'
import {
  pairingCodeUnknown,
  pairingNameOfNobody,
  pairingNameOfSeveral,
  pairingNewTwice,
  pairingNotANumber,
  pairingWordUnknown,
  placeUnknown,
} from './refusals.ts'
import { pairingKeepers } from './roles.ts'
import { policyOf } from './shown.ts'
import type { HelperSort } from './traits.ts'

/** The columns of a list of helpers, and of one of needs. */
export const helperListColumns = [
  'party',
  'sort',
  'unit',
  'rank',
  'capacity',
  'place',
  'skills',
  'languages',
  'most_km',
  'note',
] as const
export const needListColumns = [
  'party',
  'kind',
  'urgency',
  'wanted',
  'unit',
  'place',
  'languages',
  'note',
] as const
export type ListColumn = (typeof helperListColumns)[number] | (typeof needListColumns)[number]

/** A row as its file has it; the headings are row 1. */
export type RowTexts = { readonly row: number } & Readonly<Partial<Record<ListColumn, string>>>

export interface RowsRead {
  /** Rows as the commands take them, with their places in the file. */
  readonly ready: readonly {
    readonly row: number
    readonly input: Readonly<Record<string, unknown>>
  }[]
  readonly faults: readonly { readonly row: number; readonly refusal: Refusal }[]
}

interface Given {
  readonly rows: readonly RowTexts[]
  /** Names of nobody are registered with the list. */
  readonly register: boolean
}

const sortWords: Readonly<Record<HelperSort, readonly string[]>> = {
  person: ['person', '个人', '個人', '人员', '人員'],
  enterprise: ['enterprise', '企业', '企業', '公司'],
  village: ['village', '村'],
  department: ['department', '部门', '部門', '机关', '機關'],
  stationed_body: ['stationed_body', 'body stationed elsewhere', '驻外单位', '駐外單位'],
  association: ['association', '社会组织', '社會組織', '协会', '協會'],
}

const urgencyWords: Readonly<Record<string, readonly string[]>> = {
  3: ['3', 'urgent', '紧急', '緊急'],
  2: ['2', 'usual', '一般'],
  1: ['1', 'can wait', '可缓', '可緩'],
}

const languageWords: Readonly<Record<string, readonly string[]>> = {
  zh: ['mandarin', 'chinese', '普通话', '國語', '国语', '华语'],
  yue: ['cantonese', '粤语', '粵語', '广东话', '廣東話'],
  nan: ['southern min', '闽南语', '閩南語', '台语', '台語'],
  wuu: ['wu', '吴语', '吳語'],
  hak: ['hakka', '客家话', '客家話'],
  bo: ['tibetan', '藏语', '藏語'],
  ug: ['uyghur', '维吾尔语', '維吾爾語'],
  mn: ['mongolian', '蒙古语', '蒙古語'],
  za: ['zhuang', '壮语', '壯語'],
  ii: ['yi', '彝语', '彝語'],
  ko: ['korean', '朝鲜语', '韩语', '韓語'],
  en: ['english', '英语', '英語'],
  sgn: ['sign language', '手语', '手語'],
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** What a list looks its words up in, made once for all of its rows. */
class Words {
  readonly #view: View
  readonly #register: boolean
  /** Names of nobody yet, with the rows that would register them. */
  readonly #newNames = new Map<string, number>()
  readonly #units: ReadonlyMap<string, string>
  readonly #places: ReadonlyMap<string, string>
  readonly #codes: Readonly<Record<'rank' | 'skill' | 'kind', ReadonlyMap<string, string>>>

  constructor(view: View, register: boolean) {
    this.#view = view
    this.#register = register
    const units = listUnits(view, view.scope).filter(({ closed }) => !closed)
    this.#units = new Map(
      units.flatMap(({ code, name }) => [
        [folded(name), code],
        [code, code],
      ]),
    )
    this.#places = placesKnown(view)
    const { ranks, skills, kinds } = policyOf(view, null)
    const byName = (named: typeof skills) =>
      new Map(
        named.flatMap(({ code, name }) => [
          ...Object.values(name).map((one) => [folded(one), code] as const),
          [code, code] as const,
        ]),
      )
    this.#codes = { rank: byName(ranks), skill: byName(skills), kind: byName(kinds) }
  }

  /** A reference, a name of one in the book, or somebody new where the list registers. */
  party({ party: text, row }: RowTexts, kind: PartyKind): unknown {
    if (text === undefined) throw pairingNameOfNobody({ name: '' })
    const view = this.#view
    if (/^P-\d+$/i.test(text))
      return partyRef(keptInPlaceOf(view, partyWithRef(view, text.toUpperCase()).id))
    const all = partiesCalled(view, view.caller, text).map((id) => keptInPlaceOf(view, id))
    const [only, ...others] = [...new Set(all)]
    if (others.length > 0) {
      throw pairingNameOfSeveral({ name: text, parties: [only!, ...others].map(partyRef) })
    }
    if (only !== undefined) return partyRef(only)
    if (!this.#register) throw pairingNameOfNobody({ name: text })
    const earlier = this.#newNames.get(folded(text))
    if (earlier !== undefined) throw pairingNewTwice({ name: text, row: earlier })
    this.#newNames.set(folded(text), row)
    return { kind, name: text }
  }

  code(what: 'rank' | 'skill' | 'kind', text: string): string {
    const found = this.#codes[what].get(folded(text))
    if (found === undefined) throw pairingCodeUnknown({ what, code: text })
    return found
  }

  unit(text: string): string {
    const found = this.#units.get(folded(text))
    if (found === undefined) throw unitUnknown({ unit: text })
    return found
  }

  place(text: string): string {
    const found = this.#places.get(folded(text))
    if (found === undefined) throw placeUnknown({ place: text })
    return found
  }
}

/** Places in use by their codes and, where only one is called so, their names. */
function placesKnown(view: View): ReadonlyMap<string, string> {
  const within = placesReached(view)
  const found = view.all(
    `select t.code as "code", v.name as "name" from place as t join place_version as v
       on v.id = (select max(w.id) from place_version as w where w.place_id = t.id)
     where v.open = 1${within ? ` and ${within.sql}` : ''}`,
    within?.values ?? [],
  ) as unknown as { code: string; name: string }[]
  const names = new Map<string, string | null>()
  for (const { code, name } of found) {
    names.set(folded(name), names.has(folded(name)) ? null : code)
  }
  const once = [...names].filter((one): one is [string, string] => one[1] !== null)
  return new Map([...once, ...found.map(({ code }) => [code, code] as const)])
}

/** A word of a fixed list, in any of the languages. */
function wordOf<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
  column: ListColumn,
  text: string,
): K {
  const wanted = folded(text)
  const found = (Object.keys(words) as K[]).find((key) => words[key].includes(wanted))
  if (found === undefined) throw pairingWordUnknown({ column, text })
  return found
}

function numberOf(column: ListColumn, text: string): number {
  const digits = text.normalize('NFKC').trim()
  if (!/^\d{1,6}(?:\.0+)?$/.test(digits)) throw pairingNotANumber({ column, text })
  return Number(digits)
}

/** Several words in one cell. */
function several(text: string): string[] {
  const words = text.split(/[,;、，；/|\n]+/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

function languagesOf(text: string): string[] {
  const known = (word: string) => {
    const wanted = folded(word)
    const found = Object.keys(languageWords).find((code) => languageWords[code]!.includes(wanted))
    if (found === undefined && !/^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2})?$/.test(wanted)) {
      throw pairingWordUnknown({ column: 'languages', text: word })
    }
    return found ?? word
  }
  return [...new Set(several(text).map(known))]
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

function read(view: View, { rows, register }: Given, rowOf: typeof helperRow): RowsRead {
  const words = new Words(view, register)
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
  input: z.custom<Given>(),
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
