/** Refusals of passkeys. */
import { refusal } from '../kit/refusal.ts'

/** The same for a passkey nobody has, one that was removed and one whose answer is wrong: a stranger learns nothing. */
export const passkeyRefused = refusal<Record<never, never>>(
  'passkey.refused',
  401,
  () => 'This passkey opens nothing here.',
  'Choose another one, or sign in with your name and password. A new passkey is made among the settings.',
)

export const passkeyQuestionOver = refusal<Record<never, never>>(
  'passkey.question_over',
  422,
  () =>
    'What this passkey answers was asked more than five minutes ago, was answered before, or was asked in another browser.',
  'Try again.',
)

export const passkeyUnreadable = refusal<Record<never, never>>(
  'passkey.unreadable',
  422,
  () => 'The browser sent no answer of a passkey that can be read.',
  'Try again, with scripts allowed on this page.',
)

export const passkeyNotMade = refusal<Record<never, never>>(
  'passkey.not_made',
  422,
  () =>
    'This passkey was made for another address, or without asking who uses it, and was not taken.',
  'Make it on this page again, and let the device ask for a fingerprint, a face or its code.',
)

export const passkeyExists = refusal<Record<never, never>>(
  'passkey.exists',
  409,
  () => 'This passkey is one of this book already.',
  'Use it to sign in, or choose another device for a new one.',
)

export const passkeysTooMany = refusal<{ most: number }>(
  'passkey.too_many',
  422,
  ({ most }) => `There are ${most} passkeys of yours already, which is the most.`,
  'Remove one that you do not use any more.',
)

export const passkeyUnknown = refusal<{ passkey: number }>(
  'passkey.unknown',
  404,
  ({ passkey }) => `There is no passkey ${passkey} of yours.`,
  'Look it up among the settings.',
)

export const passkeyCounterBack = refusal<Record<never, never>>(
  'passkey.counter_went_back',
  403,
  () =>
    'The counter of this passkey has gone back, as it would if somebody had a copy of it. It opens nothing any more.',
  'Sign in with your name and password, make a new passkey, and tell an owner of the book.',
)

export const passkeysNotHere = refusal<{ host: string }>(
  'passkey.not_at_this_address',
  422,
  ({ host }) => `Browsers keep passkeys for names reached over https alone, and this is ${host}.`,
  'Open the book at its own name over https.',
)

export const onlyWay = refusal<Record<never, never>>(
  'sign_in.only_way',
  409,
  () => 'This is your only way to sign in.',
  'Add a passkey or link another account first, or have an owner send you a link for a password.',
)
