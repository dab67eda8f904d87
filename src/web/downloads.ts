/** The files that can be downloaded: where they stand, what they take, and their media types. */
import { z } from 'zod'
import { codeField, dayField } from '../book/fields.ts'
import { deciders, keepers, type Reach, type Role, type Route } from '../book/registry.ts'
import { statementLanguages } from '../statements/statement.ts'
import { agreementDownloads } from './agreement-downloads.ts'
import { honoPath } from './base.ts'
import { caseDownloads } from './case-downloads.ts'
import { pairingDownloads } from './pairing-downloads.ts'

export interface Download {
  readonly name: string
  readonly summary: string
  readonly may: readonly Role[]
  readonly reach: Reach
  readonly route: Route
  readonly input: z.ZodType
  /** File name extension → media type. */
  readonly media: Readonly<Record<string, string>>
}

const statementMedia = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
} as const

export const statementFormats = ['pdf', 'html', 'csv', 'json'] as const
export type StatementFormat = (typeof statementFormats)[number]

const languageField = z
  .enum(statementLanguages)
  .optional()
  .meta({ examples: ['en'] })
const editionField = z.enum(['masked', 'named']).default('masked')
const formatField = z.enum(statementFormats)
const numberField = z
  .string()
  .max(100)
  .meta({ examples: ['CARE-2026-0001'] })

export const statementDownload = {
  name: 'statements.download',
  summary:
    'An issued statement as a file, the same to the byte each time; its ETag is the statement’s digest',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/statements/{statement}.{format}' },
  input: z.strictObject({
    statement: numberField,
    format: formatField,
    /** The language in which it was issued when it is not given. */
    language: languageField,
    edition: editionField,
  }),
  media: statementMedia,
} as const satisfies Download

export const previewDownload = {
  name: 'statements.preview',
  summary: 'A statement as the book is known now, not numbered and not signed',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/funds/{fund}/statement-preview.{format}' },
  input: z.strictObject({
    fund: codeField,
    format: formatField,
    from: dayField,
    to: dayField,
    language: languageField,
    edition: editionField,
  }),
  media: statementMedia,
} as const satisfies Download

export const receiptDownload = {
  name: 'receipts.download',
  summary: 'The receipt for a contribution as a PDF; names and wishes as the caller may read them',
  may: keepers,
  reach: 'units',
  route: { method: 'GET', path: '/receipts/{receipt}.pdf' },
  input: z.strictObject({
    receipt: z
      .string()
      .max(100)
      .meta({ examples: ['R-CARE-2026-0001'] }),
    language: languageField,
  }),
  media: { pdf: statementMedia.pdf },
} as const satisfies Download

export const downloads: readonly Download[] = [
  statementDownload,
  previewDownload,
  receiptDownload,
  ...caseDownloads,
  ...pairingDownloads,
  ...agreementDownloads,
]

/** A route of the interface as Hono writes it: what stands in the file's name is one parameter, `file`. */
export function downloadPath(download: Download): string {
  return honoPath(filePath(download))
}

/** The same below wherever it is mounted. */
export function filePath({ route, media }: Download): string {
  const folders = route.path.replace(/\{(\w+)\}(?=.*\/)/g, ':$1').split('/')
  const name = folders.pop()!
  return `${folders.join('/')}/:file{${patternOf(name, media, () => '(?:')}}`
}

/** The fields that stand in the name of a file. */
export function fieldsInName({ route, media }: Download, file: string): Record<string, string> {
  const name = route.path.split('/').pop()!
  const pattern = new RegExp(`^${patternOf(name, media, (field) => `(?<${field}>`)}$`)
  return { ...pattern.exec(file)?.groups }
}

function patternOf(
  name: string,
  media: Download['media'],
  group: (field: string) => string,
): string {
  return name.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_, field: string) => {
    const values = field === 'format' ? Object.keys(media).join('|') : '[^/]+'
    return `${group(field)}${values})`
  })
}
