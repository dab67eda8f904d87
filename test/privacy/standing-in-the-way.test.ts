/** What stands in the way of an erasure, who stands under several references, and users who were erased. */
import { afterAll, describe, expect, it } from 'vitest'
import { create, end, list as listUsers } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { pledge, receive } from '../../src/funds/contributions.ts'
import { approve, decline } from '../../src/funds/deciding-requests.ts'
import { request as requestPayment } from '../../src/funds/payment-requests.ts'
import { reverse } from '../../src/funds/reversals.ts'
import { register } from '../../src/people/commands.ts'
import { merge } from '../../src/people/duplicate-commands.ts'
import { setPerson } from '../../src/people/interest-commands.ts'
import { show } from '../../src/people/queries.ts'
import { confirm, list, request, withdraw } from '../../src/privacy/erasure-commands.ts'
import { beginPeopleCheck } from '../../src/tasks/commands.ts'
import { show as showTask } from '../../src/tasks/queries.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

const t = bookForTests({ inMemory: true })
afterAll(() => t.close())
openFund(t, 'care')
const second = { actor: 'user:9' }
const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
const ask = (party: string) => ({ party, ground: 'not_needed' as const })
const rich = person('王富')
t.does(receive, { fund: 'care', source: 'member', party: rich, amount: '500.00' })

describe('what stands in the way of an erasure', () => {
  it('is money that is to be paid to them, and what is owed', () => {
    const party = person('李梅')
    const asked = { fund: 'care', payee: party, category: 'care_grants', amount: '5.00' } as const
    const { request: payment } = t.does(requestPayment, asked).output
    const refused = t.refuses(request, ask(party))
    expect([refused.code, refused.values]).toEqual([
      'erasure.held',
      { party, holds: [{ kind: 'payment_request', of: String(payment) }] },
    ])
    const approver = { actor: 'user:7', grants: throughout('approver') }
    t.does(approve, { request: payment }, approver)
    expect(t.refuses(request, ask(party)).values).toMatchObject({
      holds: [{ kind: 'payment_request' }, { kind: 'owed', of: 'care' }],
    })
    t.does(decline, { request: payment, reason: 'Not needed' }, { actor: 'user:8' })
    expect(t.does(request, ask(party)).output.party).toBe(party)
  })

  it('is a promise that is not kept, until it is taken back', () => {
    const party = person('赵六')
    const { entry } = t.does(pledge, {
      fund: 'care',
      source: 'member',
      party,
      amount: '9.00',
    }).output
    const { request: asked } = t.does(request, ask(person('钱七'))).output
    expect(t.refuses(request, ask(party)).values).toMatchObject({ holds: [{ kind: 'pledge' }] })
    t.does(reverse, { entry, reason: 'Said by mistake' })
    t.does(request, ask(party))
    t.does(withdraw, { request: asked })
    expect(t.refuses(withdraw, { request: asked }).code).toBe('erasure.unknown')
    const states = t.asks(list, {}).erasures.map(({ state }) => state)
    expect(states).toEqual(['open', 'withdrawn', 'open'])
  })

  it('is a user who signs in; one who has ended is erased with their login', () => {
    const party = person('孙小川')
    const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
    const user = { login: 'sun', name: '孙小川', role: 'auditor', password } as const
    const { user: id } = t.does(create, user).output
    t.does(setPerson, { user: id, party })
    expect(t.refuses(request, ask(party)).values).toMatchObject({ holds: [{ kind: 'user' }] })
    t.does(end, { user: id })
    const { request: asked } = t.does(request, ask(party)).output
    t.does(confirm, { request: asked }, second)
    const kept = t.asks(listUsers, {}).users.find((one) => one.user === id)!
    expect([kept.name, kept.login]).toEqual([null, null])
  })
})

describe('files in which they were named', () => {
  it('are forgotten with them: their names, and what was asked of the task', () => {
    const party = person('吴小九')
    const file = { file: '吴小九一户.csv', digest: 'ab'.repeat(32) }
    const { task } = t.does(beginPeopleCheck, file).output
    const { request: asked } = t.does(request, ask(party)).output
    expect(t.does(confirm, { request: asked }, second).output.texts).toBe(2)
    expect(t.asks(showTask, { task }).asked).toBeNull()
    expect(verifyBook(t.book.store).passed).toBe(true)
  })
})

describe('who stands under two references', () => {
  it('is erased under both, and asked for under the one that is kept', () => {
    const [kept, merged] = [person('周八'), person('周八')]
    t.does(merge, { kept, merged, reason: '同一人' })
    expect(t.refuses(request, ask(merged)).code).toBe('erasure.merged')
    const { request: asked } = t.does(request, ask(kept)).output
    t.does(confirm, { request: asked }, second)
    for (const party of [kept, merged]) expect(t.asks(show, { party }).name).toBe('(erased)')
    expect(t.refuses(request, ask('P-000099')).code).toBe('party.unknown')
    expect(verifyBook(t.book.store).passed).toBe(true)
  })
})
