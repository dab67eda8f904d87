/**
 * What a bank says of many lines at once. Lines are found by the reference that the bank gives back; what does not
 * agree with the line is refused line by line, and what is known already is not done twice.
 */
import { z } from 'zod'
import { dayField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import { amountText, parseAmount } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { fundById } from '../../ledger/funds.ts'
import { PostingRun } from '../../ledger/post.ts'
import { folded } from '../../people/fold.ts'
import { partyById, partyName } from '../../people/parties.ts'
import {
  resultAmount,
  resultDiffers,
  resultName,
  resultReference,
  signedNotBanked,
} from './refusals.ts'
import { causeOf, requireTakesResult, takeResult } from './results.ts'
import {
  type Batch,
  type BatchLine,
  batchWithNumber,
  lineAt,
  mostLines,
  readEndToEndId,
} from './rows.ts'

const rowField = z.strictObject({
  /** The reference of the line, which the file for the bank gave it: `B-2026-0001-000012`. */
  end_to_end_id: z.string().min(1).max(100),
  outcome: z.enum(['paid', 'rejected']),
  on: dayField,
  /** What the bank says it paid; it must be the amount of the line. */
  amount: z.string().max(64).nullable().default(null),
  currency: z.string().max(10).nullable().default(null),
  /** Whom the bank says it paid; it must be the payee. */
  name: z.string().max(500).nullable().default(null),
  cause: z.string().max(500).nullable().default(null),
})
type Given = z.output<typeof rowField>

export const bankOutcomes = ['recorded', 'known', 'refused'] as const
export type BankOutcome = (typeof bankOutcomes)[number]

const outcomeOut = z.object({
  end_to_end_id: z.string(),
  outcome: z.enum(bankOutcomes),
  /** What the line came to; null for one that was refused. */
  result: z.enum(['paid', 'rejected']).nullable(),
  fault: z
    .object({
      code: z.string(),
      sentence: z.string(),
      remedy: z.string(),
      values: z.record(z.string(), z.unknown()),
    })
    .nullable(),
})
export type BankOutcomeRow = z.output<typeof outcomeOut>

export const recordResults = command({
  name: 'batches.record_results',
  summary: 'Records what a bank says of many lines, each known by its reference; none twice',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/bank-results' },
  input: z.strictObject({
    rows: z
      .array(rowField)
      .min(1)
      .max(mostLines)
      .meta({
        examples: [[{ end_to_end_id: 'B-2026-0001-000001', outcome: 'paid', on: '2026-03-31' }]],
      }),
  }),
  output: z.object({
    recorded: z.number(),
    known: z.number(),
    refused: z.number(),
    rows: z.array(outcomeOut),
  }),
  subject: ({ rows }) => `bank_results/${rows.length}`,
  run: (act, input) => {
    const looked = new Looking(act)
    const found = input.rows.map((row) => looked.at(row))
    const run = new PostingRun(act)
    for (const { take } of found) take?.(run)
    run.close()
    const rows = found.map(({ told }) => told)
    const count = (one: BankOutcome) => rows.filter(({ outcome }) => outcome === one).length
    return { recorded: count('recorded'), known: count('known'), refused: count('refused'), rows }
  },
})

interface Looked {
  readonly told: BankOutcomeRow
  take?(run: PostingRun): void
}

/** Looks at all rows before the first is written, so that a refusal leaves nothing half done. */
class Looking {
  readonly #act: Act
  readonly #batches = new Map<string, Batch>()
  /** What rows before in the same file say of lines. */
  readonly #said = new Map<number, 'paid' | 'rejected'>()

  constructor(act: Act) {
    this.#act = act
  }

  at(row: Given): Looked {
    const { end_to_end_id } = row
    try {
      return this.#found(row)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, message: sentence, remedy, values } = error
      const fault = { code, sentence, remedy, values: { ...values } }
      return { told: { end_to_end_id, outcome: 'refused', result: null, fault } }
    }
  }

  #found(row: Given): Looked {
    const act = this.#act
    const { batch, line } = this.#lineOf(row.end_to_end_id)
    const { outcome, on } = row
    const told = { end_to_end_id: row.end_to_end_id, result: outcome, fault: null } as const
    const before = line.outcome ?? this.#said.get(line.id) ?? null
    requireAgrees(act, row, batch, line)
    if (before === outcome) return { told: { ...told, outcome: 'known' } }
    if (before !== null) throw resultDiffers({ before, now: outcome })
    requireTakesResult(act, batch, line, on as Day)
    if (batch.form !== 'bank') throw signedNotBanked({ batch: batch.number })
    this.#said.set(line.id, outcome)
    const result = { outcome, on, cause: outcome === 'paid' ? null : causeOf(row.cause) } as const
    return {
      told: { ...told, outcome: 'recorded' },
      take: (run) => {
        takeResult(act, { batch, line }, result, run)
      },
    }
  }

  #lineOf(reference: string): { batch: Batch; line: BatchLine } {
    const named = readEndToEndId(reference)
    if (!named) throw resultReference({ reference })
    try {
      const batch = this.#batches.get(named.batch) ?? batchWithNumber(this.#act, named.batch)
      this.#batches.set(named.batch, batch)
      return { batch, line: lineAt(this.#act, batch, named.position) }
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) throw resultReference({ reference })
      throw error
    }
  }
}

/** Refuses `bank_result.amount_differs` and `bank_result.name_differs`. */
function requireAgrees(act: Act, row: Given, batch: Batch, line: BatchLine): void {
  const { currency } = fundById(act, batch.fund_id)
  if (row.amount !== null) {
    const said = row.currency ?? currency
    const same = said === currency && parseAmount(row.amount, currency) === line.amount_minor
    if (!same) {
      const due = amountText(line.amount_minor, currency)
      throw resultAmount({ amount: `${row.amount} ${said}`, due, currency })
    }
  }
  if (row.name === null || row.name.trim() === '') return
  const { full } = partyName(act, partyById(act, line.payee_id))
  if (full && comparable(full.name) !== comparable(row.name)) {
    throw resultName({ line: line.position })
  }
}

/** Banks write names in capitals, in other forms of a character, without spaces and dots. */
function comparable(name: string): string {
  return folded(name).replaceAll(/[\s·.,'-]/gu, '')
}
