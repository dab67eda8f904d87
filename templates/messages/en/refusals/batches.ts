import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { batches } from '../batches.ts'
import { cases } from '../cases.ts'
import { words } from '../words.ts'

const { day } = tellingIn('en')
const word = (code: string) => wordFor(batches.stands, code)
const state = (code: string) => wordFor(cases.states, code)
const form = (code: string) => wordFor(words.form, code)
const checks = (codes: readonly string[]) =>
  codes.map((code) => wordFor(batches.checks, code)).join(', ')

/** Refusals of batches that hold days or codes. */
export const batchRefusals = {
  'bank_result.differs': (v) => ({
    sentence: `The line was ${word(v.before)}; the bank now says it was ${word(v.now)}.`,
    remedy: 'If money that was paid came back later, record that it came back. Else ask the bank.',
  }),
  'batch.line_not_payable': (v) => ({
    sentence: `Line ${v.line} of batch ${v.batch} is no longer payable: case ${v.case} stands at “${state(v.state)}”.`,
    remedy: 'Take the line out of the batch.',
  }),
  'batch.not_prepared': (v) => ({
    sentence: `Batch ${v.batch} is ${word(v.state)}; only one that is being prepared is changed.`,
    remedy: 'What was released goes its way; what comes back is sent again in a new batch.',
  }),
  'batch.not_released': (v) => ({
    sentence: `Batch ${v.batch} is ${word(v.state)}.`,
    remedy: 'Only a batch that was released, and is not closed, is closed.',
  }),
  'batch.nothing_payable': (v) => ({
    sentence: `Nothing that was asked for is payable from the fund ${v.fund} in this form: ${form(v.form)}.`,
    remedy:
      'See what is payable; cases are approved first, and each instalment is in one batch at a time.',
  }),
  'batch.pay_on_past': (v) => ({
    sentence: `Nothing can be paid on ${day(v.pay_on)}; today is ${day(v.today)}.`,
    remedy: 'Choose today or a later day.',
  }),
  'batch.red_findings': (v) => ({
    sentence: `Batch ${v.batch} has red findings (${checks(v.checks)}) on ${v.lines} of its lines; by the policy on payments it is not released so.`,
    remedy: 'Take those lines out or put right what is wrong; or have the policy changed first.',
  }),
  'batch_line.before_release': (v) => ({
    sentence: `${day(v.day)} is before the batch was released on ${day(v.released)}.`,
    remedy: 'Give the day that the bank, or the slip, says.',
  }),
  'batch_line.has_result': (v) => ({
    sentence: `Line ${v.line} of batch ${v.batch} has a result: it was ${word(v.outcome)}.`,
    remedy: 'If money that was paid came back later, record that it came back.',
  }),
  'batch_line.not_released': (v) => ({
    sentence: `Line ${v.line} of batch ${v.batch} was not sent to be paid: the batch is ${word(v.state)}.`,
    remedy: 'Release the batch first.',
  }),
} satisfies SomeRefusalWords
