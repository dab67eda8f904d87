import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { storeContract } from './store-contract.ts'
import { startWorkerd, type Workerd } from './workerd.ts'

describe('the store on Node keeps the contract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-contract-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  for (const [index, { name, run, failsAtCommit, after }] of storeContract.entries()) {
    it(name, () => {
      const store = openSqlite(join(folder, `${index}.db`))
      try {
        if (failsAtCommit) expect(() => run(store)).toThrow(failsAtCommit)
        else run(store)
        after?.(store)
      } finally {
        store.close()
      }
    })
  }
})

describe('the store in a Durable Object keeps the contract', () => {
  let workerd: Workerd | undefined
  beforeAll(async () => {
    workerd = await startWorkerd({
      entry: fileURLToPath(new URL('contract-worker.ts', import.meta.url)),
      objects: { BOOK: 'ContractBook' },
    })
  })
  afterAll(() => workerd?.stop())

  async function answer(query: string): Promise<string> {
    const response = await workerd!.fetch(`/?${query}`)
    return response.text()
  }

  for (const [index, { name, failsAtCommit, after }] of storeContract.entries()) {
    it(name, async () => {
      const ran = await answer(`case=${index}`)
      if (failsAtCommit) expect(ran).toMatch(failsAtCommit)
      else expect(ran).toBe(name)
      if (after) expect(await answer(`case=${index}&step=after`)).toBe(name)
    })
  }
})
