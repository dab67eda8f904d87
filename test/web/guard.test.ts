import { expect, test } from 'vitest'
import { revoke } from '../../src/access/tokens.ts'
import { createStrangersApp } from '../../src/app.ts'
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
  const nowhere = createStrangersApp(registry, offer, (bytes) => new Uint8Array(bytes))
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

test('[A3] each command is for its roles: allowed (x) or refused with 403 (.)', async () => {
  const site = await siteForTests()
  const roles = [
    'owner',
    'fund_administrator',
    'approver',
    'pairing_coordinator',
    'auditor',
  ] as const
  const lines: string[] = []
  for (const operation of operations) {
    const marks: string[] = []
    for (const as of roles) {
      // Without a body no command gets past its input, so nothing is done; the role is asked before.
      const answer = await site.call(requestOf(operation), { as, key: 'too-short' })
      const problem = answer.ok ? undefined : ((await answer.json()) as { code: string })
      const allowed = problem?.code !== 'access.not_allowed'
      expect(allowed).toBe(operation.may.includes(as))
      expect(answer.status === 403).toBe(!allowed)
      marks.push(allowed ? 'x' : '.')
    }
    lines.push(`${marks.join(' ')}  ${operation.method} ${operation.name}`)
  }
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "x . . . .  POST organisation.set_up
    x . . . .  POST organisation.revise
    x . . . .  POST signing_keys.adopt
    x . . . .  POST tokens.create
    x . . . .  POST tokens.revoke
    x . . . .  POST users.create
    x . . . .  POST users.end
    x . . . .  POST invitations.make
    x x . x .  POST parties.register
    x x . . .  POST funds.open
    x . . . .  POST funds.change_policy
    x . . . .  POST funds.close
    x x . . .  POST pledges.make
    x x . . .  POST contributions.receive
    x x . . .  POST contributions.identify
    x x . . .  POST contributions.refund
    x x . . .  POST receipts.give
    x x . . .  POST transfers.make
    x x . . .  POST payouts.pay
    x x . . .  POST payouts.return
    x x . . .  POST commitments.make
    x x . . .  POST commitments.release
    x x . . .  POST entries.reverse
    x . . . .  POST accounts.add
    x x . . .  POST periods.close
    x x x . .  POST periods.request_reopening
    x x x . .  POST periods.reopen
    x x x . .  POST periods.decline_reopening
    x x . . .  POST journal.import
    x x . . .  POST grants.import
    x x . . x  POST statements.issue
    x x . . .  POST tasks.import_journal
    x x . . .  POST tasks.import_grants
    x x . . x  POST tasks.issue_statements
    x x . . x  POST tasks.verify_book
    x x . . x  POST tasks.begin_again
    x x . . x  POST tasks.stop
    x x x x x  GET work.waiting
    x x x x x  GET search.everything
    x x x x x  GET organisation.show
    x . . . x  GET tokens.list
    x x x x x  GET users.list
    x x x x x  GET parties.list
    x x x x x  GET parties.show
    x x x x x  GET parties.dealings
    x x x x x  GET funds.list
    x x x x x  GET funds.show
    x x x x x  GET funds.story
    x x x x x  GET contributions.list
    x x x x x  GET contributions.show
    x x x x x  GET receipts.list
    x x x x x  GET pledges.list
    x x x x x  GET pledges.show
    x x x x x  GET payouts.list
    x x x x x  GET payouts.show
    x x x x x  GET transfers.list
    x x x x x  GET transfers.show
    x x x x x  GET commitments.list
    x x x x x  GET commitments.show
    x x x x x  GET accounts.list
    x x x x x  GET accounts.show
    x x x x x  GET entries.list
    x x x x x  GET entries.show
    x x x x x  GET registers.page
    x x x x x  GET trial_balance.show
    x x x x x  GET periods.list
    x x x x x  GET periods.show
    x x x x x  GET statements.list
    x x x x x  GET statements.show
    x x x x x  GET statements.changes
    x x x x x  GET checkpoints.current
    x x x x x  GET checkpoints.show
    x x . . x  GET tasks.list
    x x . . x  GET tasks.show
    x x x x x  GET events.head
    x x . . x  GET events.list
    x x x x x  GET events.show
    x x x x x  GET statements.download
    x x x x x  GET statements.preview
    x x x x x  GET receipts.download"
  `)
})

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
