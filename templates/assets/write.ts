/** Puts what pages load into the folder that is served. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { bundleAssets } from './bundle.ts'
import type { AssetHrefs } from './hrefs.ts'

/** What Cloudflare says of the files, as Node does by itself. */
const cloudflareHeaders = `/assets/*
  cache-control: public, max-age=31536000, immutable
  x-content-type-options: nosniff
  referrer-policy: same-origin
  cross-origin-resource-policy: same-origin
  content-security-policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
`

/** Cloudflare packs what it sends by itself. */
const cloudflareIgnores = '*.br\n*.gz\n'

/**
 * Makes what pages load and writes it to `folder`, which stands for the root of the site, with the list of
 * its addresses, `assets.json`. What an earlier build left there is removed once the list tells of the new.
 * `cache` is a folder for what takes long to make.
 */
export async function writeAssets(folder: string, cache: string): Promise<AssetHrefs> {
  const { hrefs, files } = await bundleAssets(cache)
  const assets = join(folder, 'assets')
  for (const [path, bytes] of files) {
    const there = statSync(join(assets, path), { throwIfNoEntry: false })
    // Its name tells its content, so a whole file that is there is this one.
    if (there?.size !== bytes.length) put(join(assets, path), bytes)
  }
  put(join(folder, '_headers'), Buffer.from(cloudflareHeaders))
  put(join(folder, '.assetsignore'), Buffer.from(cloudflareIgnores))
  put(join(folder, 'assets.json'), Buffer.from(JSON.stringify(hrefs)))
  for (const path of filesIn(assets)) {
    if (!files.has(path)) rmSync(join(assets, path), { force: true })
  }
  return hrefs
}

/** Moved to its place whole, because another build or a server may be reading there. */
function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  writeFileSync(part, bytes)
  renameSync(part, path)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && !found.name.endsWith('.part'))
    .map((found) => join(found.parentPath, found.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
}
