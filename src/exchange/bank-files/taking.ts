/** The file for the bank, made of a released batch; that somebody took it is on record. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { idField } from '../../book/fields.ts'
import { type Act, pageCommand, query, type View } from '../../book/registry.ts'
import { layoutOf, payingAccountOf } from '../../funds/paying-accounts.ts'
import { bankAccount } from '../../kit/bank-account.ts'
import type { BatchId, FundId, PartyId } from '../../kit/ids.ts'
import type { Minor } from '../../kit/money.ts'
import { refusal } from '../../kit/refusal.ts'
import { fundById, reachesFund } from '../../ledger/funds.ts'
import { partyById, partyName, partyRef } from '../../people/parties.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import { openField } from '../../vault/fields.ts'
import { bankCsv } from './bank-csv.ts'
import { endToEndIdOf, type OrderLine, type PaymentOrder } from './order.ts'
import { pain001 } from './pain-001.ts'

export const bankFileFormats = ['xml', 'csv'] as const
export type BankFileFormat = (typeof bankFileFormats)[number]

export const batchNotReleased = refusal<{ batch: number }>(
  'bank_file.not_released',
  409,
  ({ batch }) => `Batch ${batch} is not a released batch of payments by bank.`,
  'Have it released first; cash and goods have a roster to be signed instead.',
)

export const noPayingAccount = refusal<{ fund: string }>(
  'bank_file.no_paying_account',
  409,
  ({ fund }) => `It is not said from which account the fund "${fund}" pays.`,
  'Say so on the page of the fund, and take the file then.',
)

export const lineWithoutAccount = refusal<{ line: number; party: string }>(
  'bank_file.line_without_account',
  409,
  ({ line, party }) => `Line ${line} is for ${party}, whose bank account is not in the book.`,
  'Record the account, or have the line rejected and pay it in cash.',
)

export const bankFileHoldsNames = refusal<Record<never, never>>(
  'bank_file.holds_names',
  403,
  () => 'The file for the bank holds names and accounts in full, which you may not read.',
  'Somebody who may read names takes it.',
)

const released = prepare((p: { batch: BatchId }) =>
  build
    .selectFrom('batch as b')
    .innerJoin('batch_release as r', 'r.batch_id', 'b.id')
    .innerJoin('event as e', 'e.seq', 'r.event_seq')
    .select(['b.id', 'b.number', 'b.name', 'b.fund_id', 'b.form', 'b.pay_on', 'e.at'])
    .where('b.id', '=', p.batch),
)
const linesOf = prepare((p: { batch: BatchId }) =>
  build
    .selectFrom('batch_line as l')
    .innerJoin('instalment as i', 'i.id', 'l.instalment_id')
    .leftJoin('batch_line_removal as x', 'x.line_id', 'l.id')
    .select(['l.position', 'i.payee_id', 'i.amount_minor'])
    .where('l.batch_id', '=', p.batch)
    .where('x.id', 'is', null)
    .orderBy('l.position'),
)

interface Released {
  readonly id: BatchId
  readonly number: string
  readonly name: string
  readonly fund_id: FundId
  readonly pay_on: PaymentOrder['payOn']
  readonly at: number
}

/** Refuses `bank_file.not_released`. */
function releasedBatch(asker: View | Act, batch: number): Released {
  const found = first(asker, released, { batch: batch as BatchId })
  if (!found || found.form !== 'bank' || !reachesFund(asker, found.fund_id)) {
    throw batchNotReleased({ batch })
  }
  return found
}

function orderLine(
  view: View | Act,
  batch: Released,
  line: { position: number; payee_id: PartyId; amount_minor: Minor },
): OrderLine {
  const account = openField(view, line.payee_id, 'bank_account')
  const party = partyById(view, line.payee_id)
  const name = partyName(view, party).full?.name
  if (!account || name === undefined) {
    throw lineWithoutAccount({ line: line.position, party: partyRef(party.id) })
  }
  return {
    endToEndId: endToEndIdOf(batch.number, line.position),
    name,
    account: bankAccount(account.number),
    bank: account.bank,
    identityNumber: openField(view, line.payee_id, 'identity_number')?.number ?? null,
    amountMinor: line.amount_minor,
  }
}

/** What the bank is asked to pay; refuses as `batches.take_bank_file` does. */
function orderOf(view: View | Act, given: number): PaymentOrder {
  const batch = releasedBatch(view, given)
  const fund = fundById(view, batch.fund_id)
  const from = payingAccountOf(view, fund.id)
  if (!from) throw noPayingAccount({ fund: fund.code })
  const lines = rows(view, linesOf, { batch: batch.id }).map((line) => orderLine(view, batch, line))
  return {
    number: batch.number,
    releasedAt: new Date(batch.at),
    organisation: organisationOf(view).name,
    debtor: {
      name: from.holder,
      account: bankAccount(from.number),
      bank: from.bank,
      bic: from.bic,
    },
    payOn: batch.pay_on,
    currency: fund.currency,
    text: batch.name,
    // A batch is released with one line at least, which its table holds.
    lines: lines as unknown as PaymentOrder['lines'],
  }
}

export interface BankFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

function bankFile(view: View | Act, batch: number, format: BankFileFormat): BankFile {
  const order = orderOf(view, batch)
  const name = `${order.number}.${format}`
  if (format === 'xml') return { name, bytes: new TextEncoder().encode(pain001(order)) }
  const { fund_id } = releasedBatch(view, batch)
  return { name, bytes: bankCsv(order, layoutOf(payingAccountOf(view, fund_id)!)) }
}

const taken = {
  name: 'batches.take_bank_file',
  summary: 'Records that somebody takes the file for the bank, with names and accounts in full',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  input: z.strictObject({ batch: idField, format: z.enum(bankFileFormats) }),
} as const

/**
 * The file for the bank as bytes, the same whenever it is made; it is asked for once `batches.take_bank_file` has put
 * it on record, which refuses what this does.
 */
export const bankFileMade = query({
  ...taken,
  route: { method: 'GET', path: '/batches/{batch}/bank-file' },
  output: z.custom<BankFile>(),
  run: (view, { batch, format }) => bankFile(view, batch, format),
})

export const takeBankFile = pageCommand({
  ...taken,
  output: z.object({ batch: z.number(), format: z.enum(bankFileFormats) }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, { batch, format }) => {
    if (!act.caller.readsNames) throw bankFileHoldsNames({})
    // All that could be in the way is told before it is on record that the file was taken.
    bankFile(act, batch, format)
    return { batch, format }
  },
})
