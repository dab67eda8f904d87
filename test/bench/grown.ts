/** The large book of the benches, grown once for a schema and a generator and kept between runs. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../db/migrations.ts'
import { sha256Hex } from '../../src/kit/digest.ts'
import { makeKeyFile } from '../../src/node/book-files.ts'
import { openBook, surroundings } from '../../src/node.ts'
import { letIn } from './bench-book.ts'
import { growBook } from './grow-book.ts'
import { freshFolder, timed } from './measure.ts'

export const grownEntries = 1_000_000
export const grownAccounts = 200
const options = {
  entries: grownEntries,
  accounts: grownAccounts,
  funds: 5,
  days: 1_095,
  seed: 20_260_331,
}

/** A copy of the grown book in a fresh folder `name`, with the bench's token and a signing key. */
export async function grownBook(name: string, log: (line: string) => void): Promise<string> {
  const kept = keptPath()
  if (!existsSync(kept)) {
    log(`growing a book of ${grownEntries} entries, once: some minutes`)
    const growing = `${kept}.growing`
    for (const suffix of ['', '-wal', '-shm']) rmSync(growing + suffix, { force: true })
    const ms = timed(() => growBook(growing, options).book.store.close())
    renameSync(growing, kept)
    log(`grown in ${(ms / 1000).toFixed(0)} s`)
  }
  const folder = freshFolder(name)
  copyFileSync(kept, join(folder, 'grown.db'))
  await makeKeyFile(folder, 'grown', surroundings.random)
  const { book, close } = openBook(join(folder, 'grown.db'))
  letIn(book)
  close()
  return folder
}

/** Named by all that decides what the file holds, so that a change of the schema grows a new one. */
function keptPath(): string {
  const folder = join(process.cwd(), '.cache', 'grown')
  mkdirSync(folder, { recursive: true })
  const generator = readFileSync(join(process.cwd(), 'test', 'bench', 'grow-book.ts'), 'utf8')
  const digest = sha256Hex(
    JSON.stringify([options, generator, ...migrations.map(({ sql }) => sql)]),
  )
  return join(folder, `${digest.slice(0, 16)}.db`)
}
