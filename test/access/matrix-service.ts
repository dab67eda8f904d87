/** Service in the three places of the matrix, and what is asked of it there. */
import { record as recordTime } from '../../src/pairing/service/hours.ts'
import { record as recordPledge } from '../../src/pairing/service/pledges.ts'
import { open, take } from '../../src/pairing/service/posts.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface ServicePlace {
  readonly promise: number
  /** A post that has room, and who holds a part of it. */
  readonly post: string
  readonly holding: number
  /** One that nobody holds. */
  readonly vacant: string
  readonly time: number
}

export const nowhereInService: ServicePlace = {
  promise: 900_090,
  post: 'nowhere-post',
  holding: 900_091,
  vacant: 'nowhere-vacant',
  time: 900_092,
}

const clerk = { actor: 'test:clerk' }

/** A pledge, two posts, one of them held, and time that was given. */
export function furnishService(
  t: TestBook,
  of: { readonly unit: string | null; readonly word: string; readonly person: string },
): ServicePlace {
  const { unit, word, person: party } = of
  const inUnit = unit === null ? {} : { unit }
  const said = { party, text: `${word} promise`, due_on: '2026-12-31', ...inUnit }
  const { pledge } = t.does(recordPledge, said, clerk).output
  const code = word.toLowerCase()
  const [post, vacant] = [`${code}-post`, `${code}-vacant`]
  for (const one of [post, vacant]) {
    t.does(open, { post: one, name: `${word} post`, wanted: 3, ...inUnit }, clerk)
  }
  const { holding } = t.does(take, { post, party }, clerk).output
  const given = { party, holding, minutes: 45, text: `${word} result` }
  return {
    promise: pledge,
    post,
    holding,
    vacant,
    time: t.does(recordTime, given, clerk).output.time,
  }
}

export const serviceSamples: Readonly<Record<string, Sample>> = {
  'service_pledges.record': (of) => ({
    party: of.person,
    text: 'A promise',
    due_on: '2026-12-31',
  }),
  'service_pledges.end': (of) => ({ pledge: of.promise, outcome: 'kept', text: 'It was kept' }),
  'service_pledges.list': () => ({}),
  'service_pledges.show': (of) => ({ pledge: of.promise }),
  'service_posts.open': (of) => ({
    post: 'new-post',
    name: 'New',
    ...(of.unit === null ? {} : { unit: of.unit }),
  }),
  'service_posts.close': (of) => ({ post: of.vacant }),
  'service_posts.list': () => ({}),
  'service_posts.show': (of) => ({ post: of.post }),
  'post_holdings.take': (of) => ({ post: of.vacant, party: of.person }),
  'post_holdings.give_back': (of) => ({ holding: of.holding }),
  'post_holdings.list': (of) => ({ holding: of.holding }),
  'service_hours.record': (of) => ({ party: of.person, minutes: 30 }),
  'service_hours.check': (of) => ({ times: [of.time], agreed: true }),
  'service_hours.list': (of) => ({ party: of.person }),
  'service_hours.totals': () => ({ by: 'month' }),
}
