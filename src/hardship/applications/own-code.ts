/**
 * Who made the code of an application. Codes are handed over by whoever makes them, so what was sent with one may be
 * theirs: they do not decide on it (design invariant 7).
 */
import type { Act, View } from '../../book/registry.ts'
import type { CaseId } from '../../kit/ids.ts'
import { isSamePerson } from '../../people/interests.ts'
import { caseOwnHand } from '../cases/refusals.ts'
import { caseRef, type HardshipCase } from '../cases/rows.ts'

const makers = `select u.case_id as "case_id", c.actor as "actor", c.event_seq as "since"
  from application_code_use as u join application_code as c on c.id = u.code_id
  where u.case_id in (select value from json_each(+?)) order by u.case_id`

/** Refuses `case.own_hand` for whoever made the code with which one of some cases was applied for. */
export function requireAnotherCode(asker: View | Act, cases: readonly HardshipCase[]): void {
  const found = asker.all(makers, [JSON.stringify(cases.map(({ id }) => id))])
  const own = found.find(({ actor, since }) =>
    isSamePerson(asker, String(actor), asker.caller.actor, Number(since) as never),
  )
  if (own) throw caseOwnHand({ case: caseRef(Number(own.case_id) as CaseId) })
}
