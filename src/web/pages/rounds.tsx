/** Pages of lists of cases: all of them, one with what waits, the form that opens one. */
import type { Hono } from 'hono'
import { RoundPage, RoundsPage, type RoundView } from '../../../templates/pages/rounds.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { formatCount, formatMoney } from '../../../templates/parts/format.ts'
import { list as listCases } from '../../hardship/cases/queries.ts'
import { list, show } from '../../hardship/cases/round-queries.ts'
import { open, submitMany } from '../../hardship/cases/rounds.ts'
import { list as listProgrammes } from '../../hardship/programmes/queries.ts'
import { roundActs } from './case-sections/sections.ts'
import { caseView, stateKinds, waitingTabs } from './case-views.ts'
import { doneOn } from './done.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { hardshipTabs } from './hardship-tabs.ts'
import { listed, listView } from './listing.ts'
import { unitOptions } from './people-tabs.ts'
import { mountRoundImport } from './round-import.tsx'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of lists. */
export function mountRounds(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/rounds', listPage)
  mountForm(app, desk, {
    path: '/rounds/new',
    command: open,
    place: 'hardship',
    title: (t) => t.rounds.open,
    lead: (t) => t.rounds.open_lead,
    fields: [
      { name: 'name', kind: 'text', label: (t) => t.rounds.name },
      {
        name: 'programme',
        kind: 'select',
        label: (t) => t.rounds.programme,
        options: ({ visit }) =>
          visit
            .ask(listProgrammes, {})
            .programmes.filter((programme) => programme.open)
            .map(({ programme, name }) => ({ value: programme, label: name })),
      },
      {
        name: 'unit',
        kind: 'select',
        label: (t) => t.rounds.unit,
        hint: (t) => t.rounds.unit_hint,
        optional: true,
        when: (visit) => unitOptions(visit).length > 0,
        options: ({ visit }) => unitOptions(visit),
      },
    ],
    button: (t) => t.rounds.do_open,
    checked: false,
    done: ({ round }) => `/rounds/${round}?done=open`,
  })
  mountRoundImport(app, desk)
  mountPage(app, desk, '/rounds/:round{[0-9]+}', onePage)
}

type Row = ReturnType<typeof show.run>

function roundView(visit: Visit, row: Row): RoundView {
  const { t, language, href } = visit
  const count = row.waiting.reduce((all, one) => all + one.count, 0)
  return {
    href: href(`/rounds/${row.round}`),
    name: row.name,
    programme: row.programme.name,
    unit: row.unit?.name ?? t.notices.whole,
    count: formatCount(language, count),
    amount: amountOf(visit, row),
    stands: row.waiting.map(({ state, step_kind, count: some }) => {
      const what = step_kind === null ? t.cases.states[state] : t.casework.step[step_kind]
      const word = t.cases.tab({ what, count: formatCount(language, some) })
      return { kind: stateKinds[state], word }
    }),
  }
}

/** What its cases ask for; empty where there are none, or too many to add up at once. */
function amountOf({ language }: Visit, { totals }: Pick<Row, 'totals'>): string {
  return (totals ?? [])
    .map(({ amount, currency }) => formatMoney(language, amount, currency))
    .join(' · ')
}

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, ['programme'])
  const body = RoundsPage({
    t,
    language,
    list: listView(
      found,
      (found.found?.rounds ?? []).map((row) => roundView(visit, row)),
    ),
    tabs: hardshipTabs(visit, '/rounds'),
    open: visit.may(open) ? href('/rounds/new') : null,
  })
  return { title: t.rounds.title, body, place: 'hardship' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const round = Number(visit.c.req.param('round'))
  const row = visit.ask(show, { round })
  const found = listed(visit, listCases, ['step', 'state'], { round })
  const now = { state: found.values.state ?? '', step: found.values.step ?? '' }
  const view = roundView(visit, row)
  const [total] = found.found?.totals ?? []
  const body = RoundPage({
    t,
    language,
    title: row.name,
    breadcrumbs: [{ href: href('/rounds'), label: t.rounds.title }],
    done: doneOn(visit, {
      open: t.rounds.opened,
      take_in: t.rounds.taken_in,
      ...t.flow.done,
    }),
    particulars: [
      {
        term: t.rounds.programme,
        detail: <a href={href(`/programmes/${row.programme.programme}`)}>{row.programme.name}</a>,
      },
      ...(row.unit === null
        ? []
        : [
            {
              term: t.rounds.unit,
              detail: <a href={href(`/units/${row.unit.unit}`)}>{row.unit.name}</a>,
            },
          ]),
      { term: t.rounds.cases, detail: view.count },
      ...(view.amount === '' ? [] : [{ term: t.rounds.amount, detail: view.amount }]),
    ],
    waiting: waitingTabs(visit, row.waiting, now, found.href),
    atOnce: atOnce(visit, row),
    list: listView(
      found,
      (found.found?.cases ?? []).map((one) => caseView(visit, one)),
    ),
    total: total && found.found!.cases.length > 0 ? total.amount : undefined,
    acts:
      row.programme.open && visit.may(submitMany)
        ? [{ href: href(`/rounds/${round}/import`), label: t.rounds.take_in }]
        : [],
  })
  return { title: row.name, body, place: 'hardship' }
}

/** The forms of the rooms that take all cases of this list waiting at a step. */
function atOnce(visit: Visit, { round, waiting }: Row): LinkView[] {
  return waiting.flatMap(({ step_kind, count }) =>
    roundActs
      .filter(({ step }) => step === step_kind)
      .flatMap((act) => {
        const path = act.path(visit)
        if (path === null) return []
        return [{ href: visit.href(`${path}?round=${round}`), label: act.label(visit, count) }]
      }),
  )
}
