/**
 * The questions of an application, in steps (handbook A8), and what is wrong with answers to them. Answers are texts as
 * they were typed, amounts and numbers in their strict form where they could be read.
 */
import { nameField, reasonField } from '../../book/fields.ts'
import { bankAccount } from '../../kit/bank-account.ts'
import { parseAmount } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Facts } from '../files/facts.ts'

export const applicationSteps = ['who', 'household', 'need', 'payment', 'documents'] as const
export type ApplicationStep = (typeof applicationSteps)[number]

/** The rows of the household, one line of each column's value for each member. */
export const memberColumns = [
  'member_name',
  'member_relation',
  'member_age',
  'member_occupation',
  'member_income',
] as const

/** The questions of each step, by the names of their fields. */
export const questionsOf = {
  who: ['for_whom', 'kin_name', 'kin_relation', 'reach'],
  household: [
    ...memberColumns,
    'people',
    'income_year',
    'medical_year',
    'schooling_year',
    'other_aid',
  ],
  need: ['programme', 'cause', 'cause_text', 'situation', 'amount'],
  payment: ['form', 'payee', 'payee_name', 'account', 'bank'],
  documents: [],
} as const satisfies Record<ApplicationStep, readonly string[]>

/** What is wrong with an answer. */
export type AnswerFault = 'missing' | 'choose' | 'amount' | 'number' | 'account' | 'long' | 'name'

export interface AnswerProblem {
  readonly step: ApplicationStep
  readonly field: string
  readonly fault: AnswerFault
}

/** What answers are held against. */
export interface ApplicationChoices {
  readonly currency: string
  /** Codes of the classes of causes. */
  readonly causes: readonly string[]
  /** Codes of the programmes that may be chosen. */
  readonly programmes: readonly string[]
  /** The programme of the code, which is then not asked for. */
  readonly programme: string | null
}

type Values = Readonly<Record<string, string>>

/** As long as a household on any register. */
export const mostMembers = 60
/** More than any text of a form; the fields of commands refuse beyond that. */
const longestLine = 200

/** The members of the household that were filled in. */
export function membersIn(
  values: Values,
): Readonly<Record<(typeof memberColumns)[number], string>>[] {
  const lines = memberColumns.map((column) => (values[column] ?? '').split('\n'))
  const count = Math.max(...lines.map(({ length }) => length))
  const all = Array.from({ length: count }, (_, row) =>
    Object.fromEntries(memberColumns.map((column, at) => [column, (lines[at]![row] ?? '').trim()])),
  ) as Record<(typeof memberColumns)[number], string>[]
  return all.filter((member) => Object.values(member).some((text) => text !== ''))
}

/** What is wrong with the answers of one step. */
export function problemsOfStep(
  step: ApplicationStep,
  values: Values,
  choices: ApplicationChoices,
): AnswerProblem[] {
  const found: AnswerProblem[] = []
  const problem = (field: string, fault: AnswerFault | null) => {
    if (fault !== null) found.push({ step, field, fault })
  }
  const said = (field: string) => (values[field] ?? '').trim()
  checks[step]({ values, choices, said, problem })
  return found
}

/** What is wrong with all answers, in the order of the questions. */
export function problemsOf(values: Values, choices: ApplicationChoices): AnswerProblem[] {
  return applicationSteps.flatMap((step) => problemsOfStep(step, values, choices))
}

interface Checking {
  readonly values: Values
  readonly choices: ApplicationChoices
  said(field: string): string
  problem(field: string, fault: AnswerFault | null): void
}

const checks: Readonly<Record<ApplicationStep, (checking: Checking) => void>> = {
  who: ({ said, problem }) => {
    problem('for_whom', among(said('for_whom'), ['self', 'other']))
    if (said('for_whom') === 'other') {
      problem('kin_name', line(said('kin_name')))
      problem('kin_relation', line(said('kin_relation')))
    }
    problem('reach', said('reach') === '' ? null : line(said('reach')))
  },
  household: ({ values, choices, said, problem }) => {
    const members = membersIn(values)
    if (members.length === 0) problem('member_name', 'missing')
    else if (members.length > mostMembers) problem('member_name', 'long')
    else {
      const faults = members.flatMap((member) => memberFaults(member, choices.currency))
      problem('member_name', faults[0] ?? null)
    }
    problem('people', wholeNumber(said('people'), 1, mostMembers, true))
    problem('income_year', amount(said('income_year'), choices.currency, { orNothing: true }))
    for (const field of ['medical_year', 'schooling_year']) {
      if (said(field) !== '')
        problem(field, amount(said(field), choices.currency, { orNothing: true }))
    }
    if (said('other_aid') !== '') problem('other_aid', text(said('other_aid')))
  },
  need: ({ choices, said, problem }) => {
    if (choices.programme === null)
      problem('programme', among(said('programme'), choices.programmes))
    problem('cause', among(said('cause'), choices.causes))
    problem('cause_text', line(said('cause_text')))
    problem('situation', text(said('situation')))
    problem('amount', amount(said('amount'), choices.currency))
  },
  payment: ({ said, problem }) => {
    problem('form', among(said('form'), ['bank', 'cash']))
    problem('payee', among(said('payee'), ['self', 'other']))
    if (said('payee') === 'other') problem('payee_name', line(said('payee_name')))
    if (said('form') === 'bank') problem('account', account(said('account')))
    if (said('bank') !== '') problem('bank', line(said('bank')))
  },
  documents: () => undefined,
}

function among(given: string, options: readonly string[]): AnswerFault | null {
  return options.includes(given) ? null : 'choose'
}

function line(given: string): AnswerFault | null {
  if (given === '') return 'missing'
  if (given.length > longestLine) return 'long'
  return nameField.safeParse(given).success ? null : 'name'
}

function text(given: string): AnswerFault | null {
  if (given === '') return 'missing'
  return reasonField.safeParse(given).success ? null : 'long'
}

function wholeNumber(
  given: string,
  least: number,
  most: number,
  optional = false,
): AnswerFault | null {
  if (given === '') return optional ? null : 'missing'
  const sound = /^\d{1,4}$/.test(given) && Number(given) >= least && Number(given) <= most
  return sound ? null : 'number'
}

function amount(given: string, currency: string, { orNothing = false } = {}): AnswerFault | null {
  if (given === '') return 'missing'
  if (orNothing && /^0(?:\.0+)?$/.test(given)) return null
  return isTaken(() => parseAmount(given, currency)) ? null : 'amount'
}

function account(given: string): AnswerFault | null {
  if (given === '') return 'missing'
  return isTaken(() => bankAccount(given)) ? null : 'account'
}

function isTaken(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function memberFaults(
  member: Readonly<Record<(typeof memberColumns)[number], string>>,
  currency: string,
): AnswerFault[] {
  const optionalLine = (given: string) => (given === '' ? null : line(given))
  const { member_income: income } = member
  return [
    line(member.member_name),
    optionalLine(member.member_relation),
    wholeNumber(member.member_age, 0, 130, true),
    optionalLine(member.member_occupation),
    income === '' ? null : amount(income, currency, { orNothing: true }),
  ].filter((fault) => fault !== null)
}

/** What the answers say of the household, as its hardship file has it. They are whole by then. */
export function factsIn(values: Values): Facts {
  const said = (field: string) => values[field]?.trim() || undefined
  const members = membersIn(values).map((member) => ({
    name: member.member_name,
    ...(member.member_relation ? { relation: member.member_relation } : {}),
    ...(member.member_age ? { age: Number(member.member_age) } : {}),
    ...(member.member_occupation ? { occupation: member.member_occupation } : {}),
    ...(member.member_income ? { income_month: member.member_income } : {}),
  }))
  const people = said('people')
  return {
    members,
    ...(people === undefined ? {} : { people: Number(people) }),
    income_year: said('income_year'),
    medical_year: said('medical_year'),
    schooling_year: said('schooling_year'),
    other_aid: said('other_aid'),
    situation: said('situation'),
  }
}
