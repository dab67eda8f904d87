/** The first start and what follows it, as a browser without scripts sees it, on the real hosts. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Server, serve } from '../../src/node-server.ts'
import { openSqlite } from '../../src/store/better-sqlite3.ts'
import { schemaVersion } from '../../src/store/migrate.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { type Browser, browserOn, formIn } from '../web/browser.ts'
import { builtRenderWorker, builtTaskThread } from '../web/hosting.ts'
import { silent } from './fixed.ts'
import { founder, startWorker } from './hosts.ts'

const password = 'rain on the tin roof'

interface Place {
  readonly origin: string
  readonly fetch: (request: Request) => Promise<Response>
  /** The path of the link for whoever starts, and whether it asks for the book's short name. */
  readonly start: string
  readonly asksCode: boolean
  readonly stop: () => Promise<void>
  /** Links that open something now, where the host tells of them. */
  readonly starts?: () => readonly { readonly path: string }[]
  readonly folder: string
}

async function onNode(): Promise<Place> {
  const folder = join(mkdtempSync(join(tmpdir(), 'care-ledger-start-')), 'books')
  const [renderWorker, taskThread] = await Promise.all([builtRenderWorker(), builtTaskThread()])
  const given = {
    books: folder,
    port: 0,
    hostname: '127.0.0.1',
    log: silent,
    renderWorker,
    taskThread,
  }
  const server: Server = await serve(given)
  const [start] = server.starts()
  return {
    origin: `http://127.0.0.1:${server.port}`,
    fetch: (request) => fetch(request),
    start: start!.path,
    asksCode: true,
    starts: () => server.starts(),
    stop: () => server.stop(),
    folder,
  }
}

async function onWorkerd(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'care-ledger-start-'))
  const worker = await startWorker('src/worker.ts', { CARE_LEDGER_OWNER_TOKEN: founder }, folder)
  return {
    origin: new URL(worker.url).origin,
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url)
      const { method, headers } = request
      const body = method === 'POST' ? await request.text() : null
      const sent = { method, headers: [...headers] as [string, string][], body }
      return worker.fetch(pathname + search, { ...sent, redirect: 'manual' })
    },
    start: `/b/hillside/start/${founder}`,
    asksCode: false,
    stop: () => worker.stop(),
    folder,
  }
}

/** Whether each book whose file is in a folder or below it verifies. */
function verified(folder: string): boolean[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths
    .filter((path) => /(?<!metadata)\.(db|sqlite)$/.test(path))
    .flatMap((path) => {
      const store = openSqlite(join(folder, path), { readOnly: true })
      const passed = schemaVersion(store) > 0 ? [verifyBook(store).passed] : []
      store.close()
      return passed
    })
}

const answers = {
  name: 'Hillside Mutual Aid',
  owner_name: 'Ana Ferreira',
  login: 'Ana',
  password,
  again: password,
}

describe.each([
  ['the Node server', onNode],
  ['a Durable Object in workerd', onWorkerd],
])('on %s', (_, begin) => {
  let place: Place
  let browser: Browser
  let page: string
  beforeAll(async () => {
    place = await begin()
    browser = browserOn(place.origin, place.fetch)
    page = `${place.start}?preset=trade_union`
  })
  afterAll(async () => {
    await place.stop()
    expect(verified(place.folder)).toEqual([true])
    rmSync(place.folder, { recursive: true })
  })

  it('a link with another secret opens nothing, and says so', async () => {
    const wrong = place.start.slice(0, -1) + (place.start.endsWith('x') ? 'y' : 'x')
    for (const path of [wrong, '/b/nobody/start/guess', '/start/guess']) {
      const shown = await browser.get(path)
      expect([path, shown.status]).toEqual([path, 404])
      expect(shown.text).toContain('This link opens nothing')
      expect((await browser.post(path, answers)).status).toBe(404)
    }
  })

  it('asks first what kind of organisation it is, and suggests what goes with it', async () => {
    const kinds = await browser.get(place.start)
    expect(kinds.status).toBe(200)
    expect(kinds.text.match(/href="\?preset=\w+"/g)).toHaveLength(5)
    const form = async (preset: string, language: string) => {
      const shown = await browser.get(`${place.start}?preset=${preset}`, {
        'accept-language': language,
      })
      expect(Buffer.byteLength(shown.text)).toBeLessThan(50_000)
      const { chart, currency, time_zone } = formIn(shown.text).values
      return [chart, currency, time_zone].join(' ')
    }
    expect(await form('trade_union', 'en-GB,en;q=0.5')).toBe('general GBP Europe/London')
    expect(await form('mutual_aid', 'en-US')).toBe('asc-958 USD America/New_York')
    expect(await form('party_branch', 'zh-CN,zh')).toBe('china-npo CNY Asia/Shanghai')
    expect(await form('cooperative', 'zh-TW')).toBe('general TWD Asia/Taipei')
  })

  it('keeps what was typed when something is wrong, but for passwords', async () => {
    const unfit = { ...answers, login: 'two words', password: 'short', again: 'short' }
    const shown = await browser.fill(page, { ...unfit, time_zone: 'Mars/Olympus' })
    expect(shown.status).toBe(422)
    for (const field of ['login', 'password', 'time_zone']) {
      expect(shown.text).toContain(`href="#field-${field}"`)
    }
    const { values } = formIn(shown.text)
    expect(values).toMatchObject({
      preset: 'trade_union',
      name: answers.name,
      login: 'two words',
      owner_name: answers.owner_name,
      password: '',
      again: '',
      ...(place.asksCode ? { code: 'hillside-mutual-aid' } : {}),
    })
    const empty = await browser.fill(page, { name: '', login: '', password: '' })
    expect(empty.text.match(/href="#field-/g)).toHaveLength(4)
  })

  it('makes the book, its owner and one fund, once; the same form again is told the same', async () => {
    const { values } = formIn((await browser.get(page)).text)
    const fields = { ...values, ...answers, currency: 'EUR', time_zone: 'Europe/Lisbon' }
    const sent = place.asksCode ? { ...fields, code: 'hillside' } : fields
    const twice = await Promise.all([
      browser.post(place.start, sent),
      browser.post(place.start, sent),
    ])
    for (const shown of twice) expect([shown.status, shown.location]).toEqual([303, '/b/hillside'])
    const again = await browser.post(place.start, sent)
    expect([again.status, again.location]).toEqual([303, '/b/hillside'])
    const other = await browser.post(place.start, { ...sent, key: 'another-key-of-a-form' })
    expect(other.status).toBe(404)
    const changed = await browser.post(place.start, { ...sent, login: 'ben' })
    expect(changed.status).toBe(409)
    expect((await browser.get(place.start)).status).toBe(404)
    expect(place.starts?.() ?? []).toEqual([])
    const settings = await browser.get('/b/hillside/settings/password')
    expect(settings.status).toBe(200)
    expect(settings.text).toContain('Ana Ferreira')
    expect(settings.text).toContain('Hillside Mutual Aid')
    const policies = await browser.get('/b/hillside/settings/policies')
    expect(policies.text).toContain('The preset adopted last is “Trade union”.')
  })

  it('has an owner now: a founder’s secret opens nothing more', async () => {
    const body = JSON.stringify({ hash: 'a'.repeat(64), role: 'owner', label: 'L', expires_at: 1 })
    const request = new Request(`${place.origin}/b/hillside/api/v1/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${founder}`, 'content-type': 'application/json' },
      body,
    })
    expect((await place.fetch(request)).status).toBe(401)
  })

  it('lets the owner out and in again', async () => {
    expect((await browser.post('/b/hillside/sign-out', {})).location).toBe('/b/hillside/sign-in')
    const left = await browser.get('/b/hillside/settings/password')
    expect(left.status).toBe(303)
    const wrong = await browser.fill(left.location!, { login: 'ana', password: 'wrong' })
    expect(wrong.status).toBe(401)
    const shown = await browser.fill(left.location!, { login: 'ana', password })
    expect([shown.status, shown.location]).toEqual([303, '/b/hillside/settings/password'])
    expect((await browser.get(shown.location!)).status).toBe(200)
  })

  it('shows a page of answers by a rehearsal, which leaves nothing', async () => {
    const path = '/b/hillside/funds/new'
    const given = { fund: 'ghost', name: 'Ghost', restriction: 'purpose', purpose: 'None' }
    const { values } = formIn((await browser.get(path)).text)
    const shown = await browser.post(path, { ...values, ...given })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('value="post"')
    expect((await browser.get('/b/hillside/funds')).text).not.toContain('Ghost')
    expect((await browser.get('/b/hillside/funds/ghost')).status).toBe(404)
  })

  it('lets many in at once, each by a session of its own', async () => {
    const cookies = new Set<string>()
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        const one = browserOn(place.origin, place.fetch)
        const shown = await one.post('/b/hillside/sign-in', { login: 'ana', password })
        expect(shown.status).toBe(303)
        cookies.add(one.cookies.get('care_ledger_session') ?? '')
      }),
    )
    expect(cookies.size).toBe(12)
  }, 120_000)

  it('guesses are refused after five, on this host too', async () => {
    const guess = () => browser.post('/b/hillside/sign-in', { login: 'nobody', password: 'guess' })
    const statuses: number[] = []
    for (let time = 0; time < 6; time += 1) statuses.push((await guess()).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})
