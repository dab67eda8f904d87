// Run by `prepare`, after every `npm install`, on any system that has Node.
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'

// better-sqlite3 carries its binary in its package and says so with `gypfile: false`. npm forgets that word
// when it writes the lock file, and would then, on a fresh machine, ask for Python and a compiler that
// nothing here needs. So the word is put back.
const path = new URL('package-lock.json', import.meta.url)
const before = readFileSync(path, 'utf8')
const lock = JSON.parse(before)
const entry = lock.packages['node_modules/better-sqlite3']
delete entry.hasInstallScript
entry.gypfile = false
const after = `${JSON.stringify(lock, null, 2)}\n`
if (after !== before) writeFileSync(path, after)

// The command stands beside those of the packages, so that one PATH finds it and the Node it runs on. npm
// links the commands of packages only, and `npx` asks the network before it looks here. Windows wants a
// right for links that few have; there, npm scripts find the launcher by its path.
if (process.platform !== 'win32') {
  const command = new URL('node_modules/.bin/care-ledger', import.meta.url)
  rmSync(command, { force: true })
  symlinkSync('../../src/care-ledger.mjs', command)
}
