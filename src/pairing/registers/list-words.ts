/** What rows of lists say in the words of people, looked up in the book: names, codes of the policy, units, places. */
import type { View } from '../../book/registry.ts'
import type { PartyId } from '../../kit/ids.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type PartyKind, partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesInScope } from '../../people/party-scope.ts'
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

/** The rows of a list, and whether names of nobody are registered with it. */
export interface RowsGiven {
  readonly rows: readonly RowTexts[]
  /** Names of nobody are registered with the list. */
  readonly register: boolean
}

/** What people call each sort of helper. */
export const sortWords: Readonly<Record<HelperSort, readonly string[]>> = {
  person: ['person', '个人', '個人', '人员', '人員'],
  enterprise: ['enterprise', '企业', '企業', '公司'],
  village: ['village', '村'],
  department: ['department', '部门', '部門', '机关', '機關'],
  stationed_body: ['stationed_body', 'body stationed elsewhere', '驻外单位', '駐外單位'],
  association: ['association', '社会组织', '社會組織', '协会', '協會'],
}

/** What people write for each urgency. */
export const urgencyWords: Readonly<Record<string, readonly string[]>> = {
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
export class Words {
  readonly #view: View
  readonly #register: boolean
  readonly #called: ReadonlyMap<string, readonly PartyId[]>
  /** Names of nobody yet, with the rows that would register them. */
  readonly #newNames = new Map<string, number>()
  readonly #units: ReadonlyMap<string, string>
  readonly #places: ReadonlyMap<string, string>
  readonly #codes: Readonly<Record<'rank' | 'skill' | 'kind', ReadonlyMap<string, string>>>

  constructor(view: View, { rows, register }: RowsGiven) {
    this.#view = view
    this.#register = register
    this.#called = partiesCalled(
      view,
      rows.flatMap(({ party }) => party ?? []),
    )
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
    const [only, ...others] = this.#called.get(text) ?? []
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

  /** The code that a list of the policy has for a word. Refuses `pairing.code_unknown`. */
  code(what: 'rank' | 'skill' | 'kind', text: string): string {
    const found = this.#codes[what].get(folded(text))
    if (found === undefined) throw pairingCodeUnknown({ what, code: text })
    return found
  }

  /** A unit by its code or name. Refuses `unit.unknown`. */
  unit(text: string): string {
    const found = this.#units.get(folded(text))
    if (found === undefined) throw unitUnknown({ unit: text })
    return found
  }

  /** A place in use by its code or name. Refuses `place.unknown`. */
  place(text: string): string {
    const found = this.#places.get(folded(text))
    if (found === undefined) throw placeUnknown({ place: text })
    return found
  }
}

/**
 * Who has exactly one of some names, the kept one for one merged. All names at once: a look through everybody costs less
 * than five thousand searches among people who share their surnames. Who may not read names finds no persons.
 */
function partiesCalled(
  view: View,
  names: readonly string[],
): ReadonlyMap<string, readonly PartyId[]> {
  const within = partiesInScope(view, 'p.id')
  const readable = view.caller.readsNames ? '' : " and p.kind <> 'person'"
  const found = view.all(
    `select p.id as "id", b.body as "name" from party as p
     join detail_body as b on b.detail_id = p.name_detail_id
     where b.body in (select value from json_each(+?))${readable}
     ${within ? ` and ${within.sql}` : ''} order by p.id`,
    [JSON.stringify([...new Set(names)]), ...(within?.values ?? [])],
  ) as unknown as { id: PartyId; name: string }[]
  const called = new Map<string, PartyId[]>()
  for (const { id, name } of found) {
    const kept = keptInPlaceOf(view, id)
    const known = called.get(name) ?? []
    if (!known.includes(kept)) known.push(kept)
    called.set(name, known)
  }
  return called
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

/** A word of a fixed list, in any of the languages. Refuses `pairing.word_unknown`. */
export function wordOf<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
  column: ListColumn,
  text: string,
): K {
  const wanted = folded(text)
  const found = (Object.keys(words) as K[]).find((key) => words[key].includes(wanted))
  if (found === undefined) throw pairingWordUnknown({ column, text })
  return found
}

/** A number as it was typed. Refuses `pairing.not_a_number`. */
export function numberOf(column: ListColumn, text: string): number {
  const digits = text.normalize('NFKC').trim()
  if (!/^\d{1,6}(?:\.0+)?$/.test(digits)) throw pairingNotANumber({ column, text })
  return Number(digits)
}

/** Several words in one cell. */
export function several(text: string): string[] {
  const words = text.split(/[,;、，；/|\n]+/).map((word) => word.trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

/** Languages by their names or codes. Refuses `pairing.word_unknown`. */
export function languagesOf(text: string): string[] {
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
