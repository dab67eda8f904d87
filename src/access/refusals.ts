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

export const grantUnknown = refusal<{ grant: number }>(
  'grant.unknown',
  404,
  ({ grant }) => `There is no grant ${grant} in force for this user.`,
  'Look it up in the list of users.',
)

export const notOneself = refusal<{ actor: string }>(
  'user.not_oneself',
  403,
  ({ actor }) => `A password is changed by the user whose it is; here ${actor} asks.`,
  'Sign in and change your own. If it is lost, have an owner make an invitation to a new one.',
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

/** A code by the clock that is not right now; whether it ever was, nobody learns. */
export const codeWrong = refusal<Record<never, never>>(
  'code.wrong',
  401,
  () => 'This is not the code that your app shows now.',
  'Type the newest one. Codes go by the clock: have the device set its time by itself.',
)

export const codeUsed = refusal<Record<never, never>>(
  'code.used',
  401,
  () => 'This code was used already; each is good for once.',
  'Wait until your app shows the next one, half a minute at most.',
)

export const codeClockOff = refusal<{ minutes: number }>(
  'code.clock_off',
  422,
  ({ minutes }) =>
    `The clock of the device that made this code is ${Math.abs(minutes)} ${Math.abs(minutes) === 1 ? 'minute' : 'minutes'} ${minutes > 0 ? 'fast' : 'slow'}.`,
  'Have the device set its time by itself, then type the code that it shows.',
)

export const secondFactorMissing = refusal<Record<never, never>>(
  'second_factor.missing',
  409,
  () => 'No second factor is set up.',
  'Set one up first, in the settings under “Signing in”.',
)

export const secondFactorNeeded = refusal<{ user: number }>(
  'second_factor.needed',
  401,
  ({ user }) => `User ${user} signs in with a second factor, and a password alone does not do.`,
  'Sign in again and show the second factor.',
)

export const secondFactorRequired = refusal<Record<never, never>>(
  'second_factor.required',
  409,
  () => 'The rules of this book ask for a second factor in your role.',
  'Set up another one in its place, or have an owner change the rule.',
)

export const secondFactorOwn = refusal<{ user: number }>(
  'second_factor.own',
  409,
  ({ user }) => `User ${user} is you; a second factor of one’s own is given up, not reset.`,
  'Sign in with a recovery code, and set up a new one in the settings.',
)

export const secondFactorUnreadable = refusal<{ user: number }>(
  'second_factor.unreadable',
  503,
  ({ user }) => `The second factor of user ${user} cannot be read with the keys of this server.`,
  'Tell whoever runs the server, who has the master keys; or use a recovery code.',
)

/** A slip of the pen, seen by the code itself. */
export const recoveryCodeMistyped = refusal<Record<never, never>>(
  'recovery_code.mistyped',
  422,
  () => 'This is not a recovery code as it was shown; a character is wrong or missing.',
  'Type it again: 17 letters and digits.',
)

export const recoveryCodeWrong = refusal<Record<never, never>>(
  'recovery_code.wrong',
  401,
  () => 'This is not a recovery code of yours, or it was used already.',
  'Take another one of the newest sheet; each is good for once.',
)

export const halfSignInUnknown = refusal<Record<never, never>>(
  'half_sign_in.unknown',
  401,
  () => 'This sign-in was not finished in time, or elsewhere.',
  'Sign in again, from the password on.',
)

/** For what is most sensitive, who asks shows again who they are. */
export const sessionStale = refusal<{ minutes: number }>(
  'session.stale',
  403,
  ({ minutes }) => `This asks for a password or second factor of the last ${minutes} minutes.`,
  'Show again that it is you, then go on.',
)
