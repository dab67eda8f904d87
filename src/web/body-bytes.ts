/** Reads the bytes that a request carries, and no more of them than there may be. */
import { Refusal } from '../kit/refusal.ts'

export interface BodyLimit {
  readonly mostBytes: number
  readonly tooLarge: () => Refusal
  /** What is said when the sender goes away in the middle of it, which is no incident of ours. */
  readonly brokeOff: () => Refusal
}

/**
 * The bytes of a body; none for a request without one. Refuses what its limit says, a larger one before all
 * of it has come.
 */
export async function readBytes(
  request: Request,
  { mostBytes, tooLarge, brokeOff }: BodyLimit,
): Promise<Uint8Array<ArrayBuffer>> {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) > mostBytes) throw tooLarge()
  try {
    // The host's HTTP parser holds a sender to the length declared; without one, count.
    if (declared !== null) return new Uint8Array(await request.arrayBuffer())
    return await counted(request, mostBytes, tooLarge)
  } catch (error) {
    throw error instanceof Refusal ? error : brokeOff()
  }
}

async function counted(
  request: Request,
  mostBytes: number,
  tooLarge: () => Refusal,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  const body = (request.body ?? []) as unknown as AsyncIterable<Uint8Array>
  for await (const part of body) {
    length += part.byteLength
    if (length > mostBytes) throw tooLarge()
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.byteLength
  }
  return whole
}
