/** The forms of decisions on cases: approving, emergencies, caps, ends, ratification. */
import type { Hono } from 'hono'
import { CapsTable } from '../../../templates/pages/caps-table.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { agree, approve } from '../../hardship/awards/approving.ts'
import { end, endCauses } from '../../hardship/awards/ending.ts'
import { ratify } from '../../hardship/awards/ratifying.ts'
import { ask as askCap, decide as decideCap } from '../../hardship/caps/overrides.ts'
import { ofCase as capsOfCase } from '../../hardship/caps/queries.ts'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { capView } from './caps-view.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

export const oneCase = '/cases/:case{[0-9]+}'

/** The number of the case that the address names. */
export function caseNumber({ c }: Visit): number {
  return Number(c.req.param('case'))
}

/** What stands above the questions: which case it is, and what it asks for. */
export function aboutCase(visit: Visit) {
  const { href, ask } = visit
  const { reference, beneficiary } = ask(showCase, { case: caseNumber(visit) })
  return (
    <p>
      <a href={href(`/cases/${caseNumber(visit)}`)}>{reference}</a> · {beneficiary.name}
    </p>
  )
}

/** Where a form about one case ends. */
export function backTo(done: string) {
  return (_: unknown, { visit }: Asked) => `/cases/${caseNumber(visit)}?done=${done}`
}

/** Mounts the forms. */
export function mountAwardForms(app: Hono, desk: Desk): void {
  mountApproving(app, desk)
  mountEmergencies(app, desk)
  mountCaps(app, desk)
  mountEnding(app, desk)
}

const named = (read: object, { visit }: Asked) => ({ cases: [caseNumber(visit)], ...read })

/** What the caps leave for the case, beside the questions. */
function capsBeside({ visit }: Asked) {
  const { t, language } = visit
  const { caps } = visit.ask(capsOfCase, { case: caseNumber(visit) })
  if (caps.length === 0) return null
  const views = caps.map((cap) => capView(visit, cap, true))
  return <CapsTable t={t} language={language} caps={views} />
}

type Approved = ReturnType<typeof approve.run>

function outcomeOf({ cases, awarded, left_out }: Approved, { t, language }: Visit) {
  const told = (count: number) => ({
    lines: [t.awards.cases_of({ count, shown: formatCount(language, count) })],
  })
  return [
    { label: t.flow.cases, value: told(cases) },
    { label: t.awards.becomes_payable, value: told(awarded) },
    ...(left_out.length > 0
      ? [{ label: t.awards.left_out, value: { lines: [left_out.join(', ')] } }]
      : []),
  ]
}

function mountApproving(app: Hono, desk: Desk): void {
  const shared = {
    command: approve,
    place: 'hardship',
    title: (t: Visit['t']) => t.awards.approve_title,
    lead: (t: Visit['t']) => t.awards.approve_lead,
    button: (t: Visit['t']) => t.awards.do_approve,
    outcome: outcomeOf,
  } as const
  mountForm(app, desk, {
    ...shared,
    path: `${oneCase}/approval`,
    fields: [],
    about: aboutCase,
    beside: capsBeside,
    input: named,
    done: backTo('approve'),
  })
  mountForm(app, desk, {
    ...shared,
    path: '/cases/approval',
    fields: [
      {
        name: 'round',
        kind: 'select',
        label: (t) => t.cases.round,
        options: ({ visit }) =>
          visit
            .ask(listRounds, {})
            .rounds.filter(({ waiting }) =>
              waiting.some(({ step_kind }) => step_kind === 'approve'),
            )
            .map(({ round, name }) => ({ value: String(round), label: name })),
      },
    ],
    input: ({ round }) => ({ round: Number(round) }),
    done: (_, { values }) => `/rounds/${values.round}?done=approve`,
  })
}

const reason: FieldSpec = { name: 'reason', kind: 'long_text', label: (t) => t.awards.reason }

function mountEmergencies(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/emergency`,
    command: agree,
    place: 'hardship',
    title: (t) => t.awards.agree,
    lead: (t) => t.awards.agree_lead,
    about: aboutCase,
    beside: capsBeside,
    fields: [],
    input: named,
    outcome: outcomeOf,
    button: (t) => t.awards.agree,
    done: backTo('agree'),
  })
  mountForm(app, desk, {
    path: `${oneCase}/ratification`,
    command: ratify,
    place: 'hardship',
    title: (t) => t.awards.ratify,
    lead: (t) => t.awards.ratify_lead,
    about: aboutCase,
    fields: [
      {
        name: 'ratified',
        kind: 'radios',
        label: (t) => t.awards.ratify_choice,
        options: ({ t }) => [
          { value: 'yes', label: t.awards.yes_ratified },
          { value: 'no', label: t.awards.no_ratified },
        ],
      },
      { ...reason, optional: true, hint: (t) => t.awards.reason_if_not },
    ],
    input: ({ ratified, ...read }, asked) =>
      named({ ...read, ratified: ratified === 'yes' }, asked),
    button: (t) => t.awards.do_ratify,
    done: backTo('ratify'),
  })
}

function mountCaps(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/cap-request`,
    command: askCap,
    place: 'hardship',
    title: (t) => t.awards.cap_ask,
    lead: (t) => t.awards.cap_ask_lead,
    about: aboutCase,
    beside: capsBeside,
    fields: [reason],
    input: (read, { visit }) => ({ case: caseNumber(visit), ...read }),
    checked: false,
    button: (t) => t.awards.do_cap_ask,
    done: backTo('cap_ask'),
  })
  mountForm(app, desk, {
    path: `${oneCase}/cap-decision`,
    command: decideCap,
    place: 'hardship',
    title: (t) => t.awards.cap_decide,
    lead: (t) => t.awards.cap_decide_lead,
    about: aboutCase,
    beside: capsBeside,
    fields: [
      {
        name: 'allowed',
        kind: 'radios',
        label: (t) => t.awards.cap_choice,
        options: ({ t }) => [
          { value: 'yes', label: t.awards.cap_yes },
          { value: 'no', label: t.awards.cap_no },
        ],
      },
      reason,
    ],
    input: ({ allowed, ...read }, { visit }) => {
      const { overrides } = visit.ask(capsOfCase, { case: caseNumber(visit) })
      return { request: overrides.at(-1)?.request ?? 0, allowed: allowed === 'yes', ...read }
    },
    button: (t) => t.awards.do_cap_decide,
    done: backTo('cap_decide'),
  })
}

function mountEnding(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${oneCase}/end`,
    command: end,
    place: 'hardship',
    title: (t) => t.awards.end,
    lead: (t) => t.awards.end_lead,
    about: aboutCase,
    fields: [
      {
        name: 'cause',
        kind: 'radios',
        label: (t) => t.awards.end_cause,
        options: ({ t }) =>
          endCauses.map((value) => ({ value, label: t.awards.end_causes[value] })),
      },
      { name: 'ended_on', kind: 'day', label: (t) => t.awards.ended_on },
      reason,
    ],
    begin: ({ today }) => ({ ended_on: today }),
    input: named,
    button: (t) => t.awards.do_end,
    done: backTo('end'),
  })
}
