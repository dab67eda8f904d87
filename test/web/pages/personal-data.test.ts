/** Pages of people's data: sealed fields, reading them with a reason, consent, erasure, the auditor's lists. */
import { afterAll, describe, expect, it } from 'vitest'
import { register } from '../../../src/people/commands.ts'
import { give } from '../../../src/people/consent-commands.ts'
import { empty, seal } from '../../../src/people/sealed-commands.ts'
import { request } from '../../../src/privacy/erasure-commands.ts'
import { formIn, pagesForTests, type Reader } from './pages-for-tests.ts'

const site = await pagesForTests()
const { t, get, send } = site
afterAll(() => t.close())
const number = '11010519491231002X'
const evil = '<script>alert(1)</script>=cmd()😀'

async function sent(path: string, fields: Record<string, string>, reader: Reader = {}) {
  const { html } = await get(path, reader)
  return send(path, { ...formIn(html), ...fields }, reader)
}

const person = (name: string) => t.does(register, { kind: 'person', name }).output.party

describe('sealed fields on pages', () => {
  const party = person('李梅')
  const at = `/people/${party}`

  it('are entered, checked, shown shut and emptied; the page of the person leads there', async () => {
    expect((await get(at)).html).toContain(`${at}/data`)
    const entered = { field: 'identity_number', value: number, document: 'resident_id', bank: '' }
    const wrong = await sent(`${at}/sealed-fields/new`, { ...entered, value: `${number}1` })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain(`value="${number}1"`)
    const done = await sent(`${at}/sealed-fields/new`, entered)
    expect(done.location).toBe(`/b/relief${at}/data?done=seal`)
    const { html } = await get(`${at}/data?done=seal`)
    expect(html).toContain('····002X')
    expect(html).not.toContain(number)
    const shut = await get(`${at}/data`, { role: 'approver', readsNames: false })
    expect(shut.html).not.toContain('002X')
    await sent(`${at}/sealed-fields/new`, { ...entered, field: 'address', value: evil })
    const cleared = await sent(`${at}/sealed-fields/removal`, { field: 'address' })
    expect(cleared.location).toBe(`/b/relief${at}/data?done=clear`)
    expect(empty.name).toBe('parties.empty_field')
  })

  it.each(['', '0', '-1', '1'.repeat(600), evil])('refuse %o as a bank account', async (value) => {
    const fields = { field: 'bank_account', value, document: '', bank: '' }
    const { status, html } = await sent(`${at}/sealed-fields/new`, fields)
    expect(status).toBe(422)
    expect(html).not.toContain('<script>alert')
  })

  it('are read with a reason, which stays on record for the auditor and on the page', async () => {
    const path = `${at}/unsealings/new`
    const without = await sent(path, { fields: 'identity_number', reason: '' })
    expect(without.status).toBe(422)
    const asked = await sent(path, { fields: 'identity_number', reason: `核对 ${evil}` })
    const page = asked.location!.slice('/b/relief'.length)
    expect(page).toMatch(/^\/unsealings\/\d+$/)
    expect((await get(page)).html).toContain(number)
    const other = await get(page, { role: 'auditor' })
    expect(other.status).toBe(404)
    for (const list of ['/audit/unsealings', `${at}/data`]) {
      const { html } = await get(list, { role: 'auditor' })
      expect(html).toContain('核对 &lt;script&gt;')
      expect(html).not.toContain(number)
    }
    expect((await get(path, { role: 'approver' })).status).toBe(403)
  })

  it('the second asking of one form is the first again', async () => {
    const path = `${at}/unsealings/new`
    const { html } = await get(path)
    const fields = { ...formIn(html), fields: 'identity_number', reason: 'twice' }
    const [first, second] = [await send(path, fields), await send(path, fields)]
    expect(second.location).toBe(first.location)
  })
})

describe('consent on pages', () => {
  it('is recorded for one purpose and withdrawn', async () => {
    const party = person('王芳')
    const given = { purpose: 'photos', given_on: '2026-03-01', evidence: evil }
    const done = await sent(`/people/${party}/consents/new`, given)
    expect(done.location).toContain('done=consent')
    const { html } = await get(`/people/${party}/data`)
    expect(html).toContain('&lt;script&gt;')
    const [, consent] = /\/consents\/(\d+)\/withdrawal/.exec(html)!
    const late = { withdrawn_on: '2026-02-01', evidence: '' }
    expect((await sent(`/consents/${consent}/withdrawal`, late)).status).toBe(422)
    const ended = await sent(`/consents/${consent}/withdrawal`, { withdrawn_on: '', evidence: '' })
    expect(ended.location).toContain('done=withdrawal')
    expect((await get(`/people/${party}/data`)).html).not.toContain(`/consents/${consent}/`)
    expect(give.name).toBe('consents.give')
  })
})

describe('erasure on pages', () => {
  const party = person('张晓明')
  t.does(seal, { party, field: 'phone', value: '13800138000' })

  it('is asked by one, confirmed by another owner, and then every language says so', async () => {
    const asked = await sent(
      `/people/${party}/erasure`,
      { ground: 'asked_for' },
      { role: 'fund_administrator' },
    )
    expect(asked.location).toBe(`/b/relief/people/${party}/data?done=asked`)
    const list = await get('/audit/erasures')
    const [, path] = /href="\/b\/relief(\/erasures\/\d+\/confirmation)"/.exec(list.html)!
    const question = await get(path!)
    expect(question.html).toContain('张晓明')
    const check = await send(path!, formIn(question.html))
    expect(check.html).toContain('Erase for good')
    const done = await send(path!, { ...formIn(check.html), step: 'post' })
    expect(done.location).toBe(`/b/relief/people/${party}/data?done=erased`)
    const words = { en: 'erased', 'zh-Hans': '已删除', 'zh-Hant': '已刪除' } as const
    for (const [language, word] of Object.entries(words)) {
      for (const page of [
        `/people/${party}`,
        `/people/${party}/data`,
        '/audit/erasures',
        '/people',
      ]) {
        const { html, status } = await get(page, { language: language as keyof typeof words })
        expect(status).toBe(200)
        expect(html, `${page} ${language}`).toContain(word)
        expect(html).not.toContain('(erased)')
        expect(html).not.toContain('张晓明')
      }
    }
  })

  it('can be withdrawn, and is refused to who asked for it', async () => {
    const other = person('赵六')
    t.does(request, { party: other, ground: 'not_needed' })
    const { html } = await get('/audit/erasures')
    const [, path] = /href="\/b\/relief(\/erasures\/\d+)\/withdrawal"/.exec(html)!
    const done = await sent(`${path}/withdrawal`, {})
    expect(done.location).toBe(`/b/relief/people/${other}/data?done=back`)
    await sent(`/people/${other}/erasure`, { ground: 'asked_for' })
    const again = await get('/audit/erasures')
    const [, own] = /href="\/b\/relief(\/erasures\/\d+)\/confirmation"/.exec(again.html)!
    const refused = await sent(`${own}/confirmation`, {})
    expect(refused.status).toBe(409)
    expect((await get(`/people/${other}/erasure`, { role: 'auditor' })).status).toBe(403)
  })

  it('whose time is over is listed for the auditor', async () => {
    const { html, status } = await get('/audit/retention', { role: 'auditor' })
    expect(status).toBe(200)
    expect(html).toContain('Nobody is kept longer')
  })
})
