/** Every route of the app, asked by a stranger, a reader and a token: each answer carries the whole set. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createStrangersApp } from '../../src/app.ts'
import { silent } from '../journeys/fixed.ts'
import { type Pages, pagesForTests } from './pages/pages-for-tests.ts'
import { addressesOf } from './routes.ts'
import { secretOf } from './site.ts'

const wanted: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*microphone=\(\).*publickey-credentials-get=\(self\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'content-security-policy': /default-src '(?:self|none)'.*frame-ancestors '(?:none|self)'/,
  'cache-control': /^(?:no-store|private, no-cache|no-cache)$/,
}

/** What an answer lacks, or says too freely. */
function lacking(headers: Headers): string[] {
  const found = Object.entries(wanted).flatMap(([name, pattern]) =>
    pattern.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name)}`],
  )
  const policy = headers.get('content-security-policy') ?? ''
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "'none'"
  if (/unsafe|\*|http|data:/.test(scripts)) found.push(`scripts from ${scripts}`)
  if (/unsafe-inline/.test(policy) && !/sandbox/.test(policy)) found.push(`inline: ${policy}`)
  return found
}

let site: Pages
beforeAll(async () => {
  site = await pagesForTests()
})

const askers = ['stranger', 'reader', 'token'] as const

describe('what every answer tells the browser about itself', () => {
  test.each(askers)('asked by a %s', async (asker) => {
    // Whoever signs out is a stranger to all that comes after.
    const addresses = addressesOf(site.routes()).filter(({ path }) => !path.endsWith('/sign-out'))
    const faults: string[] = []
    const kinds = new Set<string>()
    for (const { method, path } of addresses) {
      const headers = new Headers({ origin: 'http://localhost' })
      if (asker === 'reader') headers.set('cookie', site.cookie())
      if (asker === 'token') headers.set('authorization', `Bearer ${secretOf('reader')}`)
      if (method === 'POST') headers.set('content-type', 'application/x-www-form-urlencoded')
      const body = method === 'POST' ? 'key=x' : null
      const request = new Request(`http://localhost${path}`, { method, headers, body })
      const answer = await site.fetch(request)
      await answer.body?.cancel()
      kinds.add(`${answer.status} ${answer.headers.get('content-type')?.split(';')[0]}`)
      for (const fault of lacking(answer.headers))
        faults.push(`${method} ${path} ${answer.status} ${fault}`)
      if (answer.headers.has('strict-transport-security')) faults.push(`${path} over http: HSTS`)
    }
    expect(faults).toEqual([])
    expect(kinds.size).toBeGreaterThan(3)
  })

  test('where there is no book, for what is no route, for a method that is none, and over https', async () => {
    const offer = {
      health: () => ({ books: [], free_disk_bytes: null }),
      log: silent,
      now: Date.now,
    }
    const nowhere = createStrangersApp(offer, (bytes) => new Uint8Array(bytes))
    const asked = [
      ...addressesOf(nowhere.routes),
      { method: 'GET', path: '/nowhere' },
      { method: 'PUT', path: '/b/relief/api/v1/funds' },
      { method: 'DELETE', path: '/b/relief' },
      { method: 'GET', path: '/b/relief/../x%00' },
    ]
    const faults: string[] = []
    for (const { method, path } of asked) {
      for (const app of [site, nowhere]) {
        const headers = { 'x-forwarded-proto': 'https', origin: 'https://localhost' }
        const answer = await app.fetch(new Request(`http://localhost${path}`, { method, headers }))
        await answer.body?.cancel()
        const found = lacking(answer.headers)
        if (answer.status >= 500) found.push('is an incident')
        if (!answer.headers.get('strict-transport-security')?.startsWith('max-age=31536000')) {
          found.push('no HSTS')
        }
        for (const fault of found) faults.push(`${method} ${path} ${answer.status} ${fault}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('a paper as HTML runs nothing and counts as nobody’s origin', async () => {
    const path = '/funds/care/statement-preview.html?from=2026-01-01&to=2026-03-31'
    const { status, headers, html } = await site.get(path)
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/)
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i)
  })
})
