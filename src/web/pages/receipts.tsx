/** The page of receipts. Each of them as a PDF is mounted with the other files. */
import type { Hono } from 'hono'
import { ReceiptsPage } from '../../../templates/pages/receipts.tsx'
import { list, receiptStates } from '../../funds/receipt-queries.ts'
import { give } from '../../funds/receipts.ts'
import { contributionTabs, fundOptions, receiptView } from './contribution-views.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of receipts. */
export function mountReceipts(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/receipts', listPage)
}

const filters = ['q', 'fund', 'state', 'from', 'to'] as const

function listPage(visit: Visit): Page {
  const { t, language } = visit
  const found = listed(visit, list, filters)
  const rows = found.found?.receipts ?? []
  const words = { standing: t.receipts.stands, void: t.receipts.void }
  const body = ReceiptsPage({
    t,
    language,
    tabs: contributionTabs(visit, 'receipts'),
    list: listView(
      found,
      rows.map((row) => receiptView(visit, row)),
    ),
    funds: fundOptions(visit),
    states: receiptStates.map((value) => ({ value, label: words[value] })),
    waiting: visit.may(give) ? visit.href('/contributions?state=without_receipt') : null,
  })
  return { title: t.receipts.title, body, place: 'contributions' }
}
