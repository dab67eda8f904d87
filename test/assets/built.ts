/** What pages load, built once for all tests that a run gives to one worker. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAssets } from '../../templates/assets/write.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder as `npm run build` writes it, beside it so that both may run at once. */
export const builtFolder = join(root, '.cache/public')

/** What takes long to make is kept where `npm run build` keeps it. */
export const cacheFolder = join(root, 'node_modules/.cache/care-ledger')

let built: ReturnType<typeof writeAssets> | undefined

/** Builds what pages load, and answers where they find it. */
export function builtAssets(): ReturnType<typeof writeAssets> {
  built ??= writeAssets(builtFolder, cacheFolder)
  return built
}
