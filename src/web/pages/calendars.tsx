/** Calendars: the list, a new one with its address, ending one; and what a program reads at that address. */
import type { Context, Hono } from 'hono'
import { CalendarMade, CalendarsPage } from '../../../templates/pages/calendars.tsx'
import { findOrganisation } from '../../book/book.ts'
import { addDays } from '../../kit/day.ts'
import {
  add,
  type CalendarState,
  calendarHash,
  end,
  list,
  newCalendarSecret,
} from '../../pairing/coverage/calendars.ts'
import { bookPathOf } from '../base.ts'
import { calendarFile, isAtAddress } from '../calendar-file.ts'
import { doneOn } from './done.ts'
import type { Asked } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page, toSignIn } from './frame.tsx'
import { languageOf, pageLanguage } from './language.ts'
import { originOf } from './origin.ts'
import { pairingTabs } from './pairing-tabs.ts'
import type { Desk, Visit } from './visit.ts'
import { logged, type Porch } from './visitor.tsx'

const path = '/pairing/calendars'
/** A year: whoever helps is reminded until somebody looks whether they still do. */
const usualDays = 365

const kinds = { open: 'active', ended: 'stopped', over: 'stopped' } as const satisfies Record<
  CalendarState,
  string
>

/** Mounts the pages of calendars, and their addresses. */
export function mountCalendars(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, listPage)
  mountMaking(app, desk)
  mountForm(app, desk, {
    path: `${path}/:calendar{[0-9]+}/end`,
    command: end,
    place: 'pairing',
    title: (t, visit) => t.calendars.end_title({ calendar: Number(visit.c.req.param('calendar')) }),
    lead: (t) => t.calendars.end_lead,
    fields: [],
    checked: false,
    button: (t) => t.calendars.do_end,
    done: () => `${path}?done=ended`,
  })
  mountAddresses(app, desk)
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const words = t.calendars
  const body = CalendarsPage({
    t,
    language,
    tabs: pairingTabs(visit, '/pairing'),
    board: { href: href('/pairing'), label: t.coverage.title },
    done: doneOn(visit, { ended: words.ended }),
    add: href(`${path}/new`),
    rows: visit.ask(list, {}).calendars.map((one) => ({
      helper: one.helper && { href: href(`/people/${one.helper.party}`), label: one.helper.name },
      until: one.until_on,
      state: { kind: kinds[one.state], word: words.state[one.state] },
      end: one.state === 'ended' ? null : href(`${path}/${one.calendar}/end`),
    })),
  })
  return { title: words.title, body, place: 'pairing' }
}

function mountMaking(app: Hono, desk: Desk): void {
  // From the form being answered to the page with the address; the book has only the hash.
  const secrets = new WeakMap<Asked, string>()
  mountForm(app, desk, {
    path: `${path}/new`,
    command: add,
    place: 'pairing',
    title: (t) => t.calendars.add,
    lead: (t) => t.calendars.add_lead,
    fields: [
      {
        name: 'helper',
        kind: 'person',
        label: (t) => t.calendars.helper,
        hint: (t) => t.calendars.helper_hint,
        newKind: 'person',
        newKinds: [],
        optional: true,
      },
      {
        name: 'until_on',
        kind: 'day',
        label: (t) => t.calendars.until,
        hint: (t) => t.calendars.until_hint,
      },
    ],
    begin: (visit) => ({ until_on: addDays(visit.today, usualDays) }),
    input: (read, asked) => {
      const secret = newCalendarSecret(desk.book.surroundings.random)
      secrets.set(asked, secret)
      return { ...read, hash: calendarHash(secret) }
    },
    checked: false,
    button: (t) => t.calendars.do_add,
    done: (output, asked) => made(asked, output, secrets.get(asked)!),
  })
}

function made({ visit }: Asked, { until_on }: { readonly until_on: string }, secret: string): Page {
  const { t, language, desk, href } = visit
  const file = href(`/calendars/${secret}.ics?language=${language}`)
  const address = originOf(visit.c, desk.offer.origin) + file
  const body = CalendarMade({
    t,
    language,
    address,
    subscribe: address.replace(/^https?:/, 'webcal:'),
    until: until_on,
    list: href(path),
  })
  return { title: t.calendars.made_title, body, place: 'pairing' }
}

/** Whoever has the address may read; all others are strangers, as at every other place of the book. */
function mountAddresses(app: Hono, desk: Desk): void {
  const { log, now } = desk.offer
  const porch: Porch = { log, now, random: desk.book.surroundings.random }
  app.get(
    '/b/:book/calendars/:file{[A-Za-z0-9_-]{43}\\.ics}',
    logged(porch, '/calendars/:secret.ics', (c) => answered(c, desk)),
  )
}

function answered(c: Context, { book, offer }: Desk): Response {
  const secret = c.req.param('file')!.slice(0, -'.ics'.length)
  const language = pageLanguage(c.req.query('language')) ?? languageOf(c)
  const organisation = findOrganisation(book.store)
  const site = originOf(c, offer.origin) + bookPathOf(c)
  const found =
    organisation && calendarFile(book, { secret, language, site, name: organisation.name })
  if (!found) return toSignIn(c)
  const headers = { ...isAtAddress, etag: found.etag }
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim())
  if (known.includes(found.etag)) return new Response(null, { status: 304, headers })
  return new Response(found.text, { headers })
}
