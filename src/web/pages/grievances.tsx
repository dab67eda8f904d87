/** Pages of grievances about cases and appeals against refusals. */
import type { Hono } from 'hono'
import { GrievancesPage } from '../../../templates/pages/grievances.tsx'
import { SaidPage } from '../../../templates/pages/objections.tsx'
import { DescriptionList } from '../../../templates/parts/description-list.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { show as showCase } from '../../hardship/cases/show-query.ts'
import { decide, file } from '../../hardship/grievances/commands.ts'
import { list, show } from '../../hardship/grievances/queries.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { outcomeKinds, saidOutcomes } from './objections.tsx'
import { recordedBy } from './recorded-by.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

const kinds = ['grievance', 'appeal'] as const

/** Mounts the pages of grievances. */
export function mountGrievances(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/grievances', listPage)
  mountFiling(app, desk)
  mountForm(app, desk, {
    path: '/grievances/:grievance/decision',
    command: decide,
    place: 'hardship',
    title: (t, visit) => t.grievances.decide_title({ grievance: grievanceOf(visit) }),
    lead: (t) => t.grievances.decide_lead,
    about: aboutGrievance,
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.grievances.outcome,
        options: ({ t }) =>
          saidOutcomes.map((value) => ({ value, label: t.grievances.outcomes[value] })),
      },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.grievances.reason,
        hint: (t) => t.grievances.reason_hint,
      },
      {
        name: 'step',
        kind: 'select',
        label: (t) => t.grievances.step,
        hint: (t) => t.grievances.step_hint,
        options: ({ t, visit }) =>
          grievanceAsked(visit).steps.map((kind, at) => ({
            value: String(at),
            label: `${at + 1}. ${t.casework.step[kind]}`,
          })),
        when: (visit) => grievanceAsked(visit).kind === 'appeal',
      },
    ],
    begin: () => ({ step: '0' }),
    button: (t) => t.grievances.do_decide,
    done: ({ grievance }) => `/grievances/${grievance}?done=decided`,
  })
  mountPage(app, desk, '/grievances/:grievance{[0-9]+}', onePage)
}

/** What stands above the decision: about which case it is, and what was said. */
function aboutGrievance(visit: Visit) {
  const { t, href } = visit
  const told = grievanceAsked(visit)
  return (
    <DescriptionList
      items={[
        {
          term: t.grievances.case,
          detail: <a href={href(`/cases/${told.case}`)}>{told.reference}</a>,
        },
        { term: t.grievances.text, detail: told.text ?? '' },
      ]}
    />
  )
}

function mountFiling(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/cases/:case/grievances/new',
    command: file,
    place: 'hardship',
    title: (t, visit) =>
      t.grievances.file_title(visit.ask(showCase, { case: Number(visit.c.req.param('case')) })),
    lead: (t) => t.grievances.file_lead,
    fields: [
      {
        name: 'kind',
        kind: 'radios',
        label: (t) => t.grievances.kind,
        options: ({ t }) =>
          kinds.map((value) => ({
            value,
            label: t.grievances.kinds[value],
            hint: t.grievances.kind_hints[value],
          })),
      },
      {
        name: 'from',
        kind: 'text',
        label: (t) => t.grievances.from,
        hint: (t) => t.grievances.from_hint,
        optional: true,
      },
      { name: 'text', kind: 'long_text', label: (t) => t.grievances.text },
      { name: 'received_on', kind: 'day', label: (t) => t.grievances.received_on },
    ],
    button: (t) => t.grievances.do_file,
    done: ({ grievance }) => `/grievances/${grievance}?done=filed`,
  })
}

function grievanceOf(visit: Visit): number {
  return Number(visit.c.req.param('grievance'))
}

type GrievanceTold = ReturnType<typeof grievanceAsked>

function grievanceAsked(visit: Visit) {
  return visit.ask(show, { grievance: grievanceOf(visit) })
}

function stateView({ t }: Visit, { outcome }: Pick<GrievanceTold, 'outcome'>) {
  if (outcome === null) return { kind: 'waiting', word: t.grievances.states.open } as const
  return { kind: outcomeKinds[outcome], word: t.grievances.outcomes[outcome] }
}

function nameOf({ t }: Visit, { kind, grievance }: Pick<GrievanceTold, 'kind' | 'grievance'>) {
  return t.grievances.one({ kind: t.grievances.kinds[kind], grievance })
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['kind', 'state', 'case'])
  const rows = (found.found?.grievances ?? []).map((row) => ({
    href: href(`/grievances/${row.grievance}`),
    number: nameOf(visit, row),
    kind: t.grievances.kinds[row.kind],
    case: { href: href(`/cases/${row.case}`), label: row.reference },
    received_on: row.received_on,
    state: stateView(visit, row),
  }))
  const body = GrievancesPage({
    t,
    language,
    list: listView(found, rows),
    tabs: hardshipTabs(visit, '/grievances'),
    kinds: kinds.map((value) => ({ value, label: t.grievances.kinds[value] })),
    states: (['open', 'decided'] as const).map((value) => ({
      value,
      label: t.grievances.states[value],
    })),
  })
  return { title: t.grievances.title, body, place: 'hardship' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = grievanceAsked(visit)
  const { grievances } = t
  const title = nameOf(visit, told)
  const body = SaidPage({
    t,
    language,
    title,
    breadcrumbs: [
      { href: href(`/cases/${told.case}`), label: told.reference },
      { href: href('/grievances'), label: grievances.title },
    ],
    state: stateView(visit, told),
    done: doneOn(visit, { filed: grievances.filed, decided: grievances.decided }),
    acts: told.may_decide
      ? [{ href: href(`/grievances/${told.grievance}/decision`), label: grievances.decide }]
      : [],
    barred: told.barred && toldOf(told.barred, t),
    barredTitle: grievances.barred,
    particulars: [
      {
        term: grievances.case,
        detail: <a href={href(`/cases/${told.case}`)}>{told.reference}</a>,
      },
      { term: grievances.from, detail: told.from ?? grievances.from_none },
      { term: grievances.received_on, detail: <Day language={language} day={told.received_on} /> },
    ],
    textTitle: grievances.text,
    text: told.text ?? '',
    pathTitle: t.payouts.path,
    path: pathOf(visit, told),
  })
  return { title, body, place: 'hardship' }
}

function pathOf(visit: Visit, told: GrievanceTold): MilestoneView[] {
  const { grievances } = visit.t
  const received = {
    title: grievances.received_on,
    state: 'done',
    ...recordedBy(visit, told.sequence),
  } as const
  if (told.outcome === null || told.decided_at_sequence === null) {
    return [received, { title: grievances.states.open, state: 'current' }]
  }
  return [
    received,
    {
      title: grievances.outcomes[told.outcome],
      state: told.outcome === 'upheld' ? 'done' : 'stopped',
      ...recordedBy(visit, told.decided_at_sequence),
      detail: told.reason ?? undefined,
    },
  ]
}
