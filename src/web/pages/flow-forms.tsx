/** The forms of the steps of a case: of one case, and of all of a list that wait at a step. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Messages } from '../../../templates/messages/messages.ts'
import { formatCount } from '../../../templates/parts/format.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { checkOutcomes, passChecks, recordChecks } from '../../hardship/flow/checks.ts'
import { recordHomeVisit, review, verify } from '../../hardship/flow/commands.ts'
import { progress } from '../../hardship/flow/progress-query.ts'
import { refusalRules, refuse, returnToStep, withdraw } from '../../hardship/flow/turning.ts'
import type { StepKind } from '../../policies/workflows.ts'
import type { Asked, FieldSpec, Option, Values } from './fields.ts'
import { mountForm } from './forms.tsx'
import { knownName } from './policy-casework.ts'
import type { Desk, Visit } from './visit.ts'

/** What is done with one case or with a list; its words, and its part of the address. */
export const flowActs = {
  verify: { command: verify, at: 'verification', step: 'verify' },
  visit: { command: recordHomeVisit, at: 'home-visit', step: 'home_visit' },
  review: { command: review, at: 'review', step: 'review' },
  checks: { command: recordChecks, at: 'checks', step: 'checks' },
  pass: { command: passChecks, at: 'clearance', step: 'checks' },
} as const
export type FlowAct = keyof typeof flowActs

/** What is done with one case alone. */
export const turningActs = {
  back: { command: returnToStep, at: 'return' },
  refuse: { command: refuse, at: 'refusal' },
  withdraw: { command: withdraw, at: 'withdrawal' },
} as const
export type TurningAct = keyof typeof turningActs

/** Where something is done with one case. */
export function casePath(id: number, act: FlowAct | TurningAct): string {
  const { at } = act in flowActs ? flowActs[act as FlowAct] : turningActs[act as TurningAct]
  return `/cases/${id}/${at}`
}

/** Where something is done with a list; it takes `?round=`. */
export function bulkPath(act: FlowAct): string {
  return `/cases/${flowActs[act].at}`
}

const oneCase = '/cases/:case{[0-9]+}'
const caseOf = ({ c }: Visit) => Number(c.req.param('case'))

/** Mounts the forms. */
export function mountFlow(app: Hono, desk: Desk): void {
  for (const act of Object.keys(flowActs) as FlowAct[]) {
    mountBulk(app, desk, act)
    mountOne(app, desk, act)
  }
  mountTurning(app, desk)
}

const title = (t: Messages, act: FlowAct) => t.flow[`${act}_title`]
const lead = (t: Messages, act: FlowAct) => t.flow[`${act}_lead`]
const button = (t: Messages, act: FlowAct) => t.flow[`do_${act}`]

function mountOne(app: Hono, desk: Desk, act: FlowAct): void {
  mountForm(app, desk, {
    path: `${oneCase}/${flowActs[act].at}`,
    command: flowActs[act].command,
    place: 'hardship',
    title: (t) => title(t, act),
    lead: (t) => lead(t, act),
    about: aboutCase,
    fields: fieldsOf(act),
    begin: beginsWith(act),
    input: (read, { visit }) => ({
      cases: [caseOf(visit)],
      ...inputOf(act, read, caseChecks(visit)),
    }),
    checked: false,
    button: (t) => button(t, act),
    done: (_, { visit }) => `/cases/${caseOf(visit)}?done=${act}`,
  })
}

function mountBulk(app: Hono, desk: Desk, act: FlowAct): void {
  const { command, step } = flowActs[act]
  mountForm(app, desk, {
    path: bulkPath(act),
    command,
    place: 'hardship',
    title: (t) => title(t, act),
    lead: (t) => lead(t, act),
    fields: [roundField(step), ...fieldsOf(act)],
    begin: beginsWith(act),
    input: ({ round, ...read }, { visit, values }) => ({
      round: Number(round),
      ...inputOf(act, read, roundChecks(visit, values)),
    }),
    button: (t) => button(t, act),
    outcome: ({ cases, left_out }, { t, language }) => [
      {
        label: t.flow.cases,
        value: { lines: [t.flow.cases_of({ count: cases, shown: formatCount(language, cases) })] },
      },
      ...(left_out.length > 0
        ? [{ label: t.flow.left_out, value: { lines: [left_out.join(', ')] } }]
        : []),
    ],
    done: (_, { values }) => `/rounds/${values.round}?done=${act}`,
  })
}

/** The lists of which some cases wait at a step. */
function roundField(step: StepKind): FieldSpec {
  return {
    name: 'round',
    kind: 'select',
    label: (t) => t.cases.round,
    options: ({ visit }) =>
      visit
        .ask(listRounds, {})
        .rounds.filter(({ waiting }) => waiting.some(({ step_kind }) => step_kind === step))
        .map(({ round, name }) => ({ value: String(round), label: name })),
  }
}

/** What stands above the questions: which case it is. */
function aboutCase(visit: Visit) {
  const { href, ask } = visit
  const { reference, beneficiary } = ask(showCase, { case: caseOf(visit) })
  return (
    <p>
      <a href={href(`/cases/${caseOf(visit)}`)}>{reference}</a> · {beneficiary.name}
    </p>
  )
}

const noteField: FieldSpec = {
  name: 'note',
  kind: 'long_text',
  label: (t) => t.flow.note,
  hint: (t) => t.flow.note_hint,
  optional: true,
}

function fieldsOf(act: FlowAct): FieldSpec[] {
  switch (act) {
    case 'verify':
    case 'review':
      return [noteField]
    case 'visit':
      return [
        { name: 'visited_on', kind: 'day', label: (t) => t.flow.visited_on },
        { name: 'findings', kind: 'long_text', label: (t) => t.flow.findings },
      ]
    case 'checks':
      return [checksField]
    case 'pass':
      return []
  }
}

function beginsWith(act: FlowAct): (visit: Visit) => Values {
  return ({ today }) => (act === 'visit' ? { visited_on: today } : {})
}

type Checks = z.output<typeof progress.output>['checks']

const caseChecks = (visit: Visit) => (): Checks =>
  visit.ask(progress, { case: caseOf(visit) }).checks

/** The checks of a list are those of its first case that waits for them. */
const roundChecks = (visit: Visit, values: Values) => (): Checks => {
  const round = Number(values.round || visit.param('round'))
  if (!round) return []
  const { cases } = visit.ask(listCases, { round, step: 'checks', limit: 1 })
  return cases[0] ? visit.ask(progress, { case: cases[0].case }).checks : []
}

function checksAsked({ visit, values }: Asked): Checks {
  return (
    visit.c.req.param('case') === undefined ? roundChecks(visit, values) : caseChecks(visit)
  )()
}

/** A check by its name, with what was recorded of it last where one case is meant. */
function headOf({ t, visit }: Asked, { check, name, outcome }: Checks[number]): Option {
  const label = knownName(t.casework.check_name_known, name)
  const isOne = visit.c.req.param('case') !== undefined
  return {
    value: check,
    label: isOne && outcome ? `${label} · ${t.flow.outcomes[outcome]}` : label,
  }
}

const checksField: FieldSpec = {
  name: 'outcomes',
  kind: 'rows',
  label: (t) => t.casework.step.checks,
  heads: (asked) => checksAsked(asked).map((check) => headOf(asked, check)),
  columns: [
    {
      name: 'outcome',
      kind: 'select',
      label: (t) => t.flow.outcome,
      options: ({ t }) =>
        checkOutcomes.map((value): Option => ({ value, label: t.flow.outcomes[value] })),
      optional: true,
    },
    { name: 'reason', kind: 'text', label: (t) => t.flow.why, optional: true },
  ],
}

type Read = Readonly<Record<string, unknown>>

function inputOf(act: FlowAct, read: Read, checks: () => Checks): Read {
  if (act !== 'checks') return read
  const rows = read.outcomes as readonly Read[]
  const given = rows.map((row, at) => ({ check: checks()[at]?.check, ...row }))
  // What nobody has looked at yet is left out.
  return { outcomes: given.filter((row) => Object.keys(row).length > 1) }
}

function mountTurning(app: Hono, desk: Desk): void {
  const refOf = (visit: Visit) => visit.ask(showCase, { case: caseOf(visit) }).reference
  const shared = { place: 'hardship', about: aboutCase } as const
  const input = (read: Read, { visit }: Asked) => ({ cases: [caseOf(visit)], ...read })
  const ends =
    (act: TurningAct) =>
    (_: unknown, { visit }: Asked) =>
      `/cases/${caseOf(visit)}?done=${act}`
  const reason: FieldSpec = { name: 'reason', kind: 'long_text', label: (t) => t.flow.reason }
  mountForm(app, desk, {
    ...shared,
    path: `${oneCase}/${turningActs.back.at}`,
    command: returnToStep,
    title: (t, visit) => t.flow.back_title({ case: refOf(visit) }),
    lead: (t) => t.flow.back_lead,
    fields: [
      { name: 'to_step', kind: 'radios', label: (t) => t.flow.step, options: earlierSteps },
      reason,
    ],
    input: ({ to_step, ...read }, asked) => input({ ...read, to_step: Number(to_step) }, asked),
    button: (t) => t.flow.do_back,
    done: ends('back'),
  })
  mountForm(app, desk, {
    ...shared,
    path: `${oneCase}/${turningActs.refuse.at}`,
    command: refuse,
    title: (t, visit) => t.flow.refuse_title({ case: refOf(visit) }),
    lead: (t) => t.flow.refuse_lead,
    fields: [
      {
        name: 'rule',
        kind: 'radios',
        label: (t) => t.flow.rule,
        options: ({ t }) =>
          refusalRules.map((value): Option => ({ value, label: t.flow.rules[value] })),
      },
      { name: 'text', kind: 'long_text', label: (t) => t.flow.rule_text },
    ],
    input,
    button: (t) => t.flow.do_refuse,
    done: ends('refuse'),
  })
  mountForm(app, desk, {
    ...shared,
    path: `${oneCase}/${turningActs.withdraw.at}`,
    command: withdraw,
    title: (t, visit) => t.flow.withdraw_title({ case: refOf(visit) }),
    lead: (t) => t.flow.withdraw_lead,
    fields: [reason],
    input,
    button: (t) => t.flow.do_withdraw,
    done: ends('withdraw'),
  })
}

/** The steps before the one at which a case is, by their numbers. */
function earlierSteps({ visit, t }: Asked): Option[] {
  const { steps, step } = visit.ask(showCase, { case: caseOf(visit) })
  return steps.slice(0, step).map(({ kind }, at) => ({
    value: String(at + 1),
    label: `${at + 1}. ${t.casework.step[kind]}`,
  }))
}
