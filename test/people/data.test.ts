/** Sealed fields, what is shown of them, reading them with a reason, consent, retention. */
import { afterAll, describe, expect, it } from 'vitest'
import { put as putPolicy } from '../../src/access/policies.ts'
import { throughout } from '../../src/book/registry.ts'
import { receive } from '../../src/funds/contributions.ts'
import { pay } from '../../src/funds/payouts.ts'
import type { PartyId, UnitId } from '../../src/kit/ids.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { register } from '../../src/people/commands.ts'
import * as consents from '../../src/people/consent-commands.ts'
import { show } from '../../src/people/data-queries.ts'
import { partyById } from '../../src/people/parties.ts'
import { list as listParties } from '../../src/people/queries.ts'
import { empty, seal } from '../../src/people/sealed-commands.ts'
import { type Looking, nameFor, shownField } from '../../src/people/shown.ts'
import * as unsealings from '../../src/people/unsealings.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import type { Purpose } from '../../src/policies/people-data.ts'
import { due } from '../../src/privacy/retention.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests, masterKeysOfTests } from '../journeys/book-for-tests.ts'

const number = '11010519491231002X'
const longAddress = '路'.repeat(501)
const t = bookForTests({ inMemory: true })
afterAll(() => t.close())
openFund(t, 'care')
const { party } = t.does(register, { kind: 'person', name: '张晓明' }).output
const { party: child } = t.does(register, { kind: 'person', name: '王小宝' }).output
const { party: shop } = t.does(register, { kind: 'vendor', name: 'Corner Pharmacy' }).output
const reader = { actor: 'user:5', grants: throughout('auditor') }

const given = [
  [party, 'identity_number', number],
  [party, 'bank_account', '6222 0202 0001 2345 678'],
  [party, 'phone', '138 0013 8000'],
  [party, 'address', '江城市幸福路1号'],
  [party, 'birth_date', '1949-12-31'],
  [child, 'birth_date', '2013-05-01'],
  [shop, 'credit_code', '91350100M000100Y43'],
] as const
for (const [of, field, value] of given) t.does(seal, { party: of, field, value })

/** A view of somebody who reads names. */
const looking: Looking = {
  ...t.book.store,
  scope: 'all',
  today: '2026-03-31' as Looking['today'],
  masterKeys: masterKeysOfTests,
}
const fresh = (): Looking => ({ ...looking })
const names = { actor: 'user:1', grants: throughout('owner'), readsNames: true }
const idOf = (ref: string) => Number(ref.slice(2)) as PartyId

describe('sealed fields', () => {
  it('are shown shut on the page, and not at all to who may not read names', () => {
    const shown = (of: string, readsNames = true) =>
      t.asks(show, { party: of }, { readsNames }).fields.map(({ field, shown: s }) => [field, s])
    expect(shown(party)).toEqual([
      ['identity_number', '····002X'],
      ['bank_account', '····5678'],
      ['phone', '····8000'],
      ['address', null],
      ['birth_date', '1949'],
    ])
    expect(shown(party, false).map(([, s]) => s)).toEqual([null, null, null, null, null])
    expect(shown(shop, false)).toContainEqual(['credit_code', '91350100M000100Y43'])
  })

  it.each([
    [{ party, field: 'identity_number', value: '110105194912310021' }, 'resident_id.invalid'],
    [{ party, field: 'identity_number', value: '110105491231002' }, 'resident_id.old_form'],
    [{ party, field: 'bank_account', value: 'GB82 WEST 1234 5698 7654 33' }, 'iban.invalid'],
    [{ party, field: 'bank_account', value: '12a45678' }, 'bank_account.invalid'],
    [{ party, field: 'phone', value: 'wife 13800138' }, 'phone.invalid'],
    [{ party, field: 'birth_date', value: '2026-04-01' }, 'status.in_future'],
    [{ party, field: 'address', value: longAddress }, 'sealed_field.too_long'],
    [{ party, field: 'credit_code', value: '91350100M000100Y43' }, 'sealed_field.of_kinds'],
    [{ party: shop, field: 'credit_code', value: '91350100M000100Y44' }, 'credit_code.invalid'],
    [{ party: shop, field: 'birth_date', value: '1990-01-01' }, 'sealed_field.of_kinds'],
    [{ party: 'P-000099', field: 'phone', value: '13800138000' }, 'party.unknown'],
  ] as const)('%j is refused, and the number is not echoed', (input, code) => {
    const refused = t.refuses(seal, input)
    expect(refused.code).toBe(code)
    const told = JSON.stringify([refused.message, refused.remedy, refused.values])
    if (input.field !== 'birth_date') expect(told).not.toContain(input.value)
  })

  it('the answers and digests that the book keeps hold no value', () => {
    const kept = t.book.store.all(
      "select answer, subject from request join event on seq = event_seq where request.command = 'parties.seal'",
      [],
    )
    for (const row of kept) expect(JSON.stringify(row)).not.toMatch(/\d{7}|幸福路|1949/)
  })

  it('are emptied; what is empty is not emptied again', () => {
    t.does(seal, { party: child, field: 'phone', value: '13800138001' })
    t.does(empty, { party: child, field: 'phone' })
    expect(t.refuses(empty, { party: child, field: 'phone' }).code).toBe('sealed_field.empty')
  })
})

describe('who is looked for by a sealed number', () => {
  it.each([
    ['11010519491231002x', true],
    ['138-0013-8000', true],
    ['+86 13800138000', true],
    ['6222020200012345678', true],
    ['1380013', false],
    ['110105', false],
  ])('%s, whole and in any form', (q, found) => {
    const parties = t.asks(listParties, { q }).parties.map((one) => one.party)
    expect(parties).toEqual(found ? [party] : [])
    expect(t.asks(listParties, { q }, { readsNames: false }).parties).toEqual([])
    const elsewhere = { grants: [{ role: 'owner' as const, unit: 9 as UnitId }] }
    expect(t.asks(listParties, { q }, elsewhere).parties).toEqual([])
  })
})

describe('masks by reader and purpose (handbook A7)', () => {
  const purposes: readonly Purpose[] = ['internal', 'notice', 'slip', 'statement', 'export']
  const row = (field: 'identity_number' | 'bank_account' | 'phone' | 'address' | 'birth_date') =>
    purposes.map((purpose) =>
      shownField(fresh(), names, partyById(looking, idOf(party)), { field, purpose }),
    )

  it('numbers and addresses', () => {
    expect({
      identity_number: row('identity_number'),
      bank_account: row('bank_account'),
      phone: row('phone'),
      birth_date: row('birth_date'),
    }).toEqual({
      identity_number: ['····002X', null, '110····002X', null, null],
      bank_account: ['····5678', null, '····5678', null, null],
      phone: ['····8000', null, null, null, null],
      birth_date: ['1949', null, null, null, null],
    })
  })

  it('names: masked on a notice, in full only where the policy and the person agree; no child', () => {
    const named = (of: string, caller = names) =>
      purposes.map((purpose) => nameFor(fresh(), caller, idOf(of), purpose))
    expect(named(party)).toEqual(['张晓明', '张*明', '张晓明', '张*明', '张*明'])
    expect(named(party, { ...names, readsNames: false })[0]).toBe('张*明')
    expect(named(child)[1]).toBe('***')
    expect(named(shop)).toEqual(Array(5).fill('Corner Pharmacy'))
    const masks = neutralPolicies.masks
    const open = { ...masks, name: { ...masks.name, notice: 'full' as const } }
    t.does(putPolicy, { kind: 'masks', body: open })
    expect(named(party)[1]).toBe('张*明')
    const { consent } = t.does(consents.give, { party, purpose: 'publication' }).output
    expect(named(party)[1]).toBe('张晓明')
    t.does(consents.withdraw, { consent })
    expect(named(party)[1]).toBe('张*明')
    expect(named(child)[1]).toBe('***')
  })
})

function codeOf(asked: () => unknown): string {
  try {
    asked()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'answered'
}

describe('reading what lies sealed', () => {
  const open = { party, fields: ['phone', 'address'] as const, reason: '核对银行退票' }
  const asked = { ...open, fields: [...open.fields] }

  it('asks for a reason, shows the values to whoever asked for ten minutes, and stays on record', () => {
    const { unsealing, until } = t.does(unsealings.open, asked, reader).output
    expect(until).toBe(t.now() + 600_000)
    expect(t.asks(unsealings.show, { unsealing }, reader).fields).toEqual([
      { field: 'phone', value: '+8613800138000' },
      { field: 'address', value: '江城市幸福路1号' },
    ])
    const { unsealings: told } = t.asks(unsealings.list, { party })
    expect(told).toMatchObject([{ actor: 'user:5', fields: ['phone', 'address'], name: '张晓明' }])
    expect(told[0]!.reason).toBe(open.reason)
    const other = () => t.asks(unsealings.show, { unsealing })
    expect(codeOf(other)).toBe('unsealing.unknown')
    t.at('2026-03-31T02:10:00Z')
    const late = () => t.asks(unsealings.show, { unsealing }, reader)
    expect(codeOf(late)).toBe('unsealing.over')
  })

  it.each([
    [asked, { ...reader, readsNames: false }, 'unsealing.names_needed'],
    [{ ...asked, party: child, fields: ['phone' as const] }, reader, 'unsealing.nothing'],
    [asked, { grants: throughout('approver') }, 'access.not_allowed'],
  ])('%j is refused', (input, by, code) => {
    expect(t.refuses(unsealings.open, input, by).code).toBe(code)
  })
})

describe('consent', () => {
  it('is given and taken back for each purpose by itself', () => {
    const give = { party, purpose: 'photos' as const, given_on: '2026-03-01', evidence: '签字' }
    const { consent } = t.does(consents.give, give).output
    expect(t.refuses(consents.give, give).code).toBe('consent.given')
    expect(t.refuses(consents.give, { ...give, party: shop }).code).toBe('party.not_a_person')
    const late = { ...give, purpose: 'processing' as const, given_on: '2026-05-01' }
    expect(t.refuses(consents.give, late).code).toBe('consent.in_future')
    const early = { consent, withdrawn_on: '2026-02-01' }
    expect(t.refuses(consents.withdraw, early).code).toBe('consent.ends_too_soon')
    t.does(consents.withdraw, { consent, evidence: '来信' })
    expect(t.refuses(consents.withdraw, { consent }).code).toBe('consent.ended')
    expect(t.refuses(consents.withdraw, { consent: 99 }).code).toBe('consent.unknown')
    const [newest] = t.asks(consents.list, { party }).consents
    expect(newest).toMatchObject({
      purpose: 'photos',
      evidence: '签字',
      withdrawn_evidence: '来信',
    })
  })
})

describe('retention', () => {
  it('lists whose last dealing is longer ago than the policy says, and what holds them', () => {
    const { party: donor } = t.does(register, { kind: 'person', name: '赵六' }).output
    const gift = { fund: 'care', source: 'member', amount: '10.00' } as const
    t.does(receive, { ...gift, party: donor, received_on: '2020-03-30' })
    t.does(receive, { ...gift, party, received_on: '2020-02-29' })
    t.does(pay, { fund: 'care', payee: party, category: 'care_grants', amount: '1.00' })
    expect(t.asks(due, {})).toMatchObject({ count: 0, persons: [] })
    const body = { ...neutralPolicies.retention, donor_years: 6 }
    t.does(putPolicy, { kind: 'retention', body })
    // Whoever was helped too is kept without limit.
    expect(t.asks(due, {}).persons).toEqual([
      {
        party: donor,
        name: '赵六',
        due_on: '2026-03-30',
        classes: [{ class: 'donor', last_on: '2020-03-30' }],
        holds: [],
      },
    ])
  })
})
