/** Visits in the three places of the matrix, and what is asked of them there. */
import {
  record as recordEvent,
  withdraw as withdrawEvent,
} from '../../src/pairing/visits/care-events.ts'
import { record } from '../../src/pairing/visits/commands.ts'
import { add } from '../../src/pairing/visits/follow-ups.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface VisitsPlace {
  readonly visited: number
  readonly followUp: number
  readonly careEvent: number
}

export const nowhereInVisits: VisitsPlace = {
  visited: 900_120,
  followUp: 900_121,
  careEvent: 900_122,
}

const clerk = { actor: 'test:clerk' }

/** A visit with all that it can tell, something to be done, and an occasion that stands. */
export function furnishVisits(
  t: TestBook,
  of: { readonly word: string; readonly person: string },
): VisitsPlace {
  const { word, person: party } = of
  const given = {
    party,
    found: `${word} found`,
    wishes: [{ kind: 'study', text: `${word} wish` }],
    help: [{ kind: 'company', form: 'goods' as const, text: `${word} help` }],
  }
  const { visit } = t.does(record, given, clerk).output
  const todo = { party, text: `${word} to do`, due_on: '2027-01-31' }
  const happened = { party, kind: 'hospital', note: `${word} illness` } as const
  const gone = t.does(recordEvent, happened, clerk).output.care_event
  t.does(withdrawEvent, { care_event: gone, reason: `${word} mistake` }, clerk)
  return {
    visited: visit,
    followUp: t.does(add, todo, clerk).output.follow_up,
    careEvent: t.does(recordEvent, happened, clerk).output.care_event,
  }
}

export const visitsSamples: Readonly<Record<string, Sample>> = {
  'visits.record': (of) => ({ party: of.person }),
  'visits.withdraw': (of) => ({ visit: of.visited, reason: 'A mistake' }),
  'visits.confirm': (of) => ({ visit: of.visited, how: 'call', agreed: true }),
  'visits.list': (of) => ({ party: of.person }),
  'visits.show': (of) => ({ visit: of.visited }),
  'visits.due': () => ({}),
  'visits.signs': () => ({}),
  'visits.to_hand_over': (of) => ({ party: of.person }),
  'care_events.record': (of) => ({ party: of.person, kind: 'disaster' }),
  'care_events.withdraw': (of) => ({ care_event: of.careEvent, reason: 'A mistake' }),
  'care_events.list': (of) => ({ party: of.person }),
  'follow_ups.add': (of) => ({ party: of.person, text: 'Go again', due_on: '2027-01-31' }),
  'follow_ups.finish': (of) => ({ follow_up: of.followUp, outcome: 'done' }),
  'care_events.show': (of) => ({ care_event: of.careEvent }),
  'follow_ups.show': (of) => ({ follow_up: of.followUp }),
  'follow_ups.list': (of) => ({ party: of.person }),
}
