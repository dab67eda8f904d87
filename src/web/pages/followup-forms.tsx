/** The forms on what came after payments: whether it arrived, drawings, answers, visits. */
import type { Hono } from 'hono'
import { announce, answer, callBackOutcomes, draw } from '../../hardship/after/call-backs.ts'
import { confirm, confirmedBy } from '../../hardship/after/confirming.ts'
import { list as listDeliveries } from '../../hardship/after/delivery-queries.ts'
import { record, revisitOutcomes } from '../../hardship/after/revisiting.ts'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { list as listUnits } from '../../people/unit-queries.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

const noteField: FieldSpec = {
  name: 'note',
  kind: 'long_text',
  label: (t) => t.followups.note,
  hint: (t) => t.followups.note_hint,
  optional: true,
}

const onField: FieldSpec = { name: 'on', kind: 'day', label: (t) => t.followups.on }

/** Mounts the forms. */
export function mountFollowUpForms(app: Hono, desk: Desk): void {
  mountConfirm(app, desk)
  mountCallBacks(app, desk)
  mountVisit(app, desk)
}

function mountConfirm(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/follow-up/confirmation',
    command: confirm,
    place: 'disbursing',
    title: (t) => t.followups.confirm,
    lead: (t) => t.followups.confirm_lead,
    fields: [
      { name: 'payouts', kind: 'several', label: (t) => t.followups.payouts, options: toConfirm },
      {
        name: 'how',
        kind: 'radios',
        label: (t) => t.followups.how,
        options: ({ t }) =>
          confirmedBy.map((value): Option => ({ value, label: t.followups.hows[value] })),
      },
      onField,
      { name: 'received', kind: 'radios', label: (t) => t.followups.received, options: yesOrNo },
      { name: 'asked_back', kind: 'radios', label: (t) => t.followups.returned, options: yesOrNo },
      noteField,
    ],
    begin: ({ today }) => ({ on: today }),
    input: ({ payouts, received, asked_back, ...read }) => ({
      ...read,
      payouts: (payouts as string[]).map(Number),
      received: received === 'yes',
      asked_back: asked_back === 'yes',
    }),
    checked: false,
    button: (t) => t.followups.do_confirm,
    done: () => '/follow-up?done=confirm',
  })
}

const yesOrNo = ({ t }: Asked): Option[] => [
  { value: 'yes', label: t.followups.yes },
  { value: 'no', label: t.followups.no },
]

/** Payouts that this reader may ask about; `?payouts=` names one that lies further back. */
function toConfirm({ visit, values }: Asked): Option[] {
  const { t } = visit
  const found = visit.ask(listDeliveries, { state: 'to_confirm', limit: 200 }).deliveries
  const options = found
    .filter(({ own }) => !own)
    .map((one) => ({
      value: String(one.payout),
      label: [t.followups.one(one), one.reference, one.beneficiary.name].join(' · '),
    }))
  const named = (values.payouts ?? '').split('\n').filter((one) => /^[1-9]\d{0,14}$/.test(one))
  const missing = named.filter((one) => !options.some(({ value }) => value === one))
  return [
    ...missing.map((value) => ({ value, label: t.followups.one({ payout: Number(value) }) })),
    ...options,
  ]
}

function mountCallBacks(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/call-backs/new',
    command: announce,
    place: 'disbursing',
    title: (t) => t.followups.announce,
    lead: (t) => t.followups.announce_lead,
    fields: [
      { name: 'from', kind: 'day', label: (t) => t.followups.from },
      { name: 'to', kind: 'day', label: (t) => t.followups.to },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.followups.unit,
        options: ({ visit }) =>
          visit.ask(listUnits, {}).units.map(({ unit, name }) => ({ value: unit, label: name })),
        optional: true,
      },
      { name: 'size', kind: 'number', label: (t) => t.followups.size },
    ],
    checked: false,
    button: (t) => t.followups.do_announce,
    done: ({ draw: id }) => `/call-backs/${id}?done=announce`,
  })
  mountForm(app, desk, {
    path: '/call-backs/:draw{[0-9]+}/drawing',
    command: draw,
    place: 'disbursing',
    title: (t) => t.followups.draw,
    lead: (t) => t.followups.draw_lead,
    fields: [],
    checked: false,
    button: (t) => t.followups.do_draw,
    done: ({ draw: id }) => `/call-backs/${id}?done=draw`,
  })
  mountForm(app, desk, {
    path: '/call-backs/:draw{[0-9]+}/answers/:call_back{[0-9]+}',
    command: answer,
    place: 'disbursing',
    title: (t) => t.followups.answer,
    lead: (t) => t.followups.answer_lead,
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.followups.outcome,
        options: ({ t }) =>
          callBackOutcomes.map((value): Option => ({ value, label: t.followups.outcomes[value] })),
      },
      onField,
      noteField,
    ],
    begin: ({ today }) => ({ on: today }),
    checked: false,
    button: (t) => t.followups.do_answer,
    done: ({ draw: id }) => `/call-backs/${id}?done=answer`,
  })
}

const caseOf = ({ c }: Visit) => Number(c.req.param('case'))

function mountVisit(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/cases/:case{[0-9]+}/revisits/new',
    command: record,
    place: 'disbursing',
    title: (t) => t.followups.visit,
    lead: (t) => t.followups.visit_lead,
    about: (visit) => {
      const { reference, beneficiary } = visit.ask(showCase, { case: caseOf(visit) })
      return (
        <p>
          <a href={visit.href(`/cases/${caseOf(visit)}`)}>{reference}</a> · {beneficiary.name}
        </p>
      )
    },
    fields: [
      { name: 'visited_on', kind: 'day', label: (t) => t.followups.visited_on },
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.followups.found,
        options: ({ t }) =>
          revisitOutcomes.map((value): Option => ({ value, label: t.followups.founds[value] })),
      },
      {
        name: 'findings',
        kind: 'long_text',
        label: (t) => t.followups.findings,
        hint: (t) => t.followups.note_hint,
        optional: true,
      },
      {
        name: 'next_on',
        kind: 'day',
        label: (t) => t.followups.next_on,
        leaveEmpty: true,
      },
    ],
    begin: ({ today }) => ({ visited_on: today }),
    checked: false,
    button: (t) => t.followups.do_visit,
    done: ({ case: id }) => `/cases/${id}?done=revisit#after`,
  })
}
