/** Random steps: what is tried next, and with what. `attempts.ts` makes commands of them. */
import * as fc from 'fast-check'

/** How often each kind of step is tried. */
export const weights = {
  open: 2,
  register: 2,
  pledge: 5,
  receive: 18,
  identify: 5,
  refund: 7,
  receipt: 2,
  transfer: 12,
  pay: 14,
  comeBack: 7,
  commit: 7,
  release: 6,
  bulk: 4,
  reverse: 12,
  close: 5,
  request: 4,
  reopen: 4,
  decline: 2,
  policy: 2,
  token: 2,
  revoke: 2,
  account: 1,
  key: 1,
  issue: 3,
  tick: 6,
} as const
export type What = keyof typeof weights

/** An amount: minor units, something near all that is available, or a text that is none. */
export type Amount =
  | { readonly minor: number }
  | { readonly availableAnd: number }
  | { readonly text: string }

/** A day: none given, so many days before today, or a text that is none. */
export type When = null | number | string

export interface Step {
  readonly what: What
  readonly picks: readonly number[]
  readonly amount: Amount
  readonly when: When
  readonly actor: 'a' | 'b'
}

const badAmounts = ['0', '-1', '1e3', '0.0001', '9007199254740993', 'NaN', '１２', '1,00', '']
const badDays = ['2025-02-29', '2026-13-01', 'today', '2026-1-1']

const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ minor: fc.integer({ min: 1, max: 400 }) }) },
  { weight: 5, arbitrary: fc.record({ availableAnd: fc.constantFrom(-1, 0, 0, 1) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.constantFrom(...badAmounts) }) },
)

const when: fc.Arbitrary<When> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 75 }) },
  { weight: 1, arbitrary: fc.constantFrom<When>(-1, ...badDays) },
)

const names = Object.entries(weights).flatMap(([what, times]) =>
  Array.from({ length: times }, () => what as What),
)

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...names),
    picks: fc.array(fc.nat({ max: 9_999 }), { minLength: 5, maxLength: 5 }),
    amount,
    when,
    actor: fc.constantFrom<'a' | 'b'>('a', 'b'),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
)
