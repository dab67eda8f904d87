/** Real books published by their keepers, and the balances Ledger and hledger compute for them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { decodeJournal, type Journal, readJournal } from '../../src/exchange/journal.ts'
import { isFault, minorOf, readAmount } from '../../src/exchange/journal-amounts.ts'
import { decodeMapping, type Mapping } from '../../src/exchange/mapping.ts'

const BOOKS = join(import.meta.dirname, '../data/books')

export interface Book {
  readonly journal: Journal
  readonly mapping: Mapping
  /** Minor units by account, as the reference program printed them. */
  readonly expected: ReadonlyMap<string, number>
}

/** A book by the path of its journal below test/data/books. */
export function readBook(path: string): Book {
  const folder = join(BOOKS, path, '..')
  const balances: string[][] = parse(
    readFileSync(join(BOOKS, path.replace(/\.[a-z]+$/, '.expected-balances.csv')), 'utf8'),
  )
  return {
    journal: readJournal(decodeJournal(readFileSync(join(BOOKS, path)))),
    mapping: decodeMapping(readFileSync(join(folder, 'mapping.json'))),
    expected: new Map(
      balances
        .filter(([account]) => account !== 'account')
        .map(([account = '', balance = '']) => [account, dollars(balance)]),
    ),
  }
}

/** An amount of dollars as journals write it, in cents. */
export function dollars(text: string): number {
  const amount = readAmount(text, '.')
  if (isFault(amount)) throw new Error(`${text}: ${amount.sentence}`)
  const read = minorOf(amount.decimal, 'USD')
  if (isFault(read)) throw new Error(`${text}: ${read.sentence}`)
  return read.amount_minor
}
