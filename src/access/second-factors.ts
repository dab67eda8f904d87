/** Setting up a second factor, giving it up, and an owner's reset of one that is lost. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { type Act, anyRole, command, pageCommand } from '../book/registry.ts'
import type { UserId } from '../kit/ids.ts'
import { endSessions } from './ended-sessions.ts'
import { minutesOff, stepOf, totpCodeField, totpSecretField } from './one-time-codes.ts'
import { endRecoveryCodes, putRecoveryCodes, recoveryHashesField } from './recovery-codes.ts'
import { endSecondFactor, putSecondFactor, secondFactorOf } from './second-factor-rows.ts'
import { needsSecondFactor } from './sign-in-policy.ts'
import {
  codeClockOff,
  codeWrong,
  secondFactorMissing,
  secondFactorOwn,
  secondFactorRequired,
} from './sign-in-refusals.ts'
import { oneself, requireWithin, userActor, userInForce } from './users.ts'

/**
 * Puts a secret in force once its first code shows that the app has it. Refuses `code.wrong` and, for the code of a
 * clock that is off, `code.clock_off`.
 */
export function setUpFactor(
  act: Act,
  user: UserId,
  { secret, code }: { readonly secret: string; readonly code: string },
): void {
  const step = stepOf(secret, code, act.at)
  if (step === undefined) {
    const minutes = minutesOff(secret, code, act.at)
    throw minutes === undefined ? codeWrong({}) : codeClockOff({ minutes })
  }
  putSecondFactor(act, user, { secret, step })
}

const sessionField = idField.nullable().default(null)

export const enrol = pageCommand({
  name: 'second_factors.enrol',
  summary:
    'Sets up a second factor of one’s own, with ten recovery codes; one’s other sessions end',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({
    secret: totpSecretField,
    code: totpCodeField,
    recovery_codes: recoveryHashesField,
    /** The session that goes on. */
    session: sessionField,
  }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { secret, code, recovery_codes, session }) => {
    const user = oneself(act)
    setUpFactor(act, user.id, { secret, code })
    putRecoveryCodes(act, user.id, recovery_codes)
    endSessions(act, user.id, session)
    return { user: user.id }
  },
})

export const giveUp = pageCommand({
  name: 'second_factors.give_up',
  summary:
    'Gives up a second factor of one’s own; recovery codes and one’s other sessions end with it',
  may: anyRole,
  reach: 'oneself',
  input: z.strictObject({ session: sessionField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, { session }) => {
    const user = oneself(act)
    if (!secondFactorOf(act, user.id)) throw secondFactorMissing({})
    if (needsSecondFactor(act, act.caller, act.at)) throw secondFactorRequired({})
    endSecondFactor(act, user.id)
    endRecoveryCodes(act, user.id)
    endSessions(act, user.id, session)
    return { user: user.id }
  },
})

export const reset = command({
  name: 'second_factors.reset',
  summary: 'Ends the second factor of somebody who lost it, with their recovery codes and sessions',
  may: ['owner'],
  reach: 'units',
  route: { method: 'POST', path: '/users/{user}/second-factor/reset' },
  input: z.strictObject({ user: idField }),
  output: z.object({ user: z.number() }),
  subject: ({ user }) => `user/${user}`,
  run: (act, input) => {
    const user = userInForce(act, input.user)
    requireWithin(act, user.id)
    if (act.caller.actor === userActor(user.id)) throw secondFactorOwn({ user: user.id })
    if (!secondFactorOf(act, user.id)) throw secondFactorMissing({})
    endSecondFactor(act, user.id)
    endRecoveryCodes(act, user.id)
    endSessions(act, user.id)
    return { user: user.id }
  },
})
