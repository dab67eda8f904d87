/** Pages are sent packed by Node, to browsers that take them so; nothing else is touched. */
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { packedPage } from '../../src/node/packing.ts'

const html = `<!doctype html><p>${'A member gives, a member receives. 互助。'.repeat(100)}</p>`
const type = 'text/html; charset=utf-8'

function asked(accepts: string, method = 'GET'): Request {
  return new Request('http://localhost/b/relief', {
    method,
    headers: { 'accept-encoding': accepts },
  })
}

it('a page is the same once it is unpacked, with its status and its other headers', async () => {
  const cookies = new Headers({ 'content-type': type, 'cache-control': 'no-store' })
  cookies.append('set-cookie', 'a=1')
  cookies.append('set-cookie', 'b=2')
  const answer = await packedPage(
    asked('br, gzip'),
    new Response(html, { status: 422, headers: cookies }),
  )
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toBe('accept-encoding')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  expect(gunzipSync(bytes).toString()).toBe(html)
  expect(bytes.length).toBeLessThan(Buffer.byteLength(html) / 5)
})

it.each([
  { why: 'not asked for', accepts: 'identity', headers: { 'content-type': type }, body: html },
  { why: 'refused', accepts: 'gzip;q=0, br', headers: { 'content-type': type }, body: html },
  { why: 'short', accepts: 'gzip', headers: { 'content-type': type }, body: '<p>Short</p>' },
  { why: 'no page', accepts: 'gzip', headers: { 'content-type': 'text/event-stream' }, body: html },
  {
    why: 'packed already',
    accepts: 'gzip',
    headers: { 'content-type': type, 'content-encoding': 'br' },
    body: html,
  },
])('an answer stays as it is: $why', async ({ accepts, headers, body }) => {
  const answer = await packedPage(asked(accepts), new Response(body, { headers }))
  expect(answer.headers.get('content-encoding')).not.toBe('gzip')
  expect(await answer.text()).toBe(body)
})

it('nothing is packed that is not sent', async () => {
  const answer = new Response(null, { headers: { 'content-type': type } })
  expect(await packedPage(asked('gzip', 'HEAD'), answer)).toBe(answer)
})
