/**
 * What somebody and their household were helped with, by whichever kind of aid: awards, direct payouts and payment
 * requests of the funds (handbook A4). Each counts once: a payment that was sent again is no new help, and what was
 * cancelled or came back is none.
 */
import type { Day, Month } from '../../kit/day.ts'
import type { AidEventId, CaseId, HardshipFileId, PartyId, ProgrammeId } from '../../kit/ids.ts'
import { minor } from '../../kit/money.ts'
import { everIn, householdOf } from '../../people/households.ts'
import { keptInPlaceOf, togetherWith } from '../../people/merges.ts'
import type { Cap } from '../../policies/caps.ts'
import type { Reader } from '../../store/store.ts'
import { fileById, type HardshipFile } from '../files/files.ts'
import type { AidGiven, Bill } from './engine.ts'

/** The kinds of help as which payouts without a case count; of other categories only caps on any help count. */
const helpOf: Readonly<Record<string, Cap['help'] | null>> = {
  care_grants: 'one_off',
  bereavement_grants: 'one_off',
  comfort_visits: 'visit',
  enterprise_grants: null,
  interest_subsidies: null,
  training_vouchers: null,
}
const aidCategories = JSON.stringify(Object.keys(helpOf))

/** Whose help is asked for. */
export interface Helped {
  readonly person: PartyId
  /** Null for who has no file: then nobody lives with them as far as caps go. */
  readonly file: HardshipFileId | null
}

const awards = `select c.id as "case", c.beneficiary_id as "beneficiary", c.file_id as "file",
    c.programme_id as "programme", c.aid_event_id as "event", c.help as "help", f.currency as "currency",
    a.amount_minor as "amount", a.instalments as "instalments", a.approved_on as "on",
    a.first_month as "first_month",
    (select count(*) from instalment as i where i.award_id = a.id) as "made",
    (select count(*) from instalment as i join instalment_end as n on n.instalment_id = i.id
      where i.award_id = a.id) as "cancelled",
    exists (select 1 from award_end as e where e.award_id = a.id) as "ended",
    (select coalesce(sum(r.amount_minor), 0) from clawback as w
      join clawback_receipt as r on r.clawback_id = w.id where w.case_id = c.id) as "back"
  from hardship_case as c join award as a on a.case_id = c.id join fund as f on f.id = c.fund_id
  where c.id in (
    select id from hardship_case where beneficiary_id in (select value from json_each(+?))
    union select id from hardship_case where file_id = +?)
  order by a.approved_on, c.id`

interface AwardRow {
  readonly case: CaseId
  readonly beneficiary: PartyId
  readonly file: HardshipFileId
  readonly programme: ProgrammeId
  readonly event: AidEventId | null
  readonly help: Cap['help']
  readonly currency: string
  readonly amount: number
  readonly instalments: number
  readonly on: Day
  readonly first_month: Month | null
  readonly made: number
  readonly cancelled: number
  readonly ended: 0 | 1
  readonly back: number
}

/** True in SQL where an entry of `t` was reversed. */
const reversed = 'exists (select 1 from entry as r where r.reverses = t.entry_id)'
const cameBack = `(select coalesce(sum(d.amount_minor), 0) from payout_return as d
    where d.payout_id = o.id and not exists (select 1 from entry as r where r.reverses = d.entry_id))`

/** Payouts without a case and without a request, which were decided on the day they were paid. */
const direct = `select 'payout/' || t.id as "subject", t.beneficiary_id as "beneficiary",
    t.category as "category", f.currency as "currency", t.paid_on as "on",
    t.amount_minor - ${cameBack.replaceAll('o.id', 't.id')} as "amount"
  from payout as t join fund as f on f.id = t.fund_id
  where t.beneficiary_id in (select value from json_each(+?))
    and t.category in (select value from json_each(+?)) and not ${reversed}
    and not exists (select 1 from request_payment as p where p.payout_id = t.id)
    and not exists (select 1 from batch_line_result as b where b.payout_id = t.id)`

/** Payment requests whose last approval made them owed, paid or not. */
const requested = `select 'payment_request/' || q.id as "subject", q.beneficiary_id as "beneficiary",
    q.category as "category", f.currency as "currency", e.effective_on as "on",
    q.amount_minor - coalesce((select sum(${cameBack}) from request_payment as p
      join payout as o on o.id = p.payout_id
      where p.request_id = q.id
        and not exists (select 1 from entry as r where r.reverses = o.entry_id)), 0) as "amount"
  from payment_request as q
  join payment_approval as a on a.request_id = q.id and a.entry_id is not null
  join entry as e on e.id = a.entry_id
  join fund as f on f.id = q.fund_id
  where q.beneficiary_id in (select value from json_each(+?))
    and q.category in (select value from json_each(+?))
    and not exists (select 1 from payment_request_end as x where x.request_id = q.id)`

interface PaidRow {
  readonly subject: string
  readonly beneficiary: PartyId
  readonly category: string
  readonly currency: string
  readonly on: Day
  readonly amount: number
}

/** Bills of a case with the amount that was verified last. */
const bills = `select d.digest as "digest", a.amount_minor as "amountMinor"
  from case_document as d join case_document_amount as a
    on a.id = (select max(b.id) from case_document_amount as b where b.document_id = d.id)
  where d.case_id = +? order by d.id`

/** The bills of a case whose amounts were verified. */
export function billsOf(reader: Reader, id: CaseId): Bill[] {
  return reader.all(bills, [id]) as unknown as Bill[]
}

/** All help that somebody and their household were given, as it stands, oldest first. */
export function aidOf(reader: Reader, { person, file }: Helped): AidGiven[] {
  const kept = keptReader(reader)
  const persons = togetherWith(reader, person)
  const found = reader.all(awards, [JSON.stringify(persons), file]) as unknown as AwardRow[]
  const given = found.map((row) => awardGiven(reader, row, kept))
  const home = file === null ? null : fileById(reader, file)
  const paid = paidTo(reader, home ? withHousehold(reader, persons, home) : persons)
  const others = paid.map((row) => paidGiven(reader, row, { home, kept }))
  return [...given, ...others].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The references of somebody, and of everybody who ever lived in the household of a file. */
function withHousehold(
  reader: Reader,
  persons: readonly PartyId[],
  { household_id }: HardshipFile,
): PartyId[] {
  const members = everIn(reader, household_id).map(({ party_id }) => party_id)
  const others = members.filter((member) => !persons.includes(member))
  return [...new Set([...persons, ...others.flatMap((one) => togetherWith(reader, one))])]
}

function paidTo(reader: Reader, parties: readonly PartyId[]): PaidRow[] {
  const among = [JSON.stringify(parties), aidCategories]
  return [direct, requested].flatMap((sql) => reader.all(sql, among)) as unknown as PaidRow[]
}

function awardGiven(reader: Reader, row: AwardRow, kept: Kept): AidGiven {
  const standing = row.ended === 1 ? row.made : row.instalments
  const months = standing - row.cancelled
  return {
    subject: `case/${row.case}`,
    on: row.on,
    person: kept(row.beneficiary),
    file: row.file,
    programme: row.programme,
    event: row.event,
    help: row.help,
    currency: row.currency,
    bills: billsOf(reader, row.case),
    firstMonth: row.first_month,
    months,
    amountMinor: minor(Math.max(0, row.amount * months - row.back)),
  }
}

function paidGiven(
  reader: Reader,
  { subject, beneficiary, category, currency, on, amount }: PaidRow,
  { home, kept }: { readonly home: HardshipFile | null; readonly kept: Kept },
): AidGiven {
  const lived = home && householdOf(reader, beneficiary, on)?.household_id === home.household_id
  return {
    subject,
    on,
    person: kept(beneficiary),
    file: home && lived ? home.id : null,
    programme: null,
    event: null,
    help: helpOf[category] ?? null,
    currency,
    bills: [],
    firstMonth: null,
    months: 1,
    amountMinor: minor(Math.max(0, amount)),
  }
}

type Kept = (party: PartyId) => PartyId

function keptReader(reader: Reader): Kept {
  const known = new Map<PartyId, PartyId>()
  return (party) => {
    const found = known.get(party) ?? keptInPlaceOf(reader, party)
    known.set(party, found)
    return found
  }
}
