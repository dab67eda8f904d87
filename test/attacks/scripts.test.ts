/** Scripts in every text and in every part of an address: what comes back is text. */
import { beforeAll, describe, expect, test } from 'vitest'
import { open as openFund } from '../../src/funds/funds.ts'
import { register } from '../../src/people/commands.ts'
import { pages as placesOfRoutes } from '../browser/places.ts'
import { type Pages, pagesForTests } from '../web/pages/pages-for-tests.ts'
import { addressesOf, placesOf } from '../web/routes.ts'
import { secretOf } from '../web/site.ts'

const mark = 'xq7'
const payloads = [
  `<script>${mark}()</script>`,
  `"><img src=x onerror=${mark}()>`,
  `' onfocus=${mark}() autofocus='`,
  `</title></textarea></style><svg onload=${mark}()>`,
  `{{${mark}()}}\${${mark}()}`,
  `<!--<iframe srcdoc=${mark}>`,
]

/** What of a page would run, or end the text that it stands in. */
const running = new RegExp(
  [
    `<script>${mark}`,
    `<img src=x onerror=${mark}`,
    `<svg onload=${mark}`,
    `<iframe srcdoc=${mark}`,
    // An attribute that was ended: its quote came back as it was sent.
    `="[^"<>]*" onfocus=${mark}`,
    `(?:href|src|action)="(?:javascript|data|vbscript):`,
  ].join('|'),
)

let site: Pages
beforeAll(async () => {
  site = await pagesForTests()
})

async function shown(path: string): Promise<{ status: number; text: string; type: string }> {
  const headers = { cookie: site.cookie(), authorization: `Bearer ${secretOf('reader')}` }
  const answer = await site.fetch(new Request(`http://localhost${path}`, { headers }))
  const type = answer.headers.get('content-type') ?? ''
  if (!/^text|json/.test(type) || /event-stream/.test(type)) {
    await answer.body?.cancel()
    return { status: answer.status, text: '', type }
  }
  return { status: answer.status, text: await answer.text(), type }
}

/** Fields that any page reads from its address. */
const fields = [
  ...['q', 'next', 'back', 'done', 'changed', 'fund', 'from', 'to', 'cursor', 'as', 'kind', 'unit'],
  ...['language', 'edition', 'account', 'party', 'state', 'month', 'task', 'amount', 'name', 'key'],
  ...['preset', 'pledge', 'policy', 'role', 'note', 'tab', 'sort', 'step'],
]

describe('a script', () => {
  // All at once: a page that lets one through is found by any of them.
  const payload = payloads.join(' ')

  test('in every field of every address', async () => {
    const wrong: string[] = []
    const query = new URLSearchParams(fields.map((name) => [name, payload])).toString()
    for (const { method, path, route } of addressesOf(site.routes())) {
      if (method !== 'GET') continue
      const { status, text, type } = await shown(`${path}?${query}`)
      if (status >= 500 || (type.startsWith('text/html') && running.test(text))) {
        wrong.push(`${route} ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('in every place of every path', async () => {
    const wrong: string[] = []
    for (const { method, path, route } of addressesOf(site.routes(), () => payload)) {
      if (method !== 'GET' || placesOf(route).every((name) => name === 'book')) continue
      const { status, text, type } = await shown(path.replace(/^\/b\/[^/]+/, '/b/relief'))
      if (status >= 500 || (type.startsWith('text/html') && running.test(text))) {
        wrong.push(`${route} ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('in every text of a form that is refused', async () => {
    const wrong: string[] = []
    for (const { method, path, route } of addressesOf(site.routes())) {
      if (method !== 'POST' || route.includes('/api/') || /sign-out|end-others/.test(route))
        continue
      const sent = Object.fromEntries([...fields, 'login', 'label'].map((name) => [name, payload]))
      const { html, status } = await site.send(path.replace(/^\/b\/relief/, ''), sent)
      if (status >= 500 || running.test(html)) wrong.push(`${route} ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

test('what was kept comes back as text on every page', async () => {
  const own = await pagesForTests()
  const text = payloads.join(' ')
  own.t.does(register, { kind: 'person', name: payloads[0]! })
  own.t.does(openFund, {
    fund: 'marked',
    name: payloads[1]!,
    restriction: 'purpose',
    purpose: text,
  })
  const does = (request: string, body: object) => own.json(request, { body })
  const party = { kind: 'vendor', name: payloads[3]! }
  const given = { source: 'organisation', party: { kind: 'organisation', name: payloads[2]! } }
  expect(
    (await does('POST /funds/marked/contributions', { ...given, amount: '9.00' })).status,
  ).toBe(201)
  const paid = { payee: party, category: 'care_grants', amount: '1.00', note: text }
  expect((await does('POST /funds/marked/payouts', paid)).status).toBe(201)
  const pledged = { party: 'P-000001', amount: '5.00', due_on: '2026-12-01', note: text }
  await does('POST /funds/marked/pledges', pledged)
  await does('POST /entries/1/reversals', { reason: text })
  const wrong: string[] = []
  let seen = 0
  for (const path of Object.values(placesOfRoutes).flatMap((all) => Object.values(all))) {
    const { html, status } = await own.get(path.replaceAll('care', 'marked').replace('Zhang', mark))
    if (html.includes(mark)) seen += 1
    if (status >= 500 || running.test(html)) wrong.push(`${path} ${status}`)
  }
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(8)
})
