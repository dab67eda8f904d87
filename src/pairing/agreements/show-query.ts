/** One agreement: what it says, who signed it, what was promised, what came of it, and the statements about that. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut, idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { mayThere } from '../../hardship/notices/queries.ts'
import { Refusal } from '../../kit/refusal.ts'
import { pairingReaders } from '../registers/roles.ts'
import { totalsOf } from './counting.ts'
import { promise, release, revise } from './drafting.ts'
import { requireNoInterest } from './duties.ts'
import { countedOf, record } from './evidence.ts'
import {
  type Agreement,
  type AgreementAct,
  type AgreementVersion,
  agreementSides,
  agreementWithId,
  type Commitment,
  commitmentsOf,
  type Evidence,
  endOfAgreement,
  evidenceEndOf,
  evidenceOf,
  isBinding,
  newestVersion,
  releaseOf,
  signaturesOf,
  signaturesOfVariance,
  type VarianceStatement,
  varianceRef,
  variancesOf,
  versionsOfAgreement,
} from './rows.ts'
import {
  agreementOut,
  agreementShown,
  kindOut,
  kindsShown,
  lineOut,
  lineShown,
  measureText,
  totalOut,
  totalShown,
} from './shown.ts'
import { end, sign } from './signing.ts'
import { make, reckoned } from './variance.ts'

const signatureOut = z.object({
  side: z.enum(agreementSides),
  on_day: dayOut,
  signer: z.string().nullable(),
  note: z.string().nullable(),
  sequence: z.number(),
})

const versionOut = z.object({
  version: z.number(),
  kinds: z.array(kindOut),
  from_on: dayOut,
  until_on: dayOut,
  text: z.string().nullable(),
  signatures: z.array(signatureOut),
  sequence: z.number(),
})

const evidenceOut = z.object({
  evidence: z.number(),
  on_day: dayOut,
  /** As it was recorded; and what of it counts now, which is less where money was given back. */
  measure: amountOut,
  counted: amountOut,
  contribution: z.number().nullable(),
  /** SHA-256 in hex of a paper. */
  digest: z.string().nullable(),
  text: z.string().nullable(),
  /** Why it was taken back; null while it stands. */
  taken_back: z.string().nullable(),
  stands: z.boolean(),
  sequence: z.number(),
})

const commitmentOut = lineOut.extend({
  /** Whether both sides have signed it. */
  binding: z.boolean(),
  release_reason: z.string().nullable(),
  is_released: z.boolean(),
  evidence: z.array(evidenceOut),
  sequence: z.number(),
})

/** How a side answered a statement. */
export const answers = ['signed', 'refused', 'open'] as const

const statementOut = z.object({
  statement: z.number(),
  reference: z.string(),
  as_of: dayOut,
  digest: z.string(),
  helper: z.enum(answers),
  helped: z.enum(answers),
  sequence: z.number(),
})

export const barredOut = z
  .object({
    code: z.string(),
    sentence: z.string(),
    remedy: z.string(),
    values: z.record(z.string(), z.unknown()),
  })
  .nullable()

export const show = query({
  name: 'agreements.show',
  summary: 'One agreement with its versions, signatures, commitments, evidence and statements',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/agreements/{agreement}' },
  input: z.strictObject({ agreement: idField }),
  output: agreementOut.extend({
    versions: z.array(versionOut),
    ended: z
      .object({ on_day: dayOut, reason: z.string().nullable(), sequence: z.number() })
      .nullable(),
    lines: z.array(commitmentOut),
    /** Sums of what binds, by side and kind. */
    totals: z.array(totalOut),
    statements: z.array(statementOut),
    may: z.object({
      revise: z.boolean(),
      promise: z.boolean(),
      sign: z.boolean(),
      release: z.boolean(),
      record: z.boolean(),
      make: z.boolean(),
      end: z.boolean(),
    }),
    /** Why this reader has no hand in it; null when they may. */
    barred: barredOut,
  }),
  run: (view, input) => {
    const agreement = agreementWithId(view, input.agreement)
    const { id, currency } = agreement
    const commitments = commitmentsOf(view, id)
    const ended = endOfAgreement(view, id)
    const binding = commitments.filter((commitment) => isBinding(view, commitment))
    const totals = totalsOf(binding.map((one) => reckoned(view, one, view.today)))
    return {
      ...agreementShown(view, agreement),
      versions: versionsOfAgreement(view, id).map((version, at) =>
        versionShown(view, agreement, version, at + 1),
      ),
      ended: ended
        ? {
            on_day: ended.on_day,
            reason: textFor(view, ended.note_detail_id),
            sequence: ended.event_seq,
          }
        : null,
      lines: commitments.map((one) => commitmentShown(view, agreement, one)),
      totals: totals.map((total) => totalShown(total, currency)),
      statements: variancesOf(view, id).map((one) => statementShown(view, one)),
      ...mayOn(view, agreement, { ended: ended !== undefined, binds: binding.length > 0 }),
    }
  },
})

function versionShown(
  view: View,
  agreement: Agreement,
  version: AgreementVersion,
  number: number,
): z.output<typeof versionOut> {
  return {
    version: number,
    kinds: kindsShown(view, agreement, version),
    from_on: version.from_on,
    until_on: version.until_on,
    text: textFor(view, version.text_detail_id),
    signatures: signaturesOf(view, version).map((one) => signatureShown(view, one)),
    sequence: version.event_seq,
  }
}

function signatureShown(view: View, act: AgreementAct): z.output<typeof signatureOut> {
  return {
    side: act.side!,
    on_day: act.on_day,
    signer: textFor(view, act.signer_detail_id),
    note: textFor(view, act.note_detail_id),
    sequence: act.event_seq,
  }
}

function commitmentShown(
  view: View,
  { currency }: Agreement,
  commitment: Commitment,
): z.output<typeof commitmentOut> {
  const text = textFor(view, commitment.text_detail_id)
  const released = releaseOf(view, commitment.id)
  const told = (one: Evidence) => evidenceShown(view, one, commitment, currency)
  return {
    ...lineShown(reckoned(view, commitment, view.today), currency, text),
    binding: isBinding(view, commitment),
    release_reason: textFor(view, released?.reason_detail_id ?? null),
    is_released: released !== undefined,
    evidence: evidenceOf(view, commitment.id).map(told),
    sequence: commitment.event_seq,
  }
}

function evidenceShown(
  view: View,
  evidence: Evidence,
  { kind }: Commitment,
  currency: string,
): z.output<typeof evidenceOut> {
  const { id, on_day, amount_minor, quantity, contribution_id, digest } = evidence
  const taken = evidenceEndOf(view, id)
  return {
    evidence: id,
    on_day,
    measure: measureText(kind, currency, amount_minor ?? quantity!),
    counted: measureText(kind, currency, taken ? 0 : countedOf(view, evidence)),
    contribution: contribution_id,
    digest,
    text: textFor(view, evidence.text_detail_id),
    taken_back: textFor(view, taken?.reason_detail_id ?? null),
    stands: taken === undefined,
    sequence: evidence.event_seq,
  }
}

function statementShown(view: View, statement: VarianceStatement): z.output<typeof statementOut> {
  const said = signaturesOfVariance(view, statement.id)
  const answer = (side: 'helper' | 'helped') => {
    const one = said.find((signature) => signature.side === side)
    if (!one) return 'open'
    return one.agreed === 1 ? 'signed' : 'refused'
  }
  return {
    statement: statement.id,
    reference: varianceRef(view, statement),
    as_of: statement.as_of_on,
    digest: statement.digest,
    helper: answer('helper'),
    helped: answer('helped'),
    sequence: statement.event_seq,
  }
}

function mayOn(
  view: View,
  agreement: Agreement,
  { ended, binds }: { readonly ended: boolean; readonly binds: boolean },
) {
  const barred = refusedBy(() => requireNoInterest(view, agreement))
  const free = barred === null
  const keeps = free && mayThere(view, revise, agreement.unit_id)
  const signed = signaturesOf(view, newestVersion(view, agreement.id)).length
  const some = commitmentsOf(view, agreement.id).some(({ id }) => !releaseOf(view, id))
  const role = keeps || mayThere(view, record, agreement.unit_id)
  return {
    may: {
      revise: keeps && !ended && signed > 0,
      promise: keeps && !ended && signed === 0 && mayThere(view, promise, agreement.unit_id),
      sign: keeps && !ended && some && signed < 2 && mayThere(view, sign, agreement.unit_id),
      release: keeps && mayThere(view, release, agreement.unit_id),
      record: free && binds && mayThere(view, record, agreement.unit_id),
      make: keeps && binds && mayThere(view, make, agreement.unit_id),
      end: keeps && !ended && mayThere(view, end, agreement.unit_id),
    },
    barred: role || barred === null ? barred : null,
  }
}

/** What refuses something, as an answer tells it; null when nothing does. */
export function refusedBy(look: () => void): z.output<typeof barredOut> {
  try {
    look()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}
