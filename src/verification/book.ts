/**
 * Verification of a whole book (design section 7): the chain is walked, everything that is kept is added
 * up again, and every statement is built again. It only reads, and trusts nothing that was kept.
 */
import { findOrganisation } from '../book/book.ts'
import type { Checkpoint } from '../book/tree.ts'
import type { MasterKeys } from '../kit/master-keys.ts'
import type { Reader } from '../store/store.ts'
import { checkAwards } from './awards-check.ts'
import { compareKept } from './balance-state.ts'
import { checkCases } from './case-replay.ts'
import { walkChain } from './chain.ts'
import { checkDetails } from './details.ts'
import { checkFacts } from './facts.ts'
import { ledgerReplay } from './ledger-replay.ts'
import { checkPairs } from './pair-replay.ts'
import { periodReplay } from './period-replay.ts'
import { type Check, collector, type Report, reportOf } from './report.ts'
import { checkDatabase, checkSchema, type SchemaDescription } from './schema-check.ts'
import { checkStatements } from './statements-check.ts'

export interface Progress {
  /** The part in work: `database`, `chain`, `details`, `facts`, `cases`, `pairs`, `statements`. */
  readonly part: string
  readonly done: number
  /** Zero when it is not known. */
  readonly total: number
}

export interface VerifyOptions {
  readonly onProgress?: (progress: Progress) => void
  /** The schema of a book that the migrations have just made; null where none can be made. */
  readonly freshSchema?: SchemaDescription | null
  /** Whether SQLite's own checks may be run; a Durable Object refuses them. */
  readonly databaseChecks?: boolean
  /** Heads of the tree that were signed or kept elsewhere: the book must lead to each of them. */
  readonly checkpoints?: readonly Checkpoint[]
  /** Opens sealed fields as well, to compare them with what the chain commits to. */
  readonly masterKeys?: MasterKeys | undefined
}

/** Verifies a book on one state of it (the caller opens the snapshot). Damage is reported, not thrown. */
export function verifyBook(reader: Reader, options: VerifyOptions = {}): Report {
  const report = options.onProgress ?? (() => undefined)
  const part = (name: string) => report({ part: name, done: 0, total: 0 })
  part('database')
  const checks: Check[] = [
    checkDatabase(reader, options.databaseChecks ?? false),
    checkSchema(reader, options.freshSchema ?? null),
  ]
  const ledger = collector('ledger')
  const balances = collector('balances')
  const periods = collector('periods')
  const replay = ledgerReplay(reader, ledger, balances)
  const acts = periodReplay(periods)
  checks.push(
    ...walkChain(reader, {
      listeners: [replay, acts],
      checkpoints: options.checkpoints ?? [],
      onProgress: (done, total) => report({ part: 'chain', done, total }),
    }),
  )
  checks.push(
    ledger.done(replay.counted()),
    balances.done(compareKept(replay.balances)),
    periods.done(acts.compare(reader)),
  )
  part('details')
  checks.push(checkDetails(reader, options.masterKeys))
  part('facts')
  checks.push(checkFacts(reader))
  part('cases')
  checks.push(checkCases(reader), checkAwards(reader))
  part('pairs')
  checks.push(checkPairs(reader))
  part('statements')
  const progress = (done: number) => report({ part: 'statements', done, total: 0 })
  checks.push(checkStatements(reader, progress))
  return reportOf(`book ${nameOf(reader)}`, checks)
}

function nameOf(reader: Reader): string {
  try {
    return findOrganisation(reader)?.book ?? 'without an organisation'
  } catch {
    return 'that cannot be read'
  }
}
