/** Pages of contributions: received, identified, its receipt, refunded; refused with every answer kept. */
import { beforeAll, expect, it } from 'vitest'
import { list } from '../../../src/funds/contribution-queries.ts'
import { reverse } from '../../../src/funds/reversals.ts'
import { close } from '../../../src/ledger/commands.ts'
import { formIn, type Pages, pagesForTests, type Reader, type Shown } from './pages-for-tests.ts'

const answers = {
  fund: 'care',
  source: 'member',
  party: 'Li Hua',
  party_kind: 'person',
  amount: '1,250',
  form: 'bank',
}

/** Asks a form, checks the answers, does it; answers the page of checks and the end. */
async function through(site: Pages, path: string, fields: Record<string, string>) {
  const { key } = formIn((await site.get(path)).html)
  const check = await site.send(path, { ...fields, key: key! })
  const sent = formIn(check.html)
  const done = await site.send(path, { ...sent, step: 'post' })
  return { check, sent, done }
}

const text = ({ html }: Shown) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

it('a contribution is asked for, checked with its entry, recorded once and found in the list', async () => {
  const site = await pagesForTests()
  const { check, sent, done } = await through(site, '/contributions/new', answers)
  expect(check.status).toBe(200)
  expect(text(check)).toContain('1,250.00 one thousand two hundred and fifty yuan')
  expect(check.html).toContain('4')
  expect([done.status, done.location]).toEqual([303, '/b/relief/contributions/2?done=receive'])
  const again = await site.send('/contributions/new', { ...sent, step: 'post' })
  expect(again.location).toBe(done.location)
  expect(site.t.asks(list, {}).contributions).toHaveLength(2)
  const page = text(await site.get('/contributions/2?done=receive'))
  for (const told of ['The contribution is recorded.', 'Li Hua', '1,250.00', 'Give a receipt']) {
    expect(page).toContain(told)
  }
  const found = await site.get('/contributions?q=Li&sort=amount&order=ascending&source=member')
  expect(text(found)).toContain('Li Hua')
  expect(text(found)).not.toContain('Zhang Xiaoming')
  expect(text(await site.get('/contributions?from=2026-13-01'))).toContain('2026-13-01')
})

it('whose it is turns out wrong: the receipt is void, the next one is given, both stand on the page', async () => {
  const site = await pagesForTests()
  await through(site, '/contributions/new', {
    ...answers,
    source: 'unidentified',
    party: '',
    amount: '80',
  })
  const waiting = text(await site.get('/contributions/2'))
  expect(waiting).toContain('Identify it')
  expect(waiting).not.toContain('Give a receipt')
  for (const [name, receipt] of [
    ['Li Hua', 'R-CARE-2026-0001'],
    ['Wu Mei', 'R-CARE-2026-0002'],
  ] as const) {
    const whose = { source: 'member', party: name, party_kind: 'person' }
    const { done } = await through(site, '/contributions/2/identification', whose)
    expect(done.location).toBe('/b/relief/contributions/2?done=identify')
    const given = await through(site, '/contributions/2/receipt', { statutory_number: '1100-22' })
    expect(text(given.check)).toContain('No journal entry is posted')
    expect(given.done.location).toBe('/b/relief/contributions/2?done=receipt')
    const page = await site.get('/contributions/2')
    expect(page.html).toContain(`href="/b/relief/receipts/${receipt}.pdf?language=en"`)
    expect(text(page)).not.toContain('Give a receipt')
    const [entry] = site.t.book.store.all('select max(id) as id from entry', [])
    if (name === 'Li Hua') site.t.does(reverse, { entry: Number(entry!.id), reason: 'Not hers' })
  }
  const page = text(await site.get('/contributions/2'))
  expect(page).toContain('Receipt R-CARE-2026-0001, now void')
  expect(page).toContain('Identified: Wu Mei')
  const receipts = text(await site.get('/receipts'))
  for (const told of ['R-CARE-2026-0001', 'R-CARE-2026-0002', 'Void', 'Li Hua', 'Wu Mei']) {
    expect(receipts).toContain(told)
  }
  expect(text(await site.get('/receipts?state=standing'))).not.toContain('R-CARE-2026-0001')
})

it('a receipt is drawn in the reader’s language, for who is signed in', async () => {
  const site = await pagesForTests()
  await through(site, '/contributions/1/receipt', {})
  const page = await site.get('/contributions/1', { language: 'zh-Hant' })
  const [, address] = /href="\/b\/relief(\/receipts\/[^"]+)"/.exec(page.html)!
  expect(address).toBe('/receipts/R-CARE-2026-0001.pdf?language=zh-Hant')
  const pdf = await site.get(address!)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const stranger = new Request(`http://localhost/b/relief${address}`)
  const sent = await site.fetch(stranger)
  expect(sent.status).toBe(303)
  expect(sent.headers.get('location')).toContain('/b/relief/sign-in')
})

it('a refund is of all that is left or of a part, and says what is left', async () => {
  const site = await pagesForTests()
  const part = { amount: '400', reason: 'Paid twice' }
  await through(site, '/contributions/1/refund', part)
  const form = text(await site.get('/contributions/1/refund'))
  expect(form).toContain('Left of it')
  expect(form).toContain('600.00')
  expect(text(await site.get('/contributions?state=refunded'))).toContain('Partly refunded')
  const { done } = await through(site, '/contributions/1/refund', { ...part, amount: '' })
  expect(done.location).toBe('/b/relief/contributions/1?done=refund')
  const page = text(await site.get('/contributions/1'))
  expect(page).toContain('Paid twice')
  expect(page).not.toContain('Give a receipt')
  const { key } = formIn((await site.get('/contributions/1/refund')).html)
  const refused = await site.send('/contributions/1/refund', { ...part, key: key! })
  expect(refused.status).toBe(409)
  expect(refused.html).toContain('Paid twice')
})

const hostile: readonly [name: string, given: Record<string, string>, told: string | RegExp][] = [
  ['no answers', { source: '', amount: '', fund: '', form: '' }, 'Write the amount.'],
  ['nothing', { amount: '0' }, 'id="field-amount-error"'],
  ['less than nothing', { amount: '-1' }, 'id="field-amount-error"'],
  ['more than any book', { amount: '9'.repeat(40) }, 'id="field-amount-error"'],
  ['two readings', { amount: '1,00' }, 'can be read in two ways'],
  ['no giver', { party: '' }, 'id="field-party-error"'],
  ['a giver of the unknown', { source: 'unidentified' }, 'id="field-party-error"'],
  [
    'goods of nobody',
    { source: 'unidentified', party: '', form: 'in_kind' },
    'id="field-form-error"',
  ],
  ['a day of the future', { received_on: '2031-01-01' }, 'id="field-received_on-error"'],
  ['no day', { received_on: '2026-02-31' }, 'id="field-received_on-error"'],
  ['another source', { source: 'other' }, 'id="field-source-error"'],
  ['a fund that is not there', { fund: 'nowhere' }, 'id="field-fund-error"'],
  ['a pledge that is not there', { pledge: '99' }, 'id="field-pledge-error"'],
]

let untouched: Pages
beforeAll(async () => {
  untouched = await pagesForTests()
})

it.each(hostile)('refuses %s at its field and keeps what was typed', async (_, given, told) => {
  const wish = '<script>alert(1)</script> =cmd() 💥'
  const { key } = formIn((await untouched.get('/contributions/new')).html)
  const head = untouched.head()
  const sent = { ...answers, earmark: wish, key: key!, ...given }
  const shown = await untouched.send('/contributions/new', sent)
  expect(shown.status).toBeGreaterThanOrEqual(400)
  expect(shown.html).toMatch(told)
  expect(shown.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; =cmd() 💥')
  expect(shown.html).not.toContain('<script>alert')
  for (const typed of [sent.amount, sent.party]) expect(shown.html).toContain(`value="${typed}"`)
  expect(untouched.head()).toBe(head)
})

it('refuses a closed month at the day, and a form of another site at all', async () => {
  const site = await pagesForTests()
  site.t.does(close, { month: '2026-01' })
  const { key } = formIn((await site.get('/contributions/new')).html)
  const late = { ...answers, received_on: '2026-01-31', key: key! }
  const shown = await site.send('/contributions/new', late)
  expect(shown.html).toContain('id="field-received_on-error"')
  expect(shown.html).toContain('value="2026-01-31"')
  const head = site.head()
  const request = new Request('http://localhost/b/relief/contributions/new', {
    method: 'POST',
    headers: {
      origin: 'https://elsewhere.example',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...answers, key: key!, step: 'post' }).toString(),
  })
  expect((await site.fetch(request)).status).toBe(403)
  expect(site.head()).toBe(head)
})

const readers: readonly [name: string, reader: Reader, acts: boolean][] = [
  ['an owner', { role: 'owner' }, true],
  ['a fund administrator', { role: 'fund_administrator' }, true],
  ['an approver', { role: 'approver' }, false],
  ['an auditor', { role: 'auditor' }, false],
]

it.each(readers)('%s is offered what the role may do', async (_, reader, acts) => {
  const site = await pagesForTests()
  await through(site, '/contributions/1/receipt', {})
  const pages = ['/contributions', '/contributions/1', '/receipts', '/pledges']
  for (const path of pages) {
    const shown = await site.get(path, reader)
    expect(shown.status).toBe(200)
    const offered = /\/new"|\/refund"|state=without_receipt"/.test(shown.html)
    expect([path, offered]).toEqual([path, acts])
  }
  const status = acts ? 200 : 403
  for (const path of ['/contributions/new', '/contributions/1/refund', '/pledges/new']) {
    expect((await site.get(path, reader)).status).toBe(status)
  }
})

it.each(['en', 'zh-Hans', 'zh-Hant'] as const)('[N2] pages in %s mask names', async (language) => {
  const site = await pagesForTests()
  await through(site, '/contributions/1/receipt', {})
  const reader = { role: 'auditor', readsNames: false, language } as const
  for (const path of ['/contributions', '/contributions/1', '/receipts', '/people']) {
    const shown = await site.get(path, reader)
    expect(shown.status).toBe(200)
    expect(shown.html).not.toContain('Xiaoming')
    expect(shown.html).toContain(`<html lang="${language}"`)
  }
  const searched = await site.get('/contributions?q=Xiaoming', reader)
  expect(searched.html).not.toContain('/contributions/1"')
})
