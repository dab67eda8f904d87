/** How many persons approve for a unit: a majority of them decides where the policy wants all officers. */
import type { UnitId, UserId } from '../../kit/ids.ts'
import { personOfUser } from '../../people/interests.ts'
import type { Reader } from '../../store/store.ts'

const approvers = `with recursive line(id) as (
    select +? where +? is not null
    union
    select v.parent_id from unit_version as v join line on v.unit_id = line.id
    where v.parent_id is not null
      and v.id = (select max(w.id) from unit_version as w where w.unit_id = v.unit_id))
  select distinct g.user_id as "user" from role_grant as g
  left join role_grant_end as e on e.grant_id = g.id
  left join user_end as u on u.user_id = g.user_id
  where g.role = 'approver' and e.id is null and u.id is null
    and (g.unit_id is null or g.unit_id in (select id from line))`

/** Persons whose grants as approvers reach a unit; two users of one person are one. */
export function officersOf(reader: Reader, unit: UnitId | null): number {
  const found = reader.all(approvers, [unit, unit])
  const persons = found.map(({ user }) => {
    const person = personOfUser(reader, user as UserId)
    return person === null ? `user/${user}` : `person/${person}`
  })
  return new Set(persons).size
}
