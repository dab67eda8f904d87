/** What each level said of a case, step by step of its workflow: the opinions of its form. */
import { messages } from '../../../templates/messages/messages.ts'
import { textFor } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import { awardOf } from '../../hardship/awards/awards.ts'
import { actsOfCase, type HardshipCase, workflowOf } from '../../hardship/cases/rows.ts'
import { checksOf, outcomesOf } from '../../hardship/flow/checks.ts'
import { noticesOfCase, objectionsTo } from '../../hardship/notices/rows.ts'
import { ballotsOnCase, sittingRef } from '../../hardship/sittings/rows.ts'
import type { CaseId } from '../../kit/ids.ts'
import { groupedAmount, minor } from '../../kit/money.ts'
import { amountInWords } from '../../kit/words.ts'
import type { StepKind } from '../../policies/workflows.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import type { StatementLanguage } from '../statement.ts'
import { dayInText } from '../wording.ts'
import type { FileOpinion, FileOpinionKind } from './case-file.ts'
import { actorTold } from './paper-made.ts'

const approvalsBy = prepare((p: { id: CaseId }) =>
  build.selectFrom('case_approval').select('actor').where('case_id', '=', p.id).orderBy('id'),
)

/** Which opinion a step belongs to. */
const opinionOf: Partial<Record<StepKind, FileOpinionKind>> = {
  verify: 'branch',
  home_visit: 'branch',
  deliberate: 'branch',
  checks: 'checks',
  review: 'review',
  notice: 'notice',
  approve: 'approval',
}

const order: readonly FileOpinionKind[] = ['branch', 'checks', 'review', 'notice', 'approval']

interface Asked {
  readonly view: View
  readonly theCase: HardshipCase
  readonly language: StatementLanguage
  readonly currency: string
}

/** An opinion for each part of the workflow before the payment, in the order of the form. */
export function caseOpinions(asked: Asked): FileOpinion[] {
  const { view, theCase } = asked
  const steps = workflowOf(view, theCase).steps.map(({ kind }) => opinionOf[kind])
  const told: Record<FileOpinionKind, () => string[]> = {
    branch: () => votesTold(asked),
    checks: () => checksTold(asked),
    review: () => [],
    notice: () => noticesTold(asked),
    approval: () => approvalTold(asked),
  }
  return order
    .filter((kind) => steps.includes(kind))
    .map((kind) => {
      const { on, by, reasons } = actOn(asked, steps, kind)
      return { kind, text: [...told[kind](), ...reasons], on, by }
    })
}

/** Who passed the last of an opinion's steps, when, and what they wrote. */
function actOn(
  { view, theCase, language }: Asked,
  steps: readonly (FileOpinionKind | undefined)[],
  kind: FileOpinionKind,
) {
  const acts = actsOfCase(view, theCase.id).filter(
    ({ act, step }) => (act === 'passed' || act === 'approved') && steps[step] === kind,
  )
  const last = acts.at(-1)
  const reasons = acts.flatMap(({ reason_detail_id }) => textFor(view, reason_detail_id) ?? [])
  const complete = last !== undefined && steps.lastIndexOf(kind) === last.step
  return {
    on: complete ? last.on_day : null,
    by: complete ? actorTold(view, last.actor, language) : null,
    reasons,
  }
}

function votesTold({ view, theCase, language }: Asked): string[] {
  const { file, minutes } = messages[language].case_papers
  return ballotsOnCase(view, theCase.id)
    .toReversed()
    .map((ballot) => {
      const outcome = ballot.carried === 1 ? minutes.carried : minutes.not_carried
      const proposal = minutes[`propose_${ballot.proposal}`]
      const votes = file.votes(ballot)
      return `${sittingRef(ballot.sitting_id)} (${dayInText(ballot.held_on, language)}): ${votes}; ${proposal}; ${outcome}`
    })
}

function checksTold({ view, theCase, language }: Asked): string[] {
  const t = messages[language]
  const { file } = t.case_papers
  const known: Readonly<Record<string, string>> = t.casework.check_name_known
  const outcomes = outcomesOf(view, theCase.id)
  return checksOf(view, theCase).map(({ code, name }) => {
    const found = outcomes.get(code)
    return file.check({
      name: known[name] ?? name,
      outcome: found ? file[`check_${found.outcome}`] : '',
    })
  })
}

function noticesTold({ view, theCase, language }: Asked): string[] {
  const { file } = messages[language].case_papers
  return noticesOfCase(view, theCase.id).map((notice) => {
    const period = file.notice_period({
      number: `N-${String(notice.id).padStart(6, '0')}`,
      from: dayInText(notice.put_up_on, language),
      to: dayInText(notice.last_on, language),
    })
    const objections = objectionsTo(view, notice.id).filter(
      ({ case_id }) => case_id === null || case_id === theCase.id,
    )
    const day = notice.ended_on === null ? '' : dayInText(notice.ended_on, language)
    const ended = notice.outcome === null ? [] : [file[`notice_${notice.outcome}`]({ day })]
    return [period, ...ended, file.objections({ count: objections.length })].join('; ')
  })
}

function approvalTold({ view, theCase, language, currency }: Asked): string[] {
  const { file, frame } = messages[language].case_papers
  const award = awardOf(view, theCase.id)
  const approvers = rows(view, approvalsBy, { id: theCase.id }).map(({ actor }) =>
    actorTold(view, actor, language),
  )
  if (award === undefined) return approvers
  const { amount_minor, instalments } = award
  const figure = `${currency} ${groupedAmount(amount_minor, currency)}`
  const amount = instalments === 1 ? figure : frame.times({ amount: figure, count: instalments })
  const inWords = amountInWords(minor(amount_minor * instalments), currency, language)
  return [
    `${file.approved}${frame.colon}${amount}　${frame.in_words}${frame.colon}${inWords}`,
    ...approvers,
  ]
}
