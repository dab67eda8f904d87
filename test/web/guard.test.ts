import { expect, test } from 'vitest'
import { revoke } from '../../src/access/tokens.ts'
import { createStrangersApp } from '../../src/app.ts'
import { roles } from '../../src/book/registry.ts'
import { registry } from '../../src/registry.ts'
import { type Operation, operationsOf } from '../../src/web/operations.ts'
import { addToken, base, secretOf, siteForTests } from './site.ts'

const operations = operationsOf(registry)

/** The route with its examples in place, and what a GET needs in its query string. */
function requestOf({ method, path, fields }: Operation): string {
  let filled = path
  for (const { name, place, example } of fields) {
    if (place === 'path') filled = filled.replace(`{${name}}`, String(example))
  }
  const query = fields.filter(({ place, required }) => place === 'query' && required)
  const pairs = query.map(({ name, example }) => `${name}=${example}`)
  return `${method} ${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** A body that must never be read. */
function untouchable(): ReadableStream {
  return new ReadableStream(
    {
      pull: () => {
        throw new Error('the body was read')
      },
    },
    { highWaterMark: 0 },
  )
}

test('[A1] every route refuses strangers before it looks at the body', async () => {
  const site = await siteForTests()
  const ended = addToken(site.t, 'ended', { role: 'owner', expires_at: site.t.now() + 1000 })
  const revoked = addToken(site.t, 'revoked', { role: 'owner' })
  site.t.does(revoke, { token: revoked })
  site.t.at('2026-03-31T03:00:00Z')
  expect(ended).toBeGreaterThan(0)
  const before = site.head()
  const bearers = {
    none: '',
    unknown: `Bearer ${secretOf('nobody')}`,
    ended: `Bearer ${secretOf('ended')}`,
    revoked: `Bearer ${secretOf('revoked')}`,
    basic: `Basic ${Buffer.from('owner:owner').toString('base64')}`,
    empty: 'Bearer ',
  }
  for (const operation of operations) {
    for (const [which, authorization] of Object.entries(bearers)) {
      const body = operation.writes ? untouchable() : undefined
      const answer = await site.call(requestOf(operation), {
        headers: { authorization },
        body,
      })
      const problem = (await answer.json()) as { code: string }
      const said = `${operation.name} ${which}: ${answer.status} ${problem.code}`
      const missing = ['none', 'basic', 'empty'].includes(which)
      expect(said).toBe(`${operation.name} ${which}: 401 token.${missing ? 'missing' : 'invalid'}`)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
  }
  expect(site.head()).toBe(before)
})

test('[A1] a book that is not there answers like one whose tokens are others', async () => {
  const site = await siteForTests()
  const health = () => ({ books: [], free_disk_bytes: null })
  const offer = { health, log: quiet, now: () => 0 }
  const nowhere = createStrangersApp(offer, (bytes) => new Uint8Array(bytes))
  for (const operation of operations) {
    const [method = '', path] = requestOf(operation).split(' ')
    for (const authorization of ['', `Bearer ${secretOf('nobody')}`]) {
      const headers: Record<string, string> = authorization ? { authorization } : {}
      const request = () => new Request(`http://localhost${base}${path}`, { method, headers })
      const [here, there] = [await site.fetch(request()), await nowhere.fetch(request())]
      expect(there.status).toBe(here.status)
      expect([...there.headers]).toEqual([...here.headers])
      expect(await there.text()).toBe(await here.text())
    }
  }
})

test('[A2] only what says nothing of the book is open to anyone', async () => {
  const site = await siteForTests()
  const open = ['GET /openapi.json', 'GET /reference', 'GET /problems/fund.unknown']
  for (const request of open) {
    const answer = await site.call(request, { as: 'stranger' })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).not.toContain('Riverside')
    expect(text).not.toContain('Zhang')
  }
  for (const path of ['/', '/healthz']) {
    const answer = await site.fetch(new Request(`http://localhost${path}`))
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toMatch(/relief|Riverside/)
  }
})

test('[A3] a role that may not is refused before the body is looked at', async () => {
  const site = await siteForTests()
  for (const operation of operations) {
    for (const as of roles) {
      // Without a body no command gets past its input, so nothing is done; the role is asked before.
      const answer = await site.call(requestOf(operation), { as, key: 'too-short' })
      const problem = answer.ok ? undefined : ((await answer.json()) as { code: string })
      const allowed = problem?.code !== 'access.not_allowed'
      expect([operation.name, as, allowed]).toEqual([
        operation.name,
        as,
        operation.may.includes(as),
      ])
      if (!allowed) expect(answer.status).toBe(403)
    }
  }
})

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

test('[S3] a token that is revoked while a body is on its way does nothing any more', async () => {
  const site = await siteForTests()
  const list = (await site.json('GET /tokens')).body.tokens as { token: number; role: string }[]
  const { token } = list.find(({ role }) => role === 'fund_administrator')!
  let send: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      send = controller
    },
  })
  const answer = site.call('POST /parties', { as: 'fund_administrator', body })
  await new Promise((resolve) => setImmediate(resolve))
  expect((await site.call(`POST /tokens/${token}/revocation`, { body: {} })).status).toBe(201)
  send!.enqueue(new TextEncoder().encode('{"kind":"person","name":"Li Wei"}'))
  send!.close()
  expect((await answer).status).toBe(401)
  expect((await site.json('GET /parties')).body.parties).toHaveLength(1)
})
