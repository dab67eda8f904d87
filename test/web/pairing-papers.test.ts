/** Papers of pairing as files: who may have them, and that a card is given only while both sides agree. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { list as listUsers } from '../../src/access/users.ts'
import { takeConsentBack } from '../../src/pairing/pairs/commands.ts'
import { openContacts } from '../../src/pairing/pairs/contact-commands.ts'
import { furnishPairing, type PairingBook } from '../pairing/pairing-for-tests.ts'
import { pagesOf } from '../statements/paper.ts'
import { type Pages, pagesForTests, type Reader } from './pages/pages-for-tests.ts'

let pages: Pages
let b: PairingBook
let pair: number
let proposed: number

beforeAll(async () => {
  pages = await pagesForTests()
  b = furnishPairing(pages.t)
  const { head, file } = b.families[0]
  pair = b.activePair({
    need: b.need({ party: head, file }),
    helper: b.helper({ name: 'Chen' }),
  }).pair
  proposed = b.pair(b.need(), b.helper())
})

afterAll(() => pages.t.close())

async function paper(path: string, reader: Reader = {}) {
  const answer = await pages.open(path, reader)
  const { status } = answer
  if (status !== 200) return { status, text: await answer.text() }
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const drawn = await pagesOf(bytes)
  return { status, text: drawn.map((page) => page.text).join('\n') }
}

/** Opens contacts as the owner who reads pages. */
function openAs(side: 'helper' | 'helped'): void {
  const { users } = pages.t.asks(listUsers, {})
  const user = users.find(({ name }) => name === 'Reader owner-true')!
  const as = { actor: `user:${user.user}` }
  pages.t.does(openContacts, { pair, side, reason: 'A card to hand over' }, as)
}

test('[P10] the board is printed for whoever sees it, with names for who reads them', async () => {
  const { text, status } = await paper('/pairing/coverage.pdf?language=en')
  expect(status).toBe(200)
  expect(text).toContain('Li Wei')
  expect(text).toContain('Covered: 1 (33%)')
  const masked = await paper('/pairing/coverage.pdf?language=en&unit=north', { readsNames: false })
  expect(masked.text).not.toContain('Li Wei')
  expect((await paper('/pairing/coverage.pdf', { role: 'committee_member' })).status).toBe(403)
  expect((await paper('/pairing/coverage.pdf?unit=nowhere')).status).toBe(404)
})

test('[P11] a card is given only after both agreed, on record, and not after one took it back', async () => {
  const card = `/pairs/${pair}/card.pdf?side=helped&language=en`
  expect((await paper(card)).status).toBe(409)
  expect((await paper(`/pairs/${proposed}/card.pdf?side=helped`)).status).toBe(409)
  openAs('helped')
  const { text } = await paper(card)
  expect(text).toContain('Contact card of who is helped')
  expect(text).toContain('Chen')
  expect((await paper(`/pairs/${pair}/card.pdf?side=helper`)).status).toBe(409)
  expect((await paper(card, { role: 'auditor' })).status).toBe(403)
  pages.t.does(takeConsentBack, { pair, side: 'helper', how: 'phone' }, b.as.coordinator)
  const hidden = await paper(card)
  expect(hidden.status).toBe(409)
  expect(hidden.text).not.toContain('+86')
})

test('[P12] a booklet has the lines of everybody who helped', async () => {
  const booklet = `/hardship-files/${b.families[0].file}/booklet.pdf?language=zh-Hans`
  const { text } = await paper(booklet)
  expect(text).toContain('帮扶手册')
  expect(text).toContain('Chen')
  expect((await paper(booklet, { readsNames: false })).text).not.toContain('Wang Wei')
  expect((await paper('/hardship-files/900/booklet.pdf')).status).toBe(404)
})
