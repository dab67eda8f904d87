/** Serves what pages load from the folder that the build wrote, and nothing beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { AssetHrefs } from '../web/pages/assets.ts'
import { secured } from '../web/secure-headers.ts'

const prefix = '/assets/'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** In the order in which they are preferred: how a browser names a packing, and how its files end. */
const packings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const

export interface AssetFiles {
  /** Absent where nothing was built. */
  readonly hrefs: AssetHrefs | undefined
  /** The answer to a request below `/assets/`; undefined for any other. */
  answer(request: Request): Promise<Response> | undefined
}

/**
 * Opens the folder that the build wrote, which stands for the root of the site. Its names are read once: a
 * path that is not among them, however it is written, reaches no file; without a folder none does.
 */
export function openAssets(folder: string | undefined): AssetFiles {
  const { hrefs, place, names } = folder === undefined ? nothing : listOf(folder)
  return {
    hrefs,
    answer: (request) => {
      const from = request.url.indexOf('/', request.url.indexOf('//') + 2)
      if (!request.url.startsWith(prefix, from)) return undefined
      const name = request.url.slice(from + prefix.length).replace(/[?#].*$/s, '')
      return answered(request, { place, name, names }).then((file) => secured(file, request))
    },
  }
}

interface Listed {
  readonly hrefs: AssetHrefs | undefined
  /** Where the files are. */
  readonly place: string
  readonly names: ReadonlySet<string>
}

const nothing: Listed = { hrefs: undefined, place: '', names: new Set() }

function listOf(folder: string): Listed {
  const place = join(folder, 'assets')
  try {
    const hrefs = JSON.parse(readFileSync(join(folder, 'assets.json'), 'utf8')) as AssetHrefs
    const found = readdirSync(place, { recursive: true, encoding: 'utf8' })
    return { hrefs, place, names: new Set(found.map((path) => path.split(sep).join('/'))) }
  } catch {
    return nothing
  }
}

interface Wanted {
  readonly place: string
  readonly name: string
  readonly names: ReadonlySet<string>
}

async function answered(request: Request, { place, name, names }: Wanted): Promise<Response> {
  const type = types[name.slice(name.lastIndexOf('.') + 1)]
  if (type === undefined || !names.has(name)) return plain(404, 'There is no such file.\n')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plain(405, 'A file can only be read.\n', { allow: 'GET, HEAD' })
  }
  const packing = packingFor(request, name, names)
  // The name holds the content's digest; each packing of it is a representation of its own.
  const etag = `"${name}${packing?.ending ?? ''}"`
  const headers = new Headers({
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
  })
  if (names.has(`${name}${packings[0].ending}`)) headers.set('vary', 'accept-encoding')
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  const bytes = await readFile(join(place, `${name}${packing?.ending ?? ''}`)).catch(() => null)
  if (bytes === null) return plain(404, 'This file was built anew since.\n')
  headers.set('content-type', type)
  headers.set('content-length', String(bytes.length))
  if (packing) headers.set('content-encoding', packing.encoding)
  const body = request.method === 'HEAD' ? null : (bytes as BodyInit)
  return new Response(body, { headers })
}

function packingFor(request: Request, name: string, names: ReadonlySet<string>) {
  const accepted = request.headers.get('accept-encoding') ?? ''
  return packings.find(
    ({ encoding, ending }) =>
      names.has(`${name}${ending}`) &&
      new RegExp(`\\b${encoding}\\b(?!;q=0(?:\\.0*)?(?:,|$))`).test(accepted),
  )
}

function isKnown(known: string | null, etag: string): boolean {
  return (
    known === '*' || (known ?? '').split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag)
  )
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  const all = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  }
  return new Response(text, { status, headers: all })
}
