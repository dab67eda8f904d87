/** The forms on time that was given: recording it, checking what others recorded. */
import type { Hono } from 'hono'
import { formatDay } from '../../../templates/parts/format.ts'
import { list as listPairs } from '../../pairing/pairs/queries.ts'
import { list as listTimes } from '../../pairing/service/hour-queries.ts'
import { check, record } from '../../pairing/service/hours.ts'
import { list as listPledges } from '../../pairing/service/pledge-queries.ts'
import { holdings } from '../../pairing/service/post-queries.ts'
import type { Asked, Option } from './fields.ts'
import { mountForm } from './forms.tsx'
import { unitNames } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the forms. */
export function mountServiceForms(app: Hono, desk: Desk): void {
  mountRecording(app, desk)
  mountChecking(app, desk)
}

/** The units that the reader reaches, to choose from. */
export function unitOptions(visit: Visit): Option[] {
  return [...unitNames(visit)].map(([value, label]) => ({ value, label }))
}

function mountRecording(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/hours/new',
    command: record,
    place: 'pairing',
    title: (t) => t.service.record_time,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.service.who_gave,
        hint: (t) => t.service.who_hint,
        newKind: 'person',
        newKinds: [],
      },
      { name: 'on', kind: 'day', label: (t) => t.service.day },
      {
        name: 'minutes',
        kind: 'number',
        label: (t) => t.service.minutes,
        hint: (t) => t.service.minutes_hint,
      },
      {
        name: 'given_to',
        kind: 'select',
        label: (t) => t.service.given_to,
        hint: (t) => t.service.given_to_hint,
        options: givenTo,
        optional: true,
      },
      {
        name: 'text',
        kind: 'long_text',
        label: (t) => t.service.came_of_it,
        hint: (t) => t.service.came_of_it_hint,
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
    begin: ({ today }) => ({ on: today }),
    input: ({ given_to, ...read }) => ({ ...read, ...inputOf(given_to as string | undefined) }),
    checked: false,
    button: (t) => t.service.do_record,
    done: () => '/pairing/service/hours?done=recorded',
  })
}

const mostOffered = 200

/** Posts that are held, open pledges, and the pair that the address names. */
function givenTo({ visit, values, t }: Asked): Option[] {
  const limit = mostOffered
  const held = visit.ask(holdings, { state: 'held', limit }).holdings
  const { pledges } = visit.ask(listPledges, { state: 'open', limit })
  const pair = /^pair:([1-9]\d{0,14})$/.exec(values.given_to ?? '')?.[1]
  const found = pair ? visit.ask(listPairs, { limit }).pairs : []
  return [
    ...found
      .filter((one) => String(one.pair) === pair)
      .map((one) => ({ value: `pair:${one.pair}`, label: one.reference })),
    ...held.map(({ holding, post_name, name }) => ({
      value: `holding:${holding}`,
      label: t.service.held_by({ post: post_name, name }),
    })),
    ...pledges.map(({ pledge, name }) => ({
      value: `pledge:${pledge}`,
      label: t.service.pledge_of({ pledge, name }),
    })),
  ]
}

/** `holding:3` is the field `holding` with 3. */
function inputOf(given: string | undefined): Readonly<Record<string, number>> {
  const [, field, id] = /^(holding|pledge|pair):(\d{1,15})$/.exec(given ?? '') ?? []
  return field === undefined ? {} : { [field]: Number(id) }
}

function mountChecking(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/hours/check',
    command: check,
    place: 'pairing',
    title: (t) => t.service.check,
    lead: (t) => t.service.check_lead,
    about: (visit) =>
      toCheck(visit).length === 0 ? <p>{visit.t.service.nothing_to_check}</p> : undefined,
    fields: [
      {
        name: 'times',
        kind: 'several',
        when: waits,
        label: (t) => t.service.times,
        options: ({ visit, t }) =>
          toCheck(visit).map(({ time, on, name, minutes, came_of_it }) => ({
            value: String(time),
            label: t.service.one_time({
              on: formatDay(visit.language, on),
              name,
              time: t.service.time({ minutes }),
            }),
            ...(came_of_it === null ? {} : { hint: came_of_it }),
          })),
      },
      {
        name: 'agreed',
        kind: 'radios',
        when: waits,
        label: (t) => t.service.right,
        options: ({ t }) => [
          { value: 'yes', label: t.service.yes },
          { value: 'no', label: t.service.no },
        ],
      },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.service.note,
        optional: true,
        when: waits,
      },
    ],
    input: ({ times, agreed, ...read }) => ({
      ...read,
      times: ((times as string[] | undefined) ?? []).map(Number),
      agreed: agreed === 'yes',
    }),
    checked: false,
    button: (t) => t.service.do_check,
    done: () => '/pairing/service/hours?done=checked',
  })
}

/** Whether anything waits that this reader may check. */
function waits(visit: Visit): boolean {
  return toCheck(visit).length > 0
}

/** Time that this reader may check, the newest first. */
function toCheck(visit: Visit) {
  const { times } = visit.ask(listTimes, { state: 'unchecked', limit: mostOffered })
  return times.filter(({ barred }) => barred === null).slice(0, 100)
}
