/** The page of who may do what, made of the same lines as the file that reviewers read. */
import type { Hono } from 'hono'
import { actIn } from '../../../templates/messages/audit-words.ts'
import type { Messages } from '../../../templates/messages/messages.ts'
import {
  type PermissionGroupView,
  PermissionsPage,
  type PermissionView,
} from '../../../templates/pages/permissions.tsx'
import { type Reach, type Role, roles } from '../../book/registry.ts'
import { type Permission, permissionsOf } from '../permissions.ts'
import { mountPage, type Page } from './frame.tsx'
import type { Place } from './navigation.ts'
import type { Desk, Visit } from './visit.ts'

/** The rooms under which nouns stand, in the order of the navigation; the name of an act goes before its noun. */
export const permissionRooms: Readonly<Partial<Record<Place, readonly string[]>>> = {
  home: ['work', 'search'],
  funds: ['funds'],
  hardship: [
    'cases',
    'case_documents',
    'application_codes',
    'applications',
    'hardship_files',
    'programmes',
    'aid_events',
    'rounds',
    'caps',
    'sittings',
    'notices',
    'objections',
    'grievances',
    'awards',
    'allowances',
    'batches',
    'batch_lines',
    'clawbacks',
    'deliveries',
    'call_backs',
    'revisits',
    'follow_ups',
  ],
  pairing: [
    'coverage',
    'pairs',
    'matching',
    'helpers',
    'needs',
    'places',
    'pairing_codes',
    'visits',
    'care_events',
    'follow_ups.add',
    'follow_ups.finish',
    'follow_ups.list',
    'follow_ups.show',
    'agreements',
    'agreement_evidence',
    'variance_statements',
    'service_pledges',
    'service_posts',
    'post_holdings',
    'service_hours',
    'calendars',
  ],
  contributions: ['contributions', 'receipts', 'pledges'],
  payouts: ['payouts', 'payment_requests', 'commitments', 'grants.import'],
  transfers: ['transfers'],
  people: [
    'parties',
    'people',
    'units',
    'memberships',
    'households',
    'ties',
    'interests',
    'unsealings.open',
    'consents',
    'erasures',
  ],
  statements: ['statements', 'disbursements'],
  ledger: ['accounts', 'entries', 'registers', 'trial_balance', 'journal'],
  periods: ['periods'],
  audit: ['events', 'checkpoints', 'backups', 'unsealings', 'retention'],
  tasks: ['tasks'],
  settings: [
    'organisation',
    'policies',
    'users',
    'grants',
    'invitations',
    'second_factors',
    'sign_ins',
    'identity_providers',
    'tokens',
    'signing_keys',
    'vault',
  ],
}

/** Mounts it. */
export function mountPermissions(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/settings/permissions', permissionsPage)
}

function permissionsPage(visit: Visit): Page {
  const { t, language } = visit
  const chosen = roles.find((role) => role === visit.param('role'))
  const body = PermissionsPage({
    t,
    language,
    breadcrumbs: [{ href: visit.href('/settings'), label: t.shell.settings }],
    action: visit.href('/settings/permissions'),
    role: chosen ?? '',
    roles: roles.map((value) => ({ value, label: t.shell.role[value] })),
    groups: permissionGroups(visit, chosen ? [chosen] : roles),
  })
  return { title: t.permissions.title, body, place: 'settings' }
}

/** What some roles may, by rooms; rooms in which they may nothing are left out. */
export function permissionGroups(visit: Visit, among: readonly Role[]): PermissionGroupView[] {
  const { t } = visit
  const all = permissionsOf(visit.desk.registry)
    .map((one) => ({ ...one, may: one.may.filter((role) => among.includes(role)) }))
    .filter(({ may }) => may.length > 0)
  const rooms = Object.entries(permissionRooms) as [Place, readonly string[]][]
  const others = all.filter(({ reach }) => reach !== 'oneself')
  // The steps of signing in are nobody's to be given.
  const own = all.filter(({ reach, noun }) => reach === 'oneself' && noun !== 'sign_ins')
  return [
    ...rooms.map(([place, nouns]) => ({
      title: t.shell[place],
      rows: rowsOf(
        visit,
        others.filter((one) => roomOf(nouns, one, rooms)),
        among,
      ),
    })),
    { title: t.permissions.oneself, rows: rowsOf(visit, own, among) },
  ].filter(({ rows }) => rows.length > 0)
}

function roomOf(
  nouns: readonly string[],
  { name, noun }: Permission,
  rooms: readonly [Place, readonly string[]][],
): boolean {
  if (nouns.includes(name)) return true
  return nouns.includes(noun) && !rooms.some(([, others]) => others.includes(name))
}

/** A row for what the same roles may as far; in it what they see before what they do. */
function rowsOf(
  { t }: Visit,
  all: readonly Permission[],
  among: readonly Role[],
): PermissionView[] {
  const alike = Map.groupBy(all, ({ reach, may }) => [reach, ...may].join())
  return [...alike.values()].map((ones) => {
    const { may, reach } = ones[0]!
    const where = reachTold(t, reach)
    const what = { acts: actsTold(t, ones) }
    return among.length === 1
      ? { term: where, ...what }
      : { term: rolesTold(t, may), ...what, note: where }
  })
}

function actsTold(t: Messages, ones: readonly Permission[]): string[] {
  const { between, see, file, act } = t.permissions
  const of = (kind: Permission['kind']) =>
    [...new Set(ones.filter((one) => one.kind === kind).map((one) => whatOf(t, one)))].join(between)
  const [seen, files] = [of('query'), of('file')]
  return [
    ...(seen === '' ? [] : [see({ what: seen })]),
    ...(files === '' ? [] : [file({ what: files })]),
    ...ones
      .filter(({ kind }) => kind === 'command' || kind === 'page command')
      .map(({ name }) => capitalised(act({ done: actIn(t, name) }))),
  ]
}

function whatOf({ permissions: { what } }: Messages, { name, noun }: Permission): string {
  return what[name] ?? what[noun] ?? noun
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function rolesTold(t: Messages, may: readonly Role[]): string {
  if (may.length === roles.length) return t.permissions.everybody
  return may.map((role) => t.shell.role[role]).join(' · ')
}

function reachTold({ permissions }: Messages, reach: Reach): string {
  return { units: permissions.in_units, organisation: permissions.whole, oneself: permissions.own }[
    reach
  ]
}
