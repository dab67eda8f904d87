import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn } from '../../telling.ts'
import { casework } from '../casework.ts'

const { day } = tellingIn('en')

/** The name of a check in words, where it is one that presets name. */
const check = (name: string) =>
  (casework.check_name_known as Readonly<Record<string, string>>)[name] ?? name

/** Those of the steps of cases that speak in codes by themselves. */
export const flowRefusals = {
  'case.check_unknown': (v) => ({
    sentence: `The workflow of case ${v.case} has no check “${v.check}”, only ${v.checks.map(check).join(', ')}.`,
    remedy: 'Choose one of its checks.',
  }),
  'case.visit_in_future': (v) => ({
    sentence: `The visit is said to be on ${day(v.day)}, and today is ${day(v.today)}.`,
    remedy: 'Give the day on which somebody was there.',
  }),
} satisfies SomeRefusalWords
