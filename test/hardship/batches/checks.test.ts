/** The dry run: each check of the policy on payments, its grade, its lines and why; red holds the release up. */
import { afterEach, describe, expect, it } from 'vitest'
import { check } from '../../../src/hardship/batches/checks.ts'
import { foresee } from '../../../src/hardship/batches/payable-queries.ts'
import { removeLine } from '../../../src/hardship/batches/preparing.ts'
import { show } from '../../../src/hardship/batches/queries.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { accountsChanged, releasedRoster } from '../../../src/hardship/batches/roster.ts'
import { batchWithNumber } from '../../../src/hardship/batches/rows.ts'
import { revise } from '../../../src/hardship/files/commands.ts'
import { status } from '../../../src/people/commands.ts'
import { add as addTie } from '../../../src/people/tie-commands.ts'
import { award } from './awarding.ts'
import { cardNumber, type PaidBook, paidBook, ref } from './scene.ts'

const books: PaidBook[] = []
function book(): PaidBook {
  const made = paidBook()
  books.push(made)
  return made
}
afterEach(() => {
  for (const { t } of books.splice(0)) t.close()
})

const found = (b: PaidBook, batch: string) =>
  b.t
    .asks(check, { batch }, b.as.auditor)
    .findings.map(({ check: name, grade, lines }) => `${name} ${grade} ${lines.join(',')}`)

describe('the dry run of a batch', () => {
  it('[A9] finds one account for two people, and red keeps it from being released', () => {
    const b = book()
    const cases = b.awarded(3)
    const [one, , three] = cases.map((id) => ref(b.theCase(id).beneficiary_id)) as [
      string,
      string,
      string,
    ]
    b.account(three, cardNumber(1))
    const batch = b.prepared()
    expect(found(b, batch)).toEqual(['same_account red 1,3', 'new_payee green 1,2,3'])
    const { findings, blocked } = b.t.asks(check, { batch }, b.as.auditor)
    expect([findings[0]!.values.parties, blocked]).toEqual([[one, three], true])
    const refused = b.t.refuses(release, { batch }, b.as.secondAdministrator)
    expect([refused.code, refused.values.lines]).toEqual(['batch.red_findings', 2])
    b.payments({ red_blocks: false })
    b.t.does(release, { batch }, b.as.secondAdministrator)
  })

  it('[A9] finds who has no account, is new, or gets more than the median of the programme', () => {
    const b = book()
    b.awarded(3)
    const big = b.submitCase({ amount: '1600.00' })
    b.t.does(award, { cases: [big] }, b.as.approver)
    const batch = b.prepared()
    const four = ['no_account red 4', 'unusual_amount amber 4', 'new_payee green 1,2,3,4']
    expect(found(b, batch)).toEqual(four)
    const { findings } = b.t.asks(check, { batch }, b.as.auditor)
    expect(findings[1]!.values).toEqual({ amount: '1600.00', median: '500.00', percent: 320 })
    expect(
      b.t
        .asks(foresee, { fund: 'care', form: 'bank' }, b.as.administrator)
        .findings.map((one) => one.check),
    ).toEqual([])
    b.t.does(removeLine, { batch, line: 4 }, b.as.administrator)
    b.t.does(release, { batch }, b.as.secondAdministrator)
    for (const line of [1, 2, 3]) {
      b.t.does(recordResult, { batch, line, outcome: 'paid' }, b.as.administrator)
    }
    expect(found(b, b.prepared())).toEqual([
      'no_account red 1',
      'unusual_amount amber 1',
      'new_payee green 1',
    ])
  })

  it('[A9] finds another case of the household, a relative of an officer, a death, a delisting', () => {
    const b = book()
    const [one, two, three] = b.awarded(3) as [number, number, number]
    const [family] = b.families
    const cases = [b.submitCase(), b.submitCase({ beneficiary: family.spouse })]
    b.t.does(award, { cases: [cases[0]!] }, b.as.approver)
    b.account(family.head)
    const other = ref(b.theCase(one).beneficiary_id)
    const officer = b.users.approver.party
    b.t.does(addTie, { party: officer, other, role: 'parent' }, b.as.administrator)
    b.t.does(
      status,
      { party: ref(b.theCase(two).beneficiary_id), status: 'died' },
      b.as.administrator,
    )
    const file = b.theCase(three).file_id
    const off = { file, in_hardship: false, reason: 'Found work' }
    b.t.does(revise, off, b.as.administrator)
    const batch = b.prepared()
    expect(found(b, batch)).toEqual([
      'no_longer_entitled red 2',
      'no_longer_entitled red 3',
      'open_duplicate amber 4',
      'officers_relative amber 1',
      'new_payee green 1,2,3,4',
    ])
    const { findings } = b.t.asks(check, { batch }, b.as.auditor)
    expect(findings.map(({ values }) => values)).toEqual([
      { why: ['died'] },
      { why: ['delisted'] },
      { cases: [`C-00000${cases[1]}`] },
      { actor: `user:${b.users.approver.user}`, interests: [`parent ${other}`] },
      { count: 4 },
    ])
    b.payments({
      grades: {
        same_account: 'off',
        new_payee: 'off',
        unusual_amount: 'off',
        open_duplicate: 'off',
        officers_relative: 'red',
        no_account: 'off',
        no_longer_entitled: 'off',
      },
    })
    expect(found(b, batch)).toEqual(['officers_relative red 1'])
  })
})

describe('the roster as released', () => {
  it('[G7] has the digest of the release, and tells whose account was changed after it', () => {
    const b = book()
    const cases = b.awarded(2)
    const batch = b.released()
    const { store } = b.t.book
    const row = batchWithNumber({ ...store, scope: 'all' }, batch)
    const roster = releasedRoster(store, row)!
    expect(roster.lines.map((line) => [line.end_to_end_id, line.amount_minor])).toEqual([
      ['B-2026-0001-000001', 50_000],
      ['B-2026-0001-000002', 50_000],
    ])
    expect(accountsChanged(store, row)).toEqual([])
    b.account(ref(b.theCase(cases[1]!).beneficiary_id), cardNumber(99))
    expect(accountsChanged(store, row)).toEqual([2])
    expect(releasedRoster(store, row)).toEqual(roster)
    expect(b.t.asks(show, { batch }, b.as.auditor).accounts_changed).toEqual([2])
  })
})
