/** A run of the matching in the three places of the matrix, and what is asked of it there. */
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { reject } from '../../src/pairing/suggestions/rejecting.ts'
import { register } from '../../src/people/commands.ts'
import { unitWithCode } from '../../src/people/units.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { ranAtOnce } from '../pairing/suggestions/matching-scene.ts'
import type { Sample } from './matrix-samples.ts'

export interface MatchingPlace {
  readonly matchRun: number
  readonly matchNeed: number
  /** Whom the run suggests, and who else would do. */
  readonly matchHelper: number
  readonly matchOther: number
  /** A rejection of others. */
  readonly rejection: number
}

export const nowhereInMatching: MatchingPlace = {
  matchRun: 900_121,
  matchNeed: 900_122,
  matchHelper: 900_123,
  matchOther: 900_124,
  rejection: 900_125,
}

const clerk = { actor: 'test:clerk' }

/** A run with one suggestion, and a pair of people who are kept apart. */
export function furnishMatching(
  t: TestBook,
  { unit, word }: { readonly unit: string | null; readonly word: string },
): MatchingPlace {
  const inUnit = unit === null ? {} : { unit }
  const person = (what: string) =>
    t.does(register, { kind: 'person', name: `${word} ${what}`, ...inUnit }).output.party
  const helper = (what: string, skills: string[]) =>
    t.does(enroll, { party: person(what), skills, ...inUnit }, clerk).output.helper
  const need = (what: string) =>
    t.does(openNeed, { party: person(what), kind: 'company', ...inUnit }, clerk).output.need
  const [matchHelper, matchOther] = [helper('Matchson', ['care']), helper('Otherson', [])]
  const [matchNeed, apart] = [need('Wantson'), need('Apartson')]
  const suggestions = [{ need: apart, helper: matchOther }]
  const { rejected } = t.does(reject, { suggestions, reason: 'conflict' }, clerk).output
  const at = unit === null ? null : unitWithCode({ ...t.book.store, scope: 'all' }, unit).id
  const only = { needs: [matchNeed], helpers: [matchHelper, matchOther] }
  return {
    matchRun: ranAtOnce(t, at, only),
    matchNeed,
    matchHelper,
    matchOther,
    rejection: rejected[0]!.rejection,
  }
}

const couple = (of: MatchingPlace) => ({ need: of.matchNeed, helper: of.matchHelper })

export const matchingSamples: Readonly<Record<string, Sample>> = {
  'matching.begin': (of) => (of.unit === null ? {} : { unit: of.unit }),
  'matching.accept': (of) => ({ run: of.matchRun, suggestions: [couple(of)] }),
  'matching.swap': (of) => ({ run: of.matchRun, ...couple(of), instead: of.matchOther }),
  'matching.reject': (of) => ({ suggestions: [couple(of)], reason: 'no_time' }),
  'matching.take_back': (of) => ({ rejection: of.rejection }),
  'matching.runs': () => ({}),
  'matching.show': (of) => ({ run: of.matchRun }),
  'matching.suggestions': (of) => ({ run: of.matchRun }),
  'matching.unmet': (of) => ({ run: of.matchRun }),
  'matching.candidates': (of) => ({ run: of.matchRun, need: of.matchNeed }),
  'matching.explain': (of) => ({ need: of.matchNeed }),
  'matching.rejections': (of) => ({ need: of.matchNeed }),
  'matching.certificate': (of) => ({ run: of.matchRun }),
  'matching.what_if': (of) => (of.unit === null ? {} : { unit: of.unit }),
}
