/** Ways in which one person might enter, approve and pay after all; each one is tried. */
import { beforeEach, describe, expect, it } from 'vitest'
import { put as putPolicy } from '../../src/access/policies.ts'
import { create as createUser, end as endUser } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { importGrants } from '../../src/exchange/imports.ts'
import { receive as give, refund } from '../../src/funds/contributions.ts'
import { approve } from '../../src/funds/deciding-requests.ts'
import { payRequest } from '../../src/funds/paying-requests.ts'
import { show } from '../../src/funds/payment-request-queries.ts'
import { request } from '../../src/funds/payment-requests.ts'
import { pay } from '../../src/funds/payouts.ts'
import { register } from '../../src/people/commands.ts'
import { merge } from '../../src/people/duplicate-commands.ts'
import { form as formHousehold, leave } from '../../src/people/household-commands.ts'
import { declare, setPerson } from '../../src/people/interest-commands.ts'
import { add as addUnit } from '../../src/people/unit-commands.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

let t: TestBook
/** Every one of them may do everything: no role is above the rules. */
const all = [...throughout('owner'), ...throughout('approver')]
const [anna, ben, cora, dai] = [1, 2, 3, 4].map((id) => ({ actor: `user:${id}`, grants: all }))
const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '10000.00', { received_on: '2026-03-03' })
  for (const login of ['anna', 'ben', 'cora', 'dai']) user(login)
})

function user(login: string): number {
  return t.does(createUser, { login, name: login, role: 'auditor', password }).output.user
}

function duties(given: object, by: object = {}, place: object = {}): void {
  const body = { ...neutralPolicies.duties, ...given }
  t.does(putPolicy, { kind: 'duties', body, ...place } as never, by)
}

const above = (amount: string) => ({ approval_above: { CNY: amount } })
const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
const gift = { fund: 'care', source: 'member' } as const
const care = { fund: 'care', category: 'care_grants' } as const

function asked(payee: string, by = anna): number {
  return t.does(request, { ...care, payee, amount: '800.00' }, by).output.request
}

const refused = (id: number, by = ben) => t.refuses(approve, { request: id }, by).code
const direct = (amount: string, by: object = {}, given: object = {}) =>
  t.refuses(pay, { ...care, payee: { kind: 'person', name: 'Li' }, amount, ...given }, by).code

describe('[D6] one person is one, whatever they are called here', () => {
  it('two users of one person, known by a merge, or one of them ended, count once', () => {
    const [one, other] = [person('Ben Li'), person('Li Ben')]
    t.does(setPerson, { user: 1, party: one })
    t.does(setPerson, { user: 2, party: other })
    const id = asked(person('Li Wei'))
    t.does(merge, { kept: one, merged: other, reason: 'The same identity card' })
    expect(refused(id)).toBe('duties.entered_by_oneself')
    expect(t.asks(show, { request: id }, ben).may).toMatchObject({ approve: false, decline: false })
    const dais = person('Dai')
    t.does(setPerson, { user: 4, party: dais })
    t.does(approve, { request: id }, dai)
    t.does(endUser, { user: 4 })
    const anew = { actor: `user:${user('dai-again')}`, grants: all }
    t.does(setPerson, { user: 5, party: dais })
    expect(t.refuses(payRequest, { request: id }, anew).code).toBe('duties.approved_by_oneself')
    t.does(payRequest, { request: id }, cora)
  })

  it('user_person.of_oneself: nobody sheds who they are', () => {
    t.does(setPerson, { user: 2, party: person('Ben Li') }, ben)
    for (const party of [null, person('Another')]) {
      const refusal = t.refuses(setPerson, { user: 2, party }, ben)
      expect(refusal.code).toBe('user_person.of_oneself')
    }
    t.does(setPerson, { user: 2, party: null }, anna)
  })

  it('who one was said to be counts for what waited meanwhile', () => {
    const of = person('Li Wei')
    t.does(setPerson, { user: 2, party: of })
    const id = asked(of)
    t.does(setPerson, { user: 2, party: null })
    expect(refused(id)).toBe('duties.interest')
    expect(t.does(approve, { request: asked(of) }, ben).output.approvals).toBe(1)
  })

  it('a household that one left while a request waited bars still', () => {
    const [of, whose] = [person('Li Wei'), person('Ben Li')]
    t.does(setPerson, { user: 2, party: whose })
    const members = [
      { party: of, relation: 'head' as const },
      { party: whose, relation: 'not_related' as const },
    ]
    const { household } = t.does(formHousehold, { members }).output
    const id = asked(of)
    t.at('2026-04-20T02:00:00Z')
    t.does(leave, { household, party: whose, to_on: '2026-04-19' })
    expect(refused(id)).toBe('duties.interest')
  })
})

describe('[D7] payout.interest: a direct payout is decided on by who makes it', () => {
  it('and so not by who has an interest, in the payee or in whom it helps', () => {
    const of = person('Li Wei')
    t.does(setPerson, { user: 1, party: of })
    t.does(declare, { party: of, kind: 'friendship' }, ben)
    const vendor = { kind: 'vendor', name: 'Clinic' }
    expect(direct('1.00', anna, { payee: of })).toBe('payout.interest')
    expect(direct('1.00', ben, { payee: vendor, beneficiary: of })).toBe('payout.interest')
    const grants = [{ line: 1, recipient: of, amount: '1.00', paid_on: '2026-03-04' }]
    const { values } = t.refuses(importGrants, { ...care, grants }, anna)
    expect(values).toMatchObject({ problems: [{ code: 'payout.interest' }] })
    t.does(pay, { ...care, payee: of, amount: '1.00' }, cora)
  })

  it('nor is a contribution given back to one’s own', () => {
    const of = person('Li Wei')
    t.does(setPerson, { user: 1, party: of })
    const { contribution } = t.does(give, { ...gift, party: of, amount: '9.00' }).output
    const refunding = { contribution, reason: 'Given by mistake' }
    expect(t.refuses(refund, refunding, anna).code).toBe('payout.interest')
    t.does(refund, refunding, cora)
  })
})

describe('[D2] payout.needs_request, by whatever way around', () => {
  it('not by a day before the policy; records of the past are taken as they were', () => {
    duties(above('500.00'))
    expect(direct('500.01', anna, { paid_on: '2026-03-30' })).toBe('payout.needs_request')
    const recipient = { kind: 'person' as const, name: 'Li' }
    const grants = [{ line: 1, recipient, amount: '900.00', paid_on: '2026-03-30' }]
    expect(t.does(importGrants, { ...care, grants }, anna).output.payouts).toBe(1)
  })

  it('not in pieces to other references of one person, nor through one payee for many', () => {
    duties(above('500.00'))
    const [one, other, third] = ['A', 'B', 'C'].map(person)
    t.does(pay, { ...care, payee: one!, amount: '400.00' })
    t.does(merge, { kept: one!, merged: other!, reason: 'The same' })
    expect(direct('100.01', {}, { payee: other })).toBe('payout.needs_request')
    expect(direct('100.01', {}, { payee: one, beneficiary: third })).toBe('payout.needs_request')
    t.does(pay, { ...care, payee: third!, amount: '400.00' })
  })

  it('not by who loosened it: others pay by that, or it has lain open for 30 days', () => {
    duties(above('500.00'), dai)
    duties(above('5000.00'), anna)
    expect(direct('500.01', anna)).toBe('payout.needs_request')
    duties({ approval_above: null }, anna)
    expect(direct('500.01', anna)).toBe('payout.needs_request')
    t.does(pay, { ...care, payee: person('Li'), amount: '600.00' }, cora)
    t.at('2026-04-30T02:00:00Z')
    t.does(pay, { ...care, payee: person('Li'), amount: '600.00' }, anna)
  })

  it('nor in a unit whose own version one put in the place of the one above', () => {
    t.does(addUnit, { unit: 'north', name: 'North', kind: 'branch' })
    openFund(t, 'north-care', { unit: 'north' } as never)
    receive(t, 'north-care', '1000.00', { received_on: '2026-03-03' })
    duties(above('500.00'), dai)
    duties({ approval_above: null }, anna, { unit: 'north' })
    expect(direct('500.01', anna, { fund: 'north-care' })).toBe('payout.needs_request')
    const given = { ...care, fund: 'north-care', payee: person('Li'), amount: '600.00' }
    t.does(pay, given, cora)
  })

  it('nor are fewer approvals asked of who loosened them, nor an emergency allowed', () => {
    const two = [{ currency: 'CNY', above: '500.00', approvals: 2 }]
    duties({ ...above('500.00'), approvals: two }, dai)
    const emergency = { emergency_allowed: true, emergency_limit: { CNY: '900.00' } }
    duties({ ...above('500.00'), ...emergency }, anna)
    const payee = person('Li Wei')
    expect(t.asks(show, { request: asked(payee) }).needed).toBe(2)
    expect(t.asks(show, { request: asked(payee, cora) }).needed).toBe(1)
    const urgent = { ...care, payee, amount: '800.00', emergency: 'Fire' }
    expect(t.refuses(request, urgent, anna).code).toBe('duties.emergency_not_allowed')
  })
})

describe('[D1] day.before_origin', () => {
  it('nothing was paid before it was approved', () => {
    const id = asked(person('Li Wei'))
    t.does(approve, { request: id }, ben)
    const early = { request: id, paid_on: '2026-03-30' }
    expect(t.refuses(payRequest, early, cora).code).toBe('day.before_origin')
    t.does(payRequest, { request: id, paid_on: '2026-03-31' }, cora)
  })
})
