/**
 * What stands in the way of erasing somebody: money that is still to be paid to them or promised by them, a month
 * that is being looked at again, a user who signs in; a case that is not decided or not paid, a complaint about one, money
 * claimed back; a pair that goes on, a need or a helper that stands in the registers, a post that is held. The rows are
 * read where the other rooms wrote them.
 */

import type { PartyId } from '../kit/ids.ts'
import { notOver } from '../pairing/pairs/counted.ts'
import type { Reader } from '../store/store.ts'

export const holdKinds = [
  'payment_request',
  'owed',
  'pledge',
  'period',
  'user',
  'case',
  'award',
  'grievance',
  'clawback',
  'pair',
  'need',
  'helper',
  'post',
] as const
export type HoldKind = (typeof holdKinds)[number]

export interface Hold {
  readonly kind: HoldKind
  /** What it is: the number of a request, a pledge, a user, a case, a pair and so on, the code of a fund, a month. */
  readonly of: string
}

const who = '(select value from json_each(+?))'
const stands = (entry: string) =>
  `not exists (select 1 from entry as r where r.reverses = ${entry})`

const requestsSql = `select q.id as "of" from payment_request as q
  where (q.payee_id in ${who} or q.beneficiary_id in ${who})
    and not exists (select 1 from payment_request_end as e where e.request_id = q.id)
    and not exists (select 1 from request_payment as p join payout as o on o.id = p.payout_id
      where p.request_id = q.id and ${stands('o.entry_id')})
  order by q.id`
const pledgesSql = `select p.id as "of" from pledge as p
  where p.party_id in ${who} and ${stands('p.entry_id')} and p.amount_minor > (
    select coalesce(sum(c.amount_minor), 0) from contribution as c
    where c.pledge_id = p.id and ${stands('c.entry_id')})
  order by p.id`
const owedSql = `select p.party_id as "party", f.code as "of" from posting as p join fund as f on f.id = p.fund_id
  join account as d on d.id = p.debit_account_id join account as c on c.id = p.credit_account_id
  where p.party_id in ${who} and (d.holding = 'payable' or c.holding = 'payable')
  group by p.party_id, f.code having sum(p.amount_minor * ((coalesce(c.holding, '') = 'payable')
    - (coalesce(d.holding, '') = 'payable'))) > 0
  order by p.party_id, f.code`
const periodsSql = `select distinct m.month as "of" from period as m
  join entry as e on substr(e.effective_on, 1, 7) = m.month
  where m.state = 'reopening_requested' and e.id in (
    select entry_id from contribution where party_id in ${who}
    union all select entry_id from payout where payee_id in ${who} or beneficiary_id in ${who})
  order by m.month`
const usersSql = `select u.id as "of" from user as u
  join user_person as p on p.id = (select max(l.id) from user_person as l where l.user_id = u.id)
  where p.party_id in ${who} and not exists (select 1 from user_end as e where e.user_id = u.id)
  order by u.id`

/** Cases of theirs that are in some state: who is helped, who asked. */
const casesSql = (states: string) => `select c.id as "of" from hardship_case as c
  join case_state as s on s.case_id = c.id
  where s.state in (${states}) and (c.beneficiary_id in ${who} or c.applicant_id in ${who})
  order by c.id`
const grievancesSql = `select g.id as "of" from grievance as g join hardship_case as c on c.id = g.case_id
  where c.beneficiary_id in ${who}
    and not exists (select 1 from grievance_end as e where e.grievance_id = g.id)
  order by g.id`
const clawbacksSql = `select distinct w.case_id as "of" from clawback as w
  join hardship_case as c on c.id = w.case_id join payout as o on o.id = w.payout_id
  where (c.beneficiary_id in ${who} or o.payee_id in ${who}) and ${stands('w.entry_id')}
    and w.amount_minor > (select coalesce(sum(r.amount_minor), 0) from clawback_receipt as r
      where r.clawback_id = w.id and ${stands('r.entry_id')})
  order by w.case_id`

/** Pairs of theirs that somebody has to bring to an end first, or to hand over. */
const pairsSql = `select s.pair_id as "of" from pair_state as s
  join need as n on n.id = s.need_id join helper as h on h.id = s.helper_id
  where (n.party_id in ${who} or h.party_id in ${who})
    and s.state in ${notOver}
  order by s.pair_id`
const standing = (table: string, over: string) => `select t.id as "of" from ${table} as t
  join ${table}_version as n on n.id = (
    select max(l.id) from ${table}_version as l where l.${table}_id = t.id)
  where t.party_id in ${who} and n.standing not in (${over}) order by t.id`
const postsSql = `select p.code as "of" from post_holding as h join service_post as p on p.id = h.post_id
  where h.party_id in ${who}
    and not exists (select 1 from post_holding_end as e where e.holding_id = h.id)
  order by p.code`

const asked: readonly (readonly [HoldKind, string])[] = [
  ['payment_request', requestsSql],
  ['pledge', pledgesSql],
  ['period', periodsSql],
  ['user', usersSql],
  ['case', casesSql("'open', 'asked', 'suspended'")],
  ['award', casesSql("'awarded'")],
  ['grievance', grievancesSql],
  ['clawback', clawbacksSql],
  ['pair', pairsSql],
  ['need', standing('need', "'met', 'withdrawn'")],
  ['helper', standing('helper', "'ended'")],
  ['post', postsSql],
]

/**
 * In which funds money is owed to some parties. No index leads from a party to postings, so it looks through all of
 * them, some 60 ms in a book of a million; for many parties at once just as once.
 */
export function owedAmong(
  reader: Reader,
  parties: readonly PartyId[],
): ReadonlyMap<PartyId, readonly string[]> {
  const found = new Map<PartyId, string[]>()
  for (const row of reader.all(owedSql, [JSON.stringify(parties)])) {
    const party = row.party as PartyId
    found.set(party, [...(found.get(party) ?? []), String(row.of)])
  }
  return found
}

/**
 * What stands in the way of erasing a person, who may stand in the book under several references. `owed` is what
 * `owedAmong` found, where several are asked about together.
 */
export function holdsOf(
  reader: Reader,
  parties: readonly PartyId[],
  owed: ReadonlyMap<PartyId, readonly string[]> = owedAmong(reader, parties),
): Hold[] {
  const list = JSON.stringify(parties)
  const held = asked.flatMap(([kind, sql]) => {
    const values = Array.from({ length: sql.split(who).length - 1 }, () => list)
    return reader.all(sql, values).map(({ of }) => ({ kind, of: String(of) }))
  })
  const funds = new Set(parties.flatMap((party) => owed.get(party) ?? []))
  return [...held, ...[...funds].map((of) => ({ kind: 'owed' as const, of }))]
}
