/** A book with a pair that began, ways to record visits, and a payment in cash for a household. */
import type { z } from 'zod'
import { put } from '../../../src/access/policies.ts'
import { receive } from '../../../src/funds/contributions.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { record } from '../../../src/pairing/visits/commands.ts'
import { neutralVisiting, type Visiting } from '../../../src/policies/visiting.ts'
import { award } from '../../hardship/batches/awarding.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

export interface VisitsBook {
  readonly book: PairingBook
  /** A pair that began on 2026-03-31, of a need of the head of the first family. */
  readonly pair: number
  readonly need: number
  readonly helper: number
  /** Records a visit of the pair by the coordinator and answers its number. */
  visit(given?: Partial<z.input<typeof record.input>>): number
  /** Puts a policy on visits in force. */
  policy(given: Partial<Visiting>): void
  /** A case of 300.00 in cash for the head of the first family, in a released batch; answers the batch. */
  cashBatch(): string
}

/** Made anew by each call; close it with `book.t.close()`. */
export function visitsBook(): VisitsBook {
  const book = pairingBook()
  const { t, as, families } = book
  const { pair, need, helper } = book.activePair({ need: book.need({ party: families[0].head }) })
  return {
    book,
    pair,
    need,
    helper,
    visit: (given = {}) => {
      const to = given.party === undefined ? { pair } : {}
      return t.does(record, { ...to, ...given }, as.coordinator).output.visit
    },
    policy: (given) => {
      t.does(put, { kind: 'visiting', body: { ...neutralVisiting, ...given } })
    },
    cashBatch: () => {
      const party = { kind: 'person', name: 'Giver' } as const
      const form = 'cash' as const
      t.does(receive, { fund: 'care', source: 'member', party, amount: '5000.00', form })
      const id = book.submitCase({ form: 'cash', amount: '300.00' })
      t.does(award, { cases: [id] }, as.approver)
      const made = { fund: 'care', form, name: 'Spring' }
      const { batch } = t.does(prepare, made, as.administrator).output
      t.does(release, { batch }, as.secondAdministrator)
      return batch
    },
  }
}

/** A digest as of a scanned slip. */
export const slip = 'ab'.repeat(32)
