/** The forms of claims for money back, and of a month of allowances. */
import type { Hono } from 'hono'
import { formatCount, formatMoney, formatMonth } from '../../../templates/parts/format.ts'
import { makeDue } from '../../hardship/awards/allowances.ts'
import { list as listClaims } from '../../hardship/awards/claim-queries.ts'
import { claim, clawbackCauses, receive } from '../../hardship/awards/clawbacks.ts'
import { show as showAward } from '../../hardship/awards/queries.ts'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { aboutCase, backTo, caseNumber, oneCase } from './award-forms.tsx'
import type { Asked } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the forms. */
export function mountClaimForms(app: Hono, desk: Desk): void {
  mountClaim(app, desk)
  mountReceive(app, desk)
  mountMonth(app, desk)
}

/** What of a case was paid, as something to choose from. */
function paidOptions({ visit }: Asked) {
  const { t, language } = visit
  const { instalments, currency } = visit.ask(showAward, { case: caseNumber(visit) })
  return instalments.flatMap(({ payout, amount }) =>
    payout === null
      ? []
      : [
          {
            value: String(payout),
            label: `${t.payouts.one({ payout })} · ${formatMoney(language, amount, currency)}`,
          },
        ],
  )
}

const currencyOfCase = ({ visit }: Asked) =>
  visit.ask(showCase, { case: caseNumber(visit) }).currency

function mountClaim(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/clawback`,
    command: claim,
    place: 'disbursing',
    title: (t) => t.awards.claim_title,
    lead: (t) => t.awards.claim_lead,
    about: aboutCase,
    fields: [
      { name: 'payout', kind: 'radios', label: (t) => t.awards.paid, options: paidOptions },
      {
        name: 'amount',
        kind: 'money',
        label: (t) => t.awards.amount,
        hint: (t) => t.awards.claim_amount_hint,
        currency: currencyOfCase,
        optional: true,
      },
      {
        name: 'cause',
        kind: 'radios',
        label: (t) => t.awards.end_cause,
        options: ({ t }) =>
          clawbackCauses.map((value) => ({ value, label: t.awards.claim_causes[value] })),
      },
      { name: 'reason', kind: 'long_text', label: (t) => t.awards.reason },
      {
        name: 'barred_until',
        kind: 'day',
        label: (t) => t.awards.barred_until,
        hint: (t) => t.awards.barred_hint,
        optional: true,
      },
    ],
    begin: (visit) => {
      const [only, ...others] = paidOptions({ visit, values: {}, t: visit.t })
      return only && others.length === 0 ? { payout: only.value } : {}
    },
    input: ({ payout, ...read }) => ({ payout: Number(payout), ...read }),
    button: (t) => t.awards.do_claim,
    done: backTo('claim'),
  })
}

const claimNumber = ({ c }: Visit) => Number(c.req.param('clawback'))

/** The claim that the address names, found on its case. */
function claimAsked(visit: Visit) {
  const id = claimNumber(visit)
  const { clawbacks } = visit.ask(listClaims, { clawback: id, limit: 1 })
  return clawbacks[0]
}

function mountReceive(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/claims/:clawback{[0-9]+}/receipt',
    command: receive,
    place: 'disbursing',
    title: (t) => t.awards.receive,
    lead: (t) => t.awards.receive_lead,
    about: (visit) => {
      const found = claimAsked(visit)
      return (
        found && (
          <p>
            <a href={visit.href(`/cases/${found.case}`)}>{found.reference}</a> · {found.payee.name}{' '}
            · {visit.t.awards.open} {formatMoney(visit.language, found.open, found.currency)}
          </p>
        )
      )
    },
    fields: [
      {
        name: 'amount',
        kind: 'money',
        label: (t) => t.awards.amount,
        hint: (t) => t.awards.receive_hint,
        currency: ({ visit }) => claimAsked(visit)?.currency ?? '',
        optional: true,
      },
      {
        name: 'form',
        kind: 'radios',
        label: (t) => t.awards.form,
        options: ({ t }) => [
          { value: 'bank', label: t.words.form.bank },
          { value: 'cash', label: t.words.form.cash },
        ],
      },
      { name: 'received_on', kind: 'day', label: (t) => t.awards.received_on },
    ],
    begin: ({ today }) => ({ form: 'bank', received_on: today }),
    input: (read, { visit }) => ({ clawback: claimNumber(visit), ...read }),
    button: (t) => t.awards.do_receive,
    done: (output) => `/cases/${output.case}?done=receive`,
  })
}

function mountMonth(app: Hono, desk: Desk): void {
  const monthAsked = ({ c }: Visit) => c.req.param('month')!
  mountForm(app, desk, {
    path: '/allowances/:month{[0-9]{4}-[0-9]{2}}/instalments',
    command: makeDue,
    place: 'disbursing',
    title: (t, visit) =>
      t.awards.make_due_title({ month: formatMonth(visit.language, monthAsked(visit)) }),
    lead: (t) => t.awards.make_due_lead,
    fields: [],
    input: (_, { visit }) => ({ month: monthAsked(visit) }),
    outcome: ({ made, last, skipped }, { t, language }) => {
      const told = (count: number) => ({
        lines: [t.awards.cases_of({ count, shown: formatCount(language, count) })],
      })
      return [
        { label: t.awards.made_of, value: told(made) },
        { label: t.awards.last_of, value: told(last) },
        { label: t.awards.skipped_of, value: told(skipped.length) },
      ]
    },
    button: (t) => t.awards.make_due,
    done: ({ month }) => `/allowances?month=${month}&done=make_due`,
  })
}
