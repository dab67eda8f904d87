/** One master key takes the place of another, in steps that may break off anywhere. */
import { describe, expect, it } from 'vitest'
import { masterKeysFrom, masterKeysOf, masterKeysText } from '../../src/kit/master-keys.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { registerParty } from '../../src/people/parties.ts'
import { partiesWithValue } from '../../src/vault/blind-index.ts'
import { openField, sealField } from '../../src/vault/fields.ts'
import { rewrap, show } from '../../src/vault/rotation.ts'
import { openSecret, sealSecret } from '../../src/vault/secrets.ts'
import { checkDetails } from '../../src/verification/details.ts'
import { newKey, oldKey, party, type VaultBook, vaultBook } from './vault-for-tests.ts'

const people = 1_203
const kidOf = (key: Uint8Array) => masterKeysOf([key]).current

function phoneOf(number: number) {
  return { number: `+86${13_000_000_000 + number}`, extension: null }
}

function filled(): { t: VaultBook; secret: string } {
  const t = vaultBook()
  const secret = t.act((act) => {
    for (let number = 1; number <= people; number += 1) {
      const name = `Person ${number}`
      if (number > 3) registerParty(act, { kind: 'person', name, unit: null })
      sealField(act, party(number), 'phone', phoneOf(number))
    }
    return sealSecret(act, 'a purpose', 'kept')
  })
  return { t, secret }
}

describe('vault.rewrap', () => {
  const { t, secret } = filled()
  const opens = (number: number) => t.view((view) => openField(view, party(number), 'phone'))

  it('does nothing while all lies under the current key', () => {
    expect(t.does(rewrap, {}).output).toEqual({ master_key: kidOf(oldKey), keys: 1_205, left: 0 })
  })

  it('goes on where it broke off; meanwhile everything opens and can be sealed', () => {
    t.hold(newKey, oldKey)
    expect(t.asks(show, {})).toEqual({ master_key: kidOf(newKey), keys: 1_205, left: 1_205 })
    expect(t.does(rewrap, {}).output.left).toBe(703)
    for (const number of [1, 500, 501, people]) expect(opens(number)).toEqual(phoneOf(number))
    t.act((act) => sealField(act, party(people), 'birth_date', { on: '1970-01-01' as never }))
    // What a rehearsal puts under the new key is taken back.
    t.does(rewrap, {}, { dryRun: true })
    expect(t.asks(show, {}).left).toBe(703)
    expect(t.does(rewrap, {}).output.left).toBe(203)
    expect(t.does(rewrap, {}).output.left).toBe(0)
  })

  it('[I4.5] leaves nothing that needs the earlier key', () => {
    t.hold(newKey)
    for (let number = 1; number <= people; number += 1) {
      expect(opens(number)).toEqual(phoneOf(number))
    }
    expect(t.view((view) => partiesWithValue(view, 'phone', phoneOf(77)))).toEqual([77])
    expect(t.view((view) => openSecret(view, 'a purpose', secret))).toBe('kept')
    const check = checkDetails(t.book.store, masterKeysOf([newKey]))
    expect(check.counted).toMatch(/1,204 sealed fields, 1,204 opened/)
  })

  it('refuses before it writes when a key lies under one that is not there', () => {
    t.hold(new Uint8Array(32).fill(1))
    expect(t.refuses(rewrap, {}).code).toBe('vault.key_unknown')
    t.hold()
    expect(t.refuses(rewrap, {}).code).toBe('vault.closed')
    expect(() => t.asks(show, {})).toThrow(/holds no master key/)
  })

  it('is for owners', () => {
    const as = { grants: [{ role: 'auditor', unit: null }] } as const
    expect(() => t.does(rewrap, {}, as)).toThrow(Refusal)
  })
})

describe('master keys as text', () => {
  it('are read as they are written, the first one current', () => {
    const keys = masterKeysOf([newKey, oldKey])
    expect(masterKeysFrom(masterKeysText(keys), 'a test')).toEqual(keys)
    expect(keys.current).toBe(kidOf(newKey))
    const spaced = masterKeysText(keys).replace(',', ' , ')
    expect(masterKeysFrom(spaced, 'a test')).toEqual(keys)
  })

  it.each([
    '',
    ',',
    'x',
    'A'.repeat(42),
    'A'.repeat(44),
    `${'A'.repeat(43)},`,
    `${'A'.repeat(42)}=`,
  ])('are refused and not quoted: %s', (text) => {
    const read = () => masterKeysFrom(text, 'the place')
    expect(read).toThrow(/^the place holds no master key: it takes 32 bytes in base64url/)
    try {
      read()
    } catch (error) {
      expect((error as Refusal).code).toBe('master_key.unreadable')
    }
  })
})
