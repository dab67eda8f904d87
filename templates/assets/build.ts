/**
 * Writes what pages load to `dist/public/assets`: part of `npm run build`, and of wrangler's build, which
 * adds with `--papers` the fonts that papers are drawn with.
 */
import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeAssets } from './write.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'dist/public')

const paperFonts = [
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
]

await writeAssets(folder, join(root, 'node_modules/.cache/care-ledger'))
if (process.argv.includes('--papers')) {
  const { resolve } = createRequire(import.meta.url)
  mkdirSync(join(folder, 'fonts'), { recursive: true })
  for (const path of paperFonts) {
    copyFileSync(resolve(`@expo-google-fonts/${path}`), join(folder, 'fonts', basename(path)))
  }
}
