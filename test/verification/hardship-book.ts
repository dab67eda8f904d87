/** A book in which cases went all ways, closed and all in one file, for tests that change it behind the book's back. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordHomeVisit } from '../../src/hardship/flow/commands.ts'
import { refuse, returnToStep } from '../../src/hardship/flow/turning.ts'
import {
  answered,
  approved,
  begin,
  closed,
  giveAccounts,
  onNotice,
  prepared,
  released,
  takenDown,
  verified,
} from '../hardship/stories/acts.ts'

/**
 * Six cases of a list: 1 to 3 awarded and sent to the bank, of which 3 came back and the batch is closed; 4 awarded and
 * in a batch that the bank has not answered; 5 awarded and not sent; 6 refused on the way, after it was sent back once.
 */
export function hardshipFile() {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-cases-'))
  const path = join(folder, 'cases.db')
  const { h } = begin('Cases that went all ways', {
    on: '2026-03-02',
    inMemory: false,
    steps: [
      { kind: 'verify' },
      { kind: 'notice', level: 'unit' },
      { kind: 'approve' },
      { kind: 'pay' },
      { kind: 'revisit', after_months: 6 },
    ],
  })
  const { t, as } = h
  const { round, cases } = h.submitRound(6)
  const [a, b, c, d, e, f] = cases as [number, number, number, number, number, number]
  const people = cases.map((id) => `P-${String(h.theCase(id).beneficiary_id).padStart(6, '0')}`)
  giveAccounts(h, people)
  verified(h, { round })
  t.does(returnToStep, { cases: [f], to_step: 1, reason: 'The wrong household' }, as.approver)
  t.does(recordHomeVisit, { cases: [f], findings: 'Nobody there' }, as.coordinator)
  t.does(refuse, { cases: [f], rule: 'not_in_need', text: 'Moved away' }, as.approver)
  const { notice } = onNotice(h, { round })
  t.at('2026-03-10T01:00:00Z')
  takenDown(h, notice)
  approved(h, { cases: [a, b, c, d] })
  const first = prepared(h, { instalments: [1, 2, 3] }).batch
  released(h, first)
  answered(h, first, { lines: 3, on: '2026-03-10', rejected: [3] })
  closed(h, first)
  const second = prepared(h, { instalments: [4] }).batch
  released(h, second)
  approved(h, { cases: [e] })
  t.book.store.script(`vacuum into '${path}'`)
  t.close()
  let copies = 0
  return {
    path,
    copy: () => {
      copies += 1
      const to = join(folder, `copy-${copies}.db`)
      copyFileSync(path, to)
      return to
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
