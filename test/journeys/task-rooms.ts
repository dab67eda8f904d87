/** Background work as a program sees it: begun, looked after, ended. */
import assert from 'node:assert/strict'
import { type Client, type Fields, refused } from './client.ts'

/** Asks until a task has ended. Nothing else is sent meanwhile, so that events fall alike everywhere. */
async function ended(owner: Client, task: unknown): Promise<Fields> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const shown = await owner.asks(`/tasks/${task}`)
    if (shown.outcome !== null) return shown
    await new Promise((go) => setTimeout(go, 5))
  }
  throw new Error(`Task ${task} does not end.`)
}

/** A batch of statements, a verification, and an import that is stopped before its file has come. */
export async function taskRooms(owner: Client): Promise<void> {
  const march = { from: '2025-03-01', to: '2025-03-31' }
  const { task } = await owner.does('/tasks/statement-batches', { funds: ['care'], ...march })
  const { outcome, result } = await ended(owner, task)
  assert.equal(outcome, 'finished')
  const { issued } = result as { issued: { fund: string; statement: string }[] }
  assert.deepEqual(
    issued.map(({ fund }) => fund),
    ['care'],
  )
  assert.equal((await owner.asks(`/statements/${issued[0]!.statement}`)).fund, 'care')
  const verified = await ended(owner, (await owner.does('/tasks/verifications', {})).task)
  assert.equal((verified.result as { report: { passed: boolean } }).report.passed, true)
  const digest = 'f'.repeat(64)
  const file = { file: '2025.journal', digest, mapping_file: 'map.json', mapping_digest: digest }
  const waiting = await owner.does('/tasks/journal-imports', file)
  await owner.does(`/tasks/${waiting.task}/again`, {})
  await owner.does(`/tasks/${waiting.task}/stop`, {})
  refused(await owner.post(`/tasks/${waiting.task}/again`, {}), 409, 'task.ended')
  const grants = { fund: 'care', category: 'care_grants', file: 'grants.xlsx', digest }
  await owner.does('/tasks/grants-imports', grants)
  const { task: check } = await owner.does('/tasks/people-checks', { file: 'people.csv', digest })
  await owner.does('/tasks/people-imports', { check, choices: [], otherwise: {} })
  await owner.does('/tasks/bank-results', { file: '回盘.csv', digest })
  const { tasks } = await owner.asks('/tasks')
  assert.deepEqual(
    (tasks as { kind: string; outcome: string | null }[]).map(({ kind, outcome }) => [
      kind,
      outcome,
    ]),
    [
      ['take_bank_results', null],
      ['import_people', null],
      ['check_people', null],
      ['import_grants', null],
      ['import_journal', null],
      ['verify_book', 'finished'],
      ['issue_statements', 'finished'],
    ],
  )
}
