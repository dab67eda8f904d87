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
import { type Answer, mountPage } from './frame.tsx'
import { ownSide } from './ledger-places.ts'
import { listed, listView } from './listing.ts'
import { asksForFile, csvFile, fileLink, rowsInFile } from './table-file.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of a register. */
export function mountRegisters(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/funds/:fund/register/:account', page)
}

type Found = z.output<(typeof register)['output']>

function page(visit: Visit): Answer {
  const { t, language, organisation, c, href } = visit
  const fund = visit.ask(showFund, { fund: c.req.param('fund')! })
  const code = c.req.param('account')!
  const asked = { fund: fund.fund, account: code }
  const found = listed(visit, register, ['from_day'], asked)
  // What a filter refuses hides no account: the head is that of the newest page.
  const head = found.found ?? visit.ask(register, { ...asked, limit: 1 })
  const names = accountNames(visit)
  if (asksForFile(visit) && found.found) return fileOf(visit, found.values, asked, head, names)
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
    list: {
      ...listView(
        found,
        (found.found?.rows ?? []).map((row) => registerRow(visit, row, head.account.class, names)),
      ),
      exports: [fileLink(visit, found.values)],
    },
  })
  return { title: t.ledger.register_of({ account: title, fund: fund.name }), body, place: 'funds' }
}

/** The whole register as a file, from the day on that was asked for. */
function fileOf(
  visit: Visit,
  values: Readonly<Record<string, string>>,
  asked: { readonly fund: string; readonly account: string },
  { currency, account }: Pick<Found, 'currency' | 'account'>,
  names: ReadonlyMap<string, string>,
): Response {
  const { t } = visit
  const { parts } = t
  const fromDay = values.from_day ? { from_day: values.from_day } : {}
  const line = (row: Found['rows'][number]) => [
    row.day,
    row.serial,
    row.entry,
    entryKindIn(t, row.kind),
    row.party?.name ?? null,
    row.note,
    names.get(row.against) ?? row.against,
    ownSide(row.amount, account.class),
    ownSide(row.balance, account.class),
    currency,
  ]
  function* pages() {
    let cursor: string | null = null
    do {
      const from = cursor === null ? fromDay : { cursor }
      const page: Found = visit.ask(register, { ...asked, ...from, limit: rowsInFile })
      if (page.rows.length > 0) yield page.rows.map(line)
      cursor = page.next
    } while (cursor !== null)
  }
  const head = [parts.day, parts.serial, t.words.term.entry, parts.text, t.people.title]
  const rest = [t.payouts.note, parts.against, parts.amount, parts.balance, t.funds.currency]
  return csvFile(`register-${asked.fund}-${asked.account}`, [...head, ...rest], pages())
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
