/** A journey through every room that the others do not enter, so that each route is walked on each host. */
import assert from 'node:assert/strict'
import { agreementRooms } from './agreement-rooms.ts'
import { awardRooms } from './award-rooms.ts'
import { batchRooms } from './batch-rooms.ts'
import { caseRooms } from './case-rooms.ts'
import { type Client, refused, tokenFor } from './client.ts'
import { coverageRooms } from './coverage-rooms.ts'
import { dataRooms } from './data-rooms.ts'
import { dutyRooms, interestRooms } from './duty-rooms.ts'
import { flowRooms } from './flow-rooms.ts'
import { matchingRooms } from './matching-rooms.ts'
import { noticeRooms } from './notice-rooms.ts'
import { pairRooms } from './pair-rooms.ts'
import { peopleRooms } from './people-rooms.ts'
import { registerRooms } from './register-rooms.ts'
import { serviceRooms } from './service-rooms.ts'
import { sittingRooms } from './sitting-rooms.ts'
import { taskRooms } from './task-rooms.ts'
import { visitRooms } from './visit-rooms.ts'

/** What is asked at the end, with what the answer must hold. */
const questions: readonly (readonly [string, object])[] = [
  ['/organisation', { book: 'rooms', currency: 'CNY' }],
  ['/work/waiting', {}],
  ['/search?q=care', { more: false }],
  ['/accounts?balances=funds', {}],
  ['/accounts/1100', { role: 'bank' }],
  ['/parties?q=小明', { next: null }],
  ['/parties/P-000001', { kind: 'person', name: '张小明' }],
  ['/funds?state=all', {}],
  ['/funds/care', { money: '60.00', available: '55.00' }],
  ['/funds/care/story?year=2025', { opening: '0.00', people_helped: 1 }],
  ['/contributions?from=2025-03-01&sort=amount', { next: null }],
  ['/contributions/1', { amount: '100.00' }],
  ['/receipts?state=standing', { next: null }],
  ['/pledges?state=open', { next: null }],
  ['/pledges/1', { amount: '30.00', left: '30.00' }],
  ['/parties/P-000001/dealings', { party: 'P-000001' }],
  ['/payouts?party=P-000001', { next: null }],
  ['/payouts/1', { amount: '40.00' }],
  ['/transfers', { next: null }],
  ['/commitments', { next: null }],
  ['/commitments/1', { left: '5.00' }],
  ['/entries/1', { kind: 'contribution.received' }],
  ['/entries?fund=care&account=1100&from=2025-03-01&to=2025-03-31', { next: null }],
  ['/funds/care/registers/1100?limit=2', { currency: 'CNY' }],
  ['/trial-balance?as_of=2025-03-31&fund=care', {}],
  ['/trial-balance?as_of=2025-03-31&known_at=9', {}],
  ['/periods', {}],
  ['/periods/2025-03', { state: 'open', closable: true }],
  ['/tokens', {}],
  ['/identity-providers', {}],
  ['/events?limit=3', {}],
  ['/events/head', {}],
  ['/events/1', { command: 'organisation.set_up' }],
  ['/checkpoints/current', { book: 'rooms' }],
  ['/checkpoints/1', { tree_size: 1 }],
  ['/statements?fund=care', { next: null }],
]

/** Walks through the rooms as the owner. */
export async function everyRoom(owner: Client): Promise<void> {
  await owner.does('/parties', { kind: 'person', name: '张小明' })
  await owner.does('/funds', {
    fund: 'care',
    name: 'Care fund',
    restriction: 'purpose',
    purpose: 'Hardship',
  })
  await owner.does('/accounts', { code: '5199', class: 'expense', name: 'Other help' })
  const given = { source: 'member', party: 'P-000001', amount: '100.00' }
  await owner.does('/funds/care/contributions', { ...given, received_on: '2025-03-01' })
  const policy = { largest_payout: '50.00', payout_categories: ['care_grants'] }
  await owner.does('/funds/care/policies', { policy })
  const paid = { payee: 'P-000001', category: 'care_grants', paid_on: '2025-03-02' }
  const large = await owner.post('/funds/care/payouts', { ...paid, amount: '50.01' })
  refused(large, 409, 'fund.larger_than_policy')
  await owner.does('/funds/care/payouts', { ...paid, amount: '40.00' })
  const promised = { kind: 'awards_on_notice', amount: '20.00', made_on: '2025-03-03' }
  await owner.does('/funds/care/commitments', promised)
  await owner.does('/commitments/1/releases', { amount: '15.00', released_on: '2025-03-04' })
  const pledged = { ...given, amount: '30.00', made_on: '2025-03-05' }
  await owner.does('/funds/care/pledges', pledged)
  await owner.does('/contributions/1/receipt', {})
  for (const [path, held] of questions) {
    const answer = await owner.asks(path)
    assert.deepEqual({ ...answer, ...held }, answer, path)
  }
  await peopleRooms(owner)
  await dutyRooms(owner, 'care')
  await caseRooms(owner, 'care')
  await closingRoom(owner)
  await importRooms(owner)
  await statementRooms(owner)
  await policyRooms(owner)
  await noticeRooms(owner, 'care')
  await flowRooms(owner, 'care')
  await awardRooms(owner, 'care')
  await batchRooms(owner, 'care')
  await dataRooms(owner)
  await taskRooms(owner)
  await vaultRoom(owner)
  await keysAndTokens(owner)
  await users(owner)
  await interestRooms(owner)
  await sittingRooms(owner, 'care', password)
  await registerRooms(owner)
  await coverageRooms(owner)
  await pairRooms(owner)
  await serviceRooms(owner)
  await visitRooms(owner)
  await matchingRooms(owner)
  await agreementRooms(owner)
  const revised = { name: 'Rooms and more', time_zone: 'Asia/Shanghai' }
  await owner.does('/organisation/revision', revised)
  refused(await owner.post('/organisation/revision', revised), 409, 'organisation.nothing_revised')
}

/** Keys of sealed fields under the current master key; no other one was there. */
async function vaultRoom(owner: Client): Promise<void> {
  const standing = await owner.asks('/vault')
  assert.equal(standing.left, 0)
  assert.deepEqual(await owner.does('/vault/rewrappings', {}), standing)
}

/** Of users who never sign in. */
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Those who sign in, and a link for one more; their sessions are a matter of pages. */
async function users(owner: Client): Promise<void> {
  const maria = { login: 'Maria', name: 'Maria Lopez', role: 'owner', password }
  assert.equal((await owner.does('/users', maria)).user, 1)
  await owner.does('/users', { ...maria, login: 'ming', role: 'auditor' })
  refused(await owner.post('/users', maria), 409, 'user.login_taken')
  refused(await owner.post('/users/1/end', {}), 409, 'user.last_owner')
  await owner.does('/users/2/sign-out', {})
  refused(await owner.post('/users/2/second-factor/reset', {}), 409, 'second_factor.missing')
  refused(await owner.get('/sign-in'), 403, 'user.not_oneself')
  const { grant } = await owner.does('/users/2/grants', { role: 'member' })
  refused(await owner.post('/users/2/grants', { role: 'member' }), 409, 'grant.held')
  await owner.does(`/users/2/grants/${grant}/end`, {})
  await owner.does('/users/2/end', {})
  const expires_at = owner.now() + 86_400_000
  const provider = { label: 'Company', issuer: 'https://login.example.org', client_id: 'books' }
  await owner.does('/identity-providers', { ...provider, code: 'company' })
  await owner.does('/identity-providers', { ...provider, code: 'former' })
  await owner.does('/identity-providers/2/disconnection', {})
  await owner.does('/invitations', { hash: 'e'.repeat(64), role: 'approver', expires_at })
  const { users: listed } = await owner.asks('/users')
  assert.deepEqual(
    (listed as { login: string; ended: boolean }[]).map(({ login, ended }) => [login, ended]),
    [
      ['maria', false],
      ['ming', true],
    ],
  )
}

/** Policies: a preset, a version of one's own, what holds when; never the same twice. */
async function policyRooms(owner: Client): Promise<void> {
  await owner.does('/policies/presets', { preset: 'party_branch', kinds: ['notice', 'calendar'] })
  const body = { stages: [{ level: 'unit', days: 3, counted_in: 'calendar_days' }] }
  await owner.does('/policies/notice/versions', { body, reason: 'Decided by the members' })
  refused(await owner.post('/policies/notice/versions', { body }), 409, 'policy.unchanged')
  const asked: readonly (readonly [string, object])[] = [
    ['/policies', { preset: 'party_branch' }],
    ['/policies/notice', { version: 3, body }],
    ['/policies/notice?on=2001-01-01', { version: null }],
    ['/policies/versions/2', { kind: 'calendar', preset: 'party_branch' }],
  ]
  for (const [path, held] of asked) {
    const answer = await owner.asks(path)
    assert.deepEqual({ ...answer, ...held }, answer, path)
  }
  const { versions } = await owner.asks('/policies/notice/history')
  assert.equal((versions as object[]).length, 2)
}

/** A fund that holds money is not closed; one that holds none is, and takes nothing any more. */
async function closingRoom(owner: Client): Promise<void> {
  const reason = { reason: 'Its purpose is fulfilled' }
  refused(await owner.post('/funds/care/closing', reason), 409, 'fund.still_holds')
  const spare = { fund: 'spare', name: 'Spare', restriction: 'unrestricted', purpose: 'Any' }
  await owner.does('/funds', spare)
  await owner.does('/funds/spare/closing', reason)
  const given = { source: 'unidentified', amount: '1.00', received_on: '2025-03-01' }
  refused(await owner.post('/funds/spare/contributions', given), 409, 'fund.closed')
  const { closed } = await owner.asks('/funds/spare')
  assert.equal(closed, true)
}

const journal = [
  '2025-03-05 Rent of the hall',
  '  Expenses:Rent\t12.50',
  '  Assets:Bank',
  '',
  '2025-03-06 A gift',
  '  Assets:Bank\t30.00',
  '  Income:Gifts',
  '',
].join('\n')

const mapping = JSON.stringify({
  fund: 'care',
  currency: 'CNY',
  accounts: [
    { match: 'Assets:Bank', role: 'bank' },
    { match: 'Expenses:*', class: 'expense' },
    { match: 'Income:*', class: 'income' },
  ],
})

/** A journal and a roster, each all or nothing, each once. */
async function importRooms(owner: Client): Promise<void> {
  assert.equal((await owner.does('/imports/journals', { journal, mapping })).entries, 2)
  const again = await owner.post('/imports/journals', { journal, mapping })
  refused(again, 409, 'import.already')
  const recipient = { kind: 'organisation', name: '希望小学' }
  const grants = [
    { line: 2, recipient, amount: '7.00', paid_on: '2025-03-07' },
    { line: 3, recipient, amount: '8.00', paid_on: '2025-03-08' },
  ]
  const roster = { category: 'care_grants', grants }
  assert.equal((await owner.does('/funds/care/imports/grants', roster)).payouts, 2)
}

async function statementRooms(owner: Client): Promise<void> {
  const march = { from: '2025-03-01', to: '2025-03-31' }
  const preview = `/funds/care/statement-preview.csv?from=${march.from}&to=${march.to}`
  assert.equal((await owner.get(preview)).status, 200)
  const { statement } = await owner.does('/funds/care/statements', march)
  const shown = await owner.asks(`/statements/${statement}`)
  assert.equal(shown.statement, statement)
  assert.deepEqual((await owner.asks(`/statements/${statement}/changes`)).added, [])
}

/** A token that ends, and a key that comes into force. */
async function keysAndTokens(owner: Client): Promise<void> {
  const auditor = await tokenFor(owner, 'auditor')
  const { name } = await auditor.asks('/parties/P-000001')
  assert.equal(name, '张*明', 'names are masked for whoever may not read them')
  await owner.does('/tokens/2/revocation', {})
  refused(await auditor.get('/funds'), 401, 'token.invalid')
  const x = '60kvn_-x1I4aLt8JtWkQkz5yqMnx2mYqgvEjQsKZ0Uo'
  await owner.does('/signing-keys', { kty: 'OKP', crv: 'Ed25519', x, kid: 'the-next-key' })
  const { signing_keys } = await owner.asks('/organisation')
  assert.equal((signing_keys as unknown[]).length, 2)
}
