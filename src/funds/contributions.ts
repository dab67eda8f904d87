/** Commands of contributions: received, identified, refunded; and the pledges they keep. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { keepDetail } from '../book/details.ts'
import {
  amountField,
  amountOut,
  codeField,
  dayField,
  idField,
  reasonField,
} from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { compareDays, type Day } from '../kit/day.ts'
import { amountText, parseAmount, subtractMinor } from '../kit/money.ts'
import { charts } from '../ledger/charts/charts.ts'
import { entryById } from '../ledger/entries.ts'
import { fundById, fundWithCode } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { type PostedEntry, post } from '../ledger/post.ts'
import type { AccountRole } from '../ledger/roles.ts'
import { partyField, partyMeant } from '../people/commands.ts'
import { partyRef } from '../people/parties.ts'
import { insert, nextId } from '../store/prepare.ts'
import {
  contributionWithId,
  incomeRole,
  knownSources,
  leftOf,
  originOf,
  pledgeWithId,
  receivedKind,
  refundedOf,
  requireKeeps,
  requireStanding,
  sourceOf,
} from './contribution-facts.ts'
import { requireNoInterest } from './direct-duties.ts'
import { availabilityOf } from './policy.ts'
import { refundLegs } from './refund-legs.ts'
import {
  beforeOrigin,
  notUnidentified,
  partyNeeded,
  partyNotKnownYet,
  refundTooLarge,
  unidentifiedInMoneyOnly,
} from './refusals.ts'

const administrators = ['owner', 'fund_administrator'] as const

function recognisesPledges(act: Act): boolean {
  return charts[organisationOf(act).chart as keyof typeof charts].recognisesPledges
}

export const pledge = command({
  name: 'pledges.make',
  summary: 'Records a promise to give',
  may: administrators,
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/pledges' },
  input: z.strictObject({
    fund: codeField,
    source: z.enum(knownSources),
    party: partyField,
    amount: amountField,
    made_on: dayField.optional(),
  }),
  output: z.object({ pledge: z.number(), entry: z.number(), party: z.string() }),
  subject: (output) => `pledge/${output.pledge}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const amountMinor = parseAmount(input.amount, fund.currency)
    const day = input.made_on ?? act.today
    requireOpenDay(act, day)
    const party = partyMeant(act, input.party, fund.unit_id)
    const pledgeId = nextId(act, 'pledge')
    const kind = recognisesPledges(act) ? 'pledge.recognised' : 'pledge.made'
    const slots = { $income: incomeRole(fund, input.source, false) }
    const posted = post(act, {
      kind,
      effectiveOn: day,
      subject: `pledge/${pledgeId}`,
      legs: legsOf(act, kind, { fund, amountMinor, partyId: party.id, slots }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'pledge', {
      id: pledgeId,
      fund_id: fund.id,
      party_id: party.id,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return { pledge: pledgeId, entry: posted.id, party: partyRef(party.id) }
  },
})

const forms = ['bank', 'cash', 'in_kind'] as const

export const receive = command({
  name: 'contributions.receive',
  summary: 'Records a contribution, in money or in kind; one of unknown origin is identified later',
  may: administrators,
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/contributions' },
  input: z.strictObject({
    fund: codeField,
    source: z.enum([...knownSources, 'unidentified']),
    party: partyField.optional(),
    /** In kind: the supported value. */
    amount: amountField,
    form: z.enum(forms).default('bank'),
    received_on: dayField.optional(),
    pledge: idField.optional(),
    /** The giver's wish for it; it then counts as restricted. */
    earmark: reasonField.optional(),
  }),
  output: z.object({
    contribution: z.number(),
    entry: z.number(),
    serial: z.number(),
    party: z.string().nullable(),
  }),
  subject: ({ contribution }) => `contribution/${contribution}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const amountMinor = parseAmount(input.amount, fund.currency)
    const receivedOn = input.received_on ?? act.today
    requireOpenDay(act, receivedOn)
    const { source, form } = input
    if (source === 'unidentified') {
      if (input.party !== undefined) throw partyNotKnownYet({})
      if (form === 'in_kind') throw unidentifiedInMoneyOnly({ form })
    } else if (input.party === undefined) throw partyNeeded({ source })
    const promised = input.pledge === undefined ? null : pledgeWithId(act, input.pledge)
    const party = input.party === undefined ? null : partyMeant(act, input.party, fund.unit_id)
    if (promised) {
      requireNotBefore(receivedOn, entryById(act, promised.entry_id).effective_on)
      requireKeeps(act, promised, { fund, partyId: party?.id ?? null, amountMinor })
    }
    const kind = receivedKind(recognisesPledges(act), source, form, promised)
    const slots: Partial<Record<'$money' | '$income', AccountRole>> = {
      $money: form === 'in_kind' ? 'relief_goods' : form,
    }
    if (source !== 'unidentified') {
      slots.$income = incomeRole(fund, source, input.earmark !== undefined)
    }
    const contributionId = nextId(act, 'contribution')
    const posted = post(act, {
      kind,
      effectiveOn: receivedOn,
      subject: `contribution/${contributionId}`,
      legs: legsOf(act, kind, { fund, amountMinor, partyId: party?.id ?? null, slots }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'contribution', {
      id: contributionId,
      fund_id: fund.id,
      source,
      form,
      party_id: party?.id ?? null,
      amount_minor: amountMinor,
      received_on: receivedOn,
      pledge_id: promised?.id ?? null,
      earmark_detail_id:
        input.earmark === undefined ? null : keepDetail(act, 'earmark', input.earmark),
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return {
      contribution: contributionId,
      entry: posted.id,
      serial: posted.serials.get(fund.id)!,
      party: party ? partyRef(party.id) : null,
    }
  },
})

export const identify = command({
  name: 'contributions.identify',
  summary: 'Says whose an unidentified contribution was',
  may: administrators,
  reach: 'units',
  route: { method: 'POST', path: '/contributions/{contribution}/identification' },
  input: z.strictObject({
    contribution: idField,
    source: z.enum(knownSources),
    party: partyField,
    identified_on: dayField.optional(),
  }),
  output: z.object({ contribution: z.number(), entry: z.number(), party: z.string() }),
  subject: ({ contribution }) => `contribution/${contribution}`,
  run: (act, input) => {
    const contribution = contributionWithId(act, input.contribution)
    requireStanding(act, contribution)
    const refunded = refundedOf(act, contribution.id)
    const known = sourceOf(act, contribution) !== 'unidentified'
    if (known) throw notUnidentified({ contribution: contribution.id, state: 'already identified' })
    if (refunded > 0) throw notUnidentified({ contribution: contribution.id, state: 'refunded' })
    const day = input.identified_on ?? act.today
    requireNotBefore(day, contribution.received_on)
    requireOpenDay(act, day)
    const fund = fundById(act, contribution.fund_id)
    const party = partyMeant(act, input.party, fund.unit_id)
    const slots = {
      $income: incomeRole(fund, input.source, contribution.earmark_detail_id !== null),
    }
    const asked = { fund, amountMinor: contribution.amount_minor, partyId: party.id, slots }
    const posted = post(act, {
      kind: 'contribution.identified',
      effectiveOn: day,
      subject: `contribution/${contribution.id}`,
      legs: legsOf(act, 'contribution.identified', asked),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'contribution_identification', {
      id: nextId(act, 'contribution_identification'),
      contribution_id: contribution.id,
      source: input.source,
      party_id: party.id,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return { contribution: contribution.id, entry: posted.id, party: partyRef(party.id) }
  },
})

export const refund = command({
  name: 'contributions.refund',
  summary: 'Gives a contribution back, in part or whole; its stored split is turned round',
  may: administrators,
  reach: 'units',
  route: { method: 'POST', path: '/contributions/{contribution}/refunds' },
  input: z.strictObject({
    contribution: idField,
    /** All that is left when it is not given. */
    amount: amountField.optional(),
    refunded_on: dayField.optional(),
    reason: reasonField,
  }),
  output: z.object({
    contribution: z.number(),
    entry: z.number(),
    amount: amountOut,
    /** What the fund may still give; less than nothing when the refund has uncovered promises. */
    available: amountOut,
  }),
  subject: ({ contribution }) => `contribution/${contribution}`,
  run: (act, input) => {
    const contribution = contributionWithId(act, input.contribution)
    requireStanding(act, contribution)
    const fund = fundById(act, contribution.fund_id)
    const { currency } = fund
    const left = leftOf(act, contribution)
    const amountMinor = input.amount === undefined ? left : parseAmount(input.amount, currency)
    if (amountMinor > left || left === 0) {
      const [amount, rest] = [amountText(amountMinor, currency), amountText(left, currency)]
      throw refundTooLarge({ contribution: contribution.id, amount, left: rest, currency })
    }
    const day = input.refunded_on ?? act.today
    requireNotBefore(day, originOf(act, contribution))
    const before = subtractMinor(contribution.amount_minor, left)
    const legs = refundLegs(act, contribution, { before, amountMinor })
    requireNoInterest(
      act,
      legs.flatMap(({ partyId }) => partyId ?? []),
    )
    const posted: PostedEntry = post(act, {
      kind: 'contribution.refunded',
      effectiveOn: day,
      subject: `contribution/${contribution.id}`,
      legs,
      reverses: null,
      noteDetailId: keepDetail(act, 'refund_reason', input.reason),
    })
    insert(act, 'contribution_refund', {
      id: nextId(act, 'contribution_refund'),
      contribution_id: contribution.id,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return {
      contribution: contribution.id,
      entry: posted.id,
      amount: amountText(amountMinor, currency),
      available: amountText(availabilityOf(act, fund).availableMinor, currency),
    }
  },
})

function requireNotBefore(day: Day, origin: Day): void {
  if (compareDays(day, origin) < 0) throw beforeOrigin({ day, origin })
}
