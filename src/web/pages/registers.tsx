/** The page of a register: the postings of an account in a fund, with the balance after each. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import { entryKindIn } from '../../../templates/messages/audit-words.ts'
import { RegisterPage } from '../../../templates/pages/register.tsx'
import type { RegisterRow } from '../../../templates/parts/register.tsx'
import { show as showFund } from '../../funds/funds.ts'
import { register } from '../../ledger/register-queries.ts'
import { accountRoles } from '../../ledger/roles.ts'
import { accountNames, nameOfAccount } from './entry-posted.ts'
import { mountPage, type Page } from './frame.tsx'
import { ownSide } from './ledger-places.ts'
import { listed, listView } from './listing.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of a register. */
export function mountRegisters(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/funds/:fund/register/:account', page)
}

type Found = z.output<(typeof register)['output']>

function page(visit: Visit): Page {
  const { t, language, organisation, c, href } = visit
  const fund = visit.ask(showFund, { fund: c.req.param('fund')! })
  const code = c.req.param('account')!
  const asked = { fund: fund.fund, account: code }
  const found = listed(visit, register, ['from_day'], asked)
  // What a filter refuses hides no account: the head is that of the newest page.
  const head = found.found ?? visit.ask(register, { ...asked, limit: 1 })
  const names = accountNames(visit)
  const title = `${code} ${nameOfAccount(head.account, language)}`
  const body = RegisterPage({
    t,
    language,
    organisation: organisation.name,
    instant: new Date(visit.desk.book.surroundings.now()).toISOString(),
    timeZone: organisation.time_zone,
    title,
    fund: fund.name,
    breadcrumbs: [
      { href: href('/funds'), label: t.funds.title },
      { href: href(`/funds/${fund.fund}`), label: fund.name },
    ],
    currency: head.currency,
    balance: ownSide(head.balance, head.account.class),
    money: holdsMoney(head.account.role),
    list: listView(
      found,
      (found.found?.rows ?? []).map((row) => registerRow(visit, row, head.account.class, names)),
    ),
  })
  return { title: t.ledger.register_of({ account: title, fund: fund.name }), body, place: 'funds' }
}

function holdsMoney(role: string | null): boolean {
  const roles: Readonly<Record<string, { readonly holding: string | null }>> = accountRoles
  return role !== null && roles[role]?.holding === 'money'
}

function registerRow(
  visit: Visit,
  row: Found['rows'][number],
  accountClass: string,
  names: ReadonlyMap<string, string>,
): RegisterRow {
  const { t } = visit
  const out = row.amount.startsWith('-')
  const mark =
    row.reverses !== null ? 'reversal' : row.reversed_by !== null ? 'reversed' : undefined
  return {
    day: row.day,
    serial: row.serial,
    text: entryKindIn(t, row.kind),
    note: [row.party?.name, row.note].filter(Boolean).join(' · ') || undefined,
    against: names.get(row.against),
    href: visit.href(`/entries/${row.entry}`),
    mark,
    ...(out ? { money_out: row.amount.slice(1) } : { money_in: row.amount }),
    balance: ownSide(row.balance, accountClass),
  }
}
