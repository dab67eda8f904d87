import { afterEach, beforeEach, expect, test } from 'vitest'
import { list as listEvents } from '../../src/book/queries.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import * as commands from '../../src/tasks/commands.ts'
import { show } from '../../src/tasks/queries.ts'
import type { TaskRunner } from '../../src/tasks/runner.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { background } from '../../src/worker/background.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { comes, ended, runnerFor } from './tasks-for-tests.ts'

const admin: Caller = {
  actor: 'user:2',
  grants: throughout('fund_administrator'),
  readsNames: true,
}

let t: TestBook
let runner: TaskRunner

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  for (const fund of ['fund-00', 'fund-01']) {
    openFund(t, fund)
    receive(t, fund, '100.00', { received_on: '2026-02-02' })
  }
  runner = runnerFor(t.book)
})

afterEach(async () => {
  await runner.close()
  expect(verifyBook(t.book.store).passed).toBe(true)
  t.close()
})

let keys = 0

async function submit(command: Parameters<typeof t.does>[0], input: unknown): Promise<number> {
  keys += 1
  const key = `a-key-of-imports-${keys}`
  const { output } = await runner.submit({ command, input, key, caller: admin })
  return (output as { task: number }).task
}

const shown = (task: number) => t.asks(show, { task })

/** What was done by whoever is at work, oldest first. */
function trail(): string[] {
  const { events } = t.asks(listEvents, { limit: 100 })
  const all = events.map(({ actor, command, subject }) => `${actor} ${command} ${subject}`)
  return all.reverse().filter((line) => !line.startsWith('test:'))
}

const journal = `2026-01-05 Giver
    assets:bank    100.00
    income:gifts

2026-01-06 Zhang Xiaoming
    expenses:care    30.00
    assets:bank
`
const mapping = JSON.stringify({
  fund: 'fund-00',
  currency: 'CNY',
  accounts: [
    { match: 'assets:bank', role: 'bank' },
    { match: 'income:*', class: 'income' },
    { match: 'expenses:*', class: 'expense' },
  ],
})
const bytes = (text: string) => new TextEncoder().encode(text)

function beginImport(text = journal): Promise<number> {
  return submit(commands.beginJournalImport, {
    file: 'Zhang Xiaoming.journal',
    digest: sha256Hex(text),
    mapping_file: 'mapping.json',
    mapping_digest: sha256Hex(mapping),
  })
}

function entriesOf(): number {
  return Number(t.book.store.all('select count(*) as n from entry', [])[0]!.n)
}

test('[T10] an import waits for its file, then posts all of it; once, however often it is sent', async () => {
  const before = entriesOf()
  const task = await beginImport()
  expect(runner.live(task)).toBeUndefined()
  const files = { journal: bytes(journal), mapping: bytes(mapping) }
  runner.begin(task, admin, files)
  runner.begin(task, admin, files)
  await ended(runner, task)
  expect(shown(task)).toMatchObject({
    outcome: 'finished',
    result: { fund: 'fund-00', entries: 2, skipped: [], skipped_in_all: 0 },
  })
  runner.begin(task, admin, files)
  expect(runner.live(task)).toBeUndefined()
  const again = await beginImport()
  runner.begin(again, admin, files)
  await ended(runner, again)
  expect(shown(again)).toMatchObject({
    outcome: 'failed',
    result: { refusal: { code: 'import.already', status: 409 } },
  })
  expect(entriesOf()).toBe(before + 2)
  expect(trail()).toMatchInlineSnapshot(`
    [
      "user:2 tasks.import_journal task/1",
      "user:2 journal.import import/1",
      "host tasks.end task/1",
      "user:2 tasks.import_journal task/2",
      "host tasks.end task/2",
    ]
  `)
})

test('[T11] a journal with problems posts nothing and tells each by its line; no name enters the chain', async () => {
  const spoilt = `${journal}\n2026-01-07 Zhang Xiaoming\n    expenses:care    x\n    assets:bank\n`
  const before = entriesOf()
  const task = await beginImport(spoilt)
  runner.begin(task, admin, { journal: bytes(spoilt), mapping: bytes(mapping) })
  await ended(runner, task)
  const { outcome, result } = shown(task)
  expect(outcome).toBe('failed')
  expect(result).toMatchObject({ refusal: { code: 'import.problems' }, problems_in_all: 1 })
  expect(result!.problems).toMatchObject([{ line: 10 }])
  expect(entriesOf()).toBe(before)
  const rows = ['task', 'task_end', 'request', 'event'].map((table) =>
    JSON.stringify(t.book.store.all(`select * from ${table}`, [])),
  )
  expect(rows.join('')).not.toContain('Xiaoming')
})

test('[T12] an import stopped while it is read posts nothing', async () => {
  const many = Array.from(
    { length: 3_000 },
    (_, n) => `2026-01-05 Giver ${n}\n    assets:bank    1.00\n    income:gifts\n`,
  ).join('\n')
  const before = entriesOf()
  const task = await beginImport(many)
  runner.begin(task, admin, { journal: bytes(many), mapping: bytes(mapping) })
  await comes(runner, task, () => (runner.live(task)?.progress?.done ?? 0) > 100)
  await submit(commands.stop, { task })
  await ended(runner, task)
  expect(shown(task).outcome).toBe('stopped')
  expect(entriesOf()).toBe(before)
})

test('[T13] a roster of grants is taken as payouts', async () => {
  const roster = [
    'Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name',
    'A1,Repairs,CNY,30.00,2026-02-03,Choir',
    'A2,Repairs,CNY,20.00,2026-02-04,School',
  ].join('\n')
  const asked = {
    fund: 'fund-01',
    category: 'care_grants',
    file: 'g.csv',
    digest: sha256Hex(roster),
  }
  const task = await submit(commands.beginGrantsImport, asked)
  runner.begin(task, admin, { grants: bytes(roster) })
  await ended(runner, task)
  expect(shown(task)).toMatchObject({
    outcome: 'finished',
    result: { payouts: 2, total: '50.00', currency: 'CNY', fund: 'fund-01', rounded_in_all: 0 },
  })
  expect(trail()).toMatchInlineSnapshot(`
    [
      "user:2 tasks.import_grants task/1",
      "user:2 grants.import import/1",
      "host tasks.end task/1",
    ]
  `)
})

test('[T15] where there is one thread, a long book is not verified by the server', async () => {
  const most = 4
  const refused = background(t.book.store, most).verify(() => undefined, AbortSignal.abort())
  await expect(refused).rejects.toMatchObject({ code: 'task.book_too_long_here', status: 413 })
  const report = await background(t.book.store).verify(() => undefined, AbortSignal.abort())
  expect(report.passed).toBe(true)
})
