/** What the README promises: `npx wrangler dev` serves the same interface, with its real configuration. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest'
import { drawPaper } from '../../src/statements/draw.ts'
import { signerFrom } from '../../src/statements/signer.ts'
import type { StatementDocument } from '../../src/statements/statement.ts'
import { paperFaces } from '../statements/paper.ts'
import { type Client, clientOf, type Send } from './client.ts'
import { exampleKey } from './fixed.ts'
import { foundedOver, founder } from './hosts.ts'
import { journeys } from './journeys.ts'
import { checkDownloads } from './papers.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'care-ledger-wrangler-'))

/** Starting takes 4 s here, with the bundle and the fonts. */
const patienceMs = 60_000

let wrangler: ChildProcess
let said = ''
let send: Send

beforeAll(async () => {
  const port = await freePort()
  const options = ['--port', String(port), '--inspector-port', '0', '--persist-to', folder]
  const given = { CARE_LEDGER_OWNER_TOKEN: founder, CARE_LEDGER_SIGNING_KEY: exampleKey }
  const secrets = Object.entries(given).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  const command = join(root, 'node_modules/wrangler/bin/wrangler.js')
  wrangler = spawn(process.execPath, [command, 'dev', ...options, ...secrets], {
    cwd: root,
    // Its own group, so that what it starts ends with it; no terminal, no metrics, no network.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' },
  })
  for (const stream of [wrangler.stdout!, wrangler.stderr!]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  }
  send = (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init)
  await untilWell()
}, patienceMs)

afterAll(async () => {
  const ended = new Promise((resolve) => wrangler.once('exit', resolve))
  if (wrangler.exitCode === null) {
    process.kill(-wrangler.pid!, 'SIGTERM')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function untilWell(): Promise<void> {
  for (const start = Date.now(); Date.now() - start < patienceMs; ) {
    if (wrangler.exitCode !== null) break
    const answer = await send('/healthz').catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`wrangler dev does not answer:\n${said}`)
}

it('serves the interface with its real configuration, from founding to signed papers', async () => {
  onTestFailed(() => console.error(said))
  const journey = journeys[0]!
  const owner = await foundedOver(send, journey.book, Date.now)
  await journey.walk(owner)
  await expectSameAsNode(owner)
  const stranger = clientOf(send, { book: 'nobody', token: 'clt_guess', now: Date.now })
  expect((await stranger.get('/funds')).status).toBe(401)
  expect(said).not.toContain('ERROR')
})

it('serves what pages load, to be kept for ever', async () => {
  const page = await (await send('/b/nobody/sign-in', {})).text()
  const hrefs = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, href]) => href!)
  expect(hrefs.map((href) => href.replace(/[.-][0-9a-f]{8}(?=[./])/, ''))).toEqual([
    '/assets/fonts/latin.woff2',
    '/assets/fonts.css',
    '/assets/styles.css',
    '/assets/enhance.js',
  ])
  for (const href of hrefs) {
    const { status, headers } = await send(href, {})
    expect([status, headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
  }
  expect((await send(`${hrefs[1]}.br`, {})).status).toBe(404)
})

/** The same document, drawn and sealed in this process. */
async function expectSameAsNode(owner: Client): Promise<void> {
  const { statements } = await owner.asks('/statements?fund=care')
  const [{ statement, language }] = statements as [{ statement: string; language: 'en' }]
  const { pdf, json } = await checkDownloads(owner, statement)
  const { sign } = await signerFrom(JSON.parse(exampleKey))
  const document = JSON.parse(json) as StatementDocument
  const job = { paper: 'statement', document, language } as const
  expect(Buffer.from((await drawPaper(job, paperFaces(), sign)).bytes).equals(pdf)).toBe(true)
}
