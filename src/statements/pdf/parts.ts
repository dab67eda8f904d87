/** What a PDF file of ours consists of, part by part in file order, so that damage can be named. */

import { latin, type PdfFile } from './read.ts'

export interface Part {
  /** Where the part ends, in bytes from the beginning of the file. */
  readonly end: number
  /** `data`, `page 3`, `font`, `structure`, `frame`; the last one is the `index`. */
  readonly what: string
  readonly first: number
  readonly last: number
}

/** Enough of an object to tell what it is. */
const HEAD_BYTES = 400
/** Small objects of one kind share a part up to this size, or to a hundredth of the file. */
const PART_BYTES = 4096
const PARTS_WANTED = 100

/** The parts of a file, covering all of its bytes. */
export function partsOf(file: PdfFile): Part[] {
  const { bytes, offsets, table } = file
  const ordered = [...offsets].sort(([, a], [, b]) => a - b)
  const endAt = (place: number) => ordered[place + 1]?.[1] ?? table
  const heads = new Map(
    ordered.map(([id, start], place) => {
      const end = Math.min(start + HEAD_BYTES, endAt(place))
      return [id, latin(bytes, start, end)] as const
    }),
  )
  const owned = ownedObjects(heads)
  const limit = Math.max(PART_BYTES, bytes.length / PARTS_WANTED)
  const parts: Part[] = []
  let start = 0
  ordered.forEach(([id], place) => {
    const what = owned.get(id) ?? kindOf(heads.get(id) as string)
    const end = endAt(place)
    const last = parts.at(-1)
    if (last !== undefined && last.what === what && end - start <= limit) {
      parts[parts.length - 1] = { ...last, end, last: id }
    } else {
      start = last?.end ?? 0
      parts.push({ end, what, first: id, last: id })
    }
  })
  return [...parts, { end: bytes.length, what: 'index', first: 0, last: 0 }]
}

/** The objects that a page or a font owns and that do not say what they are themselves. */
function ownedObjects(heads: ReadonlyMap<number, string>): Map<number, string> {
  const owned = new Map<number, string>()
  let pages = 0
  // Page objects are numbered in the order of the pages.
  for (const id of [...heads.keys()].sort((a, b) => a - b)) {
    const head = heads.get(id) as string
    const page = /\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/.exec(head)
    if (page !== null) owned.set(Number(page[1]), `page ${++pages}`)
    const font = /\/FontFile2 (\d+) 0 R/.exec(head)
    if (font !== null) owned.set(Number(font[1]), 'font')
  }
  return owned
}

function kindOf(head: string): string {
  if (/\/Type \/(EmbeddedFile|Filespec)\b/.test(head)) return 'data'
  if (/\/Type \/Font|\/CIDInit/.test(head)) return 'font'
  if (/^\d+ 0 obj\n<<\n\/S \/\w+\n|\/Type \/StructTreeRoot/.test(head)) return 'structure'
  return 'frame'
}
