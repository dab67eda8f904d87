/**
 * The checks on what is to be paid (policy on payments; handbook A9). Each is asked of all lines at once, so that a
 * county's year is looked at within a second.
 */
import type { Act, View } from '../../book/registry.ts'
import { addDays } from '../../kit/day.ts'
import type { CaseId, PartyId } from '../../kit/ids.ts'
import { type Interest, interestsOf, interestText } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyRef } from '../../people/parties.ts'
import type { PaymentCheck, Payments } from '../../policies/payments.ts'
import { partiesHolding, sharedValues } from '../../vault/blind-index.ts'
import { caseRef } from '../cases/rows.ts'
import type { BatchForm } from './rows.ts'

/** A line to be looked at, prepared or only meant. */
export interface CheckedLine {
  readonly position: number
  readonly case_id: CaseId
  readonly payee_id: PartyId
  readonly beneficiary_id: PartyId
  readonly amount_minor: number
}

/** What was found: which lines, and the values that say why. */
export interface Found {
  readonly lines: readonly number[]
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

export interface Checked {
  readonly asker: View | Act
  readonly lines: readonly CheckedLine[]
  readonly form: BatchForm
  readonly policy: Payments
  /** Who prepared the batch; null before. */
  readonly maker: string | null
}

/** The days that count as "lately": a year, in which festivals and quarters come round once. */
const yearDays = 365

export const checksByName: Readonly<Record<PaymentCheck, (checked: Checked) => Found[]>> = {
  same_account: sameAccount,
  new_payee: newPayee,
  unusual_amount: unusualAmount,
  open_duplicate: openDuplicate,
  officers_relative: officersRelative,
  no_account: noAccount,
  no_longer_entitled: noLongerEntitled,
}

function listOf(values: readonly (number | string)[]): string {
  return JSON.stringify([...new Set(values)])
}

const payeesOf = (lines: readonly CheckedLine[]) => [
  ...new Set(lines.map(({ payee_id }) => payee_id)),
]

/** The positions of the lines of each key. */
function placesBy<K>(
  lines: readonly CheckedLine[],
  keyOf: (line: CheckedLine) => K,
): Map<K, number[]> {
  const found = new Map<K, number[]>()
  for (const line of lines) {
    const key = keyOf(line)
    found.set(key, [...(found.get(key) ?? []), line.position])
  }
  return found
}

/** One account for two people; those who stand merged are one. */
function sameAccount({ asker, lines, form }: Checked): Found[] {
  if (form !== 'bank') return []
  const places = placesBy(lines, ({ payee_id }) => payee_id)
  const others = new Map<PartyId, Set<PartyId>>()
  for (const { party, other } of sharedValues(asker, 'bank_account', payeesOf(lines))) {
    const kept = keptInPlaceOf(asker, other)
    if (keptInPlaceOf(asker, party) === kept) continue
    others.set(party, (others.get(party) ?? new Set()).add(kept))
  }
  const told = new Set<PartyId>()
  const found: Found[] = []
  for (const [party, sharing] of others) {
    if (told.has(party)) continue
    const together = [party, ...sharing]
    for (const one of together) told.add(one)
    found.push({
      lines: together.flatMap((one) => places.get(one) ?? []).toSorted((a, b) => a - b),
      values: { parties: together.map(partyRef) },
    })
  }
  return found
}

function noAccount({ asker, lines, form }: Checked): Found[] {
  if (form !== 'bank') return []
  const known = partiesHolding(asker, 'bank_account', payeesOf(lines))
  const without = lines.filter(({ payee_id }) => !known.has(payee_id))
  return without.length === 0
    ? []
    : [{ lines: without.map(({ position }) => position), values: { count: without.length } }]
}

const paidBefore = `select p.value as "party" from json_each(+?) as p
  where exists (select 1 from payout as o where o.beneficiary_id = p.value and o.payee_id = p.value
      and not exists (select 1 from payout_return as r where r.payout_id = o.id))
    or exists (select 1 from payout as o where o.payee_id = p.value and o.payee_id <> o.beneficiary_id
      and not exists (select 1 from payout_return as r where r.payout_id = o.id))`

function newPayee({ asker, lines }: Checked): Found[] {
  const known = new Set(
    asker.all(paidBefore, [listOf(payeesOf(lines))]).map(({ party }) => party as PartyId),
  )
  const fresh = lines.filter(({ payee_id }) => !known.has(payee_id))
  return fresh.length === 0
    ? []
    : [{ lines: fresh.map(({ position }) => position), values: { count: fresh.length } }]
}

const programmesSql = `select c.id as "id", c.programme_id as "programme" from hardship_case as c
  where c.id in (select value from json_each(+?))`
const amountsSql = `select c.programme_id as "programme", i.amount_minor as "amount"
  from instalment as i join award as a on a.id = i.award_id join hardship_case as c on c.id = a.case_id
  where a.approved_on >= +?
    and not exists (select 1 from instalment_end as e where e.instalment_id = i.id)
  order by c.programme_id, i.amount_minor`

/** Above so many percent of the median of what the programme awarded in the last year. */
function unusualAmount({ asker, lines, policy }: Checked): Found[] {
  const since = addDays(asker.today, -yearDays)
  const amounts = new Map<number, number[]>()
  for (const { programme, amount } of asker.all(amountsSql, [since])) {
    const of = amounts.get(programme as number) ?? []
    of.push(amount as number)
    amounts.set(programme as number, of)
  }
  const ofCase = programmesOf(asker, lines)
  return lines.flatMap(({ case_id, amount_minor, position }) => {
    const all = amounts.get(ofCase.get(case_id)!) ?? []
    const median_minor = all[Math.floor(all.length / 2)] ?? amount_minor
    // In whole numbers: the amount times 100 against the median times the percentage.
    if (amount_minor * 100 <= median_minor * policy.unusual_percent) return []
    const percent = Math.floor((amount_minor * 100) / median_minor)
    return [{ lines: [position], values: { amount_minor, median_minor, percent } }]
  })
}

function programmesOf(asker: View | Act, lines: readonly CheckedLine[]): Map<CaseId, number> {
  const found = asker.all(programmesSql, [listOf(lines.map(({ case_id }) => case_id))])
  return new Map(found.map(({ id, programme }) => [id as CaseId, programme as number]))
}

const duplicatesSql = `select c.id as "id", o.id as "other", s.state as "state"
  from json_each(+?) as p
  join hardship_case as c on c.id = p.value
  join hardship_case as o on o.file_id = c.file_id and o.id <> c.id and o.help = c.help
  join case_state as s on s.case_id = o.id
  where s.state in ('open', 'asked', 'suspended', 'awarded')
    or (s.state = 'paid' and s.since_on >= +?)
  order by c.id, o.id`

/** Another case of the same household for the same help, open now or paid in the same calendar year. */
function openDuplicate({ asker, lines }: Checked): Found[] {
  const places = placesBy(lines, ({ case_id }) => case_id)
  const year = `${asker.today.slice(0, 4)}-01-01`
  const others = new Map<CaseId, string[]>()
  const cases = listOf(lines.map(({ case_id }) => case_id))
  for (const { id, other } of asker.all(duplicatesSql, [cases, year])) {
    others.set(id as CaseId, [...(others.get(id as CaseId) ?? []), caseRef(other as CaseId)])
  }
  return [...others].map(([id, cases]) => ({ lines: places.get(id) ?? [], values: { cases } }))
}

const actorsSql = `with mine (id) as (select value from json_each(+?))
  select actor as "actor", id as "id" from hardship_case where id in (select id from mine)
  union select actor, case_id from case_version where case_id in (select id from mine)
  union select actor, case_id from case_act where case_id in (select id from mine)
  union select actor, case_id from case_approval where case_id in (select id from mine)`

/** Somebody acted on the case, or prepared the batch, who is near to whom it helps or pays. */
function officersRelative({ asker, lines, maker }: Checked): Found[] {
  const byActor = new Map<string, Set<CaseId> | 'all'>()
  const cases = listOf(lines.map(({ case_id }) => case_id))
  for (const { actor, id } of asker.all(actorsSql, [cases])) {
    const known = byActor.get(actor as string)
    if (known instanceof Set) known.add(id as CaseId)
    else byActor.set(actor as string, new Set([id as CaseId]))
  }
  if (maker !== null) byActor.set(maker, 'all')
  return [...byActor].flatMap(([actor, acted]) => relativesOf(asker, lines, actor, acted))
}

function relativesOf(
  asker: View | Act,
  lines: readonly CheckedLine[],
  actor: string,
  acted: Set<CaseId> | 'all',
): Found[] {
  const concerned = lines.filter(({ case_id }) => acted === 'all' || acted.has(case_id))
  const parties = [...new Set(concerned.flatMap((one) => [one.payee_id, one.beneficiary_id]))]
  const found = interestsOf(asker, actor, parties, { days: [asker.today], since: null })
  if (found.length === 0) return []
  const byParty = new Map<PartyId, Interest[]>()
  for (const one of found) byParty.set(one.party, [...(byParty.get(one.party) ?? []), one])
  return concerned.flatMap(({ payee_id, beneficiary_id, position }) => {
    const near = [...new Set([payee_id, beneficiary_id])].flatMap(
      (party) => byParty.get(keptInPlaceOf(asker, party)) ?? [],
    )
    if (near.length === 0) return []
    const interests = [...new Set(near.map(interestText))]
    return [{ lines: [position], values: { actor, interests } }]
  })
}

const diedSql = `select p.value as "party" from json_each(+?) as p
  where (select s.status from party_status as s where s.party_id = p.value
    order by s.from_on desc, s.id desc limit 1) = 'died'`
const delistedSql = `select c.id as "id" from json_each(+?) as p
  join hardship_case as c on c.id = p.value
  join award as a on a.case_id = c.id
  join hardship_file_version as v on v.id = (select max(w.id) from hardship_file_version as w
    where w.file_id = c.file_id)
  where v.in_hardship = 0 and v.event_seq > a.event_seq`

/** Who is helped or paid has died, or the household was delisted after the award. */
function noLongerEntitled({ asker, lines }: Checked): Found[] {
  const parties = listOf(lines.flatMap((one) => [one.payee_id, one.beneficiary_id]))
  const died = new Set(asker.all(diedSql, [parties]).map(({ party }) => party as PartyId))
  const cases = listOf(lines.map(({ case_id }) => case_id))
  const delisted = new Set(asker.all(delistedSql, [cases]).map(({ id }) => id as CaseId))
  return lines.flatMap(({ payee_id, beneficiary_id, case_id, position }) => {
    const why = [
      ...(died.has(beneficiary_id) || died.has(payee_id) ? ['died'] : []),
      ...(delisted.has(case_id) ? ['delisted'] : []),
    ]
    return why.length === 0 ? [] : [{ lines: [position], values: { why } }]
  })
}
