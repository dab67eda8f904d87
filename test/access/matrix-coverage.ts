/** Calendars in the three places of the matrix, and what is asked of the board and of them there. */
import { add } from '../../src/pairing/coverage/calendars.ts'
import { propose } from '../../src/pairing/pairs/commands.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface CoveragePlace {
  /** A calendar of a helper, and the helper’s party. */
  readonly calendar: number
  readonly reminded: string
  /** A pair that both sides have not agreed to. */
  readonly unshared: number
}

export const nowhereInCoverage: CoveragePlace = {
  calendar: 900_120,
  reminded: 'P-900121',
  unshared: 900_122,
}

const until_on = '2026-12-31'

/** A helper with a calendar. */
export function furnishCoverage(
  t: TestBook,
  { unit, word }: { readonly unit: string | null; readonly word: string },
): CoveragePlace {
  const inUnit = unit === null ? {} : { unit }
  const person = { kind: 'person', name: `${word} reminded`, ...inUnit } as const
  const { party } = t.does(register, person).output
  const { helper } = t.does(enroll, { party, ...inUnit }).output
  const neighbour = { ...person, name: `${word} neighbour` }
  const helped = t.does(register, neighbour).output.party
  const { need } = t.does(openNeed, { party: helped, kind: 'company', ...inUnit }).output
  const { pair: unshared } = t.does(propose, { need, helper }).output
  const hash = Buffer.from(word.padEnd(32, '.')).toString('hex').slice(0, 64)
  const { calendar } = t.does(add, { hash, helper: party, until_on }).output
  return { calendar, reminded: party, unshared }
}

export const coverageSamples: Readonly<Record<string, Sample>> = {
  'coverage.show': (of) => (of.unit === null ? {} : { unit: of.unit }),
  'coverage.gaps': (of) => (of.unit === null ? {} : { unit: of.unit }),
  'calendars.add': (of) => ({ hash: 'ab'.repeat(32), helper: of.reminded, until_on }),
  'calendars.end': (of) => ({ calendar: of.calendar }),
  'calendars.list': () => ({}),
}
