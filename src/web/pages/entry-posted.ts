/** The journal entry that an act posts, as pages show it. */

import type { EntryView } from '../../../templates/pages/check.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { entry as showEntry } from '../../ledger/entry-queries.ts'
import { accounts as listAccounts } from '../../ledger/queries.ts'
import type { PageLanguage } from './language.ts'
import type { Visit } from './visit.ts'

/** The entry that a command's output names, or null when it posted none. */
export function entryPosted(visit: Visit, output: unknown): EntryView | null {
  const id = (output as { entry?: unknown }).entry
  return typeof id === 'number' ? entryView(visit, id) : null
}

/** An entry of the book with the names of its accounts. */
export function entryView(visit: Visit, id: number): EntryView {
  const { postings, effective_on, kind } = visit.ask(showEntry, { entry: id })
  const names = accountNames(visit)
  return {
    day: effective_on,
    kind,
    postings: postings.map(({ debit, credit, fund, serial, amount, currency }) => ({
      fund,
      serial,
      debit: { code: debit, name: names.get(debit)! },
      credit: { code: credit, name: names.get(credit)! },
      amount,
      currency,
    })),
  }
}

/** The names of all accounts by their codes, in the reader's language. */
export function accountNames(visit: Visit): Map<string, string> {
  const { accounts } = visit.ask(listAccounts, {})
  return new Map(
    accounts.map((account) => [account.account, nameOfAccount(account, visit.language)]),
  )
}

/** An account's name in a language; its own name where the chart has none. */
export function nameOfAccount(
  account: { name: string; name_hans: string | null; name_hant: string | null },
  language: PageLanguage,
): string {
  if (language === 'zh-Hans') return account.name_hans ?? account.name
  return (language === 'zh-Hant' ? account.name_hant : null) ?? account.name
}

/** The way to an entry's own page. */
export function entryLink(visit: Visit, entry: number): LinkView {
  return { href: visit.href(`/entries/${entry}`), label: visit.t.lists.entry({ entry }) }
}
