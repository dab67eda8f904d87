/** Objections: what they stop, who decides them, who learns who made them. */
import { afterAll, describe, expect, test } from 'vitest'
import { reservedFor } from '../../../src/hardship/awards/reserving.ts'
import { requireNoticesClean } from '../../../src/hardship/notices/closing.ts'
import { decide, readSender } from '../../../src/hardship/notices/deciding.ts'
import { publicCaller, record, send } from '../../../src/hardship/notices/objecting.ts'
import { list, show } from '../../../src/hardship/notices/objection-queries.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { takeDown } from '../../../src/hardship/notices/taking-down.ts'
import type { CaseId } from '../../../src/kit/ids.ts'
import { declare } from '../../../src/people/interest-commands.ts'
import { dump } from '../../journeys/dump.ts'
import { noticeBook, said } from './notice-scene.ts'

const open: { t: { close(): void } }[] = []
afterAll(() => {
  for (const { t } of open) t.close()
})

function onNotice(n = 2) {
  const book = noticeBook()
  open.push(book)
  const { cases } = book.submitRound(n)
  book.toNotice(cases)
  const notice = book.putUp(cases)
  return { ...book, cases, notice, states: () => cases.map((id) => book.at(id).state) }
}

const text = 'They own two houses.'
const reason = 'Looked at the register of houses: rule 4'

test('[invariant 10] an objection stops its case at once; dismissed, it goes on when the notice has run', () => {
  const { t, as, notice, cases, states, at } = onNotice()
  const given = { notice, serial: 2, form: 'named', from: 'Qian Duo, 138 0000', text } as const
  const { objection, stopped } = t.does(record, given, as.member1).output
  expect(stopped).toBe(1)
  expect(states()).toEqual(['open', 'suspended'])
  t.at('2026-04-08T02:00:00Z')
  const down = t.does(takeDown, { notice }, as.administrator).output
  expect(down).toMatchObject({ passed: 1, stopped: 1 })
  expect(cases.map((id) => at(id).step_kind)).toEqual(['approve', 'notice'])
  const decided = { objection, outcome: 'dismissed', reason } as const
  expect(t.does(decide, decided, as.approver).output).toMatchObject({ resumed: 1, refused: 0 })
  expect(cases.map((id) => at(id).step_kind)).toEqual(['approve', 'approve'])
  expect(t.refuses(decide, decided, as.approver).code).toBe('objection.decided')
})

test('upheld, the case is refused by the rule and its money is free', () => {
  const { t, as, notice, cases, states } = onNotice()
  const given = { notice, serial: 1, form: 'confidential', text } as const
  const { objection } = t.does(record, given, as.administrator).output
  t.does(decide, { objection, outcome: 'upheld', reason }, as.member1)
  expect(states()).toEqual(['refused', 'open'])
  expect(cases.map((id) => reservedFor(t.book.store, id as CaseId))).toEqual([0, 50_000])
})

test('an objection to the whole list stops all of it, and upheld has all wait for another notice', () => {
  const { t, as, notice, states, at, cases } = onNotice()
  const { output } = t.does(record, { notice, form: 'confidential', text }, as.administrator)
  expect(output.stopped).toBe(2)
  const decided = { objection: output.objection, outcome: 'upheld', reason } as const
  expect(t.does(decide, decided, as.member1).output).toMatchObject({ back: 2, refused: 0 })
  expect(states()).toEqual(['open', 'open'])
  expect(cases.map((id) => reservedFor(t.book.store, id as CaseId))).toEqual([0, 0])
  expect(t.does(putUp, { ...said, cases }, as.administrator).output.cases).toBe(2)
  expect(cases.map((id) => at(id).step_kind)).toEqual(['notice', 'notice'])
})

test('of two objections to a case the second still stops it', () => {
  const { t, as, notice, states } = onNotice()
  const both = [1, 1].map(
    () => t.does(record, { notice, serial: 1, form: 'confidential', text }, as.approver).output,
  )
  const [one, other] = both.map(({ objection }) => objection)
  t.does(decide, { objection: one!, outcome: 'dismissed', reason }, as.member1)
  expect(states()).toEqual(['suspended', 'open'])
  t.does(decide, { objection: other!, outcome: 'withdrawn', reason }, as.member1)
  expect(states()).toEqual(['open', 'open'])
})

describe('[invariant 7] who decides', () => {
  test('not who entered the case, not who has an interest in it', () => {
    const { t, as, notice, families, submitCase, toNotice, putUp: up } = onNotice()
    const mine = submitCase({ beneficiary: families[1].head }, 'owner')
    toNotice([mine])
    const other = up([mine])
    const given = { notice: other, serial: 1, form: 'confidential', text } as const
    const { objection } = t.does(record, given, as.administrator).output
    const decided = { objection, outcome: 'dismissed', reason } as const
    expect(t.refuses(decide, decided, as.owner).code).toBe('case.own_hand')
    t.does(declare, { party: families[1].spouse, kind: 'friendship' }, as.member2)
    t.does(declare, { party: families[1].head, kind: 'business' }, as.member1)
    expect(t.refuses(decide, decided, as.member1).code).toBe('case.interest')
    expect(t.refuses(decide, decided, as.administrator).code).toBe('access.not_allowed')
    const barred = t.asks(show, { objection }, as.member1)
    expect(barred).toMatchObject({ may: { decide: false }, text: '***' })
    expect(barred.barred?.code).toBe('case.interest')
    t.does(decide, decided, as.member3)
    expect(notice).toBe(1)
  })

  test('[A7] who objected in confidence is told to whoever decides, and that they read it stays', () => {
    const { t, as, notice } = onNotice()
    const given = { notice, serial: 1, form: 'confidential', from: 'Sun Li', text } as const
    const { objection } = t.does(record, given, as.administrator).output
    for (const hand of ['administrator', 'auditor', 'coordinator'] as const) {
      if (hand === 'coordinator') continue
      const seen = t.asks(show, { objection }, as[hand])
      expect(seen).toMatchObject({ from: null, from_kept: true, text: '***' })
    }
    expect(t.asks(show, { objection }, as.member1)).toMatchObject({ from: null, text })
    expect(t.refuses(readSender, { objection: 9 }, as.member1).code).toBe('objection.unknown')
    const named = { ...given, form: 'named' } as const
    const { objection: plain } = t.does(record, named, as.administrator).output
    expect(t.refuses(readSender, { objection: plain }, as.member1).code).toBe(
      'objection.not_confidential',
    )
    expect(t.refuses(readSender, { objection }, as.administrator).code).toBe('access.not_allowed')
    t.does(readSender, { objection }, as.member1)
    expect(t.asks(show, { objection }, as.member1).from).toBe('Sun Li')
    expect(t.asks(show, { objection }, as.member2).from).toBe(null)
    const rows = t.book.store.all('select objection_id, actor from objection_reading', [])
    expect(rows).toEqual([{ objection_id: objection, actor: as.member1.actor }])
    expect(dump(t.book.store)).not.toMatch(/Sun Li.*request/)
  })
})

describe('[A6] the public form', () => {
  test('takes an objection while the notice is up, from somebody who can do nothing else', () => {
    const { t, notice, states } = onNotice()
    const given = { notice, serial: 1, form: 'confidential', text } as const
    t.does(send, given, publicCaller)
    expect(states()).toEqual(['suspended', 'open'])
    expect(t.refuses(record, given, publicCaller).code).toBe('access.not_among_commands')
    t.at('2026-04-07T16:00:00Z')
    expect(t.refuses(send, given, publicCaller).code).toBe('notice.ended')
  })

  test('refuses what is not on the notice, a name that is not given, and a flood', () => {
    const { t, notice, as } = onNotice()
    const given = { notice, serial: 3, form: 'named', text } as const
    expect(t.refuses(send, given, publicCaller).code).toBe('objection.not_on_notice')
    expect(t.refuses(send, { ...given, serial: 1 }, publicCaller).code).toBe('objection.needs_name')
    const more = { notice, serial: 1, form: 'confidential', text } as const
    for (let sent = 0; sent < 200; sent += 1) t.does(send, more, publicCaller)
    expect(t.refuses(send, more, publicCaller).code).toBe('objection.too_many')
    expect(t.asks(list, { state: 'open', limit: 1000 }, as.auditor).objections).toHaveLength(200)
  })

  test('a day before the notice, after it or to come is none on which it was received', () => {
    const { t, notice, as } = onNotice()
    const given = { notice, form: 'confidential', text } as const
    for (const received_on of ['2026-03-30', '2026-04-01']) {
      const refused = t.refuses(record, { ...given, received_on }, as.administrator)
      expect(refused.code).toBe('objection.outside_time')
    }
  })
})

test('[invariant 10] no case is clean while a notice of it is up or an objection open', () => {
  const { t, as, notice, cases, theCase } = onNotice()
  const check = (at: number) => {
    try {
      requireNoticesClean(t.book.store, theCase(cases[at]!))
      return 'clean'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  expect(check(0)).toBe('case.notice_open')
  t.does(record, { notice, serial: 1, form: 'confidential', text }, as.administrator)
  t.at('2026-04-08T02:00:00Z')
  t.does(takeDown, { notice }, as.administrator)
  expect([check(0), check(1)]).toEqual(['case.objection_open', 'clean'])
})

test('[invariant 7] whoever recorded an objection does not decide on it', () => {
  const { t, as, notice } = onNotice()
  const given = { notice, serial: 1, form: 'confidential', text } as const
  const { objection } = t.does(record, given, as.approver).output
  const decided = { objection, outcome: 'upheld', reason } as const
  expect(t.refuses(decide, decided, as.approver).code).toBe('grievance.own_part')
  expect(t.asks(show, { objection }, as.approver)).toMatchObject({
    may: { decide: false },
    barred: { code: 'grievance.own_part' },
  })
  expect(t.does(decide, decided, as.upperApprover).output.refused).toBe(1)
})
