import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { awards } from '../awards.ts'
import { capText } from '../cap-text.ts'

const { money, month, day } = tellingIn('en')
const counted = (all: readonly string[]) => (all.length === 0 ? 'nothing' : all.join(', '))
const allowed = 'Or ask somebody above the unit to let this case pass the cap, with a reason.'

/** Refusals of awards that hold codes, months or days. */
export const awardRefusals = {
  'allowance.month_ahead': (v) => ({
    sentence: `${month(v.month)} has not begun; this is ${month(v.now)}.`,
    remedy: 'A month of allowances becomes payable once it has begun.',
  }),
  'award.ended': (v) => ({
    sentence: `The award to case ${v.case} has ended: ${wordFor(awards.end_causes, v.cause)}.`,
    remedy: 'What was paid may be claimed back; a new need is a new case.',
  }),
  'award.not_as_decided': (v) => ({
    sentence: `On ${day(v.on)} the committee ${v.decided === 'ratified' ? 'ratified' : 'declined to ratify'} the emergency of case ${v.case}.`,
    remedy: 'Record what it decided.',
  }),
  'cap.exceeded': (v) => ({
    sentence: `${capText(v)}: at most ${money(v.limit, v.currency)}. ${money(v.used, v.currency)} is used (${counted(v.counted)}), so ${money(v.left, v.currency)} is left, and case ${v.case} asks for ${money(v.amount, v.currency)}.`,
    remedy: `Propose what is left. ${allowed}`,
  }),
  'cap.too_often': (v) => ({
    sentence: `${capText(v)}: at most ${v.most} times. It was given ${v.times} times (${counted(v.counted)}), so none is left for case ${v.case}.`,
    remedy: `Wait until the time has passed. ${allowed}`,
  }),
  'cap.below_least': (v) => ({
    sentence: `${capText(v)}: not below ${money(v.least, v.currency)}. Case ${v.case} asks for ${money(v.amount, v.currency)}.`,
    remedy: `Propose at least that. ${allowed}`,
  }),
  'cap.standard_missing': (v) => ({
    sentence: `${capText(v)}: a multiple of “${v.standard}”, which no policy on standards gives in ${v.currency} for that day.`,
    remedy: 'Put the standard in the policy on standards first.',
  }),
  'clawback.bar_in_past': (v) => ({
    sentence: `The day until which the household gets no help, ${day(v.until)}, is before today, ${day(v.today)}.`,
    remedy: 'Give a later day, or none.',
  }),
} satisfies SomeRefusalWords
