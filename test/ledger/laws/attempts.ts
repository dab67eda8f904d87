/** Makes commands of random steps, valid or not, on the book as it then stands. */
import { adoptKey } from '../../../src/access/organisation.ts'
import * as tokens from '../../../src/access/tokens.ts'
import * as commitments from '../../../src/funds/commitments.ts'
import * as contributions from '../../../src/funds/contributions.ts'
import * as funds from '../../../src/funds/funds.ts'
import * as payouts from '../../../src/funds/payouts.ts'
import * as receipts from '../../../src/funds/receipts.ts'
import * as reversals from '../../../src/funds/reversals.ts'
import * as transfers from '../../../src/funds/transfers.ts'
import * as ledger from '../../../src/ledger/commands.ts'
import { register } from '../../../src/people/commands.ts'
import { issue } from '../../../src/statements/commands.ts'
import { bulk } from './bulk.ts'
import {
  type Attempt,
  actedOn,
  amountOf,
  dayOf,
  fundOf,
  fundOfFact,
  idIn,
  type Made,
  made,
  monthBack,
  monthsThat,
  one,
  partyOf,
  type World,
} from './choices.ts'
import { naiveText } from './naive.ts'
import type { Step, What } from './steps.ts'

const sources = ['member', 'organisation', 'public_money', 'upper_level'] as const
const restrictions = [
  'purpose',
  'unrestricted',
  'principal_preserved',
  'time',
  'board_designated',
] as const
const categories = ['care_grants', 'comfort_visits', 'administration'] as const
const commitmentKinds = ['vouchers_outstanding', 'awards_on_notice', 'loans_approved'] as const
const currencies = ['CNY', 'CNY', 'CNY', 'JPY', 'KWD'] as const

function opening(position: number): Made {
  return made(funds.open, {
    fund: `fund-${position + 1}`,
    name: `Fund ${position + 1}`,
    restriction: restrictions[position % restrictions.length],
    purpose: 'Hardship',
    currency: currencies[position % currencies.length],
    policy: position % 5 === 2 ? { preserved: '1.00' } : {},
  })
}

/** What every book of the model test begins with: five funds with some money, and three parties. */
export function beginnings(): readonly Made[] {
  const opened = currencies.flatMap((currency, position) => [
    opening(position),
    made(contributions.receive, {
      fund: `fund-${position + 1}`,
      source: one(sources, position),
      party: position < 3 ? { kind: 'person', name: `Giver ${position}` } : 'P-000001',
      amount: naiveText(1_500, currency),
      received_on: `2026-0${(position % 3) + 1}-1${position}`,
    }),
  ])
  return [...opened]
}

const makers: Readonly<Record<Exclude<What, 'tick'>, (world: World, step: Step) => Made>> = {
  open: (world, { picks }) => opening(world.raw.funds.length - (picks[0]! % 3 === 0 ? 1 : 0)),
  register: (_, { picks }) => made(register, { kind: 'person', name: `Person ${picks[0]}` }),
  pledge: (world, { picks, when, amount }) => {
    const fund = fundOf(world, picks[0]!)
    return made(contributions.pledge, {
      fund: fund.code,
      source: one(sources, picks[1]!),
      party: partyOf(world, picks[2]!),
      amount: amountOf(world, fund, amount),
      made_on: dayOf(world, when),
    })
  },
  receive: (world, { picks, when, amount }) => {
    const promised =
      picks[1]! % 3 === 0
        ? world.raw.facts.pledge[picks[2]! % (world.raw.facts.pledge.length || 1)]
        : undefined
    const fund =
      world.raw.funds.find(({ id }) => id === promised?.fund_id) ?? fundOf(world, picks[0]!)
    const nameless = picks[3]! % 5 === 0
    const party = promised
      ? `P-${String(promised.party_id).padStart(6, '0')}`
      : partyOf(world, picks[2]!)
    return made(contributions.receive, {
      fund: fund.code,
      source: nameless ? 'unidentified' : one(sources, picks[1]!),
      party: nameless === (picks[4]! % 29 !== 0) ? undefined : party,
      amount: amountOf(world, fund, amount),
      form: one(['bank', 'bank', 'bank', 'cash', 'in_kind'], picks[4]!),
      received_on: dayOf(world, when),
      pledge: promised?.id ?? (picks[2]! % 31 === 0 ? 99 : undefined),
      earmark: picks[3]! % 7 === 0 ? 'For the roof' : undefined,
    })
  },
  identify: (world, { picks, when }) => {
    const open = world.raw.facts.contribution.filter(({ source }) => source === 'unidentified')
    const chosen = picks[1]! % 4 === 0 ? undefined : open[picks[0]! % (open.length || 1)]
    return made(contributions.identify, {
      contribution: chosen?.id ?? idIn(world, 'contribution', picks[0]!),
      source: one(sources, picks[1]!),
      party: partyOf(world, picks[2]!),
      identified_on: dayOf(world, when),
    })
  },
  refund: (world, { picks, when, amount }) => {
    const contribution = idIn(world, 'contribution', picks[0]!)
    const fund = fundOfFact(world, 'contribution', contribution)
    return made(contributions.refund, {
      contribution,
      amount: picks[1]! % 3 === 0 ? undefined : amountOf(world, fund, amount),
      refunded_on: dayOf(world, when),
      reason: 'Sent by mistake',
    })
  },
  receipt: (world, { picks }) =>
    made(receipts.give, { contribution: idIn(world, 'contribution', picks[0]!) }),
  transfer: (world, { picks, when, amount }) => {
    const cny = world.raw.funds.filter(({ currency }) => currency === 'CNY')
    const from = picks[4]! % 9 === 0 ? fundOf(world, picks[0]!) : one(cny, picks[0]!)
    const alike = world.raw.funds.filter(
      ({ currency, id }) => currency === from.currency && id !== from.id,
    )
    const any = picks[3]! % 12 === 0 || alike.length === 0
    const to = any ? fundOf(world, picks[1]!) : one(alike, picks[1]!)
    const terms = one(['advance', 'repayment', 'permanent', 'advance', 'repayment'], picks[2]!)
    return made(
      transfers.make,
      {
        from: from.code,
        to: to.code,
        terms,
        amount: amountOf(world, from, amount),
        form: picks[4]! % 5 === 0 ? 'cash' : 'bank',
        made_on: dayOf(world, when),
        reason: 'Cover',
      },
      terms === 'repayment' ? undefined : from.code,
    )
  },
  pay: (world, { picks, when, amount }) => {
    const fund = fundOf(world, picks[0]!)
    return made(
      payouts.pay,
      {
        fund: picks[4]! % 41 === 0 ? 'nowhere' : fund.code,
        payee: partyOf(world, picks[1]!),
        beneficiary: picks[3]! % 3 === 0 ? partyOf(world, picks[2]!) : undefined,
        category: one(categories, picks[2]!),
        amount: amountOf(world, fund, amount),
        form: picks[4]! % 5 === 0 ? 'cash' : 'bank',
        paid_on: dayOf(world, when),
        note: picks[3]! % 4 === 0 ? 'Rent' : undefined,
      },
      fund.code,
    )
  },
  comeBack: (world, { picks, when, amount }) => {
    const payout = idIn(world, 'payout', picks[0]!)
    return made(payouts.comeBack, {
      payout,
      amount:
        picks[1]! % 3 === 0
          ? undefined
          : amountOf(world, fundOfFact(world, 'payout', payout), amount),
      returned_on: dayOf(world, when),
    })
  },
  commit: (world, { picks, when, amount }) => {
    const fund = fundOf(world, picks[0]!)
    return made(
      commitments.make,
      {
        fund: fund.code,
        kind: one(commitmentKinds, picks[1]!),
        amount: amountOf(world, fund, amount),
        made_on: dayOf(world, when),
      },
      fund.code,
    )
  },
  release: (world, { picks, when, amount }) => {
    const commitment = idIn(world, 'commitment', picks[0]!)
    const fund = fundOfFact(world, 'commitment', commitment)
    return made(commitments.release, {
      commitment,
      amount: picks[1]! % 3 === 0 ? undefined : amountOf(world, fund, amount),
      released_on: dayOf(world, when),
    })
  },
  bulk: (world, { picks, when }) => {
    const ago = typeof when === 'number' && when >= 0 ? when : 0
    const days = picks.map((pick) => dayOf(world, pick % 7 === 0 ? ago + (pick % 5) : ago)!)
    const fund = fundOf(world, picks[0]!).code
    return made(bulk, { fund, days, amounts: picks.map((pick) => (pick % 300) + 1) })
  },
  reverse: (world, { picks }) =>
    made(reversals.reverse, { entry: idIn(world, 'entries', picks[0]!), reason: 'Wrong' }),
  close: (world, { picks }) => made(ledger.close, { month: monthBack(world, picks[0]!) }),
  request: (world, { picks }) =>
    made(ledger.request, { month: actedOn(world, 'closed', picks[0]!), reason: 'A late invoice' }),
  reopen: (world, { picks }) =>
    made(ledger.reopen, { month: actedOn(world, 'reopening_requested', picks[0]!) }),
  decline: (world, { picks }) =>
    made(ledger.decline, {
      month: actedOn(world, 'reopening_requested', picks[0]!),
      reason: 'Not now',
    }),
  policy: (world, { picks, amount }) => {
    const fund = fundOf(world, picks[0]!)
    const largest = picks[1]! % 2 === 0 ? null : amountOf(world, fund, amount)
    const preserved = picks[2]! % 3 === 0 ? naiveText((picks[3]! % 60) + 1, fund.currency) : null
    const allowed = picks[3]! % 5 === 0 ? ['care_grants'] : null
    return made(funds.changePolicy, {
      fund: fund.code,
      policy: { preserved, largest_payout: largest, payout_categories: allowed },
    })
  },
  token: (_, { picks }) =>
    made(tokens.create, {
      hash: String(picks[0]).padStart(64, '0'),
      role: 'auditor',
      expires_at: picks[1]! % 5 === 0 ? 1 : 1_800_000_000_000,
      label: 'Auditor of the year',
    }),
  revoke: (_, { picks }) => made(tokens.revoke, { token: picks[0]! % 4 === 0 ? 9 : 1 }),
  account: (_, { picks }) =>
    made(ledger.add, { code: `X${picks[0]! % 4}`, class: 'expense', name: 'Extra' }),
  key: (_, { picks }) =>
    made(adoptKey, { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), kid: `key-${picks[0]! % 3}` }),
  issue: (world, { picks, when }) => {
    const to = dayOf(world, when) ?? world.today
    const from = picks[1]! % 9 === 0 ? to : `${to.slice(0, 7)}-01`
    return made(issue, { fund: fundOf(world, picks[0]!).code, from, to })
  },
}

type Command = Exclude<What, 'tick'>

/** What must stand before a step has anything to act on, and the step that makes it so. */
const needs: Partial<Record<What, readonly [(world: World) => number, Command]>> = {
  comeBack: [({ raw }) => raw.facts.payout.length, 'pay'],
  release: [({ raw }) => raw.facts.commitment.length, 'commit'],
  request: [(world) => monthsThat(world, 'closed').length, 'close'],
  reopen: [(world) => monthsThat(world, 'reopening_requested').length, 'request'],
  decline: [(world) => monthsThat(world, 'reopening_requested').length, 'request'],
}

/** What a step tries in the world as it stands. */
export function attemptOf(world: World, step: Step & { what: Command }): Attempt {
  const { spends = null, ...plain } = makers[whatOf(world, step)](world, step)
  return { ...plain, spends, as: { actor: `test:${step.actor}` } }
}

function whatOf(world: World, { what, picks }: Step & { what: Command }): Command {
  const need = needs[what]
  if (!need || need[0](world) > 0 || picks[4]! % 5 === 0) return what
  const [, before] = need
  const also = needs[before]
  return also && also[0](world) === 0 ? also[1] : before
}
