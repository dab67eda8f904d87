/** Where each route of the app can be seen: a table that has to name every one, or say what it is instead. */
import { adoptPreset, put } from '../../src/access/policies.ts'
import { connect } from '../../src/access/providers.ts'
import { create as createUser } from '../../src/access/users.ts'
import { request } from '../../src/funds/payment-requests.ts'
import { give as giveReceipt } from '../../src/funds/receipts.ts'
import { close, request as requestReopening } from '../../src/ledger/commands.ts'
import { register, status } from '../../src/people/commands.ts'
import { form } from '../../src/people/household-commands.ts'
import { declare } from '../../src/people/interest-commands.ts'
import { begin } from '../../src/people/membership-commands.ts'
import { add as addTie } from '../../src/people/tie-commands.ts'
import { add, revise } from '../../src/people/unit-commands.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { issue } from '../../src/statements/commands.ts'
import {
  beginPeopleCheck,
  beginPeopleImport,
  beginVerification,
  end,
} from '../../src/tasks/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { addToken } from '../web/site.ts'
import { dataPages, personalData } from './data-places.ts'
import { hardshipPages, noHardshipPages } from './hardship-places.ts'
import { hardshipScene } from './hardship-scene.ts'
import { noPairingPages, pairingPages } from './pairing-places.ts'
import { pairingScene } from './pairing-scene.ts'

/** Adds to `scene` what some pages are about: a receipt, a statement, a reopening asked for, a task. */
export function furnished(t: TestBook): void {
  t.does(giveReceipt, { contribution: 2 })
  t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
  t.does(close, { month: '2026-02' })
  t.does(requestReopening, { month: '2026-01', reason: 'A gift was missed' })
  t.does(beginVerification, {})
  t.does(adoptPreset, { preset: 'party_branch', kinds: ['notice', 'tiers', 'caps', 'calendar'] })
  addToken(t, 'accounts', { role: 'auditor' })
  t.does(connect, {
    code: 'company',
    label: 'Riverside Works',
    issuer: 'https://login.example.org',
    client_id: 'care-ledger',
  })
  belonging(t)
  filesOfPeople(t)
  requests(t)
  personalData(t)
  hardshipScene(t)
  pairingScene(t)
}

/** A file of people that was checked, and its import; and two records that may be of one shop. */
function filesOfPeople(t: TestBook): void {
  for (const name of ['光明粮店', '光明糧店']) t.does(register, { kind: 'vendor', name })
  const digest = '0'.repeat(64)
  const { task: check } = t.does(beginPeopleCheck, { file: 'people.xlsx', digest }).output
  const alike = [{ party: 'P-000001', reasons: ['phone', 'name_unit'], grade: 'likely' }]
  const problems = [{ row: 7, faults: [{ column: 'birth_date', code: 'not_a_day' }] }]
  const checked = {
    check: 'people',
    total: 12,
    new: 8,
    alike: 2,
    done: 1,
    refused: 1,
    collisions_in_all: 2,
    collisions: [
      { row: 3, alike, earlier: null },
      { row: 9, alike: [], earlier: 5 },
    ],
    problems,
  }
  t.does(end, { task: check, outcome: 'finished', result: checked })
  const { task } = t.does(beginPeopleImport, { check, choices: [], otherwise: {} }).output
  const taken = {
    import: 'people',
    total: 12,
    added: 8,
    updated: 1,
    known: 1,
    skipped: 1,
    refused: 1,
  }
  const result = { ...taken, refused_rows: problems }
  t.does(end, { task, outcome: 'finished', result })
}

/** Two payments that wait to be approved, one of them an emergency, and an interest declared. */
function requests(t: TestBook): void {
  const duties = { ...neutralPolicies.duties, emergency_allowed: true }
  t.does(put, { kind: 'duties', body: { ...duties, emergency_limit: { CNY: '500.00' } } })
  const asked = {
    fund: 'care',
    payee: 'P-000001',
    category: 'care_grants',
    amount: '20.00',
  } as const
  t.does(request, { ...asked, note: 'Decided on 3 March' })
  t.does(request, { ...asked, emergency: '房屋失火，当晚无处居住。' })
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const wang = { login: 'wang', name: '王建国', role: 'committee_member', password } as const
  const { user } = t.does(createUser, wang).output
  t.does(declare, { party: 'P-000001', kind: 'business' }, { actor: `user:${user}` })
}

/** Units with somebody in them, a family, a guarantor: all around P-000001. */
function belonging(t: TestBook): void {
  t.does(add, { unit: 'city', name: '江城市总工会', kind: '市' })
  t.does(add, { unit: 'north', name: 'North branch', kind: 'branch', parent: 'city' })
  t.does(add, { unit: 'old', name: 'Old branch', kind: 'branch', parent: 'city' })
  t.does(revise, { unit: 'old', closed: true })
  const [wife, mother, friend] = ['王芳', '李梅', 'Maria Lopez'].map(
    (name) => t.does(register, { kind: 'person', name, unit: 'north' }).output.party,
  )
  for (const party of ['P-000001', wife!]) t.does(begin, { party, unit: 'north' })
  t.does(begin, { party: 'P-000001', unit: 'city', sort: 'current' })
  const members = [
    { party: 'P-000001', relation: 'head' as const },
    { party: wife!, relation: 'spouse' as const },
    { party: mother!, relation: 'parent' as const },
  ]
  t.does(form, { members })
  t.does(addTie, { party: 'P-000001', other: friend!, role: 'guarantor' })
  t.does(addTie, { party: wife!, other: friend!, role: 'sibling' })
  t.does(status, { party: friend!, status: 'retired' })
}

/** The number of the one statement of `furnished`, which is of the year in which the tests run. */
const statement = `CARE-${new Date().getFullYear()}-0001`

/** Pages by their routes, each with the names of its pictures and the places where they are taken. */
export const pages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/': { front: '/' },
  '/parts': { parts: '/parts' },
  '/b/:book/sign-in': { 'sign-in': '/sign-in' },
  '/b/:book': { home: '' },
  '/b/:book/search': { search: '/search?q=Zhang', 'search-none': '/search?q=nobody' },
  '/b/:book/settings': { settings: '/settings' },
  '/b/:book/settings/organisation': { organisation: '/settings/organisation' },
  '/b/:book/settings/policies': { policies: '/settings/policies' },
  '/b/:book/settings/policies/preset': { 'policy-preset': '/settings/policies/preset' },
  '/b/:book/settings/policies/versions/:version{[0-9]+}': {
    'policy-version': '/settings/policies/versions/1',
  },
  '/b/:book/settings/policies/:kind{duties|committee|tiers|workflows|causes|notice|caps|standards|payments|pairing|visiting|calendar|masks|retention|sign_in}':
    {
      policy: '/settings/policies/notice',
      'policy-calendar': '/settings/policies/calendar?month=2026-02',
      'policy-masks': '/settings/policies/masks',
      'policy-pairing': '/settings/policies/pairing',
      'policy-visiting': '/settings/policies/visiting',
    },
  '/b/:book/settings/policies/duties/new': { 'policy-duties-new': '/settings/policies/duties/new' },
  '/b/:book/settings/policies/committee/new': {
    'policy-committee-new': '/settings/policies/committee/new',
  },
  '/b/:book/settings/policies/tiers/new': { 'policy-tiers-new': '/settings/policies/tiers/new' },
  '/b/:book/settings/policies/notice/new': { 'policy-notice-new': '/settings/policies/notice/new' },
  '/b/:book/settings/policies/caps/new': { 'policy-caps-new': '/settings/policies/caps/new' },
  '/b/:book/settings/policies/pairing/new': {
    'policy-pairing-new': '/settings/policies/pairing/new',
  },
  '/b/:book/settings/policies/visiting/new': {
    'policy-visiting-new': '/settings/policies/visiting/new',
  },
  '/b/:book/settings/policies/masks/new': { 'policy-masks-new': '/settings/policies/masks/new' },
  '/b/:book/settings/policies/retention/new': {
    'policy-retention-new': '/settings/policies/retention/new',
  },
  '/b/:book/settings/policies/sign_in/new': {
    'policy-sign-in-new': '/settings/policies/sign_in/new',
  },
  '/b/:book/settings/policies/calendar/:year{[0-9]{4}}/new': {
    'policy-calendar-new': '/settings/policies/calendar/2027/new',
  },
  '/b/:book/settings/tokens/new': { 'token-new': '/settings/tokens/new' },
  '/b/:book/settings/tokens/:token/revocation': {
    'token-revocation': '/settings/tokens/1/revocation',
  },
  '/b/:book/settings/password': { password: '/settings/password' },
  '/b/:book/settings/passkeys': { passkeys: '/settings/passkeys' },
  '/b/:book/settings/accounts': { accounts: '/settings/accounts' },
  '/b/:book/settings/providers': { providers: '/settings/providers' },
  '/b/:book/settings/providers/new': { 'provider-new': '/settings/providers/new' },
  '/b/:book/settings/providers/:provider/disconnection': {
    'provider-disconnection': '/settings/providers/1/disconnection',
  },
  '/b/:book/settings/sign-in': { 'signing-in': '/settings/sign-in' },
  '/b/:book/settings/sign-in/second-factor': {
    'second-factor': '/settings/sign-in/second-factor',
  },
  '/b/:book/settings/sign-in/second-factor/end': {
    'second-factor-end': '/settings/sign-in/second-factor/end',
  },
  '/b/:book/settings/sign-in/again': { 'sign-in-again': '/settings/sign-in/again' },
  '/b/:book/settings/permissions': {
    permissions: '/settings/permissions',
    'permissions-one': '/settings/permissions?role=approver',
  },
  '/b/:book/settings/users/invite': { invite: '/settings/users/invite' },
  '/b/:book/settings/users/:user{[0-9]+}': { user: '/settings/users/2' },
  '/b/:book/settings/users/:user{[0-9]+}/end': { 'user-end': '/settings/users/2/end' },
  '/b/:book/settings/users/:user{[0-9]+}/grants/new': {
    'grant-new': '/settings/users/2/grants/new',
  },
  '/b/:book/settings/users/:user{[0-9]+}/grants/:grant{[0-9]+}/end': {
    'grant-end': '/settings/users/2/grants/2/end',
  },
  '/b/:book/settings/users/:user{[0-9]+}/sign-out': {
    'user-sign-out': '/settings/users/2/sign-out',
  },
  '/b/:book/settings/users/:user{[0-9]+}/second-factor': {
    'user-second-factor': '/settings/users/2/second-factor',
  },
  '/b/:book/shortcuts': { shortcuts: '/shortcuts' },
  '/b/:book/funds': { funds: '/funds' },
  '/b/:book/funds/new': { 'fund-new': '/funds/new' },
  '/b/:book/funds/:fund': { fund: '/funds/care' },
  '/b/:book/funds/:fund/policy': { 'fund-policy': '/funds/care/policy' },
  '/b/:book/funds/:fund/closing': { 'fund-closing': '/funds/care/closing' },
  '/b/:book/funds/:fund/register/:account': { register: '/funds/care/register/1100' },
  '/b/:book/contributions': {
    contributions: '/contributions',
    'contributions-found': '/contributions?q=P-000001&fund=care',
    'contributions-none': '/contributions?q=nobody',
  },
  '/b/:book/contributions/new': { 'contribution-new': '/contributions/new?pledge=1' },
  '/b/:book/contributions/:contribution{[0-9]+}': {
    contribution: '/contributions/1',
    'contribution-unidentified': '/contributions/5',
    'contribution-reversed': '/contributions/4',
  },
  '/b/:book/contributions/:contribution/identification': {
    'contribution-identification': '/contributions/5/identification',
  },
  '/b/:book/contributions/:contribution/refund': {
    'contribution-refund': '/contributions/1/refund',
  },
  '/b/:book/contributions/:contribution/receipt': {
    'contribution-receipt': '/contributions/1/receipt',
  },
  '/b/:book/receipts': { receipts: '/receipts' },
  '/b/:book/pledges': { pledges: '/pledges' },
  '/b/:book/pledges/new': { 'pledge-new': '/pledges/new' },
  '/b/:book/pledges/:pledge{[0-9]+}': { pledge: '/pledges/1' },
  '/b/:book/payment-requests': { requests: '/payment-requests' },
  '/b/:book/payment-requests/new': { 'request-new': '/payment-requests/new' },
  '/b/:book/payment-requests/:request{[0-9]+}': {
    request: '/payment-requests/1',
    'request-emergency': '/payment-requests/2',
  },
  '/b/:book/payment-requests/:request/approval': {
    'request-approval': '/payment-requests/1/approval',
  },
  '/b/:book/payment-requests/:request/agreement': {
    'request-agreement': '/payment-requests/2/agreement',
  },
  '/b/:book/payment-requests/:request/declination': {
    'request-declination': '/payment-requests/1/declination',
  },
  '/b/:book/payment-requests/:request/withdrawal': {
    'request-withdrawal': '/payment-requests/1/withdrawal',
  },
  '/b/:book/payment-requests/:request/payment': {
    'request-payment': '/payment-requests/1/payment',
  },
  ...dataPages,
  ...hardshipPages,
  ...pairingPages,
  '/b/:book/interests': { interests: '/interests' },
  '/b/:book/interests/new': { 'interest-new': '/interests/new' },
  '/b/:book/interests/:interest/end': { 'interest-end': '/interests/1/end' },
  '/b/:book/settings/users/:user/person': { 'user-person': '/settings/users/1/person' },
  '/b/:book/payouts': { payouts: '/payouts' },
  '/b/:book/payouts/new': { 'payout-new': '/payouts/new' },
  '/b/:book/payouts/:payout{[0-9]+}': { payout: '/payouts/1' },
  '/b/:book/payouts/:payout/return': { 'payout-return': '/payouts/1/return' },
  '/b/:book/transfers': { transfers: '/transfers' },
  '/b/:book/transfers/new': { 'transfer-new': '/transfers/new' },
  '/b/:book/transfers/:transfer{[0-9]+}': { transfer: '/transfers/1' },
  '/b/:book/commitments': { commitments: '/commitments' },
  '/b/:book/commitments/new': { 'commitment-new': '/commitments/new' },
  '/b/:book/commitments/:commitment{[0-9]+}': { commitment: '/commitments/1' },
  '/b/:book/commitments/:commitment/release': {
    'commitment-release': '/commitments/1/release',
  },
  '/b/:book/periods': { periods: '/periods' },
  '/b/:book/periods/:month{[0-9]{4}-[0-9]{2}}': { period: '/periods/2026-01' },
  '/b/:book/periods/:month/closing': { 'period-closing': '/periods/2026-04/closing' },
  '/b/:book/periods/:month/reopening-request': {
    'period-reopening-request': '/periods/2026-02/reopening-request',
  },
  '/b/:book/periods/:month/reopening': { 'period-reopening': '/periods/2026-01/reopening' },
  '/b/:book/periods/:month/declining': { 'period-declining': '/periods/2026-01/declining' },
  '/b/:book/ledger': { ledger: '/ledger' },
  '/b/:book/ledger/accounts/new': { 'account-new': '/ledger/accounts/new' },
  '/b/:book/ledger/entries': { entries: '/ledger/entries' },
  '/b/:book/entries/:entry{[0-9]+}': { entry: '/entries/1' },
  '/b/:book/entries/:entry/reversal': { 'entry-reversal': '/entries/1/reversal' },
  '/b/:book/ledger/trial-balance': { 'trial-balance': '/ledger/trial-balance' },
  '/b/:book/people': { people: '/people' },
  '/b/:book/people/new': { 'person-new': '/people/new' },
  '/b/:book/people/duplicates': { duplicates: '/people/duplicates' },
  '/b/:book/people/:kept{P-[0-9]+}/merge': { merge: '/people/P-000001/merge?merged=P-000002' },
  '/b/:book/people/:party{P-[0-9]+}/apart': { apart: '/people/P-000001/apart?other=P-000002' },
  '/b/:book/people/:merged{P-[0-9]+}/unmerge': { unmerge: '/people/P-000001/unmerge' },
  '/b/:book/people/:party{P-[0-9]+}': { person: '/people/P-000001' },
  '/b/:book/people/:party/memberships/new': {
    'membership-new': '/people/P-000001/memberships/new',
  },
  '/b/:book/people/:party/transfer': { 'membership-transfer': '/people/P-000001/transfer' },
  '/b/:book/people/:party/memberships/:membership/end': {
    'membership-end': '/people/P-000001/memberships/1/end',
  },
  '/b/:book/people/:party/status': { 'person-status': '/people/P-000001/status' },
  '/b/:book/people/:party/ties/new': { 'tie-new': '/people/P-000001/ties/new' },
  '/b/:book/people/:party/ties/:tie/end': { 'tie-end': '/people/P-000001/ties/1/end' },
  '/b/:book/units': { units: '/units', 'units-all': '/units?state=all' },
  '/b/:book/units/new': { 'unit-new': '/units/new' },
  '/b/:book/units/:unit': { unit: '/units/city' },
  '/b/:book/units/:unit/revision': { 'unit-revision': '/units/north/revision' },
  '/b/:book/units/:unit/closing': { 'unit-closing': '/units/north/closing' },
  '/b/:book/units/:unit/reopening': { 'unit-reopening': '/units/old/reopening' },
  '/b/:book/households': { households: '/households' },
  '/b/:book/households/new': { 'household-new': '/households/new' },
  '/b/:book/households/:household{H-[0-9]+}': { household: '/households/H-000001' },
  '/b/:book/households/:household/join': { 'household-join': '/households/H-000001/join' },
  '/b/:book/households/:household/departure': {
    'household-departure': '/households/H-000001/departure',
  },
  '/b/:book/households/:household/arrangement': {
    'household-arrangement': '/households/H-000001/arrangement',
  },
  '/b/:book/households/:household/split': { 'household-split': '/households/H-000001/split' },
  '/b/:book/statements': { statements: '/statements' },
  '/b/:book/statements/new': { 'statement-new': '/statements/new?fund=care' },
  '/b/:book/statements/:statement': { statement: `/statements/${statement}` },
  '/b/:book/tasks': { tasks: '/tasks' },
  '/b/:book/tasks/:task{[0-9]+}': {
    task: '/tasks/1',
    'task-people-checked': '/tasks/2',
    'task-people-taken': '/tasks/3',
  },
  '/b/:book/tasks/statements': { 'task-statements': '/tasks/statements' },
  '/b/:book/imports/journal': { 'import-journal': '/imports/journal' },
  '/b/:book/imports/grants': { 'import-grants': '/imports/grants' },
  '/b/:book/imports/people': { 'import-people': '/imports/people' },
  '/b/:book/audit': { audit: '/audit' },
  '/b/:book/audit/events/:sequence{[0-9]+}': { event: '/audit/events/9' },
  '/b/:book/audit/checks': { checks: '/audit/checks' },
  '/b/:book/audit/checkpoint': { checkpoint: '/audit/checkpoint' },
}

/** Every place of the table: the name of its picture and its address on the site. */
export const places = Object.entries(pages).flatMap(([route, seen]) =>
  Object.entries(seen).map(([name, path]) => ({
    route,
    name,
    path: route.startsWith('/b/') ? `/b/relief${path}` : path,
  })),
)

/** What answers to GET and is no page of the sweep, with the reason. */
export const noPages: Readonly<Record<string, string>> = {
  '/healthz': 'for programs',
  '/start/:secret': 'opened once: entrance.test.ts',
  '/b/:book/start/:secret': 'opened once: entrance.test.ts',
  '/b/:book/sign-in/code': 'after a password alone: second-factor.test.ts',
  '/b/:book/sign-in/enrol': 'after a password alone: second-factor.test.ts',
  '/b/:book/settings/sign-in/recovery-codes': 'shown once: second-factor.test.ts',
  '/b/:book/words': 'what a script asks',
  '/b/:book/settings/accounts/link/:provider': 'leads to a provider',
  '/b/:book/sign-in/with/:provider': 'leads to a provider',
  '/b/:book/start/:secret/with/:provider': 'leads to a provider',
  '/b/:book/sign-in/back/:provider': 'where a provider leads back to',
  '/b/:book/people/suggestions': 'what a script asks',
  '/b/:book/tasks/:task{[0-9]+}/events': 'a stream for a script',
  '/b/:book/tasks/:task{[0-9]+}/result': 'a file',
  '/b/:book/imports/people/:file{template\\.(?:csv|xlsx)}': 'a file',
  '/b/:book/statements/:file{(?:[^/]+)\\.(?:pdf|html|csv|json)}': 'a file',
  '/b/:book/funds/:fund/:file{statement-preview\\.(?:pdf|html|csv|json)}': 'a file',
  '/b/:book/receipts/:file{(?:[^/]+)\\.pdf}': 'a file',
  '/b/:book/audit/checkpoint.json': 'a file',
  '/b/:book/audit/public-keys.json': 'a file',
  ...noHardshipPages,
  ...noPairingPages,
  '/b/:book/:page{(?!api/).+}': 'whatever is no page',
}
