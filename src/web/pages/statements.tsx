/** Pages of disbursement statements: the list, one with its files and what changed since, the issue of one. */
import type { Hono } from 'hono'
import {
  type ChangesView,
  StatementPage,
  StatementPreview,
  StatementsPage,
  type StatementView,
} from '../../../templates/pages/statements.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { languageNames } from '../../../templates/parts/shell.tsx'
import { list as listFunds, show as showFund } from '../../funds/funds.ts'
import { disbursements } from '../../hardship/reports/disbursements.ts'
import { isDay } from '../../kit/day.ts'
import { issue } from '../../statements/commands.ts'
import { changes, list, show } from '../../statements/queries.ts'
import { beginStatements } from '../../tasks/commands.ts'
import { type StatementFormat, statementFormats } from '../downloads.ts'
import type { Asked, FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import { mountPage, type Page } from './frame.tsx'
import { pageLanguages } from './language.ts'
import { listed, listView } from './listing.ts'
import { usualPeriods } from './usual-periods.ts'
import type { Desk, Visit } from './visit.ts'

const fields: readonly FieldSpec[] = [
  { name: 'fund', kind: 'fund', label: (t) => t.statements.fund },
  { name: 'from', kind: 'day', label: (t) => t.statements.from },
  { name: 'to', kind: 'day', label: (t) => t.statements.to },
  {
    name: 'language',
    kind: 'radios',
    label: (t) => t.statements.language,
    hint: (t) => t.statements.language_hint,
    options: () => pageLanguages.map((value) => ({ value, label: languageNames[value] })),
  },
]

/** Mounts the pages of statements. */
export function mountStatements(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/statements', listPage)
  mountForm(app, desk, {
    path: '/statements/new',
    command: issue,
    place: 'statements',
    title: (t) => t.statements.issue,
    lead: (t) => t.statements.issue_lead,
    fields,
    begin: beginning,
    beside: preview,
    button: (t) => t.statements.do_issue,
    done: ({ statement }) => `/statements/${statement}?done=issue`,
  })
  mountPage(app, desk, '/statements/:statement', onePage)
}

/** The last month that is over. */
function beginning(visit: Visit): Record<string, string> {
  const [month] = usualPeriods(visit.today)
  return { from: month!.from, to: month!.to, language: visit.language }
}

function preview({ visit, values, t }: Asked, on: 'questions' | 'answers') {
  const { fund = '', from = '', to = '', language = '' } = values
  const ready = fund !== '' && isDay(from) && isDay(to) && from <= to
  const query = (given: Record<string, string>) => new URLSearchParams(given).toString()
  const at = (code: string) => visit.href(`/funds/${code}/statement-preview.html`)
  return StatementPreview({
    t,
    periods: (on === 'questions' ? usualPeriods(visit.today) : []).map(({ name, ...period }) => ({
      href: `${visit.href('/statements/new')}?${query({ ...values, ...period })}`,
      label: t.statements[name],
    })),
    preview: ready
      ? `${at(fund)}?${query({ from, to, language: language || visit.language })}`
      : null,
    template: `${at('{fund}')}?from={from}&to={to}&language={language}`,
  })
}

function listPage(visit: Visit): Page {
  const { t, language, organisation } = visit
  const found = listed(visit, list, ['fund'])
  const { funds } = visit.ask(listFunds, { state: 'all' })
  const names = new Map(funds.map(({ fund, name }) => [fund, name]))
  const rows = found.found?.statements ?? []
  const body = StatementsPage({
    t,
    language,
    timeZone: organisation.time_zone,
    list: listView(
      found,
      rows.map((row) => statementView(visit, row, names.get(row.fund) ?? row.fund)),
    ),
    funds: funds.map(({ fund, name }) => ({ value: fund, label: name })),
    issue: visit.may(issue) ? visit.href('/statements/new') : null,
    issueMany: visit.may(beginStatements) ? visit.href('/tasks/statements') : null,
    disbursements: visit.may(disbursements) ? visit.href('/disbursements') : null,
  })
  return { title: t.statements.title, body, place: 'statements' }
}

interface StatementRow {
  readonly statement: string
  readonly fund: string
  readonly from: string
  readonly to: string
  readonly issued_at: number
}

function statementView(visit: Visit, row: StatementRow, fundName: string): StatementView {
  return {
    href: visit.href(`/statements/${row.statement}`),
    number: row.statement,
    fund: { href: visit.href(`/funds/${row.fund}`), label: fundName },
    from: row.from,
    to: row.to,
    issued: new Date(row.issued_at).toISOString(),
  }
}

function onePage(visit: Visit): Page {
  const { t, language, organisation, caller } = visit
  const number = visit.c.req.param('statement')!
  const row = visit.ask(show, { statement: number })
  const { name, currency } = visit.ask(showFund, { fund: row.fund })
  const changed = changesView(visit, number)
  const period = new URLSearchParams({ fund: row.fund, from: row.from, to: row.to })
  const body = StatementPage({
    t,
    language,
    timeZone: organisation.time_zone,
    statement: statementView(visit, row, name),
    currency,
    breadcrumbs: [{ href: visit.href('/statements'), label: t.statements.title }],
    done: visit.param('done') === 'issue' ? t.statements.issued : undefined,
    known: row.known_at,
    digest: row.digest,
    earlier:
      row.since === null
        ? null
        : { href: visit.href(`/statements/${row.since}`), label: row.since },
    editions: [
      { name: t.words.edition.masked, files: filesOf(visit, number, 'masked') },
      ...(caller.readsNames
        ? [{ name: t.words.edition.named, files: filesOf(visit, number, 'named') }]
        : []),
    ],
    changes: changed,
    again: visit.may(issue) ? `${visit.href('/statements/new')}?${period}` : null,
    verify: `care-ledger verify ${number}-${language}.pdf --key public-keys.json`,
    keyFile: { href: visit.href('/audit/public-keys.json'), label: 'public-keys.json' },
  })
  return { title: number, body, place: 'statements' }
}

function filesOf(visit: Visit, number: string, edition: 'masked' | 'named'): LinkView[] {
  const file = (format: StatementFormat) => {
    const query = new URLSearchParams({ language: visit.language, edition })
    return `${visit.href(`/statements/${number}.${format}`)}?${query}`
  }
  return statementFormats.map((format) => ({
    href: file(format),
    label: visit.t.statements[format],
  }))
}

/** What changed in the statement's period since it was issued; null when nothing did. */
function changesView(visit: Visit, statement: string): ChangesView | null {
  const found = visit.ask(changes, { statement })
  if (found.added.length === 0 && found.reversed.length === 0) return null
  return {
    added: found.added.length,
    reversed: found.reversed.length,
    receipts: found.receipts_delta,
    payments: found.payments_delta,
  }
}
