/** The ways in that a user has: nobody takes away their own last one. */
import type { UserId } from '../kit/ids.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { onlyWay } from './passkey-refusals.ts'
import { passwordHashOf } from './users.ts'

const passkeys = prepare((p: { user: UserId }) =>
  build
    .selectFrom('passkey as k')
    .leftJoin('passkey_end as e', 'e.passkey_id', 'k.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('k.user_id', '=', p.user)
    .where('e.id', 'is', null),
)
const identities = prepare((p: { user: UserId }) =>
  build
    .selectFrom('identity as i')
    .leftJoin('identity_end as e', 'e.identity_id', 'i.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('i.user_id', '=', p.user)
    .where('e.id', 'is', null),
)

/** Refuses `sign_in.only_way` for a user without a password who has one passkey or linked account left. */
export function requireAnotherWay(reader: Reader, user: UserId): void {
  if (passwordHashOf(reader, user) !== undefined) return
  const counted = [passkeys, identities].map((query) => first(reader, query, { user })?.count ?? 0)
  if (counted.reduce((sum, count) => sum + count, 0) < 2) throw onlyWay({})
}
