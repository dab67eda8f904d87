/** From which account of a bank a fund pays, and what table that bank takes. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { codeField, nameField } from '../book/fields.ts'
import { command, keepers, query } from '../book/registry.ts'
import { bankAccount } from '../kit/bank-account.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { FundId } from '../kit/ids.ts'
import { fundWithCode } from '../ledger/funds.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'

/** What a column of a bank's table can hold. */
export const bankColumns = [
  'serial',
  'reference',
  'name',
  'account',
  'bank',
  'identity_number',
  'amount',
  'currency',
  'text',
] as const
export type BankColumn = (typeof bankColumns)[number]

const layoutField = z
  .strictObject({
    encoding: z.enum(['utf-8', 'gb18030', 'gbk', 'big5']),
    separator: z.enum([',', ';', '\t', '|']),
    /** Whether the first row names the columns. */
    head: z.boolean(),
    columns: z
      .array(z.strictObject({ field: z.enum(bankColumns), head: nameField }))
      .min(1)
      .max(40)
      .meta({
        examples: [
          [
            { field: 'name', head: 'Holder' },
            { field: 'account', head: 'Account' },
            { field: 'amount', head: 'Amount' },
          ],
        ],
      }),
  })
  .refine(
    ({ columns }) =>
      (['account', 'name', 'amount'] as const).every((needed) =>
        columns.some(({ field }) => field === needed),
      ),
    { path: ['columns'], message: 'name the columns of name, account and amount at least' },
  )
export type BankLayout = z.output<typeof layoutField>

/** Without a layout of its own: what most banks take. */
export const usualLayout: BankLayout = {
  encoding: 'utf-8',
  separator: ',',
  head: true,
  columns: [
    { field: 'serial', head: '序号' },
    { field: 'reference', head: '流水号' },
    { field: 'name', head: '户名' },
    { field: 'account', head: '账号' },
    { field: 'bank', head: '开户行' },
    { field: 'amount', head: '金额' },
    { field: 'text', head: '摘要' },
  ],
}

const newest = prepare((p: { fund: FundId }) =>
  build
    .selectFrom('paying_account')
    .selectAll()
    .where('fund_id', '=', p.fund)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The account from which a fund pays; undefined while none was said. */
export function payingAccountOf(reader: Reader, fund: FundId): Row<'paying_account'> | undefined {
  return first(reader, newest, { fund })
}

/** The table that its bank takes. */
export function layoutOf({ layout }: Row<'paying_account'>): BankLayout {
  return layout === null ? usualLayout : (JSON.parse(layout) as BankLayout)
}

const bicField = z
  .string()
  .regex(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/, 'write the 8 or 11 characters of a BIC')
  .meta({ examples: ['ICBKCNBJ'] })

export const setPayingAccount = command({
  name: 'funds.set_paying_account',
  summary: 'Says from which account of a bank a fund pays, and what table the bank takes',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/paying-account' },
  input: z.strictObject({
    fund: codeField,
    /** The holder as the bank has it. */
    holder: nameField,
    number: z.string().max(60),
    bank: nameField.optional(),
    bic: bicField.optional(),
    layout: layoutField.optional(),
  }),
  output: z.object({ fund: z.string() }),
  subject: ({ fund }) => `fund/${fund}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const account = bankAccount(input.number)
    insert(act, 'paying_account', {
      id: nextId(act, 'paying_account'),
      fund_id: fund.id,
      holder: input.holder,
      number: account.number,
      bank: input.bank ?? null,
      bic: input.bic ?? null,
      layout: input.layout === undefined ? null : canonicalJson(input.layout),
      event_seq: act.seq,
    })
    return { fund: fund.code }
  },
})

export const showPayingAccount = query({
  name: 'funds.paying_account',
  summary: 'The account from which a fund pays, and the table that its bank takes',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/funds/{fund}/paying-account' },
  input: z.strictObject({ fund: codeField }),
  output: z.object({
    fund: z.string(),
    /** Null while none was said. */
    account: z
      .object({
        holder: z.string(),
        number: z.string(),
        bank: z.string().nullable(),
        bic: z.string().nullable(),
        layout: layoutField,
      })
      .nullable(),
  }),
  run: (view, input) => {
    const fund = fundWithCode(view, input.fund)
    const found = payingAccountOf(view, fund.id)
    if (!found) return { fund: fund.code, account: null }
    const { holder, number, bank, bic } = found
    return { fund: fund.code, account: { holder, number, bank, bic, layout: layoutOf(found) } }
  },
})
