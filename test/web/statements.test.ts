import { beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../src/statements/pdf/read.ts'
import { type Site, siteForTests } from './site.ts'

const types = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
}

let site: Site
let digest: string

beforeAll(async () => {
  site = await siteForTests()
  const payee = { kind: 'person', name: '欧阳小明 😀' }
  const body = { payee, category: 'care_grants', amount: '12.50' }
  await site.call('POST /funds/care/payouts', { body })
  await site.call('POST /contributions/1/receipt', { body: {} })
  const period = { from: '2026-03-01', to: '2026-03-31', language: 'zh-Hans' }
  const issued = await site.json('POST /funds/care/statements', { body: period })
  expect(issued.status).toBe(201)
  digest = String(issued.body.digest)
})

test('[S1] an issued statement comes as PDF, HTML, CSV and JSON, in its language unless asked', async () => {
  for (const [format, type] of Object.entries(types)) {
    const answer = await site.call(`GET /statements/CARE-2026-0001.${format}`, { as: 'auditor' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('etag')).toBe(`"${digest}"`)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    const manner = format === 'html' ? 'inline' : 'attachment'
    const name = `CARE-2026-0001-zh-Hans.${format}`
    expect(answer.headers.get('content-disposition')).toBe(`${manner}; filename="${name}"`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).not.toContain('小明')
    if (format === 'pdf') expect(openPdf(bytes)).toBeDefined()
    if (format === 'json') expect(JSON.parse(text).edition).toBe('masked')
  }
  const english = await site.call('GET /statements/CARE-2026-0001.html?language=en')
  expect(await english.text()).toContain('<html lang="en">')
})

test('[S2] the same statement is the same to the byte, and is not sent to who has it', async () => {
  const get = () => site.call('GET /statements/CARE-2026-0001.pdf')
  const [first, again] = [await (await get()).arrayBuffer(), await (await get()).arrayBuffer()]
  expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true)
  for (const known of [`"${digest}"`, `W/"${digest}"`, `"other", "${digest}"`]) {
    const headers = { 'if-none-match': known }
    const answer = await site.call('GET /statements/CARE-2026-0001.pdf', { headers })
    expect(answer.status).toBe(304)
    expect(await answer.text()).toBe('')
  }
})

test('[S3] the named edition is for those who may read names', async () => {
  const request = 'GET /statements/CARE-2026-0001.json?edition=named'
  const refused = await site.json(request, { as: 'owner' })
  expect(refused).toMatchObject({ status: 403, body: { code: 'statement.names_not_allowed' } })
  const preview =
    'GET /funds/care/statement-preview.json?from=2026-03-01&to=2026-03-31&edition=named'
  expect((await site.json(preview, { as: 'owner' })).status).toBe(403)
  for (const one of [request, preview]) {
    const named = await site.json(one, { as: 'reader' })
    expect(JSON.stringify(named.body.names)).toContain('欧阳小明 😀')
  }
})

test('[S4] a preview is neither numbered nor signed, and is not kept', async () => {
  const request = 'GET /funds/care/statement-preview.json?from=2026-03-01&to=2026-03-31'
  const answer = await site.call(request)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('etag')).toBeNull()
  expect(await answer.json()).toMatchObject({ proof: null, statement: { issue: null } })
  const pdf = await site.call(request.replace('.json', '.pdf'))
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
})

test('[S5] characters that the font lacks are named in a header', async () => {
  const named = await site.call('GET /statements/CARE-2026-0001.pdf?edition=named', {
    as: 'reader',
  })
  expect(named.headers.get('care-ledger-missing-characters')).toBe('U+1F600')
})

test('[S6] a receipt is a PDF with the payer’s name as the caller may read it', async () => {
  const [masked, full] = await Promise.all(
    (['owner', 'reader'] as const).map((as) =>
      site.call('GET /receipts/R-CARE-2026-0001.pdf?language=zh-Hant', { as }),
    ),
  )
  expect(masked!.headers.get('content-type')).toBe('application/pdf')
  expect(masked!.headers.get('content-disposition')).toBe(
    'attachment; filename="R-CARE-2026-0001-zh-Hant.pdf"',
  )
  expect(masked!.headers.get('etag')).not.toBe(full!.headers.get('etag'))
  const headers = { 'if-none-match': full!.headers.get('etag')! }
  const known = await site.call('GET /receipts/R-CARE-2026-0001.pdf?language=zh-Hant', {
    as: 'reader',
    headers,
  })
  expect(known.status).toBe(304)
})

test('[S7] unknown papers, formats, languages and days are refused', async () => {
  const refused = async (request: string) => (await site.refused(request)).code
  expect(await refused('GET /statements/CARE-2026-0009.pdf')).toBe('statement.unknown')
  expect(await refused('GET /receipts/R-CARE-2026-0009.pdf')).toBe('receipt.unknown')
  expect(await refused('GET /statements/CARE-2026-0001.pdf?language=fr')).toBe('input.invalid')
  expect(await refused('GET /statements/CARE-2026-0001.pdf?format=html')).toBe('input.invalid')
  expect(await refused('GET /statements/CARE-2026-0001.xlsx')).toBe('statement.unknown')
  const preview = 'GET /funds/care/statement-preview.pdf'
  expect(await refused(preview)).toBe('input.invalid')
  expect(await refused(`${preview}?from=2026-03-31&to=2026-03-01`)).toBe('statement.range')
  expect(await refused(`${preview.replace('care', 'nowhere')}?from=2026-03-01&to=2026-03-31`)).toBe(
    'fund.unknown',
  )
})
