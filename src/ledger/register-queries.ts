/** Queries of registers: the postings of an account in a fund, with the running balance. */
import { z } from 'zod'
import { textFor } from '../book/details.ts'
import { amountOut, codeField, dayField, dayOut, limitField } from '../book/fields.ts'
import { pageCursorField, pageOut } from '../book/paging.ts'
import { keepers, query, type View } from '../book/registry.ts'
import { amountText, zeroMinor } from '../kit/money.ts'
import { partyRef } from '../people/parties.ts'
import { nameFor } from '../people/shown.ts'
import { type Account, accountById, accountWithCode } from './accounts.ts'
import { balancesOfFund } from './balances.ts'
import { entryById, findReversal } from './entries.ts'
import { fundWithCode } from './funds.ts'
import { accountOut, accountShown } from './queries.ts'
import { type RegisterRow, registerView } from './register.ts'

const rowOut = z.object({
  entry: z.number(),
  serial: z.number(),
  day: dayOut,
  kind: z.string(),
  /** What the entry is about, such as `payout/12`. */
  subject: z.string(),
  party: z.object({ party: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
  reverses: z.number().nullable(),
  reversed_by: z.number().nullable(),
  against: z.string(),
  /** Debit-positive. */
  amount: amountOut,
  /** After this row, in the order of days; debit-positive. */
  balance: amountOut,
})

function shown(
  view: View,
  account: Account,
  currency: string,
  { posting, amountMinor, balanceMinor }: RegisterRow,
): z.output<typeof rowOut> {
  const entry = entryById(view, posting.entry_id)
  const debit = posting.debit_account_id === account.id
  const against = debit ? posting.credit_account_id : posting.debit_account_id
  const partyId = posting.party_id
  return {
    entry: entry.id,
    serial: posting.fund_serial,
    day: posting.effective_on,
    kind: entry.kind,
    subject: entry.subject,
    party:
      partyId === null
        ? null
        : { party: partyRef(partyId), name: nameFor(view, view.caller, partyId) },
    note: textFor(view, entry.note_detail_id),
    reverses: entry.reverses,
    reversed_by: findReversal(view, entry.id)?.id ?? null,
    against: accountById(view, against).code,
    amount: amountText(amountMinor, currency),
    balance: amountText(balanceMinor, currency),
  }
}

export const register = query({
  name: 'registers.page',
  summary: 'One page of an account’s register in a fund, newest first, with the running balance',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/funds/{fund}/registers/{account}' },
  input: z.strictObject({
    fund: codeField,
    account: z.string().max(100),
    /** Begins with the newest row on or before this day. */
    from_day: dayField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({
    fund: z.string(),
    account: accountOut,
    currency: z.string(),
    /** What the account holds now; debit-positive. */
    balance: amountOut,
    rows: z.array(rowOut),
    ...pageOut,
  }),
  run: (view, { from_day: fromDay, ...input }) => {
    const fund = fundWithCode(view, input.fund)
    const account = accountWithCode(view, input.account)
    const of = { accountId: account.id, fundId: fund.id }
    const now = balancesOfFund(view, fund.id, { asOf: null, knownAt: null }).get(account.id)
    const page = registerView(view, of, {
      limit: input.limit,
      cursor: input.cursor ?? null,
      fromDay: fromDay ?? null,
    })
    return {
      fund: fund.code,
      account: accountShown(account),
      currency: fund.currency,
      balance: amountText(now ?? zeroMinor, fund.currency),
      rows: page.rows.map((row) => shown(view, account, fund.currency, row)),
      next: page.next,
      previous: page.previous,
    }
  },
})
