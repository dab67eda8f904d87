/** What a committee decided on a case. */
import type { BallotId, CaseId } from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import type { Reader } from '../../store/store.ts'
import { ballotsOnCase } from './rows.ts'

/** An approval by a committee. */
export interface Decision {
  readonly ballot: BallotId
  /** Of one instalment, in minor units of the fund's currency. */
  readonly amountMinor: Minor
  readonly instalments: number
  /** SHA-256 in hex of the minutes. */
  readonly minutesDigest: string
}

/** The newest ballots on a case of closed sittings, newest first: one for each sitting, which is the one that counts. */
function closedBallots(reader: Reader, caseId: CaseId) {
  const seen = new Set<number>()
  return ballotsOnCase(reader, caseId).filter(({ sitting_id, digest }) => {
    if (digest === null || seen.has(sitting_id)) return false
    seen.add(sitting_id)
    return true
  })
}

/**
 * The approval of a case by a committee: that of the newest closed sitting which decided on it. Undefined where none
 * did, or where the last decision was a refusal.
 */
export function decisionOf(reader: Reader, caseId: CaseId): Decision | undefined {
  const decided = closedBallots(reader, caseId).find(
    ({ carried, proposal }) => carried === 1 && proposal !== 'defer',
  )
  if (decided?.proposal !== 'approve') return undefined
  return {
    ballot: decided.id,
    amountMinor: decided.amount_minor,
    instalments: decided.instalments,
    minutesDigest: decided.digest!,
  }
}

/** What a committee said afterwards of help that was paid in an emergency. */
export interface Ratification {
  readonly ballot: BallotId
  readonly ratified: boolean
  /** The day of the sitting. */
  readonly on: string
  /** SHA-256 in hex of the minutes. */
  readonly minutesDigest: string
}

/**
 * What the newest closed sitting decided on a case since an event, such as the one that awarded it in an emergency:
 * ratified where an approval was carried, declined where a refusal was. Undefined where nothing was decided.
 */
export function ratifiedSince(
  reader: Reader,
  caseId: CaseId,
  since: number,
): Ratification | undefined {
  const decided = closedBallots(reader, caseId).find(
    ({ carried, proposal, event_seq }) =>
      carried === 1 && proposal !== 'defer' && event_seq > since,
  )
  if (!decided) return undefined
  return {
    ballot: decided.id,
    ratified: decided.proposal === 'approve',
    on: decided.held_on,
    minutesDigest: decided.digest!,
  }
}
