/** What anyone may read of a book's interface: its OpenAPI document, its reference, its refusals. */
import type { Hono } from 'hono'
import {
  type OperationView,
  Problem,
  Reference,
  type ReferenceView,
  type RefusalView,
  referenceStyle,
} from '../../templates/pages/reference.tsx'
import type { Registry } from '../book/registry.ts'
import { sha256 } from '../kit/digest.ts'
import { type NamedRefusal, namedRefusals } from '../kit/refusal.ts'
import { baseOf, honoPath } from './base.ts'
import { openApi } from './openapi.ts'
import { type Field, type Operation, operationsOf, type Schema } from './operations.ts'
import { problemAnswer, titleOf } from './problem.ts'
import { problemUnknown } from './refusals.ts'

/** The pages run nothing, load nothing, and take no other style than their own. */
const policy = `default-src 'none'; style-src 'sha256-${Buffer.from(
  sha256(referenceStyle),
).toString('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** Mounts `/openapi.json`, `/reference` and `/problems/{code}`; they say nothing of any book. */
export function mountReference(app: Hono, registry: Registry): void {
  let operations: Operation[] | undefined
  const all = () => {
    operations ??= operationsOf(registry)
    return operations
  }
  app.get(honoPath('/openapi.json'), (c) => c.json(openApi(all(), baseOf(c))))
  app.get(honoPath('/reference'), (c) => page(Reference(referenceView(all(), baseOf(c)))))
  app.get(honoPath('/problems/{code}'), (c) => {
    const code = c.req.param('code')!
    const found = namedRefusals().find((refusal) => refusal.code === code)
    if (!found) return problemAnswer(problemUnknown({ code }), baseOf(c))
    return page(Problem({ base: baseOf(c), refusal: refusalView(found) }))
  })
}

function page(body: unknown): Response {
  return new Response(`<!doctype html>${body}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'content-language': 'en',
      'cache-control': 'no-cache',
    },
  })
}

function refusalView({ code, status, remedy }: NamedRefusal): RefusalView {
  return { code, title: titleOf(code), status, remedy }
}

function referenceView(operations: readonly Operation[], base: string): ReferenceView {
  const nouns = [...new Set(operations.map(({ noun }) => noun))].sort()
  return {
    base,
    nouns: nouns.map((noun) => ({
      noun,
      operations: operations
        .filter((operation) => operation.noun === noun)
        .map((operation) => operationView(operation, base)),
    })),
    refusals: namedRefusals().map(refusalView),
  }
}

function operationView(operation: Operation, base: string): OperationView {
  const { name, summary, method, path, may, fields, answers } = operation
  const files = Array.isArray(answers)
  const properties = files ? {} : ((answers as Schema).properties ?? {})
  return {
    name,
    summary,
    method,
    path,
    may,
    fields: fields.map(({ name: field, place, required, schema, example }) => ({
      name: field,
      place,
      required,
      kind: kindOf(schema),
      example: typeof example === 'string' ? example : JSON.stringify(example),
    })),
    answers: files
      ? (answers as readonly string[]).map((type) => ({ name: type, kind: '' }))
      : Object.entries(properties).map(([field, of]) => ({ name: field, kind: kindOf(of) })),
    curl: curlOf(operation, base),
  }
}

/** What a schema takes, in words. */
export function kindOf(schema: Schema): string {
  const { type, format, anyOf, items, properties, maxLength, minimum, default: otherwise } = schema
  const end = otherwise === undefined ? '' : `, otherwise ${JSON.stringify(otherwise)}`
  if (schema.enum) return schema.enum.join(' | ') + end
  if (anyOf) return anyOf.map(kindOf).join(' or ') + end
  if (Array.isArray(type)) return type.map((one) => kindOf({ type: one })).join(' or ') + end
  if (items) return `a list of ${kindOf(items)}${end}`
  if (properties) return `{ ${Object.keys(properties).join(', ')} }${end}`
  if (type === 'null') return 'null'
  if (type === 'boolean') return `true | false${end}`
  if (type === 'integer' || type === 'number') {
    return `a number${minimum === undefined ? '' : ` from ${minimum} on`}${end}`
  }
  if (format === 'date') return `a day${end}`
  return `text${maxLength === undefined ? '' : ` of at most ${maxLength} characters`}${end}`
}

/** A call as it is typed into a shell; what goes into it stands in quotes. */
function curlOf({ method, path, fields, writes, answers }: Operation, base: string): string {
  const inPlace = (place: Field['place']) => fields.filter((field) => field.place === place)
  let url = base + path
  for (const { name, example } of inPlace('path')) url = url.replace(`{${name}}`, `${example}`)
  const query = inPlace('query').filter(({ required }) => required)
  if (query.length > 0) {
    url += `?${query.map(({ name, example }) => `${name}=${encodeURIComponent(`${example}`)}`).join('&')}`
  }
  const body = Object.fromEntries(
    inPlace('body')
      .filter(({ required }) => required)
      .map(({ name, example }) => [name, example]),
  )
  const lines = [
    `curl --fail-with-body${method === 'POST' ? ' -X POST' : ''} "$SERVER${url}"`,
    '-H "Authorization: Bearer $TOKEN"',
  ]
  if (writes) lines.push('-H "Idempotency-Key: $(uuidgen)"')
  if (Object.keys(body).length > 0) {
    lines.push('-H "Content-Type: application/json"', `-d '${shellSafe(JSON.stringify(body))}'`)
  }
  if (Array.isArray(answers)) lines.push('-OJ')
  return lines.join(' \\\n  ')
}

/** Inside single quotes a shell takes everything but a single quote as it is. */
function shellSafe(text: string): string {
  return text.replaceAll("'", `'\\''`)
}
