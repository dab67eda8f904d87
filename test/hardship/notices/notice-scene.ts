/** A book with cases that wait for a public notice. */
import { expect } from 'vitest'
import type { z } from 'zod'
import { z as zod } from 'zod'
import { put } from '../../../src/access/policies.ts'
import { command } from '../../../src/book/registry.ts'
import { advance } from '../../../src/hardship/cases/advance.ts'
import { caseById } from '../../../src/hardship/cases/rows.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import type { Notice } from '../../../src/policies/deciding.ts'
import { chinaCalendar } from '../../../src/policies/presets/china-days.ts'
import type { WorkflowStep } from '../../../src/policies/workflows.ts'
import { sample } from '../../store/sample-book.ts'
import { type HardshipBook, type HardshipOptions, hardshipBook } from '../hardship-for-tests.ts'

export const oneLevel: readonly WorkflowStep[] = [
  { kind: 'verify' },
  { kind: 'notice', level: 'unit' },
  { kind: 'approve' },
  { kind: 'pay' },
]

export const twoLevels: readonly WorkflowStep[] = [
  { kind: 'notice', level: 'unit' },
  { kind: 'review' },
  { kind: 'notice', level: 'upper' },
  { kind: 'approve' },
  { kind: 'pay' },
]

/** Moves cases as their own rooms would, so that these tests stand alone. */
const move = command({
  name: 'tests.move',
  summary: 'Moves a case',
  may: ['owner'],
  reach: 'organisation',
  route: { method: 'POST', path: '/tests/move' },
  input: zod.object({
    cases: zod.array(zod.number()),
    act: zod.enum(['passed', 'refused', 'withdrawn', 'returned']),
    step: zod.number().optional(),
  }),
  output: zod.object({ moved: zod.number() }),
  subject: () => 'tests/1',
  run: (act, { cases, act: how, step }) => {
    for (const id of cases) {
      advance(act, caseById(act, id as CaseId), {
        act: how,
        ...(step === undefined ? {} : { step }),
      })
    }
    return { moved: cases.length }
  },
})

export interface NoticeBook extends HardshipBook {
  /** Takes cases to the step of their notice. */
  toNotice(cases: readonly number[]): void
  moves(cases: readonly number[], how: z.input<typeof move.input>['act'], step?: number): void
  /** Puts cases up as the administrator. */
  putUp(cases: readonly number[], given?: Partial<z.input<typeof putUp.input>>): number
}

export const said = {
  title: 'Proposed help for members in hardship',
  basis: 'Rules on help in hardship, Riverside [2026] 5',
  issuer: 'Riverside Mutual Aid',
  phone: '010-5555 0100',
  mailbox: 'notice@riverside.example.org',
  address: '12 River Road, room 3',
  contact_person: 'Office of the fund',
}

export interface NoticeOptions extends HardshipOptions {
  readonly stages?: Notice['stages']
  readonly calendar?: 'china'
}

/** Five working days at the unit's level unless told otherwise. */
export function noticeBook(options: NoticeOptions = {}): NoticeBook {
  const { stages, calendar, ...rest } = options
  const book = hardshipBook({ steps: oneLevel, ...rest })
  const { t, as } = book
  const five = [{ level: 'unit', days: 5, counted_in: 'working_days' }] as const
  t.does(put, { kind: 'notice', body: { stages: [...(stages ?? five)] } })
  if (calendar === 'china') t.does(put, { kind: 'calendar', body: chinaCalendar() })
  const moves: NoticeBook['moves'] = (cases, act, step) => {
    t.does(move, { cases: [...cases], act, ...(step === undefined ? {} : { step }) })
  }
  return {
    ...book,
    moves,
    toNotice: (cases) => moves(cases, 'passed'),
    putUp: (cases, given = {}) =>
      t.does(putUp, { ...said, cases: [...cases], ...given }, as.administrator).output.notice,
  }
}

/** Whether the database takes rows; whatever it says, nothing stays. */
export function takes(
  { t }: NoticeBook,
  table: 'award' | 'entry',
  given: Record<string, unknown>,
): boolean {
  const { store } = t.book
  const seq = Number(store.first('select max(seq) + 1 as seq from event', [])!.seq)
  const row = sample(table, { ...given, event_seq: seq } as never)
  const names = Object.keys(row)
  const sql = `insert into "${table}" (${names}) values (${names.map(() => '?')})`
  let said = 'taken'
  try {
    store.transaction((): undefined => {
      try {
        store.run(sql, Object.values(row))
      } catch (error) {
        said = String(error)
      }
      throw new Error('undone')
    })
  } catch {
    // Undone, whether it was taken or not.
  }
  if (said !== 'taken') expect(said).toContain('the notice has not closed without objection')
  return said === 'taken'
}
