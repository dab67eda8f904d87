/** The page of what is kept of a person, and that on which sealed fields are read in full. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import type { ReadingView } from '../../../templates/pages/data-audit.tsx'
import {
  type ConsentView,
  PersonalDataPage,
  UnsealedPage,
} from '../../../templates/pages/personal-data.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { give, list as listConsents, withdraw } from '../../people/consent-commands.ts'
import { show as showFields } from '../../people/data-queries.ts'
import { show as showParty } from '../../people/queries.ts'
import { empty, seal } from '../../people/sealed-commands.ts'
import {
  list as listReadings,
  show as showUnsealed,
  open as unseal,
} from '../../people/unsealings.ts'
import { confirm, request as erase, list as listErasures } from '../../privacy/erasure-commands.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { mountPersonalDataForms } from './personal-data-forms.ts'
import { actorNames } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of what is kept of people, and their forms. */
export function mountPersonalData(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/people/:party/data', dataPage)
  mountPage(app, desk, '/unsealings/:unsealing{[0-9]+}', unsealedPage)
  mountPersonalDataForms(app, desk)
}

type FieldsShown = z.output<typeof showFields.output>

/** Readings that the page of a person shows. */
const newest = 50

function dataPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const { party, name, kind } = visit.ask(showParty, { party: visit.c.req.param('party')! })
  const kept = visit.ask(showFields, { party })
  const person = kind === 'person'
  const readings = visit.may(listReadings)
    ? visit.ask(listReadings, { party, limit: newest }).unsealings
    : null
  const done = {
    seal: t.personal.sealed,
    clear: t.personal.cleared,
    consent: t.personal.given,
    withdrawal: t.personal.was_withdrawn,
    asked: t.personal.asked,
    erased: t.personal.was_erased,
    back: t.personal.taken_back,
  }
  const body = PersonalDataPage({
    t,
    language,
    timeZone: organisation.time_zone,
    breadcrumbs: crumbs(visit, party, name),
    name,
    party,
    done: doneOn(visit, done),
    erased: kept.erased,
    open: kept.open,
    fields: kept.fields.map(({ field, state, shown }) => ({
      label: t.words.data_field[field],
      state,
      shown,
    })),
    fieldLinks: fieldLinks(visit, kept),
    consents: person ? consentViews(visit, party) : null,
    give:
      visit.may(give) && !kept.erased
        ? { href: visit.href(`/people/${party}/consents/new`), label: t.personal.give }
        : null,
    readings: readings && readingViews(visit, readings),
    erasure: person && !kept.erased ? erasureOf(visit, party) : null,
  })
  return { title: t.personal.title, body, place: 'people' }
}

function crumbs(visit: Visit, party: string, name: string): LinkView[] {
  return [
    { href: visit.href('/people'), label: visit.t.people.title },
    { href: visit.href(`/people/${party}`), label: name },
  ]
}

function fieldLinks({ t, href, may, caller }: Visit, { party, open, erased, fields }: FieldsShown) {
  const filled = fields.some(({ state }) => state === 'sealed')
  const at = (path: string, label: string, offered: boolean): LinkView[] =>
    offered ? [{ href: href(`/people/${party}/${path}`), label }] : []
  const reads = caller.readsNames && filled && may(unseal)
  return [
    ...at('sealed-fields/new', t.personal.seal, open && !erased && may(seal)),
    ...at('sealed-fields/removal', t.personal.clear, open && filled && may(empty)),
    ...at('unsealings/new', t.personal.unseal, open && reads),
  ]
}

function consentViews(visit: Visit, party: string): ConsentView[] {
  const { t, href, may } = visit
  return visit.ask(listConsents, { party }).consents.map((row) => ({
    purpose: t.words.consent_purpose[row.purpose],
    given: row.given_on,
    evidence: row.evidence,
    withdrawn: row.withdrawn_on,
    withdraw:
      row.withdrawn_on === null && may(withdraw)
        ? href(`/consents/${row.consent}/withdrawal`)
        : null,
  }))
}

/** Who read sealed fields, as tables show it. */
export function readingViews(
  visit: Visit,
  rows: z.output<typeof listReadings.output>['unsealings'],
): ReadingView[] {
  const names = actorNames(visit)
  return rows.map(({ party, name, actor, at, fields, reason }) => ({
    person: { href: visit.href(`/people/${party}/data`), label: name },
    who: names(actor),
    at: new Date(at).toISOString(),
    fields: fields.map((one) => visit.t.words.data_field[one]).join(' · '),
    reason,
  }))
}

/** What the reader may do about the erasure of a person; null when that is nothing. */
function erasureOf(visit: Visit, party: string) {
  const { t, href, may } = visit
  if (!may(erase)) return null
  const open = visit.ask(listErasures, { party }).erasures.find(({ state }) => state === 'open')
  if (!open) {
    const links = [{ href: href(`/people/${party}/erasure`), label: t.personal.erase }]
    return { waits: false, links }
  }
  const at = (path: string) => href(`/erasures/${open.request}/${path}`)
  const links = [
    ...(may(confirm) ? [{ href: at('confirmation'), label: t.personal.confirm }] : []),
    { href: at('withdrawal'), label: t.personal.take_back },
  ]
  return { waits: true, links }
}

function unsealedPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const unsealing = Number(visit.c.req.param('unsealing'))
  const { party, name, until, fields } = visit.ask(showUnsealed, { unsealing })
  const above = { href: visit.href(`/people/${party}/data`), label: t.personal.title }
  const body = UnsealedPage({
    t,
    language,
    timeZone: organisation.time_zone,
    breadcrumbs: [...crumbs(visit, party, name), above],
    name,
    party,
    until: new Date(until).toISOString(),
    fields: fields.map(({ field, value }) => ({ label: t.words.data_field[field], value })),
  })
  return { title: t.personal.unsealed, body, place: 'people' }
}
