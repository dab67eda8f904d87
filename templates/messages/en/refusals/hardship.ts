import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { cases } from '../cases.ts'
import { casework } from '../casework.ts'

const { day } = tellingIn('en')
const step = (code: string) => wordFor(casework.step, code)
const act = (code: string) => wordFor({ ...casework.step, ...cases.acts }, code)

/** Those of cases and files that speak in codes or plain days by themselves. */
export const hardshipRefusals = {
  'case.barred': (v) => ({
    sentence: `After a false declaration the household of ${v.party} gets no help until ${day(v.until)}.`,
    remedy: 'Apply after that day; an appeal against the claim is decided on its own.',
  }),
  'case.decided': (v) => ({
    sentence: `Case ${v.case} is no longer open (${wordFor(cases.states, v.state)}); what it asks for is altered only before it is decided.`,
    remedy: 'End its award, or enter another case.',
  }),
  'case.not_at_step': (v) => ({
    sentence: `Case ${v.case} is at the step “${step(v.at)}”, not at “${step(v.wanted)}”.`,
    remedy: 'Do what waits at its step first.',
  }),
  'case.not_in_state': (v) => ({
    sentence: `Case ${v.case} stands as “${wordFor(cases.states, v.state)}”, which leaves no room for “${act(v.act)}”.`,
    remedy: 'Look at what was done with it; somebody else may have been quicker.',
  }),
} satisfies SomeRefusalWords
