/** Papers drawn by the command line: in the same worker, and so to the same bytes, as by the server. */
import { renderPool } from '../node/render-pool.ts'
import { renderStatementCsv, statementJson } from '../statements/render-data.ts'
import { renderStatementHtml } from '../statements/render-html.ts'
import type { Signer } from '../statements/signer.ts'
import type { StatementDocument, StatementLanguage } from '../statements/statement.ts'
import type { StatementFormat } from '../web/downloads.ts'
import type { Bench } from './command.ts'
import type { Terminal } from './terminal.ts'

export interface Drawing {
  readonly document: StatementDocument
  readonly language: StatementLanguage
  /** Who seals the file; null for a preview. */
  readonly hand: Signer | null
}

export interface Paper {
  readonly bytes: Uint8Array
  /** Characters that the font lacks. */
  readonly missing: readonly string[]
}

export interface Desk {
  drawn(drawing: Drawing, format: StatementFormat): Promise<Paper>
}

/** Opens a desk where papers are drawn, and clears it away. */
export async function withDesk<T>(
  bench: Bench,
  terminal: Terminal,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const worker = new URL('dist/statements/render-worker.js', bench.root)
  const note = (_: unknown, message: string) => terminal.note(message)
  const pool = renderPool(worker, { info: note, warn: note, error: note })
  try {
    return await work({
      drawn: async ({ document, language, hand }, format) => {
        if (format === 'pdf') {
          return pool.render({ paper: 'statement', document, language }, hand?.sign ?? null)
        }
        const render = { html: renderStatementHtml, csv: renderStatementCsv, json: statementJson }
        const text = render[format](document, language)
        return { bytes: new TextEncoder().encode(text), missing: [] }
      },
    })
  } finally {
    await pool.close()
  }
}
