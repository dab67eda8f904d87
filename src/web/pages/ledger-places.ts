/** The pages of the ledger beside each other: the chart, the journal, the trial balance. */
import type { LinkView } from '../../../templates/parts/content.ts'
import type { Visit } from './visit.ts'

type LedgerPlace = 'chart_of_accounts' | 'journal' | 'trial_balance'

const paths: Readonly<Record<LedgerPlace, string>> = {
  chart_of_accounts: '/ledger',
  journal: '/ledger/entries',
  trial_balance: '/ledger/trial-balance',
}

/** The ways between them, from one of them. */
export function ledgerPlaces(
  { t, href }: Visit,
  here: LedgerPlace,
): (LinkView & { readonly current: boolean })[] {
  return Object.entries(paths).map(([place, path]) => ({
    href: href(path),
    label: t.words.term[place as LedgerPlace],
    current: place === here,
  }))
}

const creditClasses = ['liability', 'net_assets', 'income']

/** A debit-positive balance as its account states it: credits above zero where credits are its own side. */
export function ownSide(balance: string, accountClass: string): string {
  if (!creditClasses.includes(accountClass) || !/[1-9]/.test(balance)) return balance
  return balance.startsWith('-') ? balance.slice(1) : `-${balance}`
}
