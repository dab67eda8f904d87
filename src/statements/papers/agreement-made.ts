/** Agreements and variance statements for paper, with texts as the caller may read them. */
import { textFor } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import {
  type Agreement,
  agreementById,
  agreementRef,
  agreementWithId,
  commitmentsOf,
  commitmentWithId,
  endOfAgreement,
  kindsInMoney,
  newestVersion,
  partiesOf,
  releaseOf,
  signaturesOf,
  signaturesOfVariance,
  varianceRef,
  varianceWithId,
  versionsOfAgreement,
} from '../../pairing/agreements/rows.ts'
import { kindsShown } from '../../pairing/agreements/shown.ts'
import { bodyOf, newestVariance } from '../../pairing/agreements/variance.ts'
import { nameFor } from '../../people/shown.ts'
import type { StatementLanguage } from '../statement.ts'
import type { AgreementPaper, Sides, VariancePaper } from './agreement-paper.ts'
import { frameFor } from './paper-made.ts'

function sidesOf(view: View, agreement: Agreement): Sides {
  const { helper, helped } = partiesOf(view, agreement)
  return {
    helper: nameFor(view, view.caller, helper),
    helped: nameFor(view, view.caller, helped),
  }
}

/** The newest version of an agreement, to be signed or as it was signed. Refuses `agreement.unknown`. */
export function agreementPaper(
  view: View,
  id: number,
  language: StatementLanguage,
): AgreementPaper {
  const agreement = agreementWithId(view, id)
  const version = newestVersion(view, agreement.id)
  const signed = signaturesOf(view, version)
  const standing = commitmentsOf(view, agreement.id).filter((one) => !releaseOf(view, one.id))
  return {
    format: 'care-ledger/agreement@1',
    frame: frameFor(view, { number: agreementRef(agreement.id), mark: 'internal', language }),
    agreement_version: versionsOfAgreement(view, agreement.id).length,
    sides: sidesOf(view, agreement),
    kinds: kindsShown(view, agreement, version).map(({ code, name }) => name?.[language] ?? code),
    from_on: version.from_on,
    until_on: version.until_on,
    text: textFor(view, version.text_detail_id) ?? '',
    currency: agreement.currency,
    promises: standing.map((one, place) => ({
      number: place + 1,
      side: one.side,
      kind: one.kind,
      promised: one.amount_minor ?? one.quantity!,
      in_money: kindsInMoney.includes(one.kind),
      due_on: one.due_on,
      text: textFor(view, one.text_detail_id) ?? '',
    })),
    signed: signed.map((one) => ({
      side: one.side!,
      signer: textFor(view, one.signer_detail_id) ?? '',
      on: one.on_day,
    })),
    ended_on: endOfAgreement(view, agreement.id)?.on_day ?? null,
  }
}

/** A variance statement as it was frozen, and how both sides answered it. Refuses `variance.unknown`. */
export function variancePaper(view: View, id: number, language: StatementLanguage): VariancePaper {
  const statement = varianceWithId(view, id)
  const agreement = agreementById(view, statement.agreement_id)
  const body = bodyOf(statement)
  const reference = varianceRef(view, statement)
  return {
    format: 'care-ledger/printed-variance@1',
    frame: frameFor(view, { number: reference, mark: 'internal', language }),
    agreement: body.agreement,
    agreement_version: body.version,
    sides: sidesOf(view, agreement),
    from_on: body.from_on,
    until_on: body.until_on,
    as_of: body.as_of,
    currency: body.currency,
    lines: body.lines.map(({ deliveries: _, commitment, ...line }, place) => ({
      ...line,
      number: place + 1,
      in_money: kindsInMoney.includes(line.kind),
      text: textFor(view, commitmentWithId(view, commitment).text_detail_id) ?? '',
    })),
    totals: body.totals.map((total) => ({ ...total, in_money: kindsInMoney.includes(total.kind) })),
    answers: signaturesOfVariance(view, statement.id).map((one) => ({
      side: one.side,
      answer: one.agreed === 1 ? 'signed' : 'refused',
      signer: textFor(view, one.signer_detail_id) ?? '',
      on: one.on_day,
      note: textFor(view, one.note_detail_id) ?? '',
    })),
    frozen: statement.digest,
    superseded: newestVariance(view, agreement.id)!.id !== statement.id,
  }
}
