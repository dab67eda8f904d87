/** What a sign-in still wants after the password was right. */
import type { UserId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { secondFactorOf } from './second-factor-rows.ts'
import { needsSecondFactor } from './sign-in-policy.ts'
import { callerOfUser, userInForce } from './users.ts'

export type Wanted = 'nothing' | 'factor' | 'enrolment'

/** The user's second factor, or one to be set up where the rules ask for it, or nothing. */
export function wantedOf(reader: Reader, user: UserId, now: number): Wanted {
  if (secondFactorOf(reader, user)) return 'factor'
  const caller = callerOfUser(reader, userInForce(reader, user))
  return needsSecondFactor(reader, caller, now) ? 'enrolment' : 'nothing'
}
