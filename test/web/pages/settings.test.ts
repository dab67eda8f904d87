/** Pages of settings: the organisation's particulars, access tokens, the backup. */
import { describe, expect, it } from 'vitest'
import { formIn, pagesForTests } from './pages-for-tests.ts'

const pieces = ['SQLite format 3', ' and so on']

/** A host that makes copies, in pieces as they come from a disk. */
function copying() {
  const cancelled: unknown[] = []
  const body = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
      cancel: (reason) => void cancelled.push(reason),
    })
  return { cancelled, copy: async () => ({ bytes: pieces.join('').length, body: body() }) }
}

describe('the settings', () => {
  it('show whose book it is to every role; what changes them only to who may', async () => {
    const site = await pagesForTests({ offer: copying() })
    const owner = (await site.get('/settings')).html
    for (const path of ['/settings/organisation', '/settings/tokens/new', '/settings/sign-in']) {
      expect(owner).toContain(`href="/b/relief${path}"`)
    }
    expect(owner).toContain('action="/b/relief/backup"')
    expect(owner).toContain('Name for signing in')
    for (const role of ['pairing_coordinator', 'approver', 'auditor'] as const) {
      const { status, html } = await site.get('/settings', { role, readsNames: false })
      expect(status).toBe(200)
      expect(html).toContain('Riverside Mutual Aid')
      expect(html).not.toMatch(/settings\/organisation|tokens\/new|revocation|action="[^"]*backup"/)
      expect(html).not.toContain('Name for signing in')
    }
  })

  it('tell of a host that keeps copies by itself', async () => {
    const site = await pagesForTests()
    expect((await site.get('/settings')).html).toContain('Cloudflare')
    expect((await site.send('/backup', { key: 'k'.repeat(20) })).status).toBe(404)
  })

  it('take another name once it was checked, and refuse a name that is none with what was typed', async () => {
    const site = await pagesForTests()
    const path = '/settings/organisation'
    const { key } = formIn((await site.get(path)).html)
    const given = { key: key!, name: 'Riverside <b>Care</b>', time_zone: 'Asia/Tokyo' }
    const check = await site.send(path, given)
    expect(check.html).toContain('Riverside &lt;b&gt;Care&lt;/b&gt;')
    const done = await site.send(path, { ...given, step: 'post' })
    expect(done.location).toBe('/b/relief/settings?done=revised')
    expect((await site.send(path, { ...given, step: 'post' })).location).toBe(done.location)
    const wrong = await site.send(path, { ...given, key: 'k'.repeat(20), name: 'a\u0000b' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#field-name"')
    expect((await site.get(path, { role: 'auditor' })).status).toBe(403)
  })
})

describe('access tokens', () => {
  const given = { label: 'Bank import', role: 'auditor', days: '30' }

  it('show their secret once, open the interface in their role, and are revoked', async () => {
    const site = await pagesForTests()
    const { key } = formIn((await site.get('/settings/tokens/new')).html)
    const made = await site.send('/settings/tokens/new', { ...given, key: key! })
    expect(made.headers.get('cache-control')).toBe('no-store')
    const secret = /clt_[\w-]{43}/.exec(made.html)![0]
    const ask = () =>
      site.call('GET /organisation', { headers: { authorization: `Bearer ${secret}` } })
    expect((await ask()).status).toBe(200)
    const again = await site.send('/settings/tokens/new', { ...given, key: key! })
    expect([again.status, /clt_/.test(again.html)]).toEqual([409, false])
    const settings = await site.get('/settings')
    expect(settings.html).not.toContain(secret)
    const revoke = /tokens\/(\d+)\/revocation">Revoke/g
    const newest = [...settings.html.matchAll(revoke)].at(-1)![1]!
    const path = `/settings/tokens/${newest}/revocation`
    const form = await site.get(path)
    expect(form.html).toContain('Bank import')
    const gone = await site.send(path, { key: formIn(form.html).key! })
    expect(gone.location).toBe('/b/relief/settings?done=token_revoked#tokens')
    expect((await ask()).status).toBe(401)
    expect(site.log.some((line) => JSON.stringify(line).includes(secret))).toBe(false)
  })

  it.each([
    [{ label: '' }, 422, 'field-label'],
    [{ role: 'emperor' }, 422, 'field-role'],
    [{ days: '100000' }, 422, ''],
    [{ days: '' }, 422, 'field-days'],
  ])('refuse %j, with what was typed', async (wrong, status, field) => {
    const site = await pagesForTests()
    const sent = { ...given, key: 'k'.repeat(20), ...wrong }
    const answer = await site.send('/settings/tokens/new', sent)
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(field === '' ? 'notice-refusal' : `href="#${field}"`)
    expect(answer.html).not.toContain('clt_')
  })

  it('are made by owners alone, and from this site alone', async () => {
    const site = await pagesForTests()
    const sent = { ...given, key: 'k'.repeat(20) }
    const role = 'fund_administrator'
    expect((await site.send('/settings/tokens/new', sent, { role })).status).toBe(403)
    const foreign = new Request('http://localhost/b/relief/settings/tokens/new', {
      method: 'POST',
      headers: {
        origin: 'http://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(sent).toString(),
    })
    expect((await site.fetch(foreign)).status).toBe(403)
  })
})

describe('a copy of the book', () => {
  it('is sent as a file, and that it was taken stands in the trail and on the page', async () => {
    const site = await pagesForTests({ offer: copying() })
    expect((await site.get('/settings')).html).toContain('No copy has been taken here yet')
    const { html, headers } = await site.send('/backup', { key: 'k'.repeat(20) })
    expect(html).toBe(pieces.join(''))
    expect(headers.get('content-disposition')).toMatch(/filename="relief-\d{8}T\d{6}Z\.db"/)
    const { events } = (await site.json('GET /events?limit=1')).body as { events: object[] }
    expect(events[0]).toMatchObject({ command: 'backups.take', subject: 'backup/relief' })
    const { html: settings } = await site.get('/settings')
    expect(settings).toContain('Reader owner-true')
    expect(settings).not.toContain('No copy has been taken here yet')
  })

  it('backup.holds_names: is for owners and auditors who may read names', async () => {
    const site = await pagesForTests({ offer: copying() })
    const seen: string[] = []
    let key = 0
    for (const role of ['owner', 'auditor', 'fund_administrator', 'approver'] as const) {
      for (const readsNames of [true, false]) {
        key += 1
        const fields = { key: `backup-key-${key}-0000` }
        const { status } = await site.send('/backup', fields, { role, readsNames })
        seen.push(`${role} ${readsNames} ${status}`)
      }
    }
    expect(seen).toEqual([
      'owner true 200',
      'owner false 403',
      'auditor true 200',
      'auditor false 403',
      'fund_administrator true 403',
      'fund_administrator false 403',
      'approver true 403',
      'approver false 403',
    ])
  })

  it('is not given by a link alone', async () => {
    const site = await pagesForTests({ offer: copying() })
    expect((await site.get('/backup')).status).not.toBe(200)
  })
})
