/** Fields that nobody asked for: every command and every query takes its own, and no other, at any depth. */
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { registry } from '../../src/registry.ts'
import { operationsOf, type Schema } from '../../src/web/operations.ts'

/** What whoever sends it would like to be told or to decide, and who is not asked. */
const wished = {
  role: 'owner',
  roles: ['owner'],
  reads_names: true,
  unit: null,
  actor: 'host',
  caller: { actor: 'host' },
  event_seq: 1,
  recorded_at: 0,
  id: 1,
  scope: 'all',
  dry_run: false,
  is_admin: true,
}

const asked = [...registry.commands, ...registry.pageCommands, ...registry.queries]

function unasked(input: z.ZodType, given: object): string[] {
  const { error } = input.safeParse(given)
  const found = (error?.issues ?? []) as { code: string; keys?: string[]; path: PropertyKey[] }[]
  return found.flatMap(({ code, keys = [] }) => (code === 'unrecognized_keys' ? keys : []))
}

describe('fields that nobody asked for', () => {
  test.each(asked.map((one) => [one.name, one] as const))('%s', (_, { input }) => {
    const shape = (input as { shape?: object }).shape ?? {}
    const extra = Object.fromEntries(Object.entries(wished).filter(([name]) => !(name in shape)))
    expect(unasked(input, extra).sort()).toEqual(Object.keys(extra).sort())
  })

  test('no object inside an input takes what it does not name', () => {
    const open: string[] = []
    const visit = (schema: Schema, path: string): void => {
      const { properties, items, anyOf, oneOf, additionalProperties } = schema
      if (properties && additionalProperties !== false) open.push(path)
      for (const [name, inner] of Object.entries(properties ?? {})) visit(inner, `${path}.${name}`)
      if (items) visit(items, `${path}[]`)
      for (const inner of [...(anyOf ?? []), ...((oneOf as Schema[] | undefined) ?? [])]) {
        visit(inner, path)
      }
    }
    for (const { name, fields } of operationsOf(registry)) {
      for (const field of fields) visit(field.schema, `${name} ${field.name}`)
    }
    expect(open).toEqual([])
  })
})
