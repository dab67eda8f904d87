/** How much may be asked for how quickly: the buckets, the addresses, and that nobody is kept out by others. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sessionCookie } from '../../src/access/sessions.ts'
import { openAddresses } from '../../src/node/address.ts'
import { type Asking, mostRemembered, networkOf, openLimits } from '../../src/web/limits.ts'
import { pagesForTests } from './pages/pages-for-tests.ts'
import { secretOf } from './site.ts'

const one: Asking = { kind: 'stranger', who: '192.0.2.1', heavy: false }

/** How many of a kind are let in at once. */
function letIn(asking: Asking, now = () => 0): number {
  const limits = openLimits(now)
  let count = 0
  while (count < 50_000 && limits.waitFor(asking) === 0) count += 1
  return count
}

describe('a bucket', () => {
  test.each([
    [{ kind: 'session', heavy: false }, 400],
    [{ kind: 'session', heavy: true }, 120],
    [{ kind: 'token', heavy: false }, 20_000],
    [{ kind: 'token', heavy: true }, 2_000],
    [{ kind: 'stranger', heavy: false }, 300],
    [{ kind: 'stranger', heavy: true }, 60],
  ] as const)('%j lets in %d at once', (asking, most) => {
    expect(letIn({ ...asking, who: 'a' })).toBe(most)
  })

  test('says how long to wait, lets in after that, and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 2_000 }), fc.boolean(), (asked, heavy) => {
        let at = 0
        const limits = openLimits(() => at)
        const asking = { ...one, heavy }
        let wait = 0
        for (let count = 0; count < asked; count += 1) wait = limits.waitFor(asking)
        if (wait === 0) return
        expect(limits.waitFor({ ...asking, who: '192.0.2.2' })).toBe(0)
        at += wait * 1_000
        expect(limits.waitFor(asking)).toBe(0)
        at -= 3_600_000
        expect(limits.waitFor(asking)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 30 },
    )
  })

  test('remembers so many callers and no more; who asked last is remembered longest', () => {
    const limits = openLimits(() => 0)
    for (let count = 0; count < 300; count += 1) limits.waitFor(one)
    expect(limits.waitFor(one)).toBeGreaterThan(0)
    for (let other = 0; other < mostRemembered - 1; other += 1) {
      limits.waitFor({ ...one, who: `other ${other}` })
    }
    expect(limits.waitFor(one)).toBeGreaterThan(0)
    for (let other = 0; other < mostRemembered; other += 1) {
      limits.waitFor({ ...one, who: `another ${other}` })
    }
    expect(limits.waitFor(one)).toBe(0)
  })
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test.each([
  [
    'no proxy is trusted',
    undefined,
    '198.51.100.7',
    { 'x-forwarded-for': '6.6.6.6' },
    '198.51.100.7',
  ],
  [
    'a proxy here that nobody trusts',
    undefined,
    '127.0.0.1',
    { 'x-forwarded-for': '6.6.6.6' },
    undefined,
  ],
  ['the same by IPv6', undefined, '::1', {}, undefined],
  ['the same as both', undefined, '::ffff:127.0.0.1', {}, undefined],
  [
    'the last of a list',
    'x-forwarded-for',
    '127.0.0.1',
    { 'x-forwarded-for': '6.6.6.6, 192.0.2.9' },
    '192.0.2.9',
  ],
  ['another header', 'x-real-ip', '127.0.0.1', { 'x-forwarded-for': '6.6.6.6' }, undefined],
  ['no address', 'x-real-ip', '127.0.0.1', { 'x-real-ip': '<script>' }, undefined],
] as const)('the address when %s', (_, trusted, connection, headers, address) => {
  const addresses = openAddresses(trusted)
  const request = new Request('http://localhost/', { headers })
  addresses.note(request, connection)
  expect(addresses.of(request)).toBe(address)
})

describe('a host that keeps limits', () => {
  const from = (address: string | null) => (address === null ? {} : { 'x-test-address': address })

  async function limitedSite() {
    const limits = openLimits(() => 0)
    const addressOf = (request: Request) => request.headers.get('x-test-address') ?? undefined
    return pagesForTests({ offer: { limits, addressOf } })
  }

  const asks = async (
    site: Awaited<ReturnType<typeof limitedSite>>,
    path: string,
    headers: Record<string, string>,
  ) => {
    const answer = await site.fetch(new Request(`http://localhost/b/relief${path}`, { headers }))
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  test('refuses a stranger with a page or a problem, and nobody else', async () => {
    const site = await limitedSite()
    const attacker = from('192.0.2.1')
    for (let count = 0; count < 300; count += 1) await asks(site, '/sign-in', attacker)
    const page = await asks(site, '/sign-in', { ...attacker, 'accept-language': 'zh-Hans' })
    expect(page.status).toBe(429)
    expect(page.headers.get('retry-after')).toBe('1')
    expect(page.text).toContain('短时间内的请求过多')
    const problem = await asks(site, '/api/v1/funds', attacker)
    expect(problem.headers.get('retry-after')).toBe('1')
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.parse(problem.text)).toMatchObject({
      code: 'limit.too_many_requests',
      values: { seconds: 1 },
    })
    // From the same address: whoever is signed in, whoever holds a token, whoever has been here before.
    expect((await asks(site, '/funds', { ...attacker, cookie: site.cookie() })).status).toBe(200)
    const token = { authorization: `Bearer ${secretOf('owner')}` }
    expect((await asks(site, '/api/v1/funds', { ...attacker, ...token })).status).toBe(200)
    for (const other of ['192.0.2.2', null]) {
      expect((await asks(site, '/sign-in', from(other))).status).toBe(200)
    }
    // A secret that is none is a stranger's.
    for (const cookie of [`${sessionCookie}=${'x'.repeat(43)}`, 'care_ledger_device=y']) {
      expect((await asks(site, '/sign-in', { ...attacker, cookie })).status).toBe(429)
    }
    const wrong = { authorization: `Bearer ${secretOf('nobody')}` }
    expect((await asks(site, '/api/v1/funds', { ...attacker, ...wrong })).status).toBe(429)
  })

  test('counts heavy work apart from the rest of a session, and each session for itself', async () => {
    const site = await limitedSite()
    const cookie = site.cookie()
    for (let count = 0; count < 120; count += 1) await asks(site, '/search?q=zz', { cookie })
    for (const heavy of ['/search?q=zz', '/contributions?as=csv', '/imports/journal']) {
      expect([heavy, (await asks(site, heavy, { cookie })).status]).toEqual([heavy, 429])
    }
    for (const light of ['/funds', '/tasks', '/tasks/1']) {
      expect((await asks(site, light, { cookie })).status).not.toBe(429)
    }
    const other = site.cookie({ role: 'auditor' })
    expect((await asks(site, '/search?q=zz', { cookie: other })).status).toBe(200)
  })

  test('says nothing to a machine that asks whether it is well', async () => {
    const site = await limitedSite()
    for (let count = 0; count < 310; count += 1) {
      const request = new Request('http://localhost/healthz', { headers: from('192.0.2.1') })
      expect((await site.fetch(request)).status).toBe(200)
    }
  })
})
