/** Hardship in the three places of the matrix, and what each of its commands and queries is asked there. */
import { submit } from '../../src/hardship/cases/commands.ts'
import { open as openRound } from '../../src/hardship/cases/rounds.ts'
import { open as openFile } from '../../src/hardship/files/commands.ts'
import { open as openProgramme } from '../../src/hardship/programmes/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { type AfterPlace, afterSamples, furnishAfter, nowhereInAfter } from './matrix-after.ts'
import {
  type ApplicationPlace,
  applicationSamples,
  furnishApplications,
  nowhereInApplications,
} from './matrix-applications.ts'
import { type AwardPlace, awardSamples, furnishAwards, nowhereInAwards } from './matrix-awards.ts'
import {
  type BatchPlace,
  batchSamples,
  furnishBatches,
  nowhereInBatches,
} from './matrix-batches.ts'
import { flowSamples } from './matrix-flow.ts'
import {
  furnishNotices,
  type NoticePlace,
  noticeSamples,
  nowhereInNotices,
} from './matrix-notices.ts'
import type { Sample } from './matrix-samples.ts'
import {
  furnishSittings,
  nowhereInSittings,
  type SittingPlace,
  sittingSamples,
} from './matrix-sittings.ts'

/** What of hardship stands in one place. To add an object: a line here, one in `nowhereInHardship`, one below. */
export interface HardshipPlace
  extends ApplicationPlace,
    NoticePlace,
    AwardPlace,
    BatchPlace,
    SittingPlace,
    AfterPlace {
  readonly programme: string
  readonly file: number
  readonly case: number
  readonly round: number
}

/** What no place has. */
export const nowhereInHardship: HardshipPlace = {
  ...nowhereInApplications,
  ...nowhereInNotices,
  ...nowhereInAwards,
  ...nowhereInBatches,
  ...nowhereInSittings,
  ...nowhereInAfter,
  programme: 'nowhere',
  file: 900_030,
  case: 900_031,
  round: 900_032,
}

export interface HardshipFurnishing {
  readonly unit: string | null
  readonly word: string
  readonly fund: string
  readonly person: string
}

/** Puts a programme with a case and a list of cases in a place. */
export function furnishHardship(
  t: TestBook,
  { unit, word, fund, person }: HardshipFurnishing,
): HardshipPlace {
  // What the whole organisation helps with is known to every branch, under a name that is no secret.
  const known = unit === null ? 'Common' : word
  const programme = `${known.toLowerCase()}-aid`
  const inUnit = unit === null ? {} : { unit }
  t.does(openProgramme, {
    programme,
    name: `${known} aid`,
    fund,
    category: 'care_grants',
    help: 'one_off',
    workflow: 'standard',
  })
  const facts = { people: 2, income_year: '18000.00', situation: `${word} situation` }
  const opened = { party: person, certified: true, grade: 'general', facts } as const
  const { file } = t.does(openFile, { ...opened, ...inUnit }).output
  const asked = { programme, beneficiary: person, cause: 'illness', amount: '10.00' } as const
  return {
    ...furnishApplications(t, { unit, word, programme }),
    ...furnishNotices(t, { unit, word, fund }),
    ...furnishAwards(t, { unit, word, fund, person }),
    ...furnishBatches(t, { unit, word, fund, person }),
    ...furnishSittings(t, { unit, word }),
    ...furnishAfter(t, { unit, word, fund, person }),
    programme,
    file,
    case: t.does(submit, { ...asked, ...inUnit }).output.case,
    round: t.does(openRound, { programme, name: `${word} list`, ...inUnit }).output.round,
  }
}

const period = { from: '2026-01-01', to: '2026-03-31' }

/**
 * A programme of the whole organisation is there for every branch, which enters cases under it; so none of it is asked as
 * what does not exist.
 */
const programmeOf = ({ unit, programme }: Parameters<Sample>[0]) =>
  unit === null ? nowhereInHardship.programme : programme

export const hardship: Readonly<Record<string, Sample>> = {
  'programmes.open': (of) => ({
    programme: 'another',
    name: 'Another',
    fund: of.fund,
    category: 'care_grants',
    help: 'one_off',
    workflow: 'standard',
  }),
  'programmes.revise': (of) => ({ programme: programmeOf(of), name: 'Renamed' }),
  'programmes.list': () => ({}),
  'programmes.show': (of) => ({ programme: programmeOf(of) }),
  'aid_events.record': () => ({
    aid_event: 'flood',
    name: 'Flood',
    happened_on: '2026-03-01',
  }),
  'aid_events.list': () => ({}),
  'hardship_files.open': (of) => ({ party: of.person }),
  'hardship_files.revise': (of) => ({ file: of.file, certified: false }),
  'hardship_files.list': (of) => ({ q: of.person }),
  'hardship_files.show': (of) => ({ file: of.file }),
  'rounds.open': (of) => ({ programme: programmeOf(of), name: 'List', unit: of.unit ?? undefined }),
  'rounds.list': () => ({}),
  'rounds.show': (of) => ({ round: of.round }),
  'cases.submit': (of) => ({
    programme: programmeOf(of),
    beneficiary: of.person,
    cause: 'illness',
    amount: '10.00',
  }),
  'cases.submit_many': (of) => ({
    round: of.round,
    rows: [{ beneficiary: of.person, cause: 'illness', amount: '10.00' }],
  }),
  'cases.revise': (of) => ({ case: of.case, amount: '11.00' }),
  'cases.list': (of) => ({ party: of.person }),
  'cases.show': (of) => ({ case: of.case }),
  ...applicationSamples,
  ...noticeSamples,
  ...flowSamples,
  ...awardSamples,
  ...batchSamples,
  ...sittingSamples,
  ...afterSamples,
  'funds.set_paying_account': (of) => ({
    fund: of.fund,
    holder: 'Care',
    number: '6222020200112233',
  }),
  'funds.paying_account': (of) => ({ fund: of.fund }),
  'batches.take_bank_file': (of) => ({ batch: of.batch, format: 'xml' }),
  'disbursements.show': () => period,
}
