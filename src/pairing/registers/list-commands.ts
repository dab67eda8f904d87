/** Whole lists of helpers and of needs in one act: all of a list, or nothing of it. */
import { z } from 'zod'
import { type Act, command, pageCommand } from '../../book/registry.ts'
import { Refusal } from '../../kit/refusal.ts'
import { enrollHelper, type NewHelper, newHelperField } from './helper-writing.ts'
import { type NewNeed, newNeedField, openNeed } from './need-writing.ts'
import { pairingRow } from './refusals.ts'
import { pairingKeepers } from './roles.ts'

/** More than a county has of either in a year. */
export const mostRowsOfRegister = 5_000

const rowsOf = <T extends z.ZodType>(field: T) => z.array(field).min(1).max(mostRowsOfRegister)
const helperRows = z.strictObject({ rows: rowsOf(newHelperField) })
const needRows = z.strictObject({ rows: rowsOf(newNeedField) })

/** How many were entered, and the first and the last of their numbers. */
const output = z.object({ entered: z.number(), first: z.number(), last: z.number() })
type Entered = z.output<typeof output>

const shared = { may: pairingKeepers, reach: 'units', output } as const

export const enrollMany = command({
  name: 'helpers.enroll_many',
  summary: 'Takes a list of helpers into the register in one act: all of them, or none',
  ...shared,
  route: { method: 'POST', path: '/helper-lists' },
  input: helperRows,
  subject: ({ first }) => `helper/${first}`,
  run: (act, { rows }) => entered(rows.map((row, at) => inRow(at, () => enrolled(act, row)))),
})

export const openMany = command({
  name: 'needs.open_many',
  summary: 'Opens a list of needs in one act: all of them, or none',
  ...shared,
  route: { method: 'POST', path: '/need-lists' },
  input: needRows,
  subject: ({ first }) => `need/${first}`,
  run: (act, { rows }) => entered(rows.map((row, at) => inRow(at, () => opened(act, row)))),
})

function enrolled(act: Act, row: NewHelper): number {
  return enrollHelper(act, row).id
}

function opened(act: Act, row: NewNeed): number {
  return openNeed(act, row).id
}

function entered(ids: readonly number[]): Entered {
  return { entered: ids.length, first: ids[0]!, last: ids.at(-1)! }
}

/** What a row refuses, said with its number. */
function inRow<T>(at: number, enter: () => T): T {
  try {
    return enter()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw pairingRow({ row: at + 1, code: error.code, said: error.message })
  }
}

/** What is wrong with the row at a place of the list, from 0. */
export interface RowFault {
  readonly at: number
  readonly refusal: Refusal
}

const found = z.custom<{ readonly faults: readonly RowFault[] }>()
const rehearsed = { may: pairingKeepers, reach: 'units', output: found, subject: () => '' } as const

/**
 * The same for rehearsals alone, which are taken back: every row that is refused is told, not only the first. Not in the
 * register of commands, so that nobody gives it.
 */
export const tryEnrollMany = pageCommand({
  name: 'helpers.enroll_many',
  summary: 'What each row of a list of helpers would meet',
  ...rehearsed,
  input: helperRows,
  run: (act, { rows }) => ({ faults: faultsOf(rows, (row) => enrolled(act, row)) }),
})

/** The same of needs. */
export const tryOpenMany = pageCommand({
  name: 'needs.open_many',
  summary: 'What each row of a list of needs would meet',
  ...rehearsed,
  input: needRows,
  run: (act, { rows }) => ({ faults: faultsOf(rows, (row) => opened(act, row)) }),
})

function faultsOf<R>(rows: readonly R[], enter: (row: R) => number): RowFault[] {
  return rows.flatMap((row, at): RowFault[] => {
    try {
      enter(row)
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return [{ at, refusal: error }]
    }
  })
}
