/** The form of a statement's document as it comes from outside: exactly the fields that we write. */
import { z } from 'zod'
import { canonicalJson } from '../kit/canonical.ts'
import { isDay } from '../kit/day.ts'
import { contributionSources, type StatementDocument } from '../statements/statement.ts'
import type { Collector } from './report.ts'

const minorField = z.int()
const countField = z.int().min(0)
const dayText = z.string().refine(isDay)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const sourceField = z.enum(contributionSources)
const namesField = z.strictObject({
  en: z.string(),
  'zh-Hans': z.string().optional(),
  'zh-Hant': z.string().optional(),
})
const partyField = z.strictObject({ ref: z.string(), shown: z.string(), digest: hash })
const categoryFields = { code: z.string(), names: namesField }

const lineField = z.strictObject({
  serial: countField,
  day: dayText,
  recorded_on: dayText,
  section: z.enum(['receipt', 'payment', 'other']),
  kind: z.string(),
  source: sourceField.nullable(),
  category: z.strictObject(categoryFields),
  party: partyField.nullable(),
  beneficiary: partyField.nullable(),
  amount_minor: minorField,
  reverses: z.strictObject({ serial: countField, day: dayText }).nullable(),
})

const statementField = z.strictObject({
  format: z.literal('care-ledger/statement@1'),
  organisation: z.strictObject({ name: z.string(), book: z.string(), time_zone: z.string() }),
  fund: z.strictObject({
    code: z.string(),
    name: z.string(),
    currency: z.string(),
    exponent: countField,
    restriction: z.enum([
      'unrestricted',
      'purpose',
      'time',
      'principal_preserved',
      'board_designated',
    ]),
    purpose: z.string(),
    unit: z.string().nullable(),
  }),
  period: z.strictObject({ from: dayText, to: dayText, closed: z.boolean() }),
  issue: z
    .strictObject({ number: z.string(), issued_on: dayText, issued_at: z.string() })
    .nullable(),
  known: z.strictObject({ sequence: countField, chain_head: hash }),
  opening_minor: minorField,
  receipts: z.array(
    z.strictObject({ source: sourceField, count: countField, amount_minor: minorField }),
  ),
  receipts_minor: minorField,
  payments_minor: minorField,
  closing_minor: minorField,
  payables_minor: minorField,
  commitments: z.array(z.strictObject({ ...categoryFields, amount_minor: minorField })),
  commitments_minor: minorField,
  available_minor: minorField,
  lines: z.array(lineField),
  elsewhere: z.array(z.strictObject({ serial: countField, day: dayText })),
  changes: z
    .strictObject({
      since: z.string(),
      since_sequence: countField,
      added: z.array(countField),
      reversed: z.array(countField),
      receipts_delta_minor: minorField,
      payments_delta_minor: minorField,
    })
    .nullable(),
})

const proofField = z.strictObject({
  format: z.literal('care-ledger/proof@1'),
  event: z.string(),
  previous_hash: hash,
  rows: z.string(),
  leaf_index: countField,
  tree_size: countField,
  inclusion: z.array(hash).max(64),
  checkpoint: z.string(),
  signature: z.string(),
  key: z.record(z.string(), z.string()),
})

const documentField = z.strictObject({
  statement: statementField,
  edition: z.enum(['masked', 'named']),
  names: z
    .record(
      z.string(),
      z.strictObject({ name: z.string(), salt: z.string().regex(/^[0-9a-f]{32}$/) }),
    )
    .nullable(),
  proof: proofField.nullable(),
})

/** Reads a document from its text; what is wrong with its form goes to `check`. */
export function readDocument(
  given: string | Uint8Array,
  check: Collector,
): StatementDocument | undefined {
  const text = textOf(given)
  if (text === undefined) {
    check.found('form.text', 'the data is not UTF-8 text.')
    return undefined
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    check.found('form.json', `the data is not JSON: ${(error as Error).message}.`)
    return undefined
  }
  const parsed = documentField.safeParse(value)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      check.found('form.field', `${path.join('.') || 'the whole'}: ${message}.`)
    }
    return undefined
  }
  if (!isCanonical(value, text)) {
    check.found('form.canonical', 'the data is not in canonical form (RFC 8785): it was rewritten.')
  }
  return parsed.data as StatementDocument
}

/** A file saved by an editor may end with a line break; that is not part of the text. */
function textOf(given: string | Uint8Array): string | undefined {
  try {
    const text =
      typeof given === 'string'
        ? given
        : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(given)
    return text.endsWith('\n') ? text.slice(0, -1) : text
  } catch {
    return undefined
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text
  } catch {
    return false
  }
}
