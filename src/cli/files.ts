/** Files that commands read and write: whole or not at all. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { fileTooLarge } from '../exchange/text.ts'
import { sameBytes } from '../kit/digest.ts'
import { fileExists, fileTrouble, translated } from './refusals.ts'

/** The bytes of an ordinary file. Refuses `file.trouble`, and `file.too_large` before it is read. */
export function readWhole(
  path: string,
  { what, limit }: { what: string; limit: number },
): Uint8Array {
  const found = statSync(path)
  if (found.isDirectory()) throw fileTrouble({ path, why: 'it is a folder' })
  if (!found.isFile()) throw fileTrouble({ path, why: 'it is no ordinary file' })
  if (found.size > limit) throw fileTooLarge({ what, bytes: found.size, limit })
  return readFileSync(path)
}

/** The first bytes of an ordinary file, to tell its kind. Refuses `file.trouble`. */
export function readStart(path: string, count: number): Uint8Array {
  const found = statSync(path)
  if (!found.isFile()) {
    throw fileTrouble({
      path,
      why: found.isDirectory() ? 'it is a folder' : 'it is no ordinary file',
    })
  }
  const bytes = new Uint8Array(Math.min(count, found.size))
  const handle = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes a file whole: under another name first, flushed to the disk, then renamed. A file that is there
 * with the same bytes stays; any other is refused (`file.exists`). Refuses `file.no_room` and `file.trouble`.
 */
export function writeWhole(path: string, content: Uint8Array | Iterable<string>): void {
  const bytes = content instanceof Uint8Array ? content : undefined
  if (statSync(path, { throwIfNoEntry: false })) {
    if (bytes && statSync(path).isFile() && sameBytes(readFileSync(path), bytes)) return
    throw fileExists({ path })
  }
  const partial = partialOf(path)
  try {
    const handle = openSync(partial, 'w', 0o640)
    try {
      for (const part of bytes ? [bytes] : (content as Iterable<string>)) writeAll(handle, part)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    name(partial, path)
  } catch (error) {
    throw translated(error, path)
  } finally {
    rmSync(partial, { force: true })
  }
}

/** The name under which a file is made before it gets its own. */
export function partialOf(path: string): string {
  return `${path}.partial-${process.pid}`
}

/** Gives a finished file its name; unlike a renaming it never takes that of another (`file.trouble`). */
export function name(partial: string, path: string): void {
  try {
    linkSync(partial, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Some file systems know no second name for a file; there the look before has to do.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
    renameSync(partial, path)
    return
  }
  rmSync(partial)
}

function writeAll(handle: number, part: Uint8Array | string): void {
  const bytes = typeof part === 'string' ? Buffer.from(part) : part
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
}
