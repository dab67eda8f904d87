/** Revising a case before it is decided: what it asks for, and to whom it is paid. */
import { z } from 'zod'
import { keepDetail, readDetail } from '../../book/details.ts'
import { idField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { parseAmount } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { partyMeant, registrars } from '../../people/commands.ts'
import { partyById } from '../../people/parties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { requireAskable } from './entering.ts'
import { caseDecided, caseUnchanged, caseUnderDecision } from './entering-refusals.ts'
import { askedFields } from './fields.ts'
import {
  type CaseVersion,
  caseRef,
  caseWithId,
  type HardshipCase,
  standingOf,
  versionOfCase,
  workflowOf,
} from './rows.ts'

const { instalments, form, ...others } = askedFields
const given = z.strictObject({
  ...z.strictObject(others).partial().shape,
  instalments: instalments.removeDefault().optional(),
  form: form.removeDefault().optional(),
})

/**
 * Refuses `case.decided`, and `case.under_decision` once it was voted on or hangs out: what others have seen is not
 * altered behind them.
 */
function requireRevisable(act: Act, theCase: HardshipCase): void {
  const { state, step } = standingOf(act, theCase.id)
  const ref = caseRef(theCase.id)
  if (state !== 'open' && state !== 'asked') throw caseDecided({ case: ref, state })
  const { steps } = workflowOf(act, theCase)
  const seen = steps.some(
    ({ kind }, at) => (kind === 'notice' && at <= step) || (kind === 'deliberate' && at < step),
  )
  if (seen) throw caseUnderDecision({ case: ref })
}

export const revise = command({
  name: 'cases.revise',
  summary:
    'Says anew what a case asks for, before it is decided; whoever does so does not decide on it',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/cases/{case}/versions' },
  input: z.strictObject({ case: idField, ...given.shape }),
  output: z.object({ case: z.number(), reference: z.string() }),
  subject: (output) => `case/${output.case}`,
  run: (act, { case: id, ...said }) => {
    const theCase = caseWithId(act, id)
    requireRevisable(act, theCase)
    const before = versionOfCase(act, theCase.id)
    const next = revised(act, theCase, before, said)
    if (isSame(act, before, next, said)) throw caseUnchanged({ case: caseRef(theCase.id) })
    insert(act, 'case_version', {
      ...next,
      id: nextId(act, 'case_version'),
      case_id: theCase.id,
      cause_detail_id:
        said.cause_text === undefined
          ? before.cause_detail_id
          : keepDetail(act, 'case_cause', said.cause_text),
      facts_detail_id:
        said.facts === undefined
          ? before.facts_detail_id
          : keepDetail(act, 'case_facts', JSON.stringify(said.facts)),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { case: theCase.id, reference: caseRef(theCase.id) }
  },
})

const compared = ['payee_id', 'form', 'cause', 'grade', 'amount_minor', 'instalments'] as const
type Compared = Pick<CaseVersion, (typeof compared)[number]>

/** What it asks for then. Refuses what `requireAskable` refuses. */
function revised(
  act: Act,
  theCase: HardshipCase,
  before: CaseVersion,
  said: z.output<typeof given>,
): Compared {
  const { currency } = fundById(act, theCase.fund_id)
  const payee =
    said.payee === undefined ? partyById(act, before.payee_id) : partyMeant(act, said.payee)
  const next = {
    form: said.form ?? before.form,
    cause: said.cause ?? before.cause,
    grade: said.grade ?? before.grade,
    instalments: said.instalments ?? before.instalments,
  }
  const amount_minor =
    said.amount === undefined ? before.amount_minor : parseAmount(said.amount, currency)
  const asked = { ...next, payee, amountMinor: amount_minor }
  requireAskable(act, asked, { unit: theCase.unit_id, currency })
  return { ...next, amount_minor, payee_id: payee.id }
}

function isSame(
  act: Act,
  before: CaseVersion,
  next: Compared,
  { cause_text, facts }: z.output<typeof given>,
): boolean {
  const text = (id: number | null) => (id === null ? undefined : readDetail(act, id)?.body)
  if (compared.some((name) => before[name] !== next[name])) return false
  if (cause_text !== undefined && cause_text !== text(before.cause_detail_id)) return false
  return facts === undefined || JSON.stringify(facts) === text(before.facts_detail_id)
}
