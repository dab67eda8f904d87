/** What a hostile sender tries at the pages: bodies without end, files that break off, seats kept warm. */

import { expect, test } from 'vitest'
import { invitationHash, make as makeInvitation } from '../../../src/access/invitations.ts'
import { changePassword, end as endUser } from '../../../src/access/users.ts'
import { createStrangersApp } from '../../../src/app.ts'
import { throughout } from '../../../src/book/registry.ts'
import { hex } from '../../../src/kit/digest.ts'
import { siteForTests } from '../site.ts'
import { formIn, pagesForTests, type Reader } from './pages-for-tests.ts'

const origin = 'http://localhost'
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** A body that says no length and does not end; it tells how much of it was taken. */
function endless(): { body: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0
  const piece = new TextEncoder().encode('a=b&'.repeat(4_096))
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken += piece.length
      if (taken > 8_000_000) controller.error(new Error('it was read on and on'))
      else controller.enqueue(piece)
    },
  })
  return { body, taken: () => taken }
}

/** A body that breaks off, as when the sender goes away. */
function broken(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.error(new Error('the connection was lost')),
  })
}

function posted(path: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  const type = 'application/x-www-form-urlencoded'
  const init = {
    method: 'POST',
    headers: { origin, 'content-type': type, ...headers },
    body,
    duplex: 'half',
  }
  return new Request(`${origin}/b/relief${path}`, init as RequestInit)
}

test('body.too_large: a form that says no length is read no further than a form is long', async () => {
  const site = await siteForTests()
  for (const path of ['/sign-in', '/preferences', '/start/secret']) {
    const { body, taken } = endless()
    const answer = await site.fetch(posted(path, body))
    expect([path, answer.status]).toEqual([path, 413])
    expect(taken()).toBeLessThan(200_000)
  }
})

test('form.broken: a form whose sender goes away is no incident', async () => {
  const site = await siteForTests()
  const answer = await site.fetch(posted('/sign-in', broken()))
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
    400,
    'form.broken',
  ])
  expect(site.log.filter(({ level }) => level === 'error')).toEqual([])
})

test.each([
  ['without its end', '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\nabc'],
  ['without a part', 'nothing of the kind'],
  ['empty', ''],
])('form.broken: files %s', async (_, text) => {
  const site = await pagesForTests()
  const answer = await site.sendRaw('/imports/journal', text, 'multipart/form-data; boundary=x')
  expect(answer.status).toBe(400)
  expect(answer.html).toContain('broke off')
  const without = await site.sendRaw('/imports/journal', text, 'multipart/form-data; charset=x')
  expect(without.status).toBe(400)
  expect(site.log.filter(({ level }) => level === 'error')).toEqual([])
})

test('form.broken: files in more parts than a form has are not taken apart', async () => {
  const site = await pagesForTests()
  const part = '--x-x\r\nContent-Disposition: form-data; name="key"\r\n\r\nb\r\n'
  for (const [parts, status] of [
    [40, 422],
    [15_000, 400],
  ] as const) {
    const text = `${part.repeat(parts)}--x-x--\r\n`
    const type = 'multipart/form-data; boundary="x-x"'
    const answer = await site.sendRaw('/imports/journal', text, type)
    expect([parts, answer.status]).toEqual([parts, status])
  }
})

test('[A1] no method and no origin tells a stranger whether there is a book', async () => {
  const site = await siteForTests()
  const health = () => ({ books: [], free_disk_bytes: null })
  const offer = { health, log: quiet, now: () => 0 }
  const nowhere = createStrangersApp(offer, (bytes) => new Uint8Array(bytes))
  const paths = ['', '/', '/preferences', '/sign-in', '/sign-out', '/start/x', '/funds', '/nowhere']
  paths.push('/api', '/api/', '/api/v1', '/api/v1/funds', '/api/v1/nowhere', '/api/v1x', '/tasks/1')
  const told: string[] = []
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      for (const from of ['http://evil.example', 'null', '', origin]) {
        const request = () => {
          const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' })
          if (from !== '') headers.set('origin', from)
          const body = method === 'GET' || method === 'HEAD' ? null : 'language=en&back=/'
          return new Request(`${origin}/b/relief${path}`, { method, headers, body })
        }
        const seen = await Promise.all(
          [site, nowhere].map(async (app) => {
            const answer = await app.fetch(request())
            return JSON.stringify([answer.status, [...answer.headers], await answer.text()])
          }),
        )
        if (seen[0] !== seen[1]) told.push(`${method} ${path} from ${from}: ${seen.join(' or ')}`)
        const foreign = path === '/preferences' && method === 'POST' && from !== origin
        if (foreign) expect(seen[0]).toMatch(/^\[403,/)
      }
    }
  }
  expect(told).toEqual([])
})

test('[N2] an import’s file and its faulty lines are for who reads names, and for whoever sent it', async () => {
  const site = await pagesForTests()
  const sender = { role: 'fund_administrator', readsNames: false } as const
  const { key } = formIn((await site.get('/imports/journal', sender)).html)
  const form = new FormData()
  form.set('key', key!)
  form.set('journal', new File(['2026-03-31 Quim\n  Quim:Gift\tQuim\n  x\n'], 'Quim.journal'))
  const mapping = { fund: 'care', currency: 'CNY', accounts: [{ match: 'x', role: 'bank' }] }
  form.set('mapping', new File([JSON.stringify(mapping)], 'Quim.json'))
  await site.upload('/imports/journal', form, sender)
  await expect.poll(async () => (await site.get('/tasks/1')).html).toContain('Problems in the file')
  const shown = async (path: string, reader: Reader) =>
    (await site.get(path, reader)).html.includes('Quim')
  for (const path of ['/tasks', '/tasks/1']) {
    expect([path, await shown(path, sender)]).toEqual([path, true])
    expect([path, await shown(path, { role: 'auditor', readsNames: true })]).toEqual([path, true])
    for (const role of ['owner', 'auditor'] as const) {
      expect([path, await shown(path, { role, readsNames: false })]).toEqual([path, false])
    }
  }
  const { body } = await site.json('GET /tasks/1', { as: 'auditor' })
  expect(body).toMatchObject({
    asked: { file: '***', mapping_file: '***' },
    result: { refusal: { code: 'import.problems', sentence: '***' } },
  })
  expect(JSON.stringify(body)).not.toContain('Quim')
  expect((body.result as { problems: object[] }).problems[0]).toMatchObject({ line: 2 })
})

test('invitation.invalid: its form, sent again after the password was changed, signs nobody in', async () => {
  const site = await siteForTests()
  const secret = 'i'.repeat(43)
  const expires_at = site.t.now() + 3_600_000
  const hash = hex(invitationHash(secret))
  site.t.does(makeInvitation, { hash, role: 'owner', reads_names: true, expires_at })
  const key = 'k'.repeat(24)
  const password = 'rain on the tin roof'
  const sent = { key, login: 'maria', owner_name: 'Maria', password, again: password }
  const send = () =>
    site.fetch(posted(`/start/${secret}`, new URLSearchParams(sent as Record<string, string>)))
  expect((await send()).headers.getSetCookie()).toHaveLength(2)
  const again = await send()
  expect([again.status, again.headers.getSetCookie().length]).toEqual([303, 2])
  const other = `$scrypt$ln=15,r=8,p=1$${'B'.repeat(22)}$${'B'.repeat(43)}`
  const caller = { actor: 'user:1', grants: throughout('owner'), readsNames: true } as const
  site.t.does(changePassword, { password: other }, caller)
  const before = site.head()
  const late = await send()
  expect([late.status, late.headers.getSetCookie()]).toEqual([404, []])
  expect(site.head()).toBe(before)
})

test('[N2] no file with names stays in the browser of whoever has signed out', async () => {
  const site = await pagesForTests()
  const given = { fund: 'care', from: '2026-02-01', to: '2026-02-28', language: 'en' }
  await site.send('/statements/new', { ...given, key: 'k'.repeat(20), step: 'post' })
  await site.send('/contributions/1/receipt', { key: 'r'.repeat(20), step: 'post' })
  const kept = async (path: string, readsNames: boolean) => {
    const { status, headers } = await site.get(path, { role: 'auditor', readsNames })
    return [status, headers.get('cache-control')]
  }
  const files = [
    '/statements/CARE-2026-0001.html?edition=named',
    '/statements/CARE-2026-0001.json?edition=named',
    '/funds/care/statement-preview.html?from=2026-02-01&to=2026-02-28&edition=named',
    '/receipts/R-CARE-2026-0001.pdf',
    '/people',
    '/people/suggestions?q=P-000001',
  ]
  for (const path of files)
    expect([path, await kept(path, true)]).toEqual([path, [200, 'no-store']])
  for (const path of ['/statements/CARE-2026-0001.html', '/receipts/R-CARE-2026-0001.pdf']) {
    expect(await kept(path, false)).toEqual([200, 'private, no-cache'])
  }
  expect((await kept(files[0]!, false))[0]).toBe(403)
})

test.each([
  ['the amount is no longer there', 'fund.more_than_available'],
  ['the month was closed', 'period.closed'],
  ['the fund was closed', 'fund.closed'],
])('%s between the check and the act: %s, with every answer kept', async (_, code) => {
  const site = await pagesForTests()
  // Half an hour before midnight where the organisation is.
  site.t.at('2026-03-31T15:31:00Z')
  const answers = {
    fund: 'care',
    payee: 'Somebody New',
    payee_kind: 'person',
    category: 'care_grants',
    amount: code === 'fund.closed' ? '1.00' : '900.00',
    form: 'bank',
    paid_on: '2026-03-31',
    note: 'for <b>rent</b>',
  }
  const { key } = formIn((await site.get('/payouts/new')).html)
  const check = await site.send('/payouts/new', { ...answers, key: key! })
  expect(check.status).toBe(200)
  const body = { payee: { kind: 'person', name: 'First' }, category: 'care_grants' }
  const does = (request: string, given: object) => site.json(request, { body: given })
  if (code === 'period.closed') {
    site.t.at('2026-03-31T16:30:00Z')
    expect((await does('POST /periods/2026-03/closing', {})).body).toMatchObject({
      state: 'closed',
    })
  } else {
    const amount = code === 'fund.closed' ? '1000.00' : '200.00'
    expect((await does('POST /funds/care/payouts', { ...body, amount })).status).toBe(201)
  }
  if (code === 'fund.closed') await does('POST /funds/care/closing', { reason: 'Done' })
  const before = site.head()
  const late = await site.send('/payouts/new', { ...formIn(check.html), step: 'post' })
  expect([late.status, late.location]).toEqual([409, null])
  expect(site.head()).toBe(before)
  expect(site.log.at(-1)).toMatchObject({ status: 409 })
  expect(late.html).toContain('Somebody New')
  expect(late.html).toContain('for &lt;b&gt;rent&lt;/b&gt;')
  expect(late.html).toContain(`value="${key}"`)
})

test('a form that was done is not done again with other answers: the back button, two tabs, fifty at once', async () => {
  const site = await pagesForTests()
  const answers = { fund: 'care', payee: 'P-000001', category: 'care_grants', form: 'bank' }
  const { key } = formIn((await site.get('/payouts/new')).html)
  const sent = { ...answers, amount: '10.00', key: key!, step: 'post' }
  await site.get('/funds/care')
  const start = (await site.json('GET /events/head')).body.sequence as number
  const many = await Promise.all(Array.from({ length: 50 }, () => site.send('/payouts/new', sent)))
  expect(new Set(many.map(({ location }) => location))).toEqual(
    new Set(['/b/relief/payouts/1?done=pay']),
  )
  const changed = await site.send('/payouts/new', { ...sent, amount: '11.00' })
  expect(changed.status).toBe(409)
  expect(changed.html).toContain('This form was sent before, with other answers.')
  expect(changed.html).toContain('value="11.00"')
  const other = await site.send('/payouts/new', sent, { role: 'fund_administrator' })
  expect(other.status).toBe(409)
  expect((await site.json('GET /payouts')).body.payouts).toHaveLength(1)
  // The one payout, and the second reader with their session.
  expect((await site.json('GET /events/head')).body.sequence).toBe(start + 3)
})

test('a stream of progress ends with the session of whoever listens', async () => {
  const site = await pagesForTests({ background: { verify: () => new Promise(() => undefined) } })
  const { key } = formIn((await site.get('/tasks')).html)
  await site.send('/tasks/verify', { key: key! })
  const answer = await site.open('/tasks/1/events', { role: 'auditor' })
  const reading = answer.body!.getReader()
  expect((await reading.read()).done).toBe(false)
  expect((await site.send('/sign-out', {}, { role: 'auditor' })).status).toBe(303)
  await site.send('/tasks/1/stop', { key: 'k'.repeat(20) })
  expect((await reading.read()).done).toBe(true)
})

test('session.unknown: a form that was on its way when its sender was shut out does nothing', async () => {
  const site = await pagesForTests()
  const reader = { role: 'fund_administrator' } as const
  const { html } = await site.get('/people/new', reader)
  const fields = new URLSearchParams({ ...formIn(html), kind: 'vendor', name: 'Late' }).toString()
  let finish = () => {}
  const slow = new ReadableStream<Uint8Array>({
    start: (controller) => {
      finish = () => {
        controller.enqueue(new TextEncoder().encode(fields))
        controller.close()
      }
    },
  })
  const answer = site.sendRaw('/people/new', slow, 'application/x-www-form-urlencoded', reader)
  await new Promise((go) => setTimeout(go, 5))
  const users = (await site.json('GET /users')).body.users as {
    user: number
    grants: [{ role: string }]
  }[]
  const { user } = users.find(({ grants }) => grants[0].role === 'fund_administrator')!
  site.t.does(endUser, { user })
  const before = site.head()
  finish()
  expect((await answer).location).toMatch(/^\/b\/relief\/sign-in/)
  expect(site.head()).toBe(before)
})
