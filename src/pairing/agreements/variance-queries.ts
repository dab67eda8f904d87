/** One variance statement: what was frozen, who signed it, and whether it still is what its digest says. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { dayOut, idField } from '../../book/fields.ts'
import { query, type View } from '../../book/registry.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import { mayThere } from '../../hardship/notices/queries.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { AgreementCommitmentId } from '../../kit/ids.ts'
import { pairingReaders } from '../registers/roles.ts'
import type { Line } from './counting.ts'
import {
  agreementById,
  agreementRef,
  agreementSides,
  commitmentWithId,
  partiesOf,
  signaturesOfVariance,
  type VarianceStatement,
  varianceRef,
  varianceWithId,
} from './rows.ts'
import { barredOut, refusedBy } from './show-query.ts'
import { lineOut, lineShown, measureText, totalOut, totalShown } from './shown.ts'
import { bodyOf, newestVariance, requireMaySign, sign } from './variance.ts'

const deliveryOut = z.object({
  evidence: z.number(),
  on: dayOut,
  counted: z.string(),
  contribution: z.number().nullable(),
  digest: z.string().nullable(),
})

const signatureOut = z.object({
  side: z.enum(agreementSides),
  answer: z.enum(['signed', 'refused']),
  on_day: dayOut,
  signer: z.string().nullable(),
  note: z.string().nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'variance_statements.show',
  summary: 'What was promised under an agreement and what came of it up to a day, as it was frozen',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/variance-statements/{statement}' },
  input: z.strictObject({ statement: idField }),
  output: z.object({
    statement: z.number(),
    reference: z.string(),
    agreement: z.number(),
    agreement_reference: z.string(),
    helper: personOut,
    party: personOut,
    version: z.number(),
    from_on: dayOut,
    until_on: dayOut,
    as_of: dayOut,
    currency: z.string(),
    lines: z.array(lineOut.extend({ deliveries: z.array(deliveryOut) })),
    totals: z.array(totalOut),
    /** SHA-256 in hex; `sound`: what is kept still comes to it. */
    digest: z.string(),
    sound: z.boolean(),
    /** The statement that took its place; null while it is the newest. */
    newer: z.number().nullable(),
    signatures: z.array(signatureOut),
    /** Sides whose answer this reader may record now. */
    may_sign: z.array(z.enum(agreementSides)),
    barred: barredOut,
    sequence: z.number(),
  }),
  run: (view, input) => {
    const statement = varianceWithId(view, input.statement)
    const agreement = agreementById(view, statement.agreement_id)
    const { version, from_on, until_on, currency, lines, totals } = bodyOf(statement)
    const { helper, helped } = partiesOf(view, agreement)
    const newest = newestVariance(view, agreement.id)!
    return {
      statement: statement.id,
      reference: varianceRef(view, statement),
      agreement: agreement.id,
      agreement_reference: agreementRef(agreement.id),
      helper: personShown(view, helper),
      party: personShown(view, helped),
      version,
      from_on,
      until_on,
      as_of: statement.as_of_on,
      currency,
      lines: lines.map((line) => ({
        ...lineShown(line, currency, textOf(view, line)),
        deliveries: line.deliveries.map((one) => ({
          ...one,
          counted: measureText(line.kind, currency, one.counted),
        })),
      })),
      totals: totals.map((total) => totalShown(total, currency)),
      digest: statement.digest,
      sound: sha256Hex(statement.body) === statement.digest,
      newer: newest.id === statement.id ? null : newest.id,
      ...answersOf(view, statement),
      sequence: statement.event_seq,
    }
  },
})

function textOf(view: View, { commitment }: Line): string | null {
  const { text_detail_id } = commitmentWithId(view, commitment as AgreementCommitmentId)
  return textFor(view, text_detail_id)
}

function answersOf(view: View, statement: VarianceStatement) {
  const said = signaturesOfVariance(view, statement.id)
  const { unit_id } = agreementById(view, statement.agreement_id)
  const open = agreementSides.filter((side) => !said.some((one) => one.side === side))
  const role = open.length > 0 && mayThere(view, sign, unit_id)
  const barred = role ? refusedBy(() => requireMaySign(view, statement)) : null
  return {
    signatures: said.map((one) => ({
      side: one.side,
      answer: one.agreed === 1 ? ('signed' as const) : ('refused' as const),
      on_day: one.on_day,
      signer: textFor(view, one.signer_detail_id),
      note: textFor(view, one.note_detail_id),
      sequence: one.event_seq,
    })),
    may_sign: role && barred === null ? open : [],
    barred,
  }
}
