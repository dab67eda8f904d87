/** Which book a command means, and the hand that works on it. */
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { z } from 'zod'
import { type Answer, ask, type Book, perform } from '../book/book.ts'
import type { Command as BookCommand, Query } from '../book/registry.ts'
import { bookPath, freshKey, hostCaller, openBook, signerOf } from '../node.ts'
import type { Signer } from '../statements/signer.ts'
import { openSqlite } from '../store/better-sqlite3.ts'
import { notABook, schemaVersion } from '../store/migrate.ts'
import type { Store } from '../store/store.ts'
import { bookNotNamed, booksNone } from './refusals.ts'

const defaultBooks = './books'

export interface BookOptions {
  readonly book?: string
  readonly books: string
}

/** Where a book is: its file, and the folder and code that its key file is named by. */
export interface Place {
  readonly path: string
  readonly folder: string
  readonly code: string
}

/** Adds the options that say which book is meant; every command has the same. */
export function withBookOptions(command: Command): Command {
  return withBooksOption(
    command.option(
      '--book <book>',
      'the book: a path such as ./books/relief.db, or a name such as relief in the folder of books; ' +
        'may be left out when that folder holds one book',
    ),
  )
}

/** Adds the option that names the folder of books. */
export function withBooksOption(command: Command): Command {
  return command.addOption(
    new Option('--books <folder>', 'the folder of books')
      .env('CARE_LEDGER_BOOKS')
      .default(defaultBooks)
      // A variable set to nothing counts as one that is not set.
      .argParser((folder) => folder || defaultBooks),
  )
}

/**
 * The place that options name. A text with a slash, or with the ending .db, is a path; any other is a name
 * in the folder of books. Refuses `books.none`, `usage.book_not_named`, `book.code`.
 */
export function placeOf({ book, books }: BookOptions): Place {
  if (book === undefined) return placeNamed(books, onlyBook(books))
  if (!/[/\\]|\.db$/.test(book)) return placeNamed(books, book)
  const path = resolve(book)
  return { path: book, folder: dirname(path), code: basename(path).replace(/\.db$/, '') }
}

function placeNamed(folder: string, code: string): Place {
  return { path: bookPath(folder, code), folder, code }
}

function onlyBook(folder: string): string {
  const codes = codesIn(folder)
  if (codes.length > 1) throw bookNotNamed({ folder, books: codes })
  const [one] = codes
  if (one === undefined) throw booksNone({ folder })
  return one
}

/** The codes of the books in a folder, sorted; none when there is no such folder. */
export function codesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const names = readdirSync(folder).filter((name) => /^[a-z0-9][a-z0-9-]{0,39}\.db$/.test(name))
  return names.map((name) => name.slice(0, -3)).sort()
}

/** An open book in the hand of whoever reaches its file: the host itself acts. */
export interface Hand {
  readonly place: Place
  readonly book: Book
  readonly store: Store
  does<I extends z.ZodType, O extends z.ZodType>(
    command: BookCommand<I, O>,
    input: z.input<I>,
    how?: { readonly key?: string; readonly dryRun?: boolean; readonly book?: Book },
  ): Answer<z.output<O>>
  asks<I extends z.ZodType, O extends z.ZodType>(query: Query<I, O>, input: z.input<I>): z.output<O>
  /** The signing hand of the book. Refuses `signing_key.*`. */
  signer(): Promise<Signer>
}

/** Opens the book that options name, works on it and closes it. Refuses `store.*` and `book.*`. */
export async function withBook<T>(
  options: BookOptions,
  work: (hand: Hand) => Promise<T>,
  { readOnly = false } = {},
): Promise<T> {
  const place = placeOf(options)
  requireBook(place.path)
  const opened = openBook(place.path, { mustExist: true, readOnly })
  const { book } = opened
  try {
    return await work({
      place,
      book,
      store: book.store,
      does: (command, input, how = {}) =>
        perform(how.book ?? book, {
          command,
          input,
          key: how.key ?? freshKey(),
          caller: hostCaller,
          dryRun: how.dryRun ?? false,
        }),
      asks: (query, input) => ask(book, query, input, hostCaller),
      signer: () => signerOf(place.folder, place.code),
    })
  } finally {
    opened.close()
  }
}

/** Looks before anything is written, so that a database of another program stays as it is. */
export function requireBook(path: string): void {
  const store = openSqlite(path, { readOnly: true, mustExist: true })
  try {
    if (schemaVersion(store) === 0) throw notABook({ found: 'it is empty' })
  } finally {
    store.close()
  }
}
