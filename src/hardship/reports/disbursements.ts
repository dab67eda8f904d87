/**
 * What was given out in a period, by fund, unit, category and programme: the disclosure that published measures ask for
 * every half-year (handbook A2, A10). Counted as statements count: money by the day on which it moved, and what came
 * back by the day on which it did, so that the sums are those of the funds' statements.
 */
import { z } from 'zod'
import { amountOut, codeField, dayField } from '../../book/fields.ts'
import { deciders, query, type View } from '../../book/registry.ts'
import { inScope, unitsBelow } from '../../book/scope.ts'
import type { Day } from '../../kit/day.ts'
import type { FundId, PartyId, ProgrammeId, UnitId } from '../../kit/ids.ts'
import { amountText, type Minor, minor } from '../../kit/money.ts'
import { refusal } from '../../kit/refusal.ts'
import { type Fund, fundWithCode, listFunds } from '../../ledger/funds.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { unitById, unitWithCode } from '../../people/units.ts'

export const disbursementsBackwards = refusal<{ from: string; to: string }>(
  'disbursements.backwards',
  422,
  ({ from, to }) => `The period from ${from} to ${to} ends before it begins.`,
  'Give the first day and a last day that is not before it.',
)

const countsOut = {
  /** Payouts made in the period, whatever came back of them. */
  payments: z.number(),
  /** Persons and bodies for whom more was given than came back, each once. */
  helped: z.number(),
  paid: amountOut,
  returned: amountOut,
  /** What was paid less what came back. */
  net: amountOut,
  /** The value of goods, which are no money. */
  goods: amountOut,
}

const rowOut = z.object({
  fund: z.string(),
  fund_name: z.string(),
  currency: z.string(),
  /** The unit of the case, or where whoever was helped is registered; null for the whole organisation. */
  unit: z.string().nullable(),
  unit_name: z.string().nullable(),
  category: z.enum(payoutCategories),
  /** Null for what was paid without a case. */
  programme: z.string().nullable(),
  programme_name: z.string().nullable(),
  ...countsOut,
})

/** What moved, a row each: of which payout, on which day, and what it came to. */
const moved = `
  select p.id as payout, p.paid_on as day, p.amount_minor as amount, 'paid' as what from payout as p
  union all
  select d.payout_id, e.effective_on, d.amount_minor, 'returned'
    from payout_return as d join entry as e on e.id = d.entry_id
    where not exists (select 1 from entry as u where u.reverses = e.id)
  union all
  select p.id, e.effective_on, p.amount_minor, 'returned'
    from payout as p join entry as e on e.reverses = p.entry_id`

/** A row for each person helped, so that who gave all of it back is not among the helped, and nobody counts twice. */
const byPerson = `
  select p.fund_id as "fund", coalesce(c.unit_id, b.unit_id) as "unit", p.category as "category",
    c.programme_id as "programme", p.beneficiary_id as "beneficiary", p.form = 'goods' as "goods",
    sum(case when m.what = 'paid' then 1 else 0 end) as "payments",
    sum(case when m.what = 'paid' then m.amount else 0 end) as "paid",
    sum(case when m.what = 'paid' then 0 else m.amount end) as "returned"
  from (${moved}) as m
  join payout as p on p.id = m.payout
  join party as b on b.id = p.beneficiary_id
  left join batch_line_result as r on r.payout_id = p.id
  left join batch_line as l on l.id = r.line_id
  left join instalment as i on i.id = l.instalment_id
  left join award as a on a.id = i.award_id
  left join hardship_case as c on c.id = a.case_id
  where m.day >= +? and m.day <= +? and p.fund_id in (select value from json_each(+?))
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4`

const programmeNames = `select p.id as "id", p.code as "code", v.name as "name" from programme as p
  join programme_version as v on v.id = (select max(w.id) from programme_version as w
    where w.programme_id = p.id)`

interface Found {
  readonly fund: FundId
  readonly unit: UnitId | null
  readonly category: (typeof payoutCategories)[number]
  readonly programme: ProgrammeId | null
  readonly beneficiary: PartyId
  readonly goods: 0 | 1
  readonly payments: number
  readonly paid: Minor
  readonly returned: Minor
}

/** The figures of some rows, in the currency that they share. */
function countsOf(rows: readonly Found[], currency: string) {
  const sums = { payments: 0, paid: 0, returned: 0, goods: 0 }
  const kept = new Map<PartyId, number>()
  for (const { beneficiary, goods, payments, paid, returned } of rows) {
    sums.payments += payments
    kept.set(beneficiary, (kept.get(beneficiary) ?? 0) + paid - returned)
    if (goods === 1) sums.goods += paid - returned
    else {
      sums.paid += paid
      sums.returned += returned
    }
  }
  const text = (amount: number) => amountText(minor(amount), currency)
  return {
    payments: sums.payments,
    helped: [...kept.values()].filter((amount) => amount > 0).length,
    paid: text(sums.paid),
    returned: text(sums.returned),
    net: text(sums.paid - sums.returned),
    goods: text(sums.goods),
  }
}

export const disbursements = query({
  name: 'disbursements.show',
  summary: 'What was given out in a period, by fund, unit, category and programme',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/disbursements' },
  input: z.strictObject({
    from: dayField,
    to: dayField,
    fund: codeField.optional(),
    /** With all units below it. */
    unit: codeField.optional(),
  }),
  output: z.object({
    rows: z.array(rowOut),
    /** By currency. Whoever was helped in two lines counts once. */
    totals: z.array(z.object({ currency: z.string(), ...countsOut })),
  }),
  run: (view, input) => {
    if (input.to < input.from) throw disbursementsBackwards({ from: input.from, to: input.to })
    const funds = input.fund === undefined ? listFunds(view) : [fundWithCode(view, input.fund)]
    const found = rowsOf(view, funds, input).filter(within(view, input.unit))
    const programmes = new Map(view.all(programmeNames, []).map((row) => [row.id, row]))
    const byId = new Map(funds.map((fund) => [fund.id, fund]))
    const lines = Map.groupBy(found, (row) =>
      [row.fund, row.unit, row.category, row.programme].join(' '),
    )
    const rows = [...lines.values()].map((together) => {
      const { fund, unit, category, programme } = together[0]!
      const { code, name, currency } = byId.get(fund)!
      const place = unit !== null && inScope(view.scope, unit) ? unitById(view, unit) : null
      const known = programme === null ? undefined : programmes.get(programme)
      return {
        fund: code,
        fund_name: name,
        currency,
        unit: place?.code ?? null,
        unit_name: place?.name ?? null,
        category,
        programme: (known?.code as string | undefined) ?? null,
        programme_name: (known?.name as string | undefined) ?? null,
        ...countsOf(together, currency),
      }
    })
    const sums = Map.groupBy(found, ({ fund }) => byId.get(fund)!.currency)
    const totals = [...sums]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([currency, together]) => ({ currency, ...countsOf(together, currency) }))
    return { rows, totals }
  },
})

function rowsOf(view: View, funds: readonly Fund[], { from, to }: { from: Day; to: Day }): Found[] {
  const those = JSON.stringify(funds.map(({ id }) => id))
  return view.all(byPerson, [from, to, those]) as unknown as Found[]
}

/** Whether a row belongs to a unit or one below it; any row where none is named. */
function within(view: View, code: string | undefined): (row: Found) => boolean {
  if (code === undefined) return () => true
  const below = unitsBelow(view, [unitWithCode(view, code).id])
  return ({ unit }) => unit !== null && below.has(unit)
}
