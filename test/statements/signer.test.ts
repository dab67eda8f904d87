import { readFileSync } from 'node:fs'
import { CompactSign, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { base64url } from '../../src/kit/bytes.ts'
import { newSigningKey, publicKeyFrom, signerFrom, verifyJws } from '../../src/statements/signer.ts'

const rfc8037 = JSON.parse(
  readFileSync(new URL('../data/ed25519/rfc8037.json', import.meta.url), 'utf8'),
)
const seed = Uint8Array.from(Buffer.from(rfc8037.a1_private_jwk.d, 'base64url'))

describe('signing keys', () => {
  test('[RFC 8037 A.1–A.3] a seed gives the published public key and thumbprint', async () => {
    expect(await newSigningKey(() => seed)).toEqual({
      ...rfc8037.a1_private_jwk,
      kid: rfc8037.a3_thumbprint_sha256,
    })
    const { key } = await signerFrom(rfc8037.a1_private_jwk)
    expect(key).toEqual({ ...rfc8037.a2_public_jwk, kid: rfc8037.a3_thumbprint_sha256 })
    expect(await publicKeyFrom(rfc8037.a1_private_jwk)).toEqual(key)
  })

  test('[RFC 8037 A.4] the library beneath signs the published example to the byte', async () => {
    const held = await importJWK(rfc8037.a1_private_jwk, 'EdDSA')
    const payload = new TextEncoder().encode(rfc8037.a4_payload)
    const jws = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(held)
    expect(jws).toBe(rfc8037.a4_compact_jws)
  })

  test.each([
    ['nothing', null],
    ['a public key', rfc8037.a2_public_jwk],
    ['another curve', { ...rfc8037.a1_private_jwk, crv: 'X25519' }],
    ['a short half', { ...rfc8037.a1_private_jwk, d: 'AAAA' }],
    ['halves of two keys', { ...rfc8037.a1_private_jwk, x: 'A'.repeat(43) }],
    ['an empty set', { keys: [] }],
    ['a set with a bad key', { keys: [rfc8037.a1_private_jwk, {}] }],
  ])('%s is refused as a signing key', async (_, jwk) => {
    await expect(signerFrom(jwk)).rejects.toMatchObject({ code: 'signing_key.unreadable' })
  })

  test('a set signs with its first key and keeps the earlier ones at hand', async () => {
    const newer = await newSigningKey((bytes) => new Uint8Array(bytes).fill(7))
    const signer = await signerFrom({ keys: [newer, rfc8037.a1_private_jwk] })
    expect(signer.key.kid).toBe(newer.kid)
    const older = signer.withKey(rfc8037.a3_thumbprint_sha256)!
    const verified = await verifyJws(await older.sign({ n: 1 }), older.key)
    expect(verified).toEqual({ valid: true, payload: { n: 1 } })
    expect(signer.withKey('another')).toBeUndefined()
  })

  test.each([
    ['text', 'key'],
    ['a short x', { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }],
    ['bits beyond the key', { kty: 'OKP', crv: 'Ed25519', x: `${'A'.repeat(42)}B` }],
  ])('%s is refused as a public key', async (_, jwk) => {
    await expect(publicKeyFrom(jwk)).rejects.toMatchObject({ code: 'public_key.unreadable' })
  })
})

describe('signatures', () => {
  const payload = { statement_sha256: '00', number: 'CARE-2026-0001' }

  test('the same payload is signed the same way, in canonical form, whatever its key order', async () => {
    const signer = await signerFrom(rfc8037.a1_private_jwk)
    const jws = await signer.sign(payload)
    expect(await signer.sign({ number: 'CARE-2026-0001', statement_sha256: '00' })).toBe(jws)
    const [header, body] = jws.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(header).toBe(
      `{"alg":"EdDSA","kid":"${rfc8037.a3_thumbprint_sha256}","typ":"care-ledger+jws"}`,
    )
    expect(body).toBe('{"number":"CARE-2026-0001","statement_sha256":"00"}')
    expect(await verifyJws(jws, signer.key)).toEqual({ valid: true, payload })
  })

  test('a change of any single character of a JWS is found', async () => {
    const signer = await signerFrom(rfc8037.a1_private_jwk)
    const jws = await signer.sign(payload)
    for (let place = 0; place < jws.length; place++) {
      const other = jws[place] === 'A' ? 'B' : 'A'
      const changed = jws.slice(0, place) + other + jws.slice(place + 1)
      expect((await verifyJws(changed, signer.key)).valid, `character ${place}`).toBe(false)
    }
  })

  test('what another key, another purpose or another form has signed does not pass', async () => {
    const signer = await signerFrom(rfc8037.a1_private_jwk)
    const stranger = await signerFrom(await newSigningKey((bytes) => new Uint8Array(bytes).fill(9)))
    const jws = await stranger.sign(payload)
    expect((await verifyJws(jws, signer.key)).valid).toBe(false)
    const { kid } = signer.key
    expect(await verifyJws(jws, { ...signer.key, kid: stranger.key.kid })).toMatchObject({
      valid: false,
      why: `the key ${stranger.key.kid} did not make it`,
    })
    const held = await importJWK(rfc8037.a1_private_jwk, 'EdDSA')
    const signed = (text: string, header: object) =>
      new CompactSign(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'EdDSA', ...header })
        .sign(held)
    const typ = 'care-ledger+jws'
    const attempts: [string, string][] = [
      [rfc8037.a4_compact_jws, 'it is of the type undefined'],
      [await signed('{}', { typ, kid: 'x' }), `it names the key x, not ${kid}`],
      [await signed('{ }', { typ, kid }), 'its payload is not in canonical form'],
      [await signed('7', { typ, kid }), 'its payload is not in canonical form'],
      [`${base64url(Buffer.from('{"alg":"none"}'))}.e30.`, `the key ${kid} did not make it`],
      ['no jws', 'it is no compact JWS'],
    ]
    for (const [text, why] of attempts) {
      expect(await verifyJws(text, signer.key)).toEqual({ valid: false, why })
    }
  })
})
