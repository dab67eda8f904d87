/**
 * What a party is in the book follows from what happened: nobody is entered as a donor. The rows are read
 * where the rooms above wrote them; what was reversed did not happen, and funds beyond the caller's scope
 * do not count.
 */
import type { Condition } from '../book/paging.ts'
import { scopeList } from '../book/scope.ts'
import type { PartyId } from '../kit/ids.ts'
import type { SqlValue } from '../store/store.ts'
import type { Asker } from './party-scope.ts'

export const partyRoles = [
  'member',
  'donor',
  'beneficiary',
  'payee',
  'helper',
  'vendor',
  'training_provider',
] as const
export type PartyRole = (typeof partyRoles)[number]

/** Within the caller's funds: `of` is a row that names a fund. */
function inFunds({ scope }: Asker, of: string): Condition {
  if (scope === 'all') return { sql: 'true', values: [] }
  return {
    sql: `${of}.fund_id in (
      select f.id from fund as f where f.unit_id in (select value from json_each(+?)))`,
    values: [scopeList(scope)],
  }
}

const stands = (of: string) =>
  `not exists (select 1 from entry as r where r.reverses = ${of}.entry_id)`

/** Somebody whom a payout that stands names in a column, beside what else is asked of it. */
function ofPayouts(asker: Asker, column: string, also: string): Condition {
  const { sql, values } = inFunds(asker, 'y')
  return {
    sql: `exists (select 1 from payout as y
      where y.${column} = t.id and ${also} and ${stands('y')} and ${sql})`,
    values,
  }
}

function donor(asker: Asker): Condition {
  const { sql, values } = inFunds(asker, 'c')
  return {
    sql: `(exists (select 1 from contribution as c
        where c.party_id = t.id and ${stands('c')} and ${sql})
      or exists (select 1 from contribution_identification as i
        join contribution as c on c.id = i.contribution_id
        where i.party_id = t.id and ${stands('i')} and ${stands('c')} and ${sql}))`,
    values: [...values, ...values],
  }
}

function member({ scope, today }: Asker): Condition {
  const within = scope === 'all' ? '' : 'and m.unit_id in (select value from json_each(+?))'
  const units: SqlValue[] = scope === 'all' ? [] : [scopeList(scope)]
  return {
    sql: `exists (select 1
      from membership as m left join membership_end as e on e.membership_id = m.id
      where m.party_id = t.id and m.from_on <= +?
        and coalesce(e.to_on, m.until_on, '9999-12-31') >= +? ${within})`,
    values: [today, today, ...units],
  }
}

function helper({ today }: Asker): Condition {
  return {
    sql: `exists (select 1 from tie as h left join tie_end as e on e.tie_id = h.id
      where h.a_id = t.id and h.kind = 'paired_helper' and coalesce(h.from_on, '') <= +?
        and (e.id is null or coalesce(e.to_on, '') >= +?))`,
    values: [today, today],
  }
}

/** True of a row `t` of `party` that plays a role today. */
export function playsRole(asker: Asker, role: PartyRole): Condition {
  switch (role) {
    case 'member':
      return member(asker)
    case 'donor':
      return donor(asker)
    case 'beneficiary':
      return ofPayouts(asker, 'beneficiary_id', 'true')
    case 'payee':
      // On behalf of somebody else: whoever is paid for themselves is helped.
      return ofPayouts(asker, 'payee_id', 'y.payee_id <> y.beneficiary_id')
    case 'helper':
      return helper(asker)
    case 'vendor':
    case 'training_provider':
      return { sql: 't.kind = +?', values: [role] }
  }
}

/** The roles that a party plays today, as far as the caller reaches. */
export function rolesOf(asker: Asker, party: PartyId): PartyRole[] {
  const conditions = partyRoles.map((role) => playsRole(asker, role))
  const columns = conditions.map(({ sql }, at) => `${sql} as "${partyRoles[at]}"`).join(', ')
  const values = conditions.flatMap((condition) => condition.values)
  const found = asker.first(`select ${columns} from party as t where t.id = +?`, [...values, party])
  return partyRoles.filter((role) => found?.[role] === 1)
}
