/** Whether an event may be shown: by what it was on, for whoever sees that. */
import { expect, it } from 'vitest'
import type { Role } from '../../src/book/registry.ts'
import { show } from '../../src/work/event-queries.ts'
import { matrixBook, type Place } from '../access/matrix-places.ts'
import type { As } from '../journeys/book-for-tests.ts'

const book = matrixBook()
const { t, a, a1, b } = book

function sees(subject: string, as: As): boolean {
  const found = t.book.store.first('select seq as "seq" from event where subject = +?', [subject])
  expect([subject, found]).not.toContain(undefined)
  try {
    return t.asks(show, { sequence: Number(found!.seq) }, as).subject === subject
  } catch {
    return false
  }
}

const subjectsOf = (of: Place) => [
  `fund/${of.fund}`,
  `contribution/${of.contribution}`,
  `pledge/${of.pledge}`,
  `receipt/${of.receipt}`,
  `payout/${of.payout}`,
  `payment_request/${of.request}`,
  `transfer/${of.transfer}`,
  `commitment/${of.commitment}`,
  `statement/${of.statement}`,
  `party/${of.person}`,
  `unit/${of.unit}`,
  `household/${of.household}`,
  `membership/${of.membership}`,
  `tie/${of.tie}`,
  `user/${of.user}`,
  `service_pledge/${of.promise}`,
  `service_post/${of.post}`,
  `post_holding/${of.holding}`,
  `service_time/${of.time}`,
]

it('events.show tells of what lies in the units of the caller, and of nothing else', () => {
  const owner = { grants: [{ role: 'owner' as Role, unit: a.id }] }
  for (const subject of subjectsOf(a1))
    expect([subject, sees(subject, owner)]).toEqual([subject, true])
  for (const subject of [...subjectsOf(b), `token/${book.token}`, `task/${book.task}`]) {
    expect([subject, sees(subject, owner)]).toEqual([subject, false])
    expect([subject, sees(subject, {})]).toEqual([subject, true])
  }
})

it('events.show tells nobody of what their role does not see', () => {
  const seen = subjectsOf(a1).filter((subject) => sees(subject, { role: 'pairing_coordinator' }))
  const nouns = seen.map((subject) => subject.slice(0, subject.indexOf('/')))
  const ofPeople = ['party', 'unit', 'household', 'membership', 'tie', 'user']
  const ofService = ['service_pledge', 'service_post', 'post_holding', 'service_time']
  expect(nouns).toEqual([...ofPeople, ...ofService])
})
