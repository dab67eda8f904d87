/** How a case was paid, and the way from a list of approved cases to one batch of them all. */
import { CasePayments } from '../../../../templates/pages/case-payments.tsx'
import { formatCount } from '../../../../templates/parts/format.ts'
import type { StateKind } from '../../../../templates/parts/state.tsx'
import type { InstalmentState } from '../../../hardship/awards/instalments.ts'
import { ofCase } from '../../../hardship/batches/payable-queries.ts'
import { prepare } from '../../../hardship/batches/preparing.ts'
import { causeWord } from '../batch-views.ts'
import type { CaseSection, RoundAct } from './section.ts'

const kinds: Readonly<Record<InstalmentState, StateKind>> = {
  payable: 'waiting',
  in_batch: 'active',
  paid: 'done',
  returned: 'care',
  cancelled: 'stopped',
}

/** The section of payments; nothing before the award. */
export const paymentsSection: CaseSection = (visit, theCase) => {
  if (!visit.may(ofCase)) return null
  const { t, language, href } = visit
  const { instalments } = visit.ask(ofCase, { case: theCase.case })
  const [first] = instalments
  if (!first) return null
  const open = instalments.some(({ state }) => state === 'payable' || state === 'returned')
  const fund = theCase.fund ?? ''
  const way = new URLSearchParams({ fund, form: first.form })
  return CasePayments({
    t,
    language,
    prepare: open && visit.may(prepare) ? href(`/batches/new?${way}`) : null,
    instalments: instalments.map((one) => ({
      number: formatCount(language, one.number),
      day: one.due_on,
      form: t.words.form[one.form],
      amount: one.amount,
      currency: one.currency,
      state: { kind: kinds[one.state], word: t.batches.instalment_states[one.state] },
      lines: one.lines.map(({ batch, line, state, cause }) => {
        const why = causeWord(visit, cause)
        const word = t.batches.stands[state]
        return {
          href: href(`/batches/${batch}`),
          label: t.batches.of_batch({ line: String(line), batch }),
          state: { kind: 'done', word: why === null ? word : `${word}: ${why}` },
        }
      }),
    })),
  })
}

/** All that wait to be paid on a list go into one batch. */
export const paymentsRoundActs: readonly RoundAct[] = [
  {
    step: 'pay',
    path: (visit) => (visit.may(prepare) ? '/batches/new' : null),
    label: ({ t, language }, count) => t.batches.pay_all({ count: formatCount(language, count) }),
  },
]
