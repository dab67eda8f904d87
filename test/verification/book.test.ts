import { afterAll, expect, test } from 'vitest'
import { reportText } from '../../src/verification/report.ts'
import { richFile, verifyFile } from './rich-book.ts'

const file = await richFile()
afterAll(() => file.remove())

test('[V1] a book in which everything was done once verifies, and the report says what was counted', () => {
  expect(reportText(verifyFile(file.path))).toMatchInlineSnapshot(`
    "PASS  database    SQLite finds its pages, indexes, column types, rules and foreign keys in order
    PASS  schema      1,125 tables, indexes and triggers: as the migrations make them
    PASS  chain       44 events with 226 rows: every hash is that of its rows and of what came before
    PASS  tree        0 blocks of the Merkle tree: the hashes of their events
    PASS  ledger      15 entries with 17 postings in 2 funds: serials without a gap, running totals, 1 reversal
    PASS  balances    11 balances, 32 days and 0 marks: what the postings add up to; each fund sums to zero
    PASS  periods     2 periods: following from 6 acts; none of 15 entries was recorded in a closed one
    PASS  details     25 texts kept apart: those that the chain commits to
    PASS  facts       14 acts: in agreement with their entries; receipts and statements are numbered without a gap; accounts play their roles
    PASS  cases       0 cases: each act follows from the one before, no step is left out, nobody acted on their own
    PASS  awards      0 awards: after clean notices; what is owed is what of them is not paid; closed batches are cleared
    PASS  pairs       0 pairs: each act follows from the one before, both sides agreed, ends were approved by another
    PASS  statements  3 statements: with their digests, and the same when built again
    PASS  book relief: nothing is wrong with it
    "
  `)
})
