/** Refusals of second factors, recovery codes, half sign-ins, and of what asks who one is once more. */
import { refusal } from '../kit/refusal.ts'

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
