/** Lists of helpers and needs: read from files of three languages, all of a list entered or nothing of it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rehearse } from '../../../src/book/book.ts'
import { readList } from '../../../src/exchange/list-columns.ts'
import { helperListOfFile, needListOfFile } from '../../../src/exchange/register-lists.ts'
import {
  list as listHelpers,
  show as showHelper,
} from '../../../src/pairing/registers/helper-queries.ts'
import {
  enrollMany,
  openMany,
  type RowFault,
  tryEnrollMany,
  tryOpenMany,
} from '../../../src/pairing/registers/list-commands.ts'
import { readHelpers, readNeeds } from '../../../src/pairing/registers/list-reading.ts'
import { list as listNeeds, show as showNeed } from '../../../src/pairing/registers/need-queries.ts'
import { dump } from '../../journeys/dump.ts'
import { inUnit, person } from '../../people/scene.ts'
import { type PairingBook, pairingBook } from '../pairing-for-tests.ts'

let book: PairingBook
beforeEach(() => {
  book = pairingBook()
})
afterEach(() => book.t.close())

const file = (text: string) => new TextEncoder().encode(text)

describe('rows of a file', () => {
  test('say in words of three languages what the book keeps in codes', async () => {
    const { t, as } = book
    const known = person(t, 'Zhang Min', 'north')
    const text = [
      '帮扶责任人,类别,所在支部,可帮扶户数,村,专长,语言,最远距离,备注,无关',
      'Zhang Min,个人,North branch,３,hill village,法律、辅导教学,普通话；粤语；fr,20,退休教师,x',
      '红星公司,企业,,,,,,,,',
      '',
    ].join('\n')
    const rows = await readList(file(text), helperListOfFile, 10)
    const { ready, faults } = t.asks(readHelpers, { rows, register: true }, as.coordinator)
    expect(faults).toEqual([])
    expect(ready).toEqual([
      {
        row: 2,
        input: {
          party: known,
          sort: 'person',
          unit: 'north',
          capacity: 3,
          place: 'hill',
          skills: ['law', 'teaching'],
          languages: ['zh', 'yue', 'fr'],
          most_km: 20,
          note: '退休教师',
        },
      },
      {
        row: 3,
        input: { party: { kind: 'organisation', name: '红星公司' }, sort: 'enterprise' },
      },
    ])
    const sent = ready.map(({ input }) => input) as never
    const { output } = t.does(enrollMany, { rows: sent }, as.coordinator)
    expect(output).toEqual({ entered: 2, first: 1, last: 2 })
    expect(t.asks(showHelper, { helper: 1 }, as.owner)).toMatchObject({ capacity: 3 })
  })

  test.each([
    ['pairing.name_of_nobody', 'Helper\nNobody At All'],
    ['pairing.name_of_several', 'Helper\nLi Na'],
    ['party.unknown', 'Helper\nP-900000'],
    ['pairing.word_unknown', 'Helper,Sort\nWang Wei,spaceship'],
    ['pairing.word_unknown', 'Helper,Languages\nWang Wei,Klingon!'],
    ['pairing.not_a_number', 'Helper,Capacity\nWang Wei,many'],
    ['pairing.code_unknown', 'Helper,Skills\nWang Wei,flying'],
    ['unit.unknown', 'Helper,Unit\nWang Wei,Mars'],
    ['place.unknown', 'Helper,Place\nWang Wei,Atlantis'],
  ])('%s is told of its row', async (code, text) => {
    const { t, as } = book
    for (const unit of ['north', 'south']) person(t, 'Li Na', unit)
    const rows = await readList(file(text), helperListOfFile, 10)
    const { faults } = t.asks(readHelpers, { rows, register: false }, as.coordinator)
    expect(faults.map((one) => [one.row, one.refusal.code])).toEqual([[2, code]])
  })

  test('pairing.new_twice: a new name stands for one person alone', async () => {
    const rows = await readList(file('Helper\nMa Li\n ma li '), helperListOfFile, 10)
    const { ready, faults } = book.t.asks(readHelpers, { rows, register: true }, book.as.owner)
    expect(ready).toHaveLength(1)
    expect(faults.map(({ refusal }) => [refusal.code, refusal.values.row])).toEqual([
      ['pairing.new_twice', 2],
    ])
  })

  test('of needs name a kind and how urgent it is', async () => {
    const { t, as } = book
    const text =
      '帮扶对象,需求,紧急程度,需要帮扶人数\nWang Wei,助学,紧急,2\nLi Fang,Legal-ish,一般,1'
    const rows = await readList(file(text), needListOfFile, 10)
    const { ready, faults } = t.asks(readNeeds, { rows, register: false }, as.coordinator)
    expect(faults.map(({ refusal }) => refusal.code)).toEqual(['pairing.code_unknown'])
    expect(ready[0]!.input).toMatchObject({ kind: 'study', urgency: 3, wanted: 2 })
    t.does(openMany, { rows: [ready[0]!.input as never] }, as.coordinator)
    expect(t.asks(showNeed, { need: 1 }, as.owner)).toMatchObject({
      name: 'Wang Wei',
      file: { file: book.families[0].file },
    })
  })

  test('case_list.column_missing: a list of needs without what they are for', async () => {
    const missing = readList(file('Person\nWang Wei'), needListOfFile, 10)
    await expect(missing).rejects.toMatchObject({ code: 'case_list.column_missing' })
  })

  test('somebody of another unit is nobody for who does not reach it', async () => {
    const { t } = book
    person(t, 'Ma Far', 'far')
    const rows = await readList(file('Helper\nMa Far'), helperListOfFile, 10)
    const { faults } = t.asks(readHelpers, { rows, register: false }, inUnit(t, 'north'))
    expect(faults.map(({ refusal }) => refusal.code)).toEqual(['pairing.name_of_nobody'])
  })
})

describe('a list', () => {
  test('pairing.row: is entered whole or not at all, and the row is told', () => {
    const { t, as } = book
    const party = person(t, 'Zhang Min', 'north')
    const rows = [{ party: { kind: 'person', name: 'New One' } as const }, { party }, { party }]
    const refused = t.refuses(enrollMany, { rows }, as.coordinator)
    expect([refused.code, refused.values]).toEqual([
      'pairing.row',
      expect.objectContaining({ row: 3, code: 'helper.exists' }),
    ])
    expect(t.asks(listHelpers, {}, as.coordinator).helpers).toEqual([])
    const twice = [1, 2].map(() => ({ party, kind: 'company' }))
    const again = t.refuses(openMany, { rows: twice }, as.coordinator)
    expect(again.values).toMatchObject({ row: 2, code: 'need.exists' })
  })

  test('is tried as a whole: every row that would be refused is told, and nothing stays', () => {
    const { t, as } = book
    const party = person(t, 'Zhang Min', 'north')
    const before = dump(t.book.store)
    const tried = (command: typeof tryEnrollMany | typeof tryOpenMany, rows: readonly object[]) =>
      rehearse(
        t.book,
        { command, input: { rows }, key: 'a-key-of-a-rehearsal', caller: as.coordinator },
        ({ output }) =>
          (output as { faults: RowFault[] }).faults.map(({ at, refusal }) => [at, refusal.code]),
      )
    expect(
      tried(tryEnrollMany, [{ party, rank: 'emperor' }, { party }, { party, place: 'atlantis' }]),
    ).toEqual([
      [0, 'pairing.code_unknown'],
      [2, 'helper.exists'],
    ])
    expect(tried(tryOpenMany, [{ party, kind: 'x' }])).toEqual([[0, 'pairing.code_unknown']])
    expect(dump(t.book.store)).toBe(before)
  })

  test('of five thousand is entered at once, and one more is too many', () => {
    const { t, as } = book
    const rows = Array.from({ length: 5_000 }, (_, at) => ({
      party: { kind: 'person', name: `Person ${at}`, unit: 'north' } as const,
      skills: ['law'],
      place: 'hill',
    }))
    expect(t.does(enrollMany, { rows }, as.coordinator).output).toMatchObject({ entered: 5_000 })
    const needs = rows.map((_, at) => ({
      party: `P-${String(at + 25).padStart(6, '0')}`,
      kind: 'study',
    }))
    expect(t.does(openMany, { rows: needs }, as.coordinator).output.entered).toBe(5_000)
    expect(t.asks(listNeeds, { limit: 1 }, as.coordinator).standings[0]!.count).toBe(5_000)
    const many = t.refuses(enrollMany, { rows: [...rows, rows[0]!] }, as.coordinator)
    expect(many.code).toBe('input.invalid')
  })
})
