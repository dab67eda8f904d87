/** What pages load: how much it is, that no character is forgotten, and that nothing else is served. */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { create } from 'fontkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAssets } from '../../src/node/assets.ts'
import { rangesOf } from '../../templates/assets/font-rules.ts'
import type { AssetHrefs } from '../../templates/assets/hrefs.ts'
import { builtAssets, builtFolder } from './built.ts'

let hrefs: AssetHrefs
let server: Server

beforeAll(async () => {
  hrefs = await builtAssets()
  const assets = openAssets(builtFolder)
  const elsewhere = () => new Response('a page')
  server = createServer(
    getRequestListener((asked) => assets.answer(asked) ?? elsewhere(), {
      overrideGlobalObjects: false,
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
})

const bytesOf = (href: string) => readFileSync(join(builtFolder, href))
const kilobytes = (href: string) => bytesOf(href).length / 1_000

describe('how much pages load', () => {
  it('styles with all rules of fonts are under 60 KB packed, scripts under 60 KB', () => {
    const sizes = ['.gz', '.br'].map((ending) => ({
      styles: kilobytes(hrefs.styles + ending) + kilobytes(hrefs.fonts + ending),
      script: kilobytes(hrefs.script + ending),
      passkeys: kilobytes(hrefs.passkeys + ending),
    }))
    for (const { styles, script, passkeys } of sizes) {
      expect(styles).toBeLessThan(60)
      expect(script + passkeys).toBeLessThan(60)
      expect(passkeys).toBeLessThan(8)
    }
  })

  it('packed files unpack to the file they stand for', () => {
    for (const href of [hrefs.styles, hrefs.fonts, hrefs.script, hrefs.passkeys]) {
      expect(gunzipSync(bytesOf(`${href}.gz`)).equals(bytesOf(href))).toBe(true)
      expect(brotliDecompressSync(bytesOf(`${href}.br`)).equals(bytesOf(href))).toBe(true)
    }
  })

  it('styles name nothing outside this site, and nothing stands in them as data', () => {
    const outside = /url\((?!fonts-[0-9a-f]{8}\/[\w-]+\.woff2?\))/
    for (const href of [hrefs.styles, hrefs.fonts]) {
      expect(outside.exec(bytesOf(href).toString())).toBeNull()
    }
  })
})

interface Rule {
  readonly family: string
  readonly weight: string
  readonly file: string
  readonly points: ReadonlySet<number>
}

function rules(): Rule[] {
  const sheet = bytesOf(hrefs.fonts).toString()
  return [...sheet.matchAll(/@font-face\{(.+?)\}/g)].map(([, body]) => {
    const said = Object.fromEntries(body!.split(';').map((line) => line.split(/:(.*)/s)))
    const ranges = String(said['unicode-range']).split(',')
    const points = ranges.flatMap((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      return Array.from({ length: last - first + 1 }, (_, position) => first + position)
    })
    const file = /url\((.+)\)/.exec(String(said.src))![1]!
    return {
      family: said['font-family']!,
      weight: said['font-weight']!,
      file,
      points: new Set(points),
    }
  })
}

describe('fonts in slices', () => {
  it('each rule has its file, and a text is shown before the file is there', () => {
    const sheet = bytesOf(hrefs.fonts).toString()
    const all = rules()
    const files = readdirSync(join(builtFolder, 'assets', all[0]!.file.split('/')[0]!))
    expect(new Set(all.map(({ file }) => file.split('/')[1]))).toEqual(new Set(files))
    expect(sheet.split('font-display:swap').length - 1).toBe(all.length)
  })

  it('every character of the font of papers is in a slice, in both weights', () => {
    const all = rules().map((rule) => ({ ...rule, held: charactersIn(rule.file) }))
    const whole = create(readFileSync(paperFont())).characterSet
    expect(whole.length).toBeGreaterThan(30_000)
    for (const weight of ['400', '700']) {
      const found = new Set<number>()
      for (const { weight: given, points, held } of all) {
        if (given !== weight && given !== '100 900') continue
        for (const point of held) if (points.has(point)) found.add(point)
      }
      expect(whole.filter((point) => !found.has(point))).toEqual([])
    }
  })

  it('rare characters of names need one slice of some 50 KB each', () => {
    const rest = rules().filter(({ family }) => family === 'Noto Sans SC Rest')
    for (const name of '𬱖𬍛𤩽騳') {
      const needed = rest.filter(({ points }) => points.has(name.codePointAt(0)!))
      expect(needed.map(({ weight }) => weight).sort()).toEqual(['400', '700'])
      for (const { file } of needed) expect(kilobytes(`/assets/${file}`)).toBeLessThan(80)
    }
  })

  it.each([
    { points: [0x3400, 0x3401, 0x3402], ranges: 'U+3400-3402' },
    { points: [0x3400, 0x3500], ranges: 'U+3400,U+3500' },
    { points: [0x3400, 0x3418], ranges: 'U+3400-3418' },
    { points: [0x4e00, 0x4f00], ranges: 'U+4e00-4f00' },
  ])('ranges run over what another font draws: $ranges', ({ points, ranges }) => {
    expect(rangesOf(points, (point) => point >= 0x4e00 && point < 0x4f00)).toBe(ranges)
  })
})

function charactersIn(file: string): readonly number[] {
  return create(bytesOf(`/assets/${file}`)).characterSet
}

function paperFont(): string {
  const root = new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/', import.meta.url)
  return new URL('400Regular/NotoSansSC_400Regular.ttf', root).pathname
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Sends a path as it is written: `fetch` would tidy it first. */
function asked(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const { statusCode: status = 0, headers } = answer
        resolve({ status, headers, body: Buffer.concat(chunks) })
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}

describe('serving them on Node', () => {
  it.each([
    { accepts: 'gzip, deflate, br, zstd', encoding: 'br', ending: '.br' },
    { accepts: 'gzip', encoding: 'gzip', ending: '.gz' },
    { accepts: 'br;q=0, gzip', encoding: 'gzip', ending: '.gz' },
    { accepts: 'identity', encoding: undefined, ending: '' },
  ])('to a browser that accepts $accepts', async ({ accepts, encoding, ending }) => {
    const { status, headers, body } = await asked(hrefs.styles, { 'accept-encoding': accepts })
    expect(status).toBe(200)
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('accept-encoding')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(body.equals(bytesOf(hrefs.styles + ending))).toBe(true)
  })

  it.each([
    ['styles', 'text/css; charset=utf-8'],
    ['fonts', 'text/css; charset=utf-8'],
    ['script', 'text/javascript; charset=utf-8'],
    ['passkeys', 'text/javascript; charset=utf-8'],
    ['letters', 'font/woff2'],
  ] as const)('%s says what it is: %s', async (name, type) => {
    const { headers, body } = await asked(hrefs[name])
    expect(headers['content-type']).toBe(type)
    expect(body.equals(bytesOf(hrefs[name]))).toBe(true)
  })

  it('what the browser has is not sent again, and HEAD sends none of it', async () => {
    const { headers } = await asked(hrefs.letters)
    const again = await asked(hrefs.letters, { 'if-none-match': `"other", W/${headers.etag}` })
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag])
    const head = await asked(hrefs.letters, {}, 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(String(bytesOf(hrefs.letters).length))
    expect((await asked(hrefs.letters, {}, 'POST')).status).toBe(405)
  })

  it.each([
    '/assets/',
    '/assets/../assets.json',
    '/assets/%2e%2e/assets.json',
    '/assets/..%2fassets.json',
    '/assets/..%5cassets.json',
    '/assets/..\\assets.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/.assetsignore',
    '/assets/....//....//etc/passwd.css',
    '/assets/fonts-00000000/latin.woff2',
    '/assets/constructor',
  ])('%s reaches no file', async (path) => {
    const { status, body } = await asked(path)
    // A path that leaves `/assets/` is a page's business; one that is no path is refused before.
    const answers: Record<number, RegExp> = {
      200: /^a page$/,
      400: /^$/,
      404: /^There is no such file\.\n$/,
    }
    expect(body.toString()).toMatch(answers[status]!)
  })

  it('a packed file and a folder are no files of their own', async () => {
    expect((await asked(`${hrefs.styles}.br`)).status).toBe(404)
    expect((await asked(hrefs.letters.replace(/\/[^/]+$/, ''))).status).toBe(404)
  })

  it('where nothing was built there is nothing, and no list of it', async () => {
    const none = openAssets('/nowhere')
    expect(none.hrefs).toBeUndefined()
    const answer = await none.answer(new Request(`http://localhost${hrefs.styles}`))
    expect(answer?.status).toBe(404)
    expect(none.answer(new Request('http://localhost/b/relief'))).toBeUndefined()
  })
})
