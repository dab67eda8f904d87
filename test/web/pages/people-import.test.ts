/** Importing people by pages: the template, the check, the decisions, the result; and possible duplicates. */
import { expect, test } from 'vitest'
import { readPeople, sheetRow } from '../../../src/exchange/people-sheet.ts'
import { register } from '../../../src/people/commands.ts'
import { formIn, type Pages, pagesForTests } from './pages-for-tests.ts'

async function endOf(site: Pages, location: string | null): Promise<string> {
  const path = location!.replace('/b/relief', '')
  for (let tries = 0; tries < 1_000; tries += 1) {
    const { html } = await site.get(path)
    if (!html.includes('data-task-events')) return html
    await new Promise((go) => setTimeout(go, 2))
  }
  throw new Error(`${location} does not end.`)
}

async function uploaded(site: Pages, path: string, csv: string, more: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  form.set('people', new File([csv], 'people.csv', { type: 'text/csv' }))
  return site.upload(path, form)
}

const limits = { fileBytes: 1e6, unpackedBytes: 1e6 }

test('the template comes in the reader’s language, as a workbook and as CSV', async () => {
  const site = await pagesForTests()
  const { html } = await site.get('/imports/people', { language: 'zh-Hant' })
  expect(html).toContain('href="/b/relief/imports/people/template.xlsx"')
  expect(html).toContain('匯入人員')
  const csv = await site.get('/imports/people/template.csv', { language: 'zh-Hant' })
  expect(csv.headers.get('content-disposition')).toContain('people.csv')
  expect(csv.html).toContain('姓名或名稱')
  for (const path of ['/imports/people', '/imports/people/template.csv']) {
    expect((await site.get(path, { role: 'auditor' })).status).toBe(403)
  }
})

test('a file is checked, decided on, imported; its result is corrected and sent again', async () => {
  const site = await pagesForTests()
  site.t.does(register, { kind: 'vendor', name: '阳光药店' })
  const csv =
    'Kind,Name,Home unit code\nvendor,陽光藥店,\nperson,<script>alert(1)</script>,\nperson,,x\n'
  const sent = await uploaded(site, '/imports/people', csv, { region: 'CN' })
  expect(sent.status).toBe(303)
  const page = await endOf(site, sent.location)
  expect(page).toContain('the same name')
  expect(page).toContain('Name: is missing')
  expect(page).not.toContain('<script>alert')
  const action = /action="\/b\/relief(\/tasks\/\d+\/people)"/.exec(page)![1]!
  const kept = { ...formIn(page), 'row-2': 'skip', likely: 'same', possible: 'skip' }
  const [one, two] = [await site.send(action, kept), await site.send(action, kept)]
  expect(two.location).toBe(one.location)
  const taken = await endOf(site, one.location)
  for (const words of ['Added', 'Left out', 'Not taken', 'Name: is missing']) {
    expect(taken).toContain(words)
  }
  const result = await site.get(`${one.location!.replace('/b/relief', '')}/result`)
  expect(result.headers.get('content-disposition')).toMatch(/people-\d+-result\.csv/)
  expect(result.html).toMatch(/<script>alert\(1\)<\/script>,,added P-\d{6}/)
  const again = await uploaded(
    site,
    '/imports/people',
    result.html.replace('person,,x', 'person,Ana,'),
  )
  const second = await endOf(site, again.location)
  expect(second).toMatch(/Taken before[\s\S]*?1/)
  const sheet = await readPeople(new TextEncoder().encode(result.html), limits)
  expect(sheetRow(sheet, 1)!.done).toMatch(/^P-/)
})

test('what no file of people is, is told beside the question', async () => {
  const site = await pagesForTests()
  const none = await site.upload('/imports/people', new FormData())
  expect(none.status).toBe(422)
  expect(none.html).toContain('Choose a file.')
  const wrong = await endOf(site, (await uploaded(site, '/imports/people', 'a,b\n1,2\n')).location)
  expect(wrong).toContain('No column is called')
  const other = await uploaded(site, '/tasks/1/result', 'x')
  expect(other.status).toBe(409)
})

test('possible duplicates: reasons, merging, telling apart, and the way from the merged reference', async () => {
  const site = await pagesForTests()
  const [one, two, three] = ['光明粮店', '光明糧店', '光明粮店'].map(
    (name) => site.t.does(register, { kind: 'vendor', name }).output.party,
  )
  const { html } = await site.get('/people/duplicates')
  expect(html).toContain(`/people/${one}/merge?merged=${two}`)
  expect((await site.get('/people')).html).toContain('href="/b/relief/people/duplicates"')
  const form = await site.get(`/people/${one}/merge?merged=${two}`)
  const fields = { ...formIn(form.html), merged: two!, reason: '同一营业执照' }
  const check = await site.send(`/people/${one}/merge`, fields)
  expect(check.html).toContain('同一营业执照')
  const done = await site.send(`/people/${one}/merge`, { ...fields, step: 'post' })
  expect(done.location).toBe(`/b/relief/people/${one}?done=merge`)
  const page = await site.get(`/people/${one}`)
  expect(page.html).toContain('同一营业执照')
  expect(page.html).toContain(`/people/${two}/unmerge`)
  const led = await site.get(`/people/${two}`)
  expect(led.location).toBe(`/b/relief/people/${one}?merged=${two}`)
  expect((await site.get(`/people/${one}?merged=${two}`)).html).toContain(
    `${two} stands merged in this record`,
  )
  const apart = await site.get(`/people/${one}/apart?other=${three}`)
  await site.send(`/people/${one}/apart`, { ...formIn(apart.html), other: three! })
  expect((await site.get(`/people/${one}`)).html).not.toContain(`/apart?other=${three}`)
  const back = await site.get(`/people/${two}/unmerge`)
  await site.send(`/people/${two}/unmerge`, { ...formIn(back.html), reason: 'x', step: 'post' })
  expect((await site.get(`/people/${two}`)).status).toBe(200)
  const auditor = await site.get(`/people/${one}`, { role: 'auditor', readsNames: false })
  expect(auditor.html).not.toContain('/merge?')
  expect((await site.get('/people/duplicates', { role: 'auditor' })).status).toBe(403)
})

test('who adds a name that is there is told so, and adds it all the same', async () => {
  const site = await pagesForTests()
  const party = site.t.does(register, { kind: 'person', name: '关爱华' }).output.party
  const form = formIn((await site.get('/people/new')).html)
  const other = await site.send('/people/new', { ...form, kind: 'person', name: '王小波' })
  expect(other.status).toBe(303)
  const typed = { ...formIn((await site.get('/people/new')).html), kind: 'person', name: '關愛華' }
  const told = await site.send('/people/new', typed)
  expect(told.html).toContain('There is already somebody like this')
  expect(told.html).toContain(`/people/${party}`)
  const added = await site.send('/people/new', { ...typed, step: 'post' })
  expect(added.location).toMatch(/done=register$/)
  expect((await site.get(added.location!.replace('/b/relief', ''))).html).toContain('關愛華')
})
