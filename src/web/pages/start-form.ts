/** The questions of the first start: what was typed, what is wrong with it, and what can be chosen. */
import type { Messages } from '../../../templates/messages/messages.ts'
import { loginField } from '../../access/logins.ts'
import { requireGoodPassword } from '../../access/passwords.ts'
import { suggestedCode } from '../../access/presets.ts'
import { codeField, nameField } from '../../book/fields.ts'
import { EXPONENT_BY_CODE } from '../../kit/currencies.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { chartIds } from '../../ledger/charts/charts.ts'
import type { PageLanguage } from './language.ts'
import { inOne, type Told } from './refused.ts'
import { refusalIn, sentenceOf } from './sign-in.tsx'

/** What was typed, by the names of the fields; passwords are never among them. */
export type StartValues = Readonly<Partial<Record<string, string>>>

export interface FormProblem {
  /** Left out for what is wrong with the form as a whole. */
  readonly field?: string
  readonly message: string
}

export const ownerFields = ['owner_name', 'login'] as const
export const bookFields = [
  'name',
  'code',
  'chart',
  'currency',
  'time_zone',
  ...ownerFields,
] as const

/** The fields of a form, trimmed; where the book's code was left empty, one made of the name. */
export function valuesOf(
  sent: Readonly<Record<string, string>>,
  fields: readonly string[],
): StartValues {
  const values = Object.fromEntries(fields.map((field) => [field, (sent[field] ?? '').trim()]))
  if (values.code === '' && values.name) values.code = suggestedCode(values.name, 'book')
  return values
}

/** What is wrong with a form that makes a book; the code is asked for unless the address gives it. */
export function problemsOfBook(
  values: StartValues,
  sent: Readonly<Record<string, string>>,
  t: Messages,
  code: string | undefined,
): FormProblem[] {
  const problems: FormProblem[] = []
  const check = (field: string, sound: boolean, message: string) => {
    if (!sound) problems.push({ field, message })
  }
  check('name', nameField.safeParse(values.name).success, t.forms.missing)
  if (code === undefined && values.name) {
    check('code', codeField.safeParse(values.code).success, t.start.code_hint)
  }
  check(
    'chart',
    chartIds.some((one) => one === values.chart),
    t.forms.choose,
  )
  check('currency', EXPONENT_BY_CODE.has(values.currency ?? ''), t.forms.choose)
  check('time_zone', timeZones().includes(values.time_zone ?? ''), t.forms.choose)
  return [...problems, ...problemsOfOwner(values, t), ...problemsOfPassword(values, sent, t)]
}

/** What is wrong with the names of a user. */
export function problemsOfOwner(values: StartValues, t: Messages): FormProblem[] {
  const problems: FormProblem[] = []
  if (!nameField.safeParse(values.owner_name).success) {
    problems.push({ field: 'owner_name', message: t.forms.missing })
  }
  if (!values.login) problems.push({ field: 'login', message: t.forms.missing })
  else if (!loginField.safeParse(values.login).success) {
    problems.push({ field: 'login', message: t.start.login_hint })
  }
  return problems
}

/** What is wrong with a new password that was typed twice. */
export function problemsOfPassword(
  values: StartValues,
  { password = '', again = '' }: Readonly<Record<string, string>>,
  t: Messages,
): FormProblem[] {
  if (password === '') return [{ field: 'password', message: t.access.password_missing }]
  const unfit = refusalIn(() => requireGoodPassword(password, values.login ?? ''))
  if (unfit) return [{ field: 'password', message: sentenceOf(unfit, t) }]
  return again === password ? [] : [{ field: 'again', message: t.access.again_differs }]
}

/** A refusal of a first act, at the question that it is about. */
export function problemAt(refusal: Refusal, said: Told, t: Messages): FormProblem {
  const { code } = refusal
  if (code === 'book.exists') return { field: 'code', message: t.start.code_taken }
  const message = inOne(said)
  const fields: Readonly<Record<string, string>> = {
    'book.code': 'code',
    'user.login_taken': 'login',
    'time_zone.unknown': 'time_zone',
    'currency.unknown': 'currency',
  }
  const field = fields[code]
  return field === undefined ? { message } : { field, message }
}

let zones: readonly string[] | undefined

/** The time zones that this runtime knows. */
export function timeZones(): readonly string[] {
  zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]
  return zones
}

/** What the questions about the organisation can be answered with, in the reader's language. */
export function organisationOptions(language: PageLanguage, t: Messages) {
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  const currencies = [...EXPONENT_BY_CODE.keys()].sort()
  return {
    charts: chartIds.map((value) => ({ value, label: t.start.charts[value] })),
    currencies: currencies.map((value) => ({ value, label: `${value} ${names.of(value)}` })),
    timeZones: timeZones().map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  }
}
