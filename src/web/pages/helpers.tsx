/** Pages of helpers: the register and one of them. */
import type { Hono } from 'hono'
import { EntryPage, type PairLinesView } from '../../../templates/pages/pairing-entry.tsx'
import {
  type HelperRowView,
  helperColumns,
  PairingListPage,
} from '../../../templates/pages/pairing-lists.tsx'
import type { DescriptionView } from '../../../templates/parts/description-list.tsx'
import { formatCount, formatDay } from '../../../templates/parts/format.ts'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import { list as listPairs } from '../../pairing/pairs/queries.ts'
import { enroll, update } from '../../pairing/registers/helper-commands.ts'
import { helperLoadStates, list } from '../../pairing/registers/helper-queries.ts'
import { helperStandings } from '../../pairing/registers/shown.ts'
import { doneOn } from './done.ts'
import { enteredOn, listOr, versionMilestone, whereSome } from './entry-parts.tsx'
import { mountPage, type Page } from './frame.tsx'
import { helperAsked, mountHelperForms } from './helper-forms.ts'
import { listed, listView } from './listing.ts'
import { pairStateView } from './pair-views.ts'
import { codeOptions, languageName, placeOptions, sortOptions } from './pairing-options.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './people-tabs.ts'
import type { Desk, Visit } from './visit.ts'

/** Pairs that a page of one side shows; a link leads to all of them. */
export const pairsShown = 20

/** Mounts the pages of helpers. */
export function mountHelpers(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/helpers', listPage)
  mountHelperForms(app, desk)
  mountPage(app, desk, '/pairing/helpers/:helper{[0-9]+}', onePage)
}

const filterNames = ['q', 'standing', 'load', 'sort', 'unit', 'rank', 'skill', 'place'] as const

type Row = ReturnType<typeof list.run>['helpers'][number]
type Told = ReturnType<typeof helperAsked>

const standingKinds = {
  open: 'active',
  paused: 'waiting',
  leaving: 'care',
  ended: 'stopped',
} as const

function standingView(
  { t, language }: Visit,
  { standing, leaves_on }: Pick<Row, 'standing' | 'leaves_on'>,
) {
  const word =
    leaves_on === null
      ? t.helpers.standing[standing]
      : t.helpers.leaving_on({ day: formatDay(language, leaves_on) })
  return { kind: standingKinds[standing], word }
}

function loadText({ t, language }: Visit, { load, capacity }: Pick<Row, 'load' | 'capacity'>) {
  return t.helpers.of({
    load: formatCount(language, load),
    capacity: formatCount(language, capacity),
  })
}

function rowView(visit: Visit, row: Row): HelperRowView {
  const { t, language, href } = visit
  return {
    href: href(`/pairing/helpers/${row.helper}`),
    reference: row.reference,
    name: row.name,
    sort: t.helpers.sort[row.sort],
    unit: row.unit?.name ?? null,
    place: row.place?.name ?? null,
    rank: row.rank?.name[language] ?? null,
    state: standingView(visit, row),
    load: { href: href(`/pairing/pairs?helper=${row.helper}`), label: loadText(visit, row) },
    over: row.load > row.capacity ? t.helpers.load_state.over : null,
  }
}

function listPage(visit: Visit): Page {
  const { t, href } = visit
  const found = listed(visit, list, filterNames)
  const words = t.helpers
  const body = PairingListPage<HelperRowView>({
    t,
    language: visit.language,
    title: words.title,
    lead: words.lead,
    done: enteredOn(visit),
    tabs: pairingTabs(visit, '/pairing/helpers'),
    list: listView(
      found,
      (found.found?.helpers ?? []).map((row) => rowView(visit, row)),
    ),
    filters: filtersOf(visit),
    words,
    acts: visit.may(enroll)
      ? [
          { href: href('/pairing/helpers/new'), label: words.enroll },
          { href: href('/pairing/helpers/import'), label: words.take_in },
        ]
      : [],
    columns: helperColumns(t),
  })
  return { title: words.title, body, place: 'pairing' }
}

function filtersOf(visit: Visit) {
  const { helpers: words } = visit.t
  const all = [
    { name: 'q', label: words.search },
    {
      name: 'standing',
      label: words.standing_label,
      options: helperStandings.map((value) => ({ value, label: words.standing[value] })),
    },
    {
      name: 'load',
      label: words.load_label,
      options: helperLoadStates.map((value) => ({ value, label: words.load_state[value] })),
    },
    { name: 'sort', label: words.sort_label, options: sortOptions(visit) },
    { name: 'unit', label: words.unit, options: unitOptions(visit) },
    { name: 'rank', label: words.rank, options: codeOptions(visit, 'ranks') },
    { name: 'skill', label: words.skills, options: codeOptions(visit, 'skills') },
    { name: 'place', label: words.place, options: placeOptions(visit) },
  ]
  return all.filter(({ options }) => options === undefined || options.length > 0)
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = helperAsked(visit)
  const body = EntryPage({
    language,
    title: told.name,
    reference: told.reference,
    breadcrumbs: [{ href: href('/pairing/helpers'), label: t.helpers.title }],
    done: doneOn(visit, { enroll: t.helpers.enrolled, update: t.helpers.updated }),
    states: statesOf(visit, told),
    particulars: particularsOf(visit, told),
    said: {
      title: t.helpers.can,
      items: traitItems(visit, told),
      masked: told.traits === null ? t.helpers.masked : null,
    },
    lines: pairLines(visit, told),
    historyTitle: t.helpers.history,
    history: told.versions.map((version) => milestone(visit, version)),
    acts: visit.may(update)
      ? [{ href: href(`/pairing/helpers/${told.helper}/update`), label: t.helpers.update }]
      : [],
  })
  return { title: `${told.reference} · ${told.name}`, body, place: 'pairing' }
}

function statesOf(visit: Visit, told: Told) {
  const { t } = visit
  const over = { kind: 'care' as const, word: t.helpers.load_state.over }
  return [standingView(visit, told), ...(told.load > told.capacity ? [over] : [])]
}

function particularsOf(visit: Visit, told: Told): DescriptionView[] {
  const { t, language, href } = visit
  const words = t.helpers
  return [
    { term: words.person_page, detail: <a href={href(`/people/${told.party}`)}>{told.party}</a> },
    { term: words.sort_label, detail: words.sort[told.sort] },
    ...whereSome(told.unit, ({ unit, name }) => ({
      term: words.unit,
      detail: <a href={href(`/units/${unit}`)}>{name}</a>,
    })),
    ...whereSome(told.rank, ({ name }) => ({ term: words.rank, detail: name[language] })),
    {
      term: words.capacity,
      detail: formatCount(language, told.capacity),
      note: told.own_capacity === null ? words.by_policy : words.own_capacity,
    },
    {
      term: words.load,
      detail: (
        <a href={href(`/pairing/pairs?helper=${told.helper}`)}>
          {formatCount(language, told.load)}
        </a>
      ),
    },
    ...whereSome(told.place, ({ place, name }) => ({
      term: words.place,
      detail: <a href={href(`/pairing/places/${place}`)}>{name}</a>,
    })),
  ]
}

function traitItems(visit: Visit, { traits }: Told): DescriptionView[] {
  const { t, language } = visit
  if (traits === null) return []
  const { helpers: words } = t
  const all = (texts: readonly string[], none: string) => listOr(visit, texts, none)
  const names = (coded: NonNullable<Told['traits']>['skills']) =>
    coded.map(({ name }) => name[language])
  return [
    { term: words.skills, detail: all(names(traits.skills), words.none) },
    {
      term: words.languages,
      detail: all(
        traits.languages.map((code) => languageName(visit, code)),
        words.none,
      ),
    },
    {
      term: words.times,
      detail: all(
        traits.times.map((time) => words.time[time]),
        words.none,
      ),
    },
    {
      term: words.gender,
      detail: traits.gender === null ? words.not_said : words.gender_word[traits.gender],
    },
    {
      term: words.serves,
      detail: all(
        traits.serves.map(({ name }) => name),
        words.everywhere,
      ),
    },
    {
      term: words.most_km,
      detail:
        traits.most_km === null
          ? words.as_policy
          : words.km({ km: formatCount(language, traits.most_km) }),
    },
    { term: words.refuses, detail: all(names(traits.refuses), words.refuses_none) },
  ]
}

function pairLines(visit: Visit, told: Told): PairLinesView {
  const { t, language, href } = visit
  const { pairs } = visit.ask(listPairs, { helper: told.helper, limit: pairsShown })
  return {
    title: t.helpers.pairs,
    labels: {
      pair: t.pairs.pair,
      other: t.pairs.helped,
      what: t.pairs.kind,
      since: t.pairs.since,
      until: null,
      state: t.pairs.state,
    },
    rows: pairs.map((pair) => ({
      pair: { href: href(`/pairing/pairs/${pair.pair}`), label: pair.reference },
      other: { href: href(`/pairing/needs/${pair.need}`), label: pair.helped.name },
      what: pair.kind.name[language],
      since: pair.since_on,
      until: null,
      state: pairStateView(visit, pair.state),
    })),
    none: t.helpers.no_pairs,
    all:
      pairs.length < pairsShown
        ? null
        : { href: href(`/pairing/pairs?helper=${told.helper}`), label: t.helpers.all_pairs },
  }
}

function milestone(visit: Visit, version: Told['versions'][number]): MilestoneView {
  const { t, language } = visit
  const { word } = standingView(visit, version)
  const own = version.capacity
  return versionMilestone(visit, version, {
    title: word,
    isOver: version.standing === 'ended',
    told: [
      version.rank?.name[language] ?? null,
      own === null ? null : `${t.helpers.capacity} ${formatCount(language, own)}`,
      version.place?.name ?? null,
      version.traits_changed ? t.helpers.traits_changed : null,
    ],
  })
}
