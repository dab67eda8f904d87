/** Applying without an account, page by page, as a browser without scripts does it. */
import { afterAll, describe, expect, it } from 'vitest'
import { createApp, type Offer } from '../../../src/app.ts'
import { perform } from '../../../src/book/book.ts'
import { askMore } from '../../../src/hardship/applications/asking.ts'
import { end } from '../../../src/hardship/applications/code-commands.ts'
import { newApplicationCode } from '../../../src/hardship/applications/codes.ts'
import { list as listDocuments } from '../../../src/hardship/applications/document-commands.ts'
import { type CodeScene, codeFor, wholeAnswers } from '../../hardship/applications/scene.ts'
import { hardshipBook } from '../../hardship/hardship-for-tests.ts'
import { pdfFile, pngFile } from '../../kit/documents.ts'

const scene = hardshipBook()
const { t, as } = scene
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

interface Got {
  readonly status: number
  readonly html: string
  readonly location: string | null
  readonly cookie: string | null
}

/** A browser: it keeps one cookie, and sends forms as ours. */
function browser(network = '192.0.2.1', language = 'en') {
  let cookie = ''
  async function ask(path: string, init: RequestInit = {}): Promise<Got> {
    const headers = new Headers(init.headers)
    headers.set('cookie', `language=${language}; ${cookie}`)
    headers.set('x-network', network)
    if (init.method === 'POST') headers.set('origin', 'http://localhost')
    const answer = await app.fetch(
      new Request(`http://localhost/b/relief${path}`, { ...init, headers }),
    )
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('application='))
    if (set) cookie = set.split(';')[0]!
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get('location'),
      cookie: set ?? null,
    }
  }
  return {
    get: (path: string) => ask(path),
    send: (path: string, fields: Readonly<Record<string, string>>, given: RequestInit = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) {
        for (const line of name.startsWith('member_') ? value.split('\n') : [value]) {
          body.append(name, line)
        }
      }
      return ask(path, { method: 'POST', body, ...given })
    },
    upload: (path: string, name: string, bytes: Uint8Array, kind = 'bill') => {
      const form = new FormData()
      form.set('kind', kind)
      form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
      return ask(path, { method: 'POST', body: form })
    },
  }
}

const { account, ...withoutAccount } = wholeAnswers
const steps = ['who', 'household', 'need', 'payment'] as const

async function begun(made: CodeScene, network?: string) {
  const here = browser(network)
  await here.send('/apply', { code: made.typed })
  return here
}

describe('an application without an account', () => {
  const made = codeFor(scene, scene.families[0].head)

  it('begins with the code, which a link only fills in', async () => {
    const here = browser()
    expect((await here.get('/apply')).html).toContain('Apply for help')
    const linked = await here.get(`/apply/with/${made.typed}`)
    expect(linked.html).toContain(`value="${made.typed}"`)
    expect(linked.cookie).toBeNull()
    const entered = await here.send('/apply', { code: made.typed.toLowerCase() })
    expect([entered.status, entered.location]).toEqual([303, '/b/relief/apply/form'])
    expect(entered.cookie).toMatch(/HttpOnly/)
    expect(entered.cookie).toMatch(/Path=\/b\/relief\/apply;/)
  })

  it('leads nowhere without one', async () => {
    const here = browser()
    for (const path of ['form', 'form/who', 'check', 'status', 'saved']) {
      expect((await here.get(`/apply/${path}`)).location).toBe('/b/relief/apply')
    }
    for (const path of ['send', 'answer', 'papers', 'papers/remove', 'paper']) {
      expect((await here.send(`/apply/${path}`, {})).location).toBe('/b/relief/apply')
    }
  })

  it('is taken from no other site', async () => {
    const here = await begun(made)
    const headers = { origin: 'https://elsewhere.example' }
    const request = new Request('http://localhost/b/relief/apply/form/who', {
      method: 'POST',
      body: new URLSearchParams({ for_whom: 'self' }),
      headers,
    })
    expect((await app.fetch(request)).status).toBe(403)
    expect((await here.get('/apply/form')).location).toBe('/b/relief/apply/form/who')
  })

  it('is saved step by step, with what is wrong at its question, and resumed elsewhere', async () => {
    const here = await begun(made)
    for (const step of steps) {
      const answer = await here.send(`/apply/form/${step}`, withoutAccount)
      const last = step === 'payment'
      expect([step, answer.status]).toEqual([step, last ? 422 : 303])
      if (last) expect(answer.html).toContain('Number of the account: This is needed.')
    }
    await here.send('/apply/form/who', { for_whom: 'constructor' })
    expect((await here.get('/apply/check')).html).toContain('constructor')
    await here.send('/apply/form/who', withoutAccount)
    const check = await here.get('/apply/check')
    expect(check.html).toContain('Some answers are missing')
    expect(check.html).not.toContain('Send the application')
    const elsewhere = await begun(made, '198.51.100.7')
    expect((await elsewhere.get('/apply/form')).location).toBe('/b/relief/apply/form/payment')
    expect((await elsewhere.get('/apply/form/household')).html).toContain('Wang Xiaoming')
    const later = await elsewhere.send('/apply/form/payment', { ...wholeAnswers, later: 'yes' })
    expect(later.location).toBe('/b/relief/apply/saved')
  })

  it('shows nothing of the registers', async () => {
    const other = codeFor(scene, scene.families[1].head)
    const here = await begun(other, '198.51.100.8')
    const pages = [
      '/apply',
      ...['who', 'household', 'need', 'payment'].map((s) => `/apply/form/${s}`),
    ]
    for (const path of [...pages, '/apply/check']) {
      const { html } = await here.get(path)
      for (const known of ['Li ', 'Wei', 'Fang', 'north', '18000'])
        expect(html).not.toContain(known)
    }
  })

  it('[document.file] takes papers by what they are', async () => {
    const here = await begun(made)
    const added = await here.upload('/apply/papers', 'bill.pdf', pdfFile('(1)'))
    expect(added.location).toBe('/b/relief/apply/form/documents')
    const active = await here.upload('/apply/papers', 'x.pdf', pdfFile('<< /S /JavaScript >>'))
    expect([active.status, active.html.includes('field-wrong')]).toEqual([422, true])
    expect((await here.upload('/apply/papers', 'x.html', Buffer.from('<p>'))).status).toBe(422)
    const large = Buffer.concat([pngFile(), Buffer.alloc(5 * 1_048_576)])
    expect((await here.upload('/apply/papers', 'x.png', large)).status).toBe(413)
    const page = (await here.get('/apply/form/documents')).html
    expect(page).toContain('bill.pdf')
    await here.upload('/apply/papers', 'more.png', pngFile())
    await here.send('/apply/papers/remove', { document: '2' })
    expect((await here.get('/apply/form/documents')).html).not.toContain('more.png')
    const none = await here.upload('/apply/papers', 'empty.png', new Uint8Array())
    expect([none.status, none.html.includes('No file was chosen')]).toEqual([422, true])
  })

  it('is sent once, and followed with the same code', async () => {
    const here = await begun(made)
    const { html } = await here.get('/apply/check')
    expect(html).toContain('6222021234567890128')
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''
    const form = { key: hidden('key'), saved_at: hidden('saved_at') }
    const sent = await here.send('/apply/send', form)
    expect(sent.location).toBe('/b/relief/apply/status?done=sent')
    expect((await here.send('/apply/send', form)).location).toBe(sent.location)
    const { case_id } = made.code()
    const { documents } = t.asks(listDocuments, { case: case_id! }, as.administrator)
    expect(documents.map(({ kind }) => kind)).toEqual(['application', 'bill'])
    const status = await here.get('/apply/status?done=sent')
    expect(status.html).toContain('C-000001')
    expect(status.html).not.toContain('6222021234567890128')
    expect((await here.get('/apply/form/who')).location).toBe('/b/relief/apply/status')
    t.does(askMore, { cases: [case_id!], question: 'Which hospital?' }, as.approver)
    expect((await here.get('/apply/status')).html).toContain('Which hospital?')
    expect((await here.send('/apply/answer', { answer: '' })).status).toBe(422)
    expect((await here.upload('/apply/paper', 'scan.png', pngFile())).location).toContain('added')
    expect((await here.send('/apply/answer', { answer: 'In the city' })).location).toContain('done')
    expect(scene.at(case_id!).state).toBe('open')
  })

  it('is read in three languages', async () => {
    for (const [language, title] of [
      ['zh-Hans', '申请救助'],
      ['zh-Hant', '申請救助'],
    ] as const) {
      expect((await browser('192.0.2.9', language).get('/apply')).html).toContain(title)
    }
  })

  it('ends with its code, and on a computer of others', async () => {
    const other = codeFor(scene, scene.alone('Feng Gone'))
    const here = await begun(other, '198.51.100.9')
    await here.send('/apply/leave', {})
    expect((await here.get('/apply/form/who')).location).toBe('/b/relief/apply')
    const again = await begun(other, '198.51.100.9')
    t.does(end, { code: other.code().id }, as.administrator)
    expect((await again.get('/apply/form/who')).location).toBe('/b/relief/apply')
  })
})

describe('tries of codes', () => {
  it('[application_code.throttled] are slowed for the network they come from, and slips are no guesses', async () => {
    const here = browser('203.0.113.5')
    const right = codeFor(scene, scene.alone('Jiang Tries'))
    const slip = (right.typed[0] === '7' ? '8' : '7') + right.typed.slice(1)
    for (let at = 0; at < 8; at += 1) {
      expect((await here.send('/apply', { code: slip })).status).toBe(422)
    }
    for (let at = 0; at < 5; at += 1) {
      const code = newApplicationCode(t.book.surroundings.random)
      expect((await here.send('/apply', { code })).status).toBe(404)
    }
    expect((await here.send('/apply', { code: right.typed })).status).toBe(429)
    expect((await browser('203.0.113.6').send('/apply', { code: right.typed })).status).toBe(303)
    expect(JSON.stringify(log)).not.toContain(right.typed.slice(0, 9))
  })
})
