/** The file for the bank, taken of a released batch. */
import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/book/book.ts'
import { list as events } from '../../../src/book/queries.ts'
import { bankFileMade, takeBankFile } from '../../../src/exchange/bank-files/taking.ts'
import { setPayingAccount, showPayingAccount } from '../../../src/funds/paying-accounts.ts'
import { recordResult } from '../../../src/hardship/batches/results.ts'
import { empty, seal } from '../../../src/people/sealed-commands.ts'
import { type HardshipBook, hardshipBook } from '../../hardship/hardship-for-tests.ts'
import {
  approved,
  giveAccounts,
  prepared,
  released,
  verified,
} from '../../hardship/stories/acts.ts'

/** A batch of two lines, prepared and released unless told otherwise. */
function batchOfTwo(form: 'bank' | 'cash' = 'bank'): HardshipBook & { readonly batch: string } {
  const h = hardshipBook()
  giveAccounts(h, [h.families[0].head, h.families[1].head])
  const cases = h.families
    .slice(0, 2)
    .map(({ head }) => h.submitCase({ beneficiary: head, amount: '1234.50', form }))
  verified(h, { cases })
  approved(h, { cases })
  return { ...h, batch: prepared(h, { form, name: 'Relief in March' }).batch }
}

const account = { fund: 'care', holder: 'Riverside Mutual Aid', number: '6222 0202 0011 2233' }

describe('the file for the bank', () => {
  it('has the lines as released, is the same whenever it is made, and that it was taken is on record', () => {
    const { t, as, batch, ...h } = batchOfTwo()
    t.does(setPayingAccount, account, as.administrator)
    released({ t, as, ...h }, batch)
    const { seq } = t.does(takeBankFile, { batch, format: 'xml' }, as.administrator)
    const made = () => ask(t.book, bankFileMade, { batch, format: 'xml' }, as.administrator)
    const text = new TextDecoder().decode(made().bytes)
    expect(made()).toEqual(made())
    expect(made().name).toBe('B-2026-0001.xml')
    expect(text).toContain('<CtrlSum>2469.00</CtrlSum>')
    expect(text).toContain('<Nm>Wang Wei</Nm>')
    expect(text.match(/<EndToEndId>B-2026-0001-00000[12]<\/EndToEndId>/g)).toHaveLength(2)
    const [taken] = t.asks(events, { command: 'batches.take_bank_file' }).events
    expect(taken).toMatchObject({ sequence: seq, subject: `batch/${batch}` })
    t.close()
  })

  it('leaves out a line that was said to be not paid', () => {
    const { t, as, batch, ...h } = batchOfTwo()
    t.does(setPayingAccount, account, as.administrator)
    released({ t, as, ...h }, batch)
    t.does(recordResult, { batch, line: 1, outcome: 'rejected' }, as.administrator)
    const { bytes } = ask(t.book, bankFileMade, { batch, format: 'csv' }, as.administrator)
    const text = new TextDecoder().decode(bytes)
    expect(text).not.toContain('Wang Wei')
    expect(text).toContain('Li Wei')
    t.close()
  })

  it('is refused until a batch is released, for cash, without an account to pay from', () => {
    const { t, as, batch, ...h } = batchOfTwo()
    const taking = (given: { batch: string }) =>
      t.refuses(takeBankFile, { format: 'csv', ...given }, as.administrator).code
    expect(taking({ batch })).toBe('bank_file.not_released')
    released({ t, as, ...h }, batch)
    expect(taking({ batch })).toBe('bank_file.no_paying_account')
    expect(taking({ batch: 'B-2026-0009' })).toBe('batch.unknown')
    const cash = batchOfTwo('cash')
    expect(
      cash.t.refuses(takeBankFile, { batch: cash.batch, format: 'csv' }, cash.as.administrator)
        .code,
    ).toBe('bank_file.not_released')
    t.close()
    cash.t.close()
  })

  it('[A9] is refused to who may not read names, and where an account was changed after the release', () => {
    const { t, as, batch, families, ...h } = batchOfTwo()
    t.does(setPayingAccount, account, as.administrator)
    released({ t, as, families, ...h }, batch)
    const blind = { ...as.administrator, readsNames: false }
    expect(t.refuses(takeBankFile, { batch, format: 'csv' }, blind).code).toBe(
      'bank_file.holds_names',
    )
    const value = '6228480999999999'
    t.does(seal, { party: families[1].head, field: 'bank_account', value }, as.administrator)
    const refusal = t.refuses(takeBankFile, { batch, format: 'csv' }, as.administrator)
    expect(refusal.code).toBe('bank_file.accounts_changed')
    expect(refusal.message).toContain(
      'these lines have another account now than when it was released: 2',
    )
    t.close()
  })

  it('[bank_file.line_without_account] is refused where somebody has no account any more', () => {
    const { t, as, batch, families, ...h } = batchOfTwo()
    t.does(setPayingAccount, account, as.administrator)
    released({ t, as, families, ...h }, batch)
    t.does(empty, { party: families[0].head, field: 'bank_account' }, as.administrator)
    const refusal = t.refuses(takeBankFile, { batch, format: 'xml' }, as.administrator)
    // What was released is looked at first, and without an account it is another one.
    expect(['bank_file.accounts_changed', 'bank_file.line_without_account']).toContain(refusal.code)
    t.close()
  })

  it('asks for name, account and amount in the table of a bank, and refuses what is no account', () => {
    const { t, as } = hardshipBook()
    const layout = { encoding: 'gb18030', separator: '|', head: false } as const
    const columns = [{ field: 'name' as const, head: 'N' }]
    const without = t.refuses(
      setPayingAccount,
      { ...account, layout: { ...layout, columns } },
      as.administrator,
    )
    expect(without.message).toContain('name the columns of name, account and amount')
    const wrong = t.refuses(setPayingAccount, { ...account, number: 'abc' }, as.administrator)
    expect(wrong.code).toBe('bank_account.invalid')
    expect(t.asks(showPayingAccount, { fund: 'care' }).account).toBeNull()
    t.does(setPayingAccount, account, as.administrator)
    expect(t.asks(showPayingAccount, { fund: 'care' }).account).toMatchObject({
      number: '6222020200112233',
    })
    t.close()
  })
})
