/** Sealed fields: they open where they belong, with the keys of their book, and nowhere else. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masterKeysOf } from '../../src/kit/master-keys.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { partiesWithValue } from '../../src/vault/blind-index.ts'
import { destroyKey, emptyField, fieldState, openField, sealField } from '../../src/vault/fields.ts'
import { padded, unpadded } from '../../src/vault/padding.ts'
import { openSecret, sealSecret } from '../../src/vault/secrets.ts'
import type { SealedField, SealedValues } from '../../src/vault/values.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { checkDetails } from '../../src/verification/details.ts'
import { newKey, oldKey, party, type VaultBook, vaultBook } from './vault-for-tests.ts'

const values: SealedValues = {
  identity_number: { type: 'resident_id', number: '11010519491231002X' },
  credit_code: { code: '91350100M000100Y43' },
  bank_account: { number: '6222021234567890128', bank: '工商银行朝阳支行' },
  phone: { number: '+8613800138000', extension: null },
  address: { text: '北京市朝阳区 1 号 🏠\u0000"\\' },
  birth_date: { on: '1949-12-31' as SealedValues['birth_date']['on'] },
}
const fields = Object.keys(values) as SealedField[]

function filled(): VaultBook {
  const t = vaultBook()
  t.act((act) => {
    for (const field of fields) sealField(act, party(1), field, values[field])
  })
  return t
}

function opened(t: VaultBook, number: number, field: SealedField): unknown {
  return t.view((view) => openField(view, party(number), field))
}

function refused(what: () => unknown): string {
  try {
    return `done: ${JSON.stringify(what())}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

function findings(t: VaultBook, keys: readonly Uint8Array[] = [oldKey]): string[] {
  const check = checkDetails(t.book.store, keys.length === 0 ? undefined : masterKeysOf(keys))
  return check.findings.map(({ code }) => code)
}

function everything(t: VaultBook): string {
  const tables = t.book.store.all("select name from sqlite_schema where type = 'table'", [])
  return tables
    .flatMap(({ name }) => t.book.store.all(`select * from "${name}"`, []))
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))
    .join('\n')
}

describe('sealed fields', () => {
  const t = filled()

  it.each(fields)('open as they were sealed: %s', (field) => {
    expect(opened(t, 1, field)).toEqual(values[field])
    expect(opened(t, 2, field)).toBeUndefined()
    expect(t.view((view) => fieldState(view, party(1), field))).toBe('sealed')
    expect(t.view((view) => fieldState(view, party(2), field))).toBe('empty')
  })

  it('stand nowhere in the book as they are', () => {
    const all = everything(t)
    expect(all).toContain('sealed_phone')
    for (const text of ['11010519491231002X', '91350100M', '62220212', '138001', '朝阳', '1949']) {
      expect(all).not.toContain(text)
      expect(all).not.toContain(Buffer.from(text).toString('latin1'))
    }
  })

  it('verify, opened or not', () => {
    expect(findings(t)).toEqual([])
    expect(findings(t, [])).toEqual([])
    expect(checkDetails(t.book.store, masterKeysOf([oldKey])).counted).toMatch(
      /6 sealed fields, 6 opened/,
    )
    const { state } = verifyBook(t.book.store).checks.find(({ name }) => name === 'chain')!
    expect(state).toBe('passed')
  })

  it('are found by their values, an identity number within its type', () => {
    const found = <F extends SealedField>(field: F, value: SealedValues[F]) =>
      t.view((view) => partiesWithValue(view, field, value))
    for (const field of ['identity_number', 'credit_code', 'bank_account', 'phone'] as const) {
      expect(found(field, values[field])).toEqual([1])
    }
    expect(found('bank_account', { number: '6222021234567890128', bank: null })).toEqual([1])
    expect(found('identity_number', { ...values.identity_number, type: 'passport' })).toEqual([])
    expect(found('phone', { number: '+8613800138001', extension: null })).toEqual([])
    expect(found('address', values.address)).toEqual([])
  })

  it('with the same number have another index value in each field', () => {
    const number = '13800138000'
    t.act((act) => {
      sealField(act, party(2), 'phone', { number, extension: null })
      sealField(act, party(2), 'bank_account', { number, bank: null })
      sealField(act, party(2), 'identity_number', { type: 'other', number })
      sealField(act, party(3), 'identity_number', { type: 'passport', number })
      sealField(act, party(3), 'phone', { number, extension: '9' })
    })
    const macs = t.book.store
      .all('select hex(mac) as mac, field from blind_index where party_id > 1', [])
      .map(({ mac }) => mac)
    expect([macs.length, new Set(macs).size]).toEqual([5, 4])
    const both = t.view((view) => partiesWithValue(view, 'phone', { number, extension: null }))
    expect(both).toEqual([2, 3])
  })

  it('take the newest value, and find no earlier one', () => {
    const next = { number: '+8613900139000', extension: null }
    const t2 = filled()
    t2.act((act) => sealField(act, party(1), 'phone', next))
    expect(opened(t2, 1, 'phone')).toEqual(next)
    const owners = (value: SealedValues['phone']) =>
      t2.view((view) => partiesWithValue(view, 'phone', value))
    expect([owners(values.phone), owners(next)]).toEqual([[], [1]])
    t2.act((act) => emptyField(act, party(1), 'phone'))
    expect([opened(t2, 1, 'phone'), owners(next)]).toEqual([undefined, []])
    expect(t2.view((view) => fieldState(view, party(1), 'phone'))).toBe('empty')
    expect(findings(t2)).toEqual([])
  })

  it('lie side by side with other texts of one act', () => {
    const t2 = vaultBook()
    t2.act((act) => {
      sealField(act, party(1), 'phone', values.phone)
      sealField(act, party(2), 'phone', values.phone)
    })
    expect(findings(t2)).toEqual([])
    expect(opened(t2, 2, 'phone')).toEqual(values.phone)
  })

  it('take whatever text there is, and no more than fits', () => {
    const t2 = vaultBook()
    const texts = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .filter((one) => one.isWellFormed())
    fc.assert(
      fc.property(texts, (text) => {
        t2.act((act) => sealField(act, party(1), 'address', { text }))
        expect(opened(t2, 1, 'address')).toEqual({ text })
      }),
      { numRuns: 40 },
    )
    const huge = { text: 'x'.repeat(1_000_000) }
    expect(() => t2.act((act) => sealField(act, party(1), 'address', huge))).toThrow(RangeError)
  })
})

describe('padding', () => {
  it('gives texts back and hides their length', () => {
    const salt = new Uint8Array(16).fill(3)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed())
        const plain = padded(salt, text)
        expect(plain.length % 64).toBe(0)
        expect(unpadded(plain, 16)?.body).toBe(text)
      }),
      { numRuns: 50 },
    )
    expect(padded(salt, '{"number":"1"}').length).toBe(padded(salt, '{"number":"1234567"}').length)
    expect(unpadded(new Uint8Array(19), 16)).toBeUndefined()
    expect(unpadded(new Uint8Array(64).fill(255), 16)).toBeUndefined()
  })
})

describe('tampering', () => {
  const row = "(select detail_id from sealed_field where field = 'phone')"
  const other = "(select detail_id from sealed_field where field = 'address')"

  it.each([
    ['a nonce', `update sealed_body set nonce = randomblob(12) where detail_id = ${row}`],
    [
      'a byte',
      `update sealed_body set ciphertext = cast(x'00' || substr(ciphertext, 2) as blob) where detail_id = ${row}`,
    ],
    [
      'a tag',
      `update sealed_body set ciphertext = cast(substr(ciphertext, 1, length(ciphertext) - 1) || x'00' as blob) where detail_id = ${row}`,
    ],
    [
      'the length',
      `update sealed_body set ciphertext = cast(ciphertext || x'00' as blob) where detail_id = ${row}`,
    ],
    [
      'all but the tag',
      `update sealed_body set ciphertext = substr(ciphertext, -16) where detail_id = ${row}`,
    ],
    [
      'another field',
      `update sealed_body set (nonce, ciphertext) = (select nonce, ciphertext from sealed_body where detail_id = ${other}) where detail_id = ${row}`,
    ],
    ['the key', 'update person_key set wrapped = randomblob(48)'],
    ['the key’s nonce', 'update person_key set nonce = randomblob(12)'],
  ])('of %s is refused, and found', (_, sql) => {
    const t = filled()
    t.book.store.run(sql, [])
    expect(refused(() => opened(t, 1, 'phone'))).toBe('vault.altered')
    expect(findings(t)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^sealed_body\.(altered|closed)$/)]),
    )
  })

  it('a text or a key of another party does not open', () => {
    const t = filled()
    t.act((act) => sealField(act, party(2), 'phone', { number: '+8613900139000', extension: null }))
    const of = (number: number) =>
      `(select detail_id from sealed_field where field = 'phone' and party_id = ${number})`
    t.book.store.run(
      `update sealed_body set (nonce, ciphertext) = (select nonce, ciphertext from sealed_body where detail_id = ${of(2)}) where detail_id = ${of(1)}`,
      [],
    )
    expect(refused(() => opened(t, 1, 'phone'))).toBe('vault.altered')
    expect(opened(t, 2, 'phone')).toEqual({ number: '+8613900139000', extension: null })
    t.book.store.run(
      'update person_key set (nonce, wrapped) = (select nonce, wrapped from person_key where party_id = 1) where party_id = 2',
      [],
    )
    expect(refused(() => opened(t, 2, 'phone'))).toBe('vault.altered')
  })

  it.each([
    [
      'delete from sealed_body where detail_id = (select min(detail_id) from sealed_body)',
      'sealed_body.missing',
    ],
    ['delete from person_key', 'sealed_body.missing'],
    ["delete from blind_index where field = 'phone'", 'blind_index.missing'],
    ["update blind_index set party_id = 2 where field = 'phone'", 'blind_index.missing'],
    ["update blind_index set mac = randomblob(32) where field = 'phone'", 'blind_index.mac'],
    ['delete from vault_key', 'vault_key.missing'],
    [
      'insert into person_key select 3, kid, nonce, wrapped from person_key',
      'person_key.unfounded',
    ],
    [
      "insert into detail_body select detail_id, x'00000000000000000000000000000000', 'x' from sealed_field",
      'sealed_field.open',
    ],
  ])('is found: %s', (sql, code) => {
    const t = filled()
    t.book.store.run(sql, [])
    expect(findings(t)).toContain(code)
    if (code !== 'blind_index.mac') expect(findings(t, [])).toContain(code)
  })
})

describe('master keys', () => {
  it('[I4.5] without one everything is refused, and nothing is written', () => {
    const t = filled()
    t.hold()
    expect(refused(() => opened(t, 1, 'phone'))).toBe('vault.closed')
    expect(refused(() => opened(t, 2, 'phone'))).toBe('vault.closed')
    const before = everything(t)
    const acts = [
      () => t.act((act) => sealField(act, party(1), 'phone', values.phone)),
      () => t.act((act) => emptyField(act, party(1), 'phone')),
      () => t.act((act) => sealSecret(act, 'a purpose', 'a secret')),
      () => t.view((view) => partiesWithValue(view, 'phone', values.phone)),
      () => t.view((view) => openSecret(view, 'a purpose', 'x')),
    ]
    expect(acts.map(refused)).toEqual(acts.map(() => 'vault.closed'))
    expect(everything(t)).toBe(before)
    expect(findings(t, [])).toEqual([])
  })

  it('another one opens nothing and is told by its name', () => {
    const t = filled()
    t.hold(newKey)
    expect(refused(() => opened(t, 1, 'phone'))).toBe('vault.key_unknown')
    expect(checkDetails(t.book.store, masterKeysOf([newKey])).counted).toMatch(/ 0 opened/)
    t.book.store.run('update person_key set kid = ?', [masterKeysOf([newKey]).current])
    expect(refused(() => opened(t, 1, 'phone'))).toBe('vault.altered')
  })

  it('a book under another code opens nothing, for its code is a part of every place', () => {
    const t = filled()
    t.book.store.script('drop trigger organisation_never_altered')
    t.book.store.run("update organisation set book = 'other'", [])
    expect(refused(() => t.act((act) => openField(act, party(1), 'phone')))).toBe('vault.altered')
  })
})

describe('a destroyed key', () => {
  it('[I4.5] leaves nothing to be read, and a book that verifies', () => {
    const t = filled()
    t.act((act) => {
      sealField(act, party(2), 'phone', values.phone)
      sealField(act, party(1), 'phone', { number: '+8613900139000', extension: null })
    })
    expect(t.act((act) => destroyKey(act, party(1)))).toBe(true)
    for (const field of fields) {
      expect(opened(t, 1, field)).toBeUndefined()
      expect(t.view((view) => fieldState(view, party(1), field))).toBe('erased')
    }
    const left = (table: string) =>
      t.book.store.all(`select * from ${table} where party_id = 1`, []).length
    expect([left('person_key'), left('blind_index')]).toEqual([0, 0])
    expect(t.book.store.all('select * from sealed_body', []).length).toBe(1)
    expect(t.view((view) => partiesWithValue(view, 'phone', values.phone))).toEqual([2])
    expect(opened(t, 2, 'phone')).toEqual(values.phone)
    expect([findings(t), findings(t, [])]).toEqual([[], []])
    expect(t.act((act) => destroyKey(act, party(1)))).toBe(false)
    expect(t.act((act) => destroyKey(act, party(3)))).toBe(false)
  })

  it('[I4.5] leaves none of its bytes in the file, also not in pages that are free', () => {
    const t = vaultBook({ inMemory: false })
    t.act((act) => {
      for (const field of fields) sealField(act, party(1), field, values[field])
    })
    const bytes = ['select wrapped as b from person_key', 'select ciphertext as b from sealed_body']
      .flatMap((sql) => t.book.store.all(sql, []))
      .map(({ b }) => Buffer.from(b as Uint8Array))
    const kept = () => {
      t.book.store.all('pragma wal_checkpoint(truncate)', [])
      const file = readFileSync(t.path)
      return bytes.filter((some) => file.includes(some)).length
    }
    expect(kept()).toBe(7)
    t.act((act) => destroyKey(act, party(1)))
    expect(kept()).toBe(0)
    t.close()
  })

  it('needs no master key', () => {
    const t = filled()
    t.hold()
    expect(t.act((act) => destroyKey(act, party(1)))).toBe(true)
    expect(findings(t, [])).toEqual([])
  })

  it('is followed by another one when something is sealed anew, but not in the same act', () => {
    const t = filled()
    const sealing = () =>
      t.act((act) => {
        destroyKey(act, party(1))
        sealField(act, party(1), 'phone', values.phone)
      })
    expect(sealing).toThrow(/seals nothing/)
    t.act((act) => destroyKey(act, party(1)))
    t.act((act) => sealField(act, party(1), 'phone', values.phone))
    expect(opened(t, 1, 'phone')).toEqual(values.phone)
    expect(t.view((view) => fieldState(view, party(1), 'address'))).toBe('erased')
    expect(findings(t)).toEqual([])
  })

  it('that came back is found', () => {
    const t = filled()
    const kept = t.book.store.all('select * from sealed_body', [])
    t.act((act) => destroyKey(act, party(1)))
    const { detail_id, nonce, ciphertext } = kept[0]!
    t.book.store.run('insert into sealed_body values (?, ?, ?)', [detail_id!, nonce!, ciphertext!])
    expect(findings(t, [])).toEqual(['sealed_body.left'])
  })
})

describe('secrets', () => {
  it('open for their purpose and no other', () => {
    const t = vaultBook()
    expect(t.view((view) => openSecret(view, 'factor of 1', 'AAAA'))).toBeUndefined()
    const sealed = t.act((act) => sealSecret(act, 'factor of 1', 'JBSWY3DP'))
    expect(sealed).toMatch(/^[\w-]{40,}$/)
    const open = (purpose: string, text: string) =>
      t.view((view) => openSecret(view, purpose, text))
    expect(open('factor of 1', sealed)).toBe('JBSWY3DP')
    expect(open('factor of 2', sealed)).toBeUndefined()
    expect(open('factor of 1', `${sealed.slice(0, -4)}AAAA`)).toBeUndefined()
    expect([open('factor of 1', ''), open('factor of 1', '!')]).toEqual([undefined, undefined])
  })
})
