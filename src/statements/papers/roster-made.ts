/** The roster and the slips of a batch for paper: names and numbers by the masks of slips, for who reads names. */
import { messages } from '../../../templates/messages/messages.ts'
import type { View } from '../../book/registry.ts'
import {
  type Batch,
  type BatchLine,
  batchWithNumber,
  releaseOf,
  standingLines,
  stateOfBatch,
} from '../../hardship/batches/rows.ts'
import type { CaseFacts } from '../../hardship/cases/fields.ts'
import { caseById, caseRef, versionOfCase } from '../../hardship/cases/rows.ts'
import { factsFor } from '../../hardship/cases/shown.ts'
import type { PartyId, PayoutId, UnitId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import { nameFor } from '../../people/shown.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import type { StatementLanguage } from '../statement.ts'
import { bankTold, fieldTold, frameFor, unitTold } from './paper-made.ts'
import type { Roster, RosterLine } from './roster.ts'
import type { Slips } from './slips.ts'

const payoutWith = prepare((p: { id: PayoutId }) =>
  build.selectFrom('payout').select('entry_id').where('id', '=', p.id),
)

/** The roster of a batch, without the lines that were taken out. Refuses `batch.unknown`. */
export function rosterPaper(view: View, number: string, language: StatementLanguage): Roster {
  const batch = batchWithNumber(view, number)
  const fund = fundById(view, batch.fund_id)
  const release = releaseOf(view, batch)
  const lines = printedLines(view, batch, language).map(({ printed }) => printed)
  return {
    format: 'care-ledger/printed-roster@1',
    frame: frameFor(view, { number: batch.number, mark: 'internal', language }),
    name: batch.name,
    form: batch.form,
    pay_on: batch.pay_on,
    fund: { code: fund.code, name: fund.name },
    currency: fund.currency,
    lines,
    total_minor: lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    released: release
      ? { on: release.released_on, digest: release.digest, entry: release.entry_id }
      : null,
    dropped: stateOfBatch(view, batch) === 'dropped',
  }
}

/** The slips of a batch, one for each line. Refuses `batch.unknown`. */
export function slipsPaper(view: View, number: string, language: StatementLanguage): Slips {
  const batch = batchWithNumber(view, number)
  const fund = fundById(view, batch.fund_id)
  return {
    format: 'care-ledger/slips@1',
    frame: frameFor(view, { number: batch.number, mark: 'internal', language }),
    form: batch.form,
    pay_on: batch.pay_on,
    fund: { code: fund.code, name: fund.name },
    currency: fund.currency,
    slips: printedLines(view, batch, language).map(({ printed, line }) => ({
      serial: printed.serial,
      name: printed.name,
      beneficiary: printed.beneficiary,
      identity: printed.identity,
      unit: printed.unit,
      category: printed.category,
      amount_minor: printed.amount_minor,
      goods: printed.goods,
      account: printed.account,
      case: caseRef(line.case_id),
    })),
  }
}

interface Printed {
  readonly line: BatchLine
  readonly printed: RosterLine
}

/** What is given, as the case says it: a text that can be erased. */
function goodsOf(view: View, { case_id }: BatchLine): string | null {
  const { facts_detail_id } = versionOfCase(view, case_id)
  return factsFor<CaseFacts>(view, facts_detail_id)?.goods ?? null
}

/** The entry of what came of a line: of the payout that it became, else of its rejection. */
function entryOf(view: View, { payout_id, result_entry_id }: BatchLine): number | null {
  if (payout_id === null) return result_entry_id
  return first(view, payoutWith, { id: payout_id })?.entry_id ?? result_entry_id
}

function printedLines(view: View, batch: Batch, language: StatementLanguage): Printed[] {
  const expenses: Readonly<Record<string, string>> = messages[language].words.payout_category
  const units = new Map<UnitId | null, string>()
  const unitOf = (unit: UnitId | null): string => {
    const known = units.get(unit) ?? unitTold(view, unit)
    units.set(unit, known)
    return known
  }
  const named = (party: PartyId) => nameFor(view, view.caller, party, 'slip')
  return standingLines(view, batch).map((line) => {
    const { payee_id: payee, beneficiary_id: helped } = line
    const shown = (field: 'identity_number' | 'bank_account') =>
      fieldTold(view, payee, field, 'slip')
    const account = batch.form === 'bank' ? shown('bank_account') : null
    const printed: RosterLine = {
      serial: line.position,
      name: named(payee),
      beneficiary: helped === payee ? null : named(helped),
      identity: shown('identity_number'),
      unit: unitOf(caseById(view, line.case_id).unit_id),
      category: expenses[line.category] ?? line.category,
      amount_minor: line.amount_minor,
      bank: bankTold(view, payee, account),
      account,
      goods: batch.form === 'goods' ? goodsOf(view, line) : null,
      result: line.bounced_on === null ? line.outcome : 'bounced',
      entry: entryOf(view, line),
    }
    return { line, printed }
  })
}
