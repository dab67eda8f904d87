/** The pages of visits: the form with the photo of a slip, what is due, what is to be done, occasions, hostile input. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../src/kit/digest.ts'
import { list } from '../../../src/pairing/visits/queries.ts'
import { pdfFile } from '../../kit/documents.ts'
import { slip, type VisitsBook, visitsBook } from '../../pairing/visits/scene.ts'
import { type HandPages, pagesOfHands } from './hands.ts'

let v: VisitsBook
let pages: HandPages
beforeEach(() => {
  v = visitsBook()
  pages = pagesOfHands(v.book)
})
afterEach(() => v.book.t.close())

const scan = new Uint8Array(pdfFile())
const key = 'k'.repeat(24)
const form = () => `/pairing/visits/new?pair=${v.pair}`

/** What the form sends when nothing but `given` was touched. */
function typed(given: Record<string, string> = {}): FormData {
  const sent = new FormData()
  const begun = { key, kind: 'visit', visited_on: '2026-03-31', met: 'oneself', ...given }
  for (const [name, value] of Object.entries(begun)) sent.append(name, value)
  return sent
}
const visits = () => v.book.t.asks(list, {}).visits

describe('the form', () => {
  test('begins with today and the person, and needs nothing more', async () => {
    const { html } = await pages.get(form(), 'coordinator')
    expect(html).toContain('Visit to Wang Wei')
    expect(html).toContain('value="2026-03-31"')
    expect(html).toMatch(/name="met"[^>]*value="oneself"[^>]*checked/)
    expect(html).toContain('data-visits-offline')
    expect(html).toContain('/assets/visits.js')
    const done = await pages.upload(form(), typed(), 'coordinator')
    expect(done.location).toBe('/b/relief/pairing/visits/1?done=record')
    const again = await pages.upload(form(), typed(), 'coordinator')
    expect(again.location).toBe(done.location)
    expect(visits()).toHaveLength(1)
    const other = await pages.upload(form(), typed({ found: 'Other' }), 'coordinator')
    expect(other.status).toBe(409)
    expect(other.html).toContain('Other')
  })

  test('asks whom the visit was to where the address does not say so', async () => {
    const { html } = await pages.get('/pairing/visits/new', 'coordinator')
    expect(html).toContain('name="party"')
    const path = '/pairing/visits/new'
    expect((await pages.upload(path, typed(), 'coordinator')).status).toBe(422)
    const party = v.book.families[1].head
    const done = await pages.upload(path, typed({ party }), 'coordinator')
    expect(done.location).toContain('?done=record')
  })

  test('takes the photo of a slip, of which the digest alone is kept, and closes the payout', async () => {
    const batch = v.cashBatch()
    const { html } = await pages.get(form(), 'coordinator')
    expect(html).toContain('CN¥300.00')
    const lacking = typed({ slip_line: `${batch}/1`, slip_kind: 'company' })
    const refused = await pages.upload(form(), lacking, 'coordinator')
    expect(refused.html).toContain('Add the photo of the signed slip')
    const sent = typed({ slip_line: `${batch}/1`, slip_kind: 'company' })
    sent.append('slip', new File([scan], 'slip.pdf', { type: 'application/pdf' }))
    const done = await pages.upload(form(), sent, 'coordinator')
    expect(done.location).toContain('?done=record')
    const kept = v.book.t.book.store.first('select digest from batch_line_slip', [])
    expect(kept).toEqual({ digest: sha256Hex(scan) })
    const told = await pages.get('/pairing/visits/1', 'administrator')
    expect(told.html).toContain('CN¥300.00')
    expect(told.html).toContain('/payouts/')
  })

  test('takes the digest of a scan in place of its photo, and no program for one', async () => {
    const batch = v.cashBatch()
    const program = typed({ slip_line: `${batch}/1`, slip_kind: 'company' })
    program.append('slip', new File([new Uint8Array([0x4d, 0x5a, 1])], 'slip.png'))
    expect((await pages.upload(form(), program, 'coordinator')).status).toBeGreaterThan(400)
    const scanned = typed({ slip_line: `${batch}/1`, slip_kind: 'company', slip_digest: slip })
    expect((await pages.upload(form(), scanned, 'coordinator')).location).toContain('?done=')
  })

  test.each([
    ['a wish without words', { wish_kind: 'study' }, 'Say what is wanted.'],
    ['words without a kind', { wish_text: 'A desk' }, 'Choose what kind of thing it is.'],
    ['help without words', { help_form: 'goods', help_kind: 'study' }, 'Say what was given.'],
    ['something to be done without a day', { next_text: 'Go' }, 'and by which day'],
    [
      'an amount in two readings',
      { help_form: 'private', help_kind: 'study', help_amount: '1,00' },
      '1,00',
    ],
    ['a day that is none', { visited_on: '2026-02-31' }, '2026-02-31'],
    ['minutes that are none', { minutes: '0' }, 'Write a number not below 1.'],
    ['a day to come', { visited_on: '2026-04-01' }, '1 Apr 2026'],
    ['who never stood in the book', { companions: 'P-999999' }, 'P-999999'],
  ])('says what is wrong with %s, and keeps what was typed', async (_, given, sentence) => {
    const found = '<script>alert(1)</script> 😀 =cmd()'
    const { status, html } = await pages.upload(form(), typed({ found, ...given }), 'coordinator')
    expect(status).toBeGreaterThanOrEqual(400)
    expect(html).toContain(sentence)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 😀 =cmd()')
    expect(html).not.toContain('<script>alert')
    expect(visits()).toEqual([])
  })

  test('is for who keeps pairing, of units that they reach', async () => {
    for (const hand of ['auditor', 'approver', 'administrator', 'member1'] as const) {
      expect((await pages.get(form(), hand)).status).toBe(403)
      expect((await pages.upload(form(), typed(), hand)).status).toBe(403)
    }
    expect((await pages.get('/pairing/visits/new?pair=99', 'coordinator')).status).toBe(404)
    expect((await pages.get('/pairing/visits', 'member1')).status).toBe(403)
    const read = await pages.get('/pairing/visits', 'auditor')
    expect(read.status).toBe(200)
    expect(read.html).not.toContain('href="/b/relief/pairing/visits/new')
  })
})

test('who is due is led to the form, with what prompted it', async () => {
  const party = v.book.families[0].child
  const happened = { party, kind: 'hospital', on: '2026-03-30', note: '<b>Broke a leg</b>' }
  const done = await pages.fill('/pairing/occasions/new', happened, 'coordinator')
  expect(done.location).toBe('/b/relief/pairing/occasions?done=record')
  const occasions = await pages.get('/pairing/occasions', 'coordinator')
  expect(occasions.html).toContain('&lt;b&gt;Broke a leg')
  const due = await pages.get('/pairing/visits?within=week', 'coordinator')
  expect(due.html).toContain('In hospital')
  const link = `/pairing/visits/new?pair=${v.pair}&kind=hospital&care_event=1`
  expect(due.html).toContain(link.replaceAll('&', '&amp;'))
  const { html } = await pages.get(link, 'coordinator')
  expect(html).toMatch(/<option value="hospital" selected/)
  expect(html).toMatch(/<option value="1" selected/)
  await pages.upload(link, typed({ kind: 'hospital', care_event: '1' }), 'coordinator')
  expect((await pages.get('/pairing/visits?within=week', 'coordinator')).html).toContain(
    'Nobody is due',
  )
  expect((await pages.get('/pairing/occasions', 'auditor')).html).toContain('Somebody came')
})

test('what the household says is recorded by another than who recorded the visit', async () => {
  v.visit({ follow_ups: [{ text: 'Bring the forms', due_on: '2026-04-10' }] })
  const at = '/pairing/visits/1'
  expect((await pages.get(at, 'coordinator')).html).not.toContain(`${at}/confirmation`)
  expect((await pages.get(at, 'administrator')).html).toContain(`${at}/confirmation`)
  const said = { agreed: 'no', how: 'call', on: '2026-03-31', note: 'Nobody came' }
  const own = await pages.fill(`${at}/confirmation`, said, 'coordinator')
  expect(own.status).toBe(403)
  const done = await pages.fill(`${at}/confirmation`, said, 'administrator')
  expect(done.location).toBe(`/b/relief${at}?done=confirm`)
  expect((await pages.get('/pairing/visits/list?state=red', 'auditor')).html).toContain('VI-000001')
  const gone = await pages.fill(`${at}/withdrawal`, { reason: 'Not so' }, 'coordinator')
  expect(gone.location).toBe(`/b/relief${at}?done=withdraw`)
  expect((await pages.get(at, 'auditor')).html).toContain('Taken back')
})

test('what is to be done is added for a pair or a person, and finished', async () => {
  const text = 'Ask the clinic'
  const given = { text, due_on: '2026-04-02', for_whom: 'helper' }
  const ofPair = await pages.fill(`/pairing/pairs/${v.pair}/follow-ups/new`, given, 'coordinator')
  expect(ofPair.location).toBe('/b/relief/pairing/follow-ups?done=add')
  const party = v.book.families[1].head
  await pages.fill('/pairing/follow-ups/new', { ...given, party, text: 'Go again' }, 'coordinator')
  const { html } = await pages.get('/pairing/follow-ups?state=open', 'coordinator')
  expect(html).toContain('Ask the clinic')
  expect(html).toContain('Go again')
  const dropped = { outcome: 'dropped', note: '' }
  const refused = await pages.fill('/pairing/follow-ups/1/end', dropped, 'coordinator')
  expect(refused.status).toBe(422)
  const done = await pages.fill('/pairing/follow-ups/1/end', { outcome: 'done' }, 'coordinator')
  expect(done.location).toBe('/b/relief/pairing/follow-ups?done=finish')
  const open = await pages.get('/pairing/follow-ups?state=open', 'auditor')
  expect(open.html).not.toContain('Ask the clinic')
})

test('records that look alike are shown with the way to each', async () => {
  for (const found of ['All is well there', 'all is well, there', 'All is well there.']) {
    v.visit({ found })
  }
  const { html } = await pages.get('/pairing/visits/signs', 'auditor')
  expect(html).toContain('One text for several')
  expect(html).toContain('Recorded in one minute by one person')
  expect(html).toContain('/pairing/visits/3')
})

test('the worker of a book loads the script that was built for it', async () => {
  const { html, headers, status } = await pages.get('/visits-worker.js', 'auditor')
  expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(html).toBe('importScripts("/assets/visits-worker.js")\n')
})
