/**
 * The seal over a whole PDF file: a signed digest of every byte before it, written as comment lines after
 * the end of the file, with the end said once more. Readers see a plain PDF, PDF/A included (the last line
 * is %%EOF, and the two above say where the table is), and one flipped bit anywhere is found: in the body
 * by its digest, in the seal by its signature, in between by form, which allows one sequence of bytes only.
 * The seal also lists the digests of the file's parts, so that the damaged one can be named.
 */

import { z } from 'zod'
import { unbase64url } from '../../kit/bytes.ts'
import { sameBytes, sha256Hex } from '../../kit/digest.ts'
import { refusal } from '../../kit/refusal.ts'
import { partsOf } from './parts.ts'
import { latin, openPdf } from './read.ts'

/** Signs a payload as a compact JWS (RFC 7515, EdDSA). */
export type SignSeal = (payload: SealPayload) => Promise<string>

/** Gives the payload of a compact JWS whose signature is good, and null for any other. */
export type VerifySeal = (jws: string) => Promise<unknown>

const sealPayload = z.strictObject({
  format: z.literal('care-ledger/pdf-seal@1'),
  /** The number of the statement; null for a paper without one. */
  number: z.string().nullable(),
  /** Bytes before the seal. */
  length: z.int().positive(),
  pdf_sha256: z.string().length(64),
  /** In file order: where a part ends, the beginning of its SHA-256, what it is, its first and last object. */
  parts: z.array(z.tuple([z.int(), z.string(), z.string(), z.int(), z.int()])),
})

export type SealPayload = z.infer<typeof sealPayload>

export const pdfSealMissing = refusal(
  'statement_pdf.seal_missing',
  422,
  (_: Record<string, never>) => 'This PDF carries no seal, or its seal is damaged.',
  'Use the file exactly as it was downloaded or received, or have it issued again.',
)

const MARK = '%CareLedger-Seal 1\n'
const END = '%%EOF\n'
const SEAL = /^%CareLedger-Seal 1\n((?:%[\w.-]+\n)+)startxref\n(\d+)\n%%EOF\n/
/** Lines outside streams stay below the 255 bytes that PDF allows them. */
const LINE_LENGTH = 200
/** Enough of a digest to tell a damaged part; the whole is covered by the whole digest. */
const PART_DIGEST_LENGTH = 16

/** Adds the seal to a PDF that `sheet.ts` wrote. Refuses `statement_pdf.unreadable` for any other. */
export async function sealPdf(
  body: Uint8Array,
  number: string | null,
  sign: SignSeal,
): Promise<Uint8Array> {
  const file = openPdf(body)
  const parts = partsOf(file)
  let start = 0
  const payload: SealPayload = {
    format: 'care-ledger/pdf-seal@1',
    number,
    length: body.length,
    pdf_sha256: sha256Hex(body),
    parts: parts.map(({ end, what, first, last }) => {
      const digest = partDigest(body, start, end)
      start = end
      return [end, digest, what, first, last]
    }),
  }
  const seal = sealBytes(await sign(payload), file.table)
  const sealed = new Uint8Array(body.length + seal.length)
  sealed.set(body)
  sealed.set(seal, body.length)
  return sealed
}

/** The sealed bytes and the signature over them. Refuses `statement_pdf.seal_missing`. */
export function splitSeal(bytes: Uint8Array): { body: Uint8Array; jws: string } {
  const found = findSeal(bytes)
  if ('fault' in found) throw pdfSealMissing({})
  return { body: found.body, jws: found.jws }
}

export type SealFault =
  | 'unsealed'
  | 'seal_damaged'
  | 'signature'
  | 'shorter'
  | 'longer'
  | 'data_changed'
  | 'drawing_changed'

/** A part of the file whose bytes are not those that were sealed. */
export interface DamagedPart {
  /** For example `data`, `page 3`, `font`, `structure`, `index`. */
  readonly what: string
  /** Numbers of the PDF objects in it; zero for the index. */
  readonly first_object: number
  readonly last_object: number
}

export interface SealCheck {
  readonly intact: boolean
  readonly fault: SealFault | null
  /** What was found, as a sentence. */
  readonly sentence: string
  /** What was sealed, where the signature is good. */
  readonly payload: SealPayload | null
  readonly damaged: readonly DamagedPart[]
}

/** Checks a file against its seal and names what is wrong. `verify` holds the public key. */
export async function checkSeal(bytes: Uint8Array, verify: VerifySeal): Promise<SealCheck> {
  const found = findSeal(bytes)
  if ('fault' in found) return failed(found.fault, found.sentence)
  const payload = sealPayload.safeParse(await verify(found.jws))
  if (!payload.success) {
    return failed('signature', 'The signature of the seal is not one made with the key given.')
  }
  const check = checkBody(found.body, payload.data)
  // The seal says once more where the table is: the one thing in it that no signature covers.
  if (check.intact && openPdf(found.body).table !== found.table) {
    return failed('seal_damaged', 'The end of the seal is damaged.')
  }
  return check
}

function checkBody(body: Uint8Array, payload: SealPayload): SealCheck {
  const { length, pdf_sha256, parts } = payload
  if (body.length !== length) {
    const fault = body.length < length ? 'shorter' : 'longer'
    const sentence = `The file has ${body.length} bytes before its seal; ${length} were sealed.`
    return { ...failed(fault, sentence), payload }
  }
  if (sha256Hex(body) === pdf_sha256) {
    const sentence = `Every one of its ${length} bytes is as it was sealed.`
    return { intact: true, fault: null, sentence, payload, damaged: [] }
  }
  let start = 0
  const damaged: DamagedPart[] = []
  for (const [end, digest, what, first, last] of parts) {
    if (partDigest(body, start, end) !== digest) {
      damaged.push({ what, first_object: first, last_object: last })
    }
    start = end
  }
  const inData = damaged.some(({ what }) => what === 'data')
  const sentence = `Changed since it was sealed: ${damaged.map(partName).join('; ')}.`
  return { ...failed(inData ? 'data_changed' : 'drawing_changed', sentence), payload, damaged }
}

const PART_NAMES: Readonly<Record<string, string>> = {
  data: 'the attached data',
  font: 'the font',
  structure: 'the structure for screen readers',
  frame: 'the frame of the file',
  index: 'the table of objects at its end',
}

function partName({ what, first_object: first, last_object: last }: DamagedPart): string {
  const named = PART_NAMES[what] ?? what
  if (first === 0) return named
  const objects = first === last ? `object ${first}` : `objects ${first} to ${last} in file order`
  return `${named} (PDF ${objects})`
}

function failed(fault: SealFault, sentence: string): SealCheck {
  return { intact: false, fault, sentence, payload: null, damaged: [] }
}

function partDigest(body: Uint8Array, start: number, end: number): string {
  return sha256Hex(body.subarray(start, end)).slice(0, PART_DIGEST_LENGTH)
}

/** The one form a seal can have for a signature and a table's place. */
function sealBytes(jws: string, table: number): Uint8Array {
  const lines = jws.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []
  const text = `${MARK}${lines.map((line) => `%${line}\n`).join('')}startxref\n${table}\n${END}`
  return new TextEncoder().encode(text)
}

interface Found {
  readonly body: Uint8Array
  readonly jws: string
  /** Where the seal says the table of objects is. */
  readonly table: number
}

interface NotFound {
  readonly fault: SealFault
  readonly sentence: string
}

function findSeal(bytes: Uint8Array): Found | NotFound {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = text.lastIndexOf(MARK, undefined, 'latin1')
  if (mark < 0) {
    const end = text.indexOf(END, 0, 'latin1')
    return end >= 0 && end < bytes.length - END.length
      ? { fault: 'seal_damaged', sentence: 'The line that begins the seal is damaged.' }
      : { fault: 'unsealed', sentence: 'The file carries no seal, or its end was cut off.' }
  }
  const body = bytes.subarray(0, mark)
  const rest = bytes.subarray(mark)
  const read = SEAL.exec(latin(rest, 0, rest.length))
  if (read === null) {
    return { fault: 'seal_damaged', sentence: 'The seal is damaged or was cut off.' }
  }
  const jws = (read[1] as string).replace(/[%\n]/g, '')
  const table = Number(read[2])
  const expected = sealBytes(jws, table)
  if (!isCompact(jws) || !sameBytes(rest.subarray(0, expected.length), expected)) {
    return { fault: 'seal_damaged', sentence: 'The seal is damaged.' }
  }
  const more = rest.length - expected.length
  if (more > 0) return { fault: 'longer', sentence: `${more} bytes follow the seal.` }
  return { body, jws, table }
}

/** Three parts of base64url in their only spelling: the spare bits of a last character are zero. */
function isCompact(jws: string): boolean {
  const parts = jws.split('.')
  try {
    parts.forEach(unbase64url)
  } catch {
    return false
  }
  return parts.length === 3
}
