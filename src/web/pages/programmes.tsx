/** Pages of programmes and of events that struck people. */
import type { Hono } from 'hono'
import {
  ProgrammePage,
  ProgrammesPage,
  type ProgrammeView,
} from '../../../templates/pages/programmes.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { submit } from '../../hardship/cases/commands.ts'
import { open, recordAidEvent, revise } from '../../hardship/programmes/commands.ts'
import { helps } from '../../hardship/programmes/programmes.ts'
import { list, listAidEvents, show } from '../../hardship/programmes/queries.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { doneOn } from './done.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { fundLink } from './fund-link.ts'
import { workflowOptions } from './hardship-options.ts'
import { hardshipTabs } from './hardship-tabs.ts'
import { recordedBy } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

const fields: readonly FieldSpec[] = [
  { name: 'name', kind: 'text', label: (t) => t.programmes.name },
  { name: 'fund', kind: 'fund', label: (t) => t.programmes.fund },
  {
    name: 'help',
    kind: 'select',
    label: (t) => t.programmes.help,
    hint: (t) => t.programmes.help_hint,
    options: ({ t }) => helps.map((value) => ({ value, label: t.policies.help[value] })),
  },
  {
    name: 'category',
    kind: 'select',
    label: (t) => t.programmes.category,
    options: ({ t }) =>
      payoutCategories.map((value) => ({ value, label: t.words.payout_category[value] })),
  },
  {
    name: 'workflow',
    kind: 'select',
    label: (t) => t.programmes.workflow,
    hint: (t) => t.programmes.workflow_hint,
    options: ({ visit }) => workflowOptions(visit),
  },
]

const codeField: FieldSpec = {
  name: 'programme',
  kind: 'text',
  label: (t) => t.programmes.code,
  hint: (t) => t.programmes.code_hint,
}

/** Mounts the pages of programmes. */
export function mountProgrammes(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/programmes', listPage)
  mountForm(app, desk, {
    path: '/programmes/new',
    command: open,
    place: 'hardship',
    title: (t) => t.programmes.open,
    lead: (t) => t.programmes.lead,
    fields: [codeField, ...fields],
    begin: (visit) => {
      const [first] = workflowOptions(visit)
      return { category: 'care_grants', help: 'one_off', workflow: first?.value ?? '' }
    },
    button: (t) => t.programmes.do_open,
    checked: false,
    done: ({ programme }) => `/programmes/${programme}?done=open`,
  })
  mountForm(app, desk, {
    path: '/programmes/:programme/revision',
    command: revise,
    place: 'hardship',
    title: (t) => t.programmes.revise_title,
    lead: (t) => t.programmes.revise_lead,
    fields: [...fields, { name: 'open', kind: 'yes', label: (t) => t.programmes.is_open }],
    begin: (visit) => {
      const { name, fund, help, category, workflow, open: isOpen } = programmeAsked(visit)
      const now = { name, fund: fund ?? '', help, category, workflow }
      return { ...now, open: isOpen ? 'yes' : '' }
    },
    button: (t) => t.programmes.do_revise,
    checked: false,
    done: ({ programme }) => `/programmes/${programme}?done=revise`,
  })
  mountForm(app, desk, {
    path: '/aid-events/new',
    command: recordAidEvent,
    place: 'hardship',
    title: (t) => t.programmes.record_event,
    lead: (t) => t.programmes.aid_events_lead,
    fields: [
      { name: 'name', kind: 'text', label: (t) => t.programmes.name },
      {
        name: 'aid_event',
        kind: 'text',
        label: (t) => t.programmes.code,
        hint: (t) => t.programmes.event_code_hint,
      },
      { name: 'happened_on', kind: 'day', label: (t) => t.programmes.happened_on },
    ],
    button: (t) => t.programmes.do_record_event,
    checked: false,
    done: () => '/programmes?done=event',
  })
  mountPage(app, desk, '/programmes/:programme', onePage)
}

type Row = ReturnType<typeof list.run>['programmes'][number]

function programmeView(visit: Visit, row: Row): ProgrammeView {
  const { t, href } = visit
  const workflow = workflowOptions(visit).find(({ value }) => value === row.workflow)
  return {
    href: href(`/programmes/${row.programme}`),
    name: row.name,
    code: row.programme,
    fund: row.fund === null || !visit.may(listFunds) ? null : fundLink(visit, row.fund),
    help: t.policies.help[row.help],
    category: t.words.payout_category[row.category],
    workflow: workflow?.label ?? row.workflow,
    cases: {
      href: href(`/cases?programme=${row.programme}`),
      all: row.cases,
      underWay: row.under_way,
    },
    state: row.open
      ? { kind: 'active', word: t.programmes.states.open }
      : { kind: 'stopped', word: t.programmes.states.closed },
  }
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const body = ProgrammesPage({
    t,
    language,
    tabs: hardshipTabs(visit, '/programmes'),
    done: doneOn(visit, { event: t.programmes.event_recorded }),
    programmes: visit.ask(list, {}).programmes.map((row) => programmeView(visit, row)),
    events: visit.ask(listAidEvents, {}).aid_events.map(({ name, aid_event, happened_on }) => ({
      name,
      code: aid_event,
      day: happened_on,
    })),
    open: visit.may(open) ? href('/programmes/new') : null,
    record: visit.may(recordAidEvent) ? href('/aid-events/new') : null,
  })
  return { title: t.programmes.title, body, place: 'hardship' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const row = programmeAsked(visit)
  const programme = programmeView(visit, row)
  const { fund, cases } = programme
  const count = (n: number) => formatCount(language, n)
  const acts = [
    ...(row.open && visit.may(submit)
      ? [{ href: href(`/cases/new?programme=${row.programme}`), label: t.cases.enter }]
      : []),
    // Who is below the fund enters cases and does not say what the programme is.
    ...(row.fund !== null && visit.may(revise)
      ? [{ href: href(`/programmes/${row.programme}/revision`), label: t.programmes.revise }]
      : []),
  ]
  const body = ProgrammePage({
    t,
    language,
    programme,
    breadcrumbs: [{ href: href('/programmes'), label: t.programmes.title }],
    done: doneOn(visit, { open: t.programmes.opened, revise: t.programmes.revised }),
    particulars: [
      {
        term: t.programmes.fund,
        detail: fund ? <a href={fund.href}>{fund.label}</a> : t.programmes.fund_beyond,
      },
      { term: t.programmes.help, detail: programme.help },
      { term: t.programmes.category, detail: programme.category },
      { term: t.programmes.workflow, detail: programme.workflow },
      { term: t.programmes.under_way, detail: count(cases.underWay) },
      { term: t.programmes.cases, detail: <a href={cases.href}>{count(cases.all)}</a> },
    ],
    versions: row.versions.map((version, at) => ({
      title: version.name,
      state: version.open ? ('done' as const) : ('stopped' as const),
      ...recordedBy(visit, version.sequence),
      detail: `${t.programmes.version({ count: at + 1 })} · ${t.programmes.states[version.open ? 'open' : 'closed']}`,
    })),
    acts,
  })
  return { title: programme.name, body, place: 'hardship' }
}

function programmeAsked(visit: Visit) {
  return visit.ask(show, { programme: visit.c.req.param('programme')! })
}
