/** Nobody erases alone, nor anybody else than was asked for. */
import { expect, it } from 'vitest'
import { create } from '../../src/access/users.ts'
import { throughout } from '../../src/book/registry.ts'
import { register } from '../../src/people/commands.ts'
import { merge, unmerge } from '../../src/people/duplicate-commands.ts'
import { setPerson } from '../../src/people/interest-commands.ts'
import { show } from '../../src/people/queries.ts'
import { confirm, request } from '../../src/privacy/erasure-commands.ts'
import { bookForTests } from '../journeys/book-for-tests.ts'

const t = bookForTests({ inMemory: true })
const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
const owner = (id: number) => ({ actor: `user:${id}`, grants: throughout('owner') })
const reason = 'The same'

it('[I4.5] erasure.merged_since: whoever was merged in them meanwhile is not erased with them', () => {
  const [party, other] = [person('李梅'), person('王富')]
  const asked = t.does(request, { party, ground: 'asked_for' }, owner(1)).output.request
  t.does(merge, { kept: party, merged: other, reason })
  const refused = t.refuses(confirm, { request: asked }, owner(2))
  expect([refused.code, refused.values]).toEqual([
    'erasure.merged_since',
    { request: asked, parties: [other] },
  ])
  t.does(unmerge, { merged: other, reason })
  t.does(merge, { kept: other, merged: party, reason })
  expect(t.refuses(confirm, { request: asked }, owner(2)).code).toBe('erasure.merged')
  t.does(unmerge, { merged: party, reason })
  t.does(confirm, { request: asked }, owner(2))
  expect(t.asks(show, { party: other }).name).toBe('王富')
})

it('[I4.5] erasure.by_another: two users of one person are one', () => {
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const [one, two] = ['anna', 'anna-2'].map((login) => {
    const { user } = t.does(create, { login, name: login, role: 'owner', password }).output
    const party = person(login)
    t.does(setPerson, { user, party })
    return { user, party }
  }) as [{ user: number; party: string }, { user: number; party: string }]
  const party = person('赵六')
  const asked = t.does(request, { party, ground: 'asked_for' }, owner(one.user)).output.request
  t.does(merge, { kept: one.party, merged: two.party, reason })
  const refused = t.refuses(confirm, { request: asked }, owner(two.user))
  expect(refused.code).toBe('erasure.by_another')
  t.does(confirm, { request: asked }, owner(9))
})
