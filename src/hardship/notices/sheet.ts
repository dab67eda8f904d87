/**
 * What a notice shows, frozen when it is put up (handbook A6, A7): a plain value in which nobody is named in full, kept
 * as canonical JSON. Its digest stays when the notice is taken down, and proves what was shown.
 */
import { masked, readDetail } from '../../book/details.ts'
import type { Act } from '../../book/registry.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { addDays, type Day } from '../../kit/day.ts'
import { sha256Hex } from '../../kit/digest.ts'
import type { UnitId } from '../../kit/ids.ts'
import { amountText, type Minor } from '../../kit/money.ts'
import { masksIn, nameFor } from '../../people/shown.ts'
import { unitById } from '../../people/units.ts'
import type { Cause } from '../../policies/causes.ts'
import { policyInForce } from '../../policies/in-force.ts'
import type { MaskForm, Masks } from '../../policies/people-data.ts'
import type { Reader } from '../../store/store.ts'
import { type CaseVersion, type HardshipCase, versionOfCase } from '../cases/rows.ts'
import { programmeById } from '../programmes/programmes.ts'
import { totalOf } from './closing.ts'
import type { Notice } from './rows.ts'
import type { NoticeLevel, Span } from './stages.ts'

/** How to object: as the notice prints it. */
export interface NoticeContact {
  readonly phone: string
  readonly mailbox: string | null
  readonly address: string
  readonly person: string
}

/** One case as it is shown; what the policy on masks leaves out is null. */
export interface SheetRow {
  readonly serial: number
  /** Masked, such as 张*明; null for a child, and where the policy names nobody. */
  readonly name: string | null
  readonly unit: string | null
  readonly programme: string | null
  /** The expense it is booked to, a word of the catalogue; null where the policy leaves it out. */
  readonly category: string | null
  /** The class of the cause in each language, never what somebody wrote of it. */
  readonly cause: Cause['name'] | null
  /** Of one instalment, as text in the currency of the sheet. */
  readonly amount: string | null
  readonly instalments: number
}

export interface NoticeSheet {
  readonly format: 'care-ledger/notice@1'
  readonly notice: number
  readonly organisation: string
  readonly level: NoticeLevel
  readonly title: string
  /** The rule it rests on, with the number of its document. */
  readonly basis: string | null
  readonly issuer: string
  readonly put_up_on: Day
  /** The first day that counts. */
  readonly first_on: Day
  readonly last_on: Day
  readonly days: number
  readonly counted_in: Span['counted_in']
  readonly currency: string
  readonly contact: NoticeContact
  readonly rows: readonly SheetRow[]
}

/** What is said of a notice as a whole. */
export interface SheetHead
  extends Pick<
    NoticeSheet,
    'organisation' | 'title' | 'basis' | 'issuer' | 'contact' | 'currency'
  > {
  readonly notice: number
  readonly level: NoticeLevel
  readonly span: Span
}

/** Makes the sheet of some cases in the order given, as the policies on masks and causes hold today. */
export function sheetFor(act: Act, head: SheetHead, cases: readonly HardshipCase[]): NoticeSheet {
  const { span, ...rest } = head
  return {
    format: 'care-ledger/notice@1',
    ...rest,
    ...{ put_up_on: span.put_up_on, first_on: addDays(span.put_up_on, 1), last_on: span.last_on },
    ...{ days: span.days, counted_in: span.counted_in },
    rows: cases.map((one, at) => rowOf(act, one, at + 1, head.currency)),
  }
}

function rowOf(act: Act, theCase: HardshipCase, serial: number, currency: string): SheetRow {
  const version = versionOfCase(act, theCase.id)
  const masks = masksIn(act, theCase.unit_id)
  const shown = <T>(form: MaskForm, value: T) => (form === 'omit' ? null : value)
  const name = nameFor(act, act.caller, theCase.beneficiary_id, 'notice')
  const unit = theCase.unit_id === null ? null : unitById(act, theCase.unit_id).name
  const amount = amountText(version.amount_minor as Minor, currency)
  return {
    serial,
    name: name === masked ? null : name,
    unit: shown(masks.unit.notice, unit),
    programme: shown(masks.category.notice, programmeById(act, theCase.programme_id).name),
    category: shown(masks.category.notice, theCase.category),
    cause: shown(causeForm(act, masks, theCase.unit_id, version), causeName(act, theCase, version)),
    amount: shown(masks.amount.notice, amount),
    instalments: version.instalments,
  }
}

/** Of illness and disability the policy says on its own whether even the class is shown. */
function causeForm(act: Act, masks: Masks, unit: UnitId | null, { cause }: CaseVersion): MaskForm {
  const found = causeOf(act, unit, cause)
  if (!found?.sensitive) return masks.category.notice
  return cause === 'disability' ? masks.disability.notice : masks.illness.notice
}

function causeOf(act: Act, unit: UnitId | null, code: string): Cause | undefined {
  const { causes } = policyInForce(act, 'causes', { unit, on: act.today }).body
  return causes.find((one) => one.code === code)
}

function causeName(
  act: Act,
  { unit_id }: HardshipCase,
  { cause }: CaseVersion,
): Cause['name'] | null {
  return causeOf(act, unit_id, cause)?.name ?? null
}

/** The text of a sheet as it is kept, and its SHA-256 in hex. */
export function frozen(sheet: NoticeSheet): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(sheet)
  return { text, digest: sha256Hex(text) }
}

/** The sheet of a notice as it was frozen, or undefined once it has been erased. */
export function sheetOf(reader: Reader, notice: Notice): NoticeSheet | undefined {
  const kept = readDetail(reader, notice.sheet_detail_id)
  return kept && (JSON.parse(kept.body) as NoticeSheet)
}

/** The number that is on record of a case: all its instalments together. */
export function amountOnNotice(act: Act, theCase: HardshipCase): Minor {
  return totalOf(versionOfCase(act, theCase.id)) as Minor
}
