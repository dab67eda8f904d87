/** What of funds waits for somebody: looked up without reading whole tables. */
import type { View } from '../book/registry.ts'
import { addDays, type Day } from '../kit/day.ts'
import type { FundId } from '../kit/ids.ts'
import { closingOf, type Fund, fundsReached, listFunds, reachesFund } from '../ledger/funds.ts'
import { build, first, prepare, rows } from '../store/prepare.ts'
import { keptOf } from './contribution-facts.ts'
import { reversedSql, voidReceiptSql } from './listing.ts'
import { availabilityOf } from './policy.ts'

const anyPosting = prepare((p: { fundId: FundId }) =>
  build.selectFrom('posting').select('id').where('fund_id', '=', p.fundId).limit(1),
)

/** Open funds by code. */
function openFunds(view: View): Fund[] {
  return listFunds(view).filter(({ id }) => !closingOf(view, id))
}

/** Open funds without any entry. */
export function emptyFunds(view: View): Fund[] {
  return openFunds(view).filter(({ id }) => !first(view, anyPosting, { fundId: id }))
}

/** Open funds that have promised, owe or preserve more than they hold. */
export function overdrawnFunds(view: View): Fund[] {
  return openFunds(view).filter((fund) => availabilityOf(view, fund).availableMinor < 0)
}

const movedBetween = prepare((p: { fundId: FundId; from: Day; to: Day }) =>
  build
    .selectFrom('balance as b')
    .innerJoin('balance_day as d', (join) =>
      join.onRef('d.account_id', '=', 'b.account_id').onRef('d.fund_id', '=', 'b.fund_id'),
    )
    .select('d.day')
    .where('b.fund_id', '=', p.fundId)
    .where('d.day', '>=', p.from)
    .where('d.day', '<=', p.to)
    .limit(1),
)

/** Open funds in which anything moved in some days. */
export function fundsMovedIn(view: View, range: { from: Day; to: Day }): Fund[] {
  return openFunds(view).filter(({ id }) => first(view, movedBetween, { fundId: id, ...range }))
}

const left = `t.amount_minor - (select coalesce(sum(d.amount_minor), 0)
  from contribution_refund as d where d.contribution_id = t.id and not ${reversedSql('d')})`
const nameless = `t.source = 'unidentified' and not exists (
  select 1 from contribution_identification as i
  where i.contribution_id = t.id and not ${reversedSql('i')})`

/** Contributions without a receipt that can have none: reversed, of unknown origin, or given back. */
const exempt = `select count(*) as "count" from contribution as t
  where t.id in (
      select c.id from entry as e join contribution as c on c.entry_id = e.reverses
      where e.reverses is not null
      union select id from contribution where source = 'unidentified'
      union select contribution_id from contribution_refund)
    and (${reversedSql('t')} or (${nameless}) or ${left} = 0)
    and not exists (
      select 1 from receipt as g where g.contribution_id = t.id and not ${voidReceiptSql('g')})`
const voided = `select count(*) as "count" from receipt as g
  where g.contribution_id in (
      select i.contribution_id from contribution_identification as i
      join entry as r on r.reverses = i.entry_id)
    and ${voidReceiptSql('g')}`

/** The same one by one: what part of an organisation has is counted so. */
const unreceipted = `select count(*) as "count" from contribution as t
  where not ${reversedSql('t')} and not (${nameless}) and ${left} > 0 and not exists (
    select 1 from receipt as g where g.contribution_id = t.id and not ${voidReceiptSql('g')})`

/**
 * How many contributions could have a receipt and have none that stands. Rows are numbered without a gap,
 * so the newest numbers count both tables; what is left to look at is what was reversed, refunded or
 * nameless, which is little.
 */
export function receiptsMissing(view: View): number {
  const within = fundsReached(view, 't.fund_id in @')
  if (within) return Number(view.first(`${unreceipted} and ${within.sql}`, within.values)?.count)
  const count = (sql: string) => Number(view.first(sql, [])?.count ?? 0)
  const contributions = count('select max(id) as "count" from contribution')
  const receipts = count('select max(id) as "count" from receipt')
  return contributions - (receipts - count(voided)) - count(exempt)
}

const promisedUpTo = prepare((p: { day: Day }) =>
  build
    .selectFrom('pledge as t')
    .innerJoin('entry as e', 'e.id', 't.entry_id')
    .leftJoin('entry as r', 'r.reverses', 't.entry_id')
    .select(['t.id', 't.fund_id', 't.amount_minor', 'e.effective_on'])
    .where('e.effective_on', '<=', p.day)
    .where('r.id', 'is', null)
    .orderBy('e.effective_on')
    .limit(1000),
)

/** Days after which a pledge that is still open is asked about: a pledge names no day of its own. */
const longOpenDays = 365

/** Pledges made a year ago or earlier of which something is still open, oldest first. */
export function longOpenPledges(view: View): { id: number; madeOn: Day }[] {
  return rows(view, promisedUpTo, { day: addDays(view.today, -longOpenDays) })
    .filter(({ fund_id }) => reachesFund(view, fund_id))
    .filter(({ id, amount_minor }) => keptOf(view, id) < amount_minor)
    .map(({ id, effective_on }) => ({ id, madeOn: effective_on }))
}
