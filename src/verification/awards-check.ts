/**
 * Awards, what of them is payable, and the ledger (handbook G6, rules 2, 3 and 10): two accounts of one thing. Every
 * award came after its notices, clean; what is owed is what of awards is not paid; a closed batch has emptied its
 * clearing.
 */
import { stateInSql } from '../hardship/awards/instalments.ts'
import { caseById, caseRef, workflowOf } from '../hardship/cases/rows.ts'
import type { CaseId } from '../kit/ids.ts'
import type { Reader } from '../store/store.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

/** Checks awards against their instalments, their notices, batches and the ledger. */
export function checkAwards(reader: Reader): Check {
  const check = collector('awards')
  let count = 0
  check.attempt(() => {
    count = Number(reader.first('select count(*) as "count" from award', [])?.count ?? 0)
  })
  const parts = [
    checkInstalments,
    checkEntries,
    checkPayables,
    checkNotices,
    checkBatches,
    checkClearing,
  ]
  for (const part of parts) check.attempt(() => part(reader, check))
  return check.done(
    `${counts(count, 'award')}: after clean notices; what is owed is what of them is not paid; closed batches are cleared`,
  )
}

const instalmentsSql = `select a.id, a.event_seq, a.amount_minor, a.instalments, a.case_id,
    count(i.id) as "made", coalesce(sum(i.amount_minor), 0) as "sum",
    coalesce(max(i.number), 0) as "highest", v.amount_minor as "proposed", v.case_id as "of_case"
  from award as a left join instalment as i on i.award_id = a.id
  left join case_version as v on v.id = a.version_id
  group by a.id`

/** The sums of instalments, and what was proposed for the same case. */
function checkInstalments(reader: Reader, check: Collector): void {
  for (const row of reader.each(instalmentsSql, [])) {
    const where = { table: 'award', row: String(row.id), event: Number(row.event_seq) }
    const [amount, made] = [Number(row.amount_minor), Number(row.made)]
    if (made > Number(row.instalments) || Number(row.highest) !== made) {
      const sentence = `it has ${made} instalments up to number ${row.highest}; awarded were ${row.instalments}.`
      check.found('award.instalments', sentence, where)
    }
    if (Number(row.sum) !== amount * made) {
      const sentence = `its instalments come to ${row.sum} minor units; ${made} of ${amount} come to ${amount * made}.`
      check.found('award.sum', sentence, where)
    }
    if (row.of_case !== row.case_id || Number(row.proposed) !== amount) {
      const sentence = `it awards ${amount} minor units; proposed for its case were ${row.proposed ?? 'none'}.`
      check.found('award.version', sentence, where)
    }
  }
}

const entriesSql = `select i.id, i.event_seq, i.entry_id, i.amount_minor, i.fund_id, a.case_id,
    e.subject, e.kind, p.amount_minor as "posted", p.fund_id as "posted_fund"
  from instalment as i join award as a on a.id = i.award_id
  left join entry as e on e.id = i.entry_id left join posting as p on p.id = e.first_posting_id
  where e.id is null or e.subject <> 'case/' || a.case_id or e.kind not like 'award.approved%'
    or p.amount_minor <> i.amount_minor or p.fund_id <> i.fund_id`

/** The entry by which an instalment became payable. */
function checkEntries(reader: Reader, check: Collector): void {
  for (const row of reader.each(entriesSql, [])) {
    const sentence = `entry ${row.entry_id} is ${row.kind} of ${row.posted} on ${row.subject}; this is ${row.amount_minor} of case/${row.case_id}.`
    const where = { table: 'instalment', row: String(row.id), event: Number(row.event_seq) }
    check.found('instalment.entry', sentence, where)
  }
}

/** Payment requests owe to payees too; they are not awards. */
const ofRequests = `('payment.approved', 'payout.of_request')`

const owedSql = `with owed (fund_id, amount) as (
    select i.fund_id, sum(i.amount_minor) from instalment as i
    where ${stateInSql} in ('payable', 'in_batch', 'returned') group by i.fund_id),
  debt (id) as (select id from account where role in ('grants_payable', 'returned_payments')),
  posted (fund_id, amount) as (
    select p.fund_id, sum(case when p.credit_account_id in (select id from debt) then p.amount_minor
      else 0 end - case when p.debit_account_id in (select id from debt) then p.amount_minor else 0 end)
    from posting as p join entry as e on e.id = p.entry_id left join entry as r on r.id = e.reverses
    where (p.credit_account_id in (select id from debt) or p.debit_account_id in (select id from debt))
      and e.kind not in ${ofRequests} and coalesce(r.kind, '') not in ${ofRequests}
    group by p.fund_id)
  select f.code, coalesce(o.amount, 0) as "owed", coalesce(p.amount, 0) as "posted"
  from fund as f left join owed as o on o.fund_id = f.id left join posted as p on p.fund_id = f.id
  where coalesce(o.amount, 0) <> coalesce(p.amount, 0)`

/** [3] Payables are what of awards is approved and not paid. */
function checkPayables(reader: Reader, check: Collector): void {
  for (const { code, owed, posted } of reader.each(owedSql, [])) {
    const sentence = `fund ${code} owes ${posted} minor units to payees of awards; its unpaid instalments come to ${owed}.`
    check.found('award.payable', sentence, { table: 'fund', row: String(code) })
  }
}

const awardsSql = `select id, case_id, event_seq from award where emergency = 0`

/** A notice of a level that ran to its end before an event. */
const ranSql = `select 1 as "one" from notice_case as c join notice as n on n.id = c.notice_id
  join notice_end as e on e.notice_id = n.id
  where c.case_id = +? and n.level = +? and e.outcome = 'ran' and e.event_seq <= +?`
/** Notices that were up, and objections that nobody had decided, at an event. */
const uncleanSql = `select 'notice' as "what", n.id from notice_case as c join notice as n on n.id = c.notice_id
    left join notice_end as e on e.notice_id = n.id and e.event_seq <= +?
    where c.case_id = +? and n.event_seq <= +? and e.id is null
  union all select 'objection', o.id from notice_case as c join objection as o on o.notice_id = c.notice_id
    left join objection_end as e on e.objection_id = o.id and e.event_seq <= +?
    where c.case_id = +? and (o.case_id = c.case_id or o.case_id is null)
      and o.event_seq <= +? and e.id is null`

/** [10] Every award came after its notices had run, with nothing open against it. */
function checkNotices(reader: Reader, check: Collector): void {
  for (const { id, case_id, event_seq } of reader.all(awardsSql, [])) {
    const theCase = caseById(reader, case_id as CaseId)
    const [ref, seq] = [caseRef(theCase.id), Number(event_seq)]
    const where = { table: 'award', row: String(id), event: seq }
    for (const step of workflowOf(reader, theCase).steps) {
      if (step.kind !== 'notice') continue
      if (reader.first(ranSql, [theCase.id, step.level, seq])) continue
      const sentence = `case ${ref} was awarded before its notice at the level ${step.level} had run.`
      check.found('award.notice', sentence, where)
    }
    const opened = [seq, theCase.id, seq]
    for (const open of reader.all(uncleanSql, [...opened, ...opened])) {
      const sentence = `case ${ref} was awarded while ${open.what} ${open.id} was open.`
      check.found(`award.${open.what}_open`, sentence, where)
    }
  }
}

const standingLines = `from batch_line as l join instalment as i on i.id = l.instalment_id
  left join batch_line_result as r on r.line_id = l.id
  where l.batch_id = b.id and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)`
const batchesSql = `select b.number, s.id, s.event_seq, s.lines, s.total_minor, c.id as "closed",
    (select count(*) ${standingLines}) as "standing",
    (select coalesce(sum(i.amount_minor), 0) ${standingLines}) as "sum",
    (select count(*) ${standingLines} and r.id is null) as "open"
  from batch as b join batch_release as s on s.batch_id = b.id
  left join batch_close as c on c.batch_id = b.id`

/** A released batch has the lines and the total it was released with; a closed one has no line without a result. */
function checkBatches(reader: Reader, check: Collector): void {
  for (const row of reader.each(batchesSql, [])) {
    const where = { table: 'batch_release', row: String(row.id), event: Number(row.event_seq) }
    if (row.lines !== row.standing || row.total_minor !== row.sum) {
      const sentence = `batch ${row.number} was released with ${row.lines} lines of ${row.total_minor}; it has ${row.standing} of ${row.sum}.`
      check.found('batch.total', sentence, where)
    }
    if (row.closed !== null && Number(row.open) > 0) {
      const sentence = `batch ${row.number} was closed with ${row.open} lines that have no result.`
      check.found('batch.closed_open', sentence, where)
    }
  }
}

const clearingSql = `with clearing (id) as (select id from account where role = 'payment_clearing'),
  sent (fund_id, amount) as (
    select b.fund_id, sum(i.amount_minor) from batch as b
    join batch_release as s on s.batch_id = b.id and s.entry_id is not null
    join batch_line as l on l.batch_id = b.id join instalment as i on i.id = l.instalment_id
    left join batch_line_result as r on r.line_id = l.id
    where r.id is null and not exists (select 1 from batch_line_removal as x where x.line_id = l.id)
    group by b.fund_id),
  posted (fund_id, amount) as (
    select p.fund_id, sum(case when p.debit_account_id in (select id from clearing) then p.amount_minor
      else 0 end - case when p.credit_account_id in (select id from clearing) then p.amount_minor else 0 end)
    from posting as p
    where p.debit_account_id in (select id from clearing) or p.credit_account_id in (select id from clearing)
    group by p.fund_id)
  select f.code, coalesce(s.amount, 0) as "sent", coalesce(p.amount, 0) as "posted"
  from fund as f left join sent as s on s.fund_id = f.id left join posted as p on p.fund_id = f.id
  where coalesce(s.amount, 0) <> coalesce(p.amount, 0)`

/** [2] In clearing is what the bank has not answered yet, and nothing else. */
function checkClearing(reader: Reader, check: Collector): void {
  for (const { code, sent, posted } of reader.each(clearingSql, [])) {
    const sentence = `fund ${code} has ${posted} minor units in clearing; lines without a result come to ${sent}.`
    check.found('batch.clearing', sentence, { table: 'fund', row: String(code) })
  }
}
