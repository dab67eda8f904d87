/** Pages of public notices inside the office: the register, one notice, putting up, taking down. */
import type { Hono } from 'hono'
import { NoticePage, type NoticeRowView, NoticesPage } from '../../../templates/pages/notices.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { Digest } from '../../../templates/parts/layout.tsx'
import { putUp } from '../../hardship/notices/putting-up.ts'
import { list, noticeStates, show } from '../../hardship/notices/queries.ts'
import { standsView } from './case-views.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { mountNoticeForms, noticePath, registerPath } from './notice-forms.ts'
import { objectionView } from './objections.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of notices for those who work here. */
export function mountNotices(app: Hono, desk: Desk): void {
  mountPage(app, desk, registerPath, listPage)
  mountNoticeForms(app, desk)
  mountPage(app, desk, `${registerPath}/:notice{[0-9]+}`, onePage)
}

type NoticeRow = ReturnType<typeof rowsOf>[number]

function rowsOf(visit: Visit) {
  return visit.ask(list, {}).notices
}

const stateKinds = { up: 'active', ran_out: 'waiting', ran: 'done', void: 'stopped' } as const

function stateView({ t }: Visit, state: NoticeRow['state']) {
  return { kind: stateKinds[state], word: t.notices.states[state] }
}

function periodOf({ t, language }: Visit, { put_up_on, last_on }: NoticeRow): string {
  const [from, to] = [put_up_on, last_on].map((day) => formatDay(language, day, 'short'))
  return t.notices.from_to({ from: from!, to: to! })
}

function rowView(visit: Visit, row: NoticeRow): NoticeRowView {
  const { notices } = visit.t
  return {
    href: visit.href(noticePath(row.notice)),
    number: notices.one(row),
    title: row.title ?? '',
    unit: row.unit_name ?? notices.whole,
    period: periodOf(visit, row),
    state: stateView(visit, row.state),
    cases: notices.count({ count: row.cases }),
    objections: row.objections === 0 ? null : notices.open_objections({ count: row.objections }),
    amount: row.amount,
    currency: row.currency,
  }
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, ['state', 'objections'])
  const rows = (found.found?.notices ?? []).map((row) => rowView(visit, row))
  const body = NoticesPage({
    t,
    language,
    list: listView(found, rows),
    tabs: hardshipTabs(visit, registerPath),
    states: noticeStates.map((value) => ({ value, label: t.notices.states[value] })),
    open: visit.href('/notices'),
    putUp: visit.may(putUp) ? visit.href(`${registerPath}/new`) : null,
  })
  return { title: t.notices.title, body, place: 'hardship' }
}

type NoticeTold = ReturnType<typeof noticeAsked>

function noticeAsked(visit: Visit) {
  return visit.ask(show, { notice: Number(visit.c.req.param('notice')) })
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = noticeAsked(visit)
  const { notices, objections } = t
  const title = told.title ?? notices.one(told)
  const at = (path: string, label: string) => ({
    href: href(`${noticePath(told.notice)}/${path}`),
    label,
  })
  const body = NoticePage({
    t,
    language,
    title,
    caption: notices.one(told),
    breadcrumbs: [{ href: href(registerPath), label: notices.title }],
    state: stateView(visit, told.state),
    done: doneOn(visit, {
      up: notices.is_up,
      down: notices.taken_down,
      void: notices.voided,
    }),
    next: told.may.take_down ? at('taking-down', notices.take_down) : null,
    acts: [
      ...(told.may.record ? [at('objections/new', objections.record)] : []),
      ...(told.state === 'up'
        ? [{ href: href(`/notices/${told.notice}`), label: notices.public_page }]
        : []),
      {
        href: href(`/notices/${told.notice}/sheet.pdf?language=${language}`),
        label: t.case_papers.pages.notice,
      },
    ],
    voiding: told.may.void ? at('voiding', notices.void_it) : null,
    particulars: particularsOf(visit, told),
    lines: told.lines.map((line) => ({
      href: href(`/cases/${line.case}`),
      reference: line.reference,
      serial: line.serial,
      name: line.name ?? notices.unnamed,
      unit: line.unit_name ?? notices.whole,
      stands: standsView(visit, line),
      amount: line.amount,
      currency: told.currency,
    })),
    objections: told.objected.map((one) => objectionView(visit, { ...one, notice: told.notice })),
  })
  return { title, body, place: 'hardship' }
}

function particularsOf(visit: Visit, told: NoticeTold): DescriptionView[] {
  const { notices } = visit.t
  const version = (term: string, id: number | null): DescriptionView[] => {
    if (id === null) return []
    const href = visit.href(`/settings/policies/versions/${id}`)
    return [{ term, detail: <a href={href}>{notices.version({ version: id })}</a> }]
  }
  const { days, counted_in, contact } = told
  const counted =
    days === null || counted_in === null
      ? undefined
      : notices.days({ days, counted: visit.t.notices.counted[counted_in] })
  return [
    { term: notices.level, detail: notices.levels[told.level] },
    { term: notices.period, detail: periodOf(visit, told), note: counted },
    { term: notices.unit, detail: told.unit_name ?? notices.whole },
    ...(told.basis === null ? [] : [{ term: notices.basis, detail: told.basis }]),
    ...(told.issuer === null ? [] : [{ term: notices.issuer, detail: told.issuer }]),
    ...(contact === null
      ? []
      : [
          {
            term: notices.how_to_object,
            detail: [contact.phone, contact.mailbox, contact.address, contact.person]
              .filter((one) => one !== null)
              .join(' · '),
          },
        ]),
    ...(told.void_reason === null ? [] : [{ term: notices.void_reason, detail: told.void_reason }]),
    ...version(notices.policy, told.policy),
    ...version(notices.calendar, told.calendar),
    { term: notices.digest, detail: <Digest>{told.digest}</Digest> },
  ]
}
