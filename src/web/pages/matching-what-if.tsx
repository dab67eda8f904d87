/** The page on which other weights are tried. It takes its time in short steps, so that nobody waits for it. */
import type { Hono } from 'hono'
import type { BesideView } from '../../../templates/pages/matching-figures.tsx'
import { type WeightView, WhatIfPage } from '../../../templates/pages/matching-what-if.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { put } from '../../access/policies.ts'
import { list as listPolicies } from '../../access/policy-queries.ts'
import { requireMay, scopeFor } from '../../book/scope.ts'
import {
  type Comparison,
  comparingSteps,
  type Tried,
  triedField,
  type Weights,
  weightsOf,
  whatIf,
} from '../../pairing/suggestions/what-if.ts'
import { unitMeant } from '../../people/units.ts'
import { matchReasons } from '../../policies/pairing.ts'
import { type Answer, mountAct, type Page } from './frame.tsx'
import { kmText, loadRows, metText, shareText } from './matching-views.ts'
import { pairingPolicy } from './pairing-options.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './people-tabs.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'

const path = '/pairing/matching/what-if'
const names = [...matchReasons, 'spread'] as const

/** Mounts the page. */
export function mountMatchWhatIf(app: Hono, desk: Desk): void {
  mountAct(app, desk, 'get', path, whatIfPage)
}

/** The weights in the address: those left empty are as in force. */
function triedIn(visit: Visit): {
  readonly tried: Tried
  readonly wrong: { readonly field: string; readonly message: string }[]
} {
  const given = names.flatMap((name) => {
    const text = visit.param(name).trim()
    return text === '' ? [] : [[name, text] as const]
  })
  const read = triedField.safeParse(Object.fromEntries(given))
  if (read.success) return { tried: read.data, wrong: [] }
  const fields = new Set(read.error.issues.map(({ path: at }) => String(at[0])))
  const { t } = visit
  return {
    tried: {},
    wrong: [...fields].map((field) => ({ field, message: t.matching.weights })),
  }
}

async function compared(visit: Visit, tried: Tried): Promise<Comparison> {
  const { desk, caller, today } = visit
  const { store } = desk.book
  const scope = scopeFor(store, caller, whatIf)
  const code = visit.param('unit')
  const unit = unitMeant({ ...store, scope }, code === '' ? null : code)?.id ?? null
  const steps = comparingSteps(store, { scope, unit, today }, tried)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await desk.offer.tasks.pause()
    requireStillSignedIn(visit)
  }
}

async function whatIfPage(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, whatIf)
  const { t, language, href } = visit
  const { tried, wrong } = triedIn(visit)
  const asks = visit.param('compare') === 'yes' && wrong.length === 0
  const found = asks ? await compared(visit, tried) : null
  const inForce = weightsOf(pairingPolicy(visit, visit.param('unit') || null))
  const body = WhatIfPage({
    t,
    language,
    tabs: pairingTabs(visit, path),
    action: href(path),
    weights: names.map((name) => weightView(visit, name, { inForce, wrong })),
    units: unitOptions(visit),
    whole: visit.may({ ...whatIf, reach: 'organisation' }),
    unit: visit.param('unit'),
    wrong,
    compared: found && comparedRows(visit, found),
    policies: visit.may(put) && visit.may(listPolicies) ? href('/settings/policies') : null,
  })
  const page: Page = { title: t.matching.what_if, body, place: 'pairing' }
  return wrong.length > 0 ? { ...page, status: 422 } : page
}

function labelOf({ t }: Visit, name: (typeof names)[number]): string {
  return name === 'spread' ? t.matching.spread : t.pairing_rules.reason[name]
}

function weightView(
  visit: Visit,
  name: (typeof names)[number],
  {
    inForce,
    wrong,
  }: { readonly inForce: Weights; readonly wrong: readonly { field: string; message: string }[] },
): WeightView {
  const given = visit.param(name)
  return {
    name,
    label: labelOf(visit, name),
    value: given === '' ? String(inForce[name]) : given,
    error: wrong.find(({ field }) => field === name)?.message,
    hint: `${visit.t.matching.in_force}: ${inForce[name]}`,
  }
}

function comparedRows(visit: Visit, { before, after, changed }: Comparison): BesideView[] {
  const { t, language } = visit
  const beside = (label: string, tell: (one: Comparison['before']) => string): BesideView => ({
    label,
    first: tell(before),
    second: tell(after),
  })
  return [
    beside(t.matching.met, ({ figures }) => metText(visit, figures)),
    { label: t.matching.changed, first: '', second: formatCount(language, changed) },
    ...loadRows(visit, before.figures.load_after, after.figures.load_after),
    beside(t.matching.km, ({ figures }) => kmText(visit, figures)),
    ...matchReasons.map((reason, at) =>
      beside(t.matching.reason_met({ reason: labelOf(visit, reason) }), ({ reasons }) =>
        shareText(visit, reasons[at]!.share),
      ),
    ),
  ]
}
