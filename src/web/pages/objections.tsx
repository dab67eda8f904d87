/** Pages of objections to notices: the list, one of them, deciding it, reading who made it in confidence. */
import type { Hono } from 'hono'
import {
  type ObjectionRowView,
  ObjectionsPage,
  SaidPage,
} from '../../../templates/pages/objections.tsx'
import {
  DescriptionList,
  type DescriptionView,
} from '../../../templates/parts/description-list.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { decide, readSender } from '../../hardship/notices/deciding.ts'
import { list, show } from '../../hardship/notices/objection-queries.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { noticePath } from './notice-forms.ts'
import { recordedBy } from './recorded-by.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

/** How a decision on an objection or a grievance looks. */
export const outcomeKinds = { upheld: 'done', dismissed: 'stopped', withdrawn: 'stopped' } as const
export const saidOutcomes = ['upheld', 'dismissed', 'withdrawn'] as const

/** Mounts the pages of objections. */
export function mountObjections(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/objections', listPage)
  mountForm(app, desk, {
    path: '/objections/:objection/decision',
    command: decide,
    place: 'hardship',
    title: (t, visit) => t.objections.decide_title({ objection: objectionOf(visit) }),
    lead: (t) => t.objections.decide_lead,
    about: aboutObjection,
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.objections.outcome,
        options: ({ t }) =>
          saidOutcomes.map((value) => ({ value, label: t.objections.outcomes[value] })),
      },
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.objections.reason,
        hint: (t) => t.objections.reason_hint,
      },
    ],
    button: (t) => t.objections.do_decide,
    done: ({ objection }) => `/objections/${objection}?done=decided`,
  })
  mountForm(app, desk, {
    path: '/objections/:objection/sender',
    command: readSender,
    place: 'hardship',
    title: (t, visit) => t.objections.read_sender_title({ objection: objectionOf(visit) }),
    lead: (t) => t.objections.read_sender_lead,
    fields: [],
    checked: false,
    button: (t) => t.objections.do_read_sender,
    done: ({ objection }) => `/objections/${objection}`,
  })
  mountPage(app, desk, '/objections/:objection{[0-9]+}', onePage)
}

/** What stands above the decision: to what was objected, and what was said. */
function aboutObjection(visit: Visit) {
  const { t, href } = visit
  const told = objectionAsked(visit)
  const about = aboutOf(visit, told)
  return (
    <DescriptionList
      items={[
        {
          term: t.objections.about,
          detail: <a href={href(`/objections/${told.objection}`)}>{about}</a>,
        },
        { term: t.objections.text, detail: told.text ?? '' },
      ]}
    />
  )
}

function objectionOf(visit: Visit): number {
  return Number(visit.c.req.param('objection'))
}

type ObjectionRow = ReturnType<typeof rowsOf>[number]

function rowsOf(visit: Visit) {
  return visit.ask(list, {}).objections
}

function stateView({ t }: Visit, outcome: ObjectionRow['outcome']) {
  if (outcome === null) return { kind: 'waiting', word: t.objections.states.open } as const
  return { kind: outcomeKinds[outcome], word: t.objections.outcomes[outcome] }
}

function aboutOf(
  { t }: Visit,
  { serial, notice }: Pick<ObjectionRow, 'serial' | 'notice'>,
): string {
  return serial === null
    ? t.objections.list_of({ notice })
    : t.objections.serial({ serial, notice })
}

/** An objection as a row of a list. */
export function objectionView(
  visit: Visit,
  row: Pick<ObjectionRow, 'objection' | 'notice' | 'serial' | 'form' | 'received_on' | 'outcome'>,
): ObjectionRowView {
  const { objections } = visit.t
  return {
    href: visit.href(`/objections/${row.objection}`),
    number: objections.one(row),
    about: aboutOf(visit, row),
    form: objections.forms[row.form],
    received_on: row.received_on,
    state: stateView(visit, row.outcome),
  }
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['state'])
  const rows = (found.found?.objections ?? []).map((row) => objectionView(visit, row))
  const body = ObjectionsPage({
    t,
    language,
    list: listView(found, rows),
    tabs: hardshipTabs(visit, '/objections'),
    states: (['open', 'decided'] as const).map((value) => ({
      value,
      label: t.objections.states[value],
    })),
  })
  return { title: t.objections.title, body, place: 'hardship' }
}

type ObjectionTold = ReturnType<typeof objectionAsked>

function objectionAsked(visit: Visit) {
  return visit.ask(show, { objection: objectionOf(visit) })
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = objectionAsked(visit)
  const { objections } = t
  const title = objections.one(told)
  const at = (path: string, label: string) => ({
    href: href(`/objections/${told.objection}/${path}`),
    label,
  })
  const body = SaidPage({
    t,
    language,
    title,
    breadcrumbs: [
      { href: href(noticePath(told.notice)), label: t.notices.one(told) },
      { href: href('/objections'), label: objections.title },
    ],
    state: stateView(visit, told.outcome),
    done: doneOn(visit, { recorded: objections.recorded, decided: objections.decided }),
    acts: [
      ...(told.may.decide ? [at('decision', objections.decide)] : []),
      ...(told.may.read_sender ? [at('sender', objections.read_sender)] : []),
    ],
    barred: told.barred && toldOf(told.barred, t),
    barredTitle: objections.barred,
    particulars: particularsOf(visit, told),
    textTitle: objections.text,
    text: told.text ?? '',
    pathTitle: t.payouts.path,
    path: pathOf(visit, told),
  })
  return { title, body, place: 'hardship' }
}

function particularsOf(visit: Visit, told: ObjectionTold): DescriptionView[] {
  const { t, language, href } = visit
  const { objections } = t
  const from = told.from ?? (told.from_kept ? objections.from_kept : objections.from_none)
  return [
    {
      term: objections.about,
      detail: <a href={href(noticePath(told.notice))}>{aboutOf(visit, told)}</a>,
    },
    ...(told.case === null
      ? []
      : [
          {
            term: objections.case,
            detail: <a href={href(`/cases/${told.case}`)}>{told.reference}</a>,
          },
        ]),
    {
      term: objections.form,
      detail: objections.forms[told.form],
      note: told.by_page ? objections.by_page : undefined,
    },
    { term: objections.from, detail: from },
    { term: objections.received_on, detail: <Day language={language} day={told.received_on} /> },
  ]
}

function pathOf(visit: Visit, told: ObjectionTold): MilestoneView[] {
  const { objections } = visit.t
  const received = {
    title: objections.received_on,
    state: 'done',
    ...recordedBy(visit, told.sequence),
  } as const
  if (told.outcome === null || told.decided_at_sequence === null) {
    return [received, { title: objections.states.open, state: 'current' }]
  }
  return [
    received,
    {
      title: objections.outcomes[told.outcome],
      state: told.outcome === 'upheld' ? 'stopped' : 'done',
      ...recordedBy(visit, told.decided_at_sequence),
      detail: told.reason ?? undefined,
    },
  ]
}
