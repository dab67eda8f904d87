/** The file of a case for paper: what was asked, said, decided and posted, as the caller may read it. */
import { messages } from '../../../templates/messages/messages.ts'
import { textFor } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import { awardOf } from '../../hardship/awards/awards.ts'
import {
  actsOfCase,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  versionOfCase,
} from '../../hardship/cases/rows.ts'
import { causeShown, factsFor } from '../../hardship/cases/shown.ts'
import { type Facts, incomeAHead } from '../../hardship/files/facts.ts'
import { fileById, fileStanding } from '../../hardship/files/files.ts'
import { programmeById } from '../../hardship/programmes/programmes.ts'
import type { CaseDocumentId, CaseId } from '../../kit/ids.ts'
import { groupedAmount, parseAmount } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { livingIn } from '../../people/households.ts'
import { membershipsOf } from '../../people/memberships.ts'
import { nameFor } from '../../people/shown.ts'
import { statusOn } from '../../people/statuses.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { StatementLanguage } from '../statement.ts'
import { dayInText } from '../wording.ts'
import { caseEntries } from './case-entries.ts'
import type { CaseFile, FileField, FileMember } from './case-file.ts'
import { caseOpinions } from './case-opinions.ts'
import { actorTold, fieldTold, frameFor, unitTold } from './paper-made.ts'

const documentsBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_document').selectAll().where('case_id', '=', p.id).orderBy('id'),
)
const verifiedBy = prepare((p: { id: CaseDocumentId }) =>
  build
    .selectFrom('case_document_amount')
    .select('amount_minor')
    .where('document_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)

interface Asked {
  readonly view: View
  readonly theCase: HardshipCase
  readonly language: StatementLanguage
  readonly currency: string
}

/** The file of a case. Refuses `case.unknown`. */
export function caseFilePaper(view: View, id: number, language: StatementLanguage): CaseFile {
  const theCase = caseWithId(view, id)
  const fund = fundById(view, theCase.fund_id)
  const asked = { view, theCase, language, currency: fund.currency }
  const version = versionOfCase(view, theCase.id)
  const standing = fileStanding(view, theCase.file_id)
  const facts = factsFor<Facts>(view, standing.facts_detail_id) ?? {}
  const t = messages[language]
  const award = awardOf(view, theCase.id)
  return {
    format: 'care-ledger/case-file@1',
    frame: frameFor(view, { number: caseRef(theCase.id), mark: 'internal', language }),
    programme: programmeById(view, theCase.programme_id).name,
    fund: { code: fund.code, name: fund.name },
    currency: fund.currency,
    applied_on: theCase.applied_on,
    applied_by: theCase.applied_by,
    emergency: theCase.emergency === 1,
    state: t.cases.states[standingOf(view, theCase.id).state],
    fields: fieldsOf(asked, facts),
    members: membersOf(asked, facts),
    cause: causeShown(view, theCase.unit_id, version.cause).name[language],
    cause_text: textFor(view, version.cause_detail_id) ?? '',
    grade: version.grade ?? standing.grade,
    certified: standing.certified === 1,
    amount_minor: version.amount_minor,
    instalments: version.instalments,
    payee: nameFor(view, view.caller, version.payee_id),
    form: t.words.form[version.form],
    documents: documentsOf(asked),
    opinions: caseOpinions(asked),
    award: award
      ? {
          approved_on: award.approved_on,
          amount_minor: award.amount_minor,
          instalments: award.instalments,
          minutes_digest: award.minutes_digest,
          digest: award.snapshot_digest,
        }
      : null,
    acts: actsOfCase(view, theCase.id).map((act) => ({
      on: act.on_day,
      act: t.cases.acts[act.act],
      by: actorTold(view, act.actor, language),
      reason: textFor(view, act.reason_detail_id) ?? '',
      sequence: act.event_seq,
    })),
    entries: caseEntries(view, theCase, language),
  }
}

/** The fields of the form that the book knows; the others stay blank. */
function fieldsOf({ view, theCase, language, currency }: Asked, facts: Facts): FileField[] {
  const t = messages[language]
  const helped = theCase.beneficiary_id
  const shown = (field: Parameters<typeof fieldTold>[2]) =>
    fieldTold(view, helped, field, 'internal') ?? ''
  const joined = membershipsOf(view, helped)[0]?.from_on
  const status = statusOn(view, helped, view.today)?.status
  const figure = (text: string | undefined) => (text === undefined ? '' : grouped(text, currency))
  const each = incomeAHead(facts, currency)
  const people = facts.people ?? facts.members?.length
  return [
    { field: 'name', value: nameFor(view, view.caller, helped) },
    { field: 'identity', value: shown('identity_number') },
    { field: 'birth', value: shown('birth_date') },
    { field: 'phone', value: shown('phone') },
    { field: 'unit', value: unitTold(view, theCase.unit_id) },
    { field: 'joined', value: joined === undefined ? '' : dayInText(joined, language) },
    { field: 'status', value: status === undefined ? '' : t.words.party_status[status] },
    { field: 'household_size', value: people === undefined ? '' : String(people) },
    { field: 'address', value: shown('address') },
    { field: 'household_income', value: figure(facts.income_year) },
    { field: 'income_each', value: each === null ? '' : groupedAmount(each, currency) },
    { field: 'medical', value: figure(facts.medical_year) },
    { field: 'schooling', value: figure(facts.schooling_year) },
    { field: 'account', value: shown('bank_account') },
    { field: 'received_before', value: facts.other_aid ?? '' },
  ]
}

/** A decimal text of the facts as people read it; nothing at all may be zero. */
function grouped(text: string, currency: string): string {
  return /^0(?:\.0+)?$/.test(text) ? text : groupedAmount(parseAmount(text, currency), currency)
}

/** Who lives in the household: as its file says, else as the registers do. */
function membersOf({ view, theCase, language, currency }: Asked, facts: Facts): FileMember[] {
  const blank = { age: '', occupation: '', health: '', income: '' }
  if (facts.members !== undefined) {
    return facts.members.map(({ name, relation = '', age, income_month, ...rest }) => ({
      ...blank,
      ...rest,
      name,
      relation,
      age: age === undefined ? '' : String(age),
      income: income_month === undefined ? '' : grouped(income_month, currency),
    })) as FileMember[]
  }
  const { household_id } = fileById(view, theCase.file_id)
  return livingIn(view, household_id, view.today).map(({ party_id, relation }) => ({
    ...blank,
    name: nameFor(view, view.caller, party_id),
    relation: messages[language].words.relation[relation],
  }))
}

function documentsOf({ view, theCase, language }: Asked): CaseFile['documents'] {
  const kinds = messages[language].apply.papers
  return rows(view, documentsBy, { id: theCase.id }).map((document) => ({
    kind: kinds[document.kind],
    name: textFor(view, document.name_detail_id) ?? '',
    verified_minor: first(view, verifiedBy, { id: document.id })?.amount_minor ?? null,
    digest: document.digest,
  }))
}
