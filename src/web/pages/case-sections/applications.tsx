/** The application that came with a code, and what is asked of whoever made it, on the case's page. */
import { ApplicationSection } from '../../../../templates/pages/case-papers.tsx'
import type { DescriptionView } from '../../../../templates/parts/description-list.tsx'
import { show, takeAccount } from '../../../hardship/applications/application-queries.ts'
import { answer, askMore } from '../../../hardship/applications/asking.ts'
import { applicationSteps, questionsOf } from '../../../hardship/applications/questions.ts'
import { valueTold } from '../apply-views.tsx'
import type { Visit } from '../visit.ts'
import type { CaseSection } from './section.ts'

/** What was written, how its account stands to the registers, and the ways to ask and to record an answer. */
export const applicationsSection: CaseSection = (visit, theCase) => {
  const { t, language, href } = visit
  if (!visit.may(show)) return null
  const found = visit.ask(show, { case: theCase.case })
  const { application } = t.apply
  const place = `/cases/${theCase.case}`
  const acts = [
    ...(theCase.state === 'open' && theCase.interests.length === 0 && visit.may(askMore)
      ? [{ href: href(`${place}/question`), label: application.ask, leads: false }]
      : []),
    ...(theCase.state === 'asked' && visit.may(answer)
      ? [{ href: href(`${place}/answer`), label: application.answer, leads: true }]
      : []),
  ]
  if (found.code === null && acts.length === 0) return null
  const sentence = found.account && application[`account_${found.account}`]
  const takes = found.account !== 'same' && visit.may(takeAccount)
  return ApplicationSection({
    t,
    language,
    code: found.code,
    answers: found.answers && answersTold(visit, found.answers, theCase),
    account: sentence ? { sentence, take: takes ? href(`${place}/account`) : null } : null,
    acts,
  })
}

type Told = Parameters<CaseSection>[1]

/** The answers that the case's page does not tell already. */
function answersTold(
  { t, language }: Visit,
  values: Readonly<Record<string, string>>,
  { currency, cause, programme }: Told,
): DescriptionView[] {
  const choices = {
    currency,
    causesNamed: [{ ...cause, code: cause.code }],
    programmesOpen: [{ code: programme.programme, name: programme.name }],
  }
  const labels: Readonly<Record<string, string>> = t.apply.fields
  return applicationSteps.flatMap((step) =>
    questionsOf[step].flatMap((field): DescriptionView[] => {
      if (field.startsWith('member_') && field !== 'member_name') return []
      const detail = valueTold({ t, language, place: '' }, field, values, choices)
      if (detail === undefined) return []
      const term = field === 'member_name' ? t.apply.fields.members : (labels[field] ?? field)
      return [{ term, detail }]
    }),
  )
}
