/** What each row of a list comes to before it is entered: the case it makes, or what is wrong with it. */
import { z } from 'zod'
import { query, type View } from '../../book/registry.ts'
import type { UnitId } from '../../kit/ids.ts'
import { parseAmount } from '../../kit/money.ts'
import { Refusal } from '../../kit/refusal.ts'
import { fundById } from '../../ledger/funds.ts'
import { registrars } from '../../people/commands.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { type Party, partyById, partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesCalled } from '../../people/search.ts'
import { grades } from '../../policies/caps.ts'
import { policyInForce } from '../../policies/in-force.ts'
import { fileOfParty } from '../files/files.ts'
import { fileNeeded } from '../files/refusals.ts'
import { programmeById } from '../programmes/programmes.ts'
import { requireEnterable } from './entering.ts'
import {
  caseCauseUnknown,
  caseGradeUnknown,
  caseNameOfNobody,
  caseNameOfSeveral,
  caseTwiceInList,
} from './entering-refusals.ts'
import type { forms } from './fields.ts'
import { roundWithId } from './rows.ts'

/** A row as its file has it. */
export interface RowGiven {
  readonly row: number
  /** A reference, or a whole name. */
  readonly party: string
  readonly amount: string
  /** A code, or a name in any language. */
  readonly cause?: string | undefined
  readonly cause_text?: string | undefined
  readonly grade?: string | undefined
  readonly payee?: string | undefined
}

export interface ListGiven {
  readonly round: number
  readonly rows: readonly RowGiven[]
  /** For rows that say none. */
  readonly cause: string
  readonly form: (typeof forms)[number]
  /** Whether a file is opened for households without one. */
  readonly openFiles: boolean
}

/** A row as `cases.submit_many` takes it. */
export interface RowReady {
  readonly beneficiary: string
  readonly amount: string
  readonly cause: string
  readonly form: (typeof forms)[number]
  readonly cause_text?: string
  readonly grade?: (typeof grades)[number]
  readonly payee?: string
  readonly file?: Record<never, never>
}

export interface ListChecked {
  readonly ready: readonly RowReady[]
  readonly faults: readonly { readonly row: number; readonly refusal: Refusal }[]
}

/** Asked by the page that takes a file; elsewhere a dry run of `cases.submit_many` tells the same row by row. */
export const checkList = query({
  name: 'cases.check_many',
  summary: 'What each row of a list comes to before it is entered',
  may: registrars,
  reach: 'units',
  route: { method: 'GET', path: '/rounds/{round}/check' },
  input: z.custom<ListGiven>(),
  output: z.custom<ListChecked>(),
  run: (view, given) => {
    const ready: RowReady[] = []
    const faults: { row: number; refusal: Refusal }[] = []
    const seen = new Map<string, number>()
    for (const row of given.rows) {
      try {
        ready.push(rowReady(view, given, row, seen))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        faults.push({ row: row.row, refusal: error })
      }
    }
    return { ready, faults }
  },
})

/** Somebody by reference or by their whole name. Refuses `party.unknown` and the two of names. */
function partyNamed(view: View, text: string): Party {
  if (/^P-\d+$/i.test(text)) {
    const { id } = partyWithRef(view, text.toUpperCase())
    return partyById(view, keptInPlaceOf(view, id))
  }
  const found = partiesCalled(view, view.caller, text).map((id) => keptInPlaceOf(view, id))
  const [only, ...others] = [...new Set(found)]
  if (only === undefined) throw caseNameOfNobody({ name: text })
  if (others.length > 0) {
    throw caseNameOfSeveral({ name: text, parties: [only, ...others].map(partyRef) })
  }
  return partyById(view, only)
}

function rowReady(
  view: View,
  given: ListGiven,
  row: RowGiven,
  seen: Map<string, number>,
): RowReady {
  const round = roundWithId(view, given.round)
  const programme = programmeById(view, round.programme_id)
  const { currency } = fundById(view, programme.fund_id)
  const beneficiary = partyNamed(view, row.party)
  const ref = partyRef(beneficiary.id)
  const earlier = seen.get(ref)
  if (earlier !== undefined) throw caseTwiceInList({ party: ref, row: earlier })
  seen.set(ref, row.row)
  const payee = row.payee === undefined ? beneficiary : partyNamed(view, row.payee)
  const amountMinor = parseAmount(row.amount, currency)
  const cause = causeMeant(view, beneficiary.unit_id, row.cause ?? given.cause)
  const grade = gradeMeant(row.grade)
  const file = fileOfParty(view, beneficiary.id, view.today)
  if (!file && !given.openFiles) throw fileNeeded({ party: ref })
  const asked = { payee, form: given.form, cause, grade, amountMinor, instalments: 1 }
  const place = { programme, round, file, beneficiary, applicant: beneficiary }
  const unit = beneficiary.unit_id
  requireEnterable(view, { ...asked, ...place, applied_by: 'branch', unit })
  return {
    beneficiary: ref,
    amount: row.amount,
    cause,
    form: given.form,
    ...(row.cause_text === undefined ? {} : { cause_text: row.cause_text }),
    ...(grade === undefined ? {} : { grade }),
    ...(row.payee === undefined ? {} : { payee: partyRef(payee.id) }),
    ...(file ? {} : { file: {} }),
  }
}

function causeMeant(view: View, unit: UnitId | null, text: string): string {
  const { causes } = policyInForce(view, 'causes', { unit, on: view.today }).body
  const wanted = text.toLowerCase()
  const found = causes.find(
    ({ code, name }) =>
      code === wanted || Object.values(name).some((one) => one.toLowerCase() === wanted),
  )
  if (!found) throw caseCauseUnknown({ cause: text, causes: causes.map(({ code }) => code) })
  return found.code
}

/** What people write for each grade, beside its code. */
const gradeWords: Readonly<Record<(typeof grades)[number], readonly string[]>> = {
  special: ['special', '特别困难', '特別困難'],
  considerable: ['considerable', '比较困难', '比較困難', '困难', '困難'],
  general: ['general', '一般困难', '一般困難'],
}

function gradeMeant(text: string | undefined): (typeof grades)[number] | undefined {
  if (text === undefined) return undefined
  const wanted = text.toLowerCase()
  const found = grades.find((grade) => gradeWords[grade].includes(wanted))
  if (!found) throw caseGradeUnknown({ grade: text, grades: [...grades] })
  return found
}
