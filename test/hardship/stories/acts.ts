/** What people do in stories, each by the hand whose work it is. */
import { put } from '../../../src/access/policies.ts'
import { approve } from '../../../src/hardship/awards/approving.ts'
import { recordResults } from '../../../src/hardship/batches/bank-results.ts'
import { close as closeBatch } from '../../../src/hardship/batches/closing.ts'
import { prepare } from '../../../src/hardship/batches/preparing.ts'
import { release } from '../../../src/hardship/batches/releasing.ts'
import { endToEndId } from '../../../src/hardship/batches/rows.ts'
import type { CasesGiven } from '../../../src/hardship/cases/given.ts'
import { verify } from '../../../src/hardship/flow/commands.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { takeDown } from '../../../src/hardship/notices/taking-down.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { neutralPolicies } from '../../../src/policies/defaults.ts'
import { presetPolicies } from '../../../src/policies/presets.ts'
import { type HardshipBook, type HardshipOptions, hardshipBook } from '../hardship-for-tests.ts'
import { type Teller, teller } from './teller.ts'

export interface Story {
  readonly h: HardshipBook
  readonly tell: Teller
}

const notice = { level: 'unit', days: 5, counted_in: 'working_days' } as const

/** Begins a story in a book of the Chinese chart, with the notice of five working days and its calendar. */
export function begin(title: string, options: HardshipOptions & { readonly on: string }): Story {
  const { on, ...rest } = options
  const h = hardshipBook({ chart: 'china-npo', at: `${on}T01:00:00Z`, ...rest })
  const { t } = h
  const place = { currency: 'CNY', time_zone: 'Asia/Shanghai' }
  t.does(put, { kind: 'notice', body: { stages: [notice] } })
  t.does(put, { kind: 'calendar', body: presetPolicies('party_branch', place).calendar })
  const tell = teller(t, title, (day) => t.at(`${day}T01:00:00Z`))
  return { h, tell }
}

/** Lets small help be paid in an emergency, to which two others agree. */
export function allowEmergencies({ t }: HardshipBook): void {
  const { duties } = neutralPolicies
  const body = { ...duties, emergency_allowed: true, emergency_limit: { CNY: '2000.00' } }
  t.does(put, { kind: 'duties', body })
}

/** Gives people an account each, so that a bank can pay them. */
export function giveAccounts({ t }: HardshipBook, parties: readonly string[]): void {
  for (const party of parties) {
    const value = `6228480${party.slice(2).padStart(9, '0')}`
    t.does(seal, { party, field: 'bank_account', value })
  }
}

export function verified({ t, as }: HardshipBook, given: CasesGiven) {
  return t.does(verify, given as never, as.secondAdministrator).output
}

export function approved({ t, as }: HardshipBook, given: CasesGiven) {
  return t.does(approve, given as never, as.approver).output
}

const sheet = {
  title: 'Proposed relief',
  basis: '江工发〔2026〕5号',
  issuer: 'Riverside Mutual Aid',
  phone: '0571-8888 0000',
  address: '1 Happiness Road',
  contact_person: 'Chen Jing',
}

export function onNotice({ t, as }: HardshipBook, given: CasesGiven) {
  return t.does(putUp, { ...sheet, ...given } as never, as.secondAdministrator).output
}

export function takenDown({ t, as }: HardshipBook, notice: number) {
  return t.does(takeDown, { notice }, as.secondAdministrator).output
}

export function prepared({ t, as }: HardshipBook, given: object) {
  const input = { fund: 'care', form: 'bank', name: 'Relief', ...given }
  return t.does(prepare, input as never, as.administrator).output
}

export function released({ t, as }: HardshipBook, batch: string) {
  return t.does(release, { batch }, as.secondAdministrator).output
}

/** What the bank says of the lines of a batch: of some that they were rejected, of all others that they were paid. */
export function answered(
  { t, as }: HardshipBook,
  batch: string,
  given: { readonly lines: number; readonly on: string; readonly rejected?: readonly number[] },
) {
  const { lines, on, rejected = [] } = given
  const rows = Array.from({ length: lines }, (_, at) => ({
    end_to_end_id: endToEndId(batch, at + 1),
    outcome: rejected.includes(at + 1) ? ('rejected' as const) : ('paid' as const),
    on,
    cause: rejected.includes(at + 1) ? '户名不符' : null,
  }))
  return t.does(recordResults, { rows }, as.administrator).output
}

export function closed({ t, as }: HardshipBook, batch: string) {
  return t.does(closeBatch, { batch }, as.administrator).output
}
