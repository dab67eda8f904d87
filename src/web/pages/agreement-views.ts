/** Agreements, commitments and measures as pages tell them. */
import type { z } from 'zod'
import type {
  CommitmentView,
  MeasuresView,
  TotalView,
} from '../../../templates/pages/agreement-figures.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { formatCount, formatList, formatMoney } from '../../../templates/parts/format.ts'
import { show as showPolicy } from '../../access/policy-queries.ts'
import { show } from '../../pairing/agreements/show-query.ts'
import type { AgreementOut, kindOut, lineOut, totalOut } from '../../pairing/agreements/shown.ts'
import { show as showVariance } from '../../pairing/agreements/variance-queries.ts'
import { list as listHelpers } from '../../pairing/registers/helper-queries.ts'
import { helperSorts } from '../../pairing/registers/traits.ts'
import type { Pairing } from '../../policies/pairing.ts'
import type { Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** The agreement that the address names. */
export function agreementAsked(visit: Visit) {
  return visit.ask(show, { agreement: Number(visit.c.req.param('agreement')) })
}
export type AgreementTold = ReturnType<typeof agreementAsked>

/** The variance statement that the address names. */
export function varianceAsked(visit: Visit) {
  return visit.ask(showVariance, { statement: Number(visit.c.req.param('statement')) })
}
export type VarianceTold = ReturnType<typeof varianceAsked>

const stateKinds = { draft: 'draft', active: 'active', expired: 'done', ended: 'stopped' } as const

/** How an agreement stands, in a word and a shape. */
export function agreementState({ t }: Visit, { state }: Pick<AgreementOut, 'state'>) {
  return { kind: stateKinds[state], word: t.agreements.states[state] }
}

/** What an agreement is about, as the policy names it; a kind that it no longer knows is told by its code. */
export function kindsTold({ language }: Visit, kinds: readonly z.output<typeof kindOut>[]): string {
  return formatList(
    language,
    kinds.map(({ code, name }) => name?.[language] ?? code),
  )
}

/** The kinds of agreement to choose from. */
export function kindOptions(visit: Visit): Option[] {
  const { body } = visit.ask(showPolicy, { kind: 'pairing' })
  return (body as unknown as Pairing).agreements.map(({ code, name }) => ({
    value: code,
    label: name[visit.language],
  }))
}

/** More bodies than this are found by their numbers. */
const mostBodies = 1000

/** Bodies of the register of helpers that have not ended. */
export function bodyOptions(visit: Visit): Option[] {
  if (!visit.may(listHelpers)) return []
  return helperSorts
    .filter((sort) => sort !== 'person')
    .flatMap((sort) => visit.ask(listHelpers, { sort, limit: mostBodies }).helpers)
    .filter(({ standing }) => standing !== 'ended')
    .map(({ helper, reference, name }) => ({
      value: String(helper),
      label: `${name} · ${reference}`,
    }))
}

type LineTold = z.output<typeof lineOut>
type TotalTold = z.output<typeof totalOut>

/** A measure: an amount with its currency, else a number. */
export function measureTold(
  { language }: Visit,
  { in_money }: Pick<LineTold, 'in_money'>,
  measure: string,
  currency: string,
): string {
  return in_money
    ? formatMoney(language, measure, currency)
    : formatCount(language, Number(measure))
}

function measuresTold(visit: Visit, of: LineTold | TotalTold, currency: string): MeasuresView {
  const told = (measure: string) => measureTold(visit, of, measure, currency)
  return {
    promised: told(of.promised),
    on_time: told(of.on_time),
    late: told(of.late),
    open: told(of.open),
    released: told(of.released),
    beyond: told(of.beyond),
  }
}

const outcomeKinds = {
  kept: 'done',
  kept_late: 'care',
  to_come: 'waiting',
  partly: 'care',
  overdue: 'stopped',
  released: 'reversed',
} as const

/** How a commitment stands. */
export function outcomeState({ t }: Visit, { outcome }: Pick<LineTold, 'outcome'>) {
  return { kind: outcomeKinds[outcome], word: t.agreements.outcomes[outcome] }
}

/** How late or early it was kept, in words; null where there is nothing to tell. */
export function lateness({ t }: Visit, { days_late }: Pick<LineTold, 'days_late'>): string | null {
  if (days_late === null || days_late === 0) return null
  const { agreements } = t
  return days_late > 0
    ? agreements.days_late({ days: days_late })
    : agreements.days_early({ days: -days_late })
}

/** A commitment with what came of it. */
export function commitmentView(
  visit: Visit,
  line: LineTold,
  { currency, binding, acts, note }: CommitmentShown,
): CommitmentView {
  const { agreements } = visit.t
  const unsigned = { kind: 'draft', word: agreements.not_binding } as const
  return {
    ...measuresTold(visit, line, currency),
    side: agreements.sides_short[line.side],
    kind: agreements.promise_kinds[line.kind],
    text: line.text ?? '',
    due_on: line.due_on,
    binding,
    state: binding || line.outcome === 'released' ? outcomeState(visit, line) : unsigned,
    note: note ?? (binding ? lateness(visit, line) : null),
    acts,
  }
}

interface CommitmentShown {
  readonly currency: string
  readonly binding: boolean
  readonly note: string | null
  readonly acts: readonly LinkView[]
}

/** The sums of a kind on a side. */
export function totalView(visit: Visit, total: TotalTold, currency: string): TotalView {
  const { agreements } = visit.t
  return {
    ...measuresTold(visit, total, currency),
    side: agreements.sides_short[total.side],
    kind: agreements.promise_kinds[total.kind],
    overdue: measureTold(visit, total, total.overdue, currency),
  }
}
