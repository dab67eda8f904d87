/** A run of the matching as pages show it: suggestions with reasons, a need that is left, people who are kept apart. */
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { add as addPlace } from '../../src/pairing/registers/place-commands.ts'
import { reject } from '../../src/pairing/suggestions/rejecting.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import { ranAtOnce } from '../pairing/suggestions/matching-scene.ts'

/** Puts it into the book. */
export function matchingScene(t: TestBook): void {
  const clerk = { actor: 'user:901' }
  t.does(addPlace, { place: 'liuhe', name: '柳河村', latitude: 31.2304, longitude: 121.4737 })
  t.does(addPlace, { place: 'beishan', name: '北山镇', latitude: 31.1304, longitude: 121.3737 })
  const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
  const can = { skills: ['care', 'medicine'], languages: ['zh', 'wuu'], place: 'liuhe' }
  const helper = (name: string, given: object) =>
    t.does(enroll, { party: person(name), ...given }, clerk).output.helper
  const helpers = [
    helper('欧阳慧敏', { ...can, times: ['weekend_day', 'weekday_evening'] }),
    helper('Constantin von Hohenstein-Waldburg', { place: 'beishan', capacity: 1 }),
  ]
  const need = (name: string, given: object) =>
    t.does(openNeed, { party: person(name), kind: 'health', ...given }, clerk).output.need
  const needs = [
    need('司徒老伯', { place: 'liuhe', urgency: 3, languages: ['wuu'], times: ['weekend_day'] }),
    need('Anneliese Bartholomew', { place: 'beishan', gender: 'woman' }),
    need('才让卓玛', { languages: ['bo'], musts: ['languages'] }),
  ]
  const suggestions = [{ need: needs[1]!, helper: helpers[0]! }]
  const note = '两家因院墙有过争执'
  t.does(reject, { suggestions, reason: 'conflict', note }, clerk)
  ranAtOnce(t, null, { needs, helpers })
}

/** Pages by their routes, as in places.ts. */
export const matchingPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/matching': { matching: '/pairing/matching' },
  '/b/:book/pairing/matching/:run{[0-9]+}': { 'matching-run': '/pairing/matching/1' },
  '/b/:book/pairing/matching/:run{[0-9]+}/needs/:need{[0-9]+}': {
    'matching-candidates': '/pairing/matching/1/needs/8?helper=6',
  },
  '/b/:book/pairing/matching/needs/:need{[0-9]+}': {
    'matching-why': '/pairing/matching/needs/10?run=1',
  },
  '/b/:book/pairing/matching/what-if': {
    'matching-what-if': '/pairing/matching/what-if?compare=yes&distance=90&spread=0',
  },
  '/b/:book/pairing/matching/rejections': { 'matching-rejections': '/pairing/matching/rejections' },
}

/** Routes that are no pages of their own. */
export const noMatchingPages: Readonly<Record<string, string>> = {
  '/b/:book/pairing/matching/:run{[0-9]+}/certificate.json': 'a file',
}
