/** The story of a fund's year: what came in, what went out for what, and how many people it helped. */
import { z } from 'zod'
import { amountOut, codeField } from '../book/fields.ts'
import { deciders, query, type View } from '../book/registry.ts'
import { addDays, type Day, day, type Month, month, monthRange } from '../kit/day.ts'
import type { AccountId, FundId } from '../kit/ids.ts'
import {
  addMinor,
  amountText,
  type Minor,
  negateMinor,
  subtractMinor,
  zeroMinor,
} from '../kit/money.ts'
import { type Account, accountById } from '../ledger/accounts.ts'
import { balancesOfFund } from '../ledger/balances.ts'
import { type Fund, fundWithCode } from '../ledger/funds.ts'
import { build, first, prepare } from '../store/prepare.ts'

const partOut = z.object({
  account: z.string(),
  role: z.string().nullable(),
  name: z.string(),
  name_hans: z.string().nullable(),
  name_hant: z.string().nullable(),
  amount: amountOut,
})

const flowOut = z.object({
  in: amountOut,
  out: amountOut,
  /** What money did beside income and expenses: advances between funds, what is not identified yet. */
  other: amountOut,
  /** Money at the end. */
  closing: amountOut,
  /** By account of income, largest first; negative where more was given back than came. */
  sources: z.array(partOut),
  /** By account of expense, largest first. */
  categories: z.array(partOut),
})

/** The oldest and the newest day of an account in a fund: two seeks. */
function edge(which: 'min' | 'max') {
  return prepare((p: { fundId: FundId }) =>
    build
      .selectFrom('balance as b')
      .innerJoin('account as a', 'a.id', 'b.account_id')
      .select((e) =>
        e.fn[which](
          e
            .selectFrom('balance_day as d')
            .select((f) => f.fn[which]('d.day').as('day'))
            .whereRef('d.account_id', '=', 'b.account_id')
            .whereRef('d.fund_id', '=', 'b.fund_id')
            .$asScalar(),
        ).as('day'),
      )
      .where('b.fund_id', '=', p.fundId)
      .where('a.class', '<>', 'memorandum'),
  )
}
const [oldestDay, newestDay] = [edge('min'), edge('max')]
const helpedIn = prepare((p: { fundId: FundId; from: Day; to: Day }) =>
  build
    .selectFrom((e) =>
      e
        .selectFrom('payout as t')
        .select('t.beneficiary_id')
        .distinct()
        .where('t.fund_id', '=', p.fundId)
        .where('t.paid_on', '>=', p.from)
        .where('t.paid_on', '<=', p.to)
        .as('b'),
    )
    .innerJoin('party as q', 'q.id', 'b.beneficiary_id')
    .select((e) => e.fn.countAll<number>().as('people'))
    .where('q.kind', '=', 'person'),
)
/** Persons all of whose payouts in the range were reversed: found from the reversals, which are few. */
const helpedNoMore = `with undone as materialized (
    select t.beneficiary_id as id, count(*) as payouts from entry as r
    cross join payout as t on t.entry_id = r.reverses
    where r.reverses is not null and +t.fund_id = +? and t.paid_on >= +? and t.paid_on <= +?
    group by t.beneficiary_id)
  select count(*) as "people" from undone as u cross join party as q on q.id = u.id
  where q.kind = 'person' and u.payouts = (
    select count(*) from payout as t
    where t.beneficiary_id = u.id and +t.fund_id = +? and +t.paid_on >= +? and +t.paid_on <= +?)`

/** Persons on whose behalf something was paid in some days that was not reversed. */
function peopleHelped(view: View, fund: Fund, from: Day, to: Day): number {
  const { people } = first(view, helpedIn, { fundId: fund.id, from, to })!
  const [undone] = view.all(helpedNoMore, [fund.id, from, to, fund.id, from, to])
  return people - Number(undone?.people ?? 0)
}

interface Moved {
  readonly account: Account
  readonly amountMinor: Minor
}

/** What moved between two states of a fund's balances, as the story tells it. */
function flow(fund: Fund, moved: readonly Moved[], closingMinor: Minor): z.output<typeof flowOut> {
  const ofClass = (kind: Account['class']) => moved.filter(({ account }) => account.class === kind)
  const sum = (list: readonly Moved[]) =>
    list.reduce((total, { amountMinor }) => addMinor(total, amountMinor), zeroMinor)
  const income = ofClass('income').map((one) => ({
    ...one,
    amountMinor: negateMinor(one.amountMinor),
  }))
  const expense = ofClass('expense')
  const money = moved.filter(({ account }) => account.holding === 'money')
  const [into, out] = [sum(income), sum(expense)]
  const text = (amount: Minor) => amountText(amount, fund.currency)
  const parts = (list: readonly Moved[]) =>
    [...list]
      .sort((a, b) => b.amountMinor - a.amountMinor)
      .map(({ account: { code, role, name, name_hans, name_hant }, amountMinor }) => ({
        account: code,
        role,
        name,
        name_hans,
        name_hant,
        amount: text(amountMinor),
      }))
  return {
    in: text(into),
    out: text(out),
    other: text(subtractMinor(sum(money), subtractMinor(into, out))),
    closing: text(closingMinor),
    sources: parts(income),
    categories: parts(expense),
  }
}

type Balances = Map<AccountId, Minor>

function moneyIn(view: View, balances: Balances): Minor {
  return [...balances]
    .filter(([id]) => accountById(view, id).holding === 'money')
    .reduce((total, [, amount]) => addMinor(total, amount), zeroMinor)
}

function between(view: View, fund: Fund, before: Balances, after: Balances) {
  const moved = [...after].flatMap(([id, amount]) => {
    const amountMinor = subtractMinor(amount, before.get(id) ?? zeroMinor)
    return amountMinor === 0 ? [] : [{ account: accountById(view, id), amountMinor }]
  })
  return flow(fund, moved, moneyIn(view, after))
}

function monthsOf(year: number, until: Day): Month[] {
  const all = Array.from({ length: 12 }, (_, at) =>
    month(`${year}-${String(at + 1).padStart(2, '0')}`),
  )
  return all.filter((one) => monthRange(one).from <= until)
}

/** The years from a fund's first movement to its newest. */
function yearsOf(view: View, fund: Fund): number[] {
  const [low, high] = [oldestDay, newestDay].map((edgeDay) => {
    const found = first(view, edgeDay, { fundId: fund.id })?.day
    return typeof found === 'string' ? Number(found.slice(0, 4)) : undefined
  })
  if (low === undefined || high === undefined) return []
  return Array.from({ length: high - low + 1 }, (_, at) => low + at)
}

export const story = query({
  name: 'funds.story',
  summary:
    'Tells a fund’s year: money in and out by month, for what, and how many people it helped',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/funds/{fund}/story' },
  input: z.strictObject({
    fund: codeField,
    /** A calendar year such as `2026`; the newest with entries unless given. */
    year: z
      .string()
      .regex(/^(19|20|21)\d\d$/, 'write a year such as 2026')
      .optional()
      .meta({ examples: ['2026'] }),
  }),
  output: z.object({
    fund: z.string(),
    currency: z.string(),
    year: z.number(),
    /** Every year from the first with entries to the newest; empty for a fund without any. */
    years: z.array(z.number()),
    opening: amountOut,
    total: flowOut,
    months: z.array(flowOut.extend({ month: z.string() })),
    /** Persons on whose behalf something was paid in the year and stands. */
    people_helped: z.number(),
  }),
  run: (view, input) => {
    const fund = fundWithCode(view, input.fund)
    const years = yearsOf(view, fund)
    const year = Number(input.year ?? years.at(-1) ?? view.today.slice(0, 4))
    const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)]
    const asOf = (on: Day) => balancesOfFund(view, fund.id, { asOf: on, knownAt: null })
    // The year 1900 has no day before it; nothing can have happened then.
    const opening: Balances = year === 1900 ? new Map() : asOf(addDays(from, -1))
    let before = opening
    const months = monthsOf(year, view.today).map((one) => {
      const after = asOf(monthRange(one).to)
      const told = { month: one, ...between(view, fund, before, after) }
      before = after
      return told
    })
    return {
      fund: fund.code,
      currency: fund.currency,
      year,
      years,
      opening: amountText(moneyIn(view, opening), fund.currency),
      total: between(view, fund, opening, before),
      months,
      people_helped: peopleHelped(view, fund, from, to),
    }
  },
})
