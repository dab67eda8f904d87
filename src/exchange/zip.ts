/**
 * The outside of ZIP archives (PKWARE APPNOTE 6.3): what is in one, and one without compression.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** The bytes as they lie in the archive. */
  readonly packed: Uint8Array
  /** How many bytes the archive says they unpack to; a claim, to be checked. */
  readonly size: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const CENTRAL_LENGTH = 46
const LOCAL_LENGTH = 30
/** The comment at the end has a length of 16 bits. */
const LONGEST_COMMENT = 0xffff
/** A workbook has some dozen parts and a few more for each sheet. */
const MAX_ENTRIES = 1_000
/** Marks a size that stands in the 64-bit extension instead. */
const IN_ZIP64 = 0xffffffff

/** The entries of an archive by its directory, or what keeps it from being read, in words. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === -1) return 'it is not a ZIP archive'
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return `it has ${count} parts`
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = view.getUint32(end + 16, true)
  for (let place = 0; place < count; place += 1) {
    const entry = entryAt(bytes, view, at)
    if (typeof entry === 'string') return entry
    if (names.has(entry.name)) return 'two of its parts have one name'
    names.add(entry.name)
    entries.push(entry)
    at = entry.next
  }
  return entries
}

/** A file of an archive. */
export interface Part {
  readonly name: string
  readonly content: Uint8Array
}

/** An archive of the same parts, stored as they are: any reader takes it without inflating. */
export function storedArchive(parts: readonly Part[]): ArrayBuffer {
  return archiveOf(parts.map((part) => ({ ...part, packed: part.content, method: 0 })))
}

/** An archive of parts, each deflated (RFC 1951). */
export function packedArchive(parts: readonly Part[]): ArrayBuffer {
  return archiveOf(
    parts.map((part) => ({ ...part, packed: deflateRawSync(part.content), method: 8 })),
  )
}

interface Packed extends Part {
  readonly packed: Uint8Array
  readonly method: number
}

function archiveOf(parts: readonly Packed[]): ArrayBuffer {
  const named = parts.map((part) => ({ ...part, path: new TextEncoder().encode(part.name) }))
  const heads = named.reduce((sum, { path }) => sum + path.length * 2, 0)
  const contents = named.reduce((sum, { packed }) => sum + packed.length, 0)
  const fixed = (LOCAL_LENGTH + CENTRAL_LENGTH) * parts.length + END_LENGTH
  const whole = new Uint8Array(heads + contents + fixed)
  const view = new DataView(whole.buffer)
  let at = 0
  const placed = named.map((part) => {
    const sum = crc32(part.content)
    const offset = at
    view.setUint32(at, LOCAL, true)
    view.setUint16(at + 8, part.method, true)
    at = writeSizes(view, at + 14, part, sum) + 2
    at = put(whole, at, part.path)
    at = put(whole, at, part.packed)
    return { ...part, sum, offset }
  })
  const directory = at
  for (const part of placed) {
    view.setUint32(at, CENTRAL, true)
    view.setUint16(at + 10, part.method, true)
    writeSizes(view, at + 16, part, part.sum)
    view.setUint32(at + 42, part.offset, true)
    at = put(whole, at + CENTRAL_LENGTH, part.path)
  }
  view.setUint32(at, END, true)
  view.setUint16(at + 8, parts.length, true)
  view.setUint16(at + 10, parts.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return whole.buffer
}

/** Checksum, both sizes and the name's length; the place after them. */
function writeSizes(
  view: DataView,
  at: number,
  part: { readonly path: Uint8Array; readonly content: Uint8Array; readonly packed: Uint8Array },
  sum: number,
): number {
  view.setUint32(at, sum, true)
  view.setUint32(at + 4, part.packed.length, true)
  view.setUint32(at + 8, part.content.length, true)
  view.setUint16(at + 12, part.path.length, true)
  return at + 14
}

function put(whole: Uint8Array, at: number, bytes: Uint8Array): number {
  whole.set(bytes, at)
  return at + bytes.length
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return -1
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): (ZipEntry & { readonly next: number }) | string {
  const damaged = 'its directory is damaged'
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return damaged
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true)
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const local = view.getUint32(at + 42, true)
  const method = view.getUint16(at + 10, true)
  if (view.getUint16(at + 8, true) & 1) return 'it is encrypted'
  if (method !== 0 && method !== 8) return `its compression method ${method} is not known`
  if ([packedSize, size, local].includes(IN_ZIP64)) return 'it is in the 64-bit form'
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL) return damaged
  const lengths = view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const start = local + LOCAL_LENGTH + lengths
  if (next > bytes.length || start + packedSize > bytes.length) return damaged
  const name = new TextDecoder().decode(bytes.subarray(at + CENTRAL_LENGTH, nameEnd))
  return { name, method, packed: bytes.subarray(start, start + packedSize), size, next }
}
