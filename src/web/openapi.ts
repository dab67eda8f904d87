/** The OpenAPI 3.1 description of the interface (https://spec.openapis.org/oas/v3.1.1). */
import { namedRefusals } from '../kit/refusal.ts'
import { largestBodyBytes } from './body.ts'
import type { Field, Operation, Schema } from './operations.ts'

type Json = Record<string, unknown>

const problemType = 'application/problem+json'

/** The statuses that every operation may refuse with; those of commands alone come after. */
const refusals = { 401: '', 403: '', 404: '', 409: '', 422: '', 500: '', 503: '' }
const commandRefusals = { 400: '', 413: '', 415: '', 507: '' }

/** Describes a book's interface; `base` is its path on this server. */
export function openApi(operations: readonly Operation[], base: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] ??= {}
    paths[operation.path]![operation.method.toLowerCase()] = described(operation)
  }
  const nouns = [...new Set(operations.map(({ noun }) => noun))].sort()
  return {
    openapi: '3.1.1',
    info: {
      title: 'Care Ledger',
      version: '1',
      summary: 'The interface of one organisation’s book.',
      description:
        'Amounts are text in the currency’s own decimals; days are YYYY-MM-DD in the organisation’s ' +
        'time zone. A command carries a key of its sender’s making, so that the same request sent ' +
        'twice happens once. Whatever is refused is refused whole: nothing is written.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: base }],
    security: [{ token: [] }],
    tags: nouns.map((name) => ({ name })),
    paths,
    components: components(),
  }
}

function described(operation: Operation): Json {
  const { name, noun, summary, may, fields, writes } = operation
  const inBody = fields.filter(({ place }) => place === 'body')
  const parameters = fields.filter(({ place }) => place !== 'body').map(parameter)
  if (writes) parameters.push(ref('parameters', 'IdempotencyKey'), ref('parameters', 'Prefer'))
  if (writes) parameters.push(ref('parameters', 'DryRun'))
  return {
    operationId: name,
    tags: [noun],
    summary,
    description: `For ${may.join(', ')}.`,
    'x-roles': may,
    parameters,
    ...(inBody.length > 0 ? { requestBody: bodyOf(inBody) } : {}),
    responses: { ...answersOf(operation), ...refusalsOf(writes) },
  }
}

function parameter({ name, place, required, schema, example }: Field): Json {
  return { name, in: place, required, schema, example }
}

function bodyOf(fields: readonly Field[]): Json {
  const required = fields.filter((field) => field.required).map(({ name }) => name)
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema: of }) => [name, of])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
  const example = Object.fromEntries(
    fields.filter((field) => field.required).map(({ name, example: value }) => [name, value]),
  )
  const content = { 'application/json': { schema, example } }
  return { required: required.length > 0, content }
}

function answersOf({ writes, answers }: Operation): Json {
  if (Array.isArray(answers)) {
    const content = Object.fromEntries(
      (answers as string[]).map((type) => [type.replace(/;.*/, ''), {}]),
    )
    return {
      200: { description: 'The file', headers: { ETag: { schema: { type: 'string' } } }, content },
      304: { description: 'The file that the sender has already' },
    }
  }
  const content = { 'application/json': { schema: answers } }
  const headers = { 'Care-Ledger-Sequence': ref('headers', 'Sequence') }
  if (!writes) return { 200: { description: 'The answer', headers, content } }
  const replayed = { 'Idempotent-Replayed': ref('headers', 'Replayed') }
  return {
    201: { description: 'Done and durable', headers, content },
    200: {
      description: 'Done before with this key (the first answer again), or a dry run',
      headers: { ...headers, ...replayed },
      content,
    },
  }
}

function refusalsOf(writes: boolean): Json {
  const statuses = Object.keys({ ...refusals, ...(writes ? commandRefusals : {}) })
  return Object.fromEntries(statuses.map((status) => [status, ref('responses', 'Problem')]))
}

function ref(kind: string, name: string): Json {
  return { $ref: `#/components/${kind}/${name}` }
}

function components(): Json {
  return {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token made by `care-ledger token`, with a role and an end.',
      },
    },
    parameters: parameters(),
    headers: {
      Sequence: {
        description: 'The number of the event that recorded it, or up to which it was answered.',
        schema: { type: 'integer' },
      },
      Replayed: {
        description: 'Set when this is the first answer to this key again.',
        schema: { const: 'true' },
      },
    },
    responses: {
      Problem: {
        description: `A refusal (RFC 9457). A body may have ${largestBodyBytes} bytes at most.`,
        content: { [problemType]: { schema: ref('schemas', 'Problem') } },
      },
    },
    schemas: { Problem: problemSchema() },
  }
}

function parameters(): Json {
  return {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description:
        'Made by the sender for this one act. The same key with the same input gets the first answer; ' +
        'with other input it is refused.',
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{16,200}$' },
      example: '5f0c3c1e-6f0e-4b43-9c69-2f6a3c1f7e55',
    },
    Prefer: {
      name: 'Prefer',
      in: 'header',
      required: false,
      description: '`dry-run` says what would happen and writes nothing (RFC 7240).',
      schema: { type: 'string' },
      example: 'dry-run',
    },
    DryRun: {
      name: 'dry_run',
      in: 'query',
      required: false,
      description: 'The same as `Prefer: dry-run`.',
      schema: { type: 'boolean', default: false },
    },
  }
}

function problemSchema(): Json {
  const text = { type: 'string' }
  return {
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      detail: { type: 'string', description: 'A sentence with the values.' },
      code: { type: 'string', enum: namedRefusals().map(({ code }) => code) },
      remedy: { type: 'string', description: 'What to do.' },
      values: { type: 'object', description: 'The values in the sentence.' },
    },
    required: ['type', 'title', 'status', 'detail', 'code', 'remedy', 'values'],
  }
}
