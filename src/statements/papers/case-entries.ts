/** The entries of the journal that a case led to, each with its serial in the fund of the case. */
import { entryKindIn } from '../../../templates/messages/audit-words.ts'
import { messages } from '../../../templates/messages/messages.ts'
import type { View } from '../../book/registry.ts'
import type { HardshipCase } from '../../hardship/cases/rows.ts'
import type { EntryId } from '../../kit/ids.ts'
import { entryById, postingsOf } from '../../ledger/entries.ts'
import type { StatementLanguage } from '../statement.ts'
import type { CaseFile } from './case-file.ts'

const ofAward = 'join award as a on a.id = i.award_id where a.case_id = +?'
const ofLine = `join batch_line as l on l.id = r.line_id
  join instalment as i on i.id = l.instalment_id ${ofAward}`

/**
 * Every row of a case that has an entry of its own, a question for each table: workerd takes few terms in one.
 * Entries of whole batches are the batch's.
 */
const entriesOf: readonly string[] = [
  'select entry_id as "entry" from award_reservation where case_id = +?',
  `select u.entry_id as "entry" from award_reservation_use as u
    join award_reservation as r on r.id = u.reservation_id where r.case_id = +?`,
  `select i.entry_id as "entry" from instalment as i ${ofAward}`,
  `select n.entry_id as "entry" from instalment_end as n
    join instalment as i on i.id = n.instalment_id ${ofAward}`,
  `select coalesce((select p.entry_id from payout as p where p.id = r.payout_id), r.entry_id) as "entry"
    from batch_line_result as r ${ofLine}`,
  `select r.entry_id as "entry" from batch_line_bounce as r ${ofLine}`,
  'select entry_id as "entry" from clawback where case_id = +?',
  `select r.entry_id as "entry" from clawback_receipt as r
    join clawback as c on c.id = r.clawback_id where c.case_id = +?`,
]

/** The entries of a case in the order in which they were recorded. */
export function caseEntries(
  view: View,
  theCase: HardshipCase,
  language: StatementLanguage,
): CaseFile['entries'] {
  const found = entriesOf
    .flatMap((sql) => view.all(sql, [theCase.id]))
    .flatMap(({ entry }) => (entry === null ? [] : [entry as EntryId]))
  return [...new Set(found)]
    .toSorted((one, other) => one - other)
    .map((id) => {
      const entry = entryById(view, id)
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
