import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RenderJob } from '../../src/app.ts'
import { type RenderPool, renderPool } from '../../src/node/render-pool.ts'
import { openPdf } from '../../src/statements/pdf/read.ts'
import type { StatementDocument } from '../../src/statements/statement.ts'
import { builtRenderWorker } from './hosting.ts'
import { siteForTests } from './site.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

let pool: RenderPool
let document: StatementDocument

beforeAll(async () => {
  pool = renderPool(await builtRenderWorker(), log, 2)
  const site = await siteForTests()
  const preview = 'GET /funds/care/statement-preview.json?from=2026-03-01&to=2026-03-31'
  document = (await site.json(preview)).body as unknown as StatementDocument
})

afterAll(() => pool.close())

function job(given: Partial<StatementDocument> = {}): RenderJob {
  return { paper: 'statement', document: { ...document, ...given }, language: 'zh-Hant' }
}

test('[R1] a paper is drawn in a thread, and its bytes come over whole', async () => {
  const { bytes, missing } = await pool.render(job(), null)
  expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
  expect(openPdf(bytes)).toBeDefined()
  expect(missing).toEqual([])
})

test('[R2] beyond what may wait, papers are refused and the others are drawn', async () => {
  const settled = await Promise.allSettled(
    Array.from({ length: 12 }, () => pool.render(job(), null)),
  )
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  for (const { reason } of refused)
    expect(reason).toMatchObject({ code: 'render.busy', status: 503 })
  expect(settled.length - refused.length).toBeGreaterThanOrEqual(2)
})

test('[R3] a paper that cannot be drawn or signed fails alone', async () => {
  const broken = job({ statement: { ...document.statement, closing_minor: 1 } })
  await expect(pool.render(broken, null)).rejects.toThrow()
  const unsigned = pool.render(job(), () => Promise.reject(new Error('the hand is gone')))
  await expect(unsigned).rejects.toThrow('the hand is gone')
  expect(openPdf((await pool.render(job(), null)).bytes)).toBeDefined()
})
