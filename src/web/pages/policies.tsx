/** Policies among the settings: what holds, in sentences; each with its history and its calendar. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import {
  PoliciesPage,
  type PolicyPlaceView,
  type PolicySaysView,
} from '../../../templates/pages/policies.tsx'
import {
  PolicyPage,
  PolicyVersionPage,
  type VersionView,
} from '../../../templates/pages/policy.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { adoptPreset, put } from '../../access/policies.ts'
import { history, list, show, version as showVersion } from '../../access/policy-queries.ts'
import { list as listEvents } from '../../book/queries.ts'
import { list as listUnits } from '../../people/unit-queries.ts'
import type { PolicyBodies, PolicyKind } from '../../policies/kinds.ts'
import { policyKinds } from '../../policies/kinds.ts'
import { maskedFields, purposes } from '../../policies/people-data.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { monthView } from './policy-calendar.ts'
import { drawnWorkflows, sayMissingStandards } from './policy-casework.ts'
import { mountPolicyForms, newPath, withUnit, workflowPath } from './policy-forms.ts'
import { sentencesOf, sentencesOnlyIn } from './policy-words.ts'
import { actorNames } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

type Listed = z.output<typeof list.output>['policies'][number]
type Version = z.output<typeof showVersion.output>

/** Mounts the pages of policies and their forms. */
export function mountPolicies(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/settings/policies', policiesPage)
  mountPolicyForms(app, desk)
  mountPage(app, desk, '/settings/policies/versions/:version{[0-9]+}', versionPage)
  mountPage(app, desk, `/settings/policies/:kind{${policyKinds.join('|')}}`, policyPage)
}

function policiesPage(visit: Visit): Page {
  const { t, language, href } = visit
  const unit = visit.param('unit') || null
  const { policies, preset } = visit.ask(list, { unit })
  const body = PoliciesPage({
    t,
    language,
    breadcrumbs: [{ href: href('/settings'), label: t.shell.settings }],
    done: doneOn(visit, { adopt: t.policies.done_adopt }),
    place: placeView(visit, unit),
    preset: preset === null ? null : t.policies.adopted({ preset: t.start.presets[preset].name }),
    adopt: visit.may(adoptPreset) ? href('/settings/policies/preset') : null,
    funds: href('/settings#funds'),
    policies: policies.map((policy) => policyView(visit, policy, unit)),
  })
  return { title: t.policies.title, body, place: 'settings' }
}

/** The units to choose from, where there are any. */
function placeView({ t, ask, href }: Visit, unit: string | null): PolicyPlaceView | null {
  const { units } = ask(listUnits, {})
  if (units.length === 0) return null
  const options = units.map(({ unit: value, name, level }) => ({
    value,
    label: `${'\u2003'.repeat(level)}${name}`,
  }))
  return { action: href('/settings/policies'), unit, options, whole: t.policies.whole }
}

function policyView(visit: Visit, policy: Listed, unit: string | null) {
  const { t, language, href } = visit
  const { kind, version, set_for, effective_from, differs, coming } = policy
  return {
    title: t.policies.kind[kind],
    href: href(withUnit(`/settings/policies/${kind}`, unit)),
    change: visit.may(put) ? href(withUnit(newPath(kind, visit.today), unit)) : null,
    do_change: kind === 'workflows' ? t.casework.add_workflow : t.policies.change,
    says: saysView(visit, kind, policy.body, unit),
    neutral: version === null,
    since: effective_from,
    setFor: set_for === null ? null : t.policies.set_for({ unit: set_for }),
    differs: differs === null ? null : differs.length > 0,
    coming: coming.map((one) => ({
      href: href(`/settings/policies/versions/${one.version}`),
      label: t.policies.from_day({ day: formatDay(language, one.effective_from) }),
    })),
  }
}

/**
 * A body in sentences; what is a matter of fields and purposes, as a table; workflows as rows of steps, which are changed
 * from there where it is what holds now. Standards that caps speak of are asked for.
 */
function saysView(
  visit: Visit,
  kind: PolicyKind,
  body: unknown,
  /** The place where it holds now; left out of an older version. */
  unit?: string | null,
): PolicySaysView {
  const { t, href } = visit
  if (kind === 'workflows') {
    const change =
      unit !== undefined && visit.may(put)
        ? (code: string) => href(withUnit(workflowPath(code), unit))
        : null
    const workflows = drawnWorkflows(body as PolicyBodies['workflows'], visit, change)
    return { sentences: [], masks: null, workflows }
  }
  const all = sentencesOf(kind, body, visit)
  if (kind === 'standards' && unit !== undefined) {
    const caps = visit.ask(show, { kind: 'caps', unit }).body as PolicyBodies['caps']
    const missing = sayMissingStandards(body as PolicyBodies['standards'], caps, visit)
    return { sentences: [...all.map(({ text }) => text), ...missing], masks: null, workflows: [] }
  }
  if (kind !== 'masks') {
    return { sentences: all.map(({ text }) => text), masks: null, workflows: [] }
  }
  const masks = body as PolicyBodies['masks']
  const sentences = all.filter(({ field }) => field === 'unnamed_below_years')
  return {
    sentences: sentences.map(({ text }) => text),
    workflows: [],
    masks: {
      purposes: purposes.map((purpose) => t.policies.purpose[purpose]),
      rows: maskedFields.map((field) => ({
        field: t.policies.field[field],
        forms: purposes.map((purpose) => t.policies.form[masks[field][purpose]]),
      })),
    },
  }
}

function policyPage(visit: Visit): Page {
  const { t, language, href, today } = visit
  const kind = visit.c.req.param('kind') as PolicyKind
  const unit = visit.param('unit') || null
  const policies = visit.ask(list, { unit }).policies
  const policy = policies.find((one) => one.kind === kind)!
  const { versions } = visit.ask(history, { kind, unit })
  const inForce = visit.ask(show, { kind, unit }).version
  const title = t.policies.kind[kind]
  const body = PolicyPage({
    t,
    language,
    timeZone: visit.organisation.time_zone,
    breadcrumbs: crumbs(visit, unit),
    policy: policyView(visit, policy, unit),
    month:
      kind === 'calendar' ? monthView(visit, policy.body as PolicyBodies['calendar'], unit) : null,
    versions: versionViews(visit, versions).map((view, at) => ({
      ...view,
      href: href(`/settings/policies/versions/${view.version}`),
      state:
        view.version === inForce
          ? 'current'
          : versions[at]!.effective_from > today
            ? 'coming'
            : 'done',
    })),
  })
  return { title, body, place: 'settings' }
}

function crumbs({ t, href }: Visit, unit: string | null) {
  return [
    { href: href('/settings'), label: t.shell.settings },
    { href: href(withUnit('/settings/policies', unit)), label: t.policies.title },
  ]
}

function versionViews(
  visit: Visit,
  versions: readonly Version[],
): Omit<VersionView, 'href' | 'state'>[] {
  const { t, language } = visit
  const nameOf = actorNames(visit)
  return versions.map((one) => {
    const now = sentencesOf(one.kind, one.body, visit)
    const before = sentencesOf(one.kind, one.before, visit)
    const day = formatDay(language, one.effective_from)
    return {
      version: one.version,
      title: t.policies.from_day({ day }),
      at: new Date(one.at).toISOString(),
      who: nameOf(one.actor),
      says: sentencesOnlyIn(now, before),
      nolonger: sentencesOnlyIn(before, now),
      reason: one.reason,
      preset:
        one.preset === null
          ? null
          : t.policies.from_preset({ preset: t.start.presets[one.preset].name }),
    }
  })
}

function versionPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = visit.ask(showVersion, { version: Number(visit.c.req.param('version')) })
  const { kind, unit } = found
  const title = t.policies.version_title({ kind: t.policies.kind[kind], version: found.version })
  const [view] = versionViews(visit, [found])
  const body = PolicyVersionPage({
    t,
    language,
    title,
    timeZone: visit.organisation.time_zone,
    breadcrumbs: [
      ...crumbs(visit, unit),
      { href: href(withUnit(`/settings/policies/${kind}`, unit)), label: t.policies.kind[kind] },
    ],
    done: doneOn(visit, { put: t.policies.done_put }),
    setFor: unit === null ? t.policies.whole : unit,
    since: found.effective_from,
    says: saysView(visit, kind, found.body),
    event: visit.may(listEvents) ? href(`/audit/events/${found.sequence}`) : null,
    version: view!,
  })
  return { title, body, place: 'settings' }
}
