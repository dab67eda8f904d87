/** What came of a line: paid, as the payout that it is, or rejected. The one place where it is written. */
import { z } from 'zod'
import { dayField, idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { compareDays, type Day } from '../../kit/day.ts'
import type { AwardId, EntryId, PayoutId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import { type Leg, legsOf } from '../../ledger/legs.ts'
import { requireOpenDay } from '../../ledger/periods.ts'
import { type NewEntry, type PostedEntry, post } from '../../ledger/post.ts'
import type { EntryKind } from '../../ledger/posting-rules.ts'
import { insert, nextId } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { debtOf } from '../awards/instalments.ts'
import { advance } from '../cases/advance.ts'
import { caseById, standingOf } from '../cases/rows.ts'
import {
  lineHasResult,
  lineNotReleased,
  lineRemoved,
  resultBeforeRelease,
  signedNotBanked,
} from './refusals.ts'
import {
  type Batch,
  type BatchForm,
  type BatchLine,
  batchField,
  batchWithNumber,
  lineAt,
  releaseOf,
  stateOfBatch,
} from './rows.ts'

/** Why a line was not paid: the banks' reasons as far as they ask for something else to be done. */
export const resultCauses = [
  'account_wrong',
  'account_closed',
  'name_differs',
  'identity_differs',
  'refused_by_bank',
  'not_collected',
  'declined',
  'other',
] as const
export type ResultCause = (typeof resultCauses)[number]

/** A row of a bank's file of results, whatever its form. */
export interface BankResultRow {
  readonly endToEndId: string
  readonly outcome: 'paid' | 'rejected'
  readonly on: Day
  /** Decimal text as the file has it; null where it does not say. */
  readonly amount: string | null
  /** ISO 4217; null where the file does not say. */
  readonly currency: string | null
  /** Why it was not paid, as the bank says it. */
  readonly cause: string | null
  /** Whom the bank paid; left out or null where the file does not say. */
  readonly name?: string | null
}

/** What a file reader gives: `readBankResults(bytes)`. */
export interface BankResultFile {
  readonly rows: readonly BankResultRow[]
}

/** ISO 20022 external status reasons, and what Chinese banks write in their place. */
const causesSaid: readonly (readonly [ResultCause, RegExp])[] = [
  ['account_closed', /\bAC0[467]\b|\bclosed\b|\bfrozen\b|销户|銷戶|注销|註銷|冻结|凍結|停用/i],
  ['name_differs', /\bBE01\b|\bAC14\b|户名|戶名|姓名|\bname\b/i],
  ['identity_differs', /\bBE1[67]\b|证件|證件|身份证|身分證/i],
  ['account_wrong', /\bAC0[123]\b|\bBE05\b|\baccount\b|账号|帳號|账户|帳戶|卡号|卡號/i],
  ['refused_by_bank', /\b(AG|AM|RR|DS|FF|MS)\d\d\b|refus|reject|拒绝|拒絕|限额|限額/i],
]

/** What a bank's reason means; its own words are not kept, for they may name somebody. */
export function causeOf(said: string | null | undefined): ResultCause {
  if (!said) return 'other'
  if ((resultCauses as readonly string[]).includes(said)) return said as ResultCause
  return causesSaid.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other'
}

/** What came of a line. */
export interface LineResult {
  readonly outcome: 'paid' | 'rejected'
  readonly on: Day
  /** Of a line that was not paid. */
  readonly cause: ResultCause | null
}

/** Who posts: an act by itself, or a run of many entries. */
export interface Posting {
  post(entry: NewEntry): PostedEntry
}

/**
 * Refuses what keeps a line from having a result: `batch_line.not_released`, `batch_line.removed`,
 * `batch_line.has_result`, `batch_line.before_release`, `day.in_future`, `period.closed`.
 */
export function requireTakesResult(act: Act, batch: Batch, line: BatchLine, on: Day): void {
  const release = releaseOf(act, batch)
  const of = { batch: batch.number, line: line.position }
  if (!release) throw lineNotReleased({ ...of, state: stateOfBatch(act, batch) })
  if (line.removed === 1) throw lineRemoved(of)
  if (line.outcome !== null) throw lineHasResult({ ...of, outcome: line.outcome })
  if (compareDays(on, release.released_on) < 0) {
    throw resultBeforeRelease({ day: on, released: release.released_on })
  }
  requireOpenDay(act, on)
}

const paidKinds = {
  bank: 'award.line_confirmed',
  cash: 'award.paid_in_cash',
  goods: 'award.given_in_goods',
} as const satisfies Record<BatchForm, EntryKind>

/** What came of a line, as it is told. */
export interface Taken {
  readonly payout: PayoutId | null
  readonly entry: EntryId | null
}

/**
 * Writes what came of a line that takes a result: the entry, the payout, and the case's move. Cash and goods that
 * nobody collected make no entry, for they were never out of hand. Asserts what `requireTakesResult` refuses.
 */
export function takeResult(
  act: Act,
  { batch, line }: { readonly batch: Batch; readonly line: BatchLine },
  result: LineResult,
  posting: Posting = { post: (entry) => post(act, entry) },
): Taken {
  const taken = result.outcome === 'paid' ? paid(act, batch, line, result.on, posting) : undefined
  const entry = taken?.entry ?? rejected(act, batch, line, result.on, posting)
  insert(act, 'batch_line_result', {
    id: nextId(act, 'batch_line_result'),
    line_id: line.id,
    outcome: result.outcome,
    cause: result.outcome === 'paid' ? null : (result.cause ?? 'other'),
    on_day: result.on,
    payout_id: taken?.payout ?? null,
    entry_id: entry,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  if (taken) movePaid(act, line, result.on)
  return { payout: taken?.payout ?? null, entry }
}

function paid(
  act: Act,
  { form }: Batch,
  line: BatchLine,
  on: Day,
  posting: Posting,
): { readonly payout: PayoutId; readonly entry: EntryId } {
  const payout = nextId(act, 'payout')
  const kind = paidKinds[form]
  const posted = posting.post({
    kind,
    effectiveOn: on,
    subject: `payout/${payout}`,
    legs: legsOfLine(act, kind, line),
    reverses: null,
    noteDetailId: null,
  })
  insert(act, 'payout', {
    id: payout,
    fund_id: line.fund_id,
    payee_id: line.payee_id,
    beneficiary_id: line.beneficiary_id,
    category: line.category,
    form,
    amount_minor: line.amount_minor,
    paid_on: on,
    entry_id: posted.id,
    event_seq: act.seq,
  })
  return { payout, entry: posted.id }
}

function rejected(
  act: Act,
  { form, number }: Batch,
  line: BatchLine,
  on: Day,
  posting: Posting,
): EntryId | null {
  if (form !== 'bank') return null
  const again = debtOf(act, line.instalment_id) === 'returned_payments'
  const kind = again ? 'award.resent_rejected' : 'award.line_rejected'
  const posted = posting.post({
    kind,
    effectiveOn: on,
    subject: `batch/${number}`,
    legs: legsOfLine(act, kind, line),
    reverses: null,
    noteDetailId: null,
  })
  return posted.id
}

/** The legs of an entry on a line, from the debt as which its instalment stands. */
function legsOfLine(
  act: Act,
  kind: (typeof paidKinds)[BatchForm] | 'award.line_rejected' | 'award.resent_rejected',
  line: BatchLine,
): Leg[] {
  return legsOf(act, kind, {
    fund: fundById(act, line.fund_id),
    amountMinor: line.amount_minor,
    partyId: line.payee_id,
    slots: { $payable: debtOf(act, line.instalment_id) },
  })
}

const standingPaid = `select count(*) as "count" from instalment as i
  join batch_line as l on l.instalment_id = i.id
  join batch_line_result as r on r.line_id = l.id and r.outcome = 'paid'
  left join batch_line_bounce as b on b.line_id = l.id
  where i.award_id = +? and b.id is null`

/** How many instalments of an award have arrived. */
export function instalmentsPaid(reader: Reader, award: AwardId): number {
  return Number(reader.first(standingPaid, [award])!.count)
}

/** All instalments of an award have arrived: its case is paid. */
function movePaid(act: Act, line: BatchLine, on: Day): void {
  if (line.instalments > 1 && instalmentsPaid(act, line.award_id) < line.instalments) return
  if (standingOf(act, line.case_id).state !== 'awarded') return
  advance(act, caseById(act, line.case_id), { act: 'paid', on })
}

export const recordResult = command({
  name: 'batch_lines.record_result',
  summary: 'Records what came of a line of a batch: paid, or rejected with the cause',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/lines/{line}/result' },
  input: z.strictObject({
    batch: batchField,
    line: idField,
    outcome: z.enum(['paid', 'rejected']),
    on: dayField.optional(),
    cause: z.enum(resultCauses).optional(),
  }),
  output: z.object({
    batch: z.string(),
    line: z.number(),
    payout: z.number().nullable(),
    entry: z.number().nullable(),
  }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    const line = lineAt(act, batch, input.line)
    const on = input.on ?? act.today
    requireTakesResult(act, batch, line, on)
    if (batch.form !== 'bank' && input.outcome === 'paid') {
      throw signedNotBanked({ batch: batch.number })
    }
    const result = { outcome: input.outcome, on, cause: input.cause ?? null }
    const { payout, entry } = takeResult(act, { batch, line }, result)
    return { batch: batch.number, line: line.position, payout, entry }
  },
})
