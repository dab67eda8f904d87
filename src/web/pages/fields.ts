/** The fields that forms are made of: what each asks, how what was typed is read, how it is told again. */
import type { Messages } from '../../../templates/messages/messages.ts'
import { list as listFunds } from '../../funds/funds.ts'
import type { PartyKind } from '../../people/parties.ts'
import { list as listParties } from '../../people/queries.ts'
import { Ambiguous, readAmount, readDay, readNumber } from './reading.ts'
import { cellName, type RowsSpec, readRows } from './rows.ts'
import type { Visit } from './visit.ts'

/** What was typed into a form, by the names of its fields; nothing is the empty text, several choices are lines. */
export type Values = Readonly<Record<string, string>>

/** A form being filled in. */
export interface Asked {
  readonly visit: Visit
  readonly values: Values
  readonly t: Messages
  /** Reads every name as that of somebody new, also of who has come to stand in the book since. */
  readonly namesAreNew?: boolean
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface Spec {
  readonly name: string
  readonly label: (t: Messages) => string
  readonly hint?: (t: Messages, visit: Visit) => string
  readonly optional?: boolean
  /** Asked only of whom it concerns; always unless said. */
  readonly when?: (visit: Visit) => boolean
}

/** One question of a form. Its name is that of the command's field. */
export type FieldSpec = Spec &
  (
    | { readonly kind: 'text' | 'long_text' | 'month' | 'number' }
    /** Rows of answers; those without any are left out. */
    | ({ readonly kind: 'rows' } & RowsSpec)
    /** Another name is given for where the fund stands that the amount is of. */
    | { readonly kind: 'money'; readonly currency: (asked: Asked) => string }
    | { readonly kind: 'day'; readonly leaveEmpty?: boolean }
    | {
        readonly kind: 'radios' | 'select' | 'several'
        readonly options: (asked: Asked) => readonly Option[]
      }
    | { readonly kind: 'fund' }
    | {
        readonly kind: 'person'
        readonly newKind: PartyKind
        /** Without any it has to be somebody who stands in the book. */
        readonly newKinds: readonly PartyKind[]
        /** What somebody new is by another answer, unless it is said here; undefined while that is open. */
        readonly kindBy?: (values: Values) => PartyKind | undefined
      }
    | { readonly kind: 'yes' }
  )

/** What is wrong with what was typed into one field. */
export interface FieldProblem {
  readonly field: string
  readonly sentence: string
}

/** What a form gives to its command, or why it cannot. */
export interface Reading {
  readonly input: Readonly<Record<string, unknown>>
  readonly problems: readonly FieldProblem[]
}

/** The name under which a form keeps what a new person or body would be. */
export function kindField(name: string): string {
  return `${name}_kind`
}

/** The names under which a form's values come. */
export function namesOf(fields: readonly FieldSpec[]): string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'rows') return field.columns.map((column) => cellName(field.name, column))
    return field.kind === 'person' ? [field.name, kindField(field.name)] : [field.name]
  })
}

/** Reads what was typed. A field left empty is left out when it is optional, and a problem when it is not. */
export function readFields(fields: readonly FieldSpec[], asked: Asked): Reading {
  const input: Record<string, unknown> = {}
  const problems: FieldProblem[] = []
  for (const field of fields) {
    const found = readField(field, asked)
    if ('sentence' in found) problems.push({ field: field.name, sentence: found.sentence })
    else if (found.value !== undefined) input[field.name] = found.value
  }
  return { input, problems }
}

type Found = { readonly value: unknown } | { readonly sentence: string }

function readField(field: FieldSpec, asked: Asked): Found {
  const { t, visit } = asked
  const given = (asked.values[field.name] ?? '').trim()
  if (field.kind === 'yes') return { value: given === 'yes' }
  if (field.kind === 'rows') return readRows(field, asked)
  if (given === '') {
    const maybe = field.optional || (field.kind === 'day' && field.leaveEmpty)
    return maybe ? { value: undefined } : { sentence: missing(field, t) }
  }
  switch (field.kind) {
    case 'money':
      try {
        return { value: readAmount(given, visit.language) }
      } catch (error) {
        if (error instanceof Ambiguous) return { sentence: t.forms.amount_grouping({ given }) }
        throw error
      }
    case 'day':
      return { value: readDay(given) }
    case 'several':
      return { value: given.split('\n') }
    case 'number':
      return { value: readNumber(given) }
    case 'person':
      return readPerson(field, given, asked)
    default:
      return { value: given }
  }
}

function missing({ kind }: FieldSpec, { forms }: Messages): string {
  if (kind === 'money') return forms.amount_missing
  if (kind === 'person') return forms.person_missing
  return kind === 'radios' || kind === 'select' || kind === 'fund' ? forms.choose : forms.missing
}

/** A reference is sent by a reader or picked from a list: `P-000012`, or `P-000012 · Zhang Xiaoming`. */
const reference = /^(P-\d{6,15})(?:\s*·.*)?$/u

/** A reference, or a name: that of one person or body in the book, or of a new one. */
function readPerson(field: FieldSpec & { kind: 'person' }, given: string, asked: Asked): Found {
  const { values, visit, t } = asked
  const picked = reference.exec(given)?.[1]
  if (picked) return { value: picked }
  const known = asked.namesAreNew ? [] : partiesNamed(visit, given)
  if (known.length === 1) return { value: known[0] }
  if (known.length > 1) {
    const parties = known.slice(0, 10).join(', ')
    return { sentence: t.forms.person_several({ name: given, parties }) }
  }
  if (field.newKinds.length === 0) return { sentence: t.forms.person_not_there({ name: given }) }
  const chosen = field.newKinds.find((kind) => kind === values[kindField(field.name)])
  return { value: { kind: chosen ?? field.kindBy?.(values) ?? field.newKind, name: given } }
}

/** More of one name than this are told apart by their references in any case. */
const mostOfOneName = 20

/** Who in the book has exactly this name, as far as the reader may read names. */
function partiesNamed(visit: Visit, name: string): string[] {
  if (!visit.caller.readsNames) return []
  const { parties } = visit.ask(listParties, { name, limit: mostOfOneName })
  return parties.filter((party) => party.name === name).map(({ party }) => party)
}

/** Where only one fund is open, it is not asked which: the form begins with it. */
export function onlyFund(fields: readonly FieldSpec[], visit: Visit): Values {
  const asking = fields.filter(({ kind, optional }) => kind === 'fund' && !optional)
  const funds = asking.length === 1 ? visit.ask(listFunds, {}).funds : []
  return funds.length === 1 ? { [asking[0]!.name]: funds[0]!.fund } : {}
}

/** The currency of a form's fund, else that of the organisation. */
export function currencyOfFund(field = 'fund'): (asked: Asked) => string {
  return ({ visit, values }) => {
    const { funds } = visit.ask(listFunds, {})
    return funds.find(({ fund }) => fund === values[field])?.currency ?? visit.organisation.currency
  }
}
