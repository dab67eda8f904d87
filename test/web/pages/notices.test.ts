/** Public notices: the pages that anybody reads, hostile input to them, and the register inside the office. */
import { afterEach, describe, expect, it } from 'vitest'
import { put } from '../../../src/access/policies.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { putUp } from '../../../src/hardship/notices/putting-up.ts'
import { takeDown } from '../../../src/hardship/notices/taking-down.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { register } from '../../../src/people/commands.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { putWorkflow } from '../../hardship/hardship-for-tests.ts'
import { said } from '../../hardship/notices/notice-scene.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

const names = ['张小明', '欧阳娜娜', 'Maria Lopez', '王小宝']
const illness = '尿毒症 透析'

let site: Pages
afterEach(() => site.t.close())

/** Four people on a notice that is up; the last of them is a child. */
async function noticeUp(): Promise<Pages> {
  site = await pagesForTests()
  const { t } = site
  putWorkflow(t, [{ kind: 'notice', level: 'unit' }, { kind: 'approve' }, { kind: 'pay' }])
  const stages = [{ level: 'unit', days: 5, counted_in: 'working_days' }]
  t.does(put, { kind: 'notice', body: { stages } })
  t.does(openProgramme, {
    ...{ programme: 'relief', name: '春节慰问', fund: 'care', category: 'care_grants' },
    ...{ help: 'one_off', workflow: 'standard' },
  })
  const cases = names.map((name) => {
    const { party } = t.does(register, { kind: 'person', name }).output
    if (name === '王小宝') {
      t.does(seal, { party, field: 'birth_date', value: '2018-05-01' })
    }
    const file = { grade: 'special', facts: { people: 1, income_year: '0' } } as const
    const given = { programme: 'relief', beneficiary: party, cause: 'illness', amount: '100' }
    return t.does(submit, { ...given, cause_text: illness, file }).output.case
  })
  t.does(putUp, { ...said, cases })
  return site
}

async function stranger(path: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/b/relief${path}`, { headers })
  const answer = await site.fetch(request)
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

async function objects(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request('http://localhost/b/relief/notices/1/objection', {
    method: 'POST',
    headers: {
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  })
  const answer = await site.fetch(request)
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    html: await answer.text(),
  }
}

const objection = { serial: '1', form: 'confidential', from: '', text: '他家有两套房' }

describe('[A7] the public page', () => {
  it('says nothing of a book that never put up a notice', async () => {
    site = await pagesForTests()
    for (const path of ['/notices', '/notices/1']) {
      const { status, headers } = await stranger(path)
      expect([status, headers.get('location')]).toEqual([
        303,
        `/b/relief/sign-in?next=${encodeURIComponent(`/b/relief${path}`)}`,
      ])
    }
  })

  it('shows masked names, never a full one, a number or an illness; and is kept by nobody', async () => {
    await noticeUp()
    const list = await stranger('/notices')
    expect([list.status, list.html.includes('Proposed help')]).toEqual([200, true])
    for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
      const { html, headers } = await stranger('/notices/1', { cookie: `language=${language}` })
      for (const shown of ['张*明', '欧阳**', 'M. L.', '100.00', said.phone, '春节慰问']) {
        expect(html).toContain(shown)
      }
      for (const kept of [...names, illness, '王*宝', 'C-0000', 'P-0000']) {
        expect(html, `${language} ${kept}`).not.toContain(kept)
      }
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toContain('noindex')
    }
  })

  it('after its last day tells that it was, with its digest, and no names', async () => {
    const { t } = await noticeUp()
    t.at('2026-04-07T16:00:00Z')
    const digest = t.book.store.first('select digest from notice', [])!.digest as string
    for (const down of [false, true]) {
      if (down) t.does(takeDown, { notice: 1 })
      const { status, html } = await stranger('/notices/1')
      expect(status).toBe(410)
      expect(html).toContain(digest)
      for (const gone of ['张*明', 'M. L.', '春节慰问']) expect(html).not.toContain(gone)
    }
    expect((await stranger('/notices')).html).toContain('No notice is up today')
    expect((await objects(objection)).status).toBe(410)
    for (const path of ['/notices/2', '/notices/999999999999999']) {
      expect((await stranger(path)).status).toBe(404)
    }
  })
})

describe('[A6] the form by which anybody objects', () => {
  it('takes an objection once, however often it is sent', async () => {
    const { t } = await noticeUp()
    const { key } = formIn((await stranger('/notices/1')).html)
    for (let sent = 0; sent < 2; sent += 1) {
      const { status, location } = await objects({ ...objection, key: key! })
      expect([status, location]).toEqual([303, '/b/relief/notices/1?done=sent'])
    }
    expect(t.book.store.all('select id from objection', [])).toHaveLength(1)
    expect((await stranger('/notices/1?done=sent')).html).toContain('has arrived')
    expect(t.book.store.first('select actor from objection', [])!.actor).toBe('public')
  })

  it('is taken from our own pages alone', async () => {
    const { t } = await noticeUp()
    for (const origin of ['https://evil.example', 'null']) {
      expect((await objects(objection, { origin })).status).toBe(403)
    }
    expect(t.book.store.all('select id from objection', [])).toEqual([])
  })

  it('keeps what was typed when something is missing, and says where', async () => {
    await noticeUp()
    const { status, html } = await objects({
      serial: '',
      form: 'named',
      from: '',
      text: 'Two <b>houses',
    })
    expect(status).toBe(422)
    expect(html).toContain('href="#field-serial"')
    expect(html).toContain('Two &lt;b&gt;houses')
    const unnamed = await objects({ ...objection, form: 'named' })
    expect(unnamed.html).toContain('href="#field-from"')
  })

  it.each([
    ['a script', { text: '<script>alert(1)</script>' }, 303],
    ['a formula', { text: '=cmd|calc', from: '=1+1' }, 303],
    ['a number that is none', { serial: '1e3' }, 422],
    ['a number below', { serial: '-1' }, 422],
    ['a number beyond', { serial: '9999' }, 422],
    ['many numbers', { serial: '1 or 1=1' }, 422],
    ['another form', { form: 'anonymous' }, 422],
    ['a text too long', { text: 'x'.repeat(4_001) }, 422],
    ['nothing but space', { text: '  \n ' }, 422],
    ['a control character', { text: 'a\u0000b' }, 422],
    ['a field that is none', { notice: '2', actor: 'user:1', received_on: '2020-01-01' }, 303],
  ])('takes %s for what it is', async (_, given, status) => {
    const { t } = await noticeUp()
    expect((await objects({ ...objection, ...(given as Record<string, string>) })).status).toBe(
      status,
    )
    const page = await site.get('/objections/1', { role: 'approver' })
    expect(page.status).toBe(status === 303 ? 200 : 404)
    expect(page.html).not.toContain('<script>alert')
    expect(t.book.store.all('select notice_id from objection', [])).toEqual(
      status === 303 ? [{ notice_id: 1 }] : [],
    )
  })

  it('a form that is no form, and one too large, are refused', async () => {
    await noticeUp()
    expect((await objects({ ...objection, text: 'x'.repeat(70_000) })).status).toBe(413)
    const type = { 'content-type': 'application/json' }
    expect((await objects(objection, type)).status).toBe(415)
  })
})

describe('the register', () => {
  const administrator = { role: 'fund_administrator' } as const
  const member = { role: 'committee_member' } as const

  async function done(path: string, fields: Record<string, string>, reader: object) {
    const { key } = formIn((await site.get(path, reader)).html)
    return site.send(path, { ...fields, key: key!, step: 'post' }, reader)
  }

  it('leads from the objection to its decision, and the notice to its end', async () => {
    const { t } = await noticeUp()
    await objects({ ...objection, from: '孙丽' })
    expect((await site.get('/notices/register', administrator)).html).toContain('one objection')
    const found = await site.get('/search?q=1', administrator)
    for (const path of ['/notices/register/1', '/objections/1']) expect(found.html).toContain(path)
    const one = await site.get('/notices/register/1', administrator)
    expect(one.html).toContain('/objections/1')
    expect(one.html).not.toContain('/notices/register/1/taking-down')
    const seen = await site.get('/objections/1', administrator)
    expect(seen.html).toContain('Kept in confidence')
    for (const kept of ['孙丽', objection.text]) expect(seen.html).not.toContain(kept)
    const decides = await site.get('/objections/1', member)
    expect(decides.html).toContain(objection.text)
    expect(decides.html).not.toContain('孙丽')
    expect((await done('/objections/1/sender', {}, member)).location).toBe('/b/relief/objections/1')
    expect((await site.get('/objections/1', member)).html).toContain('孙丽')
    expect((await site.get('/objections/1', { role: 'auditor' })).html).not.toContain('孙丽')
    const decision = { outcome: 'upheld', reason: 'Rule 4' }
    expect((await done('/objections/1/decision', decision, member)).location).toBe(
      '/b/relief/objections/1?done=decided',
    )
    t.at('2026-04-08T02:00:00Z')
    // The sessions of last week are over.
    const later = { role: 'fund_administrator', readsNames: false } as const
    expect((await site.get('', later)).html).toContain('is to be taken down')
    expect((await done('/notices/register/1/taking-down', {}, later)).location).toBe(
      '/b/relief/notices/register/1?done=down',
    )
    const ended = await site.get('/cases/1', { ...later, language: 'zh-Hans' })
    expect(ended.html).toContain('公示 1')
    expect(ended.html).toContain('成立')
  })

  it('puts cases up from a form that begins with what the last notice said', async () => {
    await noticeUp()
    const void1 = await done('/notices/register/1/voiding', { reason: 'Wrong' }, administrator)
    expect(void1.status).toBe(303)
    const form = await site.get('/notices/register/new?numbers=1', administrator)
    expect(form.html).toContain(said.address)
    const fields = { ...said, numbers: 'C-000001, 2' }
    const asked = await site.send(
      '/notices/register/new',
      { ...fields, key: formIn(form.html).key! },
      administrator,
    )
    expect(asked.html).toContain('2 cases')
    const sent = await done('/notices/register/new', fields, administrator)
    expect(sent.location).toBe('/b/relief/notices/register/2?done=up')
    const wrong = await done('/notices/register/new', { ...said, numbers: 'x' }, administrator)
    expect(wrong.status).toBe(422)
  })

  it('a grievance is recorded on the page of its case and decided by who had no part in it', async () => {
    await noticeUp()
    expect((await site.get('/cases/2', administrator)).html).toContain('/cases/2/grievances/new')
    const fields = { kind: 'grievance', from: 'Wu', text: 'Nobody came', received_on: '2026-03-31' }
    const filed = await done('/cases/2/grievances/new', fields, administrator)
    expect(filed.location).toBe('/b/relief/grievances/1?done=filed')
    expect((await site.get('/grievances', administrator)).html).toContain('Grievance 1')
    const decided = await done(
      '/grievances/1/decision',
      { outcome: 'dismissed', reason: 'We did' },
      member,
    )
    expect(decided.location).toBe('/b/relief/grievances/1?done=decided')
  })
})
