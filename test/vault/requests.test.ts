/** The digest of a request that seals tells nothing to whoever has the book alone. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { pageCommand } from '../../src/book/registry.ts'
import { canonicalJson } from '../../src/kit/canonical.ts'
import { hex, sha256Hex } from '../../src/kit/digest.ts'
import { Refusal } from '../../src/kit/refusal.ts'
import { registry } from '../../src/registry.ts'
import { sealField } from '../../src/vault/fields.ts'
import { newKey, oldKey, party, vaultBook } from './vault-for-tests.ts'

const command = pageCommand({
  name: 'tests.seal',
  summary: 'Seals a telephone number',
  may: ['owner'],
  reach: 'organisation',
  seals: true,
  input: z.strictObject({ number: z.string() }),
  output: z.object({ detail: z.number() }),
  subject: ({ detail }) => `test/${detail}`,
  run: (act, { number }) => ({
    detail: sealField(act, party(1), 'phone', { number, extension: null }),
  }),
})
const key = 'a-key-of-one-act'
const input = { number: '+8613800138000' }

function code(what: () => unknown): string {
  try {
    return `done: ${JSON.stringify(what())}`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code
  }
}

it('[rule 6] the same request is known again, also while a master key is replaced', () => {
  const t = vaultBook()
  const first = t.does(command, input, { key })
  const again = () => t.does(command, input, { key }).output
  expect(again()).toEqual(first.output)
  expect(code(() => t.does(command, { number: '+8613900139000' }, { key }))).toBe(
    'idempotency_key.reused',
  )
  t.hold(newKey, oldKey)
  expect(again()).toEqual(first.output)
  // Once the key is forgotten nobody can say any more that it is the same: it is refused, not done twice.
  t.hold(newKey)
  expect(code(again)).toBe('idempotency_key.reused')
  expect(code(() => t.hold())).toBe('done: undefined')
  expect(code(again)).toBe('idempotency_key.reused')
  expect(code(() => t.does(command, input))).toBe('vault.closed')
})

it('[I4.5] a number cannot be found by trying all of them against the digest in the book', () => {
  const t = vaultBook()
  t.does(command, input, { key })
  const [row] = t.book.store.all('select input_digest from request where key = ?', [key])
  const guess = sha256Hex(`${key}\ntest:owner\ntests.seal\n${canonicalJson(input)}`)
  expect(hex(row!.input_digest as Uint8Array)).not.toBe(guess)
})

it('[I4.5] no command takes what will lie sealed without saying so', () => {
  const takes = ({ input }: { readonly input: z.ZodType }) =>
    /"(?:client_secret|value|cells)":/.test(
      JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })),
    )
  const names = (some: typeof registry.commands) => some.map(({ name }) => name).sort()
  const sealing = names(registry.commands.filter(({ seals }) => seals))
  expect(names(registry.commands.filter((one) => takes(one) && !one.seals))).toEqual([])
  expect(sealing).toEqual([
    'applications.take_account',
    'case_documents.add',
    'grievances.file',
    'identity_providers.connect',
    'objections.record',
    'parties.seal',
    'people.import_rows',
  ])
})
