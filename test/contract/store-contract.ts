/**
 * What every store promises, as cases that run on a fresh store of each host on its real runtime. They use
 * node:assert, which Node and workerd both have. S numbers are lasting: tests and comments quote them.
 */
import type { Store } from '../../src/store/store.ts'
import { bookCases } from './book-cases.ts'
import { constraintCases } from './constraint-cases.ts'
import { transactionCases } from './transaction-cases.ts'
import { valueCases } from './value-cases.ts'
import { vaultCases } from './vault-cases.ts'

export interface StoreCase {
  readonly name: string
  run(store: Store): void
  /**
   * `run` must fail with this when it commits: on Node as an exception, in a Durable Object as a failed
   * request. `after` then looks at what was kept.
   */
  readonly failsAtCommit?: RegExp
  after?(store: Store): void
}

export const storeContract: readonly StoreCase[] = [
  ...valueCases,
  ...transactionCases,
  ...constraintCases,
  ...bookCases,
  ...vaultCases,
]
