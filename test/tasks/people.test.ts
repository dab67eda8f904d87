import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { peopleResult } from '../../src/exchange/people-files.ts'
import { readPeople } from '../../src/exchange/people-sheet.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import type { TaskId } from '../../src/kit/ids.ts'
import { residentIdCheck } from '../../src/kit/resident-id.ts'
import { livingIn } from '../../src/people/households.ts'
import { membershipsOf } from '../../src/people/memberships.ts'
import { list } from '../../src/people/queries.ts'
import { add } from '../../src/people/unit-commands.ts'
import * as commands from '../../src/tasks/commands.ts'
import { outcomesOf } from '../../src/tasks/import-people.ts'
import { show } from '../../src/tasks/queries.ts'
import { taskWithId } from '../../src/tasks/records.ts'
import type { TaskRunner } from '../../src/tasks/runner.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { ended, runnerFor } from './tasks-for-tests.ts'

const admin: Caller = {
  actor: 'user:2',
  grants: throughout('fund_administrator'),
  readsNames: true,
}

let t: TestBook
let runner: TaskRunner
let keys = 0

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  for (const unit of ['north', 'south']) t.does(add, { unit, name: unit, kind: 'branch' })
  runner = runnerFor(t.book)
})

afterEach(async () => {
  await runner.close()
  const { passed, checks } = verifyBook(t.book.store)
  expect([passed, checks.flatMap(({ findings }) => findings)]).toEqual([true, []])
  t.close()
})

const bytes = (text: string) => new TextEncoder().encode(text)
const idNumber = (n: number) => {
  const digits = `11010119800203${String(n).padStart(3, '0')}`
  return digits + residentIdCheck(digits)
}

async function submit(command: Parameters<typeof t.does>[0], input: unknown): Promise<number> {
  keys += 1
  const key = `a-key-of-people-${keys}`
  const { output } = await runner.submit({ command, input, key, caller: admin })
  return (output as { task: number }).task
}

async function checked(people: Uint8Array): Promise<number> {
  const digest = sha256Hex(people)
  const task = await submit(commands.beginPeopleCheck, { file: 'people.csv', digest, region: 'CN' })
  runner.begin(task, admin, { people })
  await ended(runner, task)
  return task
}

async function begun(check: number, more: object = {}): Promise<number> {
  return submit(commands.beginPeopleImport, { check, choices: [], otherwise: {}, ...more })
}

async function imported(people: Uint8Array, more: object = {}): Promise<number> {
  const task = await begun(await checked(people), more)
  runner.begin(task, admin, { people })
  await ended(runner, task)
  return task
}

const resultOf = (task: number) => t.asks(show, { task }).result as Record<string, unknown>
const parties = () => t.asks(list, { limit: 1000 }).parties

async function resultFile(task: number, people: Uint8Array): Promise<string> {
  const sheet = await readPeople(people, { fileBytes: 1e6, unpackedBytes: 1e6 })
  const outcomes = outcomesOf(t.book.store, taskWithId(t.book.store, task as TaskId), sheet)
  return new TextDecoder().decode(peopleResult(sheet, outcomes, 'en'))
}

const head =
  'Name,Home unit code,Birth date,Document number,Phone,Household number,Relation to the head'
const family = [
  `王大明,north,1980-02-03,${idNumber(1)},13812345678,7,head`,
  `李芳,north,,${idNumber(2)},13812345678,7,spouse`,
  '王小明,north,2010-05-06,,,7,child',
]

test('a file is checked without a trace, then taken with units, households and sealed fields', async () => {
  const file = bytes([head, ...family, '关爱,south,,,,,', ',south,,,,,'].join('\n'))
  const before = parties().length
  const check = await checked(file)
  expect(resultOf(check)).toMatchObject({ total: 5, new: 4, alike: 0, refused: 1 })
  expect(resultOf(check).problems).toEqual([
    { row: 6, faults: [{ column: 'name', code: 'missing' }] },
  ])
  expect(parties()).toHaveLength(before)
  expect(JSON.stringify(t.asks(show, { task: check }))).not.toContain('王')

  const task = await imported(file)
  expect(resultOf(task)).toMatchObject({ added: 4, refused: 1, known: 0, updated: 0 })
  const found = parties().filter(({ name }) => name.startsWith('王') || name === '李芳')
  expect(found.map(({ unit }) => unit)).toEqual(['north', 'north', 'north'])
  const [, household] = t.book.store.all('select id from household', [])
  expect(household).toBeUndefined()
  const living = livingIn(t.book.store, 1 as never, '2026-03-31' as never)
  expect(living.map(({ relation }) => relation)).toEqual(['head', 'spouse', 'child'])
  expect(membershipsOf(t.book.store, living[0]!.party_id)).toHaveLength(1)
  expect(t.asks(list, { q: '關愛' }).parties.map(({ name }) => name)).toEqual(['关爱'])
})

test('a result is corrected and sent again, and nothing is doubled', async () => {
  const file = bytes([head, ...family, '关爱,nowhere,,,,,'].join('\n'))
  const first = await imported(file)
  expect(resultOf(first)).toMatchObject({ added: 3, refused: 1 })
  const result = await resultFile(first, file)
  expect(result).toContain('added P-000001')
  expect(result).toContain('Home unit code: is the code of no unit')
  const mended = bytes(result.replace('nowhere', 'south'))
  const second = await imported(mended)
  expect(resultOf(second)).toMatchObject({ added: 1, known: 3, refused: 0 })
  expect(parties()).toHaveLength(4)
  // The first file once more: those with a number are known, the namesake is asked for and left out.
  const third = await imported(file)
  expect(resultOf(third)).toMatchObject({ added: 0, known: 3, refused: 1 })
  expect(parties()).toHaveLength(4)
})

test('who may be somebody is listed with reasons, and what is decided of a row is done', async () => {
  await imported(bytes([head, ...family, '赵一,north,,,,,'].join('\n')))
  const file = bytes(
    [
      head,
      '趙一,north,,,,,',
      `王大民,north,,${idNumber(1)},,,`,
      '新人,north,1990-01-01,,,,',
      '新人,south,1990-01-01,,,,',
    ].join('\n'),
  )
  const check = await checked(file)
  const { collisions } = resultOf(check) as {
    collisions: {
      row: number
      earlier: number | null
      alike: { party: string; reasons: string[]; grade: string }[]
    }[]
  }
  expect(collisions).toEqual([
    {
      row: 2,
      earlier: null,
      alike: [{ party: 'P-000004', reasons: ['name_unit'], grade: 'possible' }],
    },
    {
      row: 3,
      earlier: null,
      alike: [{ party: 'P-000001', reasons: ['identity_number'], grade: 'certain' }],
    },
    { row: 5, earlier: 4, alike: [] },
  ])
  const task = await begun(check, {
    choices: [
      { row: 2, as: 'new' },
      { row: 3, as: 'skip' },
    ],
  })
  runner.begin(task, admin, { people: file })
  await ended(runner, task)
  expect(resultOf(task)).toMatchObject({ added: 2, skipped: 1, refused: 1 })
  // The same person of another unit is to be transferred, and stands in the book once.
  expect((resultOf(task).refused_rows as object[])[0]).toEqual({
    row: 5,
    faults: [{ column: 'home_unit', code: 'belongs_elsewhere' }],
  })
})

test('a household of which one row is wrong waits as a whole', async () => {
  const wrong = [
    head,
    ...family.slice(0, 2),
    '王小明,north,1999-99-99,,,7,child',
    '独,north,,,,8,spouse',
  ]
  const task = await imported(bytes(wrong.join('\n')))
  expect(resultOf(task)).toMatchObject({ added: 0, refused: 4 })
  const faults = (resultOf(task).refused_rows as { row: number; faults: { code: string }[] }[]).map(
    ({ row, faults }) => `${row} ${faults[0]!.code}`,
  )
  expect(faults.sort()).toEqual([
    '2 row_of_household',
    '3 row_of_household',
    '4 not_a_day',
    '5 one_head',
  ])
  expect(parties()).toHaveLength(0)
})

test('killed in the middle, it goes on with the same file and doubles nobody', async () => {
  const lines = Array.from({ length: 1_000 }, (_, n) => `人${n},north,,,,,`)
  const file = bytes([head, ...lines].join('\n'))
  const task = await begun(await checked(file))
  await runner.close()
  const slow = runnerFor(t.book, {
    background: { pause: () => new Promise((go) => setTimeout(go, 1)) },
  })
  slow.begin(task, admin, { people: file })
  while (parties().length < 300) await new Promise((go) => setTimeout(go, 1))
  await slow.close()
  const reached = t.book.store.first('select count(*) as n from party', [])!.n as number
  expect(reached).toBeGreaterThan(0)
  expect(reached).toBeLessThan(1_000)
  expect(t.asks(show, { task }).outcome).toBeNull()
  runner = runnerFor(t.book)
  runner.begin(task, admin, { people: file })
  await ended(runner, task)
  expect(resultOf(task)).toMatchObject({ total: 1_000, added: 1_000, known: 0 })
  expect(t.book.store.first('select count(*) as n from party', [])!.n).toBe(1_000)
})
