/**
 * The seal of a file that leaves the house, such as a backup: a signed list of the digests of its blocks,
 * kept beside it. The checks of a book find a change of anything it says; the seal finds a change of any
 * bit, also of one that says nothing (free pages, gaps inside pages), and names the block.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PublicKey } from '../access/organisation.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { sha256Hex } from '../kit/digest.ts'
import { refusal } from '../kit/refusal.ts'
import { type Signer, verifyJws } from '../statements/signer.ts'
import { collector, counts, type Report, reportOf } from './report.ts'

/** 64 KiB: sixteen pages of a book, and 16 digits of seal for each. */
export const sealBlockBytes = 65_536

/** A block's digest only tells which one is damaged; the whole is covered by the whole digest. */
const blockDigestDigits = 16

const sealField = z.strictObject({
  format: z.literal('care-ledger/file-seal@1'),
  /** What the file is, for example `book relief`. */
  what: z.string(),
  sealed_at: z.number(),
  /** The chain's head in it. */
  sequence: z.number(),
  chain_head: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  block_bytes: z.number(),
  blocks: z.array(z.string()),
  signature: z.string(),
})

export type FileSeal = z.output<typeof sealField>

export const sealUnreadable = refusal<{ why: string }>(
  'file_seal.unreadable',
  422,
  ({ why }) => `The seal cannot be read: ${why}.`,
  'Use the seal exactly as it was written beside the file, or verify without one.',
)

/** What the seal says of the file beside its bytes. */
export interface Sealed {
  readonly what: string
  readonly sealed_at: number
  readonly sequence: number
  readonly chain_head: string
}

/** A file as it is read: pieces of any length, in order. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** The text of the seal for a file: canonical JSON and a line break, to be written beside the file. */
export async function sealFile(pieces: Pieces, of: Sealed, signer: Signer): Promise<string> {
  const { bytes, sha256, blocks } = await digestsOf(pieces)
  const said = {
    format: 'care-ledger/file-seal@1',
    ...of,
    bytes,
    sha256,
    block_bytes: sealBlockBytes,
    blocks,
  }
  const signature = await signer.sign(signedPart(said))
  return `${canonicalJson({ ...said, signature })}\n`
}

/** Checks a file against its seal and names the damaged blocks. Refuses `file_seal.unreadable`. */
export async function checkFileSeal(
  pieces: Pieces,
  sealText: string,
  key: PublicKey,
): Promise<Report> {
  const { signature, ...said } = readSeal(sealText)
  const seal = collector('seal')
  const verified = await verifyJws(signature, key)
  if (!verified.valid) {
    seal.found('file_seal.signature', `the signature does not hold: ${verified.why}.`)
  } else if (canonicalJson(verified.payload) !== canonicalJson(signedPart(said))) {
    seal.found('file_seal.changed', 'what the seal says is not what was signed.')
  }
  const file = collector('file')
  const found = await digestsOf(pieces)
  if (found.bytes !== said.bytes) {
    const sentence = `the file has ${found.bytes} bytes; ${said.bytes} were sealed.`
    file.found('file.length', sentence)
  }
  if (found.sha256 !== said.sha256) {
    const most = Math.max(found.blocks.length, said.blocks.length)
    for (let place = 0; place < most; place++) {
      if (found.blocks[place] === said.blocks[place]) continue
      const from = place * said.block_bytes
      const to = Math.min(from + said.block_bytes, Math.max(found.bytes, said.bytes)) - 1
      file.found('file.block', `the bytes ${from} to ${to} are not those that were sealed.`)
    }
    if (file.done('').findings.length === 0) {
      file.found('file.sha256', `SHA-256 is ${found.sha256}; ${said.sha256} was sealed.`)
    }
  }
  const when = new Date(said.sealed_at).toISOString()
  return reportOf(`file of ${said.what}`, [
    seal.done(`signed with the key ${key.kid} on ${when}, at event ${said.sequence}`),
    file.done(
      `${counts(found.bytes, 'byte')} in ${counts(found.blocks.length, 'block')} are as they were sealed`,
    ),
  ])
}

/** The list of blocks may be long; its digest is signed in its place. */
function signedPart({
  blocks,
  ...rest
}: Omit<FileSeal, 'signature' | 'format'> & { format: string }) {
  return { ...rest, blocks_sha256: sha256Hex(blocks.join('\n')) }
}

/** A seal has one spelling only, so that a change of any of its bits is found too. */
function readSeal(text: string): FileSeal {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw sealUnreadable({ why: 'it is not JSON' })
  }
  const parsed = sealField.safeParse(given)
  if (!parsed.success) throw sealUnreadable({ why: 'it is not a seal of Care Ledger' })
  if (`${canonicalJson(parsed.data)}\n` !== text) {
    throw sealUnreadable({ why: 'it is not in canonical form' })
  }
  return parsed.data
}

async function digestsOf(
  pieces: Pieces,
): Promise<{ bytes: number; sha256: string; blocks: string[] }> {
  const whole = createHash('sha256')
  const blocks: string[] = []
  let bytes = 0
  let block = createHash('sha256')
  let room = sealBlockBytes
  const close = () => {
    blocks.push(block.digest('hex').slice(0, blockDigestDigits))
    block = createHash('sha256')
    room = sealBlockBytes
  }
  for await (const piece of pieces) {
    whole.update(piece)
    bytes += piece.byteLength
    for (let start = 0; start < piece.byteLength; ) {
      const part = piece.subarray(start, start + room)
      block.update(part)
      start += part.byteLength
      room -= part.byteLength
      if (room === 0) close()
    }
  }
  if (room < sealBlockBytes) close()
  return { bytes, sha256: whole.digest('hex'), blocks }
}
