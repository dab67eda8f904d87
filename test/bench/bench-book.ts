/** A book to measure: made as the Node host makes one, with one fund that money came into. */
import { join } from 'node:path'
import { create, tokenHash } from '../../src/access/tokens.ts'
import { type Book, perform } from '../../src/book/book.ts'
import type { AnyCommand } from '../../src/book/registry.ts'
import * as contributions from '../../src/funds/contributions.ts'
import * as funds from '../../src/funds/funds.ts'
import { hex } from '../../src/kit/digest.ts'
import { createBook, freshKey, hostCaller, type OpenBook } from '../../src/node.ts'

/** The bearer token of every bench's book: it guards nothing. */
export const benchToken = `clt_${'a'.repeat(43)}`

const dayMs = 86_400_000

/** Does one command as the host, with a fresh key. */
export function does(book: Book, command: AnyCommand, input: unknown): unknown {
  return perform(book, { command, input, key: freshKey(), caller: hostCaller }).output
}

/** A new book `relief` with the token, the fund `care` and the party P-000001; no money in it yet. */
export async function benchBook(folder: string, currency = 'CNY'): Promise<OpenBook> {
  const organisation = { name: 'Riverside Mutual Aid', time_zone: 'Asia/Shanghai', currency }
  const opened = await createBook({ folder, code: 'relief', organisation })
  letIn(opened.book)
  does(opened.book, funds.open, {
    fund: 'care',
    name: 'Care',
    restriction: 'purpose',
    purpose: 'Hardship',
  })
  return opened
}

/** Gives `benchToken` the run of a book. */
export function letIn(book: Book): void {
  does(book, create, {
    hash: hex(tokenHash(benchToken)),
    role: 'owner',
    expires_at: Date.now() + dayMs,
    label: 'bench',
  })
}

/** Brings more into the fund `care` than any bench pays out. */
export function fill(book: Book): void {
  does(book, contributions.receive, {
    fund: 'care',
    source: 'member',
    party: { kind: 'person', name: '王小明' },
    amount: '10000000000.00',
  })
}

/** The file of the bench's book in a folder. */
export function benchPath(folder: string): string {
  return join(folder, 'relief.db')
}
