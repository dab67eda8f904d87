/** Pages of pledges of service. */
import type { Hono } from 'hono'
import { SaidPage } from '../../../templates/pages/objections.tsx'
import { PledgesOfServicePage } from '../../../templates/pages/service-register.tsx'
import { Day } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { record as recordTime } from '../../pairing/service/hours.ts'
import { list, show } from '../../pairing/service/pledge-queries.ts'
import { end, pledgeOutcomes, record } from '../../pairing/service/pledges.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { recordedBy } from './recorded-by.ts'
import { unitOptions } from './service-forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages. */
export function mountServicePledges(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/service/pledges', listPage)
  mountRecording(app, desk)
  mountEnd(app, desk)
  mountPage(app, desk, '/pairing/service/pledges/:pledge{[0-9]+}', onePage)
}

function mountRecording(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/pledges/new',
    command: record,
    place: 'pairing',
    title: (t) => t.service.pledge_new,
    lead: (t) => t.service.pledge_lead,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.service.who,
        hint: (t) => t.service.who_hint,
        newKind: 'person',
        newKinds: [],
      },
      {
        name: 'text',
        kind: 'text',
        label: (t) => t.service.text,
        hint: (t) => t.service.text_hint,
      },
      { name: 'from_on', kind: 'day', label: (t) => t.service.from_on },
      { name: 'due_on', kind: 'day', label: (t) => t.service.due_on, leaveEmpty: true },
      {
        name: 'minutes',
        kind: 'number',
        label: (t) => `${t.service.time_pledged} (${t.service.minutes})`,
        hint: (t) => t.service.minutes_hint,
        optional: true,
      },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.service.unit,
        hint: (t) => t.service.unit_hint,
        options: ({ visit }) => unitOptions(visit),
        optional: true,
      },
    ],
    begin: ({ today }) => ({ from_on: today }),
    checked: false,
    button: (t) => t.service.do_record,
    done: ({ pledge }) => `/pairing/service/pledges/${pledge}?done=pledged`,
  })
}

function mountEnd(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/pledges/:pledge{[0-9]+}/end',
    command: end,
    place: 'pairing',
    title: (t) => t.service.pledge_end,
    lead: (t) => t.service.pledge_end_lead,
    about: (visit) => {
      const { name, text } = asked(visit)
      return (
        <p>
          {name} · {text}
        </p>
      )
    },
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.service.outcome,
        options: ({ t }) =>
          pledgeOutcomes.map((value) => ({ value, label: t.service.outcomes[value] })),
      },
      {
        name: 'text',
        kind: 'long_text',
        label: (t) => t.service.came_of_it,
        hint: (t) => t.service.came_of_it_hint,
      },
      { name: 'on', kind: 'day', label: (t) => t.service.on },
    ],
    begin: ({ today }) => ({ on: today }),
    checked: false,
    button: (t) => t.service.do_record,
    done: ({ pledge }) => `/pairing/service/pledges/${pledge}?done=ended`,
  })
}

function asked(visit: Visit) {
  return visit.ask(show, { pledge: Number(visit.c.req.param('pledge')) })
}

type Told = ReturnType<typeof asked>

const outcomeKinds = {
  kept: 'done',
  partly: 'done',
  not_kept: 'stopped',
  withdrawn: 'stopped',
} as const

function stateView({ t }: Visit, { outcome, overdue }: Pick<Told, 'outcome' | 'overdue'>) {
  if (outcome !== null) return { kind: outcomeKinds[outcome], word: t.service.outcomes[outcome] }
  if (overdue) return { kind: 'care', word: t.service.pledge_states.overdue } as const
  return { kind: 'active', word: t.service.pledge_states.open } as const
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['party', 'state', 'unit'])
  const rows = (found.found?.pledges ?? []).map((row) => ({
    href: href(`/pairing/service/pledges/${row.pledge}`),
    text: (visit.caller.readsNames && row.text) || t.service.one_pledge(row),
    who: { href: href(`/people/${row.party}`), label: row.name },
    due_on: row.due_on,
    minutes: row.minutes,
    given: row.given,
    came_of_it: row.came_of_it,
    state: stateView(visit, row),
  }))
  const body = PledgesOfServicePage({
    t,
    language,
    list: listView(found, rows),
    tabs: pairingTabs(visit, '/pairing/service/pledges'),
    acts: visit.may(record)
      ? [{ href: href('/pairing/service/pledges/new'), label: t.service.pledge_new }]
      : [],
    states: (['open', 'overdue', 'ended'] as const).map((value) => ({
      value,
      label: t.service.pledge_states[value],
    })),
    units: unitOptions(visit),
  })
  return { title: t.service.pledges, body, place: 'pairing' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = asked(visit)
  const words = t.service
  const title = words.one_pledge(told)
  const open = told.outcome === null
  const given = `/pairing/service/hours/new?party=${told.party}&given_to=pledge:${told.pledge}`
  const body = SaidPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href('/pairing/service/pledges'), label: words.pledges }],
    state: stateView(visit, told),
    done: doneOn(visit, { pledged: words.pledged, ended: words.pledge_ended }),
    acts: [
      ...(open && visit.may(end)
        ? [{ href: href(`/pairing/service/pledges/${told.pledge}/end`), label: words.pledge_end }]
        : []),
      ...(open && visit.may(recordTime) ? [{ href: href(given), label: words.record_time }] : []),
    ],
    barred: null,
    barredTitle: '',
    particulars: [
      { term: words.who, detail: <a href={href(`/people/${told.party}`)}>{told.name}</a> },
      { term: words.from_on, detail: <Day language={language} day={told.from_on} /> },
      { term: words.due_on, detail: <Day language={language} day={told.due_on} /> },
      ...(told.minutes === null
        ? []
        : [{ term: words.time_pledged, detail: words.time({ minutes: told.minutes }) }]),
      {
        term: words.time_given,
        detail: (
          <a href={href(`/pairing/service/hours?party=${told.party}`)}>
            {words.time({ minutes: told.given })}
          </a>
        ),
      },
      { term: words.unit, detail: told.unit?.name ?? words.whole },
    ],
    textTitle: words.text,
    text: told.text ?? '',
    pathTitle: t.payouts.path,
    path: pathOf(visit, told),
  })
  return { title, body, place: 'pairing' }
}

function pathOf(visit: Visit, told: Told): MilestoneView[] {
  const { service } = visit.t
  const begun = {
    title: service.pledge,
    state: 'done',
    ...recordedBy(visit, told.sequence),
  } as const
  if (told.outcome === null || told.ended_sequence === null) {
    return [begun, { title: service.came_of_it, state: 'current' }]
  }
  return [
    begun,
    {
      title: service.outcomes[told.outcome],
      state: outcomeKinds[told.outcome],
      ...recordedBy(visit, told.ended_sequence),
      detail: told.came_of_it ?? undefined,
    },
  ]
}
