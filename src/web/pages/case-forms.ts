/** The forms by which cases are entered and revised, alone. */
import type { Hono } from 'hono'
import { submit } from '../../hardship/cases/commands.ts'
import { appliedBy, forms } from '../../hardship/cases/fields.ts'
import { revise } from '../../hardship/cases/revising.ts'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { type CaseTold, show } from '../../hardship/cases/show-query.ts'
import { listAidEvents, list as listProgrammes } from '../../hardship/programmes/queries.ts'
import { grades } from '../../policies/caps.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { causeOptions } from './hardship-options.ts'
import { unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Lists that a form offers: the newest. */
const roundsOffered = 50

/** The programme that a form speaks of, or the only one. */
function programmeAsked({ visit, values }: Asked) {
  const open = visit.ask(listProgrammes, {}).programmes.filter((one) => one.open)
  return open.find(({ programme }) => programme === values.programme) ?? open[0]
}

const amountFields = (currency: (asked: Asked) => string): readonly FieldSpec[] => [
  { name: 'amount', kind: 'money', label: (t) => t.cases.amount_one, currency },
  {
    name: 'instalments',
    kind: 'number',
    label: (t) => t.cases.instalments,
    hint: (t) => t.cases.instalments_hint,
    optional: true,
  },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.cases.form,
    options: ({ t }) => forms.map((value) => ({ value, label: t.words.form[value] })),
  },
  {
    name: 'payee',
    kind: 'person',
    label: (t) => t.cases.payee,
    hint: (t) => t.cases.payee_hint,
    optional: true,
    newKind: 'vendor',
    newKinds: ['vendor', 'person', 'organisation', 'public_body'],
  },
]

/** The cause in its two levels, and the grade. */
const causeFields: readonly FieldSpec[] = [
  {
    name: 'cause',
    kind: 'select',
    label: (t) => t.cases.cause,
    options: ({ visit }) => causeOptions(visit),
  },
  {
    name: 'cause_text',
    kind: 'text',
    label: (t) => t.cases.cause_text,
    hint: (t) => t.cases.cause_text_hint,
    optional: true,
  },
  {
    name: 'grade',
    kind: 'select',
    label: (t) => t.cases.grade,
    optional: true,
    options: ({ t }) => grades.map((value) => ({ value, label: t.policies.grade[value] })),
  },
]

const factFields: readonly FieldSpec[] = [
  { name: 'situation', kind: 'long_text', label: (t) => t.cases.situation, optional: true },
  {
    name: 'goods',
    kind: 'text',
    label: (t) => t.cases.goods,
    hint: (t) => t.cases.goods_hint,
    optional: true,
  },
]

const personFields: readonly FieldSpec[] = [
  {
    name: 'programme',
    kind: 'select',
    label: (t) => t.cases.programme,
    options: ({ visit }) => programmeOptions(visit),
  },
  {
    name: 'beneficiary',
    kind: 'person',
    label: (t) => t.cases.beneficiary,
    newKind: 'person',
    newKinds: ['person'],
  },
]

const placeFields: readonly FieldSpec[] = [
  {
    name: 'applied_by',
    kind: 'radios',
    label: (t) => t.cases.applied_by,
    options: ({ t }) =>
      appliedBy.map((value) => ({ value, label: t.cases.applied_by_words[value] })),
  },
  {
    name: 'applicant',
    kind: 'person',
    label: (t) => t.cases.applicant,
    optional: true,
    newKind: 'person',
    newKinds: ['person'],
  },
  { name: 'applied_on', kind: 'day', label: (t) => t.cases.applied_on, leaveEmpty: true },
  {
    name: 'round',
    kind: 'select',
    label: (t) => t.cases.round,
    optional: true,
    when: (visit) => roundOptions(visit).length > 0,
    options: ({ visit }) => roundOptions(visit),
  },
  {
    name: 'aid_event',
    kind: 'select',
    label: (t) => t.cases.aid_event,
    optional: true,
    when: (visit) => eventOptions(visit).length > 0,
    options: ({ visit }) => eventOptions(visit),
  },
  {
    name: 'unit',
    kind: 'select',
    label: (t) => t.cases.unit,
    hint: (t) => t.cases.unit_hint,
    optional: true,
    when: (visit) => unitOptions(visit).length > 0,
    options: ({ visit }) => unitOptions(visit),
  },
  { name: 'emergency', kind: 'yes', label: (t) => t.cases.emergency },
]

const fileFields: readonly FieldSpec[] = [
  {
    name: 'file_people',
    kind: 'number',
    label: (t) => t.cases.file_people,
    hint: (t) => t.cases.file_people_hint,
    optional: true,
  },
  {
    name: 'file_income',
    kind: 'money',
    label: (t) => t.cases.file_income,
    hint: (t) => t.files.none_hint,
    optional: true,
    currency: ({ visit }) => visit.organisation.currency,
  },
  {
    name: 'file_situation',
    kind: 'long_text',
    label: (t) => t.cases.file_situation,
    optional: true,
  },
]

/** Mounts the forms of cases. */
export function mountCaseForms(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/cases/new',
    command: submit,
    place: 'hardship',
    title: (t) => t.cases.enter,
    lead: (t) => t.cases.enter_lead,
    fields: [
      ...personFields,
      ...causeFields,
      ...amountFields(
        (asked) => programmeAsked(asked)?.currency ?? asked.visit.organisation.currency,
      ),
      ...factFields,
      ...placeFields,
      ...fileFields,
    ],
    begin: (visit) => {
      const [only, other] = programmeOptions(visit)
      const programme = only && !other ? { programme: only.value } : {}
      return { form: 'bank', applied_by: 'branch', instalments: '1', ...programme }
    },
    input: ({ round, ...read }) => ({
      ...gathered(read),
      ...(round === undefined ? {} : { round: Number(round) }),
    }),
    button: (t) => t.cases.do_enter,
    checked: false,
    done: (output) => `/cases/${output.case}?done=enter`,
  })
  mountForm(app, desk, {
    path: '/cases/:case/revision',
    command: revise,
    place: 'hardship',
    title: (t, visit) => t.cases.revise_title({ case: caseAsked(visit).reference }),
    lead: (t) => t.cases.revise_lead,
    fields: [
      ...causeFields,
      ...amountFields(({ visit }) => caseAsked(visit).currency),
      ...factFields,
    ],
    begin: (visit) => begun(visit, caseAsked(visit)),
    input: gathered,
    button: (t) => t.cases.do_revise,
    checked: false,
    done: (output) => `/cases/${output.case}?done=revise`,
  })
}

/** The fields of facts and of a new file, put where the command has them. */
function gathered(read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { situation, goods, file_people, file_income, file_situation, ...others } = read
  const facts = given({ situation, goods })
  const file = given({
    people: file_people,
    income_year: file_income,
    situation: file_situation,
  })
  return {
    ...others,
    ...(facts === null ? {} : { facts }),
    ...(file === null ? {} : { file: { facts: file } }),
  }
}

function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined)
  return filled.length === 0 ? null : Object.fromEntries(filled)
}

function begun({ caller }: Visit, told: CaseTold): Record<string, string> {
  const { cause, cause_text, grade, amount, instalments, form, payee, beneficiary, facts } = told
  return {
    cause: cause.code,
    // A mask is no text to be kept; left empty it stays as it is.
    cause_text: (caller.readsNames && cause_text) || '',
    grade: grade ?? '',
    amount,
    instalments: String(instalments),
    form,
    payee: payee.party === beneficiary.party ? '' : payee.party,
    situation: facts?.situation ?? '',
    goods: facts?.goods ?? '',
  }
}

/** The programmes that take new cases. */
function programmeOptions(visit: Visit): Option[] {
  return visit
    .ask(listProgrammes, {})
    .programmes.filter(({ open }) => open)
    .map(({ programme, name }) => ({ value: programme, label: name }))
}

function roundOptions(visit: Visit): Option[] {
  return visit
    .ask(listRounds, { limit: roundsOffered })
    .rounds.filter(({ programme }) => programme.open)
    .map(({ round, name, programme }) => ({
      value: String(round),
      label: `${name} · ${programme.name}`,
    }))
}

function eventOptions(visit: Visit): Option[] {
  return visit
    .ask(listAidEvents, {})
    .aid_events.map(({ aid_event, name }) => ({ value: aid_event, label: name }))
}

/** The case that the address names. */
export function caseAsked(visit: Visit): CaseTold {
  return visit.ask(show, { case: Number(visit.c.req.param('case')) })
}
