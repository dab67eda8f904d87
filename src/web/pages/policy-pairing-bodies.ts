/** Between the forms of the policies on pairing and on visits and their bodies. */
import { matchReasons } from '../../policies/pairing.ts'
import { careEventKinds } from '../../policies/visiting.ts'
import type { Values } from './fields.ts'
import { pairingColumns, visitSigns } from './policy-pairing-fields.ts'
import { rowsValues } from './rows.ts'

type Read = Readonly<Record<string, unknown>>

/** Fields with rows that are only here, and of them those with a row for each of a few keys. */
const keyed = {
  weights: { keys: matchReasons, column: 'weight' },
  events: { keys: careEventKinds, column: 'days' },
  signs: { keys: visitSigns, column: 'count' },
} as const

/** Fields in whose rows a list of codes or days is written with spaces between. */
const listed: Readonly<Record<string, string>> = { kinds: 'skills', festivals: 'days' }

const named = ['ranks', 'skills', 'kinds', 'agreements', 'festivals'] as const

function isKeyed(field: string): field is keyof typeof keyed {
  return Object.hasOwn(keyed, field)
}

function isNamed(field: string): field is (typeof named)[number] {
  return (named as readonly string[]).includes(field)
}

/** What a question begins with; undefined for one of another kind. */
export function pairingValues(field: string, value: unknown): Values | undefined {
  if (isKeyed(field)) {
    const { keys, column } = keyed[field]
    const said = value as Readonly<Record<string, number | null>>
    const rows = keys.map((key) => ({ [column]: said[key] ?? undefined }))
    return rowsValues(field, pairingColumns[field], rows)
  }
  if (!isNamed(field)) return undefined
  const rows = (value as (Read & { name: Read })[]).map(({ name, ...row }) => {
    const list = listed[field]
    const written = list === undefined ? {} : { [list]: (row[list] as string[]).join(' ') }
    return { ...row, ...name, ...written } as Readonly<Record<string, string | number>>
  })
  return rowsValues(field, pairingColumns[field], rows)
}

/** What the answers to a question say, as it was typed; undefined for one of another kind. */
export function pairingAnswers(field: string, read: unknown): unknown {
  if (isKeyed(field)) {
    const { keys, column } = keyed[field]
    const rows = read as Read[]
    return Object.fromEntries(keys.map((key, at) => [key, rows[at]?.[column] ?? null]))
  }
  if (!isNamed(field)) return undefined
  return (read as Read[]).map(({ en, 'zh-Hans': hans, 'zh-Hant': hant, ...row }) => {
    const list = listed[field]
    const written = list === undefined ? {} : { [list]: wordsOf(row[list]) }
    return { ...row, ...written, name: { en, 'zh-Hans': hans, 'zh-Hant': hant } }
  })
}

/** Words with spaces, commas or enumeration commas between them. */
function wordsOf(text: unknown): string[] {
  return String(text ?? '')
    .split(/[\s,;、，；]+/)
    .filter((word) => word !== '')
}
