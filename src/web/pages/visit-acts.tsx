/** Forms on visits: what the household says, taking back; what is to be done; what prompts visits. */
import type { Hono } from 'hono'
import { Day } from '../../../templates/parts/time.tsx'
import { show as showPair } from '../../pairing/pairs/queries.ts'
import {
  record as recordEvent,
  show as showEvent,
  withdraw as withdrawEvent,
} from '../../pairing/visits/care-events.ts'
import { withdraw } from '../../pairing/visits/commands.ts'
import { confirm } from '../../pairing/visits/confirming.ts'
import { followers } from '../../pairing/visits/fields.ts'
import { add, finish, show as showFollowUp } from '../../pairing/visits/follow-ups.ts'
import { show as showVisit } from '../../pairing/visits/queries.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import type { Asked, FieldSpec, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the forms. */
export function mountVisitForms(app: Hono, desk: Desk): void {
  mountConfirming(app, desk)
  mountFollowUps(app, desk)
  mountOccasions(app, desk)
}

/** What a form about a visit is on. */
function aboutVisit(visit: Visit) {
  const told = visit.ask(showVisit, { visit: Number(visit.c.req.param('visit')) })
  return (
    <p>
      <a href={visit.href(`/pairing/visits/${told.visit}`)}>{told.reference}</a> · {told.party.name}{' '}
      · <Day language={visit.language} day={told.visited_on} />
    </p>
  )
}

/** For whom a pair is, where the address names one. */
function aboutPair(visit: Visit) {
  const pair = visit.c.req.param('pair')
  if (pair === undefined) return undefined
  const told = visit.ask(showPair, { pair: Number(pair) })
  return (
    <p>
      <a href={visit.href(`/pairing/pairs/${told.pair}`)}>{told.reference}</a> · {told.helped.name}
    </p>
  )
}

/** What is to be done, and for whom. */
function aboutFollowUp(visit: Visit) {
  const told = visit.ask(showFollowUp, { follow_up: Number(visit.c.req.param('follow_up')) })
  return (
    <p>
      {told.party.name} · {told.text} · <Day language={visit.language} day={told.due_on} />
    </p>
  )
}

/** What happened, and to whom. */
function aboutOccasion(visit: Visit) {
  const told = visit.ask(showEvent, { care_event: Number(visit.c.req.param('care_event')) })
  return (
    <p>
      {told.party.name} · {visit.t.visits.occasion_kinds[told.kind]} ·{' '}
      <Day language={visit.language} day={told.on} />
    </p>
  )
}

const reasonField: FieldSpec = {
  name: 'reason',
  kind: 'long_text',
  label: (t) => t.visits.reason,
  hint: (t) => t.visits.note_hint,
}

function yesOrNo({ t }: Asked): Option[] {
  return [
    { value: 'yes', label: t.visits.said_yes },
    { value: 'no', label: t.visits.said_no },
  ]
}

function mountConfirming(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/visits/:visit{[0-9]+}/confirmation',
    command: confirm,
    place: 'pairing',
    title: (t) => t.visits.confirm,
    lead: (t) => t.visits.confirm_lead,
    about: aboutVisit,
    fields: [
      { name: 'agreed', kind: 'radios', label: (t) => t.visits.agreed, options: yesOrNo },
      {
        name: 'how',
        kind: 'radios',
        label: (t) => t.visits.confirm_how,
        options: ({ t }) => [
          { value: 'call', label: t.visits.confirm_hows.call },
          { value: 'paper', label: t.visits.confirm_hows.paper },
        ],
      },
      { name: 'on', kind: 'day', label: (t) => t.visits.asked_on },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.visits.note,
        hint: (t) => t.visits.note_hint,
        optional: true,
      },
    ],
    begin: ({ today }) => ({ on: today }),
    input: ({ agreed, ...read }) => ({ ...read, agreed: agreed === 'yes' }),
    checked: false,
    button: (t) => t.visits.do_record,
    done: ({ visit }) => `/pairing/visits/${visit}?done=confirm`,
  })
  mountForm(app, desk, {
    path: '/pairing/visits/:visit{[0-9]+}/withdrawal',
    command: withdraw,
    place: 'pairing',
    title: (t) => t.visits.withdraw,
    lead: (t) => t.visits.withdraw_lead,
    about: aboutVisit,
    fields: [reasonField],
    checked: false,
    button: (t) => t.visits.do_withdraw,
    done: ({ visit }) => `/pairing/visits/${visit}?done=withdraw`,
  })
}

/** Whom it is for, where the address does not say so. */
const partyField: FieldSpec = {
  name: 'party',
  kind: 'person',
  label: (t) => t.visits.person,
  newKind: 'person',
  newKinds: [],
  when: ({ c }) => c.req.param('pair') === undefined,
}

/** Something to be done for somebody, or for whom a pair is. */
function mountAdding(app: Hono, desk: Desk, path: string): void {
  mountForm(app, desk, {
    path,
    command: add,
    place: 'pairing',
    title: (t) => t.visits.add_follow_up,
    about: aboutPair,
    fields: [
      partyField,
      { name: 'text', kind: 'long_text', label: (t) => t.visits.next_text },
      { name: 'due_on', kind: 'day', label: (t) => t.visits.next_on },
      {
        name: 'for_whom',
        kind: 'select',
        label: (t) => t.visits.next_for,
        options: ({ t }) =>
          followers.map((value): Option => ({ value, label: t.visits.followers[value] })),
      },
    ],
    begin: () => ({ for_whom: 'coordinator' }),
    input: (read, { visit }) => {
      const pair = visit.c.req.param('pair')
      return pair === undefined ? read : { ...read, pair: Number(pair) }
    },
    checked: false,
    button: (t) => t.visits.do_add,
    done: () => '/pairing/follow-ups?done=add',
  })
}

function mountFollowUps(app: Hono, desk: Desk): void {
  mountAdding(app, desk, '/pairing/follow-ups/new')
  mountAdding(app, desk, '/pairing/pairs/:pair{[0-9]+}/follow-ups/new')
  mountForm(app, desk, {
    path: '/pairing/follow-ups/:follow_up{[0-9]+}/end',
    command: finish,
    place: 'pairing',
    title: (t, visit) => {
      const id = Number(visit.c.req.param('follow_up'))
      return t.visits.finish_title(visit.ask(showFollowUp, { follow_up: id }))
    },
    about: aboutFollowUp,
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.visits.outcome,
        options: ({ t }) => [
          { value: 'done', label: t.visits.outcomes.done },
          { value: 'dropped', label: t.visits.outcomes.dropped },
        ],
      },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.visits.reason,
        hint: (t) => t.visits.finish_note_hint,
        optional: true,
      },
    ],
    begin: () => ({ outcome: 'done' }),
    checked: false,
    button: (t) => t.visits.do_finish,
    done: () => '/pairing/follow-ups?done=finish',
  })
}

function mountOccasions(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/occasions/new',
    command: recordEvent,
    place: 'pairing',
    title: (t) => t.visits.add_occasion,
    lead: (t) => t.visits.occasions_lead,
    fields: [
      { ...partyField, when: () => true },
      {
        name: 'kind',
        kind: 'radios',
        label: (t) => t.visits.occasion,
        options: ({ t }) =>
          careEventKinds.map((value): Option => ({ value, label: t.visits.occasion_kinds[value] })),
      },
      { name: 'on', kind: 'day', label: (t) => t.visits.happened_on },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.visits.what,
        hint: (t) => t.visits.note_hint,
        optional: true,
      },
    ],
    begin: ({ today }) => ({ on: today }),
    checked: false,
    button: (t) => t.visits.do_occasion,
    done: () => '/pairing/occasions?done=record',
  })
  mountForm(app, desk, {
    path: '/pairing/occasions/:care_event{[0-9]+}/withdrawal',
    command: withdrawEvent,
    place: 'pairing',
    title: (t) => t.visits.withdraw_occasion,
    lead: (t) => t.visits.withdraw_occasion_lead,
    about: aboutOccasion,
    fields: [reasonField],
    checked: false,
    button: (t) => t.visits.do_withdraw,
    done: () => '/pairing/occasions?done=withdraw',
  })
}
