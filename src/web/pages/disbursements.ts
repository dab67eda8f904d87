/** What was given out in a period: by fund, unit, category and programme. */
import type { Hono } from 'hono'
import {
  type DisbursementLineView,
  DisbursementsPage,
} from '../../../templates/pages/disbursements.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import { list as listFunds } from '../../funds/funds.ts'
import { list as listPayouts } from '../../funds/payout-queries.ts'
import { disbursements } from '../../hardship/reports/disbursements.ts'
import { type Answer, mountPage } from './frame.tsx'
import { listed } from './listing.ts'
import { unitNames } from './people-tabs.ts'
import { asksForFile, csvFile, fileLink } from './table-file.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page. */
export function mountDisbursements(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/disbursements', page)
}

type Row = ReturnType<typeof disbursements.run>['rows'][number]

function page(visit: Visit): Answer {
  const { t, language, organisation, today } = visit
  // Without a period the year so far.
  const usual = { from: `${today.slice(0, 4)}-01-01`, to: today }
  const asked = {
    ...(visit.param('from') === '' ? { from: usual.from } : {}),
    ...(visit.param('to') === '' ? { to: usual.to } : {}),
  }
  const found = listed(visit, disbursements, ['from', 'to', 'fund', 'unit'], {
    limit: undefined,
    ...asked,
  })
  const values = { ...found.values, ...asked }
  const { rows, totals } = found.found ?? { rows: [], totals: [] }
  if (asksForFile(visit)) return fileOf(visit, rows)
  const period = (day: string) => (/^\d{4}-\d\d-\d\d$/.test(day) ? formatDay(language, day) : day)
  const title = t.disbursements.title
  const body = DisbursementsPage({
    t,
    language,
    organisation: organisation.name,
    instant: new Date(visit.desk.book.surroundings.now()).toISOString(),
    timeZone: organisation.time_zone,
    action: found.action,
    values,
    filtered: found.filtered,
    told: found.told,
    period: t.disbursements.period({ from: period(values.from!), to: period(values.to!) }),
    funds: visit.ask(listFunds, { state: 'all' }).funds.map(({ fund, name }) => ({
      value: fund,
      label: name,
    })),
    units: [...unitNames(visit)].map(([value, label]) => ({ value, label })),
    lines: rows.map((row) => lineView(visit, row, values)),
    totals,
    exports: rows.length === 0 ? [] : [fileLink(visit, values)],
  })
  return { title, body, place: 'statements' }
}

function lineView(
  visit: Visit,
  row: Row,
  { from, to }: Readonly<Record<string, string>>,
): DisbursementLineView {
  const { t } = visit
  const search = new URLSearchParams({
    fund: row.fund,
    category: row.category,
    from: from!,
    to: to!,
  })
  return {
    fund: row.fund_name,
    unit: row.unit_name ?? t.disbursements.whole,
    category: t.words.payout_category[row.category],
    programme: row.programme_name ?? t.disbursements.no_case,
    currency: row.currency,
    payments: row.payments,
    helped: row.helped,
    paid: row.paid,
    returned: row.returned,
    net: row.net,
    goods: row.goods,
    href: visit.may(listPayouts) ? visit.href(`/payouts?${search}`) : undefined,
  }
}

function fileOf({ t }: Visit, rows: readonly Row[]): Response {
  const { disbursements: told, funds } = t
  const head = [
    told.fund,
    told.unit,
    told.category,
    told.programme,
    funds.currency,
    told.payments,
    told.helped,
    told.paid,
    told.returned,
    told.net,
    told.goods,
  ]
  const lines = rows.map((row) => [
    row.fund_name,
    row.unit_name ?? told.whole,
    t.words.payout_category[row.category],
    row.programme_name ?? told.no_case,
    row.currency,
    row.payments,
    row.helped,
    row.paid,
    row.returned,
    row.net,
    row.goods,
  ])
  return csvFile('disbursements', head, [lines].values())
}
