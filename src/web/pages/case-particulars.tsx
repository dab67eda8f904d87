/** What a case asks for and where it belongs, as its page tells it. */
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { Money } from '../../../templates/parts/figure.tsx'
import { formatMoney } from '../../../templates/parts/format.ts'
import { Day } from '../../../templates/parts/time.tsx'
import { list as listFunds } from '../../funds/funds.ts'
import type { CaseTold } from '../../hardship/cases/show-query.ts'
import { amountWords } from './field-views.ts'
import { fundLink } from './fund-link.ts'
import { workflowName } from './hardship-options.ts'
import type { Visit } from './visit.ts'

/** An item only where there is something to tell. */
function only(when: boolean, item: () => DescriptionView): DescriptionView[] {
  return when ? [item()] : []
}

/** How much, for whom, for what. */
export function caseAsksFor({ t, language, href }: Visit, told: CaseTold): DescriptionView[] {
  const person = ({ party, name }: CaseTold['payee']) => (
    <a href={href(`/people/${party}`)}>{name}</a>
  )
  const each = formatMoney(language, told.amount, told.currency)
  return [
    {
      term: t.cases.amount,
      detail: <Money language={language} amount={told.total} currency={told.currency} />,
      note: amountWords(told.total, told.currency, language),
    },
    ...only(told.instalments > 1, () => ({
      term: t.cases.instalments,
      detail: t.cases.instalments_of({ count: told.instalments, amount: each }),
    })),
    { term: t.cases.beneficiary, detail: person(told.beneficiary) },
    ...only(told.payee.party !== told.beneficiary.party, () => ({
      term: t.cases.payee,
      detail: person(told.payee),
    })),
    ...only(told.applicant.party !== told.beneficiary.party, () => ({
      term: t.cases.applicant,
      detail: person(told.applicant),
    })),
    {
      term: t.cases.cause,
      detail: told.cause.name[language],
      note: told.cause_text ?? undefined,
    },
    ...only(told.grade !== null, () => ({
      term: t.cases.grade,
      detail: t.policies.grade[told.grade!],
    })),
    { term: t.cases.form, detail: t.words.form[told.form], note: told.facts?.goods },
  ]
}

/** Under which programme, from which file and fund, where and when. */
export function caseBelongs(visit: Visit, told: CaseTold): DescriptionView[] {
  const { t, language, href } = visit
  return [
    {
      term: t.cases.file,
      detail: <a href={href(`/hardship-files/${told.file.file}`)}>{told.file.reference}</a>,
    },
    {
      term: t.cases.programme,
      detail: <a href={href(`/programmes/${told.programme.programme}`)}>{told.programme.name}</a>,
      note: `${t.policies.help[told.help]} · ${t.words.payout_category[told.category]}`,
    },
    ...only(told.fund !== null && visit.may(listFunds), () => {
      const { href: at, label } = fundLink(visit, told.fund!)
      return { term: t.programmes.fund, detail: <a href={at}>{label}</a> }
    }),
    ...only(told.unit !== null, () => ({
      term: t.cases.unit,
      detail: <a href={href(`/units/${told.unit!.unit}`)}>{told.unit!.name}</a>,
    })),
    ...only(told.aid_event !== null, () => ({
      term: t.cases.aid_event,
      detail: told.aid_event!.name,
      note: <Day language={language} day={told.aid_event!.happened_on} />,
    })),
    {
      term: t.cases.applied_on,
      detail: <Day language={language} day={told.applied_on} />,
      note: t.cases.applied_by_words[told.applied_by],
    },
    { term: t.cases.workflow, detail: workflowName(visit, told.workflow.name) },
    ...only(told.versions > 1, () => ({
      term: t.cases.revise,
      detail: t.cases.versions({ count: told.versions }),
    })),
  ]
}
