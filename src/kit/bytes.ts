/** Bytes as text in base64url without padding (RFC 4648 section 5): the form JWS and links use. */

/** Bytes as base64url, no padding. */
export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url')
}

/** base64url text, no padding, as bytes. Anything else is asserted, never skipped. */
export function unbase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
  // Decoders skip what they do not know; only a text that comes out again the same was well formed.
  if (base64url(bytes) !== text) throw new TypeError('not base64url bytes')
  return bytes
}
