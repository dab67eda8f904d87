/** What the office does with applications: codes and sheets, documents, questions. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { register } from '../../../src/people/commands.ts'
import { pdfFile, pngFile } from '../../kit/documents.ts'
import { type Pages, pagesForTests } from './pages-for-tests.ts'

let site: Pages
let party: string
let id: number
const administrator = { role: 'fund_administrator' } as const
const approver = { role: 'approver' } as const

beforeAll(async () => {
  site = await pagesForTests()
  const { t } = site
  t.does(openProgramme, {
    programme: 'relief',
    name: 'Relief',
    fund: 'care',
    category: 'care_grants',
    help: 'one_off',
    workflow: 'standard',
  })
  party = t.does(register, { kind: 'person', name: 'Zhang Papers' }).output.party
  const given = { programme: 'relief', beneficiary: party, cause: 'illness', amount: '100.00' }
  id = t.does(submit, { ...given, file: {} }).output.case
})
afterAll(() => site.t.close())

test('a code is made and its sheet shown once, for whom it is', async () => {
  const form = { party, programme: '', until_on: '2026-04-20', key: 'k'.repeat(24) }
  const { status, html } = await site.send('/application-codes/new', form, administrator)
  expect(status).toBe(200)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(html)?.[0]
  expect(code).toBeDefined()
  expect(html).toContain('Zhang Papers')
  expect(html).toContain('/b/relief/apply')
  expect(html).toContain('<svg')
  const list = await site.get('/application-codes', administrator)
  expect(list.html).toContain('Not used yet')
  expect(list.html).not.toContain(code!)
  expect((await site.get('/application-codes', { role: 'auditor' })).status).toBe(403)
  const ended = await site.send('/application-codes/1/end', { key: 'e'.repeat(24) }, administrator)
  expect(ended.location).toContain('done=ended')
})

test('documents are added, downloaded as files, and verified by another hand', async () => {
  const form = new FormData()
  form.set('kind', 'bill')
  form.set('key', 'd'.repeat(24))
  form.set(
    'file',
    new File([pdfFile('(paid)') as Uint8Array<ArrayBuffer>], "Bill (of 'Zhang').pdf"),
  )
  const added = await site.upload(`/cases/${id}/documents/new`, form, administrator)
  expect(added.location).toContain('done=paper_added')
  const page = await site.get(`/cases/${id}?done=paper_added`, administrator)
  expect(page.html).toContain('The paper was added')
  expect(page.html).not.toContain('documents/1/amount')
  expect((await site.get(`/cases/${id}`, approver)).html).toContain('documents/1/amount')
  const file = await site.get(`/cases/${id}/documents/1`, approver)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''Bill%20%28of%20%27Zhang%27%29.pdf",
  )
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  expect(file.headers.get('content-type')).toBe('application/pdf')
  const nameless = { ...approver, readsNames: false }
  expect((await site.get(`/cases/${id}/documents/1`, nameless)).status).toBe(403)
  const fields = { amount: '88.00', key: 'v'.repeat(24) }
  const verified = await site.send(`/cases/${id}/documents/1/amount`, fields, approver)
  expect(verified.location).toBe(`/b/relief/cases/${id}#documents`)
  expect((await site.get(`/cases/${id}`, administrator)).html).toContain('88.00')
})

test('what is no document is refused in the form', async () => {
  const form = new FormData()
  form.set('kind', 'bill')
  form.set('file', new File([pngFile() as Uint8Array<ArrayBuffer>], '<script>.pdf'))
  const refused = await site.upload(`/cases/${id}/documents/new`, form, administrator)
  expect(refused.status).toBe(422)
  expect(refused.html).not.toContain('<script>.pdf')
  expect(refused.html).toContain('something else than its name says')
})

test('more is asked, and the answer recorded', async () => {
  const question = { question: 'Which hospital?', key: 'q'.repeat(24) }
  const asked = await site.send(`/cases/${id}/question`, question, approver)
  expect(asked.location).toContain('done=asked')
  expect((await site.get(`/cases/${id}`, administrator)).html).toContain('Record the answer')
  const answer = { answer: 'The one in town', key: 'a'.repeat(24) }
  const answered = await site.send(`/cases/${id}/answer`, answer, administrator)
  expect(answered.location).toContain('done=answered')
})
