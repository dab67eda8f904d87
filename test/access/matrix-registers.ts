/** Helpers, needs and places in the three places of the matrix, and what is asked of them there. */
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open } from '../../src/pairing/registers/need-commands.ts'
import { add } from '../../src/pairing/registers/place-commands.ts'
import { register } from '../../src/people/commands.ts'
import { add as addUnit } from '../../src/people/unit-commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface RegistersPlace {
  readonly spot: string
  readonly helperEntry: number
  readonly needEntry: number
}

export const nowhereInRegisters: RegistersPlace = {
  spot: 'nowhere-spot',
  helperEntry: 900_110,
  needEntry: 900_111,
}

const clerk = { actor: 'test:clerk' }

/**
 * A place, somebody who helps and somebody with a need. A place of no unit is everybody's, so that of the whole
 * organisation stands in a unit beside the others.
 */
export function furnishRegisters(
  t: TestBook,
  of: { readonly unit: string | null; readonly word: string; readonly person: string },
): RegistersPlace {
  const { unit, word } = of
  const inUnit = unit === null ? {} : { unit }
  const spot = `${word.toLowerCase()}-spot`
  if (unit === null) t.does(addUnit, { unit: 'beside', name: 'Beside the others', kind: 'branch' })
  t.does(add, { place: spot, name: `${word} spot`, unit: unit ?? 'beside' }, clerk)
  const person = (what: string) =>
    t.does(register, { kind: 'person', name: `${word} ${what}`, ...inUnit }).output.party
  const note = `${word} note`
  const helper = { party: person('Helping'), place: spot, note, ...inUnit }
  const need = { party: person('Needing'), kind: 'farming', place: spot, note, ...inUnit }
  return {
    spot,
    helperEntry: t.does(enroll, helper, clerk).output.helper,
    needEntry: t.does(open, need, clerk).output.need,
  }
}

const newBody = { kind: 'organisation', name: 'Somebody new' }

export const registersSamples: Readonly<Record<string, Sample>> = {
  'places.add': (of) => ({
    place: 'new-spot',
    name: 'New',
    ...(of.unit === null ? {} : { unit: of.unit }),
  }),
  'places.update': (of) => ({ place: of.spot, name: 'Another name' }),
  'places.list': () => ({}),
  'places.show': (of) => ({ place: of.spot }),
  'helpers.enroll': (of) => ({
    party: newBody,
    sort: 'village',
    ...(of.unit === null ? {} : { unit: of.unit }),
  }),
  'helpers.update': (of) => ({ helper: of.helperEntry, capacity: 7 }),
  'helpers.list': () => ({}),
  'helpers.show': (of) => ({ helper: of.helperEntry }),
  'helpers.enroll_many': (of) => ({
    rows: [{ party: newBody, sort: 'village', ...(of.unit === null ? {} : { unit: of.unit }) }],
  }),
  'needs.open': (of) => ({
    party: newBody,
    kind: 'company',
    ...(of.unit === null ? {} : { unit: of.unit }),
  }),
  'needs.update': (of) => ({ need: of.needEntry, urgency: 3 }),
  'needs.list': () => ({}),
  'needs.show': (of) => ({ need: of.needEntry }),
  'needs.open_many': (of) => ({
    rows: [{ party: newBody, kind: 'company', ...(of.unit === null ? {} : { unit: of.unit }) }],
  }),
}
