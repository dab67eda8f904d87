/**
 * Cases awarded without their way there, for tests of what comes after: what `cases.approve` writes, by a command of
 * these tests alone.
 */
import { z } from 'zod'
import { keepDetail } from '../../../src/book/details.ts'
import { amountField, dayField } from '../../../src/book/fields.ts'
import { principalOf } from '../../../src/book/principals.ts'
import { type Act, command } from '../../../src/book/registry.ts'
import { advance } from '../../../src/hardship/cases/advance.ts'
import {
  caseById,
  type HardshipCase,
  versionOfCase,
  workflowOf,
} from '../../../src/hardship/cases/rows.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { type Minor, parseAmount } from '../../../src/kit/money.ts'
import { fundById } from '../../../src/ledger/funds.ts'
import { legsOf } from '../../../src/ledger/legs.ts'
import { PostingRun } from '../../../src/ledger/post.ts'
import type { PayoutCategory } from '../../../src/ledger/roles.ts'
import { insert, nextId } from '../../../src/store/prepare.ts'

/** Awards cases with all their instalments payable today. */
export const award = command({
  name: 'tests.award',
  summary: 'Awards cases',
  may: ['owner', 'approver'],
  reach: 'organisation',
  route: { method: 'POST', path: '/tests/awards' },
  input: z.strictObject({
    cases: z.array(z.number()),
    /** Another amount of an instalment than what the case asks for. */
    amount: amountField.optional(),
    due_on: dayField.optional(),
  }),
  output: z.object({ instalments: z.array(z.number()) }),
  subject: () => 'case/1',
  run: (act, { cases, amount, due_on }) => {
    const run = new PostingRun(act)
    const instalments = cases.flatMap((id) => {
      const theCase = caseById(act, id as CaseId)
      const { currency } = fundById(act, theCase.fund_id)
      const each = amount === undefined ? undefined : parseAmount(amount, currency)
      return awardOne(act, run, theCase, each, due_on ?? act.today)
    })
    run.close()
    return { instalments }
  },
})

function awardOne(
  act: Act,
  run: PostingRun,
  theCase: HardshipCase,
  given: Minor | undefined,
  dueOn: Act['today'],
): number[] {
  const version = versionOfCase(act, theCase.id)
  const amountMinor = given ?? version.amount_minor
  insert(act, 'case_approval', {
    id: nextId(act, 'case_approval'),
    case_id: theCase.id,
    version_id: version.id,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
  const id = nextId(act, 'award')
  insert(act, 'award', {
    id,
    case_id: theCase.id,
    version_id: version.id,
    amount_minor: amountMinor,
    instalments: version.instalments,
    approved_on: act.today,
    first_month: null,
    ballot_id: null,
    minutes_digest: null,
    caps_version_id: null,
    snapshot_detail_id: keepDetail(act, 'award_snapshot', '{}'),
    snapshot_digest: sha256Hex('{}'),
    emergency: 0,
    event_seq: act.seq,
  })
  const step = workflowOf(act, theCase).steps.findIndex(({ kind }) => kind === 'pay')
  advance(act, theCase, { act: 'approved', step })
  return Array.from({ length: version.instalments }, (_, at) => {
    const instalment = nextId(act, 'instalment')
    const { id: entry } = run.post({
      kind: 'award.approved_at_once',
      effectiveOn: act.today,
      subject: `case/${theCase.id}`,
      legs: legsOf(act, 'award.approved_at_once', {
        fund: fundById(act, theCase.fund_id),
        amountMinor,
        partyId: theCase.beneficiary_id,
        slots: { $expense: theCase.category as PayoutCategory },
      }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'instalment', {
      id: instalment,
      award_id: id,
      number: at + 1,
      due_on: dueOn,
      fund_id: theCase.fund_id,
      category: theCase.category,
      payee_id: version.payee_id,
      beneficiary_id: theCase.beneficiary_id,
      form: version.form,
      amount_minor: amountMinor,
      entry_id: entry,
      event_seq: act.seq,
    })
    return instalment
  })
}
