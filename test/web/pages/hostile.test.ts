/** What a hostile sender tries at the pages: bodies without end, files that break off, seats kept warm. */
import { expect, test } from 'vitest'
import { invitationHash, make as makeInvitation } from '../../../src/access/invitations.ts'
import { changePassword, end as endUser } from '../../../src/access/users.ts'
import { createStrangersApp } from '../../../src/app.ts'
import { hex } from '../../../src/kit/digest.ts'
import { registry } from '../../../src/registry.ts'
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

test('[A1] no method and no origin tells a stranger whether there is a book', async () => {
  const site = await siteForTests()
  const health = () => ({ books: [], free_disk_bytes: null })
  const offer = { health, log: quiet, now: () => 0 }
  const nowhere = createStrangersApp(registry, offer, (bytes) => new Uint8Array(bytes))
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
  expect((await send()).headers.getSetCookie()).toHaveLength(1)
  const again = await send()
  expect([again.status, again.headers.getSetCookie().length]).toEqual([303, 1])
  const other = `$scrypt$ln=15,r=8,p=1$${'B'.repeat(22)}$${'B'.repeat(43)}`
  const caller = { actor: 'user:1', role: 'owner', readsNames: true } as const
  site.t.does(changePassword, { password: other }, caller)
  const before = site.head()
  const late = await send()
  expect([late.status, late.headers.getSetCookie()]).toEqual([404, []])
  expect(site.head()).toBe(before)
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
  const users = (await site.json('GET /users')).body.users as { user: number; role: string }[]
  const { user } = users.find(({ role }) => role === 'fund_administrator')!
  site.t.does(endUser, { user })
  const before = site.head()
  finish()
  expect((await answer).location).toMatch(/^\/b\/relief\/sign-in/)
  expect(site.head()).toBe(before)
})
