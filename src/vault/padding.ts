/**
 * A text with its salt as bytes to be sealed, filled up with zeros to steps of 64: the length of what is
 * sealed would otherwise tell a passport from a resident card, and a long address from a short one.
 */
const step = 64
const lengthBytes = 4

/** Salt, length of the text in bytes (big-endian), text in UTF-8, zeros. */
export function padded(salt: Uint8Array, text: string): Uint8Array {
  const body = Buffer.from(text)
  const head = salt.length + lengthBytes
  const plain = Buffer.alloc(Math.ceil((head + body.length) / step) * step)
  plain.set(salt)
  plain.writeUInt32BE(body.length, salt.length)
  plain.set(body, head)
  return plain
}

/** The salt and the text again; undefined for bytes that `padded` did not make. */
export function unpadded(
  plain: Uint8Array,
  saltBytes: number,
): { salt: Uint8Array; body: string } | undefined {
  const bytes = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const head = saltBytes + lengthBytes
  if (bytes.length < head) return undefined
  const length = bytes.readUInt32BE(saltBytes)
  if (head + length > bytes.length) return undefined
  return {
    salt: new Uint8Array(bytes.subarray(0, saltBytes)),
    body: bytes.toString('utf8', head, head + length),
  }
}
