/** The papers of pairing as files: the board, contact cards, help booklets. */
import { z } from 'zod'
import { codeField, idField } from '../book/fields.ts'
import { contactReaders } from '../pairing/pairs/contact-commands.ts'
import { pairSides } from '../pairing/pairs/moves.ts'
import { pairingReaders } from '../pairing/registers/roles.ts'
import { statementLanguages } from '../statements/statement.ts'
import type { Download } from './downloads.ts'

const media = { pdf: 'application/pdf' } as const
/** The reader's own where it is not given. */
const languageField = z
  .enum(statementLanguages)
  .default('en')
  .meta({ examples: ['en'] })

export const boardDownload = {
  name: 'coverage.board',
  summary: 'The board of pairing as a PDF: who is covered by unit, and what wants attention',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairing/coverage.pdf' },
  input: z.strictObject({ unit: codeField.optional(), language: languageField }),
  media,
} as const satisfies Download

export const cardDownload = {
  name: 'pairs.card',
  summary:
    'The contact card of one side of a pair as a PDF, while both agree and one’s reading is on record',
  may: contactReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairs/{pair}/card.pdf' },
  input: z.strictObject({ pair: idField, side: z.enum(pairSides), language: languageField }),
  media,
} as const satisfies Download

export const bookletDownload = {
  name: 'hardship_files.booklet',
  summary: 'The help booklet of a household as a PDF: who helps since when, what was given, visits',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/hardship-files/{hardship_file}/booklet.pdf' },
  input: z.strictObject({ hardship_file: idField, language: languageField }),
  media,
} as const satisfies Download

export const pairingDownloads: readonly Download[] = [boardDownload, cardDownload, bookletDownload]
