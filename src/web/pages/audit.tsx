/** Pages of the audit trail: the events, and one event with its place in the chain. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { actIn } from '../../../templates/messages/audit-words.ts'
import { AuditPage, EventPage, type EventView } from '../../../templates/pages/audit.tsx'
import { list as listTokens } from '../../access/tokens.ts'
import { list as listUsers } from '../../access/users.ts'
import { head, list } from '../../book/queries.ts'
import { list as listReadings } from '../../people/unsealings.ts'
import { list as listErasures } from '../../privacy/erasure-commands.ts'
import { due } from '../../privacy/retention.ts'
import { checkpoint as currentCheckpoint } from '../../statements/queries.ts'
import { show } from '../../work/event-queries.ts'
import type { Option } from './fields.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { actorNames } from './recorded-by.ts'
import { subjectLink } from './subject-link.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of events. */
export function mountAudit(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/audit', listPage)
  mountPage(app, desk, '/audit/events/:sequence{[0-9]+}', onePage)
}

const auditPaths = {
  events: { path: '/audit', asks: list },
  checks: { path: '/audit/checks', asks: currentCheckpoint },
  unsealings: { path: '/audit/unsealings', asks: listReadings },
  erasures: { path: '/audit/erasures', asks: listErasures },
  retention: { path: '/audit/retention', asks: due },
} as const
type AuditPageName = keyof typeof auditPaths

/** The pages of this subject that the reader may ask for, as links above each of them. */
export function auditPages(visit: Visit, current: AuditPageName) {
  const { t } = visit
  const labels: Readonly<Record<AuditPageName, string>> = {
    events: t.audit.events,
    checks: t.audit.checks,
    unsealings: t.personal.readings,
    erasures: t.personal.erasures,
    retention: t.personal.retention,
  }
  return (Object.keys(auditPaths) as AuditPageName[])
    .filter((name) => visit.may(auditPaths[name].asks))
    .map((name) => ({
      href: visit.href(auditPaths[name].path),
      label: labels[name],
      current: name === current,
    }))
}

const filters = ['actor', 'command', 'subject', 'from', 'to'] as const

/** The filter names every act of the house, so that fewer rows make a page of the same weight. */
const eventsOnPage = 30

function listPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const found = listed(visit, list, filters, { limit: eventsOnPage })
  const rows = found.found?.events ?? []
  const names = actorNames(visit)
  const body = AuditPage({
    t,
    language,
    timeZone: organisation.time_zone,
    pages: auditPages(visit, 'events'),
    list: listView(
      found,
      rows.map((row) => eventView(visit, row, names)),
    ),
    actors: actorOptions(visit, found.values.actor ?? '', names),
    acts: actOptions(visit, found.values.command ?? ''),
  })
  return { title: t.shell.audit, body, place: 'audit' }
}

type EventRow = z.output<typeof list.output>['events'][number]
type Names = ReturnType<typeof actorNames>

function eventView(visit: Visit, row: EventRow, names: Names): EventView {
  return {
    href: visit.href(`/audit/events/${row.sequence}`),
    sequence: row.sequence,
    at: new Date(row.at).toISOString(),
    who: names(row.actor),
    what: actIn(visit.t, row.command),
    subject: subjectLink(visit, row.subject),
  }
}

/** Who may have acted: users, tokens in force, the host; and whoever the address names. */
function actorOptions(visit: Visit, chosen: string, names: Names): Option[] {
  const users = visit.ask(listUsers, {}).users.map(({ user }) => `user:${user}`)
  const tokens = visit.may(listTokens)
    ? visit.ask(listTokens, {}).tokens.map(({ token }) => `token:${token}`)
    : []
  const actors = new Set([...users, ...tokens, 'host', ...(chosen === '' ? [] : [chosen])])
  return [...actors].map((value) => ({ value, label: names(value) }))
}

function actOptions({ t }: Visit, chosen: string): Option[] {
  const acts = new Set([...Object.keys(t.words.act), ...(chosen === '' ? [] : [chosen])])
  return [...acts].map((value) => ({ value, label: actIn(t, value) }))
}

function onePage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const sequence = Number(visit.c.req.param('sequence'))
  const event = visit.ask(show, { sequence })
  const newest = visit.ask(head, {}).sequence
  const at = (one: number) => visit.href(`/audit/events/${one}`)
  const body = EventPage({
    t,
    language,
    timeZone: organisation.time_zone,
    breadcrumbs: visit.may(list) ? [{ href: visit.href('/audit'), label: t.audit.events }] : [],
    event: eventView(visit, event, actorNames(visit)),
    command: event.command,
    actor: event.actor,
    hash: event.hash,
    previousHash: event.previous_hash,
    rowsDigest: event.rows_digest,
    rows: event.rows,
    previous: visit.may(list) && sequence > 1 ? at(sequence - 1) : null,
    next: visit.may(list) && sequence < newest ? at(sequence + 1) : null,
  })
  return { title: t.audit.one({ sequence: String(sequence) }), body, place: 'audit' }
}
