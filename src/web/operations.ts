/** Every operation of the interface in one form, from which its description and reference are made. */
import { z } from 'zod'
import type { AnyCommand, AnyQuery, Registry, Role } from '../book/registry.ts'
import { downloads } from './downloads.ts'

/** A JSON Schema (draft 2020-12), as far as the registry's schemas use it. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly [keyword: string]: unknown
}

export interface Field {
  readonly name: string
  readonly place: 'path' | 'query' | 'body'
  readonly required: boolean
  readonly schema: Schema
  readonly example: unknown
}

export interface Operation {
  /** Noun and verb, for example `payouts.pay`. */
  readonly name: string
  readonly noun: string
  readonly summary: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly may: readonly Role[]
  /** A command writes, and so takes a key and may be run dry. */
  readonly writes: boolean
  readonly fields: readonly Field[]
  /** What it answers: JSON of this schema, or files of these media types. */
  readonly answers: Schema | readonly string[]
}

/** All operations, commands before queries before downloads. */
export function operationsOf(registry: Registry): Operation[] {
  return [
    ...registry.commands.map((command) => operationOf(command, schemaOut(command))),
    ...registry.queries.map((query) => operationOf(query, schemaOut(query))),
    ...downloads.map((download) => operationOf(download, Object.values(download.media))),
  ]
}

type Described = Pick<AnyCommand | AnyQuery, 'name' | 'summary' | 'may' | 'route' | 'input'>

function operationOf(
  { name, summary, may, route, input }: Described,
  answers: Operation['answers'],
): Operation {
  const writes = route.method === 'POST'
  const given = z.toJSONSchema(input, { io: 'input' }) as Schema
  const fields = Object.entries(given.properties ?? {}).map(([field, schema]): Field => {
    const inPath = route.path.includes(`{${field}}`)
    return {
      name: field,
      place: inPath ? 'path' : writes ? 'body' : 'query',
      required: inPath || (given.required ?? []).includes(field),
      schema,
      example: exampleOf(field, schema),
    }
  })
  const noun = name.slice(0, name.indexOf('.'))
  return { name, noun, summary, ...route, may, writes, fields, answers }
}

function schemaOut({ output }: { readonly output: z.ZodType }): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(output, { io: 'output' })
  return schema as Schema
}

/** Examples of fields by name; a schema that many fields share has only a general one. */
const examples: Readonly<Record<string, unknown>> = {
  book: 'hillside',
  name: 'Hillside Mutual Aid',
  purpose: 'Hardship grants to members',
  reason: 'Entered twice',
  time_zone: 'Europe/Lisbon',
  currency: 'EUR',
  label: 'Accounting system',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  expires_at: 1_798_761_600_000,
  month: '2026-02',
  account: '1100',
  code: '5150',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'hillside-2026',
  after: 'P-000001',
}

/** A value that a field takes, for the reference and its calls. */
export function exampleOf(name: string, schema: Schema): unknown {
  const isText = schema.type !== 'integer' && schema.type !== 'number'
  if (name in examples && !schema.enum && (isText || typeof examples[name] === 'number')) {
    return examples[name]
  }
  if (schema.examples) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.format === 'date') return '2026-03-05'
  if (schema.properties) {
    const parts = Object.entries(schema.properties)
    return Object.fromEntries(parts.map(([part, of]) => [part, exampleOf(part, of)]))
  }
  const [other] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null')
  if (other) return exampleOf(name, other)
  if (schema.items) return [exampleOf(name, schema.items)]
  if (schema.type === 'boolean') return schema.default ?? true
  if (schema.type === 'integer' || schema.type === 'number') return schema.default ?? 1
  return 'text'
}
