import { expect, test } from 'vitest'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import type { Day } from '../../src/kit/day.ts'
import { fundByCode } from '../../src/ledger/funds.ts'
import { trialBalance } from '../../src/ledger/queries.ts'
import { register } from '../../src/ledger/register-queries.ts'
import { frozen, issue, newestIssue } from '../../src/statements/commands.ts'
import { bookForTests } from './book-for-tests.ts'

test('a fund administrator records contributions and payouts, and a statement adds them up', () => {
  const t = bookForTests()
  t.does(funds.open, {
    fund: 'care',
    name: 'Care fund',
    restriction: 'purpose',
    purpose: 'Hardship',
  })
  t.does(contributions.receive, {
    fund: 'care',
    source: 'member',
    party: { kind: 'person', name: '张小明' },
    amount: '1000.00',
    received_on: '2026-03-02',
  })
  t.does(contributions.receive, {
    fund: 'care',
    source: 'unidentified',
    amount: '50.00',
    received_on: '2026-03-03',
  })
  t.does(contributions.identify, {
    contribution: 2,
    source: 'organisation',
    party: { kind: 'organisation', name: 'Workshop Co-op' },
    identified_on: '2026-03-05',
  })
  const paid = t.does(payouts.pay, {
    fund: 'care',
    payee: { kind: 'person', name: 'Maria Lopez' },
    category: 'care_grants',
    amount: '300.00',
    paid_on: '2026-03-10',
  })
  t.does(payouts.comeBack, {
    payout: paid.output.payout,
    amount: '100.00',
    returned_on: '2026-03-12',
  })
  t.does(contributions.refund, {
    contribution: 1,
    amount: '200.00',
    refunded_on: '2026-03-15',
    reason: 'twice',
  })
  const second = t.does(payouts.pay, {
    fund: 'care',
    payee: 'P-000003',
    category: 'care_grants',
    amount: '40.00',
    paid_on: '2026-03-11',
  })
  t.does(reverse, { entry: second.output.entry, reason: 'wrong person' })
  expect(t.asks(funds.show, { fund: 'care' })).toMatchObject({
    money: '650.00',
    available: '650.00',
  })
  const { rows } = t.asks(trialBalance, {})
  const balances = rows.map(({ account, fund, debit, credit }) => ({
    account,
    fund,
    debit,
    credit,
  }))
  expect(balances).toMatchInlineSnapshot(`
    [
      {
        "account": "1100",
        "credit": "0.00",
        "debit": "650.00",
        "fund": "care",
      },
      {
        "account": "4100",
        "credit": "850.00",
        "debit": "0.00",
        "fund": "care",
      },
      {
        "account": "5100",
        "credit": "0.00",
        "debit": "200.00",
        "fund": "care",
      },
    ]
  `)
  expect(
    t
      .asks(register, { fund: 'care', account: '1100' })
      .rows.map((r) => [r.day, r.amount, r.balance]),
  ).toMatchInlineSnapshot(`
    [
      [
        "2026-03-15",
        "-200.00",
        "650.00",
      ],
      [
        "2026-03-12",
        "100.00",
        "850.00",
      ],
      [
        "2026-03-11",
        "40.00",
        "750.00",
      ],
      [
        "2026-03-11",
        "-40.00",
        "710.00",
      ],
      [
        "2026-03-10",
        "-300.00",
        "750.00",
      ],
      [
        "2026-03-03",
        "50.00",
        "1050.00",
      ],
      [
        "2026-03-02",
        "1000.00",
        "1000.00",
      ],
    ]
  `)
  t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
  const fund = fundByCode(t.book.store, 'care')
  const issued = newestIssue(t.book.store, {
    fundId: fund.id,
    from: '2026-03-01' as Day,
    to: '2026-03-31' as Day,
  })!
  expect(frozen(t.book.store, issued)).toMatchInlineSnapshot(`
    {
      "available_minor": 65000,
      "changes": null,
      "closing_minor": 65000,
      "commitments": [],
      "commitments_minor": 0,
      "elsewhere": [],
      "format": "care-ledger/statement@1",
      "fund": {
        "code": "care",
        "currency": "CNY",
        "exponent": 2,
        "name": "Care fund",
        "purpose": "Hardship",
        "restriction": "purpose",
        "unit": null,
      },
      "issue": {
        "issued_at": "2026-03-31T02:00:00.000Z",
        "issued_on": "2026-03-31",
        "number": "CARE-2026-0001",
      },
      "known": {
        "chain_head": "51ea5651c904a5010e4f17b2b7ea2f402276b87dfb02937d32512eea59ca94d2",
        "sequence": 10,
      },
      "lines": [
        {
          "amount_minor": 100000,
          "beneficiary": null,
          "category": {
            "code": "4100",
            "names": {
              "en": "Contributions, restricted",
              "zh-Hans": "捐赠收入-限定性",
              "zh-Hant": "捐贈收入－受限",
            },
          },
          "day": "2026-03-02",
          "kind": "contribution.received",
          "party": {
            "digest": "45afe579079376698bf13d48073f088d432045182e1e261554ac8928670b81f1",
            "ref": "P-000001",
            "shown": "张*明",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "receipt",
          "serial": 1,
          "source": "member",
        },
        {
          "amount_minor": 5000,
          "beneficiary": null,
          "category": {
            "code": "2250",
            "names": {
              "en": "Unidentified receipts",
              "zh-Hans": "待清分捐款",
              "zh-Hant": "待確認捐款",
            },
          },
          "day": "2026-03-03",
          "kind": "contribution.unidentified",
          "party": null,
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "receipt",
          "serial": 2,
          "source": "organisation",
        },
        {
          "amount_minor": 5000,
          "beneficiary": null,
          "category": {
            "code": "2250",
            "names": {
              "en": "Unidentified receipts",
              "zh-Hans": "待清分捐款",
              "zh-Hant": "待確認捐款",
            },
          },
          "day": "2026-03-05",
          "kind": "contribution.identified",
          "party": {
            "digest": "f281ac43d46f4b684d9d4af4d5aeb4ae4be06188bcd9552ec82dddf3ecdee4d4",
            "ref": "P-000002",
            "shown": "Workshop Co-op",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "other",
          "serial": 3,
          "source": null,
        },
        {
          "amount_minor": 30000,
          "beneficiary": null,
          "category": {
            "code": "5100",
            "names": {
              "en": "Hardship grants",
              "zh-Hans": "困难帮扶支出",
              "zh-Hant": "急難救助支出",
            },
          },
          "day": "2026-03-10",
          "kind": "payout.paid",
          "party": {
            "digest": "de20a074c97c98ff46b2d6d34dad12d66efb3146ca66941d2fac439e3878fce6",
            "ref": "P-000003",
            "shown": "M. L.",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "payment",
          "serial": 4,
          "source": null,
        },
        {
          "amount_minor": 4000,
          "beneficiary": null,
          "category": {
            "code": "5100",
            "names": {
              "en": "Hardship grants",
              "zh-Hans": "困难帮扶支出",
              "zh-Hant": "急難救助支出",
            },
          },
          "day": "2026-03-11",
          "kind": "payout.paid",
          "party": {
            "digest": "de20a074c97c98ff46b2d6d34dad12d66efb3146ca66941d2fac439e3878fce6",
            "ref": "P-000003",
            "shown": "M. L.",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "payment",
          "serial": 7,
          "source": null,
        },
        {
          "amount_minor": -4000,
          "beneficiary": null,
          "category": {
            "code": "5100",
            "names": {
              "en": "Hardship grants",
              "zh-Hans": "困难帮扶支出",
              "zh-Hant": "急難救助支出",
            },
          },
          "day": "2026-03-11",
          "kind": "entry.reversed",
          "party": {
            "digest": "de20a074c97c98ff46b2d6d34dad12d66efb3146ca66941d2fac439e3878fce6",
            "ref": "P-000003",
            "shown": "M. L.",
          },
          "recorded_on": "2026-03-31",
          "reverses": {
            "day": "2026-03-11",
            "serial": 7,
          },
          "section": "payment",
          "serial": 8,
          "source": null,
        },
        {
          "amount_minor": -10000,
          "beneficiary": null,
          "category": {
            "code": "5100",
            "names": {
              "en": "Hardship grants",
              "zh-Hans": "困难帮扶支出",
              "zh-Hant": "急難救助支出",
            },
          },
          "day": "2026-03-12",
          "kind": "payout.returned",
          "party": {
            "digest": "de20a074c97c98ff46b2d6d34dad12d66efb3146ca66941d2fac439e3878fce6",
            "ref": "P-000003",
            "shown": "M. L.",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "payment",
          "serial": 5,
          "source": null,
        },
        {
          "amount_minor": -20000,
          "beneficiary": null,
          "category": {
            "code": "4100",
            "names": {
              "en": "Contributions, restricted",
              "zh-Hans": "捐赠收入-限定性",
              "zh-Hant": "捐贈收入－受限",
            },
          },
          "day": "2026-03-15",
          "kind": "contribution.refunded",
          "party": {
            "digest": "45afe579079376698bf13d48073f088d432045182e1e261554ac8928670b81f1",
            "ref": "P-000001",
            "shown": "张*明",
          },
          "recorded_on": "2026-03-31",
          "reverses": null,
          "section": "receipt",
          "serial": 6,
          "source": "member",
        },
      ],
      "opening_minor": 0,
      "organisation": {
        "book": "relief",
        "name": "Riverside Mutual Aid",
        "time_zone": "Asia/Shanghai",
      },
      "payables_minor": 0,
      "payments_minor": 20000,
      "period": {
        "closed": false,
        "from": "2026-03-01",
        "to": "2026-03-31",
      },
      "receipts": [
        {
          "amount_minor": 80000,
          "count": 2,
          "source": "member",
        },
        {
          "amount_minor": 5000,
          "count": 1,
          "source": "organisation",
        },
      ],
      "receipts_minor": 85000,
    }
  `)
  t.close()
})
