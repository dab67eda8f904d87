/** Reads what a form with files sends (RFC 7578). */
import { requireItsKind } from '../../exchange/file-kinds.ts'
import { readBytes } from '../body-bytes.ts'
import { bodyTooLarge } from '../refusals.ts'
import { formBroken, formType } from './refusals.ts'

/** The boundaries and the other fields of a form with two files. */
const besidesFiles = 65_536

/** A form of ours has a handful. Taking 300,000 of them apart held everybody up for 2.4 s. */
const mostParts = 100

const multipart = /^multipart\/form-data\s*;/i
const boundaryIn = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i

export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>
}

/**
 * The fields and the files of a form; a file that was not chosen is left out. Each file is held to what is taken there,
 * tables unless said. Refuses `form.type`, `form.broken`, what `requireTaken` refuses (`file.not_its_kind`,
 * `file.has_programs`) and, before all of it has come, `body.too_large`.
 */
export async function readUpload(
  request: Request,
  mostFileBytes: number,
  requireTaken: (file: { name: string; bytes: Uint8Array }) => void = requireItsKind,
): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!multipart.test(type)) throw formType({ type: type.slice(0, 100) })
  const body = await readBytes(request, {
    mostBytes: mostFileBytes + besidesFiles,
    tooLarge: () => bodyTooLarge({ limit_bytes: mostFileBytes }),
    brokeOff: () => formBroken({}),
  })
  const form = await partsOf(body, type)
  const fields = new Map<string, string>()
  const files = new Map<string, Upload['files'][string]>()
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value)
    else if (value.size > 0) {
      const bytes = new Uint8Array(await value.arrayBuffer())
      const file = { name: nameOf(value), bytes }
      requireTaken(file)
      files.set(name, file)
    }
  }
  return { fields: Object.fromEntries(fields), files: Object.fromEntries(files) }
}

/** What is no form has broken off, or was never one. */
async function partsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  const [, quoted, plain] = boundaryIn.exec(type) ?? []
  if (timesIn(body, `--${quoted ?? plain}`, mostParts + 1) > mostParts) throw formBroken({})
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw formBroken({})
  }
}

/** How often a text stands in the bytes, counted no further than `most`. */
function timesIn(bytes: Uint8Array<ArrayBuffer>, text: string, most: number): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let times = 0
  for (let at = all.indexOf(text); at !== -1 && times < most; at = all.indexOf(text, at + 1)) {
    times += 1
  }
  return times
}

/** A file's name as it may be kept: without folders, and without what cannot be shown. */
function nameOf({ name }: File): string {
  const last = name.replace(/.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  return last.toWellFormed().trim().slice(0, 200) || 'file'
}
