/** Pages of people's data under Audit: who read sealed fields, erasures, whose time is over. */
import type { Hono } from 'hono'
import {
  ErasuresPage,
  RetentionPage,
  UnsealingsPage,
} from '../../../templates/pages/data-audit.tsx'
import { formatCount, formatDay } from '../../../templates/parts/format.ts'
import { list as listReadings } from '../../people/unsealings.ts'
import { confirm, list as listErasures, withdraw } from '../../privacy/erasure-commands.ts'
import type { Hold } from '../../privacy/holds.ts'
import { due } from '../../privacy/retention.ts'
import { auditPages } from './audit.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { readingViews } from './personal-data.tsx'
import { actorNames } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages. */
export function mountDataAudit(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/audit/unsealings', unsealingsPage)
  mountPage(app, desk, '/audit/erasures', erasuresPage)
  mountPage(app, desk, '/audit/retention', retentionPage)
}

function unsealingsPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const found = listed(visit, listReadings, [])
  const list = listView(found, readingViews(visit, found.found?.unsealings ?? []))
  const body = UnsealingsPage({
    t,
    language,
    timeZone: organisation.time_zone,
    pages: auditPages(visit, 'unsealings'),
    readings: list.rows,
    newer: list.newer,
    older: list.older,
  })
  return { title: t.personal.readings, body, place: 'audit' }
}

function heldBy({ t }: Visit, holds: readonly Hold[]): string {
  return holds.map(({ kind, of }) => `${t.words.erasure_hold[kind]} ${of}`).join(' · ')
}

function erasuresPage(visit: Visit): Page {
  const { t, language, href, may } = visit
  const names = actorNames(visit)
  const erasures = visit.ask(listErasures, {}).erasures.map((row) => {
    const at = (path: string) => href(`/erasures/${row.request}/${path}`)
    const open = row.state === 'open'
    return {
      person: { href: href(`/people/${row.party}/data`), label: `${row.name} · ${row.party}` },
      ground: row.ground === null ? t.personal.restored : t.words.erasure_ground[row.ground],
      askedBy: row.asked_by === null ? null : names(row.asked_by),
      state: row.state,
      decidedBy: row.decided_by === null ? null : names(row.decided_by),
      holds: heldBy(visit, row.holds),
      links: [
        ...(open && may(confirm) ? [{ href: at('confirmation'), label: t.personal.confirm }] : []),
        ...(open && may(withdraw) ? [{ href: at('withdrawal'), label: t.personal.withdraw }] : []),
      ],
    }
  })
  const pages = auditPages(visit, 'erasures')
  const body = ErasuresPage({ t, language, pages, erasures })
  return { title: t.personal.erasures, body, place: 'audit' }
}

function retentionPage(visit: Visit): Page {
  const { t, language, href } = visit
  const { count, persons } = visit.ask(due, {})
  const told = { count: formatCount(language, count) }
  const body = RetentionPage({
    t,
    language,
    pages: auditPages(visit, 'retention'),
    note: count > persons.length ? t.personal.retention_count(told) : undefined,
    persons: persons.map(({ party, name, due_on, classes, holds }) => ({
      person: { href: href(`/people/${party}/data`), label: `${name} · ${party}` },
      due: due_on,
      dealings: classes
        .map((one) => {
          const word = t.words.dealing_class[one.class]
          return `${word} ${formatDay(language, one.last_on, 'short')}`
        })
        .join(' · '),
      holds: heldBy(visit, holds),
    })),
  })
  return { title: t.personal.retention, body, place: 'audit' }
}
