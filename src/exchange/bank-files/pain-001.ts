/**
 * Payment orders as ISO 20022 writes them: customer credit transfer initiation, pain.001.001.09. The batch is one block
 * that is booked as one debit, so that the clearing account mirrors the bank's statement.
 */
import { XMLBuilder } from 'fast-xml-parser'
import { amountText } from '../../kit/money.ts'
import { type OrderLine, type PaymentOrder, totalOf } from './order.ts'

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'

/** Longest texts of the message (Max35Text, Max140Text). */
const longestId = 35
const longestName = 140

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  indentBy: ' ',
  suppressEmptyNode: false,
  processEntities: true,
})

/** Cut at a whole character: a half one is no XML. */
function cut(text: string, longest: number): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, longest).join('')
}

function account({ number, form }: OrderLine['account'], currency?: string): object {
  const id = form === 'iban' ? { IBAN: number } : { Othr: { Id: number } }
  return { Id: id, ...(currency === undefined ? {} : { Ccy: currency }) }
}

/** A bank by its BIC, by its name, or as one that is not named (ISO 20022: NOTPROVIDED). */
function agent({
  bic,
  bank,
}: {
  readonly bic: string | null
  readonly bank: string | null
}): object {
  if (bic !== null) return { FinInstnId: { BICFI: bic } }
  if (bank !== null) return { FinInstnId: { Nm: cut(bank, longestName) } }
  return { FinInstnId: { Othr: { Id: 'NOTPROVIDED' } } }
}

function transfer(line: OrderLine, { currency, text }: PaymentOrder): object {
  const { endToEndId, name, bank, amountMinor } = line
  return {
    PmtId: { InstrId: endToEndId, EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': currency, '#text': amountText(amountMinor, currency) } },
    ...(bank === null ? {} : { CdtrAgt: agent({ bic: null, bank }) }),
    Cdtr: { Nm: cut(name, longestName) },
    CdtrAcct: account(line.account),
    RmtInf: { Ustrd: cut(text, longestName) },
  }
}

/**
 * The message as UTF-8 text, the same to the byte for the same order. Elements stand in the order of the standard's
 * schema. A number of a batch above 35 characters is asserted.
 */
export function pain001(order: PaymentOrder): string {
  const { number, releasedAt, organisation, debtor, payOn, currency, lines } = order
  if (number.length > longestId) throw new RangeError(`The number ${number} is too long.`)
  const sums = { NbOfTxs: String(lines.length), CtrlSum: amountText(totalOf(order), currency) }
  const message = {
    GrpHdr: {
      MsgId: number,
      CreDtTm: releasedAt.toISOString().replace(/\.\d+Z$/, 'Z'),
      ...sums,
      InitgPty: { Nm: cut(organisation, longestName) },
    },
    PmtInf: {
      PmtInfId: number,
      PmtMtd: 'TRF',
      BtchBookg: 'true',
      ...sums,
      ReqdExctnDt: { Dt: payOn },
      Dbtr: { Nm: cut(debtor.name, longestName) },
      DbtrAcct: account(debtor.account, currency),
      DbtrAgt: agent(debtor),
      CdtTrfTxInf: lines.map((line) => transfer(line, order)),
    },
  }
  const document = { Document: { '@xmlns': namespace, CstmrCdtTrfInitn: message } }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`
}
