/** The entries of the journal that a case led to, each with its serial in the fund of the case. */
import { entryKindIn } from '../../../templates/messages/audit-words.ts'
import { messages } from '../../../templates/messages/messages.ts'
import type { View } from '../../book/registry.ts'
import type { HardshipCase } from '../../hardship/cases/rows.ts'
import type { EntryId } from '../../kit/ids.ts'
import { entryById, postingsOf } from '../../ledger/entries.ts'
import type { StatementLanguage } from '../statement.ts'
import type { CaseFile } from './case-file.ts'

/** Every row of a case that has an entry of its own. Entries of whole batches are the batch's. */
const entriesOf = `
  with asked(id) as (select +?)
  select r.entry_id as "entry" from award_reservation as r where r.case_id = (select id from asked)
  union select u.entry_id from award_reservation_use as u
    join award_reservation as r on r.id = u.reservation_id where r.case_id = (select id from asked)
  union select i.entry_id from instalment as i join award as a on a.id = i.award_id
    where a.case_id = (select id from asked)
  union select n.entry_id from instalment_end as n join instalment as i on i.id = n.instalment_id
    join award as a on a.id = i.award_id where a.case_id = (select id from asked)
  union select coalesce(p.entry_id, r.entry_id) from batch_line_result as r
    join batch_line as l on l.id = r.line_id join instalment as i on i.id = l.instalment_id
    join award as a on a.id = i.award_id left join payout as p on p.id = r.payout_id
    where a.case_id = (select id from asked)
  union select b.entry_id from batch_line_bounce as b join batch_line as l on l.id = b.line_id
    join instalment as i on i.id = l.instalment_id join award as a on a.id = i.award_id
    where a.case_id = (select id from asked)
  union select c.entry_id from clawback as c where c.case_id = (select id from asked)
  union select r.entry_id from clawback_receipt as r join clawback as c on c.id = r.clawback_id
    where c.case_id = (select id from asked)
  order by 1`

/** The entries of a case in the order in which they were recorded. */
export function caseEntries(
  view: View,
  theCase: HardshipCase,
  language: StatementLanguage,
): CaseFile['entries'] {
  return view
    .all(entriesOf, [theCase.id])
    .filter(({ entry }) => entry !== null)
    .map(({ entry: id }) => {
      const entry = entryById(view, id as EntryId)
      const postings = postingsOf(view, entry).filter(({ fund_id }) => fund_id === theCase.fund_id)
      return {
        serial: postings[0]?.fund_serial ?? 0,
        entry: entry.id,
        on: entry.effective_on,
        kind: entryKindIn(messages[language], entry.kind),
        amount_minor: postings.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
      }
    })
}
