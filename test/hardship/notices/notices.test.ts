/** A notice from putting it up to taking it down. */
import { afterAll, describe, expect, test } from 'vitest'
import { open as openFund } from '../../../src/funds/funds.ts'
import { reservedFor } from '../../../src/hardship/awards/reserving.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { list, show } from '../../../src/hardship/notices/queries.ts'
import { findNotice } from '../../../src/hardship/notices/rows.ts'
import { type NoticeSheet, sheetOf } from '../../../src/hardship/notices/sheet.ts'
import { takeDown, voidNotice } from '../../../src/hardship/notices/taking-down.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { canonicalJson } from '../../../src/kit/canonical.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { noticeBook, said, takes, twoLevels } from './notice-scene.ts'

const open: { t: { close(): void } }[] = []
afterAll(() => {
  for (const { t } of open) t.close()
})

function scene(...given: Parameters<typeof noticeBook>) {
  const book = noticeBook(...given)
  open.push(book)
  return book
}

test('[A6] a list is put up masked, money set aside; after its last day it is taken down and goes on', () => {
  const book = scene()
  const { t, as } = book
  const { round, cases } = book.submitRound(3)
  book.toNotice(cases)
  const { output } = t.does(putUp, { ...said, round }, as.administrator)
  expect(output).toMatchObject({ notice: 1, cases: 3, last_on: '2026-04-07' })
  expect(cases.map((id) => reservedFor(t.book.store, id as CaseId))).toEqual([
    50_000, 50_000, 50_000,
  ])
  const sheet = sheetOf(t.book.store, findNotice(t.book.store, 1)!) as NoticeSheet
  expect(sha256Hex(canonicalJson(sheet))).toBe(output.digest)
  expect(sheet.rows.map(({ name }) => name)).toEqual(['P. 1.', 'P. 2.', 'P. 3.'])
  expect(t.refuses(takeDown, { notice: 1 }, as.administrator).code).toBe('notice.still_up')
  t.at('2026-04-07T15:59:59Z')
  expect(t.refuses(takeDown, { notice: 1 }, as.administrator).code).toBe('notice.still_up')
  t.at('2026-04-07T16:00:00Z')
  expect(t.asks(list, { state: 'ran_out' }, as.administrator).notices).toHaveLength(1)
  expect(t.does(takeDown, { notice: 1 }, as.administrator).output).toEqual({
    notice: 1,
    passed: 3,
    stopped: 0,
  })
  expect(cases.map((id) => book.at(id).step_kind)).toEqual(Array(3).fill('approve'))
  expect(t.refuses(takeDown, { notice: 1 }, as.administrator).code).toBe('notice.ended')
  expect(t.asks(show, { notice: 1 }, as.auditor)).toMatchObject({ state: 'ran', cases: 3 })
})

test('[G1] of money that is not there nothing is promised, and no trace of it stays', () => {
  const book = scene({ money: '1200.00' })
  const { round, cases } = book.submitRound(3)
  book.toNotice(cases)
  const refused = book.t.refuses(putUp, { ...said, round }, book.as.administrator)
  expect(refused.code).toBe('fund.more_than_available')
})

test('a notice that was wrong is void: the money is free and the cases wait for another', () => {
  const book = scene()
  const { t, as } = book
  const { cases } = book.submitRound(2)
  book.toNotice(cases)
  const notice = book.putUp(cases)
  expect(t.refuses(putUp, { ...said, cases }, as.administrator).code).toBe('case.on_notice')
  const { output } = t.does(voidNotice, { notice, reason: 'A wrong amount' }, as.administrator)
  expect(output.back).toBe(2)
  expect(cases.map((id) => reservedFor(t.book.store, id as CaseId))).toEqual([0, 0])
  expect(cases.map((id) => book.at(id))).toMatchObject(
    Array(2).fill({ state: 'open', step_kind: 'notice' }),
  )
  expect(book.putUp(cases)).toBe(notice + 1)
})

test('the two levels have each their own notice and days', () => {
  const book = scene({
    steps: twoLevels,
    stages: [
      { level: 'unit', days: 3, counted_in: 'calendar_days' },
      { level: 'upper', days: 5, counted_in: 'working_days' },
    ],
  })
  const { t, as } = book
  const { round, cases } = book.submitRound(2)
  const first = book.putUp(cases.slice(0, 1))
  expect(t.asks(show, { notice: first }, as.auditor)).toMatchObject({
    level: 'unit',
    last_on: '2026-04-03',
  })
  t.at('2026-04-04T02:00:00Z')
  t.does(takeDown, { notice: first }, as.administrator)
  book.moves(cases.slice(0, 1), 'passed')
  const both = { ...said, round }
  expect(t.refuses(putUp, both, as.administrator).code).toBe('notice.two_levels')
  const upper = t.does(putUp, { ...both, level: 'upper' }, as.administrator).output
  expect(upper).toMatchObject({ cases: 1, last_on: '2026-04-10' })
})

describe('who may, and where', () => {
  test('a notice belongs to the unit above all of its cases, and is nothing elsewhere', () => {
    const book = scene()
    const { t, as } = book
    const north = book.submitRound(1, { unit: 'north' })
    const south = book.submitRound(1, { unit: 'south' })
    book.toNotice([...north.cases, ...south.cases])
    const grants = (unit: 'city' | 'north' | 'far') => ({
      ...as.administrator,
      grants: [{ role: 'fund_administrator', unit: book.units[unit] }] as const,
    })
    const cases = [...north.cases, ...south.cases]
    expect(t.refuses(putUp, { ...said, cases }, grants('north')).code).toBe('case.unknown')
    const { notice } = t.does(putUp, { ...said, cases }, grants('city')).output
    expect(t.asks(show, { notice }, as.auditor).unit).toBe('city')
    for (const place of ['north', 'far'] as const) {
      expect(t.asks(list, {}, grants(place)).notices).toEqual([])
      expect(t.refuses(takeDown, { notice }, grants(place)).code).toBe('notice.unknown')
    }
  })

  test('whoever reaches two units and nothing above them puts up a notice for each', () => {
    const book = scene()
    const { t, as } = book
    const cases = (['north', 'south'] as const).flatMap(
      (unit) => book.submitRound(1, { unit }).cases,
    )
    book.toNotice(cases)
    const grants = (['north', 'south'] as const).map((unit) => ({
      role: 'fund_administrator' as const,
      unit: book.units[unit],
    }))
    const both = { ...as.administrator, grants }
    expect(t.refuses(putUp, { ...said, cases }, both).code).toBe('notice.several_units')
    expect(t.does(putUp, { ...said, cases: cases.slice(0, 1) }, both).output.cases).toBe(1)
  })

  test('a list is in one currency', () => {
    const book = scene()
    const { t, as } = book
    const fund = { fund: 'abroad', name: 'Abroad', restriction: 'purpose', purpose: 'Aid' } as const
    t.does(openFund, { ...fund, currency: 'USD' })
    const programme = { category: 'care_grants', help: 'one_off', workflow: 'standard' } as const
    t.does(openProgramme, { programme: 'abroad', name: 'Abroad', fund: 'abroad', ...programme })
    const cases = [
      book.submitCase({ beneficiary: book.families[0].head }),
      book.submitCase({ beneficiary: book.families[1].head, programme: 'abroad' }),
    ]
    book.toNotice(cases)
    const refused = t.refuses(putUp, { ...said, cases }, as.administrator)
    expect(refused.code).toBe('notice.two_currencies')
  })

  test('where the policy knows no notice, none is put up', () => {
    const book = scene({ stages: [] })
    const { cases } = book.submitRound(1)
    book.toNotice(cases)
    const refused = book.t.refuses(putUp, { ...said, cases }, book.as.administrator)
    expect(refused.code).toBe('notice.no_stage')
  })
})

test('[invariant 10] the ledger itself refuses what an award makes payable while its notice is up', () => {
  const book = scene()
  const [plain, emergency] = [false, true].map((emergency, at) =>
    book.submitCase({ beneficiary: book.families[at]!.head, emergency }),
  )
  book.toNotice([plain!, emergency!])
  book.putUp([plain!, emergency!])
  const id = Number(book.t.book.store.first('select max(id) as id from entry', [])!.id) + 1
  const entry = (of: string, kind: string) =>
    takes(book, 'entry', { id, kind, subject: of, reverses: null, effective_on: '2026-03-31' })
  expect(entry(`case/${plain}`, 'award.approved')).toBe(false)
  expect(entry(`case/${plain}`, 'award.approved_at_once')).toBe(false)
  expect(entry(`case/${plain}`, 'award.reservation_freed')).toBe(true)
  // An emergency is paid first; its award says so.
  expect(entry(`case/${emergency}`, 'award.approved_at_once')).toBe(true)
  expect(takes(book, 'award', { case_id: emergency!, emergency: 0 })).toBe(false)
  expect(takes(book, 'award', { case_id: emergency!, emergency: 1 })).toBe(true)
})
