/** Pages of needs: the register and one of them. */
import type { Hono } from 'hono'
import { EntryPage, type PairLinesView } from '../../../templates/pages/pairing-entry.tsx'
import {
  type NeedRowView,
  needColumns,
  PairingListPage,
} from '../../../templates/pages/pairing-lists.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { propose } from '../../pairing/pairs/commands.ts'
import { history as pairHistory } from '../../pairing/pairs/queries.ts'
import { open, update } from '../../pairing/registers/need-commands.ts'
import { list, needCovers } from '../../pairing/registers/need-queries.ts'
import { needStandings } from '../../pairing/registers/shown.ts'
import { doneOn } from './done.ts'
import { enteredOn, listOr, versionMilestone, whereSome } from './entry-parts.tsx'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { mountNeedForms, needAsked } from './need-forms.ts'
import { pairStateView } from './pair-views.ts'
import { codeOptions, languageName, placeOptions } from './pairing-options.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of needs. */
export function mountNeeds(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/needs', listPage)
  mountNeedForms(app, desk)
  mountPage(app, desk, '/pairing/needs/:need{[0-9]+}', onePage)
}

const filterNames = ['q', 'standing', 'covered', 'urgency', 'kind', 'unit', 'place'] as const
const urgencies = ['3', '2', '1'] as const

type Row = ReturnType<typeof list.run>['needs'][number]
type Told = ReturnType<typeof needAsked>

const standingKinds = {
  open: 'active',
  paused: 'waiting',
  met: 'done',
  withdrawn: 'stopped',
} as const

function standingView({ t }: Visit, standing: Row['standing']) {
  return { kind: standingKinds[standing], word: t.needs.standing[standing] }
}

function urgencyWord({ t }: Visit, urgency: number): string {
  return t.needs.urgency[String(urgency) as keyof typeof t.needs.urgency]
}

function coverText({ t, language }: Visit, { taken, wanted }: Pick<Row, 'taken' | 'wanted'>) {
  return t.helpers.of({
    load: formatCount(language, taken),
    capacity: formatCount(language, wanted),
  })
}

function rowView(visit: Visit, row: Row): NeedRowView {
  const { language, href } = visit
  return {
    href: href(`/pairing/needs/${row.need}`),
    reference: row.reference,
    name: row.name,
    kind: row.kind.name[language],
    unit: row.unit?.name ?? null,
    place: row.place?.name ?? null,
    urgency: urgencyWord(visit, row.urgency),
    urgent: row.urgency === 3,
    state: standingView(visit, row.standing),
    cover: { href: href(`/pairing/pairs?need=${row.need}`), label: coverText(visit, row) },
  }
}

function listPage(visit: Visit): Page {
  const { t, href } = visit
  const found = listed(visit, list, filterNames)
  const words = t.needs
  const body = PairingListPage<NeedRowView>({
    t,
    language: visit.language,
    title: words.title,
    lead: words.lead,
    done: enteredOn(visit),
    tabs: pairingTabs(visit, '/pairing/needs'),
    list: listView(
      found,
      (found.found?.needs ?? []).map((row) => rowView(visit, row)),
    ),
    filters: filtersOf(visit),
    words,
    acts: visit.may(open)
      ? [
          { href: href('/pairing/needs/new'), label: words.open },
          { href: href('/pairing/needs/import'), label: words.take_in },
        ]
      : [],
    columns: needColumns(t),
  })
  return { title: words.title, body, place: 'pairing' }
}

function filtersOf(visit: Visit) {
  const { needs: words, helpers: shared } = visit.t
  const all = [
    { name: 'q', label: shared.search },
    {
      name: 'standing',
      label: words.standing_label,
      options: needStandings.map((value) => ({ value, label: words.standing[value] })),
    },
    {
      name: 'covered',
      label: words.covered,
      options: needCovers.map((value) => ({ value, label: words.cover_state[value] })),
    },
    {
      name: 'urgency',
      label: words.urgency_label,
      options: urgencies.map((value) => ({ value, label: words.urgency[value] })),
    },
    { name: 'kind', label: words.kind, options: codeOptions(visit, 'kinds') },
    { name: 'unit', label: shared.unit, options: unitOptions(visit) },
    { name: 'place', label: shared.place, options: placeOptions(visit) },
  ]
  return all.filter(({ options }) => options === undefined || options.length > 0)
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = needAsked(visit)
  const urgent = { kind: 'care' as const, word: urgencyWord(visit, told.urgency) }
  const isPlacing = told.standing === 'open' && told.taken < told.wanted && visit.may(propose)
  const body = EntryPage({
    language,
    title: `${told.name} · ${told.kind.name[language]}`,
    reference: told.reference,
    breadcrumbs: [{ href: href('/pairing/needs'), label: t.needs.title }],
    done: doneOn(visit, { open: t.needs.opened, update: t.helpers.updated }),
    states: [standingView(visit, told.standing), ...(told.urgency === 3 ? [urgent] : [])],
    particulars: particularsOf(visit, told),
    said: {
      title: t.needs.asks,
      items: traitItems(visit, told),
      masked: told.traits === null ? t.helpers.masked : null,
    },
    lines: linesOf(visit, told),
    historyTitle: t.needs.history,
    history: told.versions.map((version) => milestone(visit, version)),
    acts: [
      ...(isPlacing
        ? [{ href: href(`/pairing/needs/${told.need}/pairs/new`), label: t.pairs.propose.act }]
        : []),
      ...(visit.may(update)
        ? [{ href: href(`/pairing/needs/${told.need}/update`), label: t.helpers.update }]
        : []),
    ],
  })
  return { title: `${told.reference} · ${told.name}`, body, place: 'pairing' }
}

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language, href } = visit
  const { needs: words, helpers: shared } = t
  return [
    { term: words.who, detail: <a href={href(`/people/${told.party}`)}>{told.name}</a> },
    { term: words.kind, detail: told.kind.name[language] },
    ...whereSome(told.file, ({ file, reference }) => ({
      term: words.file,
      detail: <a href={href(`/hardship-files/${file}`)}>{reference}</a>,
    })),
    ...whereSome(told.unit, ({ unit, name }) => ({
      term: shared.unit,
      detail: <a href={href(`/units/${unit}`)}>{name}</a>,
    })),
    { term: words.urgency_label, detail: urgencyWord(visit, told.urgency) },
    {
      term: words.cover,
      detail: <a href={href(`/pairing/pairs?need=${told.need}`)}>{coverText(visit, told)}</a>,
    },
    ...whereSome(told.place, ({ place, name }) => ({
      term: shared.place,
      detail: <a href={href(`/pairing/places/${place}`)}>{name}</a>,
    })),
  ]
}

function traitItems(visit: Visit, { traits }: Told): DescriptionView[] {
  if (traits === null) return []
  const { needs: words, helpers: shared } = visit.t
  const all = (texts: readonly string[], none: string) => listOr(visit, texts, none)
  return [
    {
      term: shared.languages,
      detail: all(
        traits.languages.map((code) => languageName(visit, code)),
        words.any,
      ),
    },
    {
      term: words.times,
      detail: all(
        traits.times.map((time) => shared.time[time]),
        words.any,
      ),
    },
    {
      term: words.gender,
      detail: traits.gender === null ? words.any : shared.gender_word[traits.gender],
    },
    {
      term: words.sorts,
      detail: all(
        traits.sorts.map((sort) => shared.sort[sort]),
        words.any,
      ),
    },
    { term: words.same_unit, detail: traits.same_unit ? words.yes : words.no },
    {
      term: words.musts_label,
      detail: all(
        traits.musts.map((must) => words.must[must]),
        words.musts_none,
      ),
    },
  ]
}

/** Everybody who helped with it, in the order in which they came. */
function linesOf(visit: Visit, told: Told): PairLinesView {
  const { t, href } = visit
  const { lines } = visit.ask(pairHistory, { need: told.need })
  return {
    title: t.needs.lines,
    labels: {
      pair: t.pairs.pair,
      other: t.pairs.helping,
      what: t.agreements.number,
      since: t.pairs.from,
      until: t.pairs.to,
      state: t.pairs.state,
    },
    rows: lines.map((line) => ({
      pair: { href: href(`/pairing/pairs/${line.pair}`), label: line.reference },
      other: { href: href(`/pairing/helpers/${line.helper}`), label: line.helping.name },
      what: line.helper_reference,
      since: line.from_on,
      until: line.to_on,
      state: pairStateView(visit, line.state),
    })),
    none: t.needs.no_lines,
    all: null,
  }
}

function milestone(visit: Visit, version: Told['versions'][number]): MilestoneView {
  const { t } = visit
  const { word } = standingView(visit, version.standing)
  return versionMilestone(visit, version, {
    title: word,
    isOver: version.standing === 'withdrawn',
    told: [
      urgencyWord(visit, version.urgency),
      `${t.needs.wanted} ${formatCount(visit.language, version.wanted)}`,
      version.place?.name ?? null,
      version.traits_changed ? t.needs.traits_changed : null,
    ],
  })
}
