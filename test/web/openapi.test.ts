import { expect, test } from 'vitest'
import { ask, perform } from '../../src/book/book.ts'
import { type Caller, throughout } from '../../src/book/registry.ts'
import { hardshipQueries } from '../../src/hardship/registry.ts'
import { namedRefusals } from '../../src/kit/refusal.ts'
import { pairingQueries } from '../../src/pairing/registry.ts'
import { registry } from '../../src/registry.ts'
import { exampleOf, operationsOf } from '../../src/web/operations.ts'
import { kindOf } from '../../src/web/reference.ts'
import { furnished } from '../browser/places.ts'
import { scene } from '../funds/scene.ts'
import { base, siteForTests } from './site.ts'

type Json = Record<string, unknown>

async function documentOf(): Promise<Json> {
  const site = await siteForTests()
  const { status, body } = await site.json('GET /openapi.json', { as: 'stranger' })
  expect(status).toBe(200)
  return body
}

/** Every value in a document with the path to it. */
function* walk(value: unknown, path = '#'): Generator<[string, unknown]> {
  yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${path}/${key}`)
}

function at(document: Json, ref: string): unknown {
  const keys = ref.slice(2).split('/')
  return keys.reduce((value: unknown, key) => (value as Json | undefined)?.[key], document)
}

test('[O1] the document is OpenAPI 3.1: version, server, security, and every reference resolves', async () => {
  const document = await documentOf()
  expect(document.openapi).toMatch(/^3\.1\.\d$/)
  expect(document.servers).toEqual([{ url: base }])
  expect(document.security).toEqual([{ token: [] }])
  expect(at(document, '#/components/securitySchemes/token')).toMatchObject({ scheme: 'bearer' })
  let references = 0
  for (const [path, value] of walk(document)) {
    if (!path.endsWith('/$ref')) continue
    references += 1
    expect(at(document, String(value)), `${path} leads nowhere`).toBeDefined()
  }
  expect(references).toBeGreaterThan(100)
  for (const [path, value] of walk(document)) {
    if (path.endsWith('/$schema')) throw new Error(`${path}: ${value}`)
  }
})

test('[O2] every operation has an id of its own, a tag that is listed, roles, and its parameters', async () => {
  const document = await documentOf()
  const tags = (document.tags as { name: string }[]).map(({ name }) => name)
  const ids = new Set<string>()
  for (const [path, methods] of Object.entries(document.paths as Record<string, Json>)) {
    expect(path).toMatch(/^\//)
    for (const [method, described] of Object.entries(methods) as [string, Json][]) {
      const where = `${method} ${path}`
      expect(['get', 'post'], where).toContain(method)
      const id = String(described.operationId)
      expect(ids.has(id), `${id} twice`).toBe(false)
      ids.add(id)
      expect(tags, where).toContain((described.tags as string[])[0])
      expect(described['x-roles'], where).not.toHaveLength(0)
      checkParameters(where, path, described)
      checkResponses(where, method, described.responses as Json)
    }
  }
  const names = [...registry.commands, ...registry.queries].map(({ name }) => name)
  expect([...ids]).toEqual(expect.arrayContaining(names))
})

function checkParameters(where: string, path: string, described: Json): void {
  const parameters = described.parameters as Json[]
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  expect(inPath.map(({ name }) => name).sort(), where).toEqual(places.sort())
  for (const parameter of inPath) expect(parameter.required, where).toBe(true)
  const refs = parameters.map((parameter) => parameter.$ref)
  const key = '#/components/parameters/IdempotencyKey'
  expect(refs.includes(key), where).toBe(where.startsWith('post'))
}

function checkResponses(where: string, method: string, responses: Json): void {
  expect(Object.keys(responses), where).toEqual(
    expect.arrayContaining(['200', '401', '403', '500']),
  )
  expect('201' in responses, where).toBe(method === 'post')
  for (const [status, response] of Object.entries(responses)) {
    const isProblem = Number(status) >= 400
    if (isProblem) expect(response).toEqual({ $ref: '#/components/responses/Problem' })
    else expect((response as Json).description, where).toBeTypeOf('string')
  }
}

test('[O3] every refusal of the house is a code of the problem schema', async () => {
  const document = await documentOf()
  const codes = at(document, '#/components/schemas/Problem/properties/code/enum') as string[]
  expect(codes).toEqual(namedRefusals().map(({ code }) => code))
  expect(new Set(codes).size).toBe(codes.length)
})

/** Of fields of which one is given, those that are left out. */
const eitherOr: Readonly<Record<string, readonly string[]>> = {
  'hardship_files.open': ['household'],
}

test('[O4] every example is one that its own command or query reads', async () => {
  const named = new Map([...registry.commands, ...registry.queries].map((one) => [one.name, one]))
  for (const { name, fields } of operationsOf(registry)) {
    const described = named.get(name)
    if (!described) continue
    const asked = fields.filter((field) => !eitherOr[name]?.includes(field.name))
    const given = Object.fromEntries(asked.map(({ name: field, example }) => [field, example]))
    const read = described.input.safeParse(given)
    expect(read.success, `${name}: ${read.success ? '' : read.error.message}`).toBe(true)
  }
})

test('[O5] what is answered is what the document says', async () => {
  const site = await siteForTests()
  const { book } = site.t
  const as: Caller = { actor: 'test:owner', grants: throughout('owner'), readsNames: true }
  // What is one's own is a user's.
  const own: Caller = { ...as, actor: 'user:1' }
  let key = 0
  const did = (name: string, input: object, caller = as) => {
    key += 1
    const command = registry.commands.find((one) => one.name === name)!
    const given = { command, input, key: `openapi-check-${key}-000000`, caller }
    return command.output.parse(perform(book, given).output)
  }
  did('payouts.pay', { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '5.00' })
  did('receipts.give', { contribution: 1 })
  const promised = { fund: 'care', source: 'member', party: 'P-000001', amount: '5.00' }
  did('pledges.make', promised)
  const lent = { from: 'care', to: 'free', terms: 'advance', reason: 'Cover' }
  did('funds.open', { fund: 'free', name: 'Free', restriction: 'purpose', purpose: 'Help' })
  did('transfers.make', { ...lent, amount: '1.00' })
  did('commitments.make', { fund: 'care', kind: 'awards_on_notice', amount: '1.00' })
  did('statements.issue', { fund: 'care', from: '2026-03-01', to: '2026-03-31' })
  did('tasks.verify_book', {})
  const password = `$scrypt$ln=15,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  did('users.create', { login: 'maria', name: 'Maria', role: 'owner', password })
  did('matching.begin', {}, own)
  did('policies.adopt_preset', { preset: 'cooperative' })
  did('units.add', { unit: 'city', name: 'City', kind: 'city' })
  did('households.form', { members: [{ party: 'P-000001', relation: 'head' }] })
  const asked = { fund: 'care', payee: 'P-000001', category: 'care_grants', amount: '1.00' }
  did('payment_requests.enter', asked)
  did('parties.seal', { party: 'P-000001', field: 'phone', value: '13800138000' })
  did('unsealings.open', { party: 'P-000001', fields: ['phone'], reason: 'Check' })
  did('consents.give', { party: 'P-000001', purpose: 'photos' })
  const inputs: Record<string, object> = {
    'payment_requests.show': { request: 1 },
    'parties.sealed_fields': { party: 'P-000001' },
    'unsealings.show': { unsealing: 1 },
    'consents.list': { party: 'P-000001' },
    'units.show': { unit: 'city' },
    'households.show': { household: 'H-000001' },
    'ties.list': { party: 'P-000001' },
    'parties.kin': { party: 'P-000001' },
    'funds.show': { fund: 'care' },
    'funds.story': { fund: 'care' },
    'funds.paying_account': { fund: 'care' },
    'checkpoints.show': { tree_size: 1 },
    'events.show': { sequence: 1 },
    'parties.show': { party: 'P-000001' },
    'parties.dealings': { party: 'P-000001' },
    'parties.merges': { party: 'P-000001' },
    'contributions.show': { contribution: 1 },
    'payouts.show': { payout: 1 },
    'accounts.show': { account: '1100' },
    'search.everything': { q: 'care' },
    'entries.show': { entry: 1 },
    'periods.show': { month: '2026-03' },
    'pledges.show': { pledge: 1 },
    'transfers.show': { transfer: 1 },
    'commitments.show': { commitment: 1 },
    'registers.page': { fund: 'care', account: '1100' },
    'statements.list': { fund: 'care' },
    'statements.show': { statement: 'CARE-2026-0001' },
    'statements.changes': { statement: 'CARE-2026-0001' },
    'tasks.show': { task: 1 },
    'matching.task': { task: 2 },
    'policies.show': { kind: 'notice' },
    'policies.history': { kind: 'notice' },
    'policies.version': { version: 1 },
  }
  // Those of pairing are asked in pairing-answers.test.ts.
  const elsewhere = new Set([...hardshipQueries, ...pairingQueries].map(({ name }) => name))
  for (const query of registry.queries.filter(({ name }) => !elsewhere.has(name))) {
    const caller = query.reach === 'oneself' ? own : as
    const answer: unknown = ask(book, query, inputs[query.name] ?? {}, caller)
    const strict = query.output.safeParse(answer)
    expect(strict.success, `${query.name}: ${strict.error?.message}`).toBe(true)
  }
})

test('[O5] what is answered of hardship is what the document says', () => {
  const t = scene({ inMemory: true })
  t.at('2026-11-24T02:00:00Z')
  furnished(t)
  const batch = { batch: 'B-2026-0001' }
  const inputs: Record<string, object> = {
    'disbursements.show': { from: '2026-01-01', to: '2026-12-31' },
    'cases.show': { case: 4 },
    'cases.progress': { case: 4 },
    'cases.payments': { case: 11 },
    'rounds.show': { round: 1 },
    'hardship_files.show': { file: 1 },
    'programmes.show': { programme: 'relief' },
    'caps.show': { case: 1 },
    'caps.picture': { party: 'P-000001' },
    'awards.show': { case: 11 },
    'allowances.show': { month: '2026-11' },
    'batches.show': batch,
    'batches.lines': batch,
    'batches.check': batch,
    'batches.foresee': { fund: 'aid', form: 'bank' },
    'sittings.show': { sitting: 1 },
    'sittings.agenda': { sitting: 2 },
    'sittings.on_case': { case: 4 },
    'notices.show': { notice: 1 },
    'notices.of_case': { case: 4 },
    'objections.show': { objection: 1 },
    'grievances.show': { grievance: 1 },
    'applications.show': { case: 1 },
    'case_documents.list': { case: 1 },
    'follow_ups.of_case': { case: 11 },
  }
  const untold: string[] = []
  // No document was sent here, and nobody was drawn to be called.
  const without = ['case_documents.content', 'call_backs.show']
  for (const query of hardshipQueries.filter(({ name }) => !without.includes(name))) {
    try {
      const strict = query.output.safeParse(t.asks(query, inputs[query.name] ?? {}))
      expect(strict.success, `${query.name}: ${strict.error?.message}`).toBe(true)
    } catch (error) {
      untold.push(`${query.name}: ${(error as Error).message}`)
    }
  }
  expect(untold).toEqual([])
  t.close()
})

test('[O6] the reference lists every operation, field and refusal, and runs nothing', async () => {
  const site = await siteForTests()
  const answer = await site.call('GET /reference', { as: 'stranger' })
  const html = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; style-src 'sha256-/,
  )
  expect(html).not.toMatch(/<script|javascript:|onclick|src=|@import|url\(/)
  for (const operation of operationsOf(registry)) {
    expect(html).toContain(`id="${operation.name}"`)
    for (const { name } of operation.fields) expect(html).toContain(`<code>${name}</code>`)
  }
  for (const { code } of namedRefusals()) expect(html).toContain(`<code>${code}</code>`)
  expect(html).toContain('curl --fail-with-body -X POST')
  expect(html).toContain('color-scheme:light dark')
  expect(html).toContain('name="viewport"')
})

test('[O7] schemas are put into words, and give an example', () => {
  const nullable = { anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }], default: null }
  expect(kindOf(nullable)).toBe('text of at most 9 characters or null, otherwise null')
  expect(kindOf({ type: ['number', 'null'] })).toBe('a number or null')
  expect(kindOf({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('a list of a | b')
  expect(kindOf({ type: 'string', format: 'date' })).toBe('a day')
  expect(exampleOf('list', { type: 'array', items: { enum: ['a', 'b'] } })).toEqual(['a'])
  expect(exampleOf('any', { properties: { on: { format: 'date' } } })).toEqual({ on: '2026-03-05' })
})
