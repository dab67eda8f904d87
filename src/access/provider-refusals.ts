/** Refusals of providers of sign-ins, and of the accounts there. */
import { refusal } from '../kit/refusal.ts'

/** What was wrong with an answer of a provider; each has its words in the catalogue of every language. */
export type ProviderFault =
  | 'algorithm'
  | 'audience'
  | 'client'
  | 'code'
  | 'form'
  | 'issuer'
  | 'nonce'
  | 'signature'
  | 'state'
  | 'time'

const faults: Readonly<Record<ProviderFault, string>> = {
  algorithm: 'its token is not signed in a way that is taken here',
  audience: 'its token is for somebody else',
  client: 'it does not know this book by its client id and secret',
  code: 'its code was used before, or has run out',
  form: 'it is not what OpenID Connect prescribes',
  issuer: 'it comes from another issuer',
  nonce: 'its token answers another question',
  signature: 'its token is signed by none of its keys',
  state: 'it was not asked for in this browser, or too long ago',
  time: 'its token is over, or of another time',
}

export const providerAnswerRefused = refusal<{ provider: string; fault: string }>(
  'identity_provider.answer_refused',
  401,
  ({ provider, fault }) =>
    `What ${provider} answered was not taken: ${faults[fault as ProviderFault]}.`,
  'Begin signing in again. If it goes wrong again, tell an owner, and sign in another way.',
)

export const providerUnreachable = refusal<{ provider: string }>(
  'identity_provider.unreachable',
  503,
  ({ provider }) => `${provider} gives no answer at the moment.`,
  'Try again later, or sign in another way.',
)

export const providerDeclined = refusal<{ provider: string }>(
  'identity_provider.declined',
  401,
  ({ provider }) => `${provider} did not say who you are: it was stopped there.`,
  'Begin again, and agree there, or sign in another way.',
)

export const providerSecretUnreadable = refusal<{ provider: string }>(
  'identity_provider.secret_unreadable',
  500,
  ({ provider }) =>
    `The client secret of ${provider} lies sealed under a master key that is not here.`,
  'Give the server the master key again, or have an owner connect the provider anew.',
)

export const providerUnknown = refusal<{ provider: number }>(
  'identity_provider.unknown',
  404,
  ({ provider }) => `There is no provider ${provider} connected to this book.`,
  'Look it up in the list of providers.',
)

export const providerExists = refusal<{ code: string }>(
  'identity_provider.exists',
  409,
  ({ code }) => `A provider is connected as “${code}” already.`,
  'Choose another word for its return address, or disconnect that one first.',
)

export const providersTooMany = refusal<{ most: number }>(
  'identity_provider.too_many',
  422,
  ({ most }) => `There are ${most} providers connected already, which is the most.`,
  'Disconnect one that nobody uses any more.',
)

export const providerAddress = refusal<{ issuer: string }>(
  'identity_provider.address',
  422,
  ({ issuer }) => `“${issuer}” is no address at which a provider can be asked.`,
  'Give its issuer as its own documents write it: https://, a public name, no question mark and no #.',
)

export const providerElsewhere = refusal<Record<never, never>>(
  'identity_provider.not_from_here',
  403,
  () => 'Linking an account begins on the page of your own settings.',
  'Open your settings for signing in, and choose the provider there.',
)

export const identityNotLinked = refusal<{ provider: string }>(
  'identity.not_linked',
  403,
  ({ provider }) => `This account of ${provider} is linked to nobody who may use this book.`,
  'Sign in another way and link it among your settings, or have an owner invite you.',
)

export const identityTaken = refusal<Record<never, never>>(
  'identity.taken',
  409,
  () => 'This account is linked to a user of this book already.',
  'Unlink it there first, or use another account.',
)

export const identityUnknown = refusal<{ identity: number }>(
  'identity.unknown',
  404,
  ({ identity }) => `There is no linked account ${identity} of yours.`,
  'Look it up among your settings.',
)
