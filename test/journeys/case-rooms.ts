/**
 * The part of the journey through every room that is about programmes, hardship files and cases as they are entered. All
 * tokens of a journey come from one hand, and so nobody here decides on what was entered here.
 */
import assert from 'node:assert/strict'
import { type Client, refused } from './client.ts'

/** Walks through them; the fund may pay hardship grants, and the house's own workflow holds. */
export async function caseRooms(owner: Client, fund: string): Promise<void> {
  const said = { name: '春节走访', category: 'care_grants', help: 'visit', workflow: 'standard' }
  await owner.does('/programmes', { programme: 'visits', fund, ...said })
  refused(
    await owner.post('/programmes', { programme: 'visits', fund, ...said }),
    409,
    'programme.taken',
  )
  await owner.does('/programmes/visits/versions', { name: '2026 年春节走访' })
  const programme = await owner.asks('/programmes/visits')
  assert.deepEqual({ ...programme, name: '2026 年春节走访', open: true, cases: 0 }, programme)
  assert.ok(((await owner.asks('/programmes')).programmes as unknown[]).length > 0)
  const flood = { aid_event: 'flood', name: '水灾', happened_on: '2026-01-02' }
  await owner.does('/aid-events', flood)
  assert.equal(((await owner.asks('/aid-events')).aid_events as unknown[]).length, 1)
  const person = { kind: 'person', name: '上官婉' }
  const facts = { people: 3, income_year: '12000.00', situation: '长期患病' }
  const { file } = await owner.does('/hardship-files', { party: person, grade: 'special', facts })
  await owner.does(`/hardship-files/${file}/versions`, { certified: true })
  const told = await owner.asks(`/hardship-files/${file}`)
  assert.deepEqual({ ...told, in_hardship: true, certified: true, people: 1 }, told)
  const files = await owner.asks('/hardship-files?in_hardship=true&certified=true')
  assert.equal((files.statistics as { households: number }).households, 1)
  const { round } = await owner.does('/rounds', { programme: 'visits', name: '初一走访' })
  const beneficiary = (told.head as { party: string }).party
  const row = { beneficiary, cause: 'illness', amount: '500.00' }
  const taken = await owner.does(`/rounds/${round}/cases`, { rows: [row] })
  assert.equal(taken.cases, 1)
  const again = await owner.post('/cases', { ...row, programme: 'visits', round })
  refused(again, 409, 'case.in_round')
  const at = `/cases/${taken.first}`
  await owner.does(`${at}/versions`, { amount: '600.00' })
  const shown = await owner.asks(at)
  assert.deepEqual({ ...shown, state: 'open', step_kind: 'verify', total: '600.00' }, shown)
  const listed = await owner.asks(`/cases?round=${round}&step=verify&sort=waiting`)
  assert.deepEqual(listed.totals, [{ currency: 'CNY', count: 1, amount: '600.00' }])
  assert.equal(((await owner.asks('/rounds')).rounds as unknown[]).length, 1)
  assert.deepEqual((await owner.asks(`${at}/documents`)).documents, [])
  assert.deepEqual((await owner.asks('/application-codes')).codes, [])
  const form = await owner.get(`${at}/file.pdf`)
  assert.equal(form.status, 200, form.text.slice(0, 500))
  assert.equal(form.headers.get('content-type'), 'application/pdf')
  assert.equal(new TextDecoder().decode(form.bytes.subarray(0, 5)), '%PDF-')
  const account = { holder: '互助会', number: '6222020200112233', bank: '工商银行' }
  await owner.does(`/funds/${fund}/paying-account`, account)
  const paying = await owner.asks(`/funds/${fund}/paying-account`)
  assert.deepEqual({ ...(paying.account as object), ...account }, paying.account)
  const given = await owner.asks('/disbursements?from=2019-01-01&to=2019-12-31')
  assert.deepEqual(given, { rows: [], totals: [] })
  assert.deepEqual((await owner.asks(`/rounds/${round}`)).waiting, listed.waiting)
}
