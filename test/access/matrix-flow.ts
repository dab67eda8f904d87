/** The steps of a case in the three places of the matrix. */
import type { Sample } from './matrix-samples.ts'

export const flowSamples: Readonly<Record<string, Sample>> = {
  'cases.verify': (of) => ({ cases: [of.case] }),
  'cases.record_home_visit': (of) => ({ cases: [of.case], findings: 'Seen' }),
  'cases.review': (of) => ({ cases: [of.case] }),
  'cases.record_checks': (of) => ({
    cases: [of.case],
    outcomes: [{ check: 'dues', outcome: 'pass' }],
  }),
  'cases.pass_checks': (of) => ({ cases: [of.case] }),
  'cases.return_to_step': (of) => ({ cases: [of.case], to_step: 1, reason: 'a reason' }),
  'cases.refuse': (of) => ({ cases: [of.case], rule: 'not_in_need', text: 'a reason' }),
  'cases.withdraw': (of) => ({ cases: [of.case], reason: 'a reason' }),
  'cases.progress': (of) => ({ case: of.case }),
}
