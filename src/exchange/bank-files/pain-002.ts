/** The status report of a bank, ISO 20022 pain.002 in any of its versions: which transfers were settled or rejected. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { type Day, day } from '../../kit/day.ts'
import { Refusal } from '../../kit/refusal.ts'
import { decodeText, shown } from '../text.ts'
import {
  type BankResult,
  type BankResultProblem,
  type BankResults,
  resultsUnreadable,
} from './bank-result.ts'

/** Settled for good (ISO 20022, external payment status): to the creditor, or by the debtor’s bank. */
const settled = ['ACSC', 'ACCC']
const rejected = ['RJCT', 'CANC']

const mostBytes = 16 * 1024 * 1024

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  // Digits are texts: an identification is no number, and an amount is no float.
  parseTagValue: false,
  parseAttributeValue: false,
  // The five of XML and numbers; a document type, which could define others, is refused.
  processEntities: true,
  isArray: (name) => name === 'OrgnlPmtInfAndSts' || name === 'TxInfAndSts' || name === 'StsRsnInf',
})

interface Transaction {
  readonly OrgnlEndToEndId?: string
  readonly TxSts?: string | undefined
  readonly AccptncDtTm?: string
  readonly StsRsnInf?: readonly {
    readonly Rsn?: { Cd?: string; Prtry?: string }
    readonly AddtlInf?: string | string[]
  }[]
  readonly OrgnlTxRef?: {
    readonly Amt?: { readonly InstdAmt?: { '#text'?: string; '@Ccy'?: string } }
  }
}

interface Report {
  readonly GrpHdr?: { readonly CreDtTm?: string }
  readonly OrgnlPmtInfAndSts?: readonly {
    readonly PmtInfSts?: string
    readonly TxInfAndSts?: readonly Transaction[]
  }[]
}

function reportIn(bytes: Uint8Array): Report {
  const text = decodeText(bytes, { what: 'status report', limit: mostBytes })
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) {
    throw resultsUnreadable({ fault: 'it defines a document type, which no bank’s file does' })
  }
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw resultsUnreadable({ fault: shown(valid.err.msg) })
  const report = parser.parse(text)?.Document?.CstmrPmtStsRpt
  if (typeof report !== 'object') {
    throw resultsUnreadable({ fault: 'it is XML, and no status report (pain.002)' })
  }
  return report as Report
}

function causeOf({ StsRsnInf }: Transaction): string | null {
  const told = (StsRsnInf ?? []).flatMap(({ Rsn, AddtlInf }) =>
    [Rsn?.Cd, Rsn?.Prtry, AddtlInf]
      .flat()
      .filter((text) => typeof text === 'string' && text !== ''),
  )
  return told.length === 0 ? null : told.join(' ').slice(0, 500)
}

function dayOf(instant: string | undefined): Day {
  try {
    return day((instant ?? '').slice(0, 10))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw resultsUnreadable({ fault: 'it does not say on which day it was made' })
  }
}

/**
 * The transfers of a status report. One that is accepted and not settled is under way. A report on the whole batch
 * alone names no transfer, so it has no rows. Refuses `bank_results.unreadable`, `file.not_utf8`.
 */
export function statusReport(bytes: Uint8Array, mostRows: number): BankResults {
  const report = reportIn(bytes)
  const made = dayOf(report.GrpHdr?.CreDtTm)
  const transactions = (report.OrgnlPmtInfAndSts ?? []).flatMap((block) =>
    (block.TxInfAndSts ?? []).map((one) => ({ ...one, TxSts: one.TxSts ?? block.PmtInfSts })),
  )
  if (transactions.length > mostRows) {
    throw resultsUnreadable({ fault: `it has more than ${mostRows} transfers` })
  }
  const rows: BankResult[] = []
  const problems: BankResultProblem[] = []
  let pending = 0
  for (const [place, one] of transactions.entries()) {
    const row = place + 1
    const status = one.TxSts ?? ''
    const outcome = settled.includes(status)
      ? 'paid'
      : rejected.includes(status)
        ? 'rejected'
        : null
    const endToEndId = one.OrgnlEndToEndId ?? ''
    if (endToEndId === '') {
      problems.push({ row, sentence: 'The transfer has no end-to-end identification.', text: '' })
    } else if (outcome === null) pending += 1
    else {
      const amount = one.OrgnlTxRef?.Amt?.InstdAmt
      rows.push({
        row,
        endToEndId,
        outcome,
        on: one.AccptncDtTm === undefined ? made : dayOf(one.AccptncDtTm),
        amount: amount?.['#text'] ?? null,
        currency: amount?.['@Ccy'] ?? null,
        cause: causeOf(one),
      })
    }
  }
  return { rows, problems, pending }
}
