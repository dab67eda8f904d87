/** What the README shows is done here, line by line, in a copy of the project. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheFolder } from './assets/built.ts'
import { ended, projectRoot } from './cli/care-ledger.ts'

interface Block {
  /** The line of the README that it begins on. */
  readonly line: number
  readonly text: string
  /** What the comment before it says that it needs, or '' when it is run. */
  readonly needs: string
  readonly background: boolean
}

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/(?:<!-- (.*?) -->\n)?```sh\n(.*?)```/gs)].map(
  ({ 0: whole, 1: comment = '', 2: text = '', index }): Block => ({
    line: readme.slice(0, index + whole.indexOf('```')).split('\n').length,
    text,
    needs: /^needs: (.*)$/.exec(comment)?.[1] ?? '',
    background: comment === 'background',
  }),
)

const folder = mkdtempSync(join(tmpdir(), 'care-ledger-readme-'))
const hasCurl = spawnSync('curl', ['--version']).status === 0

beforeAll(() => {
  for (const name of ['src', 'db', 'templates', 'package.json', 'README.md']) {
    cpSync(join(projectRoot, name), join(folder, name), { recursive: true })
  }
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  const link = (name: string) =>
    symlinkSync(join(projectRoot, 'node_modules', name), join(modules, name))
  const own = new Set(['.bin', '.cache'])
  // The cut fonts, which take long to make and are tested by themselves.
  if (existsSync(cacheFolder)) {
    cpSync(cacheFolder, join(modules, '.cache/care-ledger'), { recursive: true })
  }
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) if (!own.has(name)) link(name)
  for (const name of readdirSync(join(projectRoot, 'node_modules/.bin'))) {
    if (name !== 'care-ledger') link(`.bin/${name}`)
  }
  // As `npm install` leaves it.
  symlinkSync('../../src/care-ledger.mjs', join(modules, '.bin/care-ledger'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** One script of all blocks that are run, in order: what one exports the next ones see. */
function scriptOf(port: number): string {
  const steps = blocks
    .filter(({ needs }) => needs === '' || (needs === 'curl' && hasCurl))
    .map(({ line, text, background }) => {
      const own = text.replaceAll('8080', String(port))
      const say = `echo "--- README.md:${line}" >&2\n`
      return background
        ? `${say}{ ${own} } > served.log 2>&1 &\nserver=$!\n${waiting(port)}`
        : say + own
    })
  return `set -eu\ntrap '[ -z "\${server:-}" ] || kill $server' EXIT\n${steps.join('\n')}`
}

function waiting(port: number): string {
  const url = `http://127.0.0.1:${port}/healthz`
  const look = `fetch('${url}').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))`
  return `tries=0
until node -e "${look}"; do
  tries=$((tries + 1)); [ $tries -lt 60 ] || { cat served.log >&2; exit 1; }; sleep 0.2
done
`
}

describe('README.md', () => {
  test('names the whole way: start, test, verify, serve, run, deploy', () => {
    expect(blocks.length).toBeGreaterThan(20)
    expect(blocks.map(({ text }) => text)).toContain('npm install && npm run demo\n')
    expect(blocks.map(({ text }) => text)).toContain('npm install && npm test\n')
    const needs = new Set(blocks.map((block) => block.needs))
    expect([...needs].sort()).toEqual(['', 'account', 'curl', 'network', 'root', 'wrangler'])
  })

  test.each(blocks.map((block) => [block.line, block.text] as const))(
    'the block on line %d is sound shell',
    (_, text) => {
      const { status, stderr } = spawnSync('sh', ['-n'], { input: text })
      expect([status, String(stderr)]).toEqual([0, ''])
    },
  )

  test('its commands are done, in order, in a copy of the project', {
    timeout: 180_000,
  }, async () => {
    const child = spawn('sh', ['-c', scriptOf(await freePort())], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', CARE_LEDGER_BOOKS: '' },
    })
    const { code, out, err } = await ended(child)
    expect(code, `${err}\n${out.slice(-2000)}`).toBe(0)
    expect(out).toContain('paid out 21,757,793.27 GBP = the column of the file')
    expect(out).toContain('Took 475 grants of templates/demo/grants.csv, 21757793.27 GBP in all')
    expect(out).not.toContain('FAIL')
    const papers = ['q1.pdf', 'again.pdf', '2025-zh.pdf', ...(hasCurl ? ['march.pdf'] : [])]
    for (const paper of papers) {
      expect(readFileSync(join(folder, paper), 'latin1').slice(0, 5)).toBe('%PDF-')
    }
    expect(
      readFileSync(join(folder, 'again.pdf')).equals(readFileSync(join(folder, 'q1.pdf'))),
    ).toBe(true)
  })

  test('every command of the command line is shown', () => {
    const shown = new Set([...readme.matchAll(/care-ledger ([a-z]+)/g)].map(([, name]) => name))
    const help = execFileSync(process.execPath, [join(folder, 'src/care-ledger.mjs'), '--help'])
    const listed = /^Commands:\n(.*?)^ {2}help /ms.exec(String(help))![1]!
    const names = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!)
    expect(names).toContain('verify')
    for (const name of names) if (name !== 'demo') expect([...shown]).toContain(name)
  })
})
