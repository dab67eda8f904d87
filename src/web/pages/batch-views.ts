/** Batches as their pages show them. */
import type { z } from 'zod'
import type { FindingView } from '../../../templates/pages/batch-findings.tsx'
import type { BatchLineView } from '../../../templates/pages/batch-lines.tsx'
import type { HeapView } from '../../../templates/pages/batch-payable.tsx'
import type { BatchView } from '../../../templates/pages/batches.tsx'
import { formatCount, formatMoney } from '../../../templates/parts/format.ts'
import type { StateKind } from '../../../templates/parts/state.tsx'
import type { Finding } from '../../hardship/batches/checks.ts'
import type { lines as listLines } from '../../hardship/batches/line-queries.ts'
import type { payable } from '../../hardship/batches/payable-queries.ts'
import type { list } from '../../hardship/batches/queries.ts'
import type { ResultCause } from '../../hardship/batches/results.ts'
import type { BatchState, LineState } from '../../hardship/batches/rows.ts'
import { fundLink } from './fund-link.ts'
import { actorNames } from './recorded-by.ts'
import type { Visit } from './visit.ts'

const stateKinds: Readonly<Record<BatchState, StateKind>> = {
  prepared: 'waiting',
  released: 'active',
  closed: 'done',
  dropped: 'stopped',
}

const lineKinds: Readonly<Record<LineState, StateKind>> = {
  waiting: 'waiting',
  paid: 'done',
  rejected: 'care',
  bounced: 'reversed',
  removed: 'stopped',
}

/** The words stand within sentences too; by themselves they begin with a capital. */
function standing({ t }: Visit, state: BatchState | LineState): string {
  const word = t.batches.stands[state]
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** How a batch stands, in a word and a shape. */
export function batchStateView(visit: Visit, state: BatchState) {
  return { kind: stateKinds[state], word: standing(visit, state) }
}

/** How a line stands; before the release all of them wait for that. */
export function lineStateView(visit: Visit, batch: BatchState, state: LineState) {
  if (batch === 'prepared' && state === 'waiting') return batchStateView(visit, batch)
  return { kind: lineKinds[state], word: standing(visit, state) }
}

type BatchRow = z.output<typeof list.output>['batches'][number]

/** A batch in the register. */
export function batchView(visit: Visit, row: BatchRow): BatchView {
  const { t, language, href } = visit
  const count = (n: number) => formatCount(language, n)
  const under = row.state === 'released' || row.state === 'closed'
  return {
    href: href(`/batches/${row.batch}`),
    batch: row.batch,
    name: row.name,
    fund: fundLink(visit, row.fund),
    form: t.words.form[row.form],
    day: row.pay_on,
    lines: under ? `${count(row.paid)} / ${count(row.lines)}` : count(row.lines),
    amount: row.total,
    currency: row.currency,
    state: batchStateView(visit, row.state),
  }
}

/** Lines named of a finding before they are counted. */
const linesNamed = 12

/** The words for a cause of the table; what is no code is shown as it is. */
export function causeWord({ t }: Visit, cause: string | null): string | null {
  if (cause === null) return null
  return t.batches.causes[cause as ResultCause] ?? cause
}

/** Findings in words, each with its colour, the word for it, and the lines it is about. */
export function findingViews(
  visit: Visit,
  findings: readonly Finding[],
  currency: string,
): FindingView[] {
  const { t, language } = visit
  const kinds = { red: 'stopped', amber: 'care', green: 'done' } as const
  const count = (n: number) => formatCount(language, n)
  const nameOf = actorNames(visit)
  return findings.map(({ check, grade, lines, values }) => {
    const few = lines.slice(0, linesNamed).join(', ')
    const more = lines.length - linesNamed
    return {
      check: t.casework.payment_check[check],
      grade: { kind: kinds[grade], word: t.casework.grade[grade] },
      why: whyOf(visit, { check, values }, { currency, nameOf }),
      lines: more > 0 ? `${few} ${t.batches.and_more({ count: count(more) })}` : few,
    }
  })
}

function whyOf(
  { t, language }: Visit,
  { check, values }: Pick<Finding, 'check' | 'values'>,
  { currency, nameOf }: { readonly currency: string; readonly nameOf: (actor: string) => string },
): string {
  const text = (name: string) => String(values[name] ?? '')
  const listed = (name: string) => [values[name] ?? []].flat().map(String)
  const money = (name: string) => formatMoney(language, text(name), currency)
  const counted = () => formatCount(language, Number(values.count ?? 0))
  const told = {
    same_account: () => t.batches.finding.same_account({ parties: listed('parties').join(', ') }),
    new_payee: () => t.batches.finding.new_payee({ count: counted() }),
    no_account: () => t.batches.finding.no_account({ count: counted() }),
    unusual_amount: () =>
      t.batches.finding.unusual_amount({
        amount: money('amount'),
        median: money('median'),
        percent: formatCount(language, Number(values.percent)),
      }),
    open_duplicate: () => t.batches.finding.open_duplicate({ cases: listed('cases').join(', ') }),
    officers_relative: () =>
      t.batches.finding.officers_relative({
        actor: nameOf(text('actor')),
        interests: listed('interests').join(', '),
      }),
    no_longer_entitled: () =>
      t.batches.finding.no_longer_entitled({
        why: listed('why')
          .map((one) => t.batches.entitled[one as 'died' | 'delisted'])
          .join(', '),
      }),
  }
  return told[check]()
}

type HeapRow = z.output<typeof payable.output>['payable'][number]

/** What is payable of one fund in one form; it leads to a batch of it. */
export function heapView(visit: Visit, heap: HeapRow): HeapView {
  const { t, language, href } = visit
  const { fund, form } = heap
  return {
    fund: fundLink(visit, fund),
    form: {
      href: href(`/batches/new?${new URLSearchParams({ fund, form })}`),
      label: t.words.form[form],
    },
    count: formatCount(language, heap.count),
    again: formatCount(language, heap.again),
    amount: heap.amount,
    currency: heap.currency,
    day: heap.oldest_due_on,
  }
}

type LineRow = z.output<typeof listLines.output>['lines'][number]

/** What may be done at a line, as the state of its batch and this reader allow it. */
export interface LineActs {
  readonly change: boolean
  readonly record: boolean
}

/** A line of a batch. */
export function lineView(
  visit: Visit,
  { batch, currency, form, state }: Pick<BatchRow, 'batch' | 'currency' | 'form' | 'state'>,
  row: LineRow,
  may: LineActs,
): BatchLineView {
  const { t, href } = visit
  const person = ({ party, name }: LineRow['payee']) => ({
    href: href(`/people/${party}`),
    label: name,
  })
  const act = (path: string, label: string) => ({
    href: href(`/batches/${batch}/lines/${row.line}/${path}`),
    label,
  })
  const waits = row.state === 'waiting'
  const acts = [
    ...(may.change && waits ? [act('removal', t.batches.remove)] : []),
    ...(may.record && waits && form !== 'bank' ? [act('signature', t.batches.sign)] : []),
    ...(may.record && waits ? [act('result', t.batches.result)] : []),
    ...(may.record && row.state === 'paid' ? [act('bounce', t.batches.bounce)] : []),
  ]
  return {
    line: row.line,
    payee: person(row.payee),
    beneficiary: row.beneficiary.party === row.payee.party ? null : person(row.beneficiary),
    case: { href: href(`/cases/${row.case}`), label: row.case_ref },
    instalment:
      row.instalments === 1
        ? null
        : t.batches.instalment_of({
            number: String(row.number),
            instalments: String(row.instalments),
          }),
    amount: row.amount,
    currency,
    state: lineStateView(visit, state, row.state),
    on: row.on,
    cause: causeWord(visit, row.cause),
    payout: row.payout === null ? null : { href: href(`/payouts/${row.payout}`), label: '' },
    acts,
  }
}
