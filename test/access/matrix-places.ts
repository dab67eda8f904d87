/** A book with one of every object in each of three places: in a unit below A, in B, in no unit at all. */
import { put as putPolicy } from '../../src/access/policies.ts'
import { connect } from '../../src/access/providers.ts'
import { create as createToken } from '../../src/access/tokens.ts'
import * as users from '../../src/access/users.ts'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import { request } from '../../src/funds/payment-requests.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { give } from '../../src/funds/receipts.ts'
import * as transfers from '../../src/funds/transfers.ts'
import * as people from '../../src/people/commands.ts'
import * as consents from '../../src/people/consent-commands.ts'
import * as duplicates from '../../src/people/duplicate-commands.ts'
import * as households from '../../src/people/household-commands.ts'
import { declare } from '../../src/people/interest-commands.ts'
import { interestKinds } from '../../src/people/interests.ts'
import * as memberships from '../../src/people/membership-commands.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import * as ties from '../../src/people/tie-commands.ts'
import * as units from '../../src/people/unit-commands.ts'
import { unitWithCode } from '../../src/people/units.ts'
import { open as unseal } from '../../src/people/unsealings.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { request as erase } from '../../src/privacy/erasure-commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { beginPeopleCheck, beginVerification } from '../../src/tasks/commands.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { furnishHardship, type HardshipPlace, nowhereInHardship } from './matrix-hardship.ts'
import { putNoticePolicies } from './matrix-notices.ts'
import { furnishPairing, nowhereInPairing, type PairingPlace } from './matrix-pairing.ts'

/** Any hash will do: nobody signs in by password here. */
export const passwordHash = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** What stands in one place, by the names that samples use. To add an object: a line here, one in `furnish`. */
export interface Place extends HardshipPlace, PairingPlace {
  /** The unit's code; null for what belongs to the whole organisation. */
  readonly unit: string | null
  readonly fund: string
  /** A second fund there, from which `fund` was lent money. */
  readonly other: string
  /** A fund without any entry. */
  readonly empty: string
  readonly person: string
  readonly twin: string
  /** Merged in `twin`. */
  readonly merged: string
  readonly lonely: string
  readonly contribution: number
  /** One without a receipt on which nothing stands. */
  readonly plain: number
  readonly plainEntry: number
  readonly unidentified: number
  readonly pledge: number
  readonly receipt: string
  readonly payout: number
  readonly commitment: number
  readonly transfer: number
  readonly entry: number
  readonly statement: string
  readonly user: number
  readonly grant: number
  readonly membership: number
  readonly household: string
  readonly tie: number
  readonly interest: number
  readonly request: number
  readonly unsealing: number
  readonly consent: number
  /** A request to erase `twin`. */
  readonly erasure: number
  /** The event that registered `lonely`. */
  readonly sequence: number
}

/** What no place has. */
export const nowhere: Place = {
  ...nowhereInHardship,
  ...nowhereInPairing,
  unit: 'nowhere',
  fund: 'nowhere',
  other: 'nowhere-2',
  empty: 'nowhere-3',
  person: 'P-900001',
  twin: 'P-900002',
  merged: 'P-900003',
  lonely: 'P-900004',
  contribution: 900_005,
  plain: 900_006,
  plainEntry: 900_007,
  unidentified: 900_008,
  pledge: 900_009,
  receipt: 'R-NOWHERE-2026-0001',
  payout: 900_010,
  commitment: 900_011,
  transfer: 900_012,
  entry: 900_013,
  statement: 'NOWHERE-2026-0001',
  user: 900_014,
  grant: 900_015,
  membership: 900_016,
  household: 'H-900017',
  tie: 900_018,
  interest: 900_019,
  request: 900_020,
  unsealing: 900_022,
  consent: 900_023,
  erasure: 900_024,
  sequence: 900_021,
}

interface Furnishing {
  readonly unit: string | null
  /** Begins every name and code of the place, so that answers can be searched for it. */
  readonly word: string
  /** Before the point of every amount of the place. */
  readonly whole: string
}

/** Parties of no unit name none. */
export const inUnit = (unit: string | null) => (unit === null ? {} : { unit })

function persons(t: TestBook, { unit, word }: Furnishing) {
  const register = (name: string) =>
    t.does(people.register, { kind: 'person', name: `${word} ${name}`, ...inUnit(unit) })
  const made = (name: string) => register(name).output.party
  const [person, twin, merged] = [made('Personson'), made('Twinson'), made('Twinson')]
  t.does(duplicates.merge, { kept: twin, merged, reason: `${word} reason` })
  const { output, seq } = register('Lonely')
  return { person, twin, merged, lonely: output.party, sequence: seq }
}

function relations(t: TestBook, { unit }: Furnishing, person: string, twin: string) {
  const members = [
    { party: person, relation: 'head' as const },
    { party: twin, relation: 'sibling' as const },
  ]
  const where = unit ?? 'birchwood'
  return {
    membership: t.does(memberships.begin, { party: twin, unit: where }).output.membership,
    household: t.does(households.form, { members }).output.household,
    tie: t.does(ties.add, { party: person, other: twin, role: 'sibling' }).output.tie,
  }
}

function money(t: TestBook, of: Furnishing, fund: string, other: string, party: string) {
  const { word, whole } = of
  const given = { fund, source: 'member', party } as const
  const receive = (cents: string) =>
    t.does(contributions.receive, { ...given, amount: `${whole}${cents}` }).output
  const [gift, plain] = [receive('.01'), receive('.02')]
  t.does(contributions.receive, { ...given, fund: other, amount: `${whole}.03` })
  const nameless = { fund, source: 'unidentified', amount: `${whole}.04` } as const
  const paid = t.does(payouts.pay, {
    fund,
    payee: party,
    category: 'care_grants',
    amount: `${whole}.05`,
    note: `${word} note`,
  })
  return {
    contribution: gift.contribution,
    entry: gift.entry,
    plain: plain.contribution,
    plainEntry: plain.entry,
    unidentified: t.does(contributions.receive, nameless).output.contribution,
    pledge: t.does(contributions.pledge, { ...given, amount: `${whole}.06` }).output.pledge,
    receipt: t.does(give, { contribution: gift.contribution }).output.receipt,
    payout: paid.output.payout,
    request: t.does(request, { fund, payee: party, category: 'care_grants', amount: '3.09' }).output
      .request,
    commitment: t.does(commitments.make, { fund, kind: 'loans_approved', amount: '1.07' }).output
      .commitment,
    transfer: t.does(transfers.make, {
      from: other,
      to: fund,
      terms: 'advance',
      amount: '2.08',
      reason: `${word} reason`,
    }).output.transfer,
    statement: t.does(issue, { fund, from: '2026-03-01', to: '2026-03-31' }).output.statement,
  }
}

/** A telephone that the user of the place asked to read, a consent, an erasure asked for. */
function data(t: TestBook, { person, twin }: ReturnType<typeof persons>, user: number) {
  t.does(seal, { party: person, field: 'phone', value: '13800138000' })
  const asked = { party: person, fields: ['phone' as const], reason: 'a reason' }
  return {
    unsealing: t.does(unseal, asked, { actor: `user:${user}` }).output.unsealing,
    consent: t.does(consents.give, { party: person, purpose: 'processing' }).output.consent,
    erasure: t.does(erase, { party: twin, ground: 'asked_for' }).output.request,
  }
}

function furnish(t: TestBook, of: Furnishing): Place {
  const { unit, word } = of
  const code = word.toLowerCase()
  const [fund, other, empty] = [`${code}-fund`, `${code}-other`, `${code}-empty`]
  for (const one of [fund, other, empty]) {
    openFund(t, one, { name: `${word} ${one}`, unit })
  }
  const those = persons(t, of)
  const { user } = t.does(users.create, {
    login: `${code}.user`,
    name: `${word} Userson`,
    role: 'auditor',
    unit,
    password: passwordHash,
  }).output
  const { grants } = t.asks(users.list, {}).users.find((one) => one.user === user)!
  return {
    unit,
    fund,
    other,
    empty,
    ...those,
    ...relations(t, of, those.person, those.twin),
    ...money(t, of, fund, other, those.person),
    ...data(t, those, user),
    ...furnishHardship(t, { unit, word, fund, person: those.person }),
    ...furnishPairing(t, { unit, word, person: those.person }),
    user,
    grant: grants[0]!.grant,
    interest: t.does(
      declare,
      { party: those.lonely, kind: interestKinds[0] },
      { actor: `user:${user}` },
    ).output.interest,
  }
}

/** The words that stand in names and codes of places, and their amounts. */
export const marks = {
  a1: { word: 'Alderfield', whole: '4317' },
  b: { word: 'Birchwood', whole: '6529' },
  whole: { word: 'Cedarhill', whole: '8273' },
} as const

export interface MatrixBook {
  readonly t: TestBook
  readonly a: { readonly code: string; readonly id: ReturnType<typeof unitWithCode>['id'] }
  readonly a1: Place
  readonly b: Place
  readonly whole: Place
  /** For what has no place: there is one of each. */
  readonly token: number
  readonly task: number
  /** A task that checks a file of people. */
  readonly check: number
  readonly provider: number
}

const provider = {
  code: 'staff',
  label: 'Cedarhill',
  issuer: 'https://id.example.org',
  client_id: 'care',
}

/** Makes the book; what its owner asks for is for the whole organisation. */
export function matrixBook(): MatrixBook {
  const t = bookForTests({ inMemory: true })
  const unit = (code: string, name: string, parent: string | null) =>
    t.does(units.add, { unit: code, name, kind: 'branch', parent })
  unit('a', 'Ashgrove', null)
  unit('alderfield', 'Alderfield branch', 'a')
  unit('birchwood', 'Birchwood branch', null)
  const hash = 'ab'.repeat(32)
  const token = { hash, role: 'auditor', expires_at: t.now() + 1e9, label: 'Cedarhill' } as const
  t.does(putPolicy, { kind: 'masks', body: neutralPolicies.masks })
  putNoticePolicies(t)
  const { id } = unitWithCode({ ...t.book.store, scope: 'all' }, 'a')
  return {
    t,
    a: { code: 'a', id },
    a1: furnish(t, { unit: 'alderfield', ...marks.a1 }),
    b: furnish(t, { unit: 'birchwood', ...marks.b }),
    whole: furnish(t, { unit: null, ...marks.whole }),
    token: t.does(createToken, token).output.token,
    task: t.does(beginVerification, {}).output.task,
    check: t.does(beginPeopleCheck, { file: 'people.csv', digest: hash }).output.task,
    provider: t.does(connect, provider).output.provider,
  }
}
