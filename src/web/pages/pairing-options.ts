/** What the registers of pairing choose from, in the reader's language. */
import { show as showPolicy } from '../../access/policy-queries.ts'
import { list as listPlaces } from '../../pairing/registers/place-queries.ts'
import {
  genders,
  type HelperTraits,
  helperSorts,
  type NeedTraits,
  timesOfWeek,
} from '../../pairing/registers/traits.ts'
import type { Pairing } from '../../policies/pairing.ts'
import type { FieldSpec, Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** The policy on pairing that holds in a unit, or in the whole organisation. */
export function pairingPolicy(visit: Visit, unit: string | null = null): Pairing {
  return visit.ask(showPolicy, { kind: 'pairing', unit }).body as unknown as Pairing
}

/** Ranks, skills or kinds of need as options. */
export function codeOptions(
  visit: Visit,
  what: 'ranks' | 'skills' | 'kinds',
  unit: string | null = null,
): Option[] {
  return pairingPolicy(visit, unit)[what].map(({ code, name }) => ({
    value: code,
    label: name[visit.language],
  }))
}

/** More places than a choice can hold are looked up in their list. */
const placesOffered = 1_000

/** The places in use. */
export function placeOptions(visit: Visit): Option[] {
  return visit
    .ask(listPlaces, { open: 'true', limit: placesOffered })
    .places.map(({ place, name }) => ({ value: place, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, visit.language))
}

/** Languages that a form offers to tick; any other is written as its code. */
const languagesOffered = [
  'zh',
  'yue',
  'nan',
  'wuu',
  'hak',
  'bo',
  'ug',
  'mn',
  'za',
  'ii',
  'ko',
  'en',
  'sgn',
] as const

/** A language by its name in the reader's language. */
export function languageName({ t, language }: Visit, code: string): string {
  const known = languagesOffered.find((one) => one === code)
  if (known !== undefined) return t.helpers.language[known]
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}

/** What a helper or a need says of languages: those that many speak are ticked, others written. */
export const languageFields: readonly FieldSpec[] = [
  {
    name: 'languages',
    kind: 'several',
    label: (t) => t.helpers.languages,
    optional: true,
    when: readsTraits,
    options: ({ t }) =>
      languagesOffered.map((value) => ({ value, label: t.helpers.language[value] })),
  },
  {
    name: 'more_languages',
    kind: 'text',
    label: (t) => t.helpers.more_languages,
    hint: (t) => t.helpers.more_languages_hint,
    optional: true,
    when: readsTraits,
  },
]

/** What somebody can, or a need asks for, is told to who reads names, and so changed by them alone. */
export function readsTraits({ caller }: Visit): boolean {
  return caller.readsNames
}

/** The languages that were ticked and those that were written. */
function languagesRead(read: Readonly<Record<string, unknown>>): string[] {
  const ticked = (read.languages as string[] | undefined) ?? []
  const written = String(read.more_languages ?? '')
    .split(/[\s,;、，；]+/)
    .filter((code) => code !== '')
  return [...new Set([...ticked, ...written])]
}

/** What a form begins with of languages. */
export function languagesBegun(languages: readonly string[]) {
  const isKnown = (code: string) => languagesOffered.some((one) => one === code)
  return {
    languages: languages.filter(isKnown).join('\n'),
    more_languages: languages.filter((code) => !isKnown(code)).join(' '),
  }
}

/** When somebody has time. */
export const timesField = (label: FieldSpec['label']): FieldSpec => ({
  name: 'times',
  kind: 'several',
  label,
  optional: true,
  when: readsTraits,
  options: ({ t }) => timesOfWeek.map((value) => ({ value, label: t.helpers.time[value] })),
})

/** Of whom it is asked, and may be left open. */
export const genderField = (label: FieldSpec['label']): FieldSpec => ({
  name: 'gender',
  kind: 'select',
  label,
  optional: true,
  when: readsTraits,
  options: ({ t }) => genders.map((value) => ({ value, label: t.helpers.gender_word[value] })),
})

/** Sorts of helpers. */
export function sortOptions({ t }: Pick<Visit, 't'>): Option[] {
  return helperSorts.map((value) => ({ value, label: t.helpers.sort[value] }))
}

/** Several choices as a form begins with them. */
export function begunWith(choices: readonly string[]): string {
  return choices.join('\n')
}

/**
 * What a form says: its answers as they are, and what of them are traits, nothing where nothing was ticked and none of it
 * where it was not asked.
 */
export function withTraits<T extends HelperTraits | NeedTraits>(
  visit: Visit,
  read: Readonly<Record<string, unknown>>,
  none: T,
): Readonly<Record<string, unknown>> {
  const isTrait = (name: string) => Object.hasOwn(none, name) || name === 'more_languages'
  const others = Object.entries(read).filter(
    ([name, value]) => !isTrait(name) && value !== undefined,
  )
  if (!readsTraits(visit)) return Object.fromEntries(others)
  const traits = Object.entries(none).map(([name, nothing]) => [name, read[name] ?? nothing])
  return { ...Object.fromEntries([...others, ...traits]), languages: languagesRead(read) }
}
