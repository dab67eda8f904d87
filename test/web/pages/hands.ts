/** The pages of a hardship book as each of its hands has them. */
import { open as openSession, sessionCookie, sessionHash } from '../../../src/access/sessions.ts'
import { createApp } from '../../../src/app.ts'
import { base64url } from '../../../src/kit/bytes.ts'
import { hex } from '../../../src/kit/digest.ts'
import { type Hand, type HardshipBook, hands } from '../../hardship/hardship-for-tests.ts'
import { type Line, offerFor } from '../site.ts'
import type { Reader, Shown } from './pages-for-tests.ts'

export interface HandPages {
  get(path: string, hand: Hand, language?: Reader['language']): Promise<Shown>
  send(path: string, fields: Readonly<Record<string, string>>, hand: Hand): Promise<Shown>
  /** Sends a form with files. */
  upload(path: string, form: FormData, hand: Hand): Promise<Shown>
  /** Opens a form, fills it in and sends it to its end, over the page of answers where there is one. */
  fill(path: string, fields: Readonly<Record<string, string>>, hand: Hand): Promise<Shown>
  readonly log: Line[]
}

/** Signs every hand in. */
export function pagesOfHands({ t, as }: HardshipBook): HandPages {
  const log: Line[] = []
  const app = createApp(t.book, offerFor(t, log))
  const cookies = new Map<Hand, string>()
  const cookieOf = (hand: Hand) => {
    const known = cookies.get(hand)
    if (known) return known
    const secret = base64url(new Uint8Array(32).fill(100 + hands.indexOf(hand)))
    t.does(openSession, { hash: hex(sessionHash(secret)) }, as[hand])
    cookies.set(hand, `${sessionCookie}=${secret}`)
    return cookies.get(hand)!
  }
  const at = (path: string) => `http://localhost/b/relief${path}`
  const shown = async (request: Request): Promise<Shown> => {
    const answer = await app.fetch(request)
    const { status, headers } = answer
    return { status, headers, html: await answer.text(), location: headers.get('location') }
  }
  const get: HandPages['get'] = (path, hand, language = 'en') => {
    const headers = { cookie: `${cookieOf(hand)}; language=${language}` }
    return shown(new Request(at(path), { headers }))
  }
  const send: HandPages['send'] = (path, fields, hand) => {
    const headers = {
      cookie: `${cookieOf(hand)}; language=en`,
      origin: 'http://localhost',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const body = new URLSearchParams(fields).toString()
    return shown(new Request(at(path), { method: 'POST', headers, body }))
  }
  const upload: HandPages['upload'] = (path, form, hand) => {
    const headers = { cookie: `${cookieOf(hand)}; language=en`, origin: 'http://localhost' }
    return shown(new Request(at(path), { method: 'POST', headers, body: form }))
  }
  const fill: HandPages['fill'] = async (path, fields, hand) => {
    const { html } = await get(path, hand)
    const plain = path.split('?')[0]!
    const first = await send(plain, { ...hiddenIn(html), ...fields }, hand)
    if (first.status !== 200) return first
    return send(plain, { ...hiddenIn(first.html), step: 'post' }, hand)
  }
  return { get, send, upload, fill, log }
}

function hiddenIn(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'))
  const found = [...main.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return Object.fromEntries(
    found.map(([, name, value]) => [name!, value!.replaceAll('&#39;', "'")]),
  )
}
