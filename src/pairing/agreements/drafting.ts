/** Drafting agreements between bodies, and what each side commits itself to in them (handbook B: 结对共建协议). */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { keepDetail } from '../../book/details.ts'
import { amountField, codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import type { Day } from '../../kit/day.ts'
import type { AgreementId } from '../../kit/ids.ts'
import { exponentOf } from '../../kit/money.ts'
import { partyField, partyMeant } from '../../people/commands.ts'
import { partyById, partyRef } from '../../people/parties.ts'
import { unitWithCode } from '../../people/units.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { helperRef, helperWithId, versionOfHelper } from '../registers/rows.ts'
import { amountMeant } from './amounts.ts'
import { requireNoInterest } from './duties.ts'
import {
  agreementDays,
  agreementDue,
  agreementEnded,
  agreementHelperEnded,
  agreementKindUnknown,
  agreementMeasure,
  agreementNeedsBodies,
  agreementSameParty,
  agreementVersionSigned,
  commitmentReleased,
} from './refusals.ts'
import {
  type Agreement,
  agreementById,
  agreementRef,
  agreementSides,
  agreementWithId,
  commitmentWithId,
  endOfAgreement,
  kindsInMoney,
  newestVersion,
  promiseKinds,
  releaseOf,
  signaturesOf,
  versionsOfAgreement,
} from './rows.ts'

/** More commitments than this are several agreements. */
const mostPromises = 100

const promiseField = z.strictObject({
  /** Who commits itself. */
  side: z.enum(agreementSides),
  kind: z.enum(promiseKinds),
  /** Of money and purchases, in the agreement's currency. */
  amount: amountField.optional(),
  /** Of all else: how many. */
  quantity: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  due_on: dayField,
  text: reasonField,
})
type PromiseGiven = z.output<typeof promiseField>

const termsFields = {
  /** What it is about, by the policy on pairing. */
  kinds: z.array(codeField).min(1).max(20),
  from_on: dayField,
  until_on: dayField,
  text: reasonField,
}
type Terms = z.output<z.ZodObject<typeof termsFields>>

export const draft = command({
  name: 'agreements.draft',
  summary: 'Drafts an agreement between a body that helps and a body that is helped',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements' },
  input: z.strictObject({
    helper: idField,
    /** The body that is helped. */
    party: partyField,
    /** In which its amounts are; the organisation's own unless said. */
    currency: z
      .string()
      .length(3)
      .optional()
      .meta({ examples: ['CNY'] }),
    /** Where it belongs; where the helper belongs unless said. */
    unit: codeField.optional(),
    ...termsFields,
    promises: z.array(promiseField).max(mostPromises).default([]),
  }),
  output: z.object({ agreement: z.number(), reference: z.string(), version: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const helper = helperWithId(act, input.helper)
    const unit = input.unit === undefined ? helper.unit_id : unitWithCode(act, input.unit).id
    const currency = input.currency ?? organisationOf(act).currency
    exponentOf(currency)
    const party = partyMeant(act, input.party, unit)
    for (const side of [partyById(act, helper.party_id), party]) {
      if (side.kind === 'person') throw agreementNeedsBodies({ party: partyRef(side.id) })
    }
    if (party.id === helper.party_id) throw agreementSameParty({ party: partyRef(party.id) })
    if (versionOfHelper(act, helper.id).standing === 'ended') {
      throw agreementHelperEnded({ helper: helperRef(helper.id) })
    }
    const agreement: Agreement = {
      id: nextId(act, 'agreement'),
      helper_id: helper.id,
      party_id: party.id,
      currency,
      unit_id: unit,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    }
    requireTerms(act, agreement, input)
    for (const promise of input.promises) requirePromise(agreement, input.from_on, promise)
    requireNoInterest(act, agreement)
    insert(act, 'agreement', agreement)
    const version = writeVersion(act, agreement.id, input)
    for (const promise of input.promises) writePromise(act, agreement, promise)
    return { agreement: agreement.id, reference: agreementRef(agreement.id), version }
  },
})

export const revise = command({
  name: 'agreements.revise',
  summary:
    'Writes a new version of an agreement, which both sides sign anew; until then the old holds',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements/{agreement}/versions' },
  input: z.strictObject({ agreement: idField, ...termsFields }),
  output: z.object({ agreement: z.number(), version: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const agreement = openAgreement(act, input.agreement)
    requireTerms(act, agreement, input)
    requireNoInterest(act, agreement)
    return { agreement: agreement.id, version: writeVersion(act, agreement.id, input) }
  },
})

export const promise = command({
  name: 'agreements.promise',
  summary:
    'Adds to the unsigned version of an agreement what a side commits itself to, with its day',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements/{agreement}/commitments' },
  input: promiseField.extend({ agreement: idField }),
  output: z.object({ agreement: z.number(), commitment: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const agreement = openAgreement(act, input.agreement)
    const version = newestVersion(act, agreement.id)
    if (signaturesOf(act, version).length > 0) {
      const number = versionsOfAgreement(act, agreement.id).length
      const reference = agreementRef(agreement.id)
      throw agreementVersionSigned({ agreement: reference, version: number })
    }
    requirePromise(agreement, version.from_on, input)
    requireNoInterest(act, agreement)
    return { agreement: agreement.id, commitment: writePromise(act, agreement, input) }
  },
})

export const release = command({
  name: 'agreements.release',
  summary: 'Records that both sides have given up what is open of a commitment, with the reason',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/commitments-of-agreements/{commitment}/release' },
  input: z.strictObject({ commitment: idField, reason: reasonField }),
  output: z.object({ agreement: z.number(), commitment: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const commitment = commitmentWithId(act, input.commitment)
    const agreement = agreementById(act, commitment.agreement_id)
    if (releaseOf(act, commitment.id)) throw commitmentReleased({ commitment: commitment.id })
    requireNoInterest(act, agreement)
    insert(act, 'agreement_commitment_end', {
      id: nextId(act, 'agreement_commitment_end'),
      commitment_id: commitment.id,
      reason_detail_id: keepDetail(act, 'agreement_release', input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { agreement: agreement.id, commitment: commitment.id }
  },
})

/** The agreement with a number that has not ended. Refuses `agreement.unknown` and `agreement.ended`. */
export function openAgreement(act: Act, id: number): Agreement {
  const agreement = agreementWithId(act, id)
  const end = endOfAgreement(act, agreement.id)
  if (end) throw agreementEnded({ agreement: agreementRef(agreement.id), on: end.on_day })
  return agreement
}

/** Refuses `agreement.days` and `agreement.kind_unknown`. */
function requireTerms(act: Act, { unit_id }: Agreement, { kinds, from_on, until_on }: Terms): void {
  if (until_on < from_on) throw agreementDays({ from: from_on, until: until_on })
  const known = policyInForce(act, 'pairing', { unit: unit_id, on: act.today }).body.agreements
  const unknown = kinds.find((kind) => !known.some(({ code }) => code === kind))
  if (unknown !== undefined) throw agreementKindUnknown({ kind: unknown })
}

/** Refuses `agreement.due`, `agreement.measure` and what `amountMeant` refuses. */
function requirePromise({ currency }: Agreement, from: Day, given: PromiseGiven): void {
  const { kind, amount, quantity, due_on } = given
  if (due_on < from) throw agreementDue({ due: due_on, from })
  const wanted = kindsInMoney.includes(kind) ? 'amount' : 'quantity'
  if (
    (wanted === 'amount') !== (amount !== undefined) ||
    (amount === undefined) === (quantity === undefined)
  ) {
    throw agreementMeasure({ kind, wanted })
  }
  if (amount !== undefined) amountMeant(amount, currency)
}

function writeVersion(act: Act, agreement: AgreementId, terms: Terms): number {
  const id = nextId(act, 'agreement_version')
  insert(act, 'agreement_version', {
    id,
    agreement_id: agreement,
    kinds: canonicalJson([...new Set(terms.kinds)]),
    from_on: terms.from_on,
    until_on: terms.until_on,
    text_detail_id: keepDetail(act, 'agreement', terms.text),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return versionsOfAgreement(act, agreement).length
}

function writePromise(
  act: Act,
  { id: agreement, currency }: Agreement,
  given: PromiseGiven,
): number {
  const id = nextId(act, 'agreement_commitment')
  insert(act, 'agreement_commitment', {
    id,
    agreement_id: agreement,
    side: given.side,
    kind: given.kind,
    amount_minor: given.amount === undefined ? null : amountMeant(given.amount, currency),
    quantity: given.quantity ?? null,
    due_on: given.due_on,
    text_detail_id: keepDetail(act, 'agreement_commitment', given.text),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  return id
}
