/**
 * What each command and query is asked in the matrix test, by its name: `(of) => input`, where `of` holds what
 * stands in one place. The test gives it the place below A, the one in B, the one of no unit, and one in
 * which nothing exists.
 *
 * To add a row: the name as the registry has it, and an input that names what it works on by `of`. It must do in
 * the place below A what it is for (a dry run; anything but 401, 403 and 404 will do). What names nothing
 * (a list, an act of the whole organisation) takes no `of`. An object of a new kind: one field in `Place`
 * (matrix-places.ts), made in `furnish`.
 */
import { interestKinds } from '../../src/people/interests.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { hardship } from './matrix-hardship.ts'
import { pairing } from './matrix-pairing.ts'
import { inUnit, type MatrixBook, type Place, passwordHash } from './matrix-places.ts'

export type Sample = (of: Place, book: MatrixBook) => Readonly<Record<string, unknown>>

const nothing: Sample = () => ({})
const digest = 'cd'.repeat(32)
const day = '2026-03-31'
const later = 4e12
const reason = 'a reason'

const access: Record<string, Sample> = {
  'organisation.set_up': () => ({
    book: 'again',
    name: 'Again',
    time_zone: 'UTC',
    currency: 'CNY',
  }),
  'organisation.revise': () => ({ name: 'Renamed', time_zone: 'UTC' }),
  'organisation.show': nothing,
  'signing_keys.adopt': () => ({ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), kid: 'key' }),
  'policies.put': (of) => ({ kind: 'masks', unit: of.unit, body: neutralPolicies.masks }),
  'policies.adopt_preset': () => ({ preset: 'party_branch' }),
  'policies.list': (of) => ({ unit: of.unit }),
  'policies.show': (of) => ({ kind: 'duties', unit: of.unit }),
  'policies.history': (of) => ({ kind: 'duties', unit: of.unit }),
  'policies.version': () => ({ version: 1 }),
  'tokens.create': () => ({ hash: digest, role: 'auditor', expires_at: later, label: 'new' }),
  'tokens.revoke': (_, { token }) => ({ token }),
  'tokens.list': nothing,
  'users.create': (of) => ({
    login: 'someone.new',
    name: 'Someone New',
    role: 'auditor',
    unit: of.unit,
    password: passwordHash,
  }),
  'users.end': (of) => ({ user: of.user }),
  'users.sign_out': (of) => ({ user: of.user }),
  'users.list': nothing,
  'second_factors.reset': (of) => ({ user: of.user }),
  'grants.give': (of) => ({ user: of.user, role: 'member', unit: of.unit }),
  'grants.end': (of) => ({ user: of.user, grant: of.grant }),
  'invitations.make': (of) => ({
    hash: digest,
    role: 'auditor',
    unit: of.unit,
    expires_at: later,
  }),
  'identity_providers.connect': () => ({
    code: 'others',
    label: 'Others',
    issuer: 'https://other.example.org',
    client_id: 'care',
  }),
  'identity_providers.disconnect': (_, { provider }) => ({ provider }),
  'identity_providers.list': nothing,
  'vault.rewrap': nothing,
  'vault.show': nothing,
  'sign_ins.lock': (of) => ({ user: of.user, at: 'password', known: false }),
  'users.set_person': (of) => ({ user: of.user, party: of.person }),
  'backups.take': nothing,
}

const people: Record<string, Sample> = {
  'parties.register': (of) => ({ kind: 'person', name: 'Someone New', ...inUnit(of.unit) }),
  'parties.record_status': (of) => ({ party: of.person, status: 'retired' }),
  'parties.merge': (of) => ({ kept: of.person, merged: of.lonely, reason }),
  'parties.unmerge': (of) => ({ merged: of.merged, reason }),
  'parties.tell_apart': (of) => ({ party: of.person, other: of.lonely }),
  'parties.possible_duplicates': nothing,
  'parties.list': nothing,
  'people.import_rows': () => ({ rows: [{ row: 2, cells: { name: 'New' } }] }),
  'parties.show': (of) => ({ party: of.person }),
  'parties.dealings': (of) => ({ party: of.person }),
  'parties.merges': (of) => ({ party: of.twin }),
  'parties.kin': (of) => ({ party: of.person }),
  'units.add': (of) => ({ unit: 'new-unit', name: 'New', kind: 'branch', parent: of.unit }),
  'units.revise': (of) => ({ unit: of.unit ?? 'birchwood', name: 'Renamed' }),
  'units.list': nothing,
  'units.show': (of) => ({ unit: of.unit ?? 'birchwood' }),
  'memberships.begin': (of) => ({ party: of.lonely, unit: of.unit ?? 'birchwood' }),
  'memberships.transfer': (of) => ({ party: of.twin, unit: of.unit ?? 'birchwood' }),
  'memberships.end': (of) => ({ membership: of.membership, reason }),
  'memberships.list': nothing,
  'households.form': (of) => ({ members: [{ party: of.lonely, relation: 'head' }] }),
  'households.join': (of) => ({
    household: of.household,
    party: of.lonely,
    relation: 'sibling',
  }),
  'households.leave': (of) => ({ household: of.household, party: of.twin }),
  'households.rearrange': (of) => ({
    household: of.household,
    members: [
      { party: of.twin, relation: 'head' },
      { party: of.person, relation: 'sibling' },
    ],
  }),
  'households.split': (of) => ({
    household: of.household,
    members: [{ party: of.twin, relation: 'head' }],
  }),
  'households.list': nothing,
  'households.show': (of) => ({ household: of.household }),
  'ties.add': (of) => ({ party: of.person, other: of.lonely, role: 'sibling' }),
  'ties.end': (of) => ({ tie: of.tie }),
  'interests.declare': (of) => ({ party: of.person, kind: interestKinds[0] }),
  'interests.end': (of) => ({ interest: of.interest }),
  'interests.list': nothing,
  'ties.list': (of) => ({ party: of.person }),
  'parties.seal': (of) => ({ party: of.person, field: 'phone', value: '13800138000' }),
  'parties.empty_field': (of) => ({ party: of.person, field: 'phone' }),
  'parties.sealed_fields': (of) => ({ party: of.person }),
  'unsealings.open': (of) => ({ party: of.person, fields: ['phone'], reason }),
  'unsealings.show': (of) => ({ unsealing: of.unsealing }),
  'unsealings.list': nothing,
  'consents.give': (of) => ({ party: of.person, purpose: 'photos' }),
  'consents.withdraw': (of) => ({ consent: of.consent }),
  'consents.list': (of) => ({ party: of.person }),
  'erasures.request': (of) => ({ party: of.lonely, ground: 'asked_for' }),
  'erasures.confirm': (of) => ({ request: of.erasure }),
  'erasures.withdraw': (of) => ({ request: of.erasure }),
  'erasures.repeat': (of) => ({ party: of.lonely }),
  'erasures.list': nothing,
  'retention.due': nothing,
}

const gift = (of: Place) => ({ fund: of.fund, source: 'member', party: of.person, amount: '1.00' })

const funds: Record<string, Sample> = {
  'funds.open': (of) => ({
    fund: 'new-fund',
    name: 'New',
    restriction: 'purpose',
    purpose: 'Hardship',
    unit: of.unit,
  }),
  'funds.change_policy': (of) => ({ fund: of.fund, policy: {} }),
  'funds.close': (of) => ({ fund: of.empty, reason }),
  'funds.list': nothing,
  'funds.show': (of) => ({ fund: of.fund }),
  'funds.story': (of) => ({ fund: of.fund }),
  'pledges.make': gift,
  'pledges.list': nothing,
  'pledges.show': (of) => ({ pledge: of.pledge }),
  'contributions.receive': gift,
  'contributions.identify': (of) => ({
    contribution: of.unidentified,
    source: 'member',
    party: of.person,
  }),
  'contributions.refund': (of) => ({ contribution: of.plain, reason }),
  'contributions.list': nothing,
  'contributions.show': (of) => ({ contribution: of.contribution }),
  'receipts.give': (of) => ({ contribution: of.plain }),
  'receipts.list': nothing,
  'transfers.make': (of) => ({
    from: of.fund,
    to: of.other,
    terms: 'permanent',
    amount: '1.00',
    reason,
  }),
  'transfers.list': nothing,
  'transfers.show': (of) => ({ transfer: of.transfer }),
  'payouts.pay': (of) => ({
    fund: of.fund,
    payee: of.person,
    category: 'care_grants',
    amount: '1.00',
  }),
  'payouts.return': (of) => ({ payout: of.payout }),
  'payouts.list': nothing,
  'payouts.show': (of) => ({ payout: of.payout }),
  'commitments.make': (of) => ({ fund: of.fund, kind: 'loans_approved', amount: '1.00' }),
  'commitments.release': (of) => ({ commitment: of.commitment }),
  'commitments.list': nothing,
  'commitments.show': (of) => ({ commitment: of.commitment }),
  'payment_requests.enter': (of) => ({
    fund: of.fund,
    payee: of.person,
    category: 'care_grants',
    amount: '1.00',
  }),
  'payment_requests.approve': (of) => ({ request: of.request }),
  'payment_requests.agree_to_emergency': (of) => ({ request: of.request }),
  'payment_requests.decline': (of) => ({ request: of.request, reason }),
  'payment_requests.withdraw': (of) => ({ request: of.request, reason }),
  'payment_requests.pay': (of) => ({ request: of.request }),
  'payment_requests.list': nothing,
  'payment_requests.show': (of) => ({ request: of.request }),
  'grants.import': (of) => ({
    fund: of.fund,
    category: 'care_grants',
    grants: [{ line: 2, recipient: of.person, amount: '1.00', paid_on: day }],
  }),
  'journal.import': () => ({ journal: '', mapping: '{}' }),
}

const ledger: Record<string, Sample> = {
  'entries.reverse': (of) => ({ entry: of.plainEntry, reason }),
  'entries.list': nothing,
  'entries.show': (of) => ({ entry: of.entry }),
  'accounts.add': () => ({ code: '9999', class: 'asset', name: 'New' }),
  'accounts.list': () => ({ balances: 'funds' }),
  'accounts.show': () => ({ account: '1100' }),
  'registers.page': (of) => ({ fund: of.fund, account: '1100' }),
  'trial_balance.show': nothing,
  'periods.close': () => ({ month: '2026-02' }),
  'periods.request_reopening': () => ({ month: '2026-01', reason }),
  'periods.reopen': () => ({ month: '2026-01' }),
  'periods.decline_reopening': () => ({ month: '2026-01', reason }),
  'periods.list': nothing,
  'periods.show': () => ({ month: '2026-03' }),
  'statements.issue': (of) => ({ fund: of.fund, from: '2026-03-01', to: day }),
  'statements.list': nothing,
  'statements.show': (of) => ({ statement: of.statement }),
  'statements.changes': (of) => ({ statement: of.statement }),
}

const work: Record<string, Sample> = {
  'work.waiting': nothing,
  'search.everything': () => ({ q: '1' }),
  'tasks.import_journal': () => ({
    file: 'a.journal',
    digest,
    mapping_file: 'a.json',
    mapping_digest: digest,
  }),
  'tasks.import_grants': (of) => ({
    fund: of.fund,
    category: 'care_grants',
    file: 'a.csv',
    digest,
  }),
  'tasks.check_people': () => ({ file: 'a.csv', digest }),
  'tasks.take_bank_results': () => ({ file: 'a.csv', digest }),
  'tasks.import_people': (_, { check }) => ({ check, choices: [] }),
  'tasks.issue_statements': (of) => ({ funds: [of.fund], from: '2026-03-01', to: day }),
  'tasks.verify_book': nothing,
  'tasks.begin_again': (_, { task }) => ({ task }),
  'tasks.stop': (_, { task }) => ({ task }),
  'tasks.list': nothing,
  'tasks.show': (_, { task }) => ({ task }),
  'checkpoints.current': nothing,
  'checkpoints.show': () => ({ tree_size: 1 }),
  'events.head': nothing,
  'events.list': nothing,
  'events.show': (of) => ({ sequence: of.sequence }),
}

/** Names that find only what is the caller’s own, in whichever unit. */
export const ofOneself: readonly string[] = ['interests.end', 'unsealings.show']

/** The sample of each name in the registry; what only pages give, on what is one’s own, needs none. */
export const samples: Readonly<Record<string, Sample>> = {
  ...access,
  ...people,
  ...funds,
  ...ledger,
  ...hardship,
  ...pairing,
  ...work,
}
