/** Where texts about a person lie in the rooms of hardship, and the bytes that were sealed for their cases. */
import type { Act } from '../book/registry.ts'
import type { PartyId } from '../kit/ids.ts'

const who = '(select value from json_each(+?))'

const theirCases = `select id from hardship_case where beneficiary_id in ${who}`

/**
 * Files of their households in which nobody else is left and nobody else was helped. A file of others that still names
 * them is told to whoever confirms.
 */
const theirFiles = `select f.id from hardship_file as f
  where f.household_id in (select household_id from household_member where party_id in ${who})
    and not exists (select 1 from hardship_case as c where c.file_id = f.id
      and c.beneficiary_id not in ${who})
    and not exists (select 1 from household_member as m
      left join household_member_end as e on e.member_id = m.id
      where m.household_id = f.household_id and e.id is null and m.party_id not in ${who}
        and not exists (select 1 from erasure as x where x.party_id = m.party_id))`

/** Ballots on nothing but their cases. */
const theirBallots = `select b.ballot_id from ballot_case as b where b.case_id in (${theirCases})
  and not exists (select 1 from ballot_case as o where o.ballot_id = b.ballot_id
    and o.case_id not in (${theirCases}))`

const theirAwards = `select id from award where case_id in (${theirCases})`
const theirPayouts = `select id from payout where beneficiary_id in ${who}`

const columnOf = (column: string, table: string, where: string): string =>
  `select ${column} as id from ${table} where ${where}`
const ofCases = (column: string, table: string): string =>
  columnOf(column, table, `case_id in (${theirCases})`)

/** Each answers numbers of details as `id`. What others said of themselves beside their case is not theirs. */
export const hardshipTexts: readonly string[] = [
  ofCases('cause_detail_id', 'case_version'),
  ofCases('facts_detail_id', 'case_version'),
  ofCases('reason_detail_id', 'case_act'),
  ofCases('reason_detail_id', 'case_check'),
  ofCases('findings_detail_id', 'home_visit'),
  ofCases('name_detail_id', 'case_document'),
  columnOf('facts_detail_id', 'hardship_file_version', `file_id in (${theirFiles})`),
  columnOf('reason_detail_id', 'hardship_file_version', `file_id in (${theirFiles})`),
  ofCases('reason_detail_id', 'sitting_recusal'),
  columnOf('conditions_detail_id', 'ballot', `id in (${theirBallots})`),
  columnOf('reason_detail_id', 'ballot', `id in (${theirBallots})`),
  ofCases('text_detail_id', 'objection'),
  columnOf(
    'reason_detail_id',
    'objection_end',
    `objection_id in (select id from objection where case_id in (${theirCases}))`,
  ),
  ofCases('reason_detail_id', 'cap_override_request'),
  columnOf(
    'reason_detail_id',
    'cap_override',
    `request_id in (select id from cap_override_request where case_id in (${theirCases}))`,
  ),
  ofCases('snapshot_detail_id', 'award'),
  columnOf('reason_detail_id', 'award_ratification', `award_id in (${theirAwards})`),
  columnOf('reason_detail_id', 'award_end', `award_id in (${theirAwards})`),
  columnOf(
    'reason_detail_id',
    'batch_line_removal',
    `line_id in (select l.id from batch_line as l join instalment as i on i.id = l.instalment_id
      where i.award_id in (${theirAwards}))`,
  ),
  columnOf('note_detail_id', 'delivery_confirmation', `payout_id in (${theirPayouts})`),
  columnOf(
    'note_detail_id',
    'call_back_answer',
    `call_back_id in (select id from call_back where payout_id in (${theirPayouts}))`,
  ),
  ofCases('findings_detail_id', 'revisit'),
  ofCases('from_detail_id', 'grievance'),
  ofCases('text_detail_id', 'grievance'),
  columnOf(
    'reason_detail_id',
    'grievance_end',
    `grievance_id in (select id from grievance where case_id in (${theirCases}))`,
  ),
  ofCases('reason_detail_id', 'clawback'),
]

/** What lies sealed beside the rows that tell of it: parts of documents, and what was written and never sent. */
const sealedRows: readonly (readonly [table: string, key: string, where: string])[] = [
  [
    'case_document_part',
    'id',
    `document_id in (select id from case_document where case_id in (${theirCases}))`,
  ],
  [
    'application_draft_part',
    'id',
    `code_id in (select id from application_code where party_id in ${who})`,
  ],
  [
    'application_draft',
    'code_id',
    `code_id in (select id from application_code where party_id in ${who})`,
  ],
]

/** Writes over the bytes that were sealed for some people's cases, then removes them. */
export function eraseSealedBytes(act: Act, parties: readonly PartyId[]): void {
  const list = JSON.stringify(parties)
  for (const [table, key, where] of sealedRows) {
    for (const { row } of act.all(`select ${key} as "row" from ${table} where ${where}`, [list])) {
      act.run(
        `update ${table} set nonce = zeroblob(12), ciphertext = zeroblob(length(ciphertext))
          where ${key} = ?`,
        [row as number],
      )
      act.run(`delete from ${table} where ${key} = ?`, [row as number])
    }
  }
}
