/** Pages of cases: the register with what waits where, and one case with everything about it. */
import type { Hono } from 'hono'
import { CasePage } from '../../../templates/pages/case.tsx'
import { CasesPage } from '../../../templates/pages/cases.tsx'
import { submit } from '../../hardship/cases/commands.ts'
import { list } from '../../hardship/cases/queries.ts'
import { revise } from '../../hardship/cases/revising.ts'
import type { CaseTold } from '../../hardship/cases/show-query.ts'
import { list as listProgrammes } from '../../hardship/programmes/queries.ts'
import { caseAsked, mountCaseForms } from './case-forms.ts'
import { caseAsksFor, caseBelongs } from './case-particulars.tsx'
import { casePath } from './case-path.tsx'
import { caseSections } from './case-sections/sections.ts'
import { caseView, standsView, waitingTabs } from './case-views.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of cases. */
export function mountCases(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/cases', listPage)
  mountCaseForms(app, desk)
  mountPage(app, desk, '/cases/:case{[0-9]+}', onePage)
}

const filters = [
  ...['q', 'programme', 'unit', 'sort', 'state', 'step'],
  ...['round', 'file', 'party', 'emergency'],
] as const

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, filters)
  const rows = (found.found?.cases ?? []).map((row) => caseView(visit, row))
  const now = { state: found.values.state ?? '', step: found.values.step ?? '' }
  const [total, another] = found.found?.totals ?? []
  const body = CasesPage({
    t,
    language,
    list: listView(found, rows),
    tabs: hardshipTabs(visit, '/cases'),
    waiting: waitingTabs(visit, found.found?.waiting ?? [], now, found.href),
    programmes: visit
      .ask(listProgrammes, {})
      .programmes.map(({ programme, name }) => ({ value: programme, label: name })),
    units: unitOptions(visit),
    total: total && !another && rows.length > 0 ? total.amount : undefined,
    enter: visit.may(submit) ? href('/cases/new') : null,
  })
  return { title: t.cases.title, body, place: 'hardship' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = caseAsked(visit)
  const title = told.beneficiary.name
  const body = CasePage({
    t,
    language,
    title,
    reference: told.reference,
    breadcrumbs: [
      { href: href('/cases'), label: t.cases.title },
      ...(told.round === null
        ? []
        : [{ href: href(`/rounds/${told.round}`), label: told.round_name! }]),
    ],
    done: doneOn(visit, {
      enter: t.cases.entered,
      revise: t.cases.revised,
      ...t.flow.done,
      ...t.awards.done,
      ...t.apply.case_done,
    }),
    stands: standsView(visit, told),
    emergency: told.emergency,
    barred: barredTold(visit, told),
    asksFor: caseAsksFor(visit, told),
    belongs: caseBelongs(visit, told),
    situation: told.facts?.situation ?? null,
    masked: !visit.caller.readsNames,
    path: casePath(visit, told),
    sections: caseSections.map((section) => section(visit, told)).filter((one) => one !== null),
    acts:
      visit.may(revise) && isRevisable(told)
        ? [{ href: href(`/cases/${told.case}/revision`), label: t.cases.revise }]
        : [],
  })
  return { title: `${told.reference} · ${title}`, body, place: 'hardship' }
}

/** Before anybody voted on it and before it hangs out; the command says why else. */
function isRevisable({ state, step, steps }: CaseTold): boolean {
  if (state !== 'open' && state !== 'asked') return false
  return !steps.some(
    ({ kind }, at) => (kind === 'notice' && at <= step) || (kind === 'deliberate' && at < step),
  )
}

function barredTold({ t }: Visit, { own_hand, interests, state }: CaseTold): string[] {
  if (!['open', 'asked', 'suspended'].includes(state)) return []
  return [
    ...(interests.length > 0 ? [t.cases.interest({ interests: interests.join(' · ') })] : []),
    ...(own_hand ? [t.cases.own_hand] : []),
  ]
}
