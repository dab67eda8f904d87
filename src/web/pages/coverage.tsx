/** The board of pairing, and the lists behind its figures. */
import type { Hono } from 'hono'
import { CoveragePage, type GapCountView } from '../../../templates/pages/coverage.tsx'
import { type GapRowView, GapsPage } from '../../../templates/pages/coverage-gaps.tsx'
import { list as listCalendars } from '../../pairing/coverage/calendars.ts'
import { gapKinds } from '../../pairing/coverage/gaps.ts'
import {
  type CoverageFigures,
  type GapShown,
  gaps as listGaps,
  show,
} from '../../pairing/coverage/showing.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitNames } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

const path = '/pairing'
const listPath = `${path}/gaps`

/** Mounts the board and its lists. */
export function mountCoverage(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, boardPage)
  mountPage(app, desk, listPath, gapsPage)
}

/** A page with the unit in its address, where one is meant. */
function within(visit: Visit, to: string, given: Readonly<Record<string, string | undefined>>) {
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(said as [string, string][]).toString()
  return visit.href(search === '' ? to : `${to}?${search}`)
}

function gapCounts(
  visit: Visit,
  { gaps }: CoverageFigures,
  unit: string | undefined,
): (GapCountView & { readonly href: string })[] {
  return gapKinds.map((kind) => ({
    kind,
    count: gaps[kind],
    href: within(visit, listPath, { kind, unit }),
  }))
}

function boardPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const words = t.coverage
  const asked = visit.param('unit')
  const told = visit.ask(show, asked === '' ? {} : { unit: asked })
  const unit = told.unit?.unit
  const above = told.above.toReversed().map((one) => ({
    href: within(visit, path, { unit: one.unit }),
    label: one.name,
  }))
  const everything = { href: visit.href(path), label: words.whole }
  const body = CoveragePage({
    t,
    language,
    organisation: organisation.name,
    instant: new Date(visit.desk.book.surroundings.now()).toISOString(),
    timeZone: organisation.time_zone,
    tabs: pairingTabs(visit, path),
    of: told.unit?.name ?? words.whole,
    breadcrumbs: told.unit === null ? [] : [everything, ...above],
    day: told.as_of,
    files: told.totals.files,
    covered: told.totals.covered,
    gaps: gapCounts(visit, told.totals, unit),
    units: told.units.map((row) => ({
      name: row.unit?.name ?? words.rest,
      href: row.more ? within(visit, path, { unit: row.unit?.unit }) : null,
      files: row.figures.files,
      covered: row.figures.covered,
      gaps: gapCounts(visit, row.figures, row.unit?.unit)
        .filter(({ count }) => count > 0)
        .map((gap) => (row.unit === null ? { ...gap, href: null } : gap)),
    })),
    pdf: within(visit, `${path}/coverage.pdf`, { unit, language }),
    calendars: visit.may(listCalendars) ? visit.href(`${path}/calendars`) : null,
  })
  return { title: words.title, body, place: 'pairing' }
}

const places = {
  hardship_file: '/hardship-files',
  pair: '/pairing/pairs',
  helper: '/pairing/helpers',
  need: '/pairing/needs',
} as const

/** How late it is, and how many rest on it. */
function statesOf({ t }: Visit, { kind, late, count, most }: GapShown): GapRowView['states'] {
  const words = t.coverage
  const states: GapRowView['states'][number][] = []
  if (late !== null) {
    const word =
      late > 0
        ? words.late({ count: late })
        : late < 0
          ? words.ahead({ count: -late })
          : words.today
    states.push({ kind: late > 0 ? 'care' : 'waiting', word })
  }
  if (kind === 'no_helper' && count) {
    states.push({ kind: 'waiting', word: words.proposed({ count }) })
  }
  if (most !== null && count !== null) {
    states.push({ kind: count > most ? 'care' : 'waiting', word: words.load({ count, most }) })
  }
  return states
}

function rowView(visit: Visit, gap: GapShown): GapRowView {
  const { t, href } = visit
  const person = (one: GapShown['helped']) =>
    one && { href: href(`/people/${one.party}`), label: one.name }
  return {
    what: t.coverage.short[gap.kind],
    of: { href: href(`${places[gap.subject]}/${gap.id}`), label: gap.reference },
    helped: person(gap.helped),
    helper: person(gap.helper),
    unit: gap.unit?.name ?? t.coverage.whole,
    due: gap.due_on,
    states: statesOf(visit, gap),
  }
}

function gapsPage(visit: Visit): Page {
  const { t, language } = visit
  const words = t.coverage
  const found = listed(visit, listGaps, ['kind', 'unit'])
  const { unit } = found.values
  const body = GapsPage({
    t,
    language,
    tabs: pairingTabs(visit, path),
    board: { href: within(visit, path, { unit }), label: words.title },
    list: listView(
      found,
      (found.found?.gaps ?? []).map((gap) => rowView(visit, gap)),
    ),
    kinds: gapKinds.map((value) => ({ value, label: words.short[value] })),
    units: [...unitNames(visit)].map(([value, label]) => ({ value, label })),
  })
  return { title: words.list_title, body, place: 'pairing' }
}
