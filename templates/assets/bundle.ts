/**
 * What pages load: styles, fonts and scripts, each under a name that changes with its content, so that a
 * browser keeps them for ever.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { commonFont } from './common-font.ts'
import type { AssetHrefs } from './hrefs.ts'
import { restFont } from './rest-font.ts'

export interface BuiltAssets {
  readonly hrefs: AssetHrefs
  /** Bytes by their path below `/assets/`; those with `.br` and `.gz` are the same, packed. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const templates = fileURLToPath(new URL('..', import.meta.url))

/** Browsers of the last three years: what is newer is rewritten for them. */
const targets = ['chrome111', 'firefox113', 'safari16.4']

/** Makes everything that pages load. `cache` is a folder for what takes long to make. */
export async function bundleAssets(cache: string): Promise<BuiltAssets> {
  const [styles, script, passkeys, visits, worker, fonts] = await Promise.all([
    bundled('styles/index.css'),
    bundled('enhance/index.ts'),
    bundled('enhance/passkeys.ts'),
    bundled('enhance/visits.ts'),
    bundled('enhance/visits-worker.ts'),
    fontFiles(cache),
  ])
  const files = new Map(fonts.files)
  const put = (name: string, ending: string, text: string) => {
    const bytes = Buffer.from(text)
    const path = `${name}.${fingerprint(bytes)}.${ending}`
    files.set(path, bytes)
    files.set(`${path}.br`, packed(bytes))
    files.set(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    return `/assets/${path}`
  }
  const hrefs: AssetHrefs = {
    styles: put('styles', 'css', styles),
    fonts: put('fonts', 'css', fonts.sheet),
    script: put('enhance', 'js', script),
    passkeys: put('passkeys', 'js', passkeys),
    visits: put('visits', 'js', visits),
    visits_worker: put('visits-worker', 'js', worker),
    letters: `/assets/${fonts.letters}`,
  }
  return { hrefs, files }
}

/** One minified file of an entry and all it imports. */
async function bundled(entry: string): Promise<string> {
  const path = join(templates, entry)
  if (!existsSync(path)) return ''
  const result = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: targets,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  })
  return result.outputFiles[0]!.text
}

interface FontFiles {
  readonly sheet: string
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly letters: string
}

/** The slices of both fonts in one folder, named for all their content, and the sheet beside it. */
async function fontFiles(cache: string): Promise<FontFiles> {
  const common = commonFont()
  const rest = await restFont(common.slices, cache)
  const slices = [...common.slices, ...rest.slices]
  const digest = createHash('sha256')
  for (const { bytes } of slices) digest.update(bytes)
  const folder = `fonts-${digest.digest('hex').slice(0, 8)}`
  return {
    sheet: `${common.rules}${rest.rules}`.replaceAll('src:url(', `src:url(${folder}/`),
    files: new Map(slices.map(({ file, bytes }) => [`${folder}/${file}`, bytes])),
    letters: `${folder}/${common.first}`,
  }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}

function packed(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
