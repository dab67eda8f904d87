/** Pages of posts of service: what there is to be taken, who holds it, what came of it. */
import type { Hono } from 'hono'
import { PostsOfServicePage, ServicePostPage } from '../../../templates/pages/service-register.tsx'
import { record as recordTime } from '../../pairing/service/hours.ts'
import { holdings, list, show } from '../../pairing/service/post-queries.ts'
import { close, giveBack, open, take } from '../../pairing/service/posts.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './service-forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages. */
export function mountServicePosts(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/service/posts', listPage)
  mountOpening(app, desk)
  mountTaking(app, desk)
  mountClosing(app, desk)
  mountGivingBack(app, desk)
  mountPage(app, desk, '/pairing/service/posts/:post', onePage)
}

function mountOpening(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/posts/new',
    command: open,
    place: 'pairing',
    title: (t) => t.service.post_new,
    lead: (t) => t.service.post_lead,
    fields: [
      {
        name: 'name',
        kind: 'text',
        label: (t) => t.service.post_name,
        hint: (t) => t.service.post_name_hint,
      },
      {
        name: 'post',
        kind: 'text',
        label: (t) => t.service.post_code,
        hint: (t) => t.service.post_code_hint,
      },
      { name: 'wanted', kind: 'number', label: (t) => t.service.wanted },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.service.unit,
        options: ({ visit }) => unitOptions(visit),
        optional: true,
      },
    ],
    begin: () => ({ wanted: '1' }),
    checked: false,
    button: (t) => t.service.post_new,
    done: ({ post }) => `/pairing/service/posts/${post}?done=opened`,
  })
}

function mountTaking(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/posts/:post/take',
    command: take,
    place: 'pairing',
    title: (t) => t.service.post_take,
    about: (visit) => <p>{asked(visit).name}</p>,
    fields: [
      {
        name: 'party',
        kind: 'person',
        label: (t) => t.service.who,
        hint: (t) => t.service.who_hint,
        newKind: 'person',
        newKinds: [],
      },
      { name: 'from_on', kind: 'day', label: (t) => t.service.from_on },
    ],
    begin: ({ today }) => ({ from_on: today }),
    checked: false,
    button: (t) => t.service.do_record,
    done: ({ post }) => `/pairing/service/posts/${post}?done=taken`,
  })
}

function mountClosing(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/posts/:post/close',
    command: close,
    place: 'pairing',
    title: (t) => t.service.post_close,
    lead: (t) => t.service.post_close_lead,
    about: (visit) => <p>{asked(visit).name}</p>,
    fields: [{ name: 'reason', kind: 'long_text', label: (t) => t.service.reason, optional: true }],
    button: (t) => t.service.post_close,
    done: ({ post }) => `/pairing/service/posts/${post}?done=closed`,
  })
}

function mountGivingBack(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/service/holdings/:holding{[0-9]+}/end',
    command: giveBack,
    place: 'pairing',
    title: (t) => t.service.give_back_title,
    about: (visit) => {
      const holding = Number(visit.c.req.param('holding'))
      const [found] = visit.ask(holdings, { holding }).holdings
      return found && <p>{visit.t.service.held_by({ post: found.post_name, name: found.name })}</p>
    },
    fields: [
      { name: 'to_on', kind: 'day', label: (t) => t.service.last_day },
      {
        name: 'text',
        kind: 'long_text',
        label: (t) => t.service.came_of_it,
        hint: (t) => t.service.came_of_it_hint,
        optional: true,
      },
    ],
    begin: ({ today }) => ({ to_on: today }),
    checked: false,
    button: (t) => t.service.give_back,
    done: ({ post }) => `/pairing/service/posts/${post}?done=given_back`,
  })
}

function asked(visit: Visit) {
  return visit.ask(show, { post: visit.c.req.param('post') ?? '' })
}

function stateView(
  { t }: Visit,
  { open: isOpen, held, wanted }: Pick<ReturnType<typeof asked>, 'open' | 'held' | 'wanted'>,
) {
  const words = t.service.post_states
  if (!isOpen) return { kind: 'stopped', word: words.closed } as const
  if (held < wanted) return { kind: 'waiting', word: words.vacant } as const
  return { kind: 'done', word: words.full } as const
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['state', 'unit'])
  const rows = (found.found?.posts ?? []).map((row) => ({
    name: { href: href(`/pairing/service/posts/${row.post}`), label: row.name },
    held: t.service.held_of(row),
    unit: row.unit?.name ?? t.service.whole,
    minutes: row.minutes,
    state: stateView(visit, row),
  }))
  const body = PostsOfServicePage({
    t,
    language,
    list: listView(found, rows),
    tabs: pairingTabs(visit, '/pairing/service/posts'),
    acts: visit.may(open)
      ? [{ href: href('/pairing/service/posts/new'), label: t.service.post_new }]
      : [],
    states: (['open', 'vacant', 'closed'] as const).map((value) => ({
      value,
      label: t.service.post_states[value],
    })),
    units: unitOptions(visit),
  })
  return { title: t.service.posts, body, place: 'pairing' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = asked(visit)
  const words = t.service
  const at = `/pairing/service/posts/${told.post}`
  const may = (path: string, label: string, command: Parameters<Visit['may']>[0]) =>
    visit.may(command) ? [{ href: href(path), label }] : []
  const body = ServicePostPage({
    t,
    language,
    title: told.name,
    breadcrumbs: [{ href: href('/pairing/service/posts'), label: words.posts }],
    state: stateView(visit, told),
    done: doneOn(visit, {
      opened: words.post_opened,
      taken: words.post_taken,
      closed: words.post_closed,
      given_back: words.given_back,
    }),
    acts: [
      ...(told.open && told.held < told.wanted ? may(`${at}/take`, words.post_take, take) : []),
      ...(told.open && told.held === 0 ? may(`${at}/close`, words.post_close, close) : []),
    ],
    particulars: [
      { term: words.post_code, detail: told.post },
      { term: words.held, detail: words.held_of(told) },
      { term: words.time_given, detail: words.time({ minutes: told.minutes }) },
      { term: words.unit, detail: told.unit?.name ?? words.whole },
      ...(told.reason === null ? [] : [{ term: words.reason, detail: told.reason }]),
    ],
    holdings: told.holdings.map((one) => ({
      who: { href: href(`/people/${one.party}`), label: one.name },
      from_on: one.from_on,
      to_on: one.to_on,
      came_of_it: one.came_of_it,
      acts:
        one.to_on !== null
          ? []
          : [
              ...may(
                `/pairing/service/hours/new?party=${one.party}&given_to=holding:${one.holding}`,
                words.record_time,
                recordTime,
              ),
              ...may(`/pairing/service/holdings/${one.holding}/end`, words.give_back, giveBack),
            ],
    })),
  })
  return { title: told.name, body, place: 'pairing' }
}
