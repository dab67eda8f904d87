/** Fields as their page shows them, and as the page of answers tells them. */
import type { AnswerView, FieldView, FundOptionView } from '../../../templates/pages/field-view.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { amountText, parseAmount } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { amountInWords } from '../../kit/words.ts'
import { show as showParty } from '../../people/queries.ts'
import {
  type Asked,
  type FieldProblem,
  type FieldSpec,
  kindField,
  type Option,
  readFields,
} from './fields.ts'
import type { PageLanguage } from './language.ts'
import { rowViews, tellRows } from './rows.ts'

/** The fields with what was typed into them and what is wrong with it; `focus` is asked first. */
export function fieldViews(
  fields: readonly FieldSpec[],
  asked: Asked,
  problems: readonly FieldProblem[],
  focus: string | undefined,
): FieldView[] {
  const { t, values } = asked
  return fields.map((field) => {
    const shared = {
      name: field.name,
      label: field.label(t),
      hint: field.hint?.(t, asked.visit) ?? hintOf(field, asked),
      value: values[field.name] ?? '',
      error: problems.find((problem) => problem.field === field.name)?.sentence,
      optional: field.optional ?? (field.kind === 'day' && field.leaveEmpty ? undefined : false),
      focus: focus === field.name,
    }
    switch (field.kind) {
      case 'money': {
        const currency = field.currency(asked)
        return { ...shared, kind: 'money', currency, words: wordsOf(field, asked) }
      }
      case 'radios':
      case 'select':
      case 'several':
        return { ...shared, kind: field.kind, options: field.options(asked) }
      case 'fund':
        return { ...shared, kind: 'fund', funds: openFunds(asked) }
      case 'rows':
        return { ...shared, optional: undefined, kind: 'rows', ...rowViews(field, asked) }
      case 'person':
        return {
          ...shared,
          kind: 'person',
          kindName: kindField(field.name),
          newKind: values[kindField(field.name)] || (field.kindBy ? '' : field.newKind),
          newKinds: kindOptions(field, asked),
          search: asked.visit.href('/people/suggestions'),
        }
      default:
        return { ...shared, kind: field.kind }
    }
  })
}

function kindOptions(field: FieldSpec & { kind: 'person' }, { t }: Asked): Option[] {
  if (field.newKinds.length === 0) return []
  const kinds = field.newKinds.map((kind) => ({ value: kind, label: t.words.party_kind[kind] }))
  return field.kindBy ? [{ value: '', label: t.forms.kind_by_source }, ...kinds] : kinds
}

function hintOf(field: FieldSpec, { t }: Asked): string | undefined {
  if (field.kind === 'money') return t.forms.amount_hint
  if (field.kind === 'person') {
    return field.newKinds.length === 0 ? t.forms.person_known_hint : t.forms.person_hint
  }
  return field.kind === 'day' && field.leaveEmpty ? t.forms.day_hint : undefined
}

function openFunds({ visit }: Asked): FundOptionView[] {
  return visit.ask(listFunds, {}).funds
}

function optionsOf(field: FieldSpec, asked: Asked): readonly Option[] {
  if (field.kind === 'fund') {
    return openFunds(asked).map(({ fund, name }) => ({ value: fund, label: name }))
  }
  return 'options' in field ? field.options(asked) : []
}

/** The answers as they will be recorded, one row a question; those left empty are left out. */
export function tellFields(fields: readonly FieldSpec[], asked: Asked): AnswerView[] {
  const { input } = readFields(fields, asked)
  return fields.flatMap((field): AnswerView[] => {
    const label = field.label(asked.t)
    const given = input[field.name]
    const answer = (value: AnswerView['value']) => [{ name: field.name, label, value }]
    if (field.kind === 'day') return answer({ day: (given as string) ?? asked.visit.today })
    if (given === undefined || given === false) return []
    if (field.kind === 'money') return answer(tellMoney(field, asked, given as string))
    if (field.kind === 'person') return answer({ text: tellPerson(given, asked) })
    if (field.kind === 'rows') {
      const lines = tellRows(field, asked)
      return lines.length === 0 ? [] : answer({ lines })
    }
    const options = optionsOf(field, asked)
    if (field.kind === 'several') {
      const chosen = options.filter(({ value }) => (given as string[]).includes(value))
      return answer({ text: chosen.map(({ label: one }) => one).join(' · ') })
    }
    return answer({ text: options.find(({ value }) => value === given)?.label ?? String(given) })
  })
}

function tellMoney(
  field: FieldSpec & { kind: 'money' },
  asked: Asked,
  amount: string,
): AnswerView['value'] {
  const currency = field.currency(asked)
  return { amount: inFull(amount, currency), currency, words: wordsOf(field, asked) ?? '' }
}

/** An amount with all decimals of its currency; as it came when it is none. */
function inFull(amount: string, currency: string): string {
  return unlessRefused(() => amountText(parseAmount(amount, currency), currency)) ?? amount
}

function unlessRefused<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function tellPerson(given: unknown, { visit, t }: Asked): string {
  if (typeof given === 'string') {
    return t.forms.person_known(visit.ask(showParty, { party: given }))
  }
  const { kind, name } = given as { kind: keyof typeof t.words.party_kind; name: string }
  return t.forms.person_new({ name, kind: t.words.party_kind[kind] })
}

/** The amount in words, if what was typed is one. */
function wordsOf(field: FieldSpec & { kind: 'money' }, asked: Asked): string | undefined {
  const { input } = readFields([{ ...field, optional: true }], asked)
  const amount = input[field.name]
  return amount === undefined
    ? undefined
    : amountWords(String(amount), field.currency(asked), asked.visit.language)
}

/** An amount of a currency in words, or undefined when it is none. */
export function amountWords(
  amount: string,
  currency: string,
  language: PageLanguage,
): string | undefined {
  return unlessRefused(() => amountInWords(parseAmount(amount, currency), currency, language))
}
