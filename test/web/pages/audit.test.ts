/** Pages of the audit trail: events, one event, checkpoints that are held against the book later. */
import { describe, expect, it } from 'vitest'
import { changePolicy } from '../../../src/funds/funds.ts'
import { unhex } from '../../../src/kit/digest.ts'
import { verifyJws } from '../../../src/statements/signer.ts'
import { pagesForTests } from './pages-for-tests.ts'

const auditor = { role: 'auditor', readsNames: false } as const

describe('the events', () => {
  it('are told in words, with who and on what as links, and masked names for who may not read them', async () => {
    const site = await pagesForTests()
    const { status, html } = await site.get('/audit', auditor)
    expect(status).toBe(200)
    expect(html).toContain('recorded a contribution')
    expect(html).toContain('href="/b/relief/contributions/1"')
    expect(html).toContain('href="/b/relief/funds/care"')
    expect(html).not.toContain('Xiaoming')
  })

  it('are filtered by act, actor, subject and days; the filter stays in its form', async () => {
    const site = await pagesForTests()
    const rows = async (query: string) => {
      const { html, status } = await site.get(`/audit?${query}`)
      expect(status).toBe(200)
      return [...html.matchAll(/\/audit\/events\/(\d+)/g)].length
    }
    expect(await rows('command=funds.open')).toBe(1)
    expect(await rows('subject=contribution%2F1')).toBe(1)
    expect(await rows('actor=user:999')).toBe(0)
    expect(await rows('to=2020-01-01')).toBe(0)
    const { html } = await site.get('/audit?subject=%3Cscript%3E&from=yesterday')
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('value="yesterday"')
    expect(html).toContain('notice-refusal')
  })

  it('page by keys in both directions', async () => {
    const site = await pagesForTests()
    for (let round = 0; round < 60; round += 1) {
      site.t.does(changePolicy, { fund: 'care', policy: { payout_categories: null } })
    }
    const first = await site.get('/audit')
    const older = /rel="next" href="([^"]+)"/.exec(first.html)![1]!.replaceAll('&amp;', '&')
    const second = await site.get(older.replace('/b/relief', ''))
    expect(second.status).toBe(200)
    expect(second.html).toContain('rel="prev"')
    expect(second.html).toContain('set up the organisation')
  })

  it('are for owners, fund administrators and auditors', async () => {
    const site = await pagesForTests()
    const seen: string[] = []
    for (const role of [
      'owner',
      'fund_administrator',
      'approver',
      'pairing_coordinator',
      'auditor',
    ] as const) {
      seen.push(`${role} ${(await site.get('/audit', { role })).status}`)
    }
    expect(seen).toEqual([
      'owner 200',
      'fund_administrator 200',
      'approver 403',
      'pairing_coordinator 403',
      'auditor 200',
    ])
  })
})

describe('an event', () => {
  it('shows what it wrote and the hashes on both sides of it', async () => {
    const site = await pagesForTests()
    const { html } = await site.get('/audit/events/3', auditor)
    const { body } = await site.json('GET /events/3')
    for (const hash of [body.hash, body.previous_hash, body.rows_digest]) {
      expect(html).toContain(String(hash))
    }
    expect(html).toContain('<code>contribution</code>')
    expect(html).toContain('href="/b/relief/audit/events/2"')
    expect((await site.get('/audit/events/99999')).status).toBe(404)
    expect((await site.get('/audit/events/0')).status).toBe(422)
  })
})

describe('a checkpoint', () => {
  it('is a file signed by the book, and its root is found again by the number of its events', async () => {
    const site = await pagesForTests()
    await site.get('/audit/checks')
    const { html, headers } = await site.get('/audit/checkpoint.json')
    expect(headers.get('content-disposition')).toMatch(/checkpoint-relief-\d+\.json/)
    const { checkpoint, signature, key } = JSON.parse(html)
    expect(await verifyJws(signature, key)).toEqual({ valid: true, payload: checkpoint })
    expect(unhex(checkpoint.root)).toHaveLength(32)
    site.t.does(changePolicy, { fund: 'care', policy: { payout_categories: null } })
    const later = await site.get(`/audit/checks?size=${checkpoint.tree_size}`)
    expect(later.html.replaceAll(/<br\/>| /g, '')).toContain(checkpoint.root)
    const { body } = await site.json(`GET /checkpoints/${checkpoint.tree_size}`)
    expect(body).toEqual(checkpoint)
  })

  it('is printed with its digest in groups of four and lines to sign', async () => {
    const site = await pagesForTests()
    const { html } = await site.get('/audit/checkpoint', auditor)
    expect(html).toMatch(
      /(?:[0-9a-f]{4} ){7}[0-9a-f]{4}<br\/>(?:[0-9a-f]{4} ){7}[0-9a-f]{4}<\/code>/,
    )
    expect(html).toContain('signature-lines')
  })

  it.each(['0', '-1', '99999999', '1e3', '<script>alert(1)</script>', '=cmd()'])(
    'of %j events is refused with what was typed',
    async (size) => {
      const site = await pagesForTests()
      const { html, status } = await site.get(`/audit/checks?size=${encodeURIComponent(size)}`)
      expect(status).toBe(200)
      expect(html).toContain('notice-refusal')
      expect(html).not.toContain('<script>alert')
    },
  )
})

describe('verification', () => {
  it('is begun by a button, and its result stands on the page', async () => {
    const site = await pagesForTests()
    const page = await site.get('/audit/checks')
    const key = /name="key" value="([^"]+)"/.exec(page.html)![1]!
    const begun = await site.send('/tasks/verify', { key })
    expect(begun.location).toBe('/b/relief/tasks/1')
    await expect
      .poll(async () => (await site.get('/audit/checks')).html)
      .toContain('href="/b/relief/tasks/1"')
  })

  it('is not offered to who may not begin it, and the page is theirs all the same', async () => {
    const site = await pagesForTests()
    const { html, status } = await site.get('/audit/checks', { role: 'approver' })
    expect(status).toBe(200)
    expect(html).not.toContain('/tasks/verify')
  })
})
