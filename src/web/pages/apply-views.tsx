/** What the pages of an application show: steps, questions with their answers and faults, where it stands. */
import type { Messages } from '../../../templates/messages/messages.ts'
import type { ApplyFrameView } from '../../../templates/pages/apply.tsx'
import { CheckStep, PapersStep, type PaperView } from '../../../templates/pages/apply-papers.tsx'
import {
  HouseholdStep,
  NeedStep,
  PaymentStep,
  type StepFormView,
  WhoStep,
} from '../../../templates/pages/apply-steps.tsx'
import type { AnsweredView } from '../../../templates/parts/description-list.tsx'
import type { FormErrorView } from '../../../templates/parts/form.tsx'
import { formatAmount, formatCount, formatMoney } from '../../../templates/parts/format.ts'
import type { Choices } from '../../hardship/applications/choices.ts'
import { applicantPapers } from '../../hardship/applications/documents.ts'
import type { Draft, DraftDocument } from '../../hardship/applications/drafts.ts'
import {
  type AnswerProblem,
  type ApplicationStep,
  applicationSteps,
  membersIn,
  problemsOf,
  questionsOf,
} from '../../hardship/applications/questions.ts'
import type { PageLanguage } from './language.ts'

/** Whoever reads the pages of an application. */
export interface Reading {
  readonly t: Messages
  readonly language: PageLanguage
  readonly place: string
}

/** The address of a step. */
export function stepHref(
  { place }: Pick<Reading, 'place'>,
  step: ApplicationStep | 'check',
): string {
  return step === 'check' ? `${place}/check` : `${place}/form/${step}`
}

const allSteps = [...applicationSteps, 'check'] as const

/** What stands around a step; those before it can be gone back to. */
export function frameOf(
  reading: Reading,
  step: (typeof allSteps)[number],
  problems: readonly FormErrorView[] = [],
): Omit<ApplyFrameView, 'children'> {
  const { t } = reading
  return {
    ...reading,
    title: t.apply.steps[step],
    lead: t.apply.leads[step],
    steps: allSteps.map((one) => ({ title: t.apply.steps[one], href: stepHref(reading, one) })),
    current: allSteps.indexOf(step) + 1,
    problems,
  }
}

/** Faults in the reader's words, at their questions. */
export function faultsTold({ t }: Reading, problems: readonly AnswerProblem[]): FormErrorView[] {
  const labels: Readonly<Record<string, string>> = t.apply.fields
  return problems.map(({ field, fault }) => {
    const label = field === 'member_name' ? t.apply.fields.members : (labels[field] ?? field)
    return { field, message: `${label}: ${t.apply.faults[fault]}` }
  })
}

const fewestRows = 3
const moreRows = 3

interface StepState {
  readonly draft: Draft
  readonly choices: Choices
  readonly problems: readonly AnswerProblem[]
  readonly more: boolean
}

/** One step of questions as a page. */
export function stepBody(reading: Reading, step: ApplicationStep, state: StepState) {
  const { language, t } = reading
  const { draft, choices } = state
  const at = applicationSteps.indexOf(step)
  const view: StepFormView = {
    ...frameOf(reading, step, faultsTold(reading, state.problems)),
    action: stepHref(reading, step),
    back: at === 0 ? null : stepHref(reading, applicationSteps[at - 1]!),
    values: draft.values,
    currency: choices.currency,
  }
  if (step === 'who') return WhoStep(view)
  if (step === 'household') {
    const filled = membersIn(draft.values).length
    const rows = Math.max(fewestRows, filled + 1) + (state.more ? moreRows : 0)
    return HouseholdStep({ ...view, rows })
  }
  if (step === 'payment') return PaymentStep(view)
  const own = choices.programme !== null
  return NeedStep({
    ...view,
    causes: choices.causesNamed.map(({ code, name }) => ({ value: code, label: name[language] })),
    programmes: own
      ? []
      : choices.programmesOpen.map(({ code, name }) => ({ value: code, label: name })),
    t,
  })
}

/** The papers that an applicant may add. */
export function paperKinds({ t }: Reading) {
  return applicantPapers.map((value) => ({ value, label: t.apply.papers[value] }))
}

const kib = 1_024

function paperView({ t, language }: Reading, paper: DraftDocument): PaperView {
  const { document, kind, name, bytes } = paper
  const size = `${formatCount(language, Math.ceil(bytes / kib))} KB`
  return { document, kind: t.apply.papers[kind], name, size }
}

/** The step of papers. */
export function papersBody(reading: Reading, draft: Draft, problems: readonly FormErrorView[]) {
  return PapersStep({
    ...frameOf(reading, 'documents', problems),
    papers: draft.documents.map((paper) => paperView(reading, paper)),
    kinds: paperKinds(reading),
    next: stepHref(reading, 'check'),
    back: stepHref(reading, 'payment'),
  })
}

/** The page on which everything is looked at before it is sent. */
export function checkBody(
  reading: Reading,
  { draft, choices }: { readonly draft: Draft; readonly choices: Choices },
  { key, problems }: { readonly key: string; readonly problems: readonly FormErrorView[] },
) {
  const missing = problemsOf(draft.values, choices)
  const said = missing.length > 0 ? [{ message: reading.t.apply.incomplete }] : []
  return CheckStep({
    ...frameOf(reading, 'check', [...problems, ...said]),
    answers: answersTold(reading, draft, choices, missing),
    idempotencyKey: key,
    savedAt: draft.saved_at,
    complete: missing.length === 0,
  })
}

function answersTold(
  reading: Reading,
  draft: Draft,
  choices: Choices,
  missing: readonly AnswerProblem[],
): AnsweredView[] {
  const { t } = reading
  const answers = applicationSteps.flatMap((step) =>
    askedIn(step, draft.values, choices).map((field): AnsweredView => {
      const fault = missing.find((one) => one.field === field)?.fault
      const told = valueTold(reading, field, draft.values, choices)
      return {
        term: field === 'member_name' ? t.apply.fields.members : labelOf(t, field),
        detail: told ?? t.apply.not_said,
        ...(fault === undefined ? {} : { note: t.apply.faults[fault] }),
        change: { href: stepHref(reading, step) },
      }
    }),
  )
  const papers = draft.documents.map(({ kind, name }) => `${t.apply.papers[kind]}: ${name}`)
  return [
    ...answers,
    {
      term: t.apply.fields.papers,
      detail: papers.length === 0 ? t.apply.no_papers : papers.join(' · '),
      change: { href: stepHref(reading, 'documents') },
    },
  ]
}

function labelOf(t: Messages, field: string): string {
  return (t.apply.fields as Readonly<Record<string, string>>)[field] ?? field
}

/** The questions of a step that concern this applicant. */
function askedIn(
  step: ApplicationStep,
  values: Draft['values'],
  { programme }: Pick<Choices, 'programme'>,
): string[] {
  const unasked: Readonly<Record<string, boolean>> = {
    kin_name: values.for_whom !== 'other',
    kin_relation: values.for_whom !== 'other',
    programme: programme !== null,
    payee_name: values.payee !== 'other',
    account: values.form === 'cash',
    bank: values.form === 'cash',
  }
  return questionsOf[step].filter(
    (field) => !(unasked[field] ?? (field.startsWith('member_') && field !== 'member_name')),
  )
}

const moneyFields = ['income_year', 'medical_year', 'schooling_year', 'amount']

/** The words of what was chosen. */
interface Named extends Pick<Choices, 'currency'> {
  readonly causesNamed: readonly Pick<Choices['causesNamed'][number], 'code' | 'name'>[]
  readonly programmesOpen: readonly Pick<Choices['programmesOpen'][number], 'code' | 'name'>[]
}

/** An answer as it is read again; undefined for none. */
export function valueTold(
  { t, language }: Reading,
  field: string,
  values: Draft['values'],
  choices: Named,
): string | undefined {
  const said = (values[field] ?? '').trim()
  if (field === 'member_name') return membersTold(language, values)
  if (said === '') return undefined
  if (moneyFields.includes(field) && /^\d+(?:\.\d+)?$/.test(said)) {
    return formatMoney(language, said, choices.currency)
  }
  return chosenTold({ t, language }, field, said, choices) ?? said
}

/** The words of a choice; undefined for what is none. */
function chosenTold(
  { t, language }: Pick<Reading, 't' | 'language'>,
  field: string,
  said: string,
  { causesNamed, programmesOpen }: Pick<Named, 'causesNamed' | 'programmesOpen'>,
): string | undefined {
  switch (field) {
    case 'for_whom':
      return Object.hasOwn(t.apply.for_whom, said)
        ? t.apply.for_whom[said as keyof typeof t.apply.for_whom]
        : undefined
    case 'form':
      return Object.hasOwn(t.apply.form, said)
        ? t.apply.form[said as keyof typeof t.apply.form]
        : undefined
    case 'payee':
      return Object.hasOwn(t.apply.payee, said)
        ? t.apply.payee[said as keyof typeof t.apply.payee]
        : undefined
    case 'cause':
      return causesNamed.find(({ code }) => code === said)?.name[language]
    case 'programme':
      return programmesOpen.find(({ code }) => code === said)?.name
    default:
      return undefined
  }
}

function membersTold(language: PageLanguage, values: Draft['values']): string | undefined {
  const members = membersIn(values).map((member) => {
    const { member_name: name, member_income: income, ...rest } = member
    const money = /^\d+(?:\.\d+)?$/.test(income) ? formatAmount(language, income) : income
    const parts = [rest.member_relation, rest.member_age, rest.member_occupation, money]
    const told = parts.filter((text) => text !== '').join(', ')
    return told === '' ? name : `${name} (${told})`
  })
  return members.length === 0 ? undefined : members.join('; ')
}
