/** Pages of periods: the months of the book, one of them, and the acts that close and reopen it. */
import type { Hono } from 'hono'
import {
  PeriodAbout,
  PeriodPage,
  PeriodsPage,
  type PeriodView,
} from '../../../templates/pages/periods.tsx'
import { formatMonth } from '../../../templates/parts/format.ts'
import { Instant } from '../../../templates/parts/time.tsx'
import type { MilestoneView } from '../../../templates/parts/timeline.tsx'
import type { AnyCommand } from '../../book/registry.ts'
import { type Month, monthRange } from '../../kit/day.ts'
import { close, decline, reopen, request } from '../../ledger/commands.ts'
import { periods as list, period as show } from '../../ledger/period-queries.ts'
import { doneOn } from './done.ts'
import type { FieldSpec } from './fields.ts'
import { type FormSpec, mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { actorName } from './recorded-by.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of periods. */
export function mountPeriods(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/periods', listPage)
  mountPage(app, desk, '/periods/:month{[0-9]{4}-[0-9]{2}}', onePage)
  mountForm(app, desk, {
    ...onMonth(close, 'closing', (t) => [t.periods.close_lead, t.periods.close_undo]),
    title: (t, visit) => t.periods.close_month(monthNamed(visit)),
    button: (t, visit) => t.periods.close_month(monthNamed(visit)),
  })
  mountForm(app, desk, {
    ...onMonth(request, 'reopening-request', (t) => [t.periods.request_lead]),
    title: (t, visit) => t.periods.request_month(monthNamed(visit)),
    button: (t) => t.periods.do_request,
    fields: [
      reason(
        (t) => t.periods.reason,
        (t) => t.periods.reason_hint,
      ),
    ],
  })
  mountForm(app, desk, {
    ...onMonth(reopen, 'reopening', (t) => [t.periods.reopen_lead]),
    title: (t, visit) => t.periods.reopen_month(monthNamed(visit)),
    button: (t, visit) => t.periods.reopen_month(monthNamed(visit)),
  })
  mountForm(app, desk, {
    ...onMonth(decline, 'declining', (t) => [t.periods.decline_lead]),
    title: (t, visit) => t.periods.decline_month(monthNamed(visit)),
    button: (t) => t.periods.do_decline,
    fields: [reason((t) => t.periods.decline_reason)],
  })
}

function reason(label: FieldSpec['label'], hint?: FieldSpec['label']): FieldSpec {
  return { name: 'reason', kind: 'long_text', label, ...(hint ? { hint } : {}) }
}

type MonthAct = 'closing' | 'reopening-request' | 'reopening' | 'declining'

/** What the forms on a month share. No money moves: what it means stands above the button, once. */
function onMonth<C extends AnyCommand>(
  command: C,
  act: MonthAct,
  sentences: (t: Visit['t']) => readonly string[],
) {
  return {
    path: `/periods/:month/${act}`,
    command,
    place: 'periods',
    fields: [] as readonly FieldSpec[],
    checked: false,
    about: (visit: Visit) => {
      const row = periodAsked(visit)
      return PeriodAbout({
        t: visit.t,
        language: visit.language,
        entries: row.entries,
        ...linksOf(visit, row.month),
        request: requestOf(visit, row),
        sentences: sentences(visit.t),
      })
    },
    done: ({ month }) => `/periods/${month}?done=${act}`,
  } satisfies Partial<FormSpec<AnyCommand>>
}

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const { periods } = visit.ask(list, {})
  const rows = periods.map((row) => periodView(visit, row))
  return {
    title: t.periods.title,
    body: PeriodsPage({ t, language, rows }),
    place: 'periods',
  }
}

type PeriodRow = ReturnType<typeof periodAsked>

function periodAsked(visit: Visit) {
  return visit.ask(show, { month: visit.c.req.param('month')! })
}

function monthNamed(visit: Visit): { month: string } {
  return { month: formatMonth(visit.language, periodAsked(visit).month) }
}

function linksOf({ href }: Visit, month: string) {
  const { from, to } = monthRange(month as Month)
  return {
    journal: href(`/ledger/entries?from=${from}&to=${to}`),
    trialBalance: href(`/ledger/trial-balance?as_of=${to}`),
  }
}

function periodView(visit: Visit, row: Omit<PeriodRow, 'acts'>): PeriodView {
  const { t } = visit
  const kinds = { open: 'active', closed: 'done', reopening_requested: 'waiting' } as const
  const running = row.state === 'open' && !row.closable
  return {
    href: visit.href(`/periods/${row.month}`),
    month: row.month,
    state: running
      ? { kind: 'active', word: t.periods.running }
      : { kind: kinds[row.state], word: t.words.period_state[row.state] },
    entries: row.entries,
    journal: linksOf(visit, row.month).journal,
    last: row.last_act && whoAndWhen(visit, row.last_act),
    action: actionOf(visit, row),
  }
}

function whoAndWhen(visit: Visit, { actor, at }: NonNullable<PeriodRow['last_act']>) {
  const { language, organisation } = visit
  const instant = new Date(at).toISOString()
  const when = Instant({ language, instant, timeZone: organisation.time_zone })
  return { who: actorName(visit, actor), when }
}

/** The one next act that this reader may do on a month. */
function actionOf(visit: Visit, row: Omit<PeriodRow, 'acts'>): PeriodView['action'] {
  const { periods } = visit.t
  const path = visit.href(`/periods/${row.month}`)
  if (row.may_close) return { href: `${path}/closing`, label: periods.close }
  if (row.may_decide) return { href: path, label: periods.decide }
  if (row.state === 'closed' && visit.may(request)) {
    return { href: `${path}/reopening-request`, label: periods.request }
  }
  return null
}

/** The request that waits for a second person. */
function requestOf(visit: Visit, { state, last_act }: Omit<PeriodRow, 'acts'>) {
  if (state !== 'reopening_requested' || !last_act) return null
  return { who: actorName(visit, last_act.actor), reason: last_act.reason ?? '' }
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = periodAsked(visit)
  const path = visit.href(`/periods/${row.month}`)
  const asked = requestOf(visit, row)
  const done: Readonly<Record<MonthAct, string>> = {
    closing: t.periods.closed_done,
    'reopening-request': t.periods.requested_done,
    reopening: t.periods.reopened_done,
    declining: t.periods.declined_done,
  }
  const body = PeriodPage({
    t,
    language,
    period: periodView(visit, row),
    breadcrumbs: [{ href: visit.href('/periods'), label: t.periods.title }],
    done: doneOn(visit, done),
    trialBalance: linksOf(visit, row.month).trialBalance,
    path: row.acts.map((act) => milestoneOf(visit, act, act === row.acts[0])).reverse(),
    request: asked && {
      ...asked,
      own: row.last_act?.actor === visit.caller.actor,
      reopen: row.may_decide ? `${path}/reopening` : null,
      decline: row.may_decide ? `${path}/declining` : null,
    },
  })
  return { title: formatMonth(language, row.month), body, place: 'periods' }
}

function milestoneOf(visit: Visit, act: PeriodRow['acts'][number], newest: boolean): MilestoneView {
  const waits = newest && act.act === 'reopening_requested'
  return {
    title: visit.t.periods.acts[act.act],
    state: waits ? 'current' : act.act === 'reopening_declined' ? 'stopped' : 'done',
    ...whoAndWhen(visit, act),
    ...(act.reason === null ? {} : { detail: act.reason }),
  }
}
