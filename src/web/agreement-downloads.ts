/** Agreements and variance statements as files. */
import { z } from 'zod'
import { idField } from '../book/fields.ts'
import { pairingReaders } from '../pairing/registers/roles.ts'
import { statementLanguages } from '../statements/statement.ts'
import type { Download } from './downloads.ts'

const pdf = { pdf: 'application/pdf' } as const
/** The reader's own where it is not given. */
const languageField = z
  .enum(statementLanguages)
  .default('en')
  .meta({ examples: ['en'] })

export const agreementDownload = {
  name: 'agreements.paper',
  summary: 'The newest version of an agreement as a PDF for both sides to sign',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/agreements/{agreement}/agreement.pdf' },
  input: z.strictObject({ agreement: idField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const varianceDownload = {
  name: 'variance_statements.paper',
  summary: 'A variance statement as a PDF for both sides to sign: the figures as they were frozen',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/variance-statements/{statement}/statement.pdf' },
  input: z.strictObject({ statement: idField, language: languageField }),
  media: pdf,
} as const satisfies Download

export const agreementDownloads: readonly Download[] = [agreementDownload, varianceDownload]
