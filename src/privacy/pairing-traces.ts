/**
 * Where texts about a person lie in the rooms of pairing. What was found or given at a visit is of whom it was made to;
 * what was said about a pair, or about what came of a visit, may be of either side.
 */

const who = '(select value from json_each(+?))'

const columnOf = (column: string, table: string, where: string): string =>
  `select ${column} as id from ${table} where ${where}`

const theirHelpers = `select id from helper where party_id in ${who}`
const theirNeeds = `select id from need where party_id in ${who}`
const ofThem = `party_id in ${who}`
/** Of either side: who helps, who is helped. */
const theirPairs = `select id from pair where helper_id in (${theirHelpers})
  or need_id in (${theirNeeds})`
const theirAgreements = `select id from agreement where helper_id in (${theirHelpers}) or ${ofThem}`
const theirCommitments = `select id from agreement_commitment
  where agreement_id in (${theirAgreements})`
const theirStatements = `select id from variance_statement where agreement_id in (${theirAgreements})`
const visitsToThem = `select id from visit where ${ofThem}`
const visitsWithThem = `select id from visit where ${ofThem} or helper_id in (${theirHelpers})`

/** Each answers numbers of details as `id`. */
export const pairingTexts: readonly string[] = [
  columnOf('traits_detail_id', 'helper_version', `helper_id in (${theirHelpers})`),
  columnOf('note_detail_id', 'helper_version', `helper_id in (${theirHelpers})`),
  columnOf('traits_detail_id', 'need_version', `need_id in (${theirNeeds})`),
  columnOf('note_detail_id', 'need_version', `need_id in (${theirNeeds})`),
  columnOf(
    'note_detail_id',
    'match_rejection',
    `need_id in (${theirNeeds}) or helper_id in (${theirHelpers})`,
  ),
  columnOf('note_detail_id', 'pair_act', `pair_id in (${theirPairs})`),
  columnOf('text_detail_id', 'agreement_version', `agreement_id in (${theirAgreements})`),
  columnOf('text_detail_id', 'agreement_commitment', `agreement_id in (${theirAgreements})`),
  columnOf(
    'reason_detail_id',
    'agreement_commitment_end',
    `commitment_id in (${theirCommitments})`,
  ),
  columnOf('text_detail_id', 'agreement_evidence', `commitment_id in (${theirCommitments})`),
  columnOf(
    'reason_detail_id',
    'agreement_evidence_end',
    `evidence_id in (select id from agreement_evidence
      where commitment_id in (${theirCommitments}))`,
  ),
  columnOf('signer_detail_id', 'agreement_act', `agreement_id in (${theirAgreements})`),
  columnOf('note_detail_id', 'agreement_act', `agreement_id in (${theirAgreements})`),
  columnOf('signer_detail_id', 'variance_signature', `statement_id in (${theirStatements})`),
  columnOf('note_detail_id', 'variance_signature', `statement_id in (${theirStatements})`),
  columnOf('found_detail_id', 'visit', ofThem),
  columnOf('reason_detail_id', 'visit_end', `visit_id in (${visitsWithThem})`),
  columnOf('text_detail_id', 'visit_wish', `visit_id in (${visitsToThem})`),
  columnOf('text_detail_id', 'visit_help', `visit_id in (${visitsToThem})`),
  columnOf('note_detail_id', 'visit_confirmation', `visit_id in (${visitsWithThem})`),
  columnOf('text_detail_id', 'follow_up', ofThem),
  columnOf(
    'note_detail_id',
    'follow_up_end',
    `follow_up_id in (select id from follow_up where ${ofThem})`,
  ),
  columnOf('note_detail_id', 'care_event', ofThem),
  columnOf(
    'reason_detail_id',
    'care_event_end',
    `care_event_id in (select id from care_event where ${ofThem})`,
  ),
  columnOf('text_detail_id', 'service_pledge', ofThem),
  columnOf(
    'text_detail_id',
    'service_pledge_end',
    `pledge_id in (select id from service_pledge where ${ofThem})`,
  ),
  columnOf(
    'text_detail_id',
    'post_holding_end',
    `holding_id in (select id from post_holding where ${ofThem})`,
  ),
  columnOf('text_detail_id', 'service_time', ofThem),
  columnOf(
    'note_detail_id',
    'service_time_check',
    `time_id in (select id from service_time where ${ofThem})`,
  ),
]
