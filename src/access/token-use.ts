/**
 * The last day on which a token was of use. Requests are no events, so this stands in a table that nothing hashes; it
 * is written once a day for each token.
 */
import type { Caller } from '../book/registry.ts'
import { type Day, dayAt } from '../kit/day.ts'
import type { TokenId } from '../kit/ids.ts'
import { Refusal } from '../kit/refusal.ts'
import { build, first, prepare } from '../store/prepare.ts'
import type { Reader, Store } from '../store/store.ts'

const seenOn = prepare((p: { token: TokenId }) =>
  build.selectFrom('token_seen').select('seen_on').where('token_id', '=', p.token),
)
const see = prepare((p: { token: TokenId; on: Day }) =>
  build
    .insertInto('token_seen')
    .values({ token_id: p.token, seen_on: p.on })
    .onConflict((conflict) => conflict.column('token_id').doUpdateSet({ seen_on: p.on })),
)

/** What this process has written, so that a request costs a look into its memory. */
const written = new WeakMap<Store, Map<string, Day>>()

/** The last day (UTC) on which a token was of use; null before the first. */
export function lastUseOf(reader: Reader, token: TokenId): Day | null {
  return first(reader, seenOn, { token })?.seen_on ?? null
}

/** Notes that a request of a token was answered. */
export function noteUse(store: Store, { actor }: Caller, now: number): void {
  const found = /^token:([0-9]+)$/.exec(actor)?.[1]
  if (found === undefined) return
  const on = dayAt(now, 'UTC')
  const known = written.get(store) ?? new Map<string, Day>()
  if (known.get(actor) === on) return
  written.set(store, known.set(actor, on))
  const token = Number(found) as TokenId
  if (lastUseOf(store, token) === on) return
  const { sql, bind } = see.compiled()
  try {
    store.transaction((): undefined => {
      store.run(sql, bind({ token, on }))
    })
  } catch (error) {
    // Whoever asks is answered where the disk is full.
    if (!(error instanceof Refusal)) throw error
  }
}
