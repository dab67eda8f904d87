/** What was done of a commitment, with its evidence; money that came through the book is the contribution itself. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { amountField, dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type Role } from '../../book/registry.ts'
import {
  contributionById,
  contributionWithId,
  identificationOf,
  leftOf,
} from '../../funds/contribution-facts.ts'
import type { Day } from '../../kit/day.ts'
import type { ContributionId } from '../../kit/ids.ts'
import { type Minor, minor, zeroMinor } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { findReversal } from '../../ledger/entries.ts'
import { fundById } from '../../ledger/funds.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { amountMeant } from './amounts.ts'
import type { Delivery } from './counting.ts'
import { requireNoInterest } from './duties.ts'
import {
  agreementMeasure,
  agreementNotSigned,
  commitmentReleased,
  contributionCounted,
  contributionOther,
  evidenceDay,
  evidenceTakenBack,
} from './refusals.ts'
import {
  type Agreement,
  agreementById,
  agreementRef,
  type Commitment,
  commitmentWithId,
  type Evidence,
  evidenceEndOf,
  evidenceFromMoney,
  evidenceOf,
  evidenceWithId,
  isBinding,
  kindsInMoney,
  partiesOf,
  releaseOf,
  versionsOfAgreement,
} from './rows.ts'

/** Those who keep agreements, and who keeps the books: money is seen there first. */
export const evidenceKeepers: readonly Role[] = [...pairingKeepers, 'fund_administrator']

/** SHA-256 of a paper in hex. */
const digestField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of the paper: 64 digits and letters from a to f')
  .meta({ examples: ['0'.repeat(64)] })

export const record = command({
  name: 'agreement_evidence.record',
  summary: 'Records what was done of a commitment, with a paper or the contribution that it is',
  may: evidenceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/commitments-of-agreements/{commitment}/evidence' },
  input: z.strictObject({
    commitment: idField,
    /** When it was done; the day of the contribution, else today, unless said. */
    on_day: dayField.optional(),
    amount: amountField.optional(),
    quantity: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
    /** The contribution by which a promise of money was kept; all that stands of it unless an amount is said. */
    contribution: idField.optional(),
    digest: digestField.optional(),
    text: reasonField,
  }),
  output: z.object({ agreement: z.number(), commitment: z.number(), evidence: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const commitment = commitmentWithId(act, input.commitment)
    const agreement = agreementById(act, commitment.agreement_id)
    const reference = agreementRef(agreement.id)
    if (!isBinding(act, commitment)) throw agreementNotSigned({ agreement: reference })
    if (releaseOf(act, commitment.id)) throw commitmentReleased({ commitment: commitment.id })
    const money = moneyMeant(act, agreement, commitment, input)
    const on_day = input.on_day ?? money?.received_on ?? act.today
    requireDay(act, agreement, on_day)
    const measure = measureOf(agreement, commitment, input, money)
    requireNoInterest(act, agreement)
    const id = nextId(act, 'agreement_evidence')
    insert(act, 'agreement_evidence', {
      id,
      commitment_id: commitment.id,
      on_day,
      ...measure,
      contribution_id: money?.id ?? null,
      digest: input.digest ?? null,
      text_detail_id: keepDetail(act, 'agreement_evidence', input.text),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { agreement: agreement.id, commitment: commitment.id, evidence: id }
  },
})

export const takeBack = command({
  name: 'agreement_evidence.take_back',
  summary: 'Takes back evidence that was recorded by mistake, with the reason',
  may: evidenceKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/evidence-of-agreements/{evidence}/removal' },
  input: z.strictObject({ evidence: idField, reason: reasonField }),
  output: z.object({ agreement: z.number(), commitment: z.number(), evidence: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const evidence = evidenceWithId(act, input.evidence)
    const commitment = commitmentWithId(act, evidence.commitment_id)
    const agreement = agreementById(act, commitment.agreement_id)
    if (evidenceEndOf(act, evidence.id)) throw evidenceTakenBack({ evidence: evidence.id })
    requireNoInterest(act, agreement)
    insert(act, 'agreement_evidence_end', {
      id: nextId(act, 'agreement_evidence_end'),
      evidence_id: evidence.id,
      reason_detail_id: keepDetail(act, 'agreement_evidence_end', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { agreement: agreement.id, commitment: commitment.id, evidence: evidence.id }
  },
})

/** Money by which a commitment was kept, and how much of it stands. */
interface MoneyMeant {
  readonly id: ContributionId
  readonly received_on: Day
  readonly left: Minor
}

/**
 * The contribution meant: money, in the agreement's currency, from the side that promised. Whatever else is named, also
 * what the caller does not reach, is refused in one way, so that nothing is learned of the gifts of others. Refuses
 * `agreement.contribution_other` and `agreement.contribution_counted`.
 */
function moneyMeant(
  act: Act,
  agreement: Agreement,
  { side, kind }: Commitment,
  { contribution: given }: { readonly contribution?: number | undefined },
): MoneyMeant | null {
  if (given === undefined) return null
  const other = contributionOther({ contribution: given })
  const found = known(() => contributionWithId(act, given))
  if (found === undefined || kind !== 'money' || found.form === 'in_kind') throw other
  const giver = found.party_id ?? identificationOf(act, found.id)?.party_id ?? null
  const promiser = keptInPlaceOf(act, partiesOf(act, agreement)[side])
  if (giver === null || keptInPlaceOf(act, giver) !== promiser) throw other
  if (fundById(act, found.fund_id).currency !== agreement.currency) throw other
  const left = standsOf(act, found.id)
  if (left === 0) throw other
  const counted = evidenceFromMoney(act, found.id)
  if (counted) {
    const on = commitmentWithId(act, counted.commitment_id).agreement_id
    throw contributionCounted({ contribution: given, agreement: agreementRef(on) })
  }
  return { id: found.id, received_on: found.received_on, left }
}

function known<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** What stands of a contribution: nothing of one that was reversed, the rest of one that was given back in part. */
function standsOf(reader: Reader, id: ContributionId): Minor {
  const found = contributionById(reader, id)
  return findReversal(reader, found.entry_id) ? zeroMinor : leftOf(reader, found)
}

/** Refuses `agreement.evidence_day` for a day before the agreement first began or after today. */
function requireDay(act: Act, { id }: Agreement, day: Day): void {
  const from = versionsOfAgreement(act, id)
    .map(({ from_on }) => from_on)
    .sort()[0]!
  if (day < from || day > act.today) throw evidenceDay({ day, from, today: act.today })
}

/** Refuses `agreement.measure`, `agreement.contribution_other` and what `amountMeant` refuses. */
function measureOf(
  { currency }: Agreement,
  { kind }: Commitment,
  given: { readonly amount?: string | undefined; readonly quantity?: number | undefined },
  money: MoneyMeant | null,
): Pick<Evidence, 'amount_minor' | 'quantity'> {
  const wanted = kindsInMoney.includes(kind) ? 'amount' : 'quantity'
  if (wanted === 'quantity') {
    const { amount, quantity } = given
    if (quantity === undefined || amount !== undefined) throw agreementMeasure({ kind, wanted })
    return { amount_minor: null, quantity }
  }
  if (given.quantity !== undefined) throw agreementMeasure({ kind, wanted })
  if (given.amount === undefined && money === null) throw agreementMeasure({ kind, wanted })
  const amount = given.amount === undefined ? money!.left : amountMeant(given.amount, currency)
  if (money !== null && amount > money.left) throw contributionOther({ contribution: money.id })
  return { amount_minor: amount, quantity: null }
}

/** What was done of a commitment and not taken back, as it counts now. */
export function deliveriesOf(reader: Reader, commitment: Commitment): Delivery[] {
  return evidenceOf(reader, commitment.id)
    .filter(({ id }) => !evidenceEndOf(reader, id))
    .map((one) => ({
      evidence: one.id,
      on: one.on_day,
      counted: countedOf(reader, one),
      contribution: one.contribution_id,
      digest: one.digest,
    }))
}

/** What evidence counts for: of money in the book no more than stands of it. */
export function countedOf(
  reader: Reader,
  { amount_minor, quantity, contribution_id }: Evidence,
): number {
  if (contribution_id === null) return amount_minor ?? quantity!
  return minor(Math.min(amount_minor!, standsOf(reader, contribution_id)))
}
