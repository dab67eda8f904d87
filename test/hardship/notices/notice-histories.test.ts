/** Over random histories nothing is awarded while a notice is up or an objection open: in code and in the database. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reservedFor } from '../../../src/hardship/awards/reserving.ts'
import { requireNoticesClean } from '../../../src/hardship/notices/closing.ts'
import { decide } from '../../../src/hardship/notices/deciding.ts'
import { record } from '../../../src/hardship/notices/objecting.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { noticesOfCase, openObjections } from '../../../src/hardship/notices/rows.ts'
import { takeDown, voidNotice } from '../../../src/hardship/notices/taking-down.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { Refusal } from '../../../src/kit/refusal.ts'
import { type NoticeBook, noticeBook, said, takes } from './notice-scene.ts'

const dayMs = 86_400_000
const count = 3

const step = fc.oneof(
  fc.record({
    do: fc.constant('put_up' as const),
    which: fc.subarray([0, 1, 2], { minLength: 1 }),
  }),
  fc.record({ do: fc.constant('object' as const), notice: fc.nat(3), serial: fc.nat(3) }),
  fc.record({
    do: fc.constant('decide' as const),
    objection: fc.nat(5),
    outcome: fc.constantFrom('upheld' as const, 'dismissed' as const, 'withdrawn' as const),
  }),
  fc.record({ do: fc.constant('take_down' as const), notice: fc.nat(3) }),
  fc.record({ do: fc.constant('void' as const), notice: fc.nat(3) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 6 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function unlessRefused(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function taken({ t, as }: NoticeBook, cases: readonly number[], one: Step): void {
  switch (one.do) {
    case 'put_up':
      t.does(putUp, { ...said, cases: one.which.map((at) => cases[at]!) }, as.administrator)
      return
    case 'object': {
      const about = one.serial === 0 ? {} : { serial: one.serial }
      const given = { notice: one.notice + 1, form: 'confidential', text: 'No' } as const
      t.does(record, { ...given, ...about }, as.administrator)
      return
    }
    case 'decide':
      t.does(
        decide,
        { objection: one.objection + 1, outcome: one.outcome, reason: 'Rule 4' },
        as.member1,
      )
      return
    case 'take_down':
      t.does(takeDown, { notice: one.notice + 1 }, as.administrator)
      return
    case 'void':
      t.does(voidNotice, { notice: one.notice + 1, reason: 'Wrong' }, as.administrator)
      return
    default:
      t.at(new Date(t.now() + one.days * dayMs).toISOString())
  }
}

function holds(book: NoticeBook, cases: readonly number[]): void {
  const { t, at, theCase } = book
  const { store } = t.book
  const seen = store.first('select max(id) as id from entry', [])!
  for (const id of cases as readonly CaseId[]) {
    const up = noticesOfCase(store, id).filter(({ outcome }) => outcome === null)
    const objected = openObjections(store, id)
    const stands = at(id)
    const open = up.length > 0 || objected.length > 0
    expect(up.length, 'one notice at a time').toBeLessThanOrEqual(1)
    if (stands.step_kind === 'approve') expect(open, 'clean at the approval').toBe(false)
    if (stands.state === 'open' && stands.step_kind === 'notice') {
      expect(objected, 'an objection stops it').toEqual([])
    }
    if (stands.state === 'refused') expect(reservedFor(store, id)).toBe(0)
    if (up.length > 0 && stands.state !== 'refused') expect(reservedFor(store, id)).toBe(50_000)
    const entry = { id: Number(seen.id) + 1, subject: `case/${id}`, reverses: null }
    expect(takes(book, 'award', { case_id: id, emergency: 0 })).toBe(!open)
    expect(takes(book, 'award', { case_id: id, emergency: 1 })).toBe(true)
    for (const kind of ['award.approved', 'award.approved_at_once']) {
      expect(takes(book, 'entry', { ...entry, kind, effective_on: '2026-03-31' })).toBe(!open)
    }
    expect(
      takes(book, 'entry', { ...entry, kind: 'award.on_notice', effective_on: '2026-03-31' }),
    ).toBe(true)
    let code = 'clean'
    try {
      requireNoticesClean(store, theCase(id))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      code = error.code
    }
    if (open) expect(['case.notice_open', 'case.objection_open']).toContain(code)
    else expect(['clean', 'case.notice_missing']).toContain(code)
    if (stands.step_kind === 'approve') expect(code).toBe('clean')
  }
}

test('[G6 10] nothing is awarded while a notice is up or an objection open', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
      const book = noticeBook()
      const { cases } = book.submitRound(count)
      book.toNotice(cases)
      try {
        for (const one of steps) {
          unlessRefused(() => taken(book, cases, one))
          holds(book, cases)
        }
      } finally {
        book.t.close()
      }
    }),
    { numRuns: 60, verbose: 1 },
  )
})
