/** Makes commands of random steps, valid or not, on the book as it then stands. */
import { adoptKey } from '../../../src/access/organisation.ts'
import * as tokens from '../../../src/access/tokens.ts'
import type { AnyCommand, Caller } from '../../../src/book/registry.ts'
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
import { type FactTable, naiveHeld, naiveText, type Raw, type RawFund } from './naive.ts'
import type { Amount, Step, What, When } from './steps.ts'

/** What a step tries: a command with its input, as whom. */
export interface Attempt {
  readonly command: AnyCommand
  readonly input: Readonly<Record<string, unknown>>
  readonly as: Pick<Caller, 'actor'>
  /** The fund whose money the attempt gives away or sets aside. */
  readonly spends: string | null
}

export interface World {
  readonly raw: Raw
  readonly today: string
  readonly parties: number
}

export const dayMs = 86_400_000

function daysBack(today: string, count: number): string {
  return new Date(Date.parse(today) - count * dayMs).toISOString().slice(0, 10)
}

function one<T>(from: readonly T[], pick: number): T {
  return from[pick % from.length]!
}

/** An id that mostly is one of the table's, and now and then is not. */
function idIn(world: World, table: FactTable | 'entries', pick: number): number {
  const rows = table === 'entries' ? world.raw.entries : world.raw.facts[table]
  return pick % 37 === 0 ? rows.length + 1 : (pick % Math.max(rows.length, 1)) + 1
}

function dayOf(world: World, chosen: When): string | undefined {
  if (chosen === null) return undefined
  return typeof chosen === 'string' ? chosen : daysBack(world.today, chosen)
}

function fundOf(world: World, pick: number): RawFund {
  return one(world.raw.funds, pick)
}

function amountOf(world: World, fund: RawFund | undefined, chosen: Amount): string {
  if ('text' in chosen) return chosen.text
  const { currency } = fund ?? { currency: 'CNY' }
  if ('minor' in chosen) return naiveText(chosen.minor, currency)
  const available = fund === undefined ? 0 : naiveHeld(world.raw, fund).available
  return naiveText(available + chosen.availableAnd, currency)
}

function fundOfFact(world: World, table: FactTable, id: number): RawFund | undefined {
  const fact = world.raw.facts[table].find((row) => row.id === id)
  return world.raw.funds.find((fund) => fund.id === fact?.fund_id)
}

function partyOf(world: World, pick: number): unknown {
  if (pick % 11 === 0) return { kind: 'person', name: `New Person ${pick}` }
  if (pick % 53 === 0) return 'P-999999'
  return `P-${String((pick % Math.max(world.parties, 1)) + 1).padStart(6, '0')}`
}

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

function monthBack(world: World, pick: number): string {
  const [year, month] = world.today.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 - (pick % 4), 1)).toISOString().slice(0, 7)
}

type Made = Omit<Attempt, 'as' | 'spends'> & { readonly spends?: string }

function made<C extends AnyCommand>(
  command: C,
  input: Readonly<Record<string, unknown>>,
  spends?: string,
): Made {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  const plain = { command, input: Object.fromEntries(given) }
  return spends === undefined ? plain : { ...plain, spends }
}

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
  reverse: (world, { picks }) =>
    made(reversals.reverse, { entry: idIn(world, 'entries', picks[0]!), reason: 'Wrong' }),
  close: (world, { picks }) => made(ledger.close, { month: monthBack(world, picks[0]!) }),
  request: (world, { picks }) =>
    made(ledger.request, { month: actedOn(world, 'closed', picks[0]!), reason: 'A late invoice' }),
  reopen: (world, { picks }) =>
    made(ledger.reopen, { month: actedOn(world, 'reopening_requested', picks[0]!) }),
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
      expires_at: picks[1]! % 5 === 0 ? 1 : 4_000_000_000_000,
      label: 'Auditor of the year',
    }),
  revoke: (_, { picks }) => made(tokens.revoke, { token: (picks[0]! % 3) + 1 }),
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

/** Mostly a month in that state; else any. */
function actedOn(world: World, state: string, pick: number): string {
  const states = new Map(world.raw.periodActs.map(({ month, act }) => [month, act]))
  const found = [...states].filter(([, act]) => act === state)
  return found.length > 0 && pick % 5 !== 0 ? one(found, pick)[0] : monthBack(world, pick)
}

/** What must stand before a step has anything to act on, and the step that makes it so. */
const needs: Partial<Record<What, readonly [FactTable, Exclude<What, 'tick'>]>> = {
  comeBack: ['payout', 'pay'],
  release: ['commitment', 'commit'],
}

/** What a step tries in the world as it stands. */
export function attemptOf(world: World, step: Step & { what: Exclude<What, 'tick'> }): Attempt {
  const need = needs[step.what]
  const lacking = need && world.raw.facts[need[0]].length === 0 && step.picks[4]! % 5 !== 0
  const { spends = null, ...plain } = makers[lacking ? need[1] : step.what](world, step)
  return { ...plain, spends, as: { actor: `test:${step.actor}` } }
}
