/** Where the build put what pages load, as the static files tell. */
import type { Fetcher } from '@cloudflare/workers-types'
import type { AssetHrefs } from '../web/pages/assets.ts'

export interface AssetList {
  /** Reads the list, once an isolate: a new build comes with a new Worker. */
  ready(assets: Fetcher): Promise<void>
  /** What the list says, once it is read; undefined where nothing was built. */
  hrefs(): AssetHrefs | undefined
}

/** Opens the list. It is read for the first page, once for all that wait for it. */
export function openAssetList(): AssetList {
  let hrefs: AssetHrefs | undefined
  let read: Promise<void> | undefined
  return {
    hrefs: () => hrefs,
    ready: (assets) => {
      read ??= listOf(assets).then(
        (found) => {
          hrefs = found
        },
        () => {
          // The page is whole without its styles, and the next one asks again.
          read = undefined
        },
      )
      return read
    },
  }
}

async function listOf(assets: Fetcher): Promise<AssetHrefs | undefined> {
  const answer = await assets.fetch('https://assets.local/assets.json')
  return answer.ok ? ((await answer.json()) as AssetHrefs) : undefined
}
