/**
 * What a file that was sent is, by its first bytes and not by its name: text, a plain workbook, or something else. A
 * name is whatever its sender wrote, and is never a path here: files stay in memory until they are read.
 */
import { refusal } from '../kit/refusal.ts'
import { type ZipEntry, zipEntries } from './zip.ts'

export const fileNotItsKind = refusal<{ ending: string }>(
  'file.not_its_kind',
  422,
  ({ ending }) => `What is in the file is not what a file that ends in ${ending} holds.`,
  'Save it again in the program that made it, as a workbook (.xlsx) or as text, and send that.',
)

export const fileHasPrograms = refusal<Record<never, never>>(
  'file.has_programs',
  422,
  () => 'The workbook carries programs (macros) or other files inside.',
  'Save it as a plain workbook (.xlsx) and send that.',
)

const workbook = /\.xlsx$/i

/** Endings of workbooks and papers of other kinds, which nothing here reads. */
const otherKinds = /\.(?:xlsm|xlsb|xltm|xltx|xls|ods|zip|gz|pdf|docx?|exe|html?|svg)$/i

/** Parts in which programs, or whole other files, lie in a workbook (ISO/IEC 29500). */
const programs = /vbaProject|vbaData|macrosheets\/|activeX\/|embeddings\/|ctrlProps\/|customUI\//i

/** Text has no byte of these: only line ends, tabs, and what a mark at its beginning says of its encoding. */
function isText(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * Refuses `file.not_its_kind` for a file that is not what its name says, and `file.has_programs` for a workbook that
 * carries more than cells. What is inside is read, and refused, by whoever takes it.
 */
export function requireItsKind({ name, bytes }: { name: string; bytes: Uint8Array }): void {
  const ending = /\.\w{1,10}$/.exec(name)?.[0].toLowerCase() ?? 'that'
  if (otherKinds.test(name)) throw fileNotItsKind({ ending })
  if (!isZip(bytes)) {
    if (workbook.test(name) || !isText(bytes)) throw fileNotItsKind({ ending })
    return
  }
  if (!workbook.test(name)) throw fileNotItsKind({ ending })
  const parts = zipEntries(bytes)
  if (typeof parts === 'string') throw fileNotItsKind({ ending })
  if (!isWorkbook(parts)) throw fileNotItsKind({ ending })
  if (parts.some((part) => programs.test(part.name))) throw fileHasPrograms({})
}

function isWorkbook(parts: readonly ZipEntry[]): boolean {
  const names = new Set(parts.map(({ name }) => name))
  const inside = parts.every(({ name }) => !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|:/.test(name))
  return inside && names.has('[Content_Types].xml') && names.has('xl/workbook.xml')
}
