/** The fonts that the stateless Worker draws papers with, from its static files. */
import type { Fetcher } from '@cloudflare/workers-types'
import { type Faces, parseFaces } from '../statements/pdf/font.ts'

/** The fonts' places among the static files, where the build of `wrangler.toml` puts them. */
const places = {
  regular: ['/fonts/NotoSansSC_400Regular.ttf', '/fonts/NotoSans_400Regular.ttf'],
  bold: ['/fonts/NotoSansSC_700Bold.ttf', '/fonts/NotoSans_700Bold.ttf'],
} as const

/** The request that began to load the fonts may end before they are there; this keeps it alive. */
export type WaitUntil = (work: Promise<unknown>) => void

/** Answers the fonts of the static files. */
export type FontCase = (assets: Fetcher, waitUntil: WaitUntil) => Promise<Faces>

/**
 * Opens an empty case of fonts. They are fetched and parsed for the first paper, once for all that wait
 * for them, and kept as long as the isolate lives; after a failure the next paper tries again.
 */
export function openFontCase(): FontCase {
  let faces: Promise<Faces> | undefined
  return (assets, waitUntil) => {
    if (faces === undefined) {
      faces = loaded(assets).catch((error: unknown) => {
        faces = undefined
        throw error
      })
      waitUntil(faces.catch(() => undefined))
    }
    return faces
  }
}

async function loaded(assets: Fetcher): Promise<Faces> {
  const filesOf = ([first, second]: readonly [string, string]) =>
    Promise.all([bytesOf(assets, first), bytesOf(assets, second)])
  const [regular, bold] = await Promise.all([filesOf(places.regular), filesOf(places.bold)])
  return parseFaces({ regular, bold })
}

async function bytesOf(assets: Fetcher, path: string): Promise<Uint8Array> {
  const answer = await assets.fetch(new URL(path, 'https://assets.local').href)
  if (!answer.ok)
    throw new Error(`The static files lack ${path} (${answer.status}); run the build.`)
  return new Uint8Array(await answer.arrayBuffer())
}
