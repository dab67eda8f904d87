/** Service as pages show it: pledges that are open, past their day and kept; posts; time that was given. */
import { check, record as recordTime } from '../../src/pairing/service/hours.ts'
import { end, record as recordPledge } from '../../src/pairing/service/pledges.ts'
import { giveBack, open, take } from '../../src/pairing/service/posts.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Puts it into the book. Somebody else checks what one recorded. */
export function serviceScene(t: TestBook): void {
  const clerk = { actor: 'user:900' }
  const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
  const [reader, escort] = [person('司马光华'), person('Margaret Hollingsworth')]
  const pledge = (party: string, text: string, due_on: string) =>
    t.does(recordPledge, { party, text, from_on: '2026-01-01', due_on, minutes: 600 }, clerk).output
      .pledge
  const kept = pledge(reader, '每个星期日下午为李奶奶读报，陪她说说话', '2026-02-28')
  pledge(escort, 'I take Grandmother Li to the clinic whenever she asks', '2026-01-31')
  pledge(reader, '教社区老人使用手机挂号', '2030-12-31')
  const text = '读报十二次，李奶奶说心情好多了'
  t.does(end, { pledge: kept, outcome: 'kept', text, on: '2026-03-01' }, clerk)
  const opened = { post: 'reading-room', name: '社区阅览室管理员', wanted: 2 }
  t.does(open, opened, clerk)
  t.does(open, { post: 'escort', name: 'Escort to the clinic', wanted: 1 }, clerk)
  const holdingOf = (post: string, party: string) =>
    t.does(take, { post, party, from_on: '2026-01-05' }, clerk).output.holding
  const [room, other] = [holdingOf('reading-room', reader), holdingOf('reading-room', escort)]
  holdingOf('escort', escort)
  const done = '四百册图书重新编目上架'
  t.does(giveBack, { holding: room, to_on: '2026-03-01', text: done }, clerk)
  const time = (given: { party: string; holding?: number; on: string; text?: string }) =>
    t.does(recordTime, { minutes: 150, ...given }, clerk).output.time
  const right = time({ party: reader, holding: room, on: '2026-01-10', text: '新书入库' })
  const wrong = time({ party: escort, holding: other, on: '2026-02-14' })
  time({ party: escort, on: '2026-03-02', text: 'Two hours of waiting at the hospital' })
  t.does(check, { times: [right], agreed: true })
  t.does(check, { times: [wrong], agreed: false, note: '当天阅览室没有开放' })
}

/** Pages by their routes, as in places.ts. */
export const servicePages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/service': {
    service: '/pairing/service',
    'service-months': '/pairing/service?by=month',
  },
  '/b/:book/pairing/service/hours': { 'service-hours': '/pairing/service/hours' },
  '/b/:book/pairing/service/hours/new': { 'service-hours-new': '/pairing/service/hours/new' },
  '/b/:book/pairing/service/hours/check': { 'service-check': '/pairing/service/hours/check' },
  '/b/:book/pairing/service/pledges': { 'service-pledges': '/pairing/service/pledges' },
  '/b/:book/pairing/service/pledges/new': { 'service-pledge-new': '/pairing/service/pledges/new' },
  '/b/:book/pairing/service/pledges/:pledge{[0-9]+}': {
    'service-pledge': '/pairing/service/pledges/1',
  },
  '/b/:book/pairing/service/pledges/:pledge{[0-9]+}/end': {
    'service-pledge-end': '/pairing/service/pledges/2/end',
  },
  '/b/:book/pairing/service/posts': { 'service-posts': '/pairing/service/posts' },
  '/b/:book/pairing/service/posts/new': { 'service-post-new': '/pairing/service/posts/new' },
  '/b/:book/pairing/service/posts/:post': {
    'service-post': '/pairing/service/posts/reading-room',
  },
  '/b/:book/pairing/service/posts/:post/take': {
    'service-post-take': '/pairing/service/posts/reading-room/take',
  },
  '/b/:book/pairing/service/posts/:post/close': {
    'service-post-close': '/pairing/service/posts/escort/close',
  },
  '/b/:book/pairing/service/holdings/:holding{[0-9]+}/end': {
    'service-give-back': '/pairing/service/holdings/2/end',
  },
}
