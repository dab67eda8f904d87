/** Entering a case: one help asked for one person, whose household has a file. */
import type { Row } from '../../../db/schema.ts'
import { keepDetail } from '../../book/details.ts'
import { principalOf } from '../../book/principals.ts'
import type { Act } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { AidEventId, CaseId, PartyId, RoundId, UnitId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { fundById, requireOpenFund } from '../../ledger/funds.ts'
import { helpedTogether } from '../../people/households.ts'
import { type Party, partyRef } from '../../people/parties.ts'
import type { Asker } from '../../people/party-scope.ts'
import { requireLiving } from '../../people/persons.ts'
import { unitById } from '../../people/units.ts'
import type { grades } from '../../policies/caps.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { workflowWithCode } from '../../policies/workflows.ts'
import { build, first, insert, nextId, prepare } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { fileRef, fileStanding, type HardshipFile } from '../files/files.ts'
import { fileNotInHardship } from '../files/refusals.ts'
import type { Programme } from '../programmes/programmes.ts'
import { programmeClosed, programmeNoWorkflow } from '../programmes/refusals.ts'
import { begin } from './advance.ts'
import {
  caseAppliedInFuture,
  caseBarred,
  caseCauseUnknown,
  caseInRound,
  caseOpenAlready,
  caseOtherProgramme,
  casePayeeForm,
  caseTooLarge,
} from './entering-refusals.ts'
import { caseRef, type HardshipCase } from './rows.ts'

/** What a case asks for: one instalment's amount, and how many of them, one a month. */
export interface Asked {
  readonly payee: Party
  readonly form: 'bank' | 'cash' | 'goods'
  /** A class of the policy on causes, and a short text. */
  readonly cause: string
  readonly cause_text?: string | undefined
  readonly grade?: (typeof grades)[number] | null | undefined
  readonly amountMinor: Minor
  readonly instalments: number
  /** A text of its own (JSON), as `caseFactsField` has it. */
  readonly facts?: object | undefined
}

/** A case to be entered. Its people and its file are looked up by whoever calls. */
export interface NewCase extends Asked {
  readonly programme: Programme
  readonly round?: Row<'case_round'> | undefined
  readonly file: HardshipFile
  readonly beneficiary: Party
  readonly applicant: Party
  readonly applied_by: 'member' | 'kin' | 'branch'
  readonly aid_event?: AidEventId | undefined
  /** Where the case belongs; who enters it reaches that unit. */
  readonly unit: UnitId | null
  /** Today unless said. */
  readonly applied_on?: Day | undefined
  readonly emergency?: boolean | undefined
}

const inRound = prepare((p: { round: RoundId; party: PartyId }) =>
  build
    .selectFrom('hardship_case as c')
    .innerJoin('case_state as s', 's.case_id', 'c.id')
    .select('c.id')
    .where('c.beneficiary_id', '=', p.party)
    .where('c.round_id', '=', p.round)
    .where('s.state', 'not in', ['refused', 'withdrawn', 'cancelled'])
    .limit(1),
)
const undecided = prepare((p: { programme: Programme['id']; party: PartyId }) =>
  build
    .selectFrom('hardship_case as c')
    .innerJoin('case_state as s', 's.case_id', 'c.id')
    .select('c.id')
    .where('c.beneficiary_id', '=', p.party)
    .where('c.programme_id', '=', p.programme)
    .where('s.state', 'in', ['open', 'asked', 'suspended'])
    .limit(1),
)

/** The day until which claims that stand bar those of a list, or the household of a file. */
const barredUntil = `select max(w.barred_until_on) as "until" from clawback as w
  join hardship_case as c on c.id = w.case_id left join entry as r on r.reverses = w.entry_id
  where w.barred_until_on is not null and r.id is null
    and (c.file_id = +? or c.beneficiary_id in (select value from json_each(+?)))`
const anyBar = 'select 1 as "found" from clawback where barred_until_on is not null limit 1'

/** Until which day the household of a party is barred from help after a false declaration; null for not at all. */
export function barredOf(
  reader: Reader,
  file: HardshipFile | undefined,
  party: PartyId,
  day: Day,
): Day | null {
  if (!reader.first(anyBar, [])) return null
  const household = JSON.stringify(helpedTogether(reader, party, day))
  const until = reader.first(barredUntil, [file?.id ?? null, household])!.until as Day | null
  return until !== null && day <= until ? until : null
}

/** Refuses `hardship_file.not_in_hardship` and `case.barred`. */
function requireEligible(asker: Asker, { file, beneficiary }: ToEnter): void {
  const party = partyRef(beneficiary.id)
  if (file && fileStanding(asker, file.id).in_hardship === 0) {
    throw fileNotInHardship({ party, file: fileRef(file.id) })
  }
  const until = barredOf(asker, file, beneficiary.id, asker.today)
  if (until !== null) throw caseBarred({ party, until })
}

/** Refuses `case.other_programme`, `case.in_round` and `case.open_already`. */
function requireOnce(asker: Asker, { programme, round, beneficiary }: ToEnter): void {
  const party = partyRef(beneficiary.id)
  if (round && round.programme_id !== programme.id) {
    throw caseOtherProgramme({ round: round.id, programme: programme.code })
  }
  const listed = round && first(asker, inRound, { round: round.id, party: beneficiary.id })
  if (listed) throw caseInRound({ party, case: caseRef(listed.id), round: round.id })
  const other = first(asker, undecided, { programme: programme.id, party: beneficiary.id })
  if (other) throw caseOpenAlready({ party, case: caseRef(other.id), programme: programme.code })
}

/**
 * Refuses what a case cannot ask for: `case.cause_unknown`, `case.payee_form`, `case.too_large`, and a payee who has
 * died (`party.has_died`).
 */
export function requireAskable(
  asker: Asker,
  asked: Asked,
  place: { readonly unit: UnitId | null; readonly currency: string },
): void {
  const { causes } = policyInForce(asker, 'causes', { unit: place.unit, on: asker.today }).body
  if (!causes.some(({ code }) => code === asked.cause)) {
    throw caseCauseUnknown({ cause: asked.cause, causes: causes.map(({ code }) => code) })
  }
  const { payee, form, amountMinor, instalments } = asked
  if (payee.kind === 'person') requireLiving(asker, payee, asker.today)
  else if (form !== 'bank') throw casePayeeForm({ payee: partyRef(payee.id), form })
  if (!Number.isSafeInteger(amountMinor * instalments)) {
    throw caseTooLarge({ amount: amountText(amountMinor, place.currency), instalments })
  }
}

/** A case that might be entered; without a file when one would be opened with it. */
export type ToEnter = Omit<NewCase, 'file'> & { readonly file?: HardshipFile | undefined }

/**
 * Refuses whatever keeps a case from being entered: `programme.closed`, `fund.closed`, `party.not_a_person`,
 * `party.has_died`, `hardship_file.not_in_hardship`, `case.barred`, `case.other_programme`, `case.in_round`,
 * `case.open_already`, `case.applied_in_future` and what `requireAskable` refuses.
 */
export function requireEnterable(asker: Asker, given: ToEnter): void {
  const { programme, beneficiary, unit, applied_on = asker.today } = given
  if (programme.open === 0) throw programmeClosed({ programme: programme.code })
  const fund = fundById(asker, programme.fund_id)
  requireOpenFund(asker, fund)
  requireLiving(asker, beneficiary, asker.today)
  requireEligible(asker, given)
  requireOnce(asker, given)
  if (applied_on > asker.today) throw caseAppliedInFuture({ day: applied_on, today: asker.today })
  requireAskable(asker, given, { unit, currency: fund.currency })
}

/**
 * Enters a case, which then waits at the first step of its programme's workflow. Refuses what `requireEnterable` refuses,
 * and `programme.no_workflow`.
 */
export function enterCase(act: Act, given: NewCase): HardshipCase {
  requireEnterable(act, given)
  const { programme, beneficiary, unit, applied_on = act.today } = given
  const fund = fundById(act, programme.fund_id)
  const rules = policyInForce(act, 'workflows', { unit, on: act.today })
  if (!workflowWithCode(rules.body, programme.workflow)) {
    const code = unit === null ? null : unitById(act, unit).code
    throw programmeNoWorkflow({ workflow: programme.workflow, unit: code })
  }
  const entered: HardshipCase = {
    id: nextId(act, 'hardship_case'),
    programme_id: programme.id,
    fund_id: fund.id,
    category: programme.category,
    help: programme.help,
    round_id: given.round?.id ?? null,
    file_id: given.file.id,
    beneficiary_id: beneficiary.id,
    applicant_id: given.applicant.id,
    applied_by: given.applied_by,
    aid_event_id: given.aid_event ?? null,
    unit_id: unit,
    applied_on,
    workflow: programme.workflow,
    policy_version_id: rules.version,
    emergency: given.emergency ? 1 : 0,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  }
  insert(act, 'hardship_case', entered)
  writeCaseVersion(act, entered.id, given)
  begin(act, entered)
  return entered
}

/** Writes what a case asks for from now on, by the hand of whoever acts. */
export function writeCaseVersion(act: Act, id: CaseId, asked: Asked): void {
  insert(act, 'case_version', {
    id: nextId(act, 'case_version'),
    case_id: id,
    payee_id: asked.payee.id,
    form: asked.form,
    cause: asked.cause,
    cause_detail_id:
      asked.cause_text === undefined ? null : keepDetail(act, 'case_cause', asked.cause_text),
    grade: asked.grade ?? null,
    amount_minor: asked.amountMinor,
    instalments: asked.instalments,
    facts_detail_id:
      asked.facts === undefined ? null : keepDetail(act, 'case_facts', JSON.stringify(asked.facts)),
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
