/**
 * The only place where entries and postings are written (design rule 1).
 *
 * A posting moves a positive amount of one fund from a credit to a debit account, so an entry balances
 * per fund by construction. Balances are kept per account and fund, now and at the close of each day.
 */
import type { Act } from '../book/registry.ts'
import { compareDays, type Day } from '../kit/day.ts'
import { type AccountId, type EntryId, type FundId, id, type PostingId } from '../kit/ids.ts'
import { minor, zeroMinor } from '../kit/money.ts'
import { build, first, insert, prepare } from '../store/prepare.ts'
import { requireOpenFund } from './funds.ts'
import {
  type ChainPlace,
  markBalances,
  moveBackdated,
  type Newest,
  newestIn,
  requireFloor,
  type Side,
  sumOf,
  writeNewest,
} from './kept-balances.ts'
import type { Leg } from './legs.ts'
import { requireOpenDay } from './periods.ts'
import type { EntryKind } from './posting-rules.ts'

/** Balances are marked after this many postings, so that the book as known then is a short sum away. */
export const postingsPerMark = 16_384

export interface NewEntry {
  readonly kind: EntryKind
  readonly effectiveOn: Day
  /** What it is about, for example `payout/12`. Never a name. */
  readonly subject: string
  readonly legs: readonly Leg[]
  readonly reverses: EntryId | null
  readonly noteDetailId: number | null
}

export interface PostedEntry {
  readonly id: EntryId
  /** The entry's serial in each fund it touches. */
  readonly serials: ReadonlyMap<FundId, number>
}

// Every entry has postings, so the newest posting is one of the newest entry's.
const newestPosting = prepare<
  Record<never, never>,
  { id: PostingId; entry_id: EntryId; high_on: Day }
>(() =>
  build.selectFrom('posting').select(['id', 'entry_id', 'high_on']).orderBy('id', 'desc').limit(1),
)
const newestSerial = prepare((p: { fundId: FundId }) =>
  build
    .selectFrom('posting')
    .select((e) => e.fn.max('fund_serial').as('serial'))
    .where('fund_id', '=', p.fundId),
)

/**
 * Posts one entry. Refuses `day.in_future`, `period.closed`, `fund.closed`, `account.below_floor` and
 * `amount.total_too_large`; every leg must carry a positive amount and two accounts.
 */
export function post(act: Act, entry: NewEntry): PostedEntry {
  const run = new PostingRun(act)
  const posted = run.post(entry)
  run.close()
  return posted
}

/**
 * Posts many entries within one act. Balances that the next entry would change again are written once,
 * at the latest by `close`; until then nothing else may read them.
 */
export class PostingRun {
  readonly #act: Act
  readonly #newest = new Map<FundId, Map<AccountId, Newest>>()
  readonly #serials = new Map<FundId, number>()
  #entryId: number
  #postingId: number
  #highOn: Day | null

  constructor(act: Act) {
    this.#act = act
    const newest = first(act, newestPosting, {})
    this.#entryId = newest?.entry_id ?? 0
    this.#postingId = newest?.id ?? 0
    this.#highOn = newest?.high_on ?? null
  }

  /** Posts one entry; refuses as `post` does. */
  post(entry: NewEntry): PostedEntry {
    const act = this.#act
    const { effectiveOn } = entry
    if (entry.legs.length === 0) throw new Error('An entry has at least one leg.')
    requireOpenDay(act, effectiveOn)
    for (const { fund } of entry.legs) requireOpenFund(act, fund)
    this.#entryId += 1
    const entryId = id<EntryId>(this.#entryId)
    insert(act, 'entry', {
      id: entryId,
      kind: entry.kind,
      first_posting_id: id<PostingId>(this.#postingId + 1),
      legs: entry.legs.length,
      effective_on: effectiveOn,
      recorded_at: act.at,
      subject: entry.subject,
      reverses: entry.reverses,
      note_detail_id: entry.noteDetailId,
      event_seq: act.seq,
    })
    if (this.#highOn === null || compareDays(this.#highOn, effectiveOn) < 0) {
      this.#highOn = effectiveOn
    }
    const serials = new Map<FundId, number>()
    const highOn = this.#highOn
    let position = 0
    for (const leg of entry.legs) {
      const serial = serials.get(leg.fund.id) ?? this.#nextSerial(leg.fund.id)
      serials.set(leg.fund.id, serial)
      position += 1
      this.#postLeg(leg, { entryId, effectiveOn, highOn, serial, leg: position })
    }
    return { id: entryId, serials }
  }

  /** Writes the balances that are still to be written. */
  close(): void {
    for (const ofFund of this.#newest.values()) {
      for (const newest of ofFund.values()) writeNewest(this.#act, newest)
    }
    this.#newest.clear()
  }

  #nextSerial(fundId: FundId): number {
    const last =
      this.#serials.get(fundId) ?? first(this.#act, newestSerial, { fundId })?.serial ?? 0
    this.#serials.set(fundId, last + 1)
    return last + 1
  }

  #postLeg(leg: Leg, of: LegPlace): void {
    this.#postingId += 1
    const postingId = id<PostingId>(this.#postingId)
    const { effectiveOn: day, highOn } = of
    const debit = this.#move(leg, { account: leg.debit, sign: 1, day, highOn, postingId })
    const credit = this.#move(leg, { account: leg.credit, sign: -1, day, highOn, postingId })
    insert(this.#act, 'posting', {
      id: postingId,
      entry_id: of.entryId,
      fund_id: leg.fund.id,
      fund_serial: of.serial,
      leg: of.leg,
      debit_account_id: leg.debit.id,
      credit_account_id: leg.credit.id,
      amount_minor: leg.amountMinor,
      party_id: leg.partyId,
      effective_on: of.effectiveOn,
      high_on: of.highOn,
      debit_previous_id: debit.previousId,
      credit_previous_id: credit.previousId,
      debit_running_minor: debit.runningMinor,
      credit_running_minor: credit.runningMinor,
      event_seq: this.#act.seq,
    })
    if (postingId % postingsPerMark !== 0) return
    this.close()
    markBalances(this.#act, postingId)
  }

  /** Moves one side's balances and answers its place in the chain of its account, fund and day. */
  #move(leg: Leg, side: Side): ChainPlace {
    const { account, day } = side
    const ofFund = this.#ofFund(leg.fund.id)
    if (day < side.highOn) {
      const pending = ofFund.get(account.id)
      if (pending) writeNewest(this.#act, pending)
      ofFund.delete(account.id)
      return moveBackdated(this.#act, leg, side)
    }
    const newest = ofFund.get(account.id) ?? this.#take(ofFund, leg.fund.id, side)
    const amount = minor(side.sign * leg.amountMinor)
    const balance = sumOf(newest.balance, amount, account)
    requireFloor(leg, side, newest.balance)
    if (newest.bucket.day !== day) {
      // The day before is complete once a later one begins.
      writeNewest(this.#act, newest, true)
      newest.bucket = { accountId: account.id, fundId: leg.fund.id, day }
      newest.moved = zeroMinor
      newest.lastPostingId = null
    }
    const previousId = newest.lastPostingId
    newest.balance = balance
    newest.moved = minor(newest.moved + amount)
    newest.lastPostingId = side.postingId
    newest.dirty = true
    return { previousId, runningMinor: newest.moved }
  }

  #ofFund(fundId: FundId): Map<AccountId, Newest> {
    const known = this.#newest.get(fundId)
    if (known) return known
    const made = new Map<AccountId, Newest>()
    this.#newest.set(fundId, made)
    return made
  }

  #take(ofFund: Map<AccountId, Newest>, fundId: FundId, { account, day }: Side): Newest {
    const taken = newestIn(this.#act, { accountId: account.id, fundId, day }, account)
    ofFund.set(account.id, taken)
    return taken
  }
}

interface LegPlace {
  readonly entryId: EntryId
  readonly effectiveOn: Day
  readonly highOn: Day
  readonly serial: number
  readonly leg: number
}
