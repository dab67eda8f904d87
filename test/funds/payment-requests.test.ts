/** Payments that one enters, another approves and a third makes: duties kept apart, by code and by the database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { put as putPolicy } from '../../src/access/policies.ts'
import { create as createToken, tokenHash } from '../../src/access/tokens.ts'
import { create as createUser } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { agree, approve, decline, withdraw } from '../../src/funds/deciding-requests.ts'
import { show as showFund } from '../../src/funds/funds.ts'
import { payRequest } from '../../src/funds/paying-requests.ts'
import { list, show } from '../../src/funds/payment-request-queries.ts'
import { request } from '../../src/funds/payment-requests.ts'
import { pay } from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { hex } from '../../src/kit/digest.ts'
import { register } from '../../src/people/commands.ts'
import { form as formHousehold } from '../../src/people/household-commands.ts'
import { declare, end as endInterest, setPerson } from '../../src/people/interest-commands.ts'
import { add as addTie } from '../../src/people/tie-commands.ts'
import { neutralPolicies } from '../../src/policies/defaults.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { openFund, receive } from './scene.ts'

let t: TestBook
const anna = { actor: 'user:1', grants: throughout('fund_administrator') }
const ben = { actor: 'user:2', grants: throughout('approver') }
const cora = { actor: 'user:3', grants: throughout('fund_administrator') }
const dai = { actor: 'user:4', grants: throughout('approver') }
/** Somebody with every role that there is for payments: no role is above the rules. */
const all = [...throughout('owner'), ...throughout('approver'), ...throughout('fund_administrator')]

const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  openFund(t, 'care')
  receive(t, 'care', '10000.00', { received_on: '2026-03-03' })
  for (const login of ['anna', 'ben', 'cora', 'dai']) {
    t.does(createUser, { login, name: login, role: 'auditor', password })
  }
  duties({ approval_above: { CNY: '500.00' } })
})

function duties(given: Record<string, unknown>): void {
  t.does(putPolicy, { kind: 'duties', body: { ...neutralPolicies.duties, ...given } } as never)
}

/** Anna asks for a payment to a new person unless told otherwise; answers the request. */
function asked(given: Record<string, unknown> = {}, by = anna): number {
  const payee = { kind: 'person', name: 'Li Wei' }
  const input = { fund: 'care', payee, category: 'care_grants', amount: '800.00', ...given }
  return t.does(request, input as never, by).output.request
}

function person(name: string): string {
  return t.does(register, { kind: 'person', name }).output.party
}

const available = () => t.asks(showFund, { fund: 'care' }).available

describe('[D1] one enters, another approves, a third pays', () => {
  it('is owed with the approval, paid once, and never by who approved it', () => {
    const id = asked()
    expect(available()).toBe('10000.00')
    const { entry } = t.does(approve, { request: id }, ben).output
    expect(entry).not.toBeNull()
    expect(available()).toBe('9200.00')
    expect(t.refuses(payRequest, { request: id }, { actor: 'user:2', grants: all }).code).toBe(
      'duties.approved_by_oneself',
    )
    const paid = t.does(payRequest, { request: id }, cora).output
    expect(available()).toBe('9200.00')
    expect(t.refuses(payRequest, { request: id }, cora).values).toEqual({
      request: id,
      payout: paid.payout,
    })
    expect(t.asks(show, { request: id }, ben)).toMatchObject({
      state: 'paid',
      amount: '800.00',
      approvals: 1,
      payout: paid.payout,
      entered: { actor: 'user:1' },
      approved: [{ actor: 'user:2' }],
      paid: { actor: 'user:3' },
      emergency: false,
    })
  })

  it('duties.entered_by_oneself: not with another role, and not through a token of one’s own', () => {
    const mine = { actor: 'user:1', grants: all }
    const id = asked({}, mine as typeof anna)
    expect(t.refuses(approve, { request: id }, mine).code).toBe('duties.entered_by_oneself')
    expect(t.refuses(decline, { request: id, reason: 'no' }, mine).code).toBe(
      'duties.entered_by_oneself',
    )
    const expires_at = t.now() + 1_000_000
    const hash = hex(tokenHash('clt_robot'))
    const given = { hash, role: 'approver', label: 'Robot', expires_at } as const
    const { token } = t.does(createToken, given, mine).output
    const robot = { actor: `token:${token}`, grants: throughout('approver') }
    expect(t.refuses(approve, { request: id }, robot).code).toBe('duties.entered_by_oneself')
    expect(t.asks(show, { request: id }, robot)).toMatchObject({
      may: { approve: false },
      barred: { code: 'duties.entered_by_oneself' },
    })
  })

  it('[invariant 7] the database refuses what the code would, too', () => {
    const id = asked()
    const writes = (sql: string) => () =>
      t.book.store.transaction((): undefined => {
        t.book.store.run(sql, [])
      })
    const next = '(select max(seq) + 1 from event)'
    const approval = (actor: string) =>
      `insert into payment_approval values (99, ${id}, '${actor}', null, ${next})`
    expect(writes(approval('user:1'))).toThrow(/whoever entered a payment does not approve it/)
    const payment = (actor: string) =>
      `insert into request_payment values (99, ${id}, 1, '${actor}', ${next})`
    expect(writes(payment('user:3'))).toThrow(/the request is not approved/)
    t.does(approve, { request: id }, ben)
    expect(writes(approval('user:2'))).toThrow(/UNIQUE/)
    expect(writes(payment('user:2'))).toThrow(/whoever approved a payment does not pay it/)
    t.does(payRequest, { request: id }, cora)
    expect(writes(payment('user:4'))).toThrow(/a request is paid once/)
  })

  it('duties.payer_entered, where the policy keeps those apart too', () => {
    const id = asked()
    t.does(approve, { request: id }, ben)
    duties({
      approval_above: { CNY: '500.00' },
      not_the_same: ['entered_approved', 'approved_paid', 'entered_paid'],
    })
    expect(t.refuses(payRequest, { request: id }, anna).code).toBe('duties.payer_entered')
    expect(t.does(payRequest, { request: id }, cora).output.request).toBe(id)
  })

  it('asks for so many approvals as the policy does for the amount, each person once', () => {
    duties({
      approval_above: { CNY: '500.00' },
      approvals: [{ currency: 'CNY', above: '5000.00', approvals: 2 }],
    })
    const id = asked({ amount: '6000.00' })
    expect(t.does(approve, { request: id }, ben).output).toMatchObject({
      approvals: 1,
      entry: null,
    })
    expect(t.refuses(approve, { request: id }, ben).code).toBe('duties.decided_already')
    expect(t.refuses(payRequest, { request: id }, cora).values).toMatchObject({ needed: 2 })
    expect(t.does(approve, { request: id }, dai).output.entry).not.toBeNull()
    expect(t.refuses(approve, { request: id }, dai).code).toBe('payment_request.approved')
  })
})

describe('[D2] payout.needs_request: what somebody else would approve is not paid directly', () => {
  const direct = { fund: 'care', category: 'care_grants' } as const

  it('above the amount of the policy, at it not, and not in pieces on one day', () => {
    const payee = person('Li Wei')
    const over = t.refuses(pay, { ...direct, payee, amount: '500.01' })
    expect(over.values).toEqual({ amount: '500.01', above: '500.00', currency: 'CNY' })
    t.does(pay, { ...direct, payee, amount: '500.00' })
    expect(t.refuses(pay, { ...direct, payee, amount: '0.01' }).values).toMatchObject({
      amount: '500.01',
    })
    const vendor = { kind: 'vendor', name: 'Clinic' } as const
    const hidden = { ...direct, payee: vendor, beneficiary: payee, amount: '1.00' }
    expect(t.refuses(pay, hidden).code).toBe('payout.needs_request')
    t.does(pay, { ...direct, payee, amount: '400.00', paid_on: '2026-03-30' })
  })
})

describe('[D3] duties.interest: nobody decides where they have an interest', () => {
  it.each<[string, (of: string, whose: string) => void]>([
    ['oneself', (of) => void t.does(setPerson, { user: 2, party: of })],
    [
      'spouse',
      (of, whose) => {
        t.does(setPerson, { user: 2, party: whose })
        t.does(addTie, { party: whose, other: of, role: 'spouse' })
      },
    ],
    [
      'guaranteed',
      (of, whose) => {
        t.does(setPerson, { user: 2, party: whose })
        t.does(addTie, { party: of, other: whose, role: 'guarantor' })
      },
    ],
    [
      'household',
      (of, whose) => {
        t.does(setPerson, { user: 2, party: whose })
        const members = [
          { party: of, relation: 'head' },
          { party: whose, relation: 'not_related' },
        ]
        t.does(formHousehold, { members } as never)
      },
    ],
    ['declared friendship', (of) => void t.does(declare, { party: of, kind: 'friendship' }, ben)],
  ])('%s', (name, tied) => {
    const of = person('Li Wei')
    const id = asked({ payee: { kind: 'vendor', name: 'Clinic' }, beneficiary: of })
    tied(of, person('Ben Li'))
    const refusal = t.refuses(approve, { request: id }, ben)
    expect([refusal.code, refusal.values]).toEqual([
      'duties.interest',
      { request: id, interests: [`${name} ${of}`] },
    ])
    expect(t.does(approve, { request: id }, dai).output.approvals).toBe(1)
  })

  it('an interest that was ended bars from what waited meanwhile, and from nothing later', () => {
    const of = person('Li Wei')
    const id = asked({ payee: of })
    const { interest } = t.does(declare, { party: of, kind: 'business' }, ben).output
    expect(t.refuses(declare, { party: of, kind: 'business' }, ben).code).toBe('interest.held')
    expect(t.refuses(endInterest, { interest }, dai).code).toBe('interest.unknown')
    t.does(endInterest, { interest }, ben)
    expect(t.refuses(approve, { request: id }, ben).code).toBe('duties.interest')
    expect(t.does(approve, { request: asked({ payee: of }) }, ben).output.approvals).toBe(1)
    expect(t.refuses(declare, { party: of, kind: 'other' }, { actor: 'host' }).code).toBe(
      'interest.nobody',
    )
  })

  it('user_person.of_another: one person has one user', () => {
    const of = person('Li Wei')
    t.does(setPerson, { user: 2, party: of })
    expect(t.refuses(setPerson, { user: 3, party: of }).values).toEqual({ party: of, user: 2 })
    expect(t.refuses(setPerson, { user: 99, party: null }).code).toBe('user_person.no_user')
    t.does(setPerson, { user: 2, party: null })
    t.does(setPerson, { user: 3, party: of })
  })
})

describe('[D4] an emergency needs two others and is marked for ever', () => {
  const emergency = { emergency: 'The house burned down', amount: '2000.00' }

  it('duties.emergency_not_allowed, duties.emergency_too_large', () => {
    const input = { fund: 'care', payee: person('Li Wei'), category: 'care_grants' } as const
    const urgent = { ...input, amount: '2000.01', emergency: 'Fire' } as const
    duties({ emergency_allowed: false })
    expect(t.refuses(request, urgent, anna).code).toBe('duties.emergency_not_allowed')
    duties({ emergency_allowed: true, emergency_limit: { CNY: '2000.00' } })
    expect(t.refuses(request, urgent, anna).values).toMatchObject({ limit: '2000.00' })
  })

  it('is agreed to by two others, whoever they are, and may then be paid by who entered it', () => {
    duties({ emergency_allowed: true, emergency_limit: { CNY: '2000.00' } })
    const id = asked(emergency)
    expect(t.refuses(approve, { request: id }, ben).code).toBe('payment_request.is_an_emergency')
    expect(t.refuses(agree, { request: id }, anna).code).toBe('duties.entered_by_oneself')
    t.does(agree, { request: id }, cora)
    expect(t.refuses(payRequest, { request: id }, anna).code).toBe('payment_request.not_approved')
    t.does(agree, { request: id }, ben)
    expect(t.refuses(payRequest, { request: id }, cora).code).toBe('duties.approved_by_oneself')
    t.does(payRequest, { request: id }, anna)
    expect(t.asks(list, { emergency: 'true' }).requests).toMatchObject([
      { request: id, emergency: true, state: 'paid', needed: 2 },
    ])
    const usual = asked()
    expect(t.refuses(agree, { request: usual }, ben).code).toBe('payment_request.not_an_emergency')
  })
})

describe('[D5] a request that is not to be paid', () => {
  it('is declined by another, withdrawn by who entered it; what was owed is undone', () => {
    const declined = asked()
    t.does(decline, { request: declined, reason: 'No need shown' }, ben)
    expect(t.refuses(approve, { request: declined }, dai).values).toMatchObject({ act: 'declined' })
    const withdrawn = asked()
    expect(t.refuses(withdraw, { request: withdrawn, reason: 'x' }, cora).code).toBe(
      'payment_request.of_another',
    )
    const { entry } = t.does(approve, { request: withdrawn }, ben).output
    expect(t.refuses(reverse, { entry: entry!, reason: 'x' }).code).toBe('entry.of_payment_request')
    t.does(withdraw, { request: withdrawn, reason: 'He has died' }, anna)
    expect(available()).toBe('10000.00')
    const cancelled = asked()
    t.does(approve, { request: cancelled }, ben)
    t.does(decline, { request: cancelled, reason: 'Wrong account' }, dai)
    expect(available()).toBe('10000.00')
    expect(t.asks(list, {}).requests.map(({ state }) => state)).toEqual([
      'cancelled',
      'withdrawn',
      'declined',
    ])
    expect(t.refuses(payRequest, { request: cancelled }, cora).code).toBe('payment_request.ended')
    expect(t.refuses(payRequest, { request: 99 }, cora).code).toBe('payment_request.unknown')
  })

  it('is paid anew once the entry of its payment was reversed', () => {
    const id = asked()
    t.does(approve, { request: id }, ben)
    const first = t.does(payRequest, { request: id }, cora).output
    expect(t.refuses(decline, { request: id, reason: 'x' }, ben).code).toBe('payment_request.paid')
    t.does(reverse, { entry: first.entry, reason: 'Paid twice by mistake of the list' })
    expect(t.asks(show, { request: id }).state).toBe('to_pay')
    expect(t.does(payRequest, { request: id }, cora).output.payout).toBe(first.payout + 1)
    expect(available()).toBe('9200.00')
  })

  it('never has more approved than is available', () => {
    const two = [asked({ amount: '6000.00' }), asked({ amount: '6000.00' })]
    t.does(approve, { request: two[0]! }, ben)
    expect(t.refuses(approve, { request: two[1]! }, ben).code).toBe('fund.more_than_available')
  })
})
