/** Tells a refusal in the reader's language, at the field that it is about. */
import type { Messages } from '../../../templates/messages/messages.ts'
import { problemIn } from '../../../templates/messages/problems.ts'
import type { InputIssue } from '../../book/refusals.ts'
import { inputInvalid } from '../../book/refusals.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { type FieldProblem, type FieldSpec, kindField, type Values } from './fields.ts'

export interface Told {
  readonly sentence: string
  readonly remedy: string
}

/** A refusal as it may have been kept. */
export interface Refused extends Told {
  readonly code: string
  readonly values?: Readonly<Record<string, unknown>>
}

/** How a reader knows the fund with a code. */
export type NameOfFund = (code: string) => string

/**
 * A refusal's sentence and way out. What the catalogue has no words for is told as the refusal itself does.
 * Funds are told by their names where these are known.
 */
export function told(refusal: Refusal, t: Messages, nameOf?: NameOfFund): Told {
  const { code, message: sentence, remedy, values } = refusal
  return toldOf({ code, sentence, remedy, values: nameOf ? named(values, nameOf) : values }, t)
}

/** The fields of refusals that hold the code of a fund. */
const fundFields = ['fund', 'from', 'to']

function named(values: Refusal['values'], nameOf: NameOfFund): Refusal['values'] {
  const told = Object.entries(values).map(([field, value]) => {
    const isFund = fundFields.includes(field) && typeof value === 'string'
    return [field, isFund ? nameOf(value) : value] as const
  })
  return Object.fromEntries(told)
}

/** The same of a refusal that was kept. */
export function toldOf({ code, sentence, remedy, values }: Refused, t: Messages): Told {
  const words = t.refusals[code as keyof Messages['refusals']]
  return words && values ? words(values as never) : { sentence, remedy }
}

/** What went wrong and what to do in one line. A Chinese full stop is as wide as a space already. */
export function inOne({ sentence, remedy }: Told): string {
  return `${sentence}${sentence.endsWith('。') ? '' : ' '}${remedy}`.trim()
}

/** What a form says of a refusal: at its fields, or above them all. */
export interface FormTold {
  readonly problems: readonly FieldProblem[]
  /** What belongs to no field of the form. */
  readonly told: Told | null
}

/** A refusal as a form tells it. */
export function toldInForm(
  refusal: Refusal,
  fields: readonly FieldSpec[],
  values: Values,
  t: Messages,
  nameOf?: NameOfFund,
): FormTold {
  if (refusal.code === inputInvalid.code) {
    const issues = refusal.values.issues as readonly InputIssue[]
    const problems = issues.map(({ field, problem }) =>
      problemAt(fields, field, { sentence: problemIn(t, problem), t }),
    )
    const isAsked = ({ field }: FieldProblem) => fields.some(({ name }) => name === field)
    // What is wrong with something that the form does not ask is told above it.
    return { problems, told: problems.every(isAsked) ? null : told(refusal, t) }
  }
  const { sentence, remedy } = told(refusal, t, nameOf)
  const field = fieldMeant(refusal, fields, values)
  if (field === undefined) return { problems: [], told: { sentence, remedy } }
  return { problems: [{ field, sentence: inOne({ sentence, remedy }) }], told: null }
}

/**
 * The question that an issue is about: `body.stages.0.days` is of the question `stages` and its first row,
 * `party.kind` of `party`, `party_kind` too.
 */
function problemAt(
  fields: readonly FieldSpec[],
  path: string,
  { sentence, t }: { readonly sentence: string; readonly t: Messages },
): FieldProblem {
  const parts = path.split('.')
  const at = parts.findIndex((part) => fieldNamed(fields, part))
  const field = at < 0 ? undefined : fieldNamed(fields, parts[at]!)
  if (field === undefined) return { field: parts[0]!, sentence }
  const [row = '', ...rest] = parts.slice(at + 1)
  if (field.kind !== 'rows' || !/^\d+$/.test(row)) return { field: field.name, sentence }
  const column = field.columns.find(({ name }) => rest.includes(name))?.label(t)
  const told = { row: Number(row) + 1, column: column ?? field.label(t), sentence }
  return { field: field.name, sentence: t.forms.row_wrong(told) }
}

function fieldNamed(fields: readonly FieldSpec[], name: string): FieldSpec | undefined {
  return fields.find((field) => field.name === name || kindField(field.name) === name)
}

/** Refusals about how much: the rule behind them is the fund's, the answer to change is the amount. */
const aboutAmount =
  /^amount\.|^fund\.(?:more_than_available|larger_than_policy)|\.(?:exceeded|too_large)$|^account\.below_floor$/

function fieldMeant(
  { code, values: given }: Refusal,
  fields: readonly FieldSpec[],
  values: Values,
): string | undefined {
  const first = (...kinds: FieldSpec['kind'][]) =>
    fields.find(({ kind }) => kinds.includes(kind))?.name
  if (aboutAmount.test(code)) return first('money')
  if (/^(?:day\.|period\.closed$|policy\.before_today$)/.test(code)) return first('day')
  if (code === 'fund.category_not_allowed') return first('select', 'radios')
  if (code === 'fund.unknown' || code === 'fund.closed' || code === 'fund.exists') {
    return fields.find(({ name }) => values[name] === String(given.fund ?? given.code))?.name
  }
  if (code.startsWith('party.')) {
    return fields.find(
      ({ kind, name }) => kind === 'person' && values[name]?.startsWith(`${given.party}`),
    )?.name
  }
  if (code.includes('party')) return first('person')
  const [noun] = code.split('.')
  const named = fields.find(({ name }) => name === noun)
  return (named ?? choiceQuoted(fields, values, given))?.name
}

/** The question whose answer a refusal quotes. */
function choiceQuoted(
  fields: readonly FieldSpec[],
  values: Values,
  given: Readonly<Record<string, unknown>>,
): FieldSpec | undefined {
  return fields.find(
    ({ name, kind }) =>
      (kind === 'radios' || kind === 'select') &&
      given[name] !== undefined &&
      values[name] === String(given[name]),
  )
}
