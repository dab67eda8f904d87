/** Addresses of what pages load. */
import type { Context, MiddlewareHandler } from 'hono'
import type { AssetHrefs } from '../../../templates/assets/hrefs.ts'
import type { Assets } from '../../../templates/parts/shell.tsx'

export type { AssetHrefs, Assets }

/** For a host that has built nothing to load, such as most tests: pages are whole without it. */
const unbuilt: AssetHrefs = {
  styles: '/assets/styles.css',
  fonts: '/assets/fonts.css',
  script: '/assets/enhance.js',
  passkeys: '/assets/passkeys.js',
  visits: '/assets/visits.js',
  visits_worker: '/assets/visits-worker.js',
  letters: '/assets/latin.woff2',
}

/** Tells every page of an app what its host has built. */
export function withAssets(assets: () => AssetHrefs | undefined): MiddlewareHandler {
  return (c, next) => {
    c.set('assets', assets())
    return next()
  }
}

function hrefsFor(c: Context): AssetHrefs {
  return (c.get('assets') as AssetHrefs | undefined) ?? unbuilt
}

/** What a page may load beside what all of them do. */
export type MoreScripts = 'passkeys' | 'visits' | 'visits_worker'

/** The stylesheets and scripts of a page. */
export function assetsOf(c: Context, more?: MoreScripts): Assets {
  const hrefs = hrefsFor(c)
  const { fonts, styles, script, letters } = hrefs
  const scripts = more === undefined ? [script] : [script, hrefs[more]]
  return { letters, stylesheets: [fonts, styles], scripts }
}
