import { expect, test } from 'vitest'
import type { Refusal } from '../../src/kit/refusal.ts'
import { diskFull } from '../../src/store/refusals.ts'
import { base, siteForTests } from './site.ts'

const payout = { payee: 'P-000001', category: 'care_grants', amount: '1.00' }

test('[P1] a refusal is problem details: type, title, status, sentence, code, remedy, values', async () => {
  const site = await siteForTests()
  const answer = await site.call('POST /funds/care/payouts', {
    body: { ...payout, amount: '1000.01' },
  })
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchInlineSnapshot(`
    {
      "code": "fund.more_than_available",
      "detail": "1000.01 CNY is more than the 1000.00 CNY available in the fund care.",
      "remedy": "Available is money less what is owed, set aside and preserved; give less, or release a commitment.",
      "status": 409,
      "title": "Fund: more than available",
      "type": "/b/relief/api/v1/problems/fund.more_than_available",
      "values": {
        "amount": "1000.01",
        "available": "1000.00",
        "currency": "CNY",
        "fund": "care",
      },
    }
  `)
  const fields = await site.json('POST /funds/care/payouts', { body: { amount: 1, colour: 'red' } })
  expect(fields.body.values).toMatchInlineSnapshot(`
    {
      "issues": [
        {
          "field": "payee",
          "problem": "give a reference such as "P-000001", or kind and name",
        },
        {
          "field": "category",
          "problem": "Invalid option: expected one of "care_grants"|"comfort_visits"|"bereavement_grants"|"enterprise_grants"|"interest_subsidies"|"training_vouchers"|"grants_to_levels"|"pairing_projects"|"administration"|"fundraising"",
        },
        {
          "field": "amount",
          "problem": "write the amount as text, such as "125.00"",
        },
        {
          "field": "",
          "problem": "Unrecognized key: "colour"",
        },
      ],
    }
  `)
})

test('[P2] the type of a problem leads to a page that says what to do', async () => {
  const site = await siteForTests()
  const { body } = await site.json('GET /funds/nowhere')
  const page = await site.fetch(new Request(`http://localhost${body.type}`))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(body.remedy)
  expect((await site.json('GET /problems/fund.made_up')).body.code).toBe('problem.unknown')
})

test('[P3] an unknown route is 404, a wrong method 405 with Allow', async () => {
  const site = await siteForTests()
  const calls = [
    'GET /nowhere',
    'POST /nowhere',
    'DELETE /payouts/1',
    'PUT /funds',
    'GET /signing-keys',
  ]
  calls.push(
    'PATCH /statements/CARE-2026-0001.pdf',
    'POST /openapi.json',
    'GET /../../../../etc/passwd',
  )
  const lines: string[] = []
  for (const call of calls) {
    const answer = await site.call(call)
    const { code, type } = (await answer.json()) as { code: string; type: string }
    expect(type.endsWith(`/problems/${code}`)).toBe(true)
    lines.push(`${call}: ${answer.status} ${code} ${answer.headers.get('allow') ?? ''}`.trim())
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "GET /nowhere: 404 route.unknown
    POST /nowhere: 404 route.unknown
    DELETE /payouts/1: 405 route.method_not_allowed GET, HEAD
    PUT /funds: 405 route.method_not_allowed GET, HEAD, POST
    GET /signing-keys: 405 route.method_not_allowed POST
    PATCH /statements/CARE-2026-0001.pdf: 405 route.method_not_allowed GET, HEAD
    POST /openapi.json: 405 route.method_not_allowed GET, HEAD
    GET /../../../../etc/passwd: 404 route.unknown"
  `)
})

test('[P4] HEAD answers like GET, without a body', async () => {
  const site = await siteForTests()
  const answer = await site.call('HEAD /funds')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('')
})

function failing(error: Error): { submit: () => Promise<never> } {
  return { submit: () => Promise.reject(error) }
}

test('[P5] a defect of ours is an incident: numbered in the log, nothing of it in the answer', async () => {
  const error = new TypeError('secret: cannot read token clt_x of 张小明')
  const site = await siteForTests({ offer: failing(error) })
  const answer = await site.call('POST /funds/care/payouts', { body: payout })
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).not.toMatch(/secret|clt_|张|TypeError|\.ts/)
  const { code, values } = JSON.parse(text)
  expect(code).toBe('server.incident')
  const noted = site.log.find(({ message }) => message === 'incident')
  expect(noted).toMatchObject({ level: 'error', incident: values.incident, error: 'TypeError' })
  expect(String(noted?.stack)).toContain('problems.test.ts')
})

test('[P6] what the disk refuses names the file, not where it lies', async () => {
  const refusal: Refusal = diskFull({ database: '/srv/books/relief.db' })
  const site = await siteForTests({ offer: failing(refusal) })
  const answer = await site.call('POST /funds/care/payouts', { body: payout })
  expect(answer.status).toBe(507)
  const text = await answer.text()
  expect(text).toContain('relief.db')
  expect(text).not.toContain('/srv')
})

test('[P7] the log says route, status, time, actor and code; no body, no query, no name', async () => {
  const site = await siteForTests()
  const payee = { kind: 'person', name: '欧阳小明 O’Brien' }
  await site.call('POST /funds/care/payouts', { body: { ...payout, payee, note: 'for rent' } })
  await site.call('GET /parties?limit=5', { as: 'reader' })
  await site.call('GET /parties/P-000002?name=Maria', { as: 'auditor' })
  await site.call('POST /funds/care/payouts', { as: 'stranger', body: payout })
  expect(
    site.log.map(({ message, level, ...fields }) => JSON.stringify(fields)).join('\n'),
  ).toMatchInlineSnapshot(`
    "{"method":"POST","route":"/funds/{fund}/payouts","status":201,"ms":0,"actor":"token:1"}
    {"method":"GET","route":"/parties","status":200,"ms":0,"actor":"token:9"}
    {"method":"GET","route":"/parties/{party}","status":422,"ms":0,"actor":"token:6","code":"input.invalid"}
    {"method":"POST","route":"/funds/{fund}/payouts","status":401,"ms":0,"actor":"stranger","code":"token.missing"}"
  `)
  const log = JSON.stringify(site.log)
  expect(log).not.toMatch(/欧阳|Brien|rent|Maria|limit|clt_/)
})

test('[P8] a command says which event recorded it, a question up to which it was answered', async () => {
  const site = await siteForTests()
  const done = await site.call('POST /funds/care/payouts', { body: payout })
  expect(done.status).toBe(201)
  const sequence = done.headers.get('care-ledger-sequence')
  expect(Number(sequence)).toBeGreaterThan(1)
  const shown = await site.call('GET /payouts/1')
  expect(shown.headers.get('care-ledger-sequence')).toBe(sequence)
  expect(shown.headers.get('content-type')).toBe('application/json')
  expect(base).toBe('/b/relief/api/v1')
})
