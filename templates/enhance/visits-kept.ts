/**
 * What is kept on a device of visits: those that wait to be sent, in a database of the browser, and the pages on which
 * they are recorded, in a cache. Both are of one book and one reader, and go when the reader signs out.
 */
import { bookOf } from './page.ts'

/** A visit as it was typed. */
export interface KeptVisit {
  /** The key of its form: sent again it is recognised. */
  readonly key: string
  readonly book: string
  /** Whose it is; shown to and sent by nobody else. */
  readonly reader: string
  readonly action: string
  /** To whom and when, for the list of what waits. */
  readonly name: string
  readonly day: string
  readonly fields: readonly (readonly [string, string])[]
  readonly files: readonly (readonly [string, File])[]
  /** How the form sends them: with files, or without. */
  readonly multipart: boolean
  /** The server did not take it: somebody has to correct it. */
  readonly refused: boolean
}

const database = 'visits'
const waiting = 'waiting'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(waiting, { keyPath: 'key' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Runs one request on what waits and answers its result once the change is on disk. */
async function on<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(waiting, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(waiting))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

/** Keeps a visit until it is sent; one with the same key is replaced. */
export async function keep(visit: KeptVisit): Promise<void> {
  await on('readwrite', (store) => store.put(visit))
}

/** Lets go of a visit that was sent or discarded. */
export async function drop(key: string): Promise<void> {
  await on('readwrite', (store) => store.delete(key))
}

/** What waits in a book, of one reader or of all of them, in the order of its days. */
export async function keptVisits(book: string, reader?: string): Promise<KeptVisit[]> {
  const all: KeptVisit[] = await on('readonly', (store) => store.getAll())
  return all
    .filter((one) => one.book === book && (reader === undefined || one.reader === reader))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The cache of the pages of a book; its worker reads it under the same name. */
export function cacheName(book: string): string {
  return `visits ${book}`
}

/** Where in the cache it is said whose pages they are. */
const whose = '/visits-reader'

/** Empties the cache when it holds the pages of another reader. */
export async function ownCache(book: string, reader: string): Promise<Cache> {
  const name = cacheName(book)
  const known = await (await caches.open(name)).match(whose)
  if (known && (await known.text()) !== reader) await caches.delete(name)
  const cache = await caches.open(name)
  await cache.put(whose, new Response(reader))
  return cache
}

/** Removes everything that is kept of a book on this device. */
export async function forget(book: string): Promise<void> {
  if ('caches' in globalThis) await caches.delete(cacheName(book))
  for (const { key } of await keptVisits(book)) await drop(key)
}

/** Before a reader signs out: what waits is lost, so they are asked; then everything is removed. */
export function forgetting(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const question = form.closest<HTMLElement>('[data-forget]')?.dataset.forget
    if (question === undefined || event.defaultPrevented) return
    event.preventDefault()
    leave(question)
      .catch(() => true)
      .then((goes) => {
        if (goes) form.submit()
      })
  })
}

async function leave(question: string): Promise<boolean> {
  const book = bookOf(location.pathname)
  const kept = await keptVisits(book)
  if (kept.length > 0 && !confirm(question)) return false
  await forget(book)
  return true
}
