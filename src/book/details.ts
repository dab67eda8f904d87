/**
 * Texts kept apart because they may have to be erased: names and notes. What is hashed holds only a
 * salted digest of them (design rule 11).
 */
import { sha256, sha256OfParts } from '../kit/digest.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Act, View } from './registry.ts'

const saltBytes = 16

const bodyOf = prepare((p: { id: number }) =>
  build.selectFrom('detail_body').select(['salt', 'body']).where('detail_id', '=', p.id),
)

/** Stands for a text that the caller may not read. */
export const masked = '***'

/** Stands for a name or a text that was erased; pages say it in their language. */
export const erased = '(erased)'

/** Room for the salt and a text of up to a thousand characters, whatever they are. */
const desk = Buffer.alloc(saltBytes + 3 * 1_000)

/** SHA-256 of the salt followed by the UTF-8 text. */
export function detailDigest(salt: Uint8Array, body: string): Uint8Array {
  if (salt.length + 3 * body.length > desk.length) return sha256OfParts([salt, body])
  desk.set(salt)
  const length = salt.length + desk.write(body, salt.length)
  return sha256(desk.subarray(0, length))
}

/** The newest id within an act: nobody else writes while its transaction is open. */
const newestIn = new WeakMap<Act, number>()

/** Keeps a text apart and answers its id. */
export function keepDetail(act: Act, kind: string, body: string): number {
  const salt = act.random(saltBytes)
  const id = commitDetail(act, kind, detailDigest(salt, body))
  insert(act, 'detail_body', { detail_id: id, salt, body })
  return id
}

/** Commits to a text by its digest and answers its id; the text and its salt are for the caller to keep. */
export function commitDetail(act: Act, kind: string, digest: Uint8Array): number {
  const newest = newestIn.get(act)
  const id = newest === undefined ? nextId(act, 'detail') : newest + 1
  newestIn.set(act, id)
  insert(act, 'detail', { id, kind, digest, event_seq: act.seq })
  return id
}

/** The text and its salt, or undefined once it has been erased. */
export function readDetail(
  reader: Reader,
  id: number,
): { salt: Uint8Array; body: string } | undefined {
  return first(reader, bodyOf, { id })
}

/** A text that somebody wrote, masked unless the caller reads names; null when there is none. */
export function textFor(view: View, id: number | null): string | null {
  if (id === null) return null
  const detail = readDetail(view, id)
  if (detail === undefined) return erased
  return view.caller.readsNames ? detail.body : masked
}
