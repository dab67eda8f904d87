/** Putting a list of cases on public notice (handbook A6, journal map G1). */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { keepDetail } from '../../book/details.ts'
import { dayOut, nameField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import { requireAvailable } from '../../funds/policy.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import type { FundId, NoticeId, UnitId } from '../../kit/ids.ts'
import { minor } from '../../kit/money.ts'
import { fundById } from '../../ledger/funds.ts'
import { unitById } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { reserveAward, reservedFor } from '../awards/reserving.ts'
import { requireAtStep } from '../cases/advance.ts'
import { casesGiven, casesMeant } from '../cases/given.ts'
import { casesNone } from '../cases/refusals.ts'
import { caseRef, type HardshipCase, standingOf, stepOf } from '../cases/rows.ts'
import {
  caseOnNotice,
  noticeNoStage,
  noticeSeveralUnits,
  noticeTwoCurrencies,
  noticeTwoLevels,
} from './refusals.ts'
import { noticesOfCase } from './rows.ts'
import { amountOnNotice, frozen, sheetFor } from './sheet.ts'
import { longestSpan, type NoticeLevel, type Span } from './stages.ts'

export const putUp = command({
  name: 'notices.put_up',
  summary: 'Puts cases on public notice with their names masked, and sets their money aside',
  may: ['owner', 'fund_administrator', 'approver'],
  reach: 'units',
  route: { method: 'POST', path: '/notices' },
  input: z.strictObject({
    ...casesGiven,
    /** Which notice, where some cases wait for one and some for the other. */
    level: z.enum(['unit', 'upper']).optional(),
    title: nameField,
    /** The rule it rests on, with the number of its document. */
    basis: nameField.optional(),
    issuer: nameField,
    phone: nameField,
    mailbox: nameField.optional(),
    address: nameField,
    contact_person: nameField,
  }),
  output: z.object({
    notice: z.number(),
    cases: z.number(),
    /** The last day on which it is up. */
    last_on: dayOut,
    /** SHA-256 in hex of the list as it is shown. */
    digest: z.string(),
  }),
  subject: ({ notice }) => `notice/${notice}`,
  run: (act, input) => {
    const listed = casesMeant(act, input, 'notice')
    const { cases, level, step } = waitingFor(act, listed, input)
    const unit = commonUnit(act, cases)
    const span = spanFor(act, cases, level)
    const currency = oneCurrency(act, cases)
    requireMoney(act, cases)
    const id = nextId(act, 'notice')
    const organisation = organisationOf(act).name
    const { title, issuer, phone, address } = input
    const [basis, mailbox] = [input.basis ?? null, input.mailbox ?? null]
    const contact = { phone, mailbox, address, person: input.contact_person }
    const head = { notice: id, organisation, title, basis, issuer, contact, currency, level, span }
    const shown = inOrder(act, cases)
    const { text, digest } = frozen(sheetFor(act, head, shown))
    writeNotice(act, { id, unit, level, step, span, basis, contact, text, digest })
    writeCases(act, id, shown)
    for (const one of shown) reserveAward(act, one)
    return { notice: id, cases: shown.length, last_on: span.last_on, digest }
  },
})

interface Waiting {
  readonly cases: readonly HardshipCase[]
  readonly level: NoticeLevel
  readonly step: number
}

/**
 * Those of some cases that wait to be put on one notice. Of a list, those that are up already are left out; whoever
 * names a case means it.
 */
function waitingFor(
  act: Act,
  listed: readonly HardshipCase[],
  input: {
    readonly cases?: readonly number[] | undefined
    readonly level?: NoticeLevel | undefined
  },
): Waiting {
  const named = new Set(input.cases)
  const found = listed.flatMap((one) => {
    const standing = standingOf(act, one.id)
    requireAtStep(one, standing, 'notice')
    const up = noticesOfCase(act, one.id).find(({ outcome }) => outcome === null)
    if (up && named.has(one.id)) throw caseOnNotice({ case: caseRef(one.id), notice: up.id })
    const step = stepOf(act, one, standing)
    const level = step.kind === 'notice' ? step.level : 'unit'
    return up ? [] : [{ theCase: one, level, step: standing.step }]
  })
  const level = input.level ?? found[0]?.level
  const meant = found.filter((one) => one.level === level)
  if (level === undefined || meant.length === 0) throw casesNone({})
  const other = found.find((one) => one.level !== level)
  if (other && (input.level === undefined || named.has(other.theCase.id))) {
    throw noticeTwoLevels({ cases: found.slice(0, 5).map(({ theCase }) => caseRef(theCase.id)) })
  }
  return { cases: meant.map(({ theCase }) => theCase), level, step: meant[0]!.step }
}

/** A unit and those above it, up to the organisation. */
function lineOf(act: Act, unit: UnitId | null): (UnitId | null)[] {
  const line: (UnitId | null)[] = []
  for (let at = unit; at !== null; at = unitById(act, at).parent_id) line.push(at)
  return [...line, null]
}

/** The nearest unit that is above all of the cases: where the notice belongs. Refuses `notice.several_units`. */
function commonUnit(act: Act, cases: readonly HardshipCase[]): UnitId | null {
  const lines = [...new Set(cases.map(({ unit_id }) => unit_id))].map((unit) => lineOf(act, unit))
  const [first = [null], ...others] = lines
  const common = first.find((unit) => others.every((line) => line.includes(unit))) ?? null
  if (!inScope(act.scope, common)) throw noticeSeveralUnits({})
  return common
}

/** Refuses `notice.no_stage`. */
function spanFor(act: Act, cases: readonly HardshipCase[], level: NoticeLevel): Span {
  const units = cases.map(({ unit_id }) => unit_id)
  const span = longestSpan(act, units, level)
  if (!('without' in span)) return span
  const unit = span.without === null ? organisationOf(act).name : unitById(act, span.without).name
  throw noticeNoStage({ level, unit })
}

/** Refuses `notice.two_currencies`. */
function oneCurrency(act: Act, cases: readonly HardshipCase[]): string {
  const currencies = [...new Set(cases.map(({ fund_id }) => fundById(act, fund_id).currency))]
  if (currencies.length > 1) throw noticeTwoCurrencies({ currencies })
  return currencies[0]!
}

/** Refuses `fund.more_than_available` for all of the cases together, before anything is written. */
function requireMoney(act: Act, cases: readonly HardshipCase[]): void {
  const wanted = new Map<FundId, number>()
  for (const one of cases) {
    const more = amountOnNotice(act, one) - reservedFor(act, one.id)
    wanted.set(one.fund_id, (wanted.get(one.fund_id) ?? 0) + more)
  }
  for (const [fund, amount] of wanted) {
    // More than a book can hold is more than a fund has, whatever it is exactly.
    const most = minor(Math.min(amount, Number.MAX_SAFE_INTEGER))
    if (amount > 0) requireAvailable(act, fundById(act, fund), most)
  }
}

/** By unit, as a reader looks for a neighbour, and then as they were entered. */
function inOrder(act: Act, cases: readonly HardshipCase[]): HardshipCase[] {
  const codes = new Map<UnitId | null, string>()
  for (const { unit_id } of cases) {
    if (!codes.has(unit_id)) codes.set(unit_id, unit_id === null ? '' : unitById(act, unit_id).code)
  }
  const codeOf = ({ unit_id }: HardshipCase) => codes.get(unit_id)!
  return cases.toSorted((a, b) => {
    const [one, other] = [codeOf(a), codeOf(b)]
    return one === other ? a.id - b.id : one < other ? -1 : 1
  })
}

interface Written {
  readonly id: NoticeId
  readonly unit: UnitId | null
  readonly level: NoticeLevel
  readonly step: number
  readonly span: Span
  readonly basis: string | null
  readonly contact: object
  readonly text: string
  readonly digest: string
}

function writeNotice(act: Act, made: Written): void {
  const { id, unit, level, step, span, basis, digest } = made
  insert(act, 'notice', {
    id,
    unit_id: unit,
    level,
    step,
    put_up_on: span.put_up_on,
    last_on: span.last_on,
    policy_version_id: span.policy,
    calendar_version_id: span.calendar,
    basis_detail_id: basis === null ? null : keepDetail(act, 'notice_basis', basis),
    contact_detail_id: keepDetail(act, 'notice_contact', canonicalJson(made.contact)),
    sheet_detail_id: keepDetail(act, 'notice_sheet', made.text),
    digest,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}

function writeCases(act: Act, notice: NoticeId, cases: readonly HardshipCase[]): void {
  const id = nextId(act, 'notice_case')
  for (const [at, one] of cases.entries()) {
    insert(act, 'notice_case', {
      id: id + at,
      notice_id: notice,
      case_id: one.id,
      serial: at + 1,
      amount_minor: amountOnNotice(act, one),
      event_seq: act.seq,
    })
  }
}
