/** The file for the bank, made of a released batch; that somebody took it is on record. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { type Act, pageCommand, query, type Role, type View } from '../../book/registry.ts'
import { layoutOf, payingAccountOf } from '../../funds/paying-accounts.ts'
import { accountsChanged } from '../../hardship/batches/roster.ts'
import {
  type Batch,
  type BatchLine,
  batchField,
  batchWithNumber,
  endToEndId,
  releaseOf,
  standingLines,
} from '../../hardship/batches/rows.ts'
import { bankAccount } from '../../kit/bank-account.ts'
import type { EventSeq } from '../../kit/ids.ts'
import { refusal } from '../../kit/refusal.ts'
import { fundById } from '../../ledger/funds.ts'
import { partyById, partyName, partyRef } from '../../people/parties.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { openField } from '../../vault/fields.ts'
import { bankCsv } from './bank-csv.ts'
import type { OrderLine, PaymentOrder } from './order.ts'
import { pain001 } from './pain-001.ts'

export const bankFileFormats = ['xml', 'csv'] as const
export type BankFileFormat = (typeof bankFileFormats)[number]

export const batchNotReleased = refusal<{ batch: string }>(
  'bank_file.not_released',
  409,
  ({ batch }) =>
    `Batch ${batch} is no released batch with payments by bank that are still to be made.`,
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

export const accountsOtherwise = refusal<{ batch: string; lines: readonly number[] }>(
  'bank_file.accounts_changed',
  409,
  ({ batch, lines }) =>
    `Of batch ${batch} these lines have another account now than when it was released: ${lines.join(', ')}.`,
  'Record these lines as not paid and send them anew in another batch, which somebody releases.',
)

const releasedAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select('at').where('seq', '=', p.seq),
)

/** Refuses `batch.unknown` and `bank_file.not_released`. */
function releasedBatch(asker: View | Act, number: string): Batch & { readonly at: number } {
  const batch = batchWithNumber(asker, number)
  const release = releaseOf(asker, batch)
  if (!release || batch.form !== 'bank') throw batchNotReleased({ batch: number })
  return { ...batch, at: first(asker, releasedAt, { seq: release.event_seq })!.at }
}

function orderLine(view: View | Act, batch: Batch, line: BatchLine): OrderLine {
  const account = openField(view, line.payee_id, 'bank_account')
  const party = partyById(view, line.payee_id)
  const name = partyName(view, party).full?.name
  if (!account || name === undefined) {
    throw lineWithoutAccount({ line: line.position, party: partyRef(party.id) })
  }
  return {
    endToEndId: endToEndId(batch.number, line.position),
    name,
    account: bankAccount(account.number),
    bank: account.bank,
    identityNumber: openField(view, line.payee_id, 'identity_number')?.number ?? null,
    amountMinor: line.amount_minor,
  }
}

/** The lines that the bank is asked to pay: those that were not said to be not paid before. */
function linesToPay(view: View | Act, batch: Batch): readonly BatchLine[] {
  const lines = standingLines(view, batch).filter(({ outcome }) => outcome !== 'rejected')
  const positions = new Set(lines.map(({ position }) => position))
  const changed = accountsChanged(view, batch).filter((position) => positions.has(position))
  if (changed.length > 0) throw accountsOtherwise({ batch: batch.number, lines: changed })
  if (lines.length === 0) throw batchNotReleased({ batch: batch.number })
  return lines
}

/** What the bank is asked to pay; refuses as `batches.take_bank_file` does. */
function orderOf(view: View | Act, given: string): PaymentOrder {
  const batch = releasedBatch(view, given)
  const fund = fundById(view, batch.fund_id)
  const from = payingAccountOf(view, fund.id)
  if (!from) throw noPayingAccount({ fund: fund.code })
  const [one, ...others] = linesToPay(view, batch).map((line) => orderLine(view, batch, line))
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
    lines: [one!, ...others],
  }
}

export interface BankFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

function bankFile(view: View | Act, batch: string, format: BankFileFormat): BankFile {
  const order = orderOf(view, batch)
  const name = `${order.number}.${format}`
  if (format === 'xml') return { name, bytes: new TextEncoder().encode(pain001(order)) }
  const { fund_id } = releasedBatch(view, batch)
  return { name, bytes: bankCsv(order, layoutOf(payingAccountOf(view, fund_id)!)) }
}

const input = z.strictObject({ batch: batchField, format: z.enum(bankFileFormats) })
const takers: readonly Role[] = ['owner', 'fund_administrator']

/**
 * The file for the bank as bytes, the same whenever it is made; it is asked for once `batches.take_bank_file` has put
 * it on record, which refuses what this does.
 */
export const bankFileMade = query({
  name: 'batches.bank_file',
  summary: 'The file for the bank, with names and accounts in full',
  may: takers,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}/bank-file' },
  input,
  output: z.custom<BankFile>(),
  run: (view, { batch, format }) => bankFile(view, batch, format),
})

export const takeBankFile = pageCommand({
  name: 'batches.take_bank_file',
  summary: 'Records that somebody takes the file for the bank, with names and accounts in full',
  may: takers,
  reach: 'units',
  input,
  output: z.object({ batch: z.string(), format: z.enum(bankFileFormats) }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, { batch, format }) => {
    if (!act.caller.readsNames) throw bankFileHoldsNames({})
    // All that could be in the way is told before it is on record that the file was taken.
    bankFile(act, batch, format)
    return { batch, format }
  },
})
