/** What a party gave, was helped with, and was paid on behalf of others, fund by fund. */
import { z } from 'zod'
import { amountOut } from '../book/fields.ts'
import { keepers, query } from '../book/registry.ts'
import type { FundId, PartyId } from '../kit/ids.ts'
import { amountText, minor } from '../kit/money.ts'
import { listFunds } from '../ledger/funds.ts'
import { togetherWith } from '../people/merges.ts'
import { partyRef, partyWithRef } from '../people/parties.ts'
import type { Reader } from '../store/store.ts'
import { reversedSql } from './listing.ts'

/** Of the row `t`, what of it stands: its amount less what came back of it and was not reversed. */
function standingOf(table: 'contribution_refund' | 'payout_return', column: string): string {
  return `t.amount_minor - (select coalesce(sum(d.amount_minor), 0) from ${table} as d
    where d.${column} = t.id and not ${reversedSql('d')})`
}

const kept = standingOf('contribution_refund', 'contribution_id')
const spent = standingOf('payout_return', 'payout_id')
const stands = `not ${reversedSql('t')}`

/** Each of the parties in `who`, which are one; what came unidentified is whose it turned out to be. */
const sums = {
  given: `select t.fund_id as fund, ${kept} as amount from contribution as t
    where t.id in (
      select id from contribution where party_id in (select id from who)
      union all
      select i.contribution_id from contribution_identification as i
      where i.party_id in (select id from who) and not ${reversedSql('i')}) and ${stands}`,
  helped: `select t.fund_id as fund, ${spent} as amount from payout as t
    where t.beneficiary_id in (select id from who) and ${stands}`,
  paid_for_others: `select t.fund_id as fund, ${spent} as amount from payout as t
    where t.payee_id in (select id from who) and t.payee_id <> t.beneficiary_id and ${stands}`,
} as const
type Sum = keyof typeof sums

function byFund(reader: Reader, sum: Sum, parties: readonly PartyId[]): Map<FundId, number> {
  const found = reader.all(
    `with who (id) as (select value from json_each(+?))
     select fund as "fund", sum(amount) as "amount" from (${sums[sum]}) group by fund`,
    [JSON.stringify(parties)],
  )
  return new Map(found.map(({ fund, amount }) => [fund as FundId, amount as number]))
}

export const dealings = query({
  name: 'parties.dealings',
  summary: 'What a party gave, was helped with and was paid for others, by fund, as it stands',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/parties/{party}/dealings' },
  input: z.strictObject({ party: z.string().max(40) }),
  output: z.object({
    party: z.string(),
    funds: z.array(
      z.object({
        fund: z.string(),
        currency: z.string(),
        /** Less what was refunded. */
        given: amountOut,
        /** Less what came back. */
        helped: amountOut,
        /** What it was paid on behalf of others, less what came back. */
        paid_for_others: amountOut,
      }),
    ),
  }),
  run: (view, input) => {
    const { id } = partyWithRef(view, input.party)
    const parties = togetherWith(view, id)
    const [given, helped, paid] = (['given', 'helped', 'paid_for_others'] as const).map((sum) =>
      byFund(view, sum, parties),
    )
    const funds = listFunds(view)
      .filter((fund) => given!.has(fund.id) || helped!.has(fund.id) || paid!.has(fund.id))
      .map(({ id: fund, code, currency }) => {
        const text = (of: Map<FundId, number>) => amountText(minor(of.get(fund) ?? 0), currency)
        const amounts = { given: text(given!), helped: text(helped!), paid_for_others: text(paid!) }
        return { fund: code, currency, ...amounts }
      })
    return { party: partyRef(id), funds }
  },
})
