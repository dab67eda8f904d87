/** The journal entry that an act posts, as pages show it. */

import type { z } from 'zod'
import type { EntryView } from '../../../templates/pages/check.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { entry as showEntry } from '../../ledger/entry-queries.ts'
import { accounts as listAccounts } from '../../ledger/queries.ts'
import { fundLink } from './fund-link.ts'
import type { PageLanguage } from './language.ts'
import type { Visit } from './visit.ts'

/** The entry that a command's output names, or null when it posted none. */
export function entryPosted(visit: Visit, output: unknown): EntryView | null {
  const id = (output as { entry?: unknown }).entry
  if (typeof id !== 'number') return null
  // Nothing leads away from what is not posted yet.
  return entryShown(visit, visit.ask(showEntry, { entry: id }), () => undefined)
}

/** An entry of the book with the names of its accounts, which lead to their registers. */
export function entryView(visit: Visit, id: number): EntryView {
  return viewOfEntry(visit, visit.ask(showEntry, { entry: id }))
}

/** The same for who may see entries. */
export function entryViewIfMay(visit: Visit, id: number): EntryView | undefined {
  return visit.may(showEntry) ? entryView(visit, id) : undefined
}

/** The same of an entry that was asked for already. */
export function viewOfEntry(visit: Visit, entry: Entry): EntryView {
  return entryShown(visit, entry, (fund, code) => registerPath(visit, fund, code))
}

type Entry = z.output<(typeof showEntry)['output']>

function entryShown(
  visit: Visit,
  { effective_on, kind, postings, accounts }: Entry,
  registerOf: (fund: string, code: string) => string | undefined,
): EntryView {
  const names = new Map(
    accounts.map((account) => [account.account, nameOfAccount(account, visit.language)]),
  )
  return {
    day: effective_on,
    kind,
    postings: postings.map(({ debit, credit, fund, serial, amount, currency }) => {
      const named = (code: string) => ({
        code,
        name: names.get(code)!,
        href: registerOf(fund, code),
      })
      const { label } = fundLink(visit, fund)
      return { fund: label, serial, debit: named(debit), credit: named(credit), amount, currency }
    }),
  }
}

/** The register of an account in a fund. */
export function registerPath(visit: Visit, fund: string, code: string): string {
  return visit.href(`/funds/${fund}/register/${encodeURIComponent(code)}`)
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
