import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reverse } from '../../src/funds/reversals.ts'
import { close, request } from '../../src/ledger/commands.ts'
import { entries, entry } from '../../src/ledger/entry-queries.ts'
import { period, periods } from '../../src/ledger/period-queries.ts'
import { account, accounts, trialBalance } from '../../src/ledger/queries.ts'
import { register } from '../../src/ledger/register-queries.ts'
import { openFund, receive, scene } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'

const ids = (t: TestBook, input: object) =>
  t.asks(entries, input as never).entries.map(({ entry }) => entry)

/** Every row of a register, page by page, and the pages on the way back. */
function walk(t: TestBook, input: object) {
  const page = (cursor?: string | null) => t.asks(register, { ...input, cursor } as never)
  const pages = [page(undefined)]
  while (pages.at(-1)!.next !== null) pages.push(page(pages.at(-1)!.next))
  return { pages, page }
}

describe('entries.list', () => {
  it('finds by fund, kind, account, days, amount and state', () => {
    const t = scene()
    const newest = ids(t, {})
    expect(newest).toEqual([...newest].sort((a, b) => b - a))
    const bank = t
      .asks(entries, {})
      .entries.filter(({ accounts: of }) => of.some(({ role }) => role === 'bank'))
    const code = t.asks(accounts, {}).accounts.find(({ role }) => role === 'bank')!.account
    expect(ids(t, { account: code })).toEqual(bank.map(({ entry: id }) => id))
    const kinds = (kind: string) => t.asks(entries, { kind }).entries.map((one) => one.kind)
    expect(kinds('transfer.made')).toEqual(['transfer.made', 'transfer.made'])
    expect(kinds('entry.reversed')).toHaveLength(2)
    expect(ids(t, { fund: 'free', amount: '120.00' })).toHaveLength(1)
    expect(ids(t, { amount: '120.00', kind: 'payout.paid' })).toEqual([])
    expect(ids(t, { fund: 'yen' })).toHaveLength(1)
    const reversals = t.asks(entries, { state: 'reversal' }).entries
    expect(reversals.map(({ kind }) => kind)).toEqual(['entry.reversed', 'entry.reversed'])
    expect(ids(t, { state: 'reversed' })).toEqual(reversals.map(({ reverses }) => reverses))
    const standing = new Set(ids(t, { state: 'standing' }))
    expect(newest.length - standing.size).toBe(4)
    expect(ids(t, { fund: 'care', state: 'reversed' })).toEqual(ids(t, { state: 'reversed' }))
    t.close()
  })

  it('finds what lies in some days, backdated or not, in the order of recording', () => {
    const gift = fc.record({
      fund: fc.constantFrom('care', 'free'),
      on: fc.integer({ min: 1, max: 9 }).map((one) => `2026-03-0${one}`),
    })
    const property = fc.property(fc.array(gift, { maxLength: 12 }), (gifts) => {
      const t = bookForTests({ inMemory: true })
      for (const fund of ['care', 'free']) openFund(t, fund)
      for (const { fund, on } of gifts) {
        receive(t, fund, '1.00', { received_on: on, party: { kind: 'person', name: 'Ann' } })
      }
      for (const fund of [undefined, 'care']) {
        for (const range of [
          { from: '2026-03-03' },
          { to: '2026-03-05' },
          { from: '2026-03-04', to: '2026-03-06' },
        ]) {
          const [from, to] = [range.from ?? '', ('to' in range && range.to) || '~']
          const expected = gifts.flatMap((one, at) =>
            one.on >= from && one.on <= to && (fund === undefined || one.fund === fund)
              ? [at + 1]
              : [],
          )
          const found: number[] = []
          let cursor: string | null | undefined
          do {
            const page = t.asks(entries, {
              ...range,
              fund,
              cursor: cursor ?? undefined,
              limit: 3,
            } as never)
            found.push(...page.entries.map(({ entry: id }) => id))
            cursor = page.next
          } while (cursor)
          expect(found).toEqual(expected.reverse())
        }
      }
      t.close()
    })
    fc.assert(property, { numRuns: 15 })
  })

  it('tells who recorded an entry, its party and its note, as the caller may read them', () => {
    const t = scene()
    const { entry: reversal } = t.asks(entries, { state: 'reversal', limit: 1 }).entries[0]!
    expect(t.asks(entry, { entry: reversal })).toMatchObject({
      actor: 'test:owner',
      command: 'entries.reverse',
      note: 'Wrong',
      postings: [{ party: { party: 'P-000001', name: 'Zhang Xiaoming' } }],
      accounts: [{ name_hans: expect.any(String) }, { name_hant: expect.any(String) }],
    })
    const masked = t.asks(entry, { entry: reversal }, { readsNames: false })
    expect(masked).toMatchObject({ note: '***', postings: [{ party: { name: 'Z. X.' } }] })
    t.close()
  })
})

describe('registers.page', () => {
  it('leads to the oldest row and back, and begins on a day', () => {
    const t = scene()
    for (const limit of [1, 2, 3, 100]) {
      const { pages, page } = walk(t, { fund: 'care', account: '1100', limit })
      const rows = pages.flatMap((one) => one.rows)
      expect(rows[0]!.balance).toBe(pages[0]!.balance)
      expect(new Set(rows.map(({ entry: id }) => id)).size).toBe(rows.length)
      expect(pages[0]!.previous).toBeNull()
      for (let at = pages.length - 1; at > 0; at -= 1) {
        const back = page(pages[at]!.previous)
        expect(back.rows).toEqual(pages[at - 1]!.rows)
        expect(back.next).toBe(pages[at - 1]!.next)
        expect(back.previous === null).toBe(at === 1)
      }
    }
    const onDay = t.asks(register, { fund: 'care', account: '1100', from_day: '2026-03-10' })
    expect(onDay.rows[0]).toMatchObject({
      day: '2026-03-10',
      kind: 'payout.paid',
      subject: 'payout/1',
    })
    expect(onDay.previous).not.toBeNull()
    const before = { fund: 'care', account: '1100', from_day: '2026-01-01' }
    expect(t.asks(register, before)).toMatchObject({ rows: [], next: null, previous: null })
    const reversed = t
      .asks(register, { fund: 'care', account: '1100' })
      .rows.filter(({ reversed_by }) => reversed_by !== null)
    expect(reversed.map(({ subject }) => subject)).toEqual(['payout/2', 'contribution/4'])
    t.close()
  })
})

describe('accounts and the trial balance', () => {
  it('agree with each other and with the sum of all postings', () => {
    const t = scene()
    const { rows, totals } = t.asks(trialBalance, {})
    const chart = t.asks(accounts, { balances: 'funds' }).accounts
    const cents = (text: string) => Number(text.replace('.', ''))
    for (const { account: code, funds } of chart) {
      for (const { fund, balance } of funds) {
        const [raw] = t.book.store.all(
          `select total(case when d.code = ?1 then p.amount_minor else -p.amount_minor end) as sum
           from posting p join account d on d.id = p.debit_account_id
           join account c on c.id = p.credit_account_id join fund f on f.id = p.fund_id
           where f.code = ?2 and (d.code = ?1 or c.code = ?1)`.replace(/\?\d/g, '?'),
          [code, fund, code, code],
        )
        expect([code, fund, cents(balance)]).toEqual([code, fund, raw!.sum])
        const row = rows.find((one) => one.account === code && one.fund === fund)
        expect(cents(row?.debit ?? '0') - cents(row?.credit ?? '0')).toBe(raw!.sum)
      }
    }
    expect(totals.map(({ currency }) => currency).sort()).toEqual(['CNY', 'JPY', 'KWD'])
    for (const { debit, credit } of totals) expect(debit).toBe(credit)
    const bank = t.asks(account, { account: '1100' })
    expect(bank).toEqual(chart.find(({ account: code }) => code === '1100'))
    expect(t.asks(accounts, {}).accounts.every(({ totals: of }) => of.length === 0)).toBe(true)
    t.close()
  })
})

describe('periods.list', () => {
  it('tells every month since the first entry, its entries, and who may do what', () => {
    const t = scene()
    receive(t, 'care', '1.00', { party: 'P-000001', received_on: '2025-11-30' })
    const wrong = receive(t, 'care', '2.00', { party: 'P-000001', received_on: '2026-02-28' })
    t.does(reverse, { entry: ids(t, {})[0]!, reason: `Wrong: ${wrong}` })
    t.does(request, { month: '2026-01', reason: 'A late bill' }, { actor: 'user:2' })
    const found = t.asks(periods, {}).periods
    expect(found.map(({ month, state }) => [month, state])).toEqual([
      ['2026-03', 'open'],
      ['2026-02', 'open'],
      ['2026-01', 'reopening_requested'],
      ['2025-12', 'open'],
      ['2025-11', 'open'],
    ])
    for (const { month, entries: counted } of found) {
      const sql = 'select count(*) as n from entry where substr(effective_on, 1, 7) = ?'
      expect([month, counted]).toEqual([month, t.book.store.all(sql, [month])[0]!.n])
    }
    expect(found.map(({ closable }) => closable)).toEqual([false, true, false, true, true])
    const january = (as: object) => t.asks(period, { month: '2026-01' }, as)
    expect(january({}).may_decide).toBe(true)
    expect(january({ actor: 'user:2' }).may_decide).toBe(false)
    expect(january({ role: 'auditor' }).may_decide).toBe(false)
    expect(january({}).acts.map(({ act, reason }) => [act, reason])).toEqual([
      ['reopening_requested', 'A late bill'],
      ['closed', null],
    ])
    expect(january({ readsNames: false }).last_act?.reason).toBe('***')
    expect(t.asks(period, { month: '2026-02' }, { role: 'auditor' }).may_close).toBe(false)
    t.does(close, { month: '2026-02' })
    expect(t.asks(period, { month: '2026-02' })).toMatchObject({ state: 'closed', closable: false })
    t.close()
  })
})
