/** Pages of contributions: the list, and one with its entry, its receipts and its path. */
import type { Hono } from 'hono'
import { ContributionPage } from '../../../templates/pages/contribution.tsx'
import { ContributionsPage } from '../../../templates/pages/contributions.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { contributionStates, list, show } from '../../funds/contribution-queries.ts'
import { identify, receive, refund } from '../../funds/contributions.ts'
import { list as listReceipts } from '../../funds/receipt-queries.ts'
import { give } from '../../funds/receipts.ts'
import { reverse } from '../../funds/reversals.ts'
import { mountContributionForms, sourceOptions } from './contribution-forms.tsx'
import { contributionPath } from './contribution-path.ts'
import {
  type ContributionShown,
  contributionFacts,
  contributionTabs,
  contributionView,
  fundOptions,
  receiptView,
  someRefunded,
} from './contribution-views.ts'
import { doneOn } from './done.ts'
import { entryLink, entryView } from './entry-posted.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView, sortOf } from './listing.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of contributions. */
export function mountContributions(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/contributions', listPage)
  mountContributionForms(app, desk)
  mountPage(app, desk, '/contributions/:contribution{[0-9]+}', onePage)
}

const filters = ['q', 'fund', 'source', 'form', 'state', 'from', 'to', 'sort', 'order'] as const

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, filters)
  const rows = found.found?.contributions ?? []
  const totals = found.found?.totals ?? []
  const body = ContributionsPage({
    t,
    language,
    tabs: contributionTabs(visit, 'contributions'),
    list: listView(
      found,
      rows.map((row) => contributionView(visit, row)),
    ),
    sort: { day: sortOf(found, 'day', 'day'), amount: sortOf(found, 'amount', 'day') },
    funds: fundOptions(visit),
    sources: sourceOptions(t, true),
    forms: (['bank', 'cash', 'in_kind'] as const).map((value) => ({
      value,
      label: t.words.form[value],
    })),
    states: contributionStates.map((value) => ({ value, label: t.contributions.states[value] })),
    total: found.filtered && totals.length === 1 ? totals[0]!.amount : undefined,
    record: visit.may(receive) ? visit.href('/contributions/new') : null,
  })
  return { title: t.contributions.title, body, place: 'contributions' }
}

function onePage(visit: Visit): Page {
  const { t, language } = visit
  const row = visit.ask(show, { contribution: Number(visit.c.req.param('contribution')) })
  const { contribution } = row
  // A contribution has a receipt or two; one more for each identification that turned out wrong.
  const { receipts } = visit.ask(listReceipts, { q: String(contribution), limit: 100 })
  const done = t.contributions.done
  const body = ContributionPage({
    t,
    language,
    contribution: contributionFacts(visit, row),
    breadcrumbs: [{ href: visit.href('/contributions'), label: t.contributions.title }],
    entry: entryView(visit, row.entry),
    entryLink: entryLink(visit, row.entry),
    receipts: receipts.map((receipt) => receiptView(visit, receipt)),
    path: contributionPath(visit, row),
    done: doneOn(visit, done),
    another:
      visit.param('done') === 'receive' && visit.may(receive)
        ? visit.href(`/contributions/new?fund=${row.fund}`)
        : null,
    acts: actsOn(visit, row),
    reverse:
      row.reversed_by === null && visit.may(reverse)
        ? visit.href(`/entries/${row.entry}/reversal`)
        : null,
  })
  return { title: t.contributions.one(row), body, place: 'contributions' }
}

/** What the reader may do with a contribution: what it waits for, and a refund. */
function actsOn(visit: Visit, row: ContributionShown) {
  const { t } = visit
  if (row.reversed_by !== null || row.refunded === row.amount) return []
  const known = row.source !== 'unidentified'
  const here = visit.href(`/contributions/${row.contribution}`)
  const acts: (LinkView & { next: boolean })[] = []
  if (!known && !someRefunded(row) && visit.may(identify)) {
    acts.push({ href: `${here}/identification`, label: t.contributions.identify, next: true })
  }
  if (known && row.receipt === null && visit.may(give)) {
    acts.push({ href: `${here}/receipt`, label: t.receipts.give, next: true })
  }
  if (visit.may(refund)) {
    acts.push({ href: `${here}/refund`, label: t.contributions.refund, next: false })
  }
  return acts
}
