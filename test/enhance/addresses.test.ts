import { expect, test } from 'vitest'
import { filledAddress, filterAddress, isSameList } from '../../templates/enhance/addresses.ts'
import { bookOf } from '../../templates/enhance/page.ts'

test('a filter stands in the address as its form would send it, without what is empty', () => {
  const address = filterAddress('https://here/b/relief/payouts?state=standing', [
    ['q', '张 & 李'],
    ['fund', ''],
    ['from', ' '],
    ['sort', 'amount'],
  ])
  expect(address).toBe('https://here/b/relief/payouts?q=%E5%BC%A0+%26+%E6%9D%8E&sort=amount')
  expect(filterAddress('https://here/b/relief/payouts?q=x', [])).toBe(
    'https://here/b/relief/payouts',
  )
})

test.each([
  ['?cursor=2', true],
  ['/b/relief/payouts?sort=day', true],
  ['/b/relief/payouts', true],
  ['/b/relief/payouts/1', false],
  ['/b/relief/payouts?q=x', false],
  ['?cursor=2#main', false],
  ['https://elsewhere/b/relief/payouts?cursor=2', false],
])('from the list ?q=x the link %s leads to the same list: %s', (link, same) => {
  expect(isSameList(link, 'https://here/b/relief/payouts?q=x')).toBe(same)
})

test('a preview has an address once every answer is there', () => {
  const template = '/b/r/funds/{fund}/statement-preview.html?from={from}&to={to}'
  const answers: Record<string, string> = { fund: 'a&b', from: '2026-01-01' }
  expect(filledAddress(template, (name) => answers[name])).toBeNull()
  answers.to = '2026-01-31'
  expect(filledAddress(template, (name) => answers[name])).toBe(
    '/b/r/funds/a%26b/statement-preview.html?from=2026-01-01&to=2026-01-31',
  )
})

test('the book of a page stands in its path', () => {
  expect([bookOf('/b/relief/funds/care'), bookOf('/b/relief'), bookOf('/parts')]).toEqual([
    '/b/relief',
    '/b/relief',
    '',
  ])
})
