/** The papers of cases as files: notices, minutes, rosters, slips, case files. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { deciders } from '../book/registry.ts'
import { batchField } from '../hardship/batches/rows.ts'
import { statementLanguages } from '../statements/statement.ts'
import type { Download } from './downloads.ts'

const pdf = { pdf: 'application/pdf' } as const
/** The reader's own where it is not given. */
const languageField = z
  .enum(statementLanguages)
  .default('en')
  .meta({ examples: ['en'] })

/** As a paper to sign, and as a table to work with. */
export const rosterFormats = ['pdf', 'xlsx'] as const

export const noticeDownload = {
  name: 'notices.sheet',
  summary: 'A public notice as a PDF to put up: the list as it was frozen, names masked',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/notices/{notice}/sheet.pdf' },
  input: z.strictObject({ notice: idField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const minutesDownload = {
  name: 'sittings.minutes',
  summary: 'The minutes of a sitting as a PDF; names as the caller may read them',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/sittings/{sitting}/minutes.pdf' },
  input: z.strictObject({ sitting: idField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const rosterDownload = {
  name: 'batches.roster',
  summary: 'The roster of a batch as a PDF to sign or as a workbook, with subtotals and a total',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}/roster.{format}' },
  input: z.strictObject({
    batch: batchField,
    format: z.enum(rosterFormats),
    language: languageField,
  }),
  media: {
    ...pdf,
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const satisfies Download

export const slipsDownload = {
  name: 'batches.slips',
  summary: 'A slip for each payee of a batch as a PDF, three to a sheet',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/batches/{batch}/slips.pdf' },
  input: z.strictObject({ batch: batchField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const caseFileDownload = {
  name: 'cases.file',
  summary: 'The file of a case as a PDF: application, opinions, decision, entries',
  may: deciders,
  reach: 'units',
  route: { method: 'GET', path: '/cases/{case}/file.pdf' },
  input: z.strictObject({ case: idField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const caseDownloads: readonly Download[] = [
  noticeDownload,
  minutesDownload,
  rosterDownload,
  slipsDownload,
  caseFileDownload,
]
