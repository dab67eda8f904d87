/** Pages of places: the list, one of them, the forms. */
import type { Hono } from 'hono'
import { EntryPage } from '../../../templates/pages/pairing-entry.tsx'
import {
  PairingListPage,
  type PlaceRowView,
  placeColumns,
} from '../../../templates/pages/pairing-lists.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { add, update } from '../../pairing/registers/place-commands.ts'
import { list, show } from '../../pairing/registers/place-queries.ts'
import { doneOn } from './done.ts'
import { versionMilestone } from './entry-parts.tsx'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { hasUnits, placeOptions, unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const filterNames = ['q', 'open', 'located', 'unit'] as const

type Row = ReturnType<typeof list.run>['places'][number]

/** Degrees as people write them; what is no number stays as it is and is refused by name. */
function degreesRead(given: unknown): unknown {
  if (given === undefined) return null
  const text = String(given).normalize('NFKC').trim().replace(',', '.')
  return /^[-+]?\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : given
}

const where: readonly FieldSpec[] = [
  { name: 'name', kind: 'text', label: (t) => t.places.name },
  {
    name: 'latitude',
    kind: 'text',
    label: (t) => t.places.latitude,
    hint: (t) => t.places.degrees_hint,
    optional: true,
  },
  { name: 'longitude', kind: 'text', label: (t) => t.places.longitude, optional: true },
]

/** Mounts the pages of places. */
export function mountPlaces(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/places', listPage)
  mountAdding(app, desk)
  mountUpdating(app, desk)
  mountPage(app, desk, '/pairing/places/:place{[a-z0-9-]{1,40}}', onePage)
}

function mountAdding(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/places/new',
    command: add,
    place: 'pairing',
    title: (t) => t.places.add,
    lead: (t) => t.places.lead,
    fields: [
      ...where.slice(0, 1),
      {
        name: 'place',
        kind: 'text',
        label: (t) => t.places.code,
        hint: (t) => t.places.code_hint,
      },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.places.unit,
        hint: (t) => t.places.unit_hint,
        optional: true,
        when: hasUnits,
        options: ({ visit }) => placeOptions(visit, add),
      },
      ...where.slice(1),
    ],
    input: ({ latitude, longitude, ...read }) => ({
      ...read,
      latitude: degreesRead(latitude),
      longitude: degreesRead(longitude),
    }),
    button: (t) => t.places.do_add,
    checked: false,
    done: ({ place }) => `/pairing/places/${place}?done=add`,
  })
}

function mountUpdating(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: '/pairing/places/:place/update',
    command: update,
    place: 'pairing',
    title: (t, visit) => t.places.update_title({ place: placeAsked(visit).name }),
    lead: (t) => t.places.update_lead,
    fields: [
      ...where,
      { name: 'open', kind: 'yes', label: (t) => t.places.open, hint: (t) => t.places.open_hint },
    ],
    begin: (visit) => {
      const { name, latitude, longitude, open } = placeAsked(visit)
      const text = (degrees: number | null) => (degrees === null ? '' : String(degrees))
      return { name, latitude: text(latitude), longitude: text(longitude), open: open ? 'yes' : '' }
    },
    input: ({ latitude, longitude, ...read }) => ({
      ...read,
      latitude: degreesRead(latitude),
      longitude: degreesRead(longitude),
    }),
    button: (t) => t.places.do_update,
    checked: false,
    done: ({ place }) => `/pairing/places/${place}?done=update`,
  })
}

function placeAsked(visit: Visit) {
  return visit.ask(show, { place: visit.c.req.param('place')! })
}

function liesAt(
  { t }: Visit,
  { latitude, longitude }: Pick<Row, 'latitude' | 'longitude'>,
): string {
  return latitude === null || longitude === null
    ? t.places.not_located
    : `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
}

function stateView({ t }: Visit, { open }: Pick<Row, 'open'>) {
  return open
    ? { kind: 'active' as const, word: t.places.in_use }
    : { kind: 'stopped' as const, word: t.places.out_of_use }
}

function countLinks({ language, href }: Visit, { place, helpers, needs }: Row) {
  return {
    helpers: {
      href: href(`/pairing/helpers?place=${place}`),
      label: formatCount(language, helpers),
    },
    needs: { href: href(`/pairing/needs?place=${place}`), label: formatCount(language, needs) },
  }
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, filterNames)
  const words = t.places
  const rows = (found.found?.places ?? []).map((row) => ({
    href: href(`/pairing/places/${row.place}`),
    code: row.place,
    name: row.name,
    unit: row.unit?.name ?? words.shared,
    lies: liesAt(visit, row),
    state: stateView(visit, row),
    ...countLinks(visit, row),
  }))
  const either = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  const units = unitOptions(visit)
  const body = PairingListPage<PlaceRowView>({
    t,
    language,
    title: words.title,
    lead: words.lead,
    done: undefined,
    tabs: pairingTabs(visit, '/pairing/places'),
    list: listView(found, rows),
    filters: [
      { name: 'q', label: words.search },
      { name: 'open', label: words.state, options: either(words.in_use, words.out_of_use) },
      { name: 'located', label: words.lies, options: either(words.located, words.not_located) },
      ...(units.length > 0 ? [{ name: 'unit', label: words.unit, options: units }] : []),
    ],
    words,
    acts: visit.may(add) ? [{ href: href('/pairing/places/new'), label: words.add }] : [],
    columns: placeColumns(t),
  })
  return { title: words.title, body, place: 'pairing' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = placeAsked(visit)
  const links = countLinks(visit, told)
  const body = EntryPage({
    language,
    title: told.name,
    reference: told.place,
    breadcrumbs: [{ href: href('/pairing/places'), label: t.places.title }],
    done: doneOn(visit, { add: t.places.added, update: t.places.updated }),
    states: [stateView(visit, told)],
    particulars: [
      { term: t.places.lies, detail: liesAt(visit, told) },
      { term: t.places.unit, detail: told.unit?.name ?? t.places.shared },
      { term: t.places.helpers, detail: <a href={links.helpers.href}>{links.helpers.label}</a> },
      { term: t.places.needs, detail: <a href={links.needs.href}>{links.needs.label}</a> },
    ],
    said: null,
    lines: null,
    historyTitle: t.places.history,
    history: told.versions.map((version) =>
      versionMilestone(
        visit,
        { note: null, sequence: version.sequence },
        { title: version.name, isOver: !version.open, told: [liesAt(visit, version)] },
      ),
    ),
    acts: visit.may(update)
      ? [{ href: href(`/pairing/places/${told.place}/update`), label: t.places.update }]
      : [],
  })
  return { title: told.name, body, place: 'pairing' }
}
