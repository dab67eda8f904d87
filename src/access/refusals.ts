/** Refusals of users, their passwords, sessions and invitations. */
import { refusal } from '../kit/refusal.ts'

export const loginTaken = refusal<{ login: string }>(
  'user.login_taken',
  409,
  ({ login }) => `Somebody signs in as “${login}” already.`,
  'Choose another name for signing in.',
)

export const userUnknown = refusal<{ user: number }>(
  'user.unknown',
  404,
  ({ user }) => `There is no user ${user} who may sign in to this book.`,
  'Look it up in the list of users.',
)

export const userBeyondScope = refusal<{ user: number }>(
  'user.beyond_scope',
  403,
  ({ user }) => `User ${user} has roles outside of the units that you look after, too.`,
  'Take the roles in your units from them, or ask an owner of the whole organisation.',
)

export const lastOwner = refusal<{ user: number }>(
  'user.last_owner',
  409,
  ({ user }) =>
    `User ${user} is the last owner; without one nobody could set anything up any more.`,
  'Make another owner first.',
)

export const grantHeld = refusal<{ user: number; role: string }>(
  'grant.held',
  409,
  ({ user, role }) => `User ${user} has the role ${role} there already.`,
  'Give another role, or the same one in another unit.',
)

export const grantIncompatible = refusal<{ user: number; role: string; held: string }>(
  'grant.incompatible',
  409,
  ({ user, role, held }) =>
    `User ${user} has the role ${held}, which the policy on duties keeps apart from ${role}.`,
  'Take that role from them first, or give this one to somebody else.',
)

export const grantUnknown = refusal<{ grant: number }>(
  'grant.unknown',
  404,
  ({ grant }) => `There is no grant ${grant} in force for this user.`,
  'Look it up in the list of users.',
)

export const notOneself = refusal<{ actor: string }>(
  'user.not_oneself',
  403,
  ({ actor }) =>
    `Passwords, second factors and sessions are for the user whose they are; here ${actor} asks.`,
  'Sign in and do it there. Who lost a password has an owner make an invitation to a new one.',
)

export const passwordLength = refusal<{ characters: number; least: number; most: number }>(
  'password.length',
  422,
  ({ characters, least, most }) =>
    `The password has ${characters} characters; it needs from ${least} to ${most}.`,
  'Three or four words that belong together for you alone make a good one.',
)

export const passwordCommon = refusal<Record<never, never>>(
  'password.common',
  422,
  () => 'This password is one of those that are tried first.',
  'Three or four words that belong together for you alone make a good one.',
)

export const passwordIsLogin = refusal<Record<never, never>>(
  'password.is_login',
  422,
  () => 'The password is little more than the name for signing in.',
  'Three or four words that belong together for you alone make a good one.',
)

/** The same for an unknown name and a wrong password, so that nobody learns which names there are. */
export const signInRefused = refusal<Record<never, never>>(
  'sign_in.refused',
  401,
  () => 'The name for signing in and the password do not belong together.',
  'Check both, also capital letters. Who lost a password asks an owner for an invitation to a new one.',
)

export const signInThrottled = refusal<{ minutes: number }>(
  'sign_in.throttled',
  429,
  ({ minutes }) =>
    `There were too many tries under this name. It can be tried again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  'Wait that long, then try again.',
)

export const signInBusy = refusal<{ waiting: number }>(
  'sign_in.busy',
  503,
  ({ waiting }) => `There are ${waiting} sign-ins waiting at once.`,
  'Try again in a few seconds.',
)

export const sessionUnknown = refusal<{ session: number }>(
  'session.unknown',
  404,
  ({ session }) => `There is no session ${session} of yours in force.`,
  'Sign in again.',
)

export const namesNotGiven = refusal<Record<never, never>>(
  'access.names_not_given',
  403,
  () => 'You may not read names, and so cannot let a user or a token read them.',
  'Ask an owner who may read names.',
)

export const invitationInvalid = refusal<Record<never, never>>(
  'invitation.invalid',
  404,
  () => 'This link is not one of this book, has ended, or was used already.',
  'Have a new one made with `care-ledger invite`.',
)

export const invitationEnded = refusal<{ expires_at: number }>(
  'invitation.ends_in_the_past',
  422,
  ({ expires_at }) => `The invitation would end at ${expires_at}, which is over.`,
  'Give an end in the future.',
)

export const invitationExists = refusal<Record<never, never>>(
  'invitation.exists',
  409,
  () => 'An invitation with this hash is already one of this book.',
  'Make a new secret.',
)

export const invitationIncomplete = refusal<{ missing: string }>(
  'invitation.incomplete',
  422,
  ({ missing }) => `A new user needs a ${missing}.`,
  'Give a login, a name and a password.',
)

export const backupHoldsNames = refusal<Record<never, never>>(
  'backup.holds_names',
  403,
  () => 'A copy of the book holds every name in it, and is for those who may read names.',
  'Ask an owner or an auditor who may read names.',
)
