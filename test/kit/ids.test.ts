import { expect, expectTypeOf, test } from 'vitest'
import { type AccountId, type FundId, id } from '../../src/kit/ids.ts'

test('a row number gets its noun and stays the number', () => {
  const fundId = id<FundId>(7)
  expect(fundId).toBe(7)
  expectTypeOf(fundId).toEqualTypeOf<FundId>()
  expectTypeOf(fundId).not.toExtend<AccountId>()
  expectTypeOf(7).not.toExtend<FundId>()
})

test.each([-1, 0.5, Number.NaN, 2 ** 53])('%d is not a row number', (n) => {
  expect(() => id<FundId>(n)).toThrow(RangeError)
})
