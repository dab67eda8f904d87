/** Where texts about a person lie, and what else names them. The rows are read where the other rooms wrote them. */
import type { PartyId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { hardshipTexts } from './hardship-traces.ts'
import { pairingTexts } from './pairing-traces.ts'

const who = '(select value from json_each(+?))'

/** Entries that are about them. Each is asked by itself: a Durable Object takes five parts of one union at most. */
const theirEntries: readonly string[] = [
  `select entry_id as id from contribution where party_id in ${who}`,
  `select i.entry_id as id from contribution_identification as i where i.party_id in ${who}`,
  `select c.entry_id as id from contribution as c
    join contribution_identification as i on i.contribution_id = c.id where i.party_id in ${who}`,
  `select r.entry_id as id from contribution_refund as r
    join contribution as c on c.id = r.contribution_id where c.party_id in ${who}`,
  `select entry_id as id from pledge where party_id in ${who}`,
  `select entry_id as id from payout where payee_id in ${who} or beneficiary_id in ${who}`,
  `select r.entry_id as id from payout_return as r join payout as o on o.id = r.payout_id
    where o.payee_id in ${who} or o.beneficiary_id in ${who}`,
  `select distinct entry_id as id from posting where party_id in ${who}`,
]

/** What was noted beside entries, and beside those that reverse them. */
const notes = `select e.note_detail_id as id from entry as e
  where e.id in (select value from json_each(+?)) or e.reverses in (select value from json_each(+?))`

/** Users who are one of them. */
const theirUsers = `select u.id from user as u
  join user_person as p on p.id = (select max(l.id) from user_person as l where l.user_id = u.id)
  where p.party_id in ${who}`

const theirRequests = `select id from payment_request
  where payee_id in ${who} or beneficiary_id in ${who}`

/** Each answers numbers of details as `id`. */
const texts: readonly string[] = [
  `select name_detail_id as id from party where id in ${who}`,
  `select number_detail_id as id from party_number where party_id in ${who}`,
  `select note_detail_id as id from party_status where party_id in ${who}`,
  `select reason_detail_id as id from membership where party_id in ${who}`,
  `select e.reason_detail_id as id from membership_end as e
    join membership as m on m.id = e.membership_id where m.party_id in ${who}`,
  `select reason_detail_id as id from tie where a_id in ${who} or b_id in ${who}`,
  `select e.reason_detail_id as id from tie_end as e join tie as t on t.id = e.tie_id
    where t.a_id in ${who} or t.b_id in ${who}`,
  `select reason_detail_id as id from party_merge where kept_id in ${who} or merged_id in ${who}`,
  `select u.reason_detail_id as id from party_unmerge as u join party_merge as m on m.id = u.merge_id
    where m.kept_id in ${who} or m.merged_id in ${who}`,
  `select reason_detail_id as id from party_distinct where party_id in ${who} or other_id in ${who}`,
  `select earmark_detail_id as id from contribution where party_id in ${who}`,
  `select c.earmark_detail_id as id from contribution as c
    join contribution_identification as i on i.contribution_id = c.id where i.party_id in ${who}`,
  `select note_detail_id as id from payment_request where id in (${theirRequests})`,
  `select reason_detail_id as id from payment_request where id in (${theirRequests})`,
  `select reason_detail_id as id from payment_request_end where request_id in (${theirRequests})`,
  `select note_detail_id as id from interest where party_id in ${who}`,
  `select evidence_detail_id as id from consent where party_id in ${who}`,
  `select e.evidence_detail_id as id from consent_end as e join consent as c on c.id = e.consent_id
    where c.party_id in ${who}`,
  `select reason_detail_id as id from unsealing where party_id in ${who}`,
  `select login_detail_id as id from user where id in (${theirUsers})`,
  `select name_detail_id as id from user where id in (${theirUsers})`,
  `select hash_detail_id as id from user_password where user_id in (${theirUsers})`,
  `select secret_detail_id as id from second_factor where user_id in (${theirUsers})`,
  `select subject_detail_id as id from identity where user_id in (${theirUsers})`,
  `select label_detail_id as id from passkey where user_id in (${theirUsers})`,
]

function valuesFor(sql: string, list: string): string[] {
  return Array.from({ length: sql.split(who).length - 1 }, () => list)
}

/** The numbers that some questions about them answer, each once. */
function numbersOf(
  reader: Reader,
  questions: readonly string[],
  parties: readonly PartyId[],
): Set<number> {
  const list = JSON.stringify(parties)
  const found = new Set<number>()
  for (const sql of questions) {
    for (const { id } of reader.all(sql, valuesFor(sql, list))) {
      if (id !== null) found.add(id as number)
    }
  }
  return found
}

/** The details that hold texts about a person: their names, and what was written beside what happened to them. */
export function textsAbout(reader: Reader, parties: readonly PartyId[]): Set<number> {
  const entries = JSON.stringify([...numbersOf(reader, theirEntries, parties)])
  const found = numbersOf(reader, [...texts, ...hardshipTexts, ...pairingTexts], parties)
  for (const { id } of reader.all(notes, [entries, entries])) {
    if (id !== null) found.add(id as number)
  }
  return found
}

/** Shorter texts stand in half of all others by chance. */
const shortestSought = 2

const ofTasks = `select b.detail_id as id from detail_body as b join detail as d on d.id = b.detail_id
  where d.kind in ('task_asked', 'task_result') and instr(b.body, +?) > 0`
const elsewhere = `select distinct d.event_seq as id
  from detail_body as b join detail as d on d.id = b.detail_id
  where d.kind not in ('statement', 'party_name', 'user_name') and instr(b.body, +?) > 0
  order by d.event_seq limit 20`

/** The details of background work in which one of some texts stands: a file with them was read. */
export function tasksNaming(reader: Reader, sought: readonly string[]): number[] {
  return seek(reader, ofTasks, sought)
}

/** The first events beside whose acts one of some texts is written still: about somebody else, and naming them. */
export function eventsNaming(reader: Reader, sought: readonly string[]): number[] {
  return seek(reader, elsewhere, sought)
    .sort((a, b) => a - b)
    .slice(0, 20)
}

function seek(reader: Reader, sql: string, sought: readonly string[]): number[] {
  const found = new Set<number>()
  for (const text of new Set(sought)) {
    if ([...text].length < shortestSought) continue
    // As it stands within JSON too, where a quotation mark is written otherwise.
    for (const form of new Set([text, JSON.stringify(text).slice(1, -1)])) {
      for (const { id } of reader.all(sql, [form])) found.add(id as number)
    }
  }
  return [...found]
}

const acts = `select d.event_seq as seq from detail as d
    where d.id in (select value from json_each(+?))
  union select f.event_seq from sealed_field as f where f.party_id in ${who}`

/** The events whose requests carried such texts, or what lies sealed. */
export function actsThatCarried(
  reader: Reader,
  details: readonly number[],
  parties: readonly PartyId[],
): number[] {
  return reader
    .all(acts, [JSON.stringify(details), JSON.stringify(parties)])
    .map(({ seq }) => seq as number)
}
