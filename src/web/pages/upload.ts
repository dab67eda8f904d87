/** Reads what a form with files sends (RFC 7578). */
import { readBytes } from '../body-bytes.ts'
import { bodyTooLarge } from '../refusals.ts'
import { formBroken, formType } from './refusals.ts'

/** The boundaries and the other fields of a form with two files. */
const besidesFiles = 65_536

const multipart = /^multipart\/form-data\s*;/i

export interface Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>
}

/**
 * The fields and the files of a form; a file that was not chosen is left out. Refuses `form.type`,
 * `form.broken` and, before all of it has come, `body.too_large`.
 */
export async function readUpload(request: Request, mostFileBytes: number): Promise<Upload> {
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
      files.set(name, { name: nameOf(value), bytes })
    }
  }
  return { fields: Object.fromEntries(fields), files: Object.fromEntries(files) }
}

/** What is no form has broken off, or was never one. */
async function partsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw formBroken({})
  }
}

/** A file's name as it may be kept: without folders, and without what cannot be shown. */
function nameOf({ name }: File): string {
  const last = name.replace(/.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  return last.toWellFormed().trim().slice(0, 200) || 'file'
}
