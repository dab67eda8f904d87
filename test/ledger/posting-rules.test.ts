/** The table of posting rules against the journal map of the domain handbook (G4). */
import { describe, expect, it } from 'vitest'
import { charts } from '../../src/ledger/charts/charts.ts'
import { type PostingKind, type PostingRule, postingRules } from '../../src/ledger/posting-rules.ts'
import { accountRoles, commitmentRoles, payoutCategories } from '../../src/ledger/roles.ts'

const rules = Object.entries(postingRules) as [PostingKind, PostingRule][]
const slots = ['$money', '$income', '$expense', '$commitment', '$netAssets', '$payable', '$loan']

/** What makes each line of the map; an empty list with the reason why there is no entry. */
const journalMap: Readonly<Record<string, readonly PostingKind[] | string>> = {
  'Donations: pledge': ['pledge.made', 'pledge.recognised'],
  'Donations: pledge kept': ['contribution.pledge_kept', 'contribution.receivable_kept'],
  'Donations: received': ['contribution.received'],
  'Donations: cash, then deposit': ['contribution.received', 'cash.deposited'],
  'Donations: unidentified': ['contribution.unidentified', 'contribution.identified'],
  'Donations: fiscal grant': ['contribution.received'],
  'Donations: dues or upper allotment': ['contribution.received', 'level.received'],
  'Donations: conditional': ['contribution.conditional', 'contribution.condition_met'],
  'Donations: named individual': ['contribution.for_named_person', 'custodial.paid'],
  'Donations: in kind': ['contribution.in_kind', 'goods.given'],
  'Donations: earmark changed': ['transfer.given', 'transfer.taken'],
  'Donations: board designates': ['net_assets.designated'],
  'Donations: to be returned': ['contribution.refund_owed', 'contribution.refund_paid'],
  G1: ['award.on_notice', 'award.reservation_freed'],
  G2: ['award.approved', 'award.approved_at_once', 'payment.approved'],
  G3: ['award.batch_debited', 'payout.of_request'],
  G4: ['award.line_confirmed', 'payout.of_request'],
  G5: ['award.line_rejected', 'award.resent_rejected'],
  G6: ['award.batch_debited', 'award.line_confirmed'],
  G7: ['award.bounced', 'payout.returned'],
  G8: ['award.cancelled', 'award.cancelled_prior_year'],
  G9: ['clawback.claimed', 'clawback.claimed_prior_year', 'clawback.received'],
  G10: ['award.paid_in_cash', 'award.given_in_goods', 'payout.paid'],
  T1: ['level.granted_down', 'level.received'],
  T2: ['contribution.for_named_person', 'custodial.paid'],
  T3: 'shown, not posted: sent by value date, open until the other side has it',
  T4: ['level.returned_up', 'level.returned_up_prior_year', 'level.return_received'],
  T5: 'a group report eliminates; the books stay as they are',
  L1: ['loan.approved'],
  L2: ['loan.paid_out'],
  L3: ['loan.fee_accrued'],
  L4: ['loan.fee_repaid', 'loan.principal_repaid'],
  L5: 'the map says: no entry',
  L6: ['loan.overdue'],
  L7: ['loan.provided_for'],
  L8: ['loan.written_off'],
  L9: ['loan.recovered'],
  L10: ['loan.forgiven'],
  L11: ['subsidy.accepted', 'subsidy.paid'],
  L12: ['subsidy.recovered'],
  L13: ['guarantee.deposited'],
  L14: ['guarantee.loss_expected', 'guarantee.claim_paid'],
  L15: ['guarantee.recourse', 'guarantee.recourse_received'],
  V1: ['voucher.issued'],
  "V1'": ['voucher.issued_as_liability'],
  V2: ['voucher.advance_paid'],
  V3: ['voucher.redeemed', 'voucher.face_released'],
  V4: ['voucher.disallowed', 'voucher.disallowed_paid'],
  V5: ['voucher.settled_by_advance', 'voucher.settled'],
  V6: ['voucher.face_released', 'voucher.liability_expired'],
  B1: ['interest.received'],
  B2: ['bank_fee.paid'],
  F1: [
    'transfer.advanced',
    'transfer.advance_received',
    'transfer.repaid',
    'transfer.repayment_received',
  ],
  R1: 'entry.reversed copies the stored legs the other way round',
  Y1: ['year.income_closed'],
  Y2: ['year.expense_closed'],
  Y3: ['year.restriction_released'],
  Y4: 'balances roll by themselves; what lapses is commitment.released',
  'Our own: commitments': ['commitment.made', 'commitment.released'],
}

describe('the posting rules', () => {
  it.each(rules)('%s names accounts that exist, two different ones a leg', (_, { legs }) => {
    expect(legs.length).toBeGreaterThan(0)
    for (const [debit, credit] of legs) {
      expect(debit).not.toBe(credit)
      for (const name of [debit, credit]) {
        expect(name.startsWith('$') ? slots : Object.keys(accountRoles)).toContain(name)
      }
    }
  })

  it.each(rules)('%s keeps the memorandum outside the balance sheet', (_, { legs }) => {
    const memorandum = (name: string) =>
      name === '$commitment' ||
      (!name.startsWith('$') && accountRoles[name as 'bank'].class === ('memorandum' as string))
    for (const [debit, credit] of legs) expect(memorandum(debit)).toBe(memorandum(credit))
  })

  it.each(rules)('%s says where it comes from', (_, { basis, source }) => {
    expect(['D', 'J', 'M']).toContain(basis)
    expect(source).not.toBe('')
  })

  it('make every line of the journal map, and nothing that is on no line', () => {
    const made = Object.values(journalMap).flatMap((line) => (typeof line === 'string' ? [] : line))
    expect([...new Set(made)].sort()).toEqual(rules.map(([kind]) => kind).sort())
    const numbered = (letter: string, last: number) =>
      Array.from({ length: last }, (_, position) => `${letter}${position + 1}`)
    const lines = [
      ...numbered('G', 10),
      ...numbered('T', 5),
      ...numbered('L', 15),
      ...numbered('V', 6),
      ...numbered('B', 2),
      ...numbered('Y', 4),
      'F1',
      'R1',
      "V1'",
    ]
    expect(Object.keys(journalMap)).toEqual(expect.arrayContaining(lines))
  })
})

describe('the charts', () => {
  it.each(Object.values(charts))(
    '$id gives every role a code and three names, each once',
    (chart) => {
      const accounts = Object.values(chart.accounts)
      expect(Object.keys(chart.accounts).sort()).toEqual(Object.keys(accountRoles).sort())
      for (const field of ['code', 'name', 'nameHans', 'nameHant'] as const) {
        const values = accounts.map((account) => account[field])
        expect(values.filter((value) => value.trim() === '')).toEqual([])
        const repeated = values.filter((value, position) => values.indexOf(value) !== position)
        expect(`${field}: ${repeated}`).toBe(`${field}: `)
      }
    },
  )

  it('payouts are expenses, and commitments are set aside on the memorandum', () => {
    for (const role of payoutCategories) expect(accountRoles[role].class).toBe('expense')
    for (const role of commitmentRoles) expect(accountRoles[role].holding).toBe('commitment')
  })
})
