import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { apply } from '../apply.ts'

const { day } = tellingIn('en')

/** Refusals of applications and documents that hold days or codes. */
export const applicationRefusals = {
  'application.incomplete': (v) => ({
    sentence: `Some answers are missing: ${v.missing.map((field) => wordFor(apply.fields, field)).join(', ')}.`,
    remedy: 'Fill in what is missing; it stays saved meanwhile.',
  }),
  'application_code.until': (v) => ({
    sentence: `A code lasts from today, ${day(v.today)}, for at most ${v.most_days} days, and not until ${day(v.until)}.`,
    remedy: 'Choose a day in that time; a new code costs nothing.',
  }),
  'document.no_amount': (v) => ({
    sentence: `Paper ${v.document} (${wordFor(apply.papers, v.kind)}) has no amount to be verified.`,
    remedy: 'Verify the amounts of bills and papers like them.',
  }),
} satisfies SomeRefusalWords
