/** Accounts of the chart. They are witnessed and never change; an account is added, never altered. */
import type { Row } from '../../db/schema.ts'
import type { Act } from '../book/registry.ts'
import type { AccountId } from '../kit/ids.ts'
import { build, insert, nextId, prepare, rows, steady } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Chart } from './charts/chart.ts'
import { accountExists, accountUnknown, roleMissing } from './refusals.ts'
import { type AccountClass, type AccountRole, accountRoles, type Holding } from './roles.ts'

export type Account = Row<'account'>

const byRole = prepare((p: { role: string }) =>
  build.selectFrom('account').selectAll().where('role', '=', p.role),
)
const byCode = prepare((p: { code: string }) =>
  build.selectFrom('account').selectAll().where('code', '=', p.code),
)
const byId = prepare((p: { id: AccountId }) =>
  build.selectFrom('account').selectAll().where('id', '=', p.id),
)
const all = prepare<Record<never, never>, Account>(() =>
  build.selectFrom('account').selectAll().orderBy('code'),
)

/** All accounts by code. */
export function listAccounts(reader: Reader): Account[] {
  return rows(reader, all, {})
}

/** The account that plays a role. Refuses `account.role_missing`. */
export function accountInRole(reader: Reader, role: AccountRole): Account {
  const found = steady(reader, byRole, { role })
  if (!found) throw roleMissing({ role })
  return found
}

/** The account with a code, or undefined. */
export function findAccount(reader: Reader, code: string): Account | undefined {
  return steady(reader, byCode, { code })
}

/** The account with a code. Refuses `account.unknown`. */
export function accountWithCode(reader: Reader, code: string): Account {
  const found = findAccount(reader, code)
  if (!found) throw accountUnknown({ account: code })
  return found
}

/** The account with an id that stands in the book. */
export function accountById(reader: Reader, accountId: AccountId): Account {
  const found = steady(reader, byId, { id: accountId })
  if (!found) throw accountUnknown({ account: String(accountId) })
  return found
}

export interface NewAccount {
  readonly code: string
  readonly role: AccountRole | null
  readonly class: AccountClass
  readonly holding: Holding | null
  readonly floor: -1 | 0 | 1
  readonly name: string
  readonly nameHans: string | null
  readonly nameHant: string | null
}

/** Adds an account. Refuses `account.exists`. */
export function addAccount(act: Act, account: NewAccount): Account {
  if (findAccount(act, account.code)) throw accountExists({ code: account.code })
  const row: Account = {
    id: nextId(act, 'account'),
    code: account.code,
    role: account.role,
    class: account.class,
    holding: account.holding,
    floor: account.floor,
    name: account.name,
    name_hans: account.nameHans,
    name_hant: account.nameHant,
    event_seq: act.seq,
  }
  insert(act, 'account', row)
  return row
}

/** Adds all accounts of a chart to a new book. */
export function addChart(act: Act, chart: Chart): void {
  for (const role of Object.keys(accountRoles) as AccountRole[]) {
    addAccount(act, { ...chart.accounts[role], ...accountRoles[role], role })
  }
}
