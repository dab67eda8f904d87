/** The first start and invitations through the real command line and a real server. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { browserOn } from '../web/browser.ts'
import { commandLine, heard, makeBook, type Server, serving } from './care-ledger.ts'

const line = commandLine()
const password = 'rain on the tin roof'
const owner = { owner_name: 'Ana Ferreira', login: 'ana', password, again: password }

/** Starts a server and answers the link that it prints, with the way to stop it. */
async function printed(
  books: string,
): Promise<{ origin: string; path: string; stop(): Promise<void> }> {
  const child = line.start(['serve', '--books', books, '--port', '0'])
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.stdout?.resume()
  const [, origin = '', path = ''] = await heard(child, /works once: (http:\/\/[^/]+)(\/\S+)/)
  return {
    origin,
    path,
    stop: async () => {
      child.kill('SIGTERM')
      await closed
    },
  }
}

function browserAt(origin: string) {
  return browserOn(origin, (request) => fetch(request))
}

describe('serve', () => {
  test('over an empty folder prints a link, with which a book is made in the browser', async () => {
    const first = await printed('fresh')
    expect(first.path).toMatch(/^\/start\/[\w-]{43}$/)
    const browser = browserAt(first.origin)
    const answers = { ...owner, name: 'Hillside Mutual Aid', code: 'hillside' }
    const shown = await browser.fill(`${first.path}?preset=mutual_aid`, answers)
    expect([shown.status, shown.location]).toEqual([303, '/b/hillside'])
    await first.stop()
    expect(existsSync(join(line.folder, 'fresh', 'hillside.key.json'))).toBe(true)
    const { funds } = await line.json<{ funds: { fund: string; name: string }[] }>([
      'ask',
      'funds.list',
      '--books',
      'fresh',
      '--book',
      'hillside',
    ])
    expect(funds).toMatchObject([{ fund: 'care', name: 'Mutual aid fund' }])
    const { passed } = await line.json<{ passed: boolean }>(['verify', 'fresh/hillside.db'])
    expect(passed).toBe(true)
  })

  test('over a book without a user prints a link that makes its owner, and no other', async () => {
    await makeBook(line, 'made/relief.db')
    const { origin, path, stop } = await printed('made')
    expect(path).toMatch(/^\/b\/relief\/start\/[\w-]{43}$/)
    const browser = browserAt(origin)
    const weak = await browser.fill(path, { ...owner, password: 'short', again: 'short' })
    expect(weak.status).toBe(422)
    const shown = await browser.fill(path, owner)
    expect([shown.status, shown.location]).toEqual([303, '/b/relief'])
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.get('/b/relief/settings/password')).status).toBe(200)
    await stop()
  })
})

describe('invite', () => {
  let server: Server
  const invite = (...more: string[]) =>
    line.json<{ link: string; invitation: number }>([
      ...['invite', '--books', 'invited', '--book', 'relief', '--server', server.base],
      ...more,
    ])

  test('makes a link for a user, and for a new password of one, while the book is served', async () => {
    await makeBook(line, 'invited/relief.db')
    server = await serving(line, 'invited')
    const { link } = await invite('--role', 'auditor')
    const path = link.slice(server.base.length)
    const browser = browserAt(server.base)
    expect((await browser.get(path)).text).toContain('Your role: Auditor')
    expect((await browser.fill(path, owner)).location).toBe('/b/relief')
    expect((await browser.get(path)).status).toBe(404)
    const renewal = (await invite('--login', 'ANA')).link.slice(server.base.length)
    const fresh = { password: 'wind in the high wires', again: 'wind in the high wires' }
    const other = browserAt(server.base)
    const asked = await other.get(renewal)
    expect(asked.text).toContain('Choose a new password')
    expect(asked.text).not.toContain('name="owner_name"')
    expect((await other.fill(renewal, fresh)).status).toBe(303)
    expect((await browser.get('/b/relief/settings/password')).status).toBe(303)
    const login = { login: 'ana', password: fresh.password }
    expect((await browser.fill('/b/relief/sign-in', login)).status).toBe(303)
    expect(await server.stop()).toBe(0)
  })

  test('is refused for a name that nobody has, and for an end in the past', async () => {
    const book = ['invite', '--books', 'invited', '--book', 'relief']
    const nobody = await line.run([...book, '--login', 'nobody'])
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringMatching(/Nobody signs in/)])
    const past = await line.run([...book, '--role', 'owner', '--expires', '2020-01-01'])
    expect([past.code, past.err]).toEqual([1, expect.stringMatching(/which is over/)])
    const resets = [...book, '--reset-second-factor']
    const newcomer = await line.run([...resets, '--role', 'owner'])
    expect([newcomer.code, newcomer.err]).toEqual([2, expect.stringMatching(/Name them with/)])
    const without = await line.run([...resets, '--login', 'ana'])
    expect([without.code, without.err]).toEqual([1, expect.stringMatching(/No second factor/)])
  })
})
