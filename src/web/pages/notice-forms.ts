/** The forms of public notices: putting up, taking down, voiding, recording an objection. */
import type { Hono } from 'hono'
import { list as listRounds } from '../../hardship/cases/round-queries.ts'
import { record } from '../../hardship/notices/objecting.ts'
import { putUp } from '../../hardship/notices/putting-up.ts'
import { list, show } from '../../hardship/notices/queries.ts'
import { takeDown, voidNotice } from '../../hardship/notices/taking-down.ts'
import type { Asked, FieldSpec, Option, Values } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Below the book: what is shown to the public stands right above it. */
export const registerPath = '/notices/register'

/** Where a notice has its page for those who work here. */
export function noticePath(notice: number | string): string {
  return `${registerPath}/${notice}`
}

const pathOfNotice = `${registerPath}/:notice`

/** Mounts the forms of notices. */
export function mountNoticeForms(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${registerPath}/new`,
    command: putUp,
    place: 'hardship',
    title: (t) => t.notices.put_up,
    lead: (t) => t.notices.put_up_lead,
    fields: [...whichFields, ...headFields, ...contactFields],
    begin: beginning,
    input: ({ numbers, ...read }) => ({
      ...read,
      ...(typeof numbers === 'string' ? { cases: numbersIn(numbers) } : {}),
    }),
    outcome: ({ cases, last_on }, { t }) => [
      { label: t.notices.cases, value: { text: t.notices.count({ count: cases }) } },
      { label: t.notices.last_day, value: { day: last_on } },
    ],
    button: (t) => t.notices.do_put_up,
    done: ({ notice }) => `${noticePath(notice)}?done=up`,
  })
  mountEnds(app, desk)
  mountRecording(app, desk)
}

function mountEnds(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfNotice}/taking-down`,
    command: takeDown,
    place: 'hardship',
    title: (t, visit) => t.notices.take_down_title({ notice: noticeOf(visit) }),
    lead: (t) => t.notices.take_down_lead,
    fields: [],
    outcome: ({ passed, stopped }, { t }) => [
      { label: t.notices.passed, value: { text: t.notices.count({ count: passed }) } },
      { label: t.notices.stopped, value: { text: t.notices.count({ count: stopped }) } },
    ],
    button: (t) => t.notices.do_take_down,
    done: ({ notice }) => `${noticePath(notice)}?done=down`,
  })
  mountForm(app, desk, {
    path: `${pathOfNotice}/voiding`,
    command: voidNotice,
    place: 'hardship',
    title: (t, visit) => t.notices.void_title({ notice: noticeOf(visit) }),
    lead: (t) => t.notices.void_lead,
    fields: [
      {
        name: 'reason',
        kind: 'long_text',
        label: (t) => t.notices.reason,
        hint: (t) => t.notices.reason_hint,
      },
    ],
    outcome: ({ back }, { t }) => [
      { label: t.notices.back, value: { text: t.notices.count({ count: back }) } },
    ],
    button: (t) => t.notices.do_void,
    done: ({ notice }) => `${noticePath(notice)}?done=void`,
  })
}

function mountRecording(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${pathOfNotice}/objections/new`,
    command: record,
    place: 'hardship',
    title: (t, visit) => t.objections.record_title({ notice: noticeOf(visit) }),
    lead: (t) => t.objections.record_lead,
    fields: objectionFields,
    input: ({ serial, ...read }) => ({
      ...read,
      ...(serial === 'list' ? {} : { serial: Number(serial) }),
    }),
    outcome: ({ stopped }, { t }) => [
      { label: t.objections.stopped, value: { text: t.notices.count({ count: stopped }) } },
    ],
    button: (t) => t.objections.do_record,
    done: ({ objection }) => `/objections/${objection}?done=recorded`,
  })
}

function noticeOf(visit: Visit): number {
  return Number(visit.c.req.param('notice'))
}

/** Numbers as people write them: `C-000012, 13 14`. What is none of it is refused as a number. */
export function numbersIn(text: string): unknown[] {
  return text
    .split(/[\s,，、;；]+/u)
    .filter((one) => one !== '')
    .map((one) => (/^(?:C-)?0*[1-9]\d{0,14}$/i.test(one) ? Number(one.replace(/^C-/i, '')) : one))
}

const whichFields: readonly FieldSpec[] = [
  {
    name: 'round',
    kind: 'select',
    label: (t) => t.notices.round,
    hint: (t) => t.notices.round_hint,
    options: roundOptions,
    optional: true,
  },
  {
    name: 'numbers',
    kind: 'text',
    label: (t) => t.notices.numbers,
    hint: (t) => t.notices.numbers_hint,
    optional: true,
  },
  {
    name: 'level',
    kind: 'select',
    label: (t) => t.notices.which_level,
    hint: (t) => t.notices.which_level_hint,
    options: ({ t }) =>
      (['unit', 'upper'] as const).map((value) => ({ value, label: t.notices.levels[value] })),
    optional: true,
  },
]

/** Lists in which cases wait for a notice; and the one that the address names, whatever waits in it. */
function roundOptions({ visit, values }: Asked): Option[] {
  return visit
    .ask(listRounds, { limit: 200 })
    .rounds.filter(
      ({ round, waiting }) =>
        String(round) === values.round ||
        waiting.some(({ state, step_kind }) => state === 'open' && step_kind === 'notice'),
    )
    .map(({ round, name }) => ({ value: String(round), label: name }))
}

const headFields: readonly FieldSpec[] = [
  {
    name: 'title',
    kind: 'text',
    label: (t) => t.notices.heading,
    hint: (t) => t.notices.heading_hint,
  },
  {
    name: 'basis',
    kind: 'text',
    label: (t) => t.notices.basis,
    hint: (t) => t.notices.basis_hint,
    optional: true,
  },
  { name: 'issuer', kind: 'text', label: (t) => t.notices.issuer },
]

const contactFields: readonly FieldSpec[] = [
  { name: 'phone', kind: 'text', label: (t) => t.notices.phone },
  { name: 'mailbox', kind: 'text', label: (t) => t.notices.mailbox, optional: true },
  { name: 'address', kind: 'text', label: (t) => t.notices.address },
  {
    name: 'contact_person',
    kind: 'text',
    label: (t) => t.notices.contact_person,
    hint: (t) => t.notices.contact_person_hint,
  },
]

/** What the last notice said of how to object is seldom different this time. */
function beginning(visit: Visit): Values {
  const { t, organisation } = visit
  const [newest] = visit.ask(list, { limit: 1 }).notices
  const last = newest && visit.ask(show, { notice: newest.notice })
  return {
    title: t.notices.heading_begin,
    basis: last?.basis ?? '',
    issuer: last?.issuer ?? organisation.name,
    phone: last?.contact?.phone ?? '',
    mailbox: last?.contact?.mailbox ?? '',
    address: last?.contact?.address ?? '',
    contact_person: last?.contact?.person ?? '',
  }
}

const objectionFields: readonly FieldSpec[] = [
  {
    name: 'serial',
    kind: 'select',
    label: (t) => t.objections.about,
    options: ({ t, visit }) => [
      { value: 'list', label: t.objections.whole_list },
      ...visit.ask(show, { notice: noticeOf(visit) }).lines.map(({ serial, name }) => ({
        value: String(serial),
        label: t.notices.number_on_list({ serial, name: name ?? t.notices.unnamed }),
      })),
    ],
  },
  {
    name: 'form',
    kind: 'radios',
    label: (t) => t.objections.form,
    options: ({ t }) =>
      (['named', 'confidential'] as const).map((value) => ({
        value,
        label: t.objections.forms[value],
      })),
  },
  {
    name: 'from',
    kind: 'text',
    label: (t) => t.objections.from,
    hint: (t) => t.objections.from_hint,
    optional: true,
  },
  { name: 'text', kind: 'long_text', label: (t) => t.objections.text },
  { name: 'received_on', kind: 'day', label: (t) => t.objections.received_on },
]
