import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Request } from '../../src/book/book.ts'
import { groupCommit } from '../../src/book/group-commit.ts'
import { list as listEvents } from '../../src/book/queries.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { registry } from '../../src/registry.ts'
import { list as statements } from '../../src/statements/queries.ts'
import * as commands from '../../src/tasks/commands.ts'
import { list, show } from '../../src/tasks/queries.ts'
import type { TaskRunner } from '../../src/tasks/runner.ts'
import type { Background } from '../../src/tasks/work.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { openFund, receive } from '../funds/scene.ts'
import { bookForTests, type TestBook } from '../journeys/book-for-tests.ts'
import { comes, ended, runnerFor } from './tasks-for-tests.ts'

const admin: Caller = {
  actor: 'user:2',
  grants: throughout('fund_administrator'),
  readsNames: true,
}
const owner: Caller = { actor: 'user:1', grants: throughout('owner'), readsNames: true }
const period = { from: '2026-01-01', to: '2026-03-31' }

let t: TestBook
let runner: TaskRunner
const funds = Array.from({ length: 12 }, (_, place) => `fund-${String(place).padStart(2, '0')}`)

beforeEach(() => {
  t = bookForTests({ inMemory: true })
  for (const fund of funds) {
    openFund(t, fund)
    receive(t, fund, '100.00', { received_on: '2026-02-02' })
  }
  runner = runnerFor(t.book, { background: { draws: false } })
})

afterEach(async () => {
  await runner.close()
  const { passed, checks } = verifyBook(t.book.store)
  expect(checks.filter(({ state }) => state === 'failed')).toEqual([])
  expect(passed).toBe(true)
  t.close()
})

let keys = 0

async function submit(
  command: Request['command'],
  input: unknown,
  given: { key?: string; caller?: Caller; by?: TaskRunner } = {},
): Promise<number> {
  keys += 1
  const { key = `a-key-of-tasks-${keys}`, caller = admin, by = runner } = given
  const { output } = await by.submit({ command, input, key, caller })
  return (output as { task: number }).task
}

const batch = (given: object = {}) => ({ funds, ...period, ...given })
/** Who did what, oldest first, since tasks are at work. */
function trail(): string[] {
  const { events } = t.asks(listEvents, { limit: 100 })
  const all = events.map(({ actor, command, subject }) => `${actor} ${command} ${subject}`)
  return all.reverse().filter((line) => !line.startsWith('test:'))
}

const shown = (task: number) => t.asks(show, { task })
const issuedOf = (fund: string) => t.asks(statements, { fund }).statements.length
const issued = () => funds.reduce((sum, fund) => sum + issuedOf(fund), 0)

test('[T1] a batch issues the statement of each fund once, and draws each paper', async () => {
  const drawn: string[] = []
  const by = runnerFor(t.book, {
    renderPdf: async (job) => {
      drawn.push(job.paper)
      return { bytes: new Uint8Array(1), missing: drawn.length === 3 ? ['𰻝'] : [] }
    },
  })
  const task = await submit(commands.beginStatements, batch({ language: 'zh-Hant' }), { by })
  expect(by.live(task)).toMatchObject({ state: 'running' })
  await ended(by, task)
  const { outcome, result, begun_by, kind, asked } = shown(task)
  expect({ outcome, begun_by, kind }).toEqual({
    outcome: 'finished',
    begun_by: 'user:2',
    kind: 'issue_statements',
  })
  expect(asked).toMatchObject({ ...period, language: 'zh-Hant' })
  const { issued: given, refused } = result as { issued: { missing: string[] }[]; refused: [] }
  expect(given[0]).toEqual({ fund: 'fund-00', statement: 'FUND-00-2026-0001', missing: [] })
  expect(given[2]!.missing).toEqual(['𰻝'])
  expect([given.length, refused.length, drawn.length, issued()]).toEqual([12, 0, 12, 12])
  expect(trail()).toMatchInlineSnapshot(`
    [
      "user:2 tasks.issue_statements task/1",
      "user:2 statements.issue statement/FUND-00-2026-0001",
      "user:2 statements.issue statement/FUND-01-2026-0001",
      "user:2 statements.issue statement/FUND-02-2026-0001",
      "user:2 statements.issue statement/FUND-03-2026-0001",
      "user:2 statements.issue statement/FUND-04-2026-0001",
      "user:2 statements.issue statement/FUND-05-2026-0001",
      "user:2 statements.issue statement/FUND-06-2026-0001",
      "user:2 statements.issue statement/FUND-07-2026-0001",
      "user:2 statements.issue statement/FUND-08-2026-0001",
      "user:2 statements.issue statement/FUND-09-2026-0001",
      "user:2 statements.issue statement/FUND-10-2026-0001",
      "user:2 statements.issue statement/FUND-11-2026-0001",
      "host tasks.end task/1",
    ]
  `)
})

test('[T2] fifty identical starts are one task', async () => {
  const key = 'the-key-of-the-form-that-was-clicked'
  const tasks = await Promise.all(
    Array.from({ length: 50 }, () => submit(commands.beginStatements, batch(), { key })),
  )
  expect(new Set(tasks).size).toBe(1)
  await ended(runner, tasks[0]!)
  expect(t.asks(list, {}).tasks).toHaveLength(1)
  expect(issued()).toBe(12)
})

test('[T3] stopped in the middle: what is issued stays, nothing more is begun, and it stays stopped', async () => {
  const task = await submit(commands.beginStatements, batch())
  await comes(runner, task, () => (runner.live(task)?.progress?.done ?? 0) >= 4)
  await submit(commands.stop, { task })
  await ended(runner, task)
  const { outcome, result, stop_asked } = shown(task)
  const { issued: given } = result as { issued: unknown[] }
  expect({ outcome, stop_asked }).toEqual({ outcome: 'stopped', stop_asked: true })
  expect(given.length).toBeGreaterThanOrEqual(4)
  expect(given.length).toBeLessThan(12)
  expect(issued()).toBe(given.length)
  expect(trail().filter((line) => line.includes('tasks.'))).toMatchInlineSnapshot(`
    [
      "user:2 tasks.issue_statements task/1",
      "user:2 tasks.stop task/1",
      "host tasks.end task/1",
    ]
  `)
  const again = submit(commands.beginAgain, { task })
  await expect(again).rejects.toMatchObject({ code: 'task.ended', values: { outcome: 'stopped' } })
})

test('[T4] killed in the middle: found begun and not ended; begun again, nothing is issued twice', async () => {
  // The process ends: nothing it submits after the fifth command reaches the book.
  const alive = groupCommit(t.book)
  let left = 5
  const dying = runnerFor(t.book, {
    submit: (request) => (left-- > 0 ? alive(request) : new Promise(() => undefined)),
    background: { draws: false },
  })
  const task = await submit(commands.beginStatements, batch(), { by: dying })
  await comes(dying, task, () => (dying.live(task)?.progress?.done ?? 0) >= 4)
  expect(shown(task)).toMatchObject({ outcome: null, result: null })
  expect(runner.live(task)).toBeUndefined()
  const before = issued()
  expect(before).toBe(4)
  await expect(submit(commands.beginAgain, { task }, { caller: owner })).rejects.toMatchObject({
    code: 'task.of_another',
  })
  expect(await submit(commands.beginAgain, { task })).toBe(task)
  await ended(runner, task)
  expect(shown(task).outcome).toBe('finished')
  expect(funds.map(issuedOf)).toEqual(funds.map(() => 1))
  expect(trail().filter((line) => line.includes('tasks.'))).toMatchInlineSnapshot(`
    [
      "user:2 tasks.issue_statements task/1",
      "user:2 tasks.begin_again task/1",
      "host tasks.end task/1",
    ]
  `)
})

test('[T5] a refusal in the middle keeps no other fund from its statement, and is told', async () => {
  const submitted = groupCommit(t.book)
  const by = runnerFor(t.book, {
    submit: (request) => {
      const { fund } = request.input as { fund?: string }
      const spoilt = fund === 'fund-03' ? { ...(request.input as object), to: '2199-01-01' } : null
      return submitted(spoilt ? { ...request, input: spoilt } : request)
    },
    background: { draws: false },
  })
  const task = await submit(commands.beginStatements, batch(), { by })
  await ended(by, task)
  const { outcome, result } = shown(task)
  expect(outcome).toBe('finished')
  expect(result!.refused).toEqual([
    {
      fund: 'fund-03',
      code: 'statement.not_over',
      sentence: 'The period ends on 2199-01-01, after today, 2026-03-31.',
      remedy: 'Issue it when the period is over; a preview may be had at any time.',
      values: { to: '2199-01-01', today: '2026-03-31' },
    },
  ])
  expect(issued()).toBe(11)
})

test('[T6] what is asked wrongly is refused at once, and nothing is begun', async () => {
  const refused = (input: object) =>
    submit(commands.beginStatements, batch(input)).then(
      () => 'begun',
      (error: { code: string }) => error.code,
    )
  expect(await refused({ funds: ['nowhere'] })).toBe('fund.unknown')
  expect(await refused({ funds: [] })).toBe('input.invalid')
  expect(await refused({ funds: ['fund-01', 'fund-01'] })).toBe('input.invalid')
  expect(await refused({ from: '2026-04-01' })).toBe('statement.range')
  expect(await refused({ to: '2026-04-01' })).toBe('statement.not_over')
  expect(t.asks(list, {}).tasks).toEqual([])
  const approver = { ...admin, grants: throughout('approver') }
  await expect(
    submit(commands.beginStatements, batch(), { caller: approver }),
  ).rejects.toMatchObject({ code: 'access.not_allowed' })
})

test('[T7] two at once get their turns by turns; a third waits; whoever is not theirs may not stop them', async () => {
  const first = await submit(commands.beginStatements, batch())
  const second = await submit(commands.beginStatements, batch({ from: '2026-02-01' }))
  const third = await submit(commands.beginVerification, {})
  expect([first, second, third].map((task) => runner.live(task)?.state)).toEqual([
    'running',
    'running',
    'waiting',
  ])
  const far = () => [first, second].map((task) => runner.live(task)?.progress?.done ?? 0)
  await comes(runner, second, () => far()[1]! >= 3)
  expect(far()[0]).toBeGreaterThan(1)
  const auditor: Caller = { actor: 'user:9', grants: throughout('auditor'), readsNames: false }
  const notTheirs = submit(commands.stop, { task: first }, { caller: auditor })
  await expect(notTheirs).rejects.toMatchObject({ code: 'task.of_another' })
  await submit(commands.stop, { task: third }, { caller: owner })
  await Promise.all([first, second, third].map((task) => ended(runner, task)))
  expect([first, second, third].map((task) => shown(task).outcome)).toEqual([
    'finished',
    'finished',
    'stopped',
  ])
  expect(issued()).toBe(24)
  expect(t.asks(list, { open: 'true' }).tasks).toEqual([])
  expect(t.asks(list, { limit: 2 })).toMatchObject({ tasks: [{ task: third }, { task: second }] })
})

test('[T8] a verification keeps its report; nobody can claim one', async () => {
  const task = await submit(
    commands.beginVerification,
    {},
    { caller: { ...owner, grants: throughout('auditor') } },
  )
  await ended(runner, task)
  const { outcome, result } = shown(task)
  const report = result!.report as { subject: string; passed: boolean; checks: unknown[] }
  expect([outcome, report.subject, report.passed]).toEqual(['finished', 'book relief', true])
  expect(report.checks.length).toBeGreaterThan(5)
  expect(trail()).toMatchInlineSnapshot(`
    [
      "user:1 tasks.verify_book task/1",
      "host tasks.end task/1",
    ]
  `)
  expect(registry.commands.map(({ name }) => name)).not.toContain('tasks.end')
  await expect(submit(commands.stop, { task })).rejects.toMatchObject({ code: 'task.ended' })
  await expect(submit(commands.stop, { task: 99 })).rejects.toMatchObject({ code: 'task.unknown' })
})

test('[T9] more than the server can have in hand are refused; a dry run begins nothing', async () => {
  const asked = { command: commands.beginVerification, input: {}, caller: admin }
  await runner.submit({ ...asked, key: 'a-dry-run-of-a-task', dryRun: true })
  expect(runner.live(1)).toBeUndefined()
  const by = runnerFor(t.book, { background: { verify: untilStopped } })
  const begun: number[] = []
  for (let n = 0; n < 50; n += 1) begun.push(await submit(commands.beginVerification, {}, { by }))
  const one = submit(commands.beginVerification, {}, { by })
  await expect(one).rejects.toMatchObject({ code: 'task.too_many' })
  await by.close()
  expect(t.asks(list, { open: 'true' }).tasks).toHaveLength(50)
})

const untilStopped: Background['verify'] = (_, signal) =>
  new Promise((_done, failed) => {
    signal.addEventListener('abort', () => failed(new Error('the thread is gone')))
  })

test('[T14] a verification is stopped in the middle of a step', async () => {
  const by = runnerFor(t.book, { background: { verify: untilStopped } })
  const task = await submit(commands.beginVerification, {}, { by })
  await comes(by, task, () => by.live(task)?.progress?.part === 'database')
  await submit(commands.stop, { task }, { by })
  await ended(by, task)
  expect(shown(task)).toMatchObject({ outcome: 'stopped', result: {} })
})
