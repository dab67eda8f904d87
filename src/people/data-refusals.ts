/** What may go wrong with sealed fields of people, with reading them, and with consent. */
import { refusal } from '../kit/refusal.ts'

export const sealedFieldOfKinds = refusal<{ party: string; field: string }>(
  'sealed_field.of_kinds',
  422,
  ({ party, field }) =>
    `${party} cannot have a ${field.replaceAll('_', ' ')}: persons have documents and birth dates, bodies have codes.`,
  'Choose another field.',
)

export const sealedFieldTooLong = refusal<{ field: string; most: number }>(
  'sealed_field.too_long',
  422,
  ({ field, most }) => `The ${field.replaceAll('_', ' ')} has more than ${most} characters.`,
  'Write the number or the address alone.',
)

export const sealedFieldEmpty = refusal<{ party: string; field: string }>(
  'sealed_field.empty',
  409,
  ({ party, field }) => `No ${field.replaceAll('_', ' ')} of ${party} is kept.`,
  'Nothing needs to be done.',
)

export const partyErased = refusal<{ party: string }>(
  'party.erased',
  409,
  ({ party }) => `${party} was erased; of them the book keeps ids, amounts and digests.`,
  'Register whoever deals with the organisation again as somebody new.',
)

export const consentUnknown = refusal<{ consent: number }>(
  'consent.unknown',
  404,
  ({ consent }) => `There is no consent ${consent} in this book.`,
  'Look it up on the page of the person.',
)

export const consentGiven = refusal<{ party: string; purpose: string; on: string }>(
  'consent.given',
  409,
  ({ party, purpose, on }) => `${party} agreed to this (${purpose}) on ${on} already.`,
  'Nothing needs to be done; to put another paper in its place, take the earlier one back first.',
)

export const consentEnded = refusal<{ consent: number; on: string }>(
  'consent.ended',
  409,
  ({ consent, on }) => `Consent ${consent} was taken back on ${on} already.`,
  'Nothing needs to be done.',
)

export const consentInFuture = refusal<{ day: string; today: string }>(
  'consent.in_future',
  422,
  ({ day, today }) => `${day} is later than today (${today}).`,
  'Give the day on which it was said or signed.',
)

export const consentEndsTooSoon = refusal<{ from: string; to: string }>(
  'consent.ends_too_soon',
  422,
  ({ from, to }) => `It was given on ${from} and cannot be taken back on ${to}, before that.`,
  'Give the day on which it was taken back.',
)
