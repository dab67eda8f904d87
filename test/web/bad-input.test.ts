import { expect, test } from 'vitest'
import { largestBodyBytes } from '../../src/web/body.ts'
import { siteForTests } from './site.ts'

const payout = { payee: 'P-000001', category: 'care_grants', amount: '1.00' }

/** `status code` of each refusal; `refused` itself asserts that not one row was written. */
function said(problem: Record<string, unknown>): string {
  return `${problem.status} ${problem.code}`
}

test('[B1] amounts that are none are refused, each with its reason', async () => {
  const site = await siteForTests()
  const amounts: unknown[] = ['0', '-1', '1e3', '0.001', '9007199254740993', 'NaN', '１２', '1,00']
  amounts.push('', ' 1', '1.', '.5', '+1', '0x1', 'Infinity', '90071992547409.92', 1, null, ['1'])
  const lines: string[] = []
  for (const amount of amounts) {
    const problem = await site.refused('POST /funds/care/payouts', { body: { ...payout, amount } })
    lines.push(`${JSON.stringify(amount)}: ${said(problem)} ${problem.detail}`)
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    ""0": 422 amount.not_positive The amount “0” is not above zero.
    "-1": 422 amount.not_positive The amount “-1” is not above zero.
    "1e3": 422 amount.unreadable “1e3” is not an amount: it is in scientific form.
    "0.001": 422 amount.too_many_decimals The amount “0.001” has more than the 2 decimals of CNY.
    "9007199254740993": 422 amount.too_large The amount “9007199254740993” is above the 90071992547409.91 CNY a posting can hold.
    "NaN": 422 amount.unreadable “NaN” is not an amount: it is not made of digits and one point.
    "１２": 422 amount.unreadable “１２” is not an amount: its digits are full-width.
    "1,00": 422 amount.unreadable “1,00” is not an amount: a comma can mean thousands or decimals.
    "": 422 amount.missing The amount is empty.
    " 1": 422 amount.unreadable “ 1” is not an amount: there is a space around it.
    "1.": 422 amount.unreadable “1.” is not an amount: there must be digits on both sides of the point.
    ".5": 422 amount.unreadable “.5” is not an amount: there must be digits on both sides of the point.
    "+1": 422 amount.unreadable “+1” is not an amount: it is not made of digits and one point.
    "0x1": 422 amount.unreadable “0x1” is not an amount: it is not made of digits and one point.
    "Infinity": 422 amount.unreadable “Infinity” is not an amount: it is not made of digits and one point.
    "90071992547409.92": 422 amount.too_large The amount “90071992547409.92” is above the 90071992547409.91 CNY a posting can hold.
    1: 422 input.invalid amount: write the amount as text, such as "125.00"
    null: 422 input.invalid amount: write the amount as text, such as "125.00"
    ["1"]: 422 input.invalid amount: write the amount as text, such as "125.00""
  `)
})

test('[B2] days that are none, or not yet, are refused', async () => {
  const site = await siteForTests()
  const days = ['2025-02-29', '2026-13-01', '2026-3-1', '20260301', '2026-03-31T00:00:00Z', 'today']
  days.push('2026-04-01', '0000-01-01', '9999-12-31', '２０２６-03-01', '')
  const lines: string[] = []
  for (const paid_on of days) {
    const problem = await site.refused('POST /funds/care/payouts', { body: { ...payout, paid_on } })
    lines.push(`${paid_on}: ${said(problem)} ${problem.detail}`)
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "2025-02-29: 422 input.invalid paid_on: “2025-02-29” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    2026-13-01: 422 input.invalid paid_on: “2026-13-01” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    2026-3-1: 422 input.invalid paid_on: “2026-3-1” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    20260301: 422 input.invalid paid_on: “20260301” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    2026-03-31T00:00:00Z: 422 input.invalid paid_on: “2026-03-31T00:00:00Z” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    today: 422 input.invalid paid_on: “today” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    2026-04-01: 422 day.in_future The day 2026-04-01 is after today, 2026-03-31.
    0000-01-01: 422 input.invalid paid_on: “0000-01-01” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    9999-12-31: 422 input.invalid paid_on: “9999-12-31” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    ２０２６-03-01: 422 input.invalid paid_on: “２０２６-03-01” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28.
    : 422 input.invalid paid_on: “” is not a day of the calendar between 1900 and 2199. Write the day as YYYY-MM-DD, such as 2025-02-28."
  `)
})

test('[B3] what the book does not have, or does not allow, is refused', async () => {
  const site = await siteForTests()
  await site.call('POST /periods/2026-02/closing')
  const refused = async (request: string, body: unknown) =>
    said(await site.refused(request, { body }))
  const pay = (given: object, fund = 'care') =>
    refused(`POST /funds/${fund}/payouts`, { ...payout, ...given })
  expect({
    'unknown fund': await pay({}, 'nowhere'),
    'closed period': await pay({ paid_on: '2026-02-10' }),
    'more than available': await pay({ amount: '1000.01' }),
    'unknown party': await pay({ payee: 'P-000999' }),
    'unknown category': await pay({ category: 'yachts' }),
    'unknown field': await pay({ amuont: '1.00' }),
    'another fund in the body': await pay({ fund: 'free' }),
    'missing field': await refused('POST /funds/care/payouts', { payee: 'P-000001' }),
    'a path that is no code': await pay({}, '..%2F..%2Fetc'),
  }).toMatchInlineSnapshot(`
    {
      "a path that is no code": "422 input.invalid",
      "another fund in the body": "422 input.invalid",
      "closed period": "409 period.closed",
      "missing field": "422 input.invalid",
      "more than available": "409 fund.more_than_available",
      "unknown category": "422 input.invalid",
      "unknown field": "422 input.invalid",
      "unknown fund": "404 fund.unknown",
      "unknown party": "404 party.unknown",
    }
  `)
})

test('[B4] a key is needed, well formed, and serves one input of one sender', async () => {
  const site = await siteForTests()
  const key = 'one-key-for-one-act'
  const first = await site.json('POST /funds/care/payouts', { body: payout, key })
  const again = await site.call('POST /funds/care/payouts', { body: payout, key })
  expect(again.status).toBe(200)
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toEqual(first.body)
  const other = { ...payout, amount: '2.00' }
  const refused = async (given: object, body: unknown = payout) =>
    said(await site.refused('POST /funds/care/payouts', { body, ...given }))
  expect(await refused({ key }, other)).toBe('409 idempotency_key.reused')
  expect(await refused({ key, as: 'fund_administrator' })).toBe('409 idempotency_key.reused')
  expect(await refused({ headers: { 'idempotency-key': '' } })).toBe('400 idempotency_key.missing')
  expect(await refused({ key: 'short' })).toBe('400 idempotency_key.invalid')
  expect(await refused({ key: 'k'.repeat(201) })).toBe('400 idempotency_key.invalid')
  expect(await refused({ key: 'with a space in it' })).toBe('400 idempotency_key.invalid')
})

test('[B5] a body that is not one JSON object in UTF-8, of a form’s size, is refused', async () => {
  const site = await siteForTests()
  const text = JSON.stringify(payout)
  const bodies: Record<string, unknown> = {
    'not JSON': '{"payee":',
    'form fields': 'payee=P-000001',
    'a list': '[]',
    'a text': '"payout"',
    null: 'null',
    'a number': '1',
    'not UTF-8': new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    'half a character': `{"payee":"\\ud800"}`,
    'half a character in a key': `{"\\udc00":1}`,
    'a number without end': `{"amount":1e999}`,
    'too deep': `{"payee":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'deep enough to trouble canonical JSON': `{"payee":${'[['.repeat(60)}${']]'.repeat(60)}}`,
    'too large': JSON.stringify({ ...payout, note: 'x'.repeat(largestBodyBytes) }),
    'too large, by its own word': text,
    ['__proto__']: '{"__proto__":{"amount":"1.00"},"payee":"P-000001","category":"care_grants"}',
    constructor: `{"constructor":{"prototype":{"role":"owner"}},${text.slice(1)}`,
  }
  const lines: string[] = []
  for (const [name, body] of Object.entries(bodies)) {
    const headers: Record<string, string> =
      name === 'too large, by its own word' ? { 'content-length': '1048577' } : {}
    const problem = await site.refused('POST /funds/care/payouts', { body, headers })
    lines.push(`${name}: ${said(problem)} ${String(problem.detail).slice(0, 90)}`)
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "not JSON: 400 body.not_json The body is not a JSON object: it cannot be read as JSON.
    form fields: 400 body.not_json The body is not a JSON object: it cannot be read as JSON.
    a list: 400 body.not_json The body is not a JSON object: it holds another kind of value.
    a text: 400 body.not_json The body is not a JSON object: it holds another kind of value.
    null: 400 body.not_json The body is not a JSON object: it holds another kind of value.
    a number: 400 body.not_json The body is not a JSON object: it holds another kind of value.
    not UTF-8: 400 body.not_json The body is not a JSON object: it is not UTF-8.
    half a character: 400 body.not_json The body is not a JSON object: a text holds half a character.
    half a character in a key: 400 body.not_json The body is not a JSON object: a key holds half a character.
    a number without end: 400 body.not_json The body is not a JSON object: a number is too large.
    too deep: 400 body.not_json The body is not a JSON object: it nests deeper than 20.
    deep enough to trouble canonical JSON: 400 body.not_json The body is not a JSON object: it nests deeper than 20.
    too large: 413 body.too_large The body is larger than 1048576 bytes.
    too large, by its own word: 413 body.too_large The body is larger than 1048576 bytes.
    __proto__: 422 input.invalid amount: write the amount as text, such as "125.00"; Unrecognized key: "__proto__"
    constructor: 422 input.invalid Unrecognized key: "constructor""
  `)
  expect({}).not.toHaveProperty('amount')
  expect({}).not.toHaveProperty('role')
})

test('[B5] a body without a declared length is counted as it comes', async () => {
  const site = await siteForTests()
  const chunk = new TextEncoder().encode(' '.repeat(65_536))
  let sent = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1
      controller.enqueue(chunk)
    },
  })
  const problem = await site.refused('POST /funds/care/payouts', { body: endless })
  expect(said(problem)).toBe('413 body.too_large')
  expect(sent).toBeLessThan(40)
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('the sender went away')),
  })
  const brokenOff = await site.refused('POST /funds/care/payouts', { body: broken })
  expect(said(brokenOff)).toBe('400 body.not_json')
  const whole = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(JSON.stringify(payout)))
      controller.close()
    },
  })
  expect((await site.call('POST /funds/care/payouts', { body: whole })).status).toBe(201)
})

test('[B6] another type of body is refused; a key given twice counts as its last value', async () => {
  const site = await siteForTests()
  const body = JSON.stringify(payout)
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']
  for (const type of [...types, 'application/json; charset=latin1']) {
    const headers = { 'content-type': type }
    const problem = await site.refused('POST /funds/care/payouts', { body, headers })
    expect(`${type} ${said(problem)}`).toBe(`${type} 415 body.type`)
  }
  const packed = { 'content-encoding': 'gzip' }
  const problem = await site.refused('POST /funds/care/payouts', { body, headers: packed })
  expect(said(problem)).toBe('415 body.type')
  const twice = body.replace('{', '{"amount":"999.00",')
  const done = await site.json('POST /funds/care/payouts', {
    body: twice,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  })
  const shown = await site.json(`GET /payouts/${done.body.payout}`)
  expect(shown.body.amount).toBe('1.00')
})

test('[B7] query strings are read strictly', async () => {
  const site = await siteForTests()
  const refused = async (request: string) => said(await site.refused(request, { body: payout }))
  const get = async (request: string) => said(await site.refused(request))
  expect(await refused('POST /funds/care/payouts?dry_run=1')).toBe('422 input.invalid')
  expect(await refused('POST /funds/care/payouts?dryrun=true')).toBe('422 input.invalid')
  expect(await get('GET /payouts?limit=0')).toBe('422 input.invalid')
  expect(await get('GET /payouts?limit=1001')).toBe('422 input.invalid')
  expect(await get('GET /payouts?limit=1&limit=2')).toBe('422 input.invalid')
  expect(await get('GET /payouts?page=2')).toBe('422 input.invalid')
  expect(await get('GET /payouts?__proto__=2')).toBe('422 input.invalid')
  expect(await get('GET /payouts/abc')).toBe('422 input.invalid')
  expect(await get('GET /payouts/99')).toBe('404 payout.unknown')
})

test('[B8] a dry run says what would happen and writes nothing', async () => {
  const site = await siteForTests()
  const before = site.head()
  for (const [path, headers] of [
    ['/funds/care/payouts?dry_run=true', {}],
    ['/funds/care/payouts', { prefer: 'dry-run' }],
    ['/funds/care/payouts', { prefer: 'respond-async, dry-run' }],
  ] as const) {
    const answer = await site.call(`POST ${path}`, { body: payout, headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('preference-applied')).toBe('dry-run')
    expect(answer.headers.get('care-ledger-sequence')).toBeNull()
    expect(await answer.json()).toMatchObject({ payout: 1, serial: 2 })
  }
  expect(site.head()).toBe(before)
  const given = { body: { ...payout, amount: '5000.00' } }
  const problem = await site.refused('POST /funds/care/payouts?dry_run=true', given)
  expect(said(problem)).toBe('409 fund.more_than_available')
})

test('[B9] an entry is reversed once; a reversal and the same reversal again are refused', async () => {
  const site = await siteForTests()
  const paid = await site.json('POST /funds/care/payouts', { body: payout })
  const path = `POST /entries/${paid.body.entry}/reversal`
  const body = { reason: 'entered twice' }
  const first = await site.json(path, { body })
  expect(first.status).toBe(201)
  const balance = (await site.json('GET /trial-balance')).body
  const codes: string[] = []
  for (let time = 0; time < 3; time += 1) codes.push(said(await site.refused(path, { body })))
  codes.push(said(await site.refused(`POST /entries/${first.body.entry}/reversal`, { body })))
  codes.push(said(await site.refused('POST /entries/99/reversal', { body })))
  expect(codes).toEqual([
    ...Array(3).fill('409 entry.already_reversed'),
    '409 entry.is_reversal',
    '404 entry.unknown',
  ])
  expect((await site.json('GET /trial-balance')).body).toEqual(balance)
  expect((await site.json('GET /funds/care')).body).toMatchObject({ money: '1000.00' })
})
