/** Pages of batches: prepared, released by another, paid line by line, sent again, closed; files and slips. */
import { expect, it } from 'vitest'
import { receive } from '../../../src/funds/contributions.ts'
import { submit } from '../../../src/hardship/cases/commands.ts'
import { open as openProgramme } from '../../../src/hardship/programmes/commands.ts'
import { sha256Hex } from '../../../src/kit/digest.ts'
import { register } from '../../../src/people/commands.ts'
import { seal } from '../../../src/people/sealed-commands.ts'
import { award } from '../../hardship/batches/awarding.ts'
import { cardNumber } from '../../hardship/batches/scene.ts'
import { pdfFile } from '../../kit/documents.ts'
import { formIn, type Pages, pagesForTests, type Reader } from './pages-for-tests.ts'

const maker: Reader = { role: 'fund_administrator' }
const releaser: Reader = { role: 'owner' }

/** Awards a case of 100.00 to each of some people, who have accounts; in cash for none of them unless said. */
async function site(names: readonly string[], form: 'bank' | 'cash' = 'bank'): Promise<Pages> {
  const pages = await pagesForTests()
  const { t } = pages
  const said = { category: 'care_grants', help: 'visit', workflow: 'standard' } as const
  t.does(openProgramme, { programme: 'visits', name: 'Visits', fund: 'care', ...said })
  const file = { certified: true, grade: 'general', facts: {} } as const
  const cases = names.map((name, at) => {
    const { party } = t.does(register, { kind: 'person', name }).output
    t.does(seal, { party, field: 'bank_account', value: cardNumber(at + 1) })
    const asked = { programme: 'visits', cause: 'poverty', amount: '100.00', form, file } as const
    return t.does(submit, { ...asked, beneficiary: party }, { actor: 'test:enterer' }).output.case
  })
  t.does(award, { cases }, { actor: 'test:approver' })
  return pages
}

/** Fills in a form, checks it and does it; answers where it leads. */
async function fill(pages: Pages, path: string, fields: Record<string, string>, who: Reader) {
  const asked = formIn((await pages.get(path, who)).html)
  const check = await pages.send(path, { ...fields, key: asked.key! }, who)
  expect(check.status, check.html.slice(0, 300)).toBe(200)
  const done = await pages.send(path, { ...formIn(check.html), step: 'post' }, who)
  return { check: check.html, location: done.location }
}

it('a batch goes from what is payable to its close, and what was rejected is sent again', async () => {
  const pages = await site(['<script>Ann', '=cmd()', 'Zoë'])
  const empty = await pages.get('/batches', maker)
  expect(empty.html).toContain('No batch yet')
  const form = await pages.get('/batches/new', maker)
  expect(form.html).toContain('300.00')
  const input = { fund: 'care', form: 'bank', name: 'Spring <b>' }
  const made = await fill(pages, '/batches/new', input, maker)
  expect(made.check).toContain('three hundred yuan')
  expect(made.check).toContain('The payee was never paid before')
  expect(made.location).toMatch(/\/batches\/B-2026-0001\?done=prepare$/)
  const batch = '/batches/B-2026-0001'
  const own = await pages.get(batch, maker)
  expect(own.html).toContain('You do not release this batch')
  expect(own.html).toContain('Spring &lt;b&gt;')
  expect(own.html).not.toContain('<script>Ann')
  const released = await fill(pages, `${batch}/release`, {}, releaser)
  expect(released.check).toContain('300.00')
  expect(released.location).toMatch(/done=release$/)
  const first = `${batch}/lines/1/result`
  await fill(pages, first, { outcome: 'paid' }, maker)
  const twice = await pages.send(
    first,
    { ...formIn((await pages.get(first, maker)).html), outcome: 'paid' },
    maker,
  )
  expect([twice.status, /has a result/.test(twice.html)]).toEqual([409, true])
  await fill(
    pages,
    `${batch}/lines/2/result`,
    { outcome: 'rejected', cause: 'name_differs' },
    maker,
  )
  await fill(pages, `${batch}/lines/3/result`, { outcome: 'paid' }, maker)
  await fill(pages, `${batch}/lines/3/bounce`, { cause: 'account_closed' }, maker)
  const page = await pages.get(batch, maker)
  expect(page.html).toContain('The name differs')
  expect(page.html).toContain('The account is closed')
  expect(page.html).toContain('again_of=B-2026-0001')
  expect((await pages.get(`${batch}?lines=rejected`, maker)).html).toContain('P-00000')
  const closed = await fill(pages, `${batch}/close`, {}, maker)
  expect(closed.location).toMatch(/done=close$/)
  const again = await fill(
    pages,
    '/batches/new',
    { fund: 'care', form: 'bank', name: 'Again', again_of: 'B-2026-0001' },
    maker,
  )
  expect(again.location).toMatch(/B-2026-0002/)
  expect((await pages.get('/batches?state=prepared', maker)).html).toContain('B-2026-0002')
  const dropped = await fill(pages, '/batches/B-2026-0002/drop', { reason: 'Later' }, maker)
  expect(dropped.location).toMatch(/done=drop$/)
  expect((await pages.get('/payouts/1', maker)).html).toContain('Line 1 of B-2026-0001')
  const masked = await pages.get(batch, { role: 'auditor', readsNames: false })
  expect([masked.status, masked.html.includes('Zoë')]).toEqual([200, false])
  expect(masked.html).not.toContain('/bank-file')
  expect((await pages.get(batch, { role: 'member' })).status).toBe(403)
})

it('cash is signed for with the scan of a slip, of which the digest is kept', async () => {
  const pages = await site(['Ann'], 'cash')
  const { t } = pages
  await fill(pages, '/batches/new', { fund: 'care', form: 'cash', name: 'Visits' }, maker)
  const batch = '/batches/B-2026-0001'
  await fill(pages, `${batch}/release`, {}, releaser)
  const at = `${batch}/lines/1/signature`
  const { key } = formIn((await pages.get(at, maker)).html)
  const sent = new FormData()
  sent.set('key', key!)
  const none = await pages.upload(at, sent, maker)
  expect([none.status, /Choose a file/.test(none.html)]).toEqual([422, true])
  sent.set('slip', new File(['no scan'], 'slip.pdf', { type: 'application/pdf' }))
  expect((await pages.upload(at, sent, maker)).status).toBe(422)
  sent.set('slip', new File([new Uint8Array(pdfFile())], 'slip.pdf', { type: 'application/pdf' }))
  const poor = await pages.upload(at, sent, maker)
  expect(poor.status).toBe(409)
  expect(t.book.store.all('select * from batch_line_slip', [])).toEqual([])
  const gift = { fund: 'care', source: 'member', amount: '500.00', form: 'cash' } as const
  t.does(receive, { ...gift, party: { kind: 'person', name: 'Giver' } })
  const done = await pages.upload(at, sent, maker)
  expect([done.status, done.location]).toEqual([303, `/b/relief${batch}?done=sign#lines`])
  const digest = sha256Hex(pdfFile())
  expect(t.book.store.first('select digest from batch_line_slip', [])).toEqual({ digest })
})

it('a bank’s file is sent to the background, and its task tells what was taken', async () => {
  const pages = await site(['Ann', 'Bob'])
  await fill(pages, '/batches/new', { fund: 'care', form: 'bank', name: 'Visits' }, maker)
  await fill(pages, '/batches/B-2026-0001/release', {}, releaser)
  const text =
    'reference,result,amount\nB-2026-0001-000001,paid,100.00\nB-2026-0001-000002,paid,9\n'
  const sent = new FormData()
  sent.set('key', formIn((await pages.get('/imports/bank-results', maker)).html).key!)
  sent.set('results', new File([text], 'bank.csv', { type: 'text/csv' }))
  const begun = await pages.upload('/imports/bank-results', sent, maker)
  expect([begun.status, begun.location]).toEqual([303, '/b/relief/tasks/1'])
  let told = await pages.get('/tasks/1', maker)
  for (let tries = 0; tries < 200 && !told.html.includes('Lines recorded'); tries += 1) {
    await new Promise((go) => setTimeout(go, 10))
    told = await pages.get('/tasks/1', maker)
  }
  expect(told.html).toContain('Lines recorded: 1')
  expect(told.html).toContain('B-2026-0001-000002')
  expect(told.html).toContain('The bank says 9 CNY; the line is 100.00 CNY.')
})
