/** Copies of a book for whoever downloads one: made in a thread, gone from the disk before they are sent. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { BookCopy } from '../web/offer.ts'
import { inThread } from './background.ts'

/** A part of a file on its way: small beside what a server holds, large beside what a call costs. */
const pieceBytes = 262_144

/** A copy is written to all the time while it is made: one untouched for so long was left behind. */
const leftBehindMs = 3_600_000

/** The name of a copy while it is made, beside its book: no book's name, and its owner's alone. */
const copyName = /^\.[a-z0-9-]+\.copy-[0-9a-f]{16}(?:-journal|-wal|-shm)?$/

export interface CopyOptions {
  /** The built file of `src/node/task-thread.ts`. */
  readonly thread: URL
  readonly path: string
  readonly random: (bytes: number) => Uint8Array
}

/** Copies the book in a file as it stands now. Nobody else waits for it. Refuses `store.*`. */
export async function bookCopy({ thread, path, random }: CopyOptions): Promise<BookCopy> {
  const mark = Buffer.from(random(8)).toString('hex')
  const to = join(dirname(path), `.${basename(path, '.db')}.copy-${mark}`)
  const { signal } = new AbortController()
  try {
    await inThread(thread, { work: 'copy', path, to }, { signal })
    const handle = await open(to, 'r')
    const { size } = await handle.stat()
    return { bytes: size, body: bodyOf(handle) }
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(to + suffix, { force: true })
  }
}

/** The bytes of an open file, which is closed at its end or when nobody reads on. */
function bodyOf(handle: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = new Uint8Array(pieceBytes)
        const { bytesRead } = await handle.read(piece, 0, pieceBytes)
        if (bytesRead > 0) {
          controller.enqueue(piece.subarray(0, bytesRead))
          return
        }
        await handle.close()
        controller.close()
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  )
}

/** Removes what a server left behind that ended in the midst of a copy. `now` in milliseconds. */
export function removeLeftCopies(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((one) => copyName.test(one))) {
    const path = join(folder, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found && found.mtimeMs < now - leftBehindMs) rmSync(path, { force: true })
  }
}
