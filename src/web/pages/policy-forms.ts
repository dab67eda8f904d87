/** Forms of policies: a new version of each kind, and the adoption of a preset. */
import type { Hono } from 'hono'
import { formatDay } from '../../../templates/parts/format.ts'
import { adoptPreset, put } from '../../access/policies.ts'
import { show, version as showVersion } from '../../access/policy-queries.ts'
import { type PolicyBodies, type PolicyKind, policyKinds } from '../../policies/kinds.ts'
import { presetIds } from '../../policies/presets.ts'
import { workflowWithCode } from '../../policies/workflows.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { hasUnits, placeOptions } from './people-tabs.ts'
import { bodyOfAnswers, valuesOfPolicy } from './policy-bodies.ts'
import { workflowName } from './policy-casework.ts'
import { policyFields } from './policy-fields.ts'
import { sentencesOf, sentencesOnlyIn } from './policy-words.ts'
import type { Desk, Visit } from './visit.ts'
import { valuesOfWorkflow, workflowsOfAnswers } from './workflow-bodies.ts'

/** A path with the unit that it is about. */
export function withUnit(path: string, unit: string | null): string {
  return unit === null ? path : `${path}?unit=${encodeURIComponent(unit)}`
}

/** Where a new version of a kind is made; the days of a calendar are those of one year, a workflow is a new one. */
export function newPath(kind: PolicyKind, day: string): string {
  const year = kind === 'calendar' ? `/${day.slice(0, 4)}` : ''
  return `/settings/policies/${kind}${year}/new`
}

/** Where one workflow is changed. */
export function workflowPath(code: string): string {
  return `/settings/policies/workflows/${code}/new`
}

const unitField: FieldSpec = {
  name: 'unit',
  kind: 'select',
  label: (t) => t.policies.unit,
  hint: (t) => t.policies.unit_hint,
  optional: true,
  when: hasUnits,
  options: ({ visit }) => placeOptions(visit, put),
}

const lastFields: readonly FieldSpec[] = [
  {
    name: 'effective_from',
    kind: 'day',
    label: (t) => t.policies.effective_from,
    leaveEmpty: true,
  },
  {
    name: 'reason',
    kind: 'long_text',
    label: (t) => t.policies.reason,
    hint: (t) => t.policies.reason_hint,
    optional: true,
  },
]

/** Mounts the form of each kind and that of presets. */
export function mountPolicyForms(app: Hono, desk: Desk): void {
  mountPreset(app, desk)
  for (const kind of policyKinds) {
    if (kind === 'workflows') {
      mountWorkflow(app, desk, newPath(kind, ''))
      mountWorkflow(app, desk, workflowPath(':workflow{[a-z0-9-]{1,40}}'))
    } else mountKind(app, desk, kind)
  }
}

/** The year whose days the form of a calendar asks for. */
function yearOf(visit: Visit): string {
  return visit.c.req.param('year') ?? ''
}

function mountKind(app: Hono, desk: Desk, kind: PolicyKind): void {
  const year = kind === 'calendar' ? '/:year{[0-9]{4}}' : ''
  mountForm(app, desk, {
    path: `/settings/policies/${kind}${year}/new`,
    command: put,
    place: 'settings',
    title: (t) => t.policies.new_title({ kind: t.policies.kind[kind] }),
    fields: [...(kind === 'sign_in' ? [] : [unitField]), ...policyFields[kind], ...lastFields],
    begin: (visit) => {
      const unit = visit.param('unit') || null
      return valuesOfPolicy(kind, visit.ask(show, { kind, unit }).body, yearOf(visit))
    },
    input: ({ unit = null, effective_from = null, reason = null, ...read }, { visit }) => {
      const on = effective_from as string | null
      const place = { kind, unit: unit as string | null }
      const earlier = year === '' ? {} : visit.ask(show, { ...place, on }).body
      return {
        ...place,
        effective_from,
        reason,
        body: bodyOfAnswers(kind, read, earlier, yearOf(visit)),
      }
    },
    button: (t) => t.policies.do_put,
    outcome: ({ version }, visit) => changesOf(visit, version),
    done: ({ version }) => `/settings/policies/versions/${version}?done=put`,
  })
}

/** The form of one workflow: of a new one, or of that which the address names. */
function mountWorkflow(app: Hono, desk: Desk, path: string): void {
  const kind = 'workflows'
  const held = (visit: Visit, unit: string | null, on: string | null = null) =>
    visit.ask(show, { kind, unit, on }).body as PolicyBodies['workflows']
  const codeOf = ({ c }: Visit) => c.req.param('workflow') ?? ''
  mountForm(app, desk, {
    path,
    command: put,
    place: 'settings',
    title: (t, visit) => {
      const found = workflowWithCode(held(visit, visit.param('unit') || null), codeOf(visit))
      if (!found) return t.casework.new_workflow
      return t.casework.workflow_title({ workflow: workflowName(visit, found) })
    },
    lead: (t) => t.casework.workflow_lead,
    fields: [unitField, ...policyFields[kind], ...lastFields],
    begin: (visit) => valuesOfWorkflow(held(visit, visit.param('unit') || null), codeOf(visit)),
    input: ({ unit = null, effective_from = null, reason = null, ...read }, { visit }) => {
      const place = unit as string | null
      const earlier = held(visit, place, effective_from as string | null)
      const body = workflowsOfAnswers(read, earlier, codeOf(visit))
      return { kind, unit: place, effective_from, reason, body }
    },
    button: (t) => t.policies.do_put,
    outcome: ({ version }, visit) => changesOf(visit, version),
    done: ({ version }) => `/settings/policies/versions/${version}?done=put`,
  })
}

/** What a version says that was not said before, from which day, and what it no longer says. */
function changesOf(visit: Visit, version: number) {
  const { t, language } = visit
  const { kind, body, before, effective_from } = visit.ask(showVersion, { version })
  const now = sentencesOf(kind, body, visit)
  const earlier = sentencesOf(kind, before, visit)
  const day = formatDay(language, effective_from)
  const told = [
    { label: t.policies.will_say({ day }), lines: sentencesOnlyIn(now, earlier) },
    { label: t.policies.no_longer, lines: sentencesOnlyIn(earlier, now) },
  ]
  return told
    .filter(({ lines }) => lines.length > 0)
    .map(({ label, lines }) => ({ label, value: { lines } }))
}

function mountPreset(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/settings/policies/preset',
    command: adoptPreset,
    place: 'settings',
    title: (t) => t.policies.adopt,
    lead: (t) => t.policies.adopt_lead,
    fields: [
      {
        name: 'preset',
        kind: 'radios',
        label: (t) => t.policies.preset,
        options: ({ t }) =>
          presetIds.map((value) => {
            const { name: label, hint } = t.start.presets[value]
            return { value, label, hint }
          }),
      },
      {
        name: 'kinds',
        kind: 'several',
        label: (t) => t.policies.kinds,
        hint: (t) => t.policies.kinds_hint,
        optional: true,
        options: ({ t }) => policyKinds.map((value) => ({ value, label: t.policies.kind[value] })),
      },
    ],
    button: (t) => t.policies.do_adopt,
    outcome: ({ versions }, visit) =>
      versions.flatMap(({ kind, version }) =>
        changesOf(visit, version).map(({ label, value }) => ({
          label: `${visit.t.policies.kind[kind]} · ${label}`,
          value,
        })),
      ),
    done: () => '/settings/policies?done=adopt',
  })
}
