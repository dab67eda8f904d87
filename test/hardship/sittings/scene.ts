/** Sittings in tests: a book whose cases wait for the committee, and the committee in its seats. */
import type { put } from '../../../src/access/policies.ts'
import { put as putPolicy } from '../../../src/access/policies.ts'
import { call, recordAttendance } from '../../../src/hardship/sittings/calling.ts'
import type { WorkflowStep } from '../../../src/policies/workflows.ts'
import {
  type Hand,
  type HardshipBook,
  type HardshipOptions,
  hardshipBook,
} from '../hardship-for-tests.ts'

export const committeeSteps: readonly WorkflowStep[] = [
  { kind: 'deliberate' },
  { kind: 'approve' },
  { kind: 'pay' },
]

/** The five members, in the order of their numbers. */
export const members: readonly Hand[] = ['member1', 'member2', 'member3', 'member4', 'member5']

/** A book whose cases begin before the committee. */
export function sittingBook(options: HardshipOptions = {}): HardshipBook {
  return hardshipBook({ steps: committeeSteps, ...options })
}

/** The number of the user behind a hand. */
export function user({ users }: HardshipBook, hand: Hand): number {
  return users[hand].user
}

/** Calls a sitting of today and records who is there; all five unless said. */
export function sits(
  book: HardshipBook,
  { present = members, unit }: { readonly present?: readonly Hand[]; readonly unit?: string } = {},
): number {
  const { t, as } = book
  const where = unit === undefined ? {} : { unit }
  const { sitting } = t.does(call, where, as.administrator).output
  const there = present.map((hand) => user(book, hand))
  t.does(recordAttendance, { sitting, present: there }, as.administrator)
  return sitting
}

/** Puts a policy on committees in force. */
export function putCommittee(
  { t }: HardshipBook,
  body: Parameters<typeof put.run>[1]['body'],
): void {
  t.does(putPolicy, { kind: 'committee', body })
}
