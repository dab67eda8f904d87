/** Second factors as they stand in the book: codes by the clock, with a secret that is sealed. */
import { keepDetail, readDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import type { SecondFactorId, UserId } from '../kit/ids.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { openSecret, sealSecret } from '../vault/secrets.ts'
import { stepOf } from './one-time-codes.ts'
import {
  codeUsed,
  codeWrong,
  secondFactorMissing,
  secondFactorUnreadable,
} from './sign-in-refusals.ts'

const inForce = prepare((p: { user: UserId }) =>
  build
    .selectFrom('second_factor as f')
    .innerJoin('event as v', 'v.seq', 'f.event_seq')
    .leftJoin('second_factor_end as e', 'e.second_factor_id', 'f.id')
    .selectAll('f')
    .select('v.at')
    .where('f.user_id', '=', p.user)
    .where('e.id', 'is', null)
    .orderBy('f.id', 'desc')
    .limit(1),
)
const lastStep = prepare((p: { factor: SecondFactorId }) =>
  build
    .selectFrom('second_factor_use')
    .select(({ fn }) => fn.max('step').as('step'))
    .where('second_factor_id', '=', p.factor),
)

export interface SecondFactor {
  readonly id: SecondFactorId
  /** The detail with the sealed secret. */
  readonly secret_detail_id: number
  /** Since when. */
  readonly at: number
}

/** The second factor of a user in force, if there is one. */
export function secondFactorOf(reader: Reader, user: UserId): SecondFactor | undefined {
  return first(reader, inForce, { user })
}

/** What a secret is sealed for: it opens for this user's second factor and for nothing else. */
function purposeOf(user: UserId): string {
  return `second factor of user ${user}`
}

/** Puts a secret in force; a code of it, of which `step` is the step, is used by that. */
export function putSecondFactor(
  act: Act,
  user: UserId,
  { secret, step }: { readonly secret: string; readonly step: number },
): void {
  endSecondFactor(act, user)
  const id = nextId(act, 'second_factor')
  const sealed = sealSecret(act, purposeOf(user), secret)
  insert(act, 'second_factor', {
    id,
    user_id: user,
    secret_detail_id: keepDetail(act, 'second_factor', sealed),
    event_seq: act.seq,
  })
  putUse(act, id, step)
}

/** Ends the second factor of a user, if there is one. */
export function endSecondFactor(act: Act, user: UserId): void {
  const factor = secondFactorOf(act, user)
  if (!factor) return
  insert(act, 'second_factor_end', {
    id: nextId(act, 'second_factor_end'),
    second_factor_id: factor.id,
    event_seq: act.seq,
  })
}

/**
 * Takes a code, once. Refuses `second_factor.missing`, `second_factor.unreadable`, `code.wrong` and `code.used`:
 * for the very code, or one older than a code that was taken.
 */
export function useCode(act: Act, user: UserId, code: string): void {
  const factor = secondFactorOf(act, user)
  if (!factor) throw secondFactorMissing({})
  const sealed = readDetail(act, factor.secret_detail_id)?.body
  const secret = sealed === undefined ? undefined : openSecret(act, purposeOf(user), sealed)
  if (secret === undefined) throw secondFactorUnreadable({ user })
  const step = stepOf(secret, code, act.at)
  if (step === undefined) throw codeWrong({})
  if (step <= (first(act, lastStep, { factor: factor.id })?.step ?? -1)) throw codeUsed({})
  putUse(act, factor.id, step)
}

function putUse(act: Act, factor: SecondFactorId, step: number): void {
  insert(act, 'second_factor_use', {
    id: nextId(act, 'second_factor_use'),
    second_factor_id: factor,
    step,
    event_seq: act.seq,
  })
}
