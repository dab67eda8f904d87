/** Erasing people: what goes, what stays, and that everything still verifies. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { erased, readDetail } from '../../src/book/details.ts'
import { receive } from '../../src/funds/contributions.ts'
import { list as listPayouts } from '../../src/funds/payout-queries.ts'
import { pay } from '../../src/funds/payouts.ts'
import { register, status } from '../../src/people/commands.ts'
import { give } from '../../src/people/consent-commands.ts'
import { show as sealedFields } from '../../src/people/data-queries.ts'
import { list as listParties, show } from '../../src/people/queries.ts'
import { seal } from '../../src/people/sealed-commands.ts'
import { open as unseal } from '../../src/people/unsealings.ts'
import * as erasures from '../../src/privacy/erasure-commands.ts'
import { issue } from '../../src/statements/commands.ts'
import { verifyBook } from '../../src/verification/book.ts'
import { everything } from '../../src/work/search.ts'
import { openFund } from '../funds/scene.ts'
import { bookForTests, masterKeysOfTests } from '../journeys/book-for-tests.ts'

const name = '张晓明'
const number = '11010519491231002X'
const phone = '13800138000'
const second = { actor: 'user:9' }

const t = bookForTests()
const { store } = t.book
afterAll(() => t.close())

openFund(t, 'care')
// Others before and after, so that pages of the tree were split and moved by then.
const others = Array.from({ length: 150 }, (_, at) => ({
  kind: 'person' as const,
  name: `王${String.fromCodePoint(0x4e00 + at * 37)}${String.fromCodePoint(0x5000 + at * 11)}`,
}))
for (const other of others.slice(0, 75)) t.does(register, other)
const { party } = t.does(register, { kind: 'person', name }).output
const { party: other } = t.does(register, { kind: 'person', name: '李梅' }).output
for (const one of others.slice(75)) t.does(register, one)
const gift = { fund: 'care', source: 'member', amount: '100.00' } as const
t.does(receive, { ...gift, party: other, received_on: '2026-03-01', earmark: `为${name}捐赠` })
t.does(receive, { ...gift, party, received_on: '2026-03-01', earmark: '用于父亲的手术' })
t.does(pay, {
  fund: 'care',
  payee: party,
  category: 'care_grants',
  amount: '30.00',
  paid_on: '2026-03-05',
  note: `${name}的住院费`,
})
t.does(status, { party, status: 'retired', note: `${name}因病退休` })
t.does(give, { party, purpose: 'publication', evidence: `${name}签字的同意书` })
const sealing = { key: `seal-${'k'.repeat(20)}` }
t.does(seal, { party, field: 'identity_number', value: number }, sealing)
t.does(seal, { party, field: 'phone', value: phone })
t.does(seal, { party, field: 'address', value: '江城市幸福路1号' })
t.does(unseal, { party, fields: ['phone'], reason: `核对${name}的电话` })
const issued = t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' }).output
const before = store.all('select document_detail_id as "id" from statement', [])
const frozen = readDetail(store, before[0]!.id as number)!.body

const personal = [
  name,
  number,
  phone,
  '江城市幸福路',
  '父亲的手术',
  '住院费',
  'zhangxm',
  'xiaoming',
]

/** Texts that stand in the bytes of the file and of its write-ahead log. */
function inFile(texts: readonly string[]): string[] {
  const bytes = Buffer.concat([readFileSync(t.path), readFileSync(`${t.path}-wal`)])
  return texts.filter((text) => bytes.includes(Buffer.from(text, 'utf8')))
}

describe('erasing a person', () => {
  it('[rule 11] is asked by one, confirmed by another, and nobody does both', () => {
    const { request } = t.does(erasures.request, { party, ground: 'asked_for' }).output
    expect(request).toBe(1)
    expect(t.refuses(erasures.request, { party, ground: 'time_over' }).code).toBe('erasure.asked')
    expect(t.refuses(erasures.confirm, { request }).code).toBe('erasure.by_another')
    const foreseen = t.does(erasures.confirm, { request }, { ...second, dryRun: true }).output
    expect(foreseen.texts).toBe(6)
    expect(t.asks(show, { party }).name).toBe(name)
    const { output } = t.does(erasures.confirm, { request }, second)
    expect(output).toMatchObject({ party, texts: 6 })
    // The gift of somebody else names them: that is for a person to look at.
    expect(output.named_still).toHaveLength(1)
    expect(t.refuses(erasures.confirm, { request }, second).code).toBe('erasure.unknown')
  })

  it('says that they were erased wherever their name stood, and finds them by nothing', () => {
    expect(t.asks(show, { party }).name).toBe(erased)
    expect(t.asks(show, { party }).status?.note).toBe(erased)
    expect(t.asks(listPayouts, { party }).payouts[0]!.payee.name).toBe(erased)
    for (const q of [name, 'zxm', 'zhangxm', '晓明']) {
      expect(t.asks(listParties, { q }).parties, q).toEqual([])
    }
    expect(t.asks(everything, { q: party }).results).toHaveLength(1)
    const { fields, erased: gone } = t.asks(sealedFields, { party })
    expect(gone).toBe(true)
    expect(fields.map(({ field, state }) => `${field} ${state}`)).toEqual([
      'identity_number erased',
      'bank_account empty',
      'phone erased',
      'address erased',
      'birth_date empty',
    ])
  })

  it('leaves no byte of it in the file, in UTF-8 or as pinyin', () => {
    // The gift of somebody else names them, and is theirs.
    store.script('pragma wal_checkpoint(truncate)')
    expect(inFile(personal)).toEqual([name])
    expect(inFile(['李梅', others[3]!.name])).toHaveLength(2)
  })

  it('leaves a book that verifies, with the statement that was issued before', () => {
    const report = store.snapshot(() =>
      verifyBook(store, { databaseChecks: true, masterKeys: masterKeysOfTests }),
    )
    expect(report.checks.flatMap(({ findings }) => findings)).toEqual([])
    expect(report.passed).toBe(true)
    expect(readDetail(store, before[0]!.id as number)!.body).toBe(frozen)
    // What remains of the name in what was issued is its mask.
    expect(frozen).toContain('张*明')
    expect(frozen).not.toContain(name)
    expect(issued.lines).toBe(3)
  })

  it('a new statement over the same time is issued and verifies', () => {
    const again = t.does(issue, { fund: 'care', from: '2026-03-01', to: '2026-03-31' }).output
    expect(again.since).toBe(issued.statement)
    expect(store.snapshot(() => verifyBook(store)).passed).toBe(true)
  })

  it('nothing is guessed from the digest of a request, and the key that was used is refused', () => {
    const keys = store.all(
      "select key from request where command in ('parties.seal', 'consents.give')",
      [],
    )
    expect(keys).toHaveLength(4)
    for (const { key } of keys) expect(key).toMatch(/^erased:[0-9a-f]{64}$/)
    const again = t.refuses(seal, { party, field: 'identity_number', value: number }, sealing)
    expect(again.code).toBe('idempotency_key.reused')
  })

  it('takes no further dealings with them', () => {
    expect(t.refuses(receive, { ...gift, party }).code).toBe('party.erased')
    expect(t.refuses(seal, { party, field: 'phone', value: phone }).code).toBe('party.erased')
    expect(t.refuses(erasures.request, { party, ground: 'asked_for' }).code).toBe('party.erased')
  })

  it('a text that goes otherwise is a finding, and so is one that stays', () => {
    const undo = new Error('undo')
    const findingsAfter = (sql: string) => {
      let codes: string[] = []
      try {
        store.transaction((): undefined => {
          store.script(sql)
          codes = verifyBook(store).checks.flatMap(({ findings }) => findings.map((f) => f.code))
          throw undo
        })
      } catch (error) {
        if (error !== undo) throw error
      }
      return codes
    }
    const gone = 'delete from detail_body where detail_id = (select max(name_detail_id) from party)'
    expect(findingsAfter(gone)).toContain('detail.erased')
    const left = `insert into detail_body select min(detail_id), zeroblob(16), 'x' from erased_detail`
    expect(findingsAfter(left)).toContain('detail.left')
  })
})
