/**
 * Variance statements: what each side promised and what came of it, frozen, and then signed by both sides or refused by
 * one with a reason (the 履约差异表 of an agreement). The body holds ids and numbers alone.
 */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { command } from '../../book/registry.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import type { Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { AgreementId } from '../../kit/ids.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { type Line, lineOf, type Total, totalsOf } from './counting.ts'
import { requireAnotherHand, requireNoInterest } from './duties.ts'
import { deliveriesOf } from './evidence.ts'
import {
  agreementNotSigned,
  varianceAnswered,
  varianceDay,
  varianceNewer,
  varianceReason,
  varianceSame,
  varianceSignedBefore,
} from './refusals.ts'
import {
  type Agreement,
  agreementById,
  agreementRef,
  agreementSides,
  agreementWithId,
  type Commitment,
  commitmentsOf,
  isBinding,
  releaseOf,
  signaturesOfVariance,
  signedVersion,
  type VarianceStatement,
  varianceRef,
  variancesOf,
  varianceWithId,
  versionsOfAgreement,
} from './rows.ts'
import { notAfterToday } from './signing.ts'

/** What a statement freezes. */
export interface VarianceBody {
  readonly format: 'care-ledger/variance@1'
  readonly agreement: string
  /** The number of the version that held. */
  readonly version: number
  readonly from_on: Day
  readonly until_on: Day
  readonly as_of: Day
  readonly currency: string
  readonly lines: readonly Line[]
  readonly totals: readonly Total[]
}

/** What came of a commitment up to a day. */
export function reckoned(reader: Reader, commitment: Commitment, asOf: Day): Line {
  const { id, side, kind, due_on } = commitment
  const promised = commitment.amount_minor ?? commitment.quantity!
  const released = releaseOf(reader, id) !== undefined
  const kept = { deliveries: deliveriesOf(reader, commitment), released }
  return lineOf({ commitment: id, side, kind, promised, due_on }, kept, asOf)
}

/** What a statement of an agreement up to a day says now. Refuses `agreement.not_signed`. */
export function varianceUpTo(reader: Reader, agreement: Agreement, asOf: Day): VarianceBody {
  const version = signedVersion(reader, agreement.id)
  if (!version) throw agreementNotSigned({ agreement: agreementRef(agreement.id) })
  const lines = commitmentsOf(reader, agreement.id)
    .filter((commitment) => isBinding(reader, commitment))
    .map((commitment) => reckoned(reader, commitment, asOf))
  const versions = versionsOfAgreement(reader, agreement.id)
  return {
    format: 'care-ledger/variance@1',
    agreement: agreementRef(agreement.id),
    version: versions.findIndex(({ id }) => id === version.id) + 1,
    from_on: version.from_on,
    until_on: version.until_on,
    as_of: asOf,
    currency: agreement.currency,
    lines,
    totals: totalsOf(lines),
  }
}

/** What a statement froze. */
export function bodyOf({ body }: VarianceStatement): VarianceBody {
  return JSON.parse(body) as VarianceBody
}

/** The newest statement of an agreement, or undefined. */
export function newestVariance(reader: Reader, id: AgreementId): VarianceStatement | undefined {
  return variancesOf(reader, id).at(-1)
}

export const make = command({
  name: 'variance_statements.make',
  summary: 'Freezes what was promised under an agreement and what came of it up to a day',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements/{agreement}/variance-statements' },
  input: z.strictObject({ agreement: idField, as_of: dayField.optional() }),
  output: z.object({
    agreement: z.number(),
    statement: z.number(),
    reference: z.string(),
    /** SHA-256 in hex of what it says. */
    digest: z.string(),
  }),
  subject: ({ statement }) => `variance/${statement}`,
  run: (act, input) => {
    const agreement = agreementWithId(act, input.agreement)
    const asOf = input.as_of ?? act.today
    const said = varianceUpTo(act, agreement, asOf)
    if (asOf < said.from_on || asOf > act.today) {
      throw varianceDay({ day: asOf, from: said.from_on, today: act.today })
    }
    const body = canonicalJson(said)
    const digest = sha256Hex(body)
    const last = newestVariance(act, agreement.id)
    if (last?.digest === digest) throw varianceSame({ statement: varianceRef(act, last) })
    requireNoInterest(act, agreement)
    const statement: VarianceStatement = {
      id: nextId(act, 'variance_statement'),
      agreement_id: agreement.id,
      as_of_on: asOf,
      body,
      digest,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    }
    insert(act, 'variance_statement', statement)
    const reference = varianceRef(act, statement)
    return { agreement: agreement.id, statement: statement.id, reference, digest }
  },
})

export const sign = command({
  name: 'variance_statements.sign',
  summary: 'Records that a side signed a variance statement, or would not, with its reason',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/variance-statements/{statement}/signatures' },
  input: z.strictObject({
    statement: idField,
    side: z.enum(agreementSides),
    answer: z.enum(['signed', 'refused']),
    /** Who signed for the side, or said that it does not. */
    signer: nameField,
    on_day: dayField.optional(),
    /** Why it does not sign; or what it notes when it does. */
    note: reasonField.optional(),
  }),
  output: z.object({ agreement: z.number(), statement: z.number(), complete: z.boolean() }),
  subject: ({ statement }) => `variance/${statement}`,
  run: (act, input) => {
    const statement = varianceWithId(act, input.statement)
    const { side, answer, note } = input
    const on_day = notAfterToday(act, input.on_day)
    const answered = signaturesOfVariance(act, statement.id)
    requireMaySign(act, statement)
    if (answered.some((one) => one.side === side)) {
      throw varianceAnswered({ statement: varianceRef(act, statement), side })
    }
    if (on_day < statement.as_of_on) {
      throw varianceSignedBefore({ day: on_day, to: statement.as_of_on })
    }
    if (answer === 'refused' && note === undefined) throw varianceReason({})
    insert(act, 'variance_signature', {
      id: nextId(act, 'variance_signature'),
      statement_id: statement.id,
      side,
      agreed: answer === 'signed' ? 1 : 0,
      on_day,
      signer_detail_id: keepDetail(act, 'variance_signer', input.signer),
      note_detail_id: note === undefined ? null : keepDetail(act, 'variance_note', note),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const complete = answered.length === 1
    return { agreement: statement.agreement_id, statement: statement.id, complete }
  },
})

/** Refuses `variance.newer`, `agreement.interest` and `variance.own_hand`. */
export function requireMaySign(
  asker: Parameters<typeof requireAnotherHand>[0],
  statement: VarianceStatement,
): void {
  const newest = newestVariance(asker, statement.agreement_id)!
  if (newest.id !== statement.id) {
    const [said, newer] = [varianceRef(asker, statement), varianceRef(asker, newest)]
    throw varianceNewer({ statement: said, newer })
  }
  requireNoInterest(asker, agreementById(asker, statement.agreement_id))
  requireAnotherHand(asker, statement)
}
