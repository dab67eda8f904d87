/**
 * Making an award of a case (journal map G2): what was set aside becomes payable, the person and the rules are kept as
 * they stood, and the case goes on to its payment.
 */
import { keepDetail, readDetail } from '../../book/details.ts'
import type { Act } from '../../book/registry.ts'
import { requireAvailable } from '../../funds/policy.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { type Day, monthOf } from '../../kit/day.ts'
import type { AwardId, EntryId, PartyId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { post } from '../../ledger/post.ts'
import type { PayoutCategory } from '../../ledger/roles.ts'
import { partyById, partyRef } from '../../people/parties.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import { aidRef, type CapsCounted } from '../caps/counting.ts'
import { advance } from '../cases/advance.ts'
import { type CaseVersion, caseRef, type HardshipCase, workflowOf } from '../cases/rows.ts'
import { fileStanding } from '../files/files.ts'
import type { Award } from './awards.ts'
import { freeReservation, reserve, reservedFor, useReservation, wholeOf } from './reserving.ts'

/** What a decision to award rests on. */
export interface Grounds {
  readonly version: CaseVersion
  readonly caps: CapsCounted
  /** The request by which somebody let the case pass its caps. */
  readonly override: number | null
  readonly decidedBy: string
  readonly approvals: readonly string[]
  /** The ballot that carried it, with the digest of the minutes. */
  readonly ballot: Award['ballot_id']
  readonly minutesDigest: string | null
  /** The versions of the policies it was decided under, by kind; null for the house's own. */
  readonly policies: Readonly<Record<string, number | null>>
  readonly emergency: boolean
}

const digestOf = prepare((p: { id: number }) =>
  build.selectFrom('detail').select('digest').where('id', '=', p.id),
)

/** The SHA-256 in hex of a text kept apart, salted; empty for none. */
function digestOfDetail(act: Act, id: number | null): string | null {
  if (id === null) return null
  return Buffer.from(first(act, digestOf, { id })!.digest).toString('hex')
}

/**
 * Awards a case: writes the award with its snapshot, makes the first instalment payable, sets the months to come aside,
 * and moves the case to its payment. Refuses `fund.more_than_available`, `period.closed`, `fund.closed`.
 */
export function makeAward(act: Act, theCase: HardshipCase, grounds: Grounds): AwardId {
  const { version } = grounds
  const id = nextId(act, 'award')
  const entry = firstBecomesPayable(act, theCase, version)
  const snapshot = keepDetail(
    act,
    'award_snapshot',
    canonicalJson(snapshotOf(act, theCase, grounds)),
  )
  insert(act, 'award', {
    id,
    case_id: theCase.id,
    version_id: version.id,
    amount_minor: version.amount_minor,
    instalments: version.instalments,
    approved_on: act.today,
    first_month: version.instalments === 1 ? null : monthOf(act.today),
    ballot_id: grounds.ballot,
    minutes_digest: grounds.minutesDigest,
    caps_version_id: grounds.caps.version,
    snapshot_detail_id: snapshot,
    snapshot_digest: digestOfDetail(act, snapshot)!,
    emergency: grounds.emergency ? 1 : 0,
    event_seq: act.seq,
  })
  writeInstalment(act, theCase, { award: id, version, number: 1, dueOn: act.today, entry })
  const step = workflowOf(act, theCase).steps.findIndex(({ kind }) => kind === 'pay')
  advance(act, theCase, { act: 'approved', step })
  return id
}

/** One instalment becomes payable from what was set aside, or at once where nothing had to be. */
function firstBecomesPayable(act: Act, theCase: HardshipCase, version: CaseVersion): EntryId {
  const whole = wholeOf(version)
  const reserved = reservedFor(act, theCase.id)
  if (reserved === 0 && version.instalments === 1) {
    requireAvailable(act, fundById(act, theCase.fund_id), whole)
    return postPayable(act, theCase, version, 'award.approved_at_once')
  }
  if (reserved !== whole) {
    freeReservation(act, theCase)
    reserve(act, theCase, whole)
  }
  return becomePayable(act, theCase, version)
}

/** An instalment becomes payable from what is set aside for its case. */
export function becomePayable(act: Act, theCase: HardshipCase, version: CaseVersion): EntryId {
  const entry = postPayable(act, theCase, version, 'award.approved')
  useReservation(act, theCase, { amountMinor: version.amount_minor, entry })
  return entry
}

function postPayable(
  act: Act,
  theCase: HardshipCase,
  { amount_minor, payee_id }: CaseVersion,
  kind: 'award.approved' | 'award.approved_at_once',
): EntryId {
  const fund = fundById(act, theCase.fund_id)
  const slots = { $expense: theCase.category as PayoutCategory }
  return post(act, {
    kind,
    effectiveOn: act.today,
    subject: caseSubject(theCase),
    legs: legsOf(act, kind, { fund, amountMinor: amount_minor, partyId: payee_id, slots }),
    reverses: null,
    noteDetailId: null,
  }).id
}

/** What the entries and events of a case are about. */
export function caseSubject({ id }: Pick<HardshipCase, 'id'>): string {
  return `case/${id}`
}

/** Writes an instalment that an entry made payable. */
export function writeInstalment(
  act: Act,
  theCase: HardshipCase,
  made: {
    readonly award: AwardId
    readonly version: CaseVersion
    readonly number: number
    readonly dueOn: Day
    readonly entry: EntryId
  },
): void {
  const { version } = made
  insert(act, 'instalment', {
    id: nextId(act, 'instalment'),
    award_id: made.award,
    number: made.number,
    due_on: made.dueOn,
    fund_id: theCase.fund_id,
    category: theCase.category,
    payee_id: version.payee_id,
    beneficiary_id: theCase.beneficiary_id,
    form: version.form,
    amount_minor: version.amount_minor,
    entry_id: made.entry,
    event_seq: act.seq,
  })
}

/** The person and the rules as they stood when it was decided (peers 3, row 8; issue: snapshot with the decision). */
function snapshotOf(act: Act, theCase: HardshipCase, grounds: Grounds): object {
  const { version, caps } = grounds
  const { currency, code } = fundById(act, theCase.fund_id)
  const text = (amount: Minor | null) => (amount === null ? null : amountText(amount, currency))
  const file = fileStanding(act, theCase.file_id)
  return {
    case: caseRef(theCase.id),
    approved_on: act.today,
    fund: code,
    currency,
    category: theCase.category,
    help: theCase.help,
    amount: text(version.amount_minor),
    instalments: version.instalments,
    cause: version.cause,
    grade: version.grade,
    form: version.form,
    beneficiary: personNow(act, theCase.beneficiary_id),
    payee: personNow(act, version.payee_id),
    file: {
      version: file.id,
      grade: file.grade,
      facts_digest: digestOfDetail(act, file.facts_detail_id),
    },
    facts_digest: digestOfDetail(act, version.facts_detail_id),
    decided_by: grounds.decidedBy,
    approvals: grounds.approvals,
    ballot: grounds.ballot,
    minutes_digest: grounds.minutesDigest,
    policies: grounds.policies,
    caps: caps.counts.map((count) => ({
      cap: count.cap,
      limit: text(count.limitMinor),
      used: text(count.usedMinor),
      times: count.times,
      counted: count.counted.map(aidRef),
    })),
    override: grounds.override,
    emergency: grounds.emergency,
  }
}

function personNow(act: Act, id: PartyId): object {
  const { name_detail_id } = partyById(act, id)
  const name = readDetail(act, name_detail_id)?.body ?? null
  return { party: partyRef(id), name, name_digest: digestOfDetail(act, name_detail_id) }
}
