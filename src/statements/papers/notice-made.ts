/** A public notice for paper, from the list as it was frozen when it was put up. */
import { messages } from '../../../templates/messages/messages.ts'
import { detailErased } from '../../book/refusals.ts'
import type { View } from '../../book/registry.ts'
import { endOfNotice, noticeWithId } from '../../hardship/notices/rows.ts'
import { type SheetRow, sheetOf } from '../../hardship/notices/sheet.ts'
import { parseAmount } from '../../kit/money.ts'
import type { StatementLanguage } from '../statement.ts'
import type { NoticeLine, NoticeSheet } from './notice-sheet.ts'
import { frameFor } from './paper-made.ts'

/** The reference of a notice: `N-` and at least six digits. */
function noticeRef(id: number): string {
  return `N-${String(id).padStart(6, '0')}`
}

/** A notice for paper. Refuses `notice.unknown`, and `detail.erased` once its list has been erased. */
export function noticePaper(view: View, id: number, language: StatementLanguage): NoticeSheet {
  const notice = noticeWithId(view, id)
  const sheet = sheetOf(view, notice)
  const number = noticeRef(notice.id)
  if (sheet === undefined) throw detailErased({ what: number })
  const end = endOfNotice(view, notice.id)
  return {
    format: 'care-ledger/printed-notice@1',
    frame: frameFor(view, { number, mark: 'public', language }),
    title: sheet.title,
    basis: sheet.basis,
    issuer: sheet.issuer,
    put_up_on: sheet.put_up_on,
    first_on: sheet.first_on,
    last_on: sheet.last_on,
    days: sheet.days,
    counted_in: sheet.counted_in,
    currency: sheet.currency,
    lines: sheet.rows.map((row) => lineOf(row, sheet.currency, language)),
    contact: sheet.contact,
    list_digest: notice.digest,
    ended: end ? { outcome: end.outcome, on: end.ended_on } : null,
  }
}

function lineOf(row: SheetRow, currency: string, language: StatementLanguage): NoticeLine {
  const expenses: Readonly<Record<string, string>> = messages[language].words.payout_category
  const expense = row.category === null ? null : (expenses[row.category] ?? row.category)
  const amount = row.amount === null ? null : parseAmount(row.amount, currency) * row.instalments
  return {
    serial: row.serial,
    name: row.name,
    branch: row.unit,
    category: row.cause?.[language] ?? expense,
    amount_minor: amount,
    instalments: row.instalments,
  }
}
