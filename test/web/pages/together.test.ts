/** Own pages without an account, page by page, as a browser without scripts has them. */
import { afterAll, describe, expect, it } from 'vitest'
import { createApp, type Offer } from '../../../src/app.ts'
import { perform } from '../../../src/book/book.ts'
import { end } from '../../../src/pairing/own/code-commands.ts'
import { newPairingCode } from '../../../src/pairing/own/codes.ts'
import { type OwnCode, ownCode, ownScene } from '../../pairing/own/scene.ts'
import { formIn } from './pages-for-tests.ts'

const scene = ownScene()
const { t, as, pairId, helperSide, helpedSide } = scene
afterAll(t.close)
const log: object[] = []
const noting = (fields: object) => {
  log.push(fields)
}
const app = createApp(t.book, {
  submit: async (request) => perform(t.book, request),
  log: { info: noting, warn: noting, error: noting },
  now: () => 0,
  addressOf: (request) => request.headers.get('x-network') ?? undefined,
} as Partial<Offer> as Offer)

let keys = 0
/** A key as a form has one: the randomness of tests comes round too soon to make any. */
function ownKey(): string {
  keys += 1
  return `own-page-key-${String(keys).padStart(6, '0')}`
}

/** A browser: it keeps one cookie, and sends forms as ours. */
function browser(network = '192.0.2.1', language = 'en') {
  let cookie = ''
  async function ask(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set('cookie', `language=${language}; ${cookie}`)
    headers.set('x-network', network)
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', 'http://localhost')
    const answer = await app.fetch(
      new Request(`http://localhost/b/relief${path}`, { ...init, headers }),
    )
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('pairing='))
    if (set) cookie = set.split(';')[0]!
    const location = answer.headers.get('location')
    return { status: answer.status, html: await answer.text(), location, cookie: set ?? null }
  }
  const send = (path: string, fields: Readonly<Record<string, string>>, headers = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams({ key: ownKey(), ...fields }), headers })
  return {
    get: (path: string) => ask(path),
    send,
    /** Opens the page of a form and sends it. */
    fill: async (page: string, action: string, fields: Readonly<Record<string, string>> = {}) => {
      const { html } = await ask(page)
      return send(action, { ...formIn(html), key: ownKey(), ...fields })
    },
  }
}

type Browser = ReturnType<typeof browser>

async function entered({ typed }: OwnCode, network?: string, language?: string): Promise<Browser> {
  const here = browser(network, language)
  await here.send('/together', { code: typed })
  return here
}

const pair = `/together/pairs/${pairId}`
const marks = [
  ...[helperSide, helpedSide].flatMap(({ name, phone, address }) => [name, phone, address]),
]

describe('an own page', () => {
  it('begins with the code, which a link only fills in', async () => {
    const here = browser()
    expect((await here.get('/together')).html).toContain('No account is needed')
    const linked = await here.get(`/together/with/${scene.ofHelper.typed}`)
    expect(linked.html).toContain(`value="${scene.ofHelper.typed}"`)
    expect(linked.cookie).toBeNull()
    const answer = await here.send('/together', { code: scene.ofHelper.typed.toLowerCase() })
    expect([answer.status, answer.location]).toEqual([303, '/b/relief/together/pairs'])
    expect(answer.cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
    expect(answer.cookie).toMatch(/Path=\/b\/relief\/together;/)
  })

  it('leads nowhere without one, and is no door to the book', async () => {
    const here = browser()
    for (const path of ['/together/pairs', pair, `${pair}/visit`, `${pair}/withdraw`]) {
      expect((await here.get(path)).location).toBe('/b/relief/together')
    }
    for (const path of ['agree', 'decline', 'contacts', 'visit', 'follow-ups/1', 'visits/1/yes']) {
      expect((await here.send(`${pair}/${path}`, {})).location).toBe('/b/relief/together')
    }
    const holder = await entered(scene.ofHelper)
    for (const path of ['/pairing', '/people', '/pairing/pairs', '/api/v1/pairs']) {
      const { status, html } = await holder.get(path)
      expect([path, status === 303 || status === 401]).toEqual([path, true])
      for (const mark of marks) expect(html).not.toContain(mark)
    }
  })

  it('is sent to by no other site', async () => {
    const here = await entered(scene.ofHelper)
    const elsewhere = { origin: 'https://elsewhere.example' }
    expect((await here.send(`${pair}/agree`, {}, elsewhere)).status).toBe(403)
  })

  it('[pair.unknown] shows nobody else’s pair, in the words of one that is not there', async () => {
    const other = scene.pair(scene.need(), scene.helper())
    const here = await entered(scene.ofHelper)
    const [theirs, none] = await Promise.all([
      here.get(`/together/pairs/${other}`),
      here.get('/together/pairs/987654'),
    ])
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect((await here.send(`/together/pairs/${other}/agree`, {})).status).toBe(404)
  })

  it('asks each side without telling it who the other is', async () => {
    for (const who of [scene.ofHelper, scene.ofHelped]) {
      const here = await entered(who)
      const other = who === scene.ofHelper ? helpedSide : helperSide
      const { html } = await here.get(pair)
      expect(html).toContain('I agree')
      expect((await here.get('/together/pairs')).html).toContain('Waits for your answer')
      for (const page of [html, (await here.get(`${pair}/decline`)).html]) {
        for (const mark of [other.name, other.phone, other.address, other.party]) {
          expect(page).not.toContain(mark)
        }
      }
      expect((await here.get(`${pair}/visit`)).html).not.toContain('Tell of a visit')
    }
  })
})

describe('a pair from its proposal on', () => {
  it('begins when both agree, and each shows telephone and address to the other on record', async () => {
    const helper = await entered(scene.ofHelper)
    const helped = await entered(scene.ofHelped)
    const early = await helper.send(`${pair}/contacts`, {})
    expect([early.status, early.html.includes('when both sides have agreed')]).toEqual([409, true])
    expect((await helper.fill(pair, `${pair}/agree`)).location).toContain('done=agreed')
    expect((await helper.get(pair)).html).toContain('The other side is still being asked')
    expect((await helped.fill(pair, `${pair}/agree`)).location).toContain('done=agreed')
    const before = await helped.get(pair)
    expect(before.html).toContain(helperSide.name)
    expect(before.html).not.toContain(helperSide.phone)
    expect((await helped.fill(pair, `${pair}/contacts`)).location).toMatch(/#reach$/)
    const { html } = await helped.get(pair)
    expect(html).toContain(helperSide.phone)
    expect(html).toContain(helperSide.address)
    t.at('2026-03-31T02:11:00Z')
    expect((await helped.get(pair)).html).not.toContain(helperSide.phone)
  })

  it('a visit is told of by the helper and said to be so, or not, by who is helped', async () => {
    const helper = await entered(scene.ofHelper)
    const helped = await entered(scene.ofHelped)
    const visit = {
      kind: 'visit',
      visited_on: '2026-03-31',
      met: 'oneself',
      found: 'Words of the helper alone',
      help_form: 'goods',
      help_kind: 'company',
      help_text: 'Rice, ten kilograms',
      next_text: 'Bring the medicine',
      next_on: '2026-04-02',
      next_for: 'helper',
    }
    const wrong = await helper.fill(`${pair}/visit`, `${pair}/visit`, { ...visit, help_kind: '' })
    expect([wrong.status, wrong.html.includes('Rice, ten kilograms')]).toEqual([422, true])
    const money = { ...visit, help_form: 'payout:1' }
    expect((await helper.fill(`${pair}/visit`, `${pair}/visit`, money)).status).toBe(422)
    const late = { ...visit, visited_on: '2027-01-01' }
    expect((await helper.fill(`${pair}/visit`, `${pair}/visit`, late)).status).toBe(422)
    const { location } = await helper.fill(`${pair}/visit`, `${pair}/visit`, visit)
    expect(location).toBe(`/b/relief${pair}?done=told`)
    await helper.fill(`${pair}/visit`, `${pair}/visit`, { kind: 'phone', met: 'family' })
    const { html } = await helped.get(pair)
    expect(html).toContain('Rice, ten kilograms')
    expect(html).not.toContain('Words of the helper alone')
    expect(html).not.toContain('Bring the medicine')
    expect((await helper.send(`${pair}/visits/1/yes`, {})).status).toBe(404)
    expect((await helped.send(`${pair}/visits/1/yes`, {})).location).toContain('done=said')
    expect((await helped.get(`${pair}/visits/2/no`)).html).toContain('It was not so')
    const no = await helped.send(`${pair}/visits/2/no`, { note: 'Nobody called' })
    expect(no.location).toContain('done=said')
    expect((await helped.send(`${pair}/visits/2/yes`, {})).status).toBe(409)
    const after = (await helper.get(pair)).html
    expect(after).toContain('Confirmed')
    expect(after).toContain('Being looked into')
    expect(after).not.toContain('Nobody called')
    expect(after).toContain('Bring the medicine')
    expect((await helped.send(`${pair}/follow-ups/1`, { outcome: 'done' })).status).toBe(404)
    expect((await helper.send(`${pair}/follow-ups/1`, { outcome: 'odd' })).status).toBe(422)
    const done = await helper.send(`${pair}/follow-ups/1`, { outcome: 'done' })
    expect(done.location).toContain('done=finished')
    expect((await helper.get(pair)).html).not.toContain('Bring the medicine')
  })

  it('a form sent twice happens once', async () => {
    const helper = await entered(scene.ofHelper)
    const form = {
      ...formIn((await helper.get(`${pair}/visit`)).html),
      kind: 'phone',
      met: 'oneself',
    }
    const count = () => t.book.store.first('select count(*) as n from visit', [])!.n as number
    const before = count()
    const first = await helper.send(`${pair}/visit`, form)
    expect((await helper.send(`${pair}/visit`, form)).location).toBe(first.location)
    expect(count()).toBe(before + 1)
  })

  it('hides everything again when a consent is taken back, and asks anew', async () => {
    const helper = await entered(scene.ofHelper)
    const helped = await entered(scene.ofHelped)
    await helper.fill(pair, `${pair}/contacts`)
    expect((await helper.get(pair)).html).toContain(helpedSide.phone)
    const review = await helped.fill(`${pair}/review`, `${pair}/review`, { note: '' })
    expect(review.status).toBe(422)
    await helped.fill(`${pair}/review`, `${pair}/review`, { note: 'Somebody nearer <b>please</b>' })
    const asked = await helped.fill(`${pair}/withdraw`, `${pair}/withdraw`, { note: '' })
    expect(asked.location).toContain('done=withdrawn')
    const { html } = await helper.get(pair)
    for (const mark of [helpedSide.name, helpedSide.phone, helpedSide.address, 'nearer']) {
      expect(html).not.toContain(mark)
    }
    expect((await helper.get(`${pair}/withdraw`)).html).toContain('Take your consent back')
    expect((await helped.get(pair)).html).toContain('I agree')
    expect((await helped.get(`${pair}/withdraw`)).html).not.toContain('Take your consent back')
  })

  it('is declined with a reason, which is asked for', async () => {
    const need = scene.need({ name: 'Juniper Holloway' })
    const helper = scene.helper({ name: 'Basil Thornquist' })
    const own = ownCode(
      scene,
      scene.t.book.store.first(
        "select printf('P-%06d', party_id) as ref from helper where id = ?",
        [helper],
      )!.ref as string,
    )
    const asked = `/together/pairs/${scene.pair(need, helper)}`
    const here = await entered(own)
    const none = await here.fill(`${asked}/decline`, `${asked}/decline`, { reason: 'because' })
    expect(none.status).toBe(422)
    const given = { reason: 'no_time', note: '=cmd()' }
    const { location } = await here.fill(`${asked}/decline`, `${asked}/decline`, given)
    expect(location).toContain('done=declined')
    expect((await here.get(asked)).html).toContain('Did not come about')
  })

  it('is read in three languages', async () => {
    for (const [language, word] of [
      ['zh-Hans', '帮扶需求'],
      ['zh-Hant', '幫扶需求'],
    ] as const) {
      const here = await entered(scene.ofHelper, '192.0.2.77', language)
      expect((await here.get(pair)).html).toContain(word)
    }
  })
})

describe('tries of codes', () => {
  it('[pairing_code.throttled] are slowed for the network they come from, and slips are no guesses', async () => {
    const here = browser('203.0.113.5')
    const right = scene.ofHelper
    const slip = (right.typed[0] === '7' ? '8' : '7') + right.typed.slice(1)
    for (let at = 0; at < 8; at += 1) {
      expect((await here.send('/together', { code: slip })).status).toBe(422)
    }
    for (let at = 0; at < 5; at += 1) {
      const code = newPairingCode(t.book.surroundings.random)
      expect((await here.send('/together', { code })).status).toBe(404)
    }
    expect((await here.send('/together', { code: right.typed })).status).toBe(429)
    expect((await browser('203.0.113.6').send('/together', { code: right.typed })).status).toBe(303)
  })

  it('end with their code, and on a computer of others', async () => {
    const own = ownCode(scene, helperSide.party)
    const here = await entered(own, '198.51.100.9')
    await here.send('/together/leave', {})
    expect((await here.get(pair)).location).toBe('/b/relief/together')
    const again = await entered(own, '198.51.100.9')
    t.does(end, { code: own.code().id }, as.coordinator)
    expect((await again.get(pair)).location).toBe('/b/relief/together')
  })

  it('the log names no person, no code and no number', () => {
    const written = JSON.stringify(log)
    expect(written).toContain('/together/pairs/:pair')
    for (const secret of [...marks, scene.ofHelper.typed.slice(0, 9), 'nearer']) {
      expect(written).not.toContain(secret)
    }
  })
})
