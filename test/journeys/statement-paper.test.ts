/** From commands on a real book to the words on the printed page, in the three languages. */
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { adoptKey } from '../../src/access/organisation.ts'
import * as commitments from '../../src/funds/commitments.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import * as payouts from '../../src/funds/payouts.ts'
import { reverse } from '../../src/funds/reversals.ts'
import * as transfers from '../../src/funds/transfers.ts'
import { parseAmount } from '../../src/kit/money.ts'
import { parseChineseAmount } from '../../src/kit/words.ts'
import * as periods from '../../src/ledger/commands.ts'
import { trialBalance } from '../../src/ledger/queries.ts'
import { issue } from '../../src/statements/commands.ts'
import { documentOf } from '../../src/statements/document.ts'
import { readAttachment } from '../../src/statements/pdf/read.ts'
import { renderStatementPdf } from '../../src/statements/pdf/statement-pdf.ts'
import { statementJson } from '../../src/statements/render-data.ts'
import { newSigningKey, signerFrom } from '../../src/statements/signer.ts'
import type { StatementEdition } from '../../src/statements/statement.ts'
import { pagesOf, paperFaces } from '../statements/paper.ts'
import { bookForTests, type TestBook } from './book-for-tests.ts'

const faces = paperFaces()
const march = { fund: 'care', from: '2026-03-01', to: '2026-03-31' }
const key = await newSigningKey((bytes) => new Uint8Array(bytes).fill(1))
const signer = await signerFrom(key)

/** March 2026 of a fund in which everything happened; issued twice, with a late bill between. */
function marchIssuedTwice(): TestBook {
  const t = bookForTests({ chart: 'china-npo', inMemory: true })
  const { kty, crv, x, kid } = key
  t.does(adoptKey, { kty, crv, x, kid })
  t.does(funds.open, {
    fund: 'care',
    name: '关爱基金',
    restriction: 'purpose',
    purpose: '帮扶困难会员',
  })
  t.does(funds.open, {
    fund: 'free',
    name: '一般基金',
    restriction: 'unrestricted',
    purpose: '日常',
  })
  receiveMoney(t)
  payOut(t)
  t.does(periods.close, { month: '2026-02' })
  t.does(issue, march)
  t.at('2026-04-02T02:00:00Z')
  const pharmacy = { kind: 'vendor', name: 'Lékárna U Řeky' } as const
  const bill = { fund: 'care', payee: pharmacy, category: 'care_grants', amount: '7.25' } as const
  t.does(payouts.pay, { ...bill, paid_on: '2026-03-07', beneficiary: 'P-000001' })
  t.does(reverse, { entry: 4, reason: '入错基金' })
  t.does(issue, march)
  return t
}

function receiveMoney(t: TestBook): void {
  const from = { fund: 'care', source: 'member' } as const
  const member = { kind: 'person', name: '欧阳小明' } as const
  const other = { kind: 'person', name: '李华' } as const
  const coop = { kind: 'organisation', name: '滨江合作社' } as const
  t.does(contributions.receive, {
    ...from,
    party: member,
    amount: '1000.00',
    received_on: '2026-02-02',
  })
  t.does(contributions.receive, {
    ...from,
    party: other,
    amount: '60.00',
    received_on: '2026-03-02',
  })
  t.does(contributions.receive, {
    ...from,
    source: 'organisation',
    party: coop,
    amount: '2500.50',
    received_on: '2026-03-03',
  })
  t.does(contributions.receive, {
    ...from,
    party: 'P-000001',
    amount: '15.00',
    received_on: '2026-03-03',
  })
  t.does(contributions.receive, {
    fund: 'care',
    source: 'unidentified',
    amount: '50.00',
    received_on: '2026-03-04',
  })
  t.does(contributions.refund, {
    contribution: 2,
    amount: '10.00',
    reason: '重复',
    refunded_on: '2026-03-05',
  })
}

function payOut(t: TestBook): void {
  const paid = { fund: 'care', category: 'care_grants' } as const
  const maria = { kind: 'person', name: 'Maria Kováčová' } as const
  const hospital = { kind: 'vendor', name: '市第一人民医院' } as const
  t.does(payouts.pay, { ...paid, payee: maria, amount: '300.00', paid_on: '2026-03-10' })
  t.does(payouts.pay, {
    ...paid,
    payee: hospital,
    beneficiary: 'P-000004',
    amount: '820.40',
    paid_on: '2026-03-11',
  })
  t.does(payouts.comeBack, { payout: 1, amount: '100.00', returned_on: '2026-03-12' })
  const wrong = t.does(payouts.pay, {
    ...paid,
    payee: 'P-000002',
    amount: '40.00',
    paid_on: '2026-03-13',
  })
  t.does(reverse, { entry: wrong.output.entry, reason: '付错人' })
  t.does(commitments.make, { fund: 'care', kind: 'awards_on_notice', amount: '90.00' })
  const general = { fund: 'free', source: 'public_money' } as const
  const bureau = { kind: 'public_body', name: '民政局' } as const
  const received_on = '2026-03-15'
  t.does(contributions.receive, { ...general, party: bureau, amount: '500.00', received_on })
  const given = { from: 'free', to: 'care', terms: 'permanent', amount: '25.00' } as const
  t.does(transfers.make, { ...given, reason: '理事会决定', made_on: '2026-03-20' })
}

async function paper(
  t: TestBook,
  language: 'en' | 'zh-Hans' | 'zh-Hant',
  edition: StatementEdition,
) {
  const document = await documentOf(t.book.store, signer, 'CARE-2026-0002', edition)
  const { bytes, missing } = await renderStatementPdf(document, { language, faces })
  const pages = await pagesOf(bytes)
  return { document, bytes, missing, text: pages.map((page) => page.text).join('\n') }
}

describe.each(['en', 'zh-Hans', 'zh-Hant'] as const)(
  '[S12] a real book on paper in %s',
  (language) => {
    test('reads as it should, public and internal, and carries its data', async () => {
      const t = marchIssuedTwice()
      const shown = await paper(t, language, 'masked')
      const named = await paper(t, language, 'named')
      const path = `../golden/journeys/statement-paper.${language}.txt`
      await expect(`${shown.text}\n===\n${named.text}\n`).toMatchFileSnapshot(
        fileURLToPath(new URL(path, import.meta.url)),
      )
      expect([...shown.missing, ...named.missing]).toEqual([])
      for (const name of ['欧阳小明', 'Kováčová']) expect(shown.text).not.toContain(name)
      for (const { bytes, document } of [shown, named]) {
        const data = new TextDecoder().decode(readAttachment(bytes, 'statement.json'))
        expect(data).toBe(statementJson(document))
      }
      t.close()
    })
  },
)

test('[S12] the printed totals are those of the ledger', async () => {
  const t = marchIssuedTwice()
  const { text } = await paper(t, 'zh-Hans', 'masked')
  const printed = (label: string) => {
    const [, figure] = new RegExp(`^${label} ?([\\d,.−]+)`, 'm').exec(text) as RegExpExecArray
    return parseAmount((figure as string).replaceAll(',', ''), 'CNY')
  }
  const fund = t.asks(funds.show, { fund: 'care' })
  expect(printed('期末余额（2026年3月31日）')).toBe(parseAmount(fund.money, 'CNY'))
  expect(printed('可用余额')).toBe(parseAmount(fund.available, 'CNY'))
  const february = t.asks(trialBalance, { as_of: '2026-02-28' }).rows
  const bank = february.find((row) => row.fund === 'care' && row.class === 'asset')
  expect(printed('期初余额（2026年3月1日）')).toBe(parseAmount(bank!.debit, 'CNY'))
  const words = /金额（大写） (人民币\S+)/.exec(text)?.[1] as string
  expect(parseChineseAmount(words)).toBe(printed('减：本期拨付'))
  expect(
    printed('期初余额（2026年3月1日）') + printed('加：本期收入') - printed('减：本期拨付'),
  ).toBe(printed('期末余额（2026年3月31日）'))
  t.close()
})
