/** The journeys that every host must carry: one book from its funds to a statement that proves itself. */
import assert from 'node:assert/strict'
import { type Client, refused, tokenFor } from './client.ts'
import { checkDownloads, receiptData } from './papers.ts'
import { everyRoom } from './rooms.ts'

export interface Journey {
  readonly name: string
  /** The book's code; each journey has a book of its own. */
  readonly book: string
  /** Walks it as the owner of a book that was just set up (CNY, Asia/Shanghai). */
  walk(owner: Client): Promise<void>
}

const care = { fund: 'care', name: 'Care fund', restriction: 'purpose', purpose: 'Hardship' }
const general = { fund: 'general', name: '一般基金', restriction: 'unrestricted', purpose: 'Any' }
const school = { fund: 'school', name: '助学', restriction: 'purpose', purpose: 'School fees' }

/** Everyday names that have broken such systems before. */
export const names = [
  '👩‍👩‍👧‍👦 Ann 🎈',
  'محمد علي',
  'שרה כהן',
  '<script>alert(1)</script>',
  '=cmd()|calc',
  "O'Brien; drop table entry",
  '𠮷野家',
  'Zoë Müller-Łuk',
] as const

async function contribute(owner: Client): Promise<void> {
  const to = '/funds/care/contributions'
  const person = { kind: 'person', name: '张小明' }
  await owner.does(to, {
    source: 'member',
    party: person,
    amount: '1000.00',
    received_on: '2025-03-02',
  })
  const firm = { kind: 'organisation', name: 'Workshop Co-op' }
  const given = { source: 'organisation', party: firm, earmark: 'Winter coats' }
  await owner.does(to, { ...given, amount: '500.00', form: 'cash', received_on: '2025-03-03' })
  const city = { kind: 'organisation', name: 'City Council' }
  await owner.does(to, {
    source: 'public_money',
    party: city,
    amount: '2500.50',
    received_on: '2025-03-03',
  })
  await owner.does(to, { source: 'unidentified', amount: '50.00', received_on: '2025-03-04' })
  await owner.does('/contributions/4/identification', {
    source: 'member',
    party: 'P-000001',
    identified_on: '2025-03-05',
  })
  await owner.does(to, {
    source: 'organisation',
    party: 'P-000002',
    amount: '320.00',
    form: 'in_kind',
    received_on: '2025-03-06',
  })
  await owner.does('/funds/care/pledges', {
    source: 'organisation',
    party: 'P-000002',
    amount: '800.00',
    made_on: '2025-03-06',
  })
  await owner.does(to, {
    source: 'organisation',
    party: 'P-000002',
    amount: '300.00',
    pledge: 1,
    received_on: '2025-03-07',
  })
  const refund = { amount: '100.00', refunded_on: '2025-03-08', reason: 'Sent twice' }
  await owner.does('/contributions/1/refunds', refund)
}

async function payOut(owner: Client): Promise<void> {
  const to = '/funds/care/payouts'
  const category = 'care_grants'
  const maria = { kind: 'person', name: 'Maria Lopez' }
  await owner.does(to, { payee: maria, category, amount: '300.00', paid_on: '2025-03-10' })
  await owner.does(to, {
    payee: { kind: 'organisation', name: 'Hillside Dental' },
    beneficiary: 'P-000004',
    category,
    amount: '210.35',
    paid_on: '2025-03-11',
    note: 'Invoice 77',
  })
  await owner.does('/payouts/1/returns', { amount: '120.00', returned_on: '2025-03-12' })
  await owner.does('/funds', general)
  await owner.does('/funds', school)
  const transfer = { from: 'care', terms: 'advance', amount: '400.00', made_on: '2025-03-13' }
  const toFree = { ...transfer, to: 'general', reason: 'Rent' }
  refused(await owner.post('/transfers', toFree), 409, 'transfer.restriction_broken')
  await owner.does('/transfers', { ...transfer, to: 'school', reason: 'Until April' })
  assert.equal((await owner.asks('/transfers/1')).reason, 'Until April')
  await owner.does('/funds/care/commitments', {
    kind: 'awards_on_notice',
    amount: '75.00',
    made_on: '2025-03-14',
  })
}

async function giveReceipt(owner: Client): Promise<void> {
  const { receipt } = await owner.does('/contributions/1/receipt', {})
  const pdf = await owner.get(`/receipts/${receipt}.pdf`)
  assert.equal(pdf.status, 200, pdf.text)
  assert.deepEqual(receiptData(pdf.bytes).number, receipt)
}

/** Month's end: closing, a correction that falls into April, and a reopening that needs two. */
async function closeMarch(owner: Client): Promise<void> {
  const auditor = await tokenFor(owner, 'auditor')
  const administrator = await tokenFor(owner, 'fund_administrator')
  await owner.does('/periods/2025-03/closing', {})
  const late = { payee: 'P-000004', category: 'care_grants', amount: '5.00' }
  refused(
    await owner.post('/funds/care/payouts', { ...late, paid_on: '2025-03-31' }),
    409,
    'period.closed',
  )
  const { payouts } = await owner.asks('/payouts')
  const dentist = (payouts as { payout: number; entry: number }[])[0]!
  const reason = 'The dentist was paid by the insurer'
  const reversal = await owner.does(`/entries/${dentist.entry}/reversal`, { reason })
  assert.equal(reversal.original_on, '2025-03-11')
  assert.equal(reversal.effective_on, '2025-04-01')
  refused(
    await owner.post(`/entries/${dentist.entry}/reversal`, { reason }),
    409,
    'entry.already_reversed',
  )
  refused(
    await owner.post(`/entries/${reversal.entry}/reversal`, { reason }),
    409,
    'entry.is_reversal',
  )
  await owner.does('/periods/2025-03/reopening-requests', { reason: 'A receipt was found' })
  refused(await owner.post('/periods/2025-03/reopenings', {}), 403, 'period.second_person')
  refused(await auditor.post('/periods/2025-03/reopenings', {}), 403, 'access.not_allowed')
  await administrator.does('/periods/2025-03/reopening-rejections', { reason: 'It can wait' })
  refused(await administrator.post('/periods/2025-03/reopenings', {}), 409, 'period.state')
  await owner.does('/periods/2025-03/reopening-requests', { reason: 'The auditor asks for it' })
  await administrator.does('/periods/2025-03/reopenings', {})
}

async function wholeMonth(owner: Client): Promise<void> {
  await owner.does('/funds', care)
  await contribute(owner)
  await giveReceipt(owner)
  await payOut(owner)
  const march = { from: '2025-03-01', to: '2025-03-31' }
  const first = await owner.does('/funds/care/statements', { ...march, language: 'zh-Hans' })
  const before = await checkDownloads(owner, String(first.statement))
  await closeMarch(owner)
  await owner.does('/funds/care/payouts', {
    payee: { kind: 'person', name: '欧阳娜娜' },
    category: 'care_grants',
    amount: '88.00',
    paid_on: '2025-03-30',
  })
  const changes = await owner.asks(`/statements/${first.statement}/changes`)
  assert.deepEqual(changes.added, [16])
  assert.equal(changes.payments_delta, '88.00')
  const again = await owner.get(`/statements/${first.statement}.pdf`)
  assert.deepEqual(again.bytes, before.pdf, 'issued again, it is the same to the byte')
  const second = await owner.does('/funds/care/statements', march)
  assert.equal(second.since, first.statement)
  const after = await checkDownloads(owner, String(second.statement))
  assert.equal(after.statement.changes?.since, first.statement)
  assert.deepEqual(after.statement.changes?.added, [16])
}

async function sentTwice(owner: Client): Promise<void> {
  await owner.does('/funds', care)
  const body = { source: 'unidentified', amount: '10.00', received_on: '2025-03-01' }
  const key = `${owner.book}-the-same-act`
  const to = '/funds/care/contributions'
  const first = await owner.post(to, body, { key })
  const second = await owner.post(to, body, { key })
  assert.deepEqual([first.status, second.status], [201, 200])
  assert.equal(second.headers.get('idempotent-replayed'), 'true')
  assert.equal(second.text, first.text)
  const other = await owner.post(to, { ...body, amount: '11.00' }, { key })
  refused(other, 409, 'idempotency_key.reused')
  const together = `${owner.book}-fifty-at-once`
  const many = Array.from({ length: 50 }, () => owner.post(to, body, { key: together }))
  const answers = await Promise.all(many)
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal(answers.filter(({ status }) => status === 200).length, 49)
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
  const { contributions } = await owner.asks('/contributions')
  assert.equal((contributions as unknown[]).length, 2)
  const dry = await owner.post(to, body, { headers: { prefer: 'dry-run' } })
  assert.equal(dry.status, 200, dry.text)
  assert.equal(((await owner.asks('/contributions')).contributions as unknown[]).length, 2)
}

const wrongAmounts = ['0', '-1', '1e3', '0.001', '9007199254740993', 'NaN', '１２', '1,00']

async function wrongRequests(owner: Client): Promise<void> {
  await owner.does('/funds', care)
  const head = await owner.asks('/events/head')
  const to = '/funds/care/contributions'
  const body = { source: 'unidentified', amount: '10.00', received_on: '2025-03-01' }
  for (const amount of wrongAmounts) {
    const answer = await owner.post(to, { ...body, amount })
    assert.equal(answer.status, 422, `${amount}: ${answer.text}`)
  }
  refused(await owner.post(to, { ...body, received_on: '2025-02-29' }), 422, 'input.invalid')
  refused(await owner.post(to, { ...body, received_on: '2099-01-01' }), 422, 'day.in_future')
  refused(await owner.post('/funds/nowhere/contributions', body), 404, 'fund.unknown')
  refused(await owner.post(to, '{"source":'), 400, 'body.not_json')
  refused(await owner.post(to, '[]'), 400, 'body.not_json')
  refused(await owner.post(to, { ...body, wish: 'x'.repeat(1_048_577) }), 413, 'body.too_large')
  refused(await owner.post(to, { ...body, colour: 'red' }), 422, 'input.invalid')
  refused(await owner.post(to, body, { key: null }), 400, 'idempotency_key.missing')
  refused(await owner.post(to, body, { key: 'short' }), 400, 'idempotency_key.invalid')
  refused(await owner.post(to, body, { token: null }), 401, 'token.missing')
  refused(await owner.post(to, body, { token: 'clt_nobody' }), 401, 'token.invalid')
  refused(await owner.get('/nothing-here'), 404, 'route.unknown')
  const auditor = await tokenFor(owner, 'auditor')
  refused(await auditor.post(to, body), 403, 'access.not_allowed')
  const much = { payee: { kind: 'person', name: 'A' }, category: 'care_grants', amount: '0.01' }
  refused(
    await owner.post('/funds/care/payouts', { ...much, paid_on: '2025-03-02' }),
    409,
    'fund.more_than_available',
  )
  const now = await owner.asks('/events/head')
  assert.equal(now.sequence, Number(head.sequence) + 1, 'only the token was written')
}

async function strangeNames(owner: Client): Promise<void> {
  await owner.does('/funds', care)
  for (const name of names) {
    const party = { kind: 'person', name }
    const given = { source: 'member', party, amount: '20.00', received_on: '2025-03-01' }
    await owner.does('/funds/care/contributions', given)
  }
  const { contributions } = await owner.asks('/contributions')
  const kept = (contributions as { party: { name: string } }[]).map(({ party }) => party.name)
  assert.deepEqual(kept, [...names].reverse(), 'names are kept as given')
  for (const [index] of names.entries()) {
    const payee = `P-${String(index + 1).padStart(6, '0')}`
    const paid = { payee, category: 'care_grants', amount: '3.00', paid_on: '2025-03-02' }
    await owner.does('/funds/care/payouts', paid)
  }
  const { statement } = await owner.does('/funds/care/statements', {
    from: '2025-03-01',
    to: '2025-03-31',
  })
  const { html, csv, missing } = await checkDownloads(owner, String(statement), 'named')
  assert(!html.includes('<script>alert'), 'markup is escaped')
  assert(html.includes('&lt;script&gt;alert(1)'), 'and stands as given')
  assert(!/(^|[,"])=cmd/m.test(csv), 'formulas are neutralised')
  assert(missing.includes('U+1F388'), 'what the font lacks is reported')
}

export const journeys: readonly Journey[] = [
  { name: 'a whole month, to a statement that proves itself', book: 'month', walk: wholeMonth },
  { name: 'the same request again happens once', book: 'twice', walk: sentTwice },
  { name: 'a wrong request is refused and leaves nothing', book: 'wrong', walk: wrongRequests },
  { name: 'names of every script are kept and escaped', book: 'names', walk: strangeNames },
  { name: 'every room of the house', book: 'rooms', walk: everyRoom },
]
