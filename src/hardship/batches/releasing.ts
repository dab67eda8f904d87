/**
 * Releasing a batch: another person than whoever prepared it and than those who approved its cases looks at it and
 * lets it go. Everything is looked at again inside the act. No role is above this (design invariant 7).
 */
import { z } from 'zod'
import { amountOut } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command, type View } from '../../book/registry.ts'
import { bindingDuties } from '../../funds/binding-duties.ts'
import type { CaseId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { fundById, requireOpenFund } from '../../ledger/funds.ts'
import { legsOf } from '../../ledger/legs.ts'
import { post } from '../../ledger/post.ts'
import { isSamePerson } from '../../people/interests.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireNoInterestInCases } from '../cases/duties.ts'
import { caseById, caseRef, standingOf } from '../cases/rows.ts'
import { findingsOn, paymentsPolicy, redLines } from './checks.ts'
import {
  lineNotEntitled,
  redFindings,
  releaseByApprover,
  releaseByEnterer,
  releaseByMaker,
} from './refusals.ts'
import { rosterDigest, rosterOf } from './roster.ts'
import {
  type Batch,
  type BatchLine,
  batchField,
  batchWithNumber,
  requirePrepared,
  standingLines,
} from './rows.ts'

const approversSql = `select p.actor as "actor", min(p.case_id) as "case_id", min(p.event_seq) as "since"
  from case_approval as p where p.case_id in (select value from json_each(+?)) group by p.actor`
const enterersSql = `select c.actor as "actor", min(c.id) as "case_id", min(c.event_seq) as "since"
  from hardship_case as c where c.id in (select value from json_each(+?)) group by c.actor`

/** The first case, if any, of which the caller is one of those hands. */
function ownCase(asker: View | Act, sql: string, cases: readonly CaseId[]): CaseId | undefined {
  const hands = asker.all(sql, [JSON.stringify(cases)])
  const { actor } = asker.caller
  return hands.find((hand) =>
    isSamePerson(asker, String(hand.actor), actor, Number(hand.since) as never),
  )?.case_id as CaseId | undefined
}

/**
 * Refuses whoever may not release a batch: `batch.own_release`, `batch.approved_by_oneself`, and
 * `batch.entered_by_oneself` where the policy on duties keeps those apart too.
 */
export function requireMayRelease(
  asker: View | Act,
  batch: Batch,
  lines: readonly BatchLine[],
): void {
  const of = batch.number
  if (isSamePerson(asker, batch.actor, asker.caller.actor, batch.event_seq)) {
    throw releaseByMaker({ batch: of })
  }
  const cases = [...new Set(lines.map(({ case_id }) => case_id))]
  const approved = ownCase(asker, approversSql, cases)
  if (approved !== undefined) throw releaseByApprover({ batch: of, case: caseRef(approved) })
  const { body } = bindingDuties(asker, fundById(asker, batch.fund_id), asker.today)
  if (!body.not_the_same.includes('entered_paid')) return
  const entered = ownCase(asker, enterersSql, cases)
  if (entered !== undefined) throw releaseByEnterer({ batch: of, case: caseRef(entered) })
}

/** Refuses `batch.line_not_payable` for a line whose case is no longer awarded. */
function requireStillAwarded(act: Act, batch: Batch, lines: readonly BatchLine[]): void {
  for (const { case_id, position } of lines) {
    const { state } = standingOf(act, case_id)
    if (state === 'awarded') continue
    throw lineNotEntitled({ batch: batch.number, line: position, case: caseRef(case_id), state })
  }
}

/** Refuses `batch.red_findings` where the policy on payments lets red hold a batch up. */
function requireNoneRed(act: Act, batch: Batch): void {
  if (!paymentsPolicy(act, batch.fund_id).red_blocks) return
  const { checks, lines } = redLines(findingsOn(act, batch))
  if (lines > 0) throw redFindings({ batch: batch.number, checks, lines })
}

export const release = command({
  name: 'batches.release',
  summary:
    'Releases a batch to be paid, by another than who prepared it and than who approved its cases',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/release' },
  input: z.strictObject({ batch: batchField }),
  output: z.object({
    batch: z.string(),
    lines: z.number(),
    total: amountOut,
    currency: z.string(),
    /** SHA-256 of the roster, which the file for the bank and the printed roster carry. */
    digest: z.string(),
    /** By bank: what moves the total to clearing. */
    entry: z.number().nullable(),
  }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    requirePrepared(act, batch)
    const lines = standingLines(act, batch)
    requireMayRelease(act, batch, lines)
    const cases = [...new Set(lines.map(({ case_id }) => case_id))]
    requireNoInterestInCases(
      act,
      cases.map((id) => caseById(act, id)),
    )
    const fund = fundById(act, batch.fund_id)
    requireOpenFund(act, fund)
    requireStillAwarded(act, batch, lines)
    requireNoneRed(act, batch)
    const roster = rosterOf(act, batch, { on: act.today, known: null })
    const entry = batch.form === 'bank' ? debited(act, batch, roster.total_minor) : null
    const digest = rosterDigest(roster)
    insert(act, 'batch_release', {
      id: nextId(act, 'batch_release'),
      batch_id: batch.id,
      released_on: act.today,
      lines: lines.length,
      total_minor: roster.total_minor,
      digest,
      entry_id: entry,
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    const { currency } = fund
    const total = amountText(roster.total_minor, currency)
    return { batch: batch.number, lines: lines.length, total, currency, digest, entry }
  },
})

/** G3: one entry for the total; the lines empty the clearing one by one. Refuses `account.below_floor`. */
function debited(
  act: Act,
  { fund_id, number }: Batch,
  amountMinor: ReturnType<typeof rosterOf>['total_minor'],
) {
  const fund = fundById(act, fund_id)
  const { id } = post(act, {
    kind: 'award.batch_debited',
    effectiveOn: act.today,
    subject: `batch/${number}`,
    legs: legsOf(act, 'award.batch_debited', { fund, amountMinor, partyId: null, slots: {} }),
    reverses: null,
    noteDetailId: null,
  })
  return id
}
