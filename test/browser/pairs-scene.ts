/** Pairs as pages show them: proposed, under way, coming to an end, handed over, watched, with their needs and helpers. */
import { close, proposeClosing } from '../../src/pairing/pairs/closing.ts'
import { agree, decline, handOver, openReview, propose } from '../../src/pairing/pairs/commands.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { open as openNeed } from '../../src/pairing/registers/need-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** Puts it into the book. Somebody else approves the ends that one proposed. */
export function pairsScene(t: TestBook): void {
  const clerk = { actor: 'user:901' }
  const person = (name: string) => t.does(register, { kind: 'person', name }).output.party
  const helper = (name: string) =>
    t.does(enroll, { party: person(name), capacity: 9, skills: ['care'] }, clerk).output.helper
  const need = (name: string, urgency: 1 | 2 | 3 = 2) =>
    t.does(openNeed, { party: person(name), kind: 'company', urgency }, clerk).output.need
  const [zhou, maria] = [helper('周志强'), helper('Maria Fernández de la Cruz')]
  const pairOf = (name: string, who: number) =>
    t.does(propose, { need: need(name), helper: who, note: '同村，常来往' }, clerk).output.pair
  const begin = (pair: number) => {
    t.does(agree, { pair, side: 'helper', how: 'phone' }, clerk)
    t.does(agree, { pair, side: 'helped', how: 'in_person' }, clerk)
    return pair
  }
  pairOf('诸葛明月', zhou)
  const reviewed = begin(pairOf('Margaret Oyelaran-Whitfield', maria))
  t.does(openReview, { pair: reviewed, reason: 'no_visits', note: '三个月没有走访记录' }, clerk)
  const note = '儿子已就业，月收入稳定超过低保标准的两倍，住房修缮完毕'
  const closing = begin(pairOf('李桂英', zhou))
  t.does(proposeClosing, { pair: closing, reason: 'improved', note }, clerk)
  const watched = begin(pairOf('陈大山', zhou))
  t.does(proposeClosing, { pair: watched, reason: 'improved', note }, clerk)
  t.does(close, { pair: watched, note: '同意，跟踪半年' })
  const before = begin(pairOf('孙小红', maria))
  const tried = t.does(handOver, { pair: before, helper: zhou }, clerk).output.pair
  t.does(decline, { pair: tried, side: 'helped', reason: 'too_far' }, clerk)
  begin(t.does(handOver, { pair: before, helper: helper('吴建国') }, clerk).output.pair)
  need('没有帮扶人的老人', 3)
}

/** Pages by their routes, as in places.ts. */
export const pairsPages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/b/:book/pairing/pairs': {
    pairs: '/pairing/pairs',
    'pairs-closing': '/pairing/pairs?waits=closing',
  },
  '/b/:book/pairing/pairs/new': { 'pair-new': '/pairing/pairs/new' },
  '/b/:book/pairing/needs/:need/pairs/new': { 'pair-for-need': '/pairing/needs/1/pairs/new' },
  '/b/:book/pairing/pairs/:pair{[0-9]+}': {
    'pair-proposed': '/pairing/pairs/1',
    'pair-review': '/pairing/pairs/2',
    'pair-closing': '/pairing/pairs/3',
    'pair-watched': '/pairing/pairs/4',
    'pair-handed-over': '/pairing/pairs/5',
  },
  '/b/:book/pairing/pairs/:pair{[0-9]+}/sheets/helper': {
    'pair-sheet-helper': '/pairing/pairs/1/sheets/helper',
  },
  '/b/:book/pairing/pairs/:pair{[0-9]+}/sheets/helped': {
    'pair-sheet-helped': '/pairing/pairs/1/sheets/helped',
  },
  '/b/:book/pairing/pairs/:pair/consents': { 'pair-consent': '/pairing/pairs/1/consents' },
  '/b/:book/pairing/pairs/:pair/refusals': { 'pair-decline': '/pairing/pairs/1/refusals' },
  '/b/:book/pairing/pairs/:pair/withdrawal': { 'pair-withdraw': '/pairing/pairs/1/withdrawal' },
  '/b/:book/pairing/pairs/:pair/consent-withdrawals': {
    'pair-consent-back': '/pairing/pairs/2/consent-withdrawals',
  },
  '/b/:book/pairing/pairs/:pair/reviews': { 'pair-have-reviewed': '/pairing/pairs/6/reviews' },
  '/b/:book/pairing/pairs/:pair/review-results': {
    'pair-reviewed': '/pairing/pairs/2/review-results',
  },
  '/b/:book/pairing/pairs/:pair/closings': { 'pair-close': '/pairing/pairs/2/closings' },
  '/b/:book/pairing/pairs/:pair/closings/return': {
    'pair-return': '/pairing/pairs/3/closings/return',
  },
  '/b/:book/pairing/pairs/:pair/end': { 'pair-end': '/pairing/pairs/3/end' },
  '/b/:book/pairing/pairs/:pair/successors': {
    'pair-successor': '/pairing/pairs/2/successors',
  },
  '/b/:book/pairing/pairs/:pair/observation-end': {
    'pair-watch-end': '/pairing/pairs/4/observation-end',
  },
  '/b/:book/pairing/pairs/:pair/resumption': { 'pair-resume': '/pairing/pairs/4/resumption' },
}
