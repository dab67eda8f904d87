import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { grievances } from '../grievances.ts'
import { notices } from '../notices.ts'
import { objections } from '../objections.ts'

const { day } = tellingIn('en')

/** Refusals of notices, objections and grievances that hold days or codes. */
export const noticeRefusals = {
  'case.notice_missing': (v) => ({
    sentence: `Case ${v.case} has not been on notice (${wordFor(notices.levels, v.level)}) for the amount it has now.`,
    remedy: 'Put it on notice with that amount, and wait until the notice has run.',
  }),
  'grievance.decided': (v) => ({
    sentence: `Grievance ${v.grievance} is decided: ${wordFor(grievances.outcomes, v.outcome)}.`,
    remedy: 'A decision stands; what is new is a grievance of its own.',
  }),
  'grievance.nothing_to_appeal': (v) => ({
    sentence: `Case ${v.case} stands at “${wordFor(cases.states, v.state)}”; an appeal is against a refusal.`,
    remedy: 'Record it as a grievance about the case.',
  }),
  'notice.ended': (v) => ({
    sentence: `Notice ${v.notice} ended on ${day(v.ended_on)}.`,
    remedy: 'Look at it in the register of notices; what comes after it is a grievance.',
  }),
  'notice.no_stage': (v) => ({
    sentence: `The policy on notice of ${v.unit} does not know this: ${wordFor(notices.levels, v.level)}.`,
    remedy: 'Put a version of the policy in force that says how long such a notice is up.',
  }),
  'notice.still_up': (v) => ({
    sentence: `Notice ${v.notice} is up to the end of ${day(v.last_on)}.`,
    remedy: 'Take it down on a later day; if it was wrong, void it with a reason.',
  }),
  'objection.decided': (v) => ({
    sentence: `Objection ${v.objection} is decided: ${wordFor(objections.outcomes, v.outcome)}.`,
    remedy: 'A decision stands; against it there is a grievance or an appeal.',
  }),
  'objection.outside_time': (v) => ({
    sentence: `An objection to this notice is one received from ${day(v.from)} to ${day(v.to)}, not on ${day(v.given)}.`,
    remedy: 'Give the day on which it was received; what came later is a grievance.',
  }),
} satisfies SomeRefusalWords
