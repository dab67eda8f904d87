/** A visit as questions tell it. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { textFor } from '../../book/details.ts'
import { amountOut, dayOut } from '../../book/fields.ts'
import type { View } from '../../book/registry.ts'
import { payoutWithId } from '../../funds/payouts.ts'
import { personOut, personShown, unitOut, unitShown } from '../../hardship/cases/shown.ts'
import { amountText } from '../../kit/money.ts'
import { fundById, reachesFund } from '../../ledger/funds.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { pairRef } from '../pairs/rows.ts'
import { helperById, helperRef, needRef } from '../registers/rows.ts'
import { endOfFollowUp } from './following.ts'
import {
  askedWays,
  confirmationOfVisit,
  endOfVisit,
  followUpsOf,
  helpForms,
  helpOf,
  type Visit,
  type VisitHelp,
  visitKinds,
  visitPlaces,
  visitRef,
  whoWasMet,
  wishesOf,
} from './rows.ts'

export const namedOut = z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() })

export const visitOut = z.object({
  visit: z.number(),
  reference: z.string(),
  party: personOut,
  pair: z.object({ pair: z.number(), reference: z.string() }).nullable(),
  /** Who went; null where somebody of the office did. */
  helper: personOut.extend({ helper: z.number(), reference: z.string() }).nullable(),
  unit: unitOut.nullable(),
  kind: z.enum(visitKinds),
  visited_on: dayOut,
  minutes: z.number().nullable(),
  met: z.enum(whoWasMet),
  at_place: z.enum(visitPlaces),
  found: z.string().nullable(),
  taken_back: z.boolean(),
  /** What the household said of it; null while nobody asked. */
  confirmed: z.object({ how: z.enum(askedWays), agreed: z.boolean(), on: dayOut }).nullable(),
  /** How much was wanted and given, and how much is still to be done. */
  wishes: z.number(),
  help: z.number(),
  open_follow_ups: z.number(),
  sequence: z.number(),
})

/** A visit as lists and pages tell it. */
export function visitShown(view: View, visit: Visit): z.output<typeof visitOut> {
  const { id, pair_id, helper_id } = visit
  const helper = helper_id === null ? null : helperById(view, helper_id)
  const said = confirmationOfVisit(view, id)
  return {
    visit: id,
    reference: visitRef(id),
    party: personShown(view, visit.party_id),
    pair: pair_id === null ? null : { pair: pair_id, reference: pairRef(pair_id) },
    helper: helper && {
      ...personShown(view, helper.party_id),
      helper: helper.id,
      reference: helperRef(helper.id),
    },
    unit: unitShown(view, visit.unit_id),
    kind: visit.kind,
    visited_on: visit.visited_on,
    minutes: visit.minutes,
    met: visit.met,
    at_place: visit.at_place,
    found: textFor(view, visit.found_detail_id),
    taken_back: endOfVisit(view, id) !== undefined,
    confirmed: said ? { how: said.how, agreed: said.agreed === 1, on: said.on_day } : null,
    wishes: wishesOf(view, id).length,
    help: helpOf(view, id).length,
    open_follow_ups: followUpsOf(view, id).filter((one) => !endOfFollowUp(view, one.id)).length,
    sequence: visit.event_seq,
  }
}

const kindOut = z.object({ code: z.string(), name: namedOut })

/** A kind of need where a visit belongs; one that was since removed is told by its code. */
function kindShown(view: View, { unit_id }: Visit, code: string): z.output<typeof kindOut> {
  const { kinds } = policyInForce(view, 'pairing', { unit: unit_id, on: view.today }).body
  const name = kinds.find((kind) => kind.code === code)?.name
  return { code, name: name ?? { en: code, 'zh-Hans': code, 'zh-Hant': code } }
}

export const wishOut = z.object({
  kind: kindOut,
  text: z.string().nullable(),
  /** The need that was opened for it. */
  need: z.object({ need: z.number(), reference: z.string() }).nullable(),
})

/** What was wanted at a visit. */
export function wishesShown(view: View, visit: Visit): z.output<typeof wishOut>[] {
  return wishesOf(view, visit.id).map(({ kind, text_detail_id, need_id }) => ({
    kind: kindShown(view, visit, kind),
    text: textFor(view, text_detail_id),
    need: need_id === null ? null : { need: need_id, reference: needRef(need_id) },
  }))
}

export const helpOut = z.object({
  kind: kindOut,
  form: z.enum(helpForms),
  /** A private gift, outside of the fund. */
  private: z.boolean(),
  currency: z.string().nullable(),
  /** Of money, and of goods that the fund gave; null beyond the caller’s reach. */
  amount: amountOut.nullable(),
  /** The payout of the book that was handed over. */
  payout: z.number().nullable(),
  text: z.string().nullable(),
})

/** What was given at a visit. */
export function givenShown(view: View, visit: Visit): z.output<typeof helpOut>[] {
  return helpOf(view, visit.id).map((help) => ({
    kind: kindShown(view, visit, help.kind),
    form: help.form,
    private: help.private === 1,
    ...worthOf(view, help),
    payout: help.payout_id,
    text: textFor(view, help.text_detail_id),
  }))
}

function worthOf(view: View, { amount_minor, payout_id }: VisitHelp) {
  if (payout_id !== null) {
    const { fund_id, amount_minor: paid } = payoutWithId({ ...view, scope: 'all' }, payout_id)
    const { currency } = fundById(view, fund_id)
    const reached = reachesFund(view, fund_id)
    return { currency, amount: reached ? amountText(paid, currency) : null }
  }
  if (amount_minor === null) return { currency: null, amount: null }
  const { currency } = organisationOf(view)
  return { currency, amount: amountText(amount_minor, currency) }
}
