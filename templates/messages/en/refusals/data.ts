import type { SomeRefusalWords } from '../../refusal-words.ts'
import { tellingIn, wordFor } from '../../telling.ts'
import { dataWords } from '../data-words.ts'

const { day } = tellingIn('en')

/** Sealed fields, consent and erasure, where the refusals speak in codes. */
export const dataRefusals = {
  'consent.given': (v) => ({
    sentence: `${v.party} agreed to “${wordFor(dataWords.consent_purpose, v.purpose)}” on ${day(v.on)} already.`,
    remedy:
      'Nothing needs to be done; to put another paper in its place, withdraw the earlier one.',
  }),
  'erasure.held': (v) => ({
    sentence: `${v.party} cannot be erased while something is open: ${v.holds.map(({ kind, of }) => `${wordFor(dataWords.erasure_hold, kind)} ${of}`).join(', ')}.`,
    remedy:
      'Pay or decline what is to be paid, settle promises, decide on months to be reopened, end the user; then ask again.',
  }),
  'erasure_log.unreadable': () => ({
    sentence: 'The log of erasures beside the book cannot be read.',
    remedy: 'Tell whoever runs the server.',
  }),
  'sealed_field.empty': (v) => ({
    sentence: `${wordFor(dataWords.data_field, v.field)}: nothing of ${v.party} is kept.`,
    remedy: 'Nothing needs to be done.',
  }),
  'sealed_field.of_kinds': (v) => ({
    sentence: `${wordFor(dataWords.data_field, v.field)}: not for ${v.party}. Persons have documents and birth dates, bodies have codes.`,
    remedy: 'Choose another field.',
  }),
  'unsealing.nothing': (v) => ({
    sentence: `Nothing is kept of ${v.party} in: ${v.fields.map((one) => wordFor(dataWords.data_field, one)).join(', ')}.`,
    remedy: 'See on the page of the person which fields are filled.',
  }),
} satisfies SomeRefusalWords
