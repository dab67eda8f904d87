/** The board of pairing, its lists, its calendars; what a program reads at the address of one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishPairing, type PairingBook } from '../../pairing/pairing-for-tests.ts'
import { type Pages, pagesForTests } from './pages-for-tests.ts'

let pages: Pages
let b: PairingBook

beforeAll(async () => {
  pages = await pagesForTests()
  b = furnishPairing(pages.t)
  const { head, file } = b.families[0]
  const need = b.need({ party: head, file })
  b.activePair({ need, helper: b.helper({ name: '<b>Chen</b>' }) })
})

afterAll(() => pages.t.close())

test('[CV11] the board says how many are covered, and leads to what is missing and to each unit', async () => {
  const { html, status } = await pages.get('/pairing')
  expect(status).toBe(200)
  expect(html).toContain('2 households have no helper')
  expect(html).toMatch(/1 of 3/)
  expect(html).toContain('/pairing/gaps?kind=no_helper&amp;unit=city')
  const north = await pages.get('/pairing?unit=north')
  expect(north.html).toMatch(/1 of 3/)
  expect((await pages.get('/pairing?unit=far')).html).toContain('No household is in hardship')
  expect((await pages.get('/pairing?unit=nowhere')).status).toBe(404)
})

test('[CV12] each figure leads to its list, with names for who reads them', async () => {
  const { html } = await pages.get('/pairing/gaps?kind=no_helper')
  expect(html).toContain('/hardship-files/2')
  expect(html).toContain('Li Wei')
  const masked = await pages.get('/pairing/gaps?kind=no_helper', { readsNames: false })
  expect(masked.html).not.toContain('Li Wei')
  expect((await pages.get('/pairing/gaps?kind=leaving')).html).toContain('Nothing matches')
  const wrong = await pages.get('/pairing/gaps?kind=%3Cscript%3E&cursor=-1')
  expect(wrong.html).not.toContain('<script>')
})

test('[CV13] whoever has no part in pairing does not see the board', async () => {
  for (const role of ['committee_member', 'member', 'training_provider'] as const) {
    expect((await pages.get('/pairing', { role })).status, role).toBe(403)
  }
  for (const role of ['auditor', 'approver', 'fund_administrator'] as const) {
    expect((await pages.get('/pairing', { role })).status, role).toBe(200)
  }
  expect((await pages.get('/pairing', { role: 'auditor' })).html).not.toContain('/calendars')
})

/** Makes a calendar by its form, and gives its address below the book. */
async function makeCalendar(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = await pages.get('/pairing/calendars/new')
  const key = /name="key" value="([^"]+)"/.exec(form.html)![1]!
  const { html } = await pages.send('/pairing/calendars/new', {
    ...{ key, until_on: until(), ...fields },
  })
  return /\/b\/[^/]+(\/calendars\/[A-Za-z0-9_-]{43}\.ics\?language=en)/.exec(html)![1]!
}

function until(): string {
  return new Date(pages.t.now() + 200 * 86_400_000).toISOString().slice(0, 10)
}

test('[CA8] a calendar is read at its address, shown once, by whoever has it', async () => {
  const address = await makeCalendar()
  const answer = await read(address)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  const text = await answer.text()
  expect(text).toContain('SUMMARY:Visit due (PA-000001)')
  expect(text).not.toMatch(/Chen|Wang/)
  holdsTo5545(text)
  const etag = answer.headers.get('etag')!
  expect((await read(address, { 'if-none-match': etag })).status).toBe(304)
  const { html } = await pages.get('/pairing/calendars')
  expect(html).not.toContain(address.slice(11, 40))
  expect(html).toContain('My own')
})

test('[CA9] a calendar speaks the language of its address; lines are folded by octets', async () => {
  const address = (await makeCalendar()).replace('language=en', 'language=zh-Hans')
  const text = await (await read(address)).text()
  expect(text).toContain('走访到期（PA-000001）')
  holdsTo5545(text)
})

test('[CA10] another address, one that was ended, or one of no shape leads where strangers are led', async () => {
  const address = await makeCalendar()
  const other = address.replace(/calendars\/.{4}/, 'calendars/AAAA')
  const led = await read(other)
  expect([led.status, led.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('sign-in'),
  ])
  const list = await pages.get('/pairing/calendars')
  const number = /calendars\/(\d+)\/end/.exec(list.html)![1]!
  const form = await pages.get(`/pairing/calendars/${number}/end`)
  const key = /name="key" value="([^"]+)"/.exec(form.html)![1]!
  await pages.send(`/pairing/calendars/${number}/end`, { key })
  expect((await read(address)).status).toBe(303)
  expect((await read('/calendars/short.ics')).status).toBe(303)
})

async function read(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return pages.fetch(new Request(`http://localhost/b/relief${address}`, { headers }))
}

/** The rules of RFC 5545 that a reader trips over: line ends, folding, one stamp and one name for each event. */
function holdsTo5545(text: string): void {
  const octets = new TextEncoder()
  const lines = text.split('\r\n')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) expect(octets.encode(line).length, line).toBeLessThanOrEqual(75)
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
  expect(unfolded.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(unfolded.at(-2)).toBe('END:VCALENDAR')
  const count = (start: string) => unfolded.filter((line) => line.startsWith(start)).length
  const events = count('BEGIN:VEVENT')
  expect(events).toBeGreaterThan(0)
  for (const one of ['UID:', 'DTSTAMP:', 'DTSTART;VALUE=DATE:']) expect(count(one)).toBe(events)
  const names = unfolded.filter((line) => line.startsWith('UID:'))
  expect(new Set(names).size).toBe(events)
}
