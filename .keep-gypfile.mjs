// Run by `prepare`, after every `npm install`. better-sqlite3 carries its binary in its package and says so
// with `gypfile: false`. npm forgets that word when it writes the lock file, and would then, on a fresh
// machine, ask for Python and a compiler that nothing here needs. So the word is put back.
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('package-lock.json', import.meta.url)
const before = readFileSync(path, 'utf8')
const lock = JSON.parse(before)
for (const [folder, entry] of Object.entries(lock.packages)) {
  if (folder !== 'node_modules/better-sqlite3') continue
  delete entry.hasInstallScript
  entry.gypfile = false
}
const after = `${JSON.stringify(lock, null, 2)}\n`
if (after !== before) writeFileSync(path, after)
