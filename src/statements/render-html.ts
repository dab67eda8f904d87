/** A statement as a page. */

import { StatementPage } from '../../templates/statements/statement.tsx'
import type { StatementDocument, StatementLanguage } from './statement.ts'
import { statementView } from './view.ts'

/**
 * A statement as one HTML page that can be saved, mailed and printed: the same words and figures as the
 * PDF, escaped, without script. Asserts that the statement ties.
 */
export function renderStatementHtml(
  document: StatementDocument,
  language: StatementLanguage,
): string {
  const view = statementView(document, language)
  return `<!doctype html>${StatementPage({ view })}`
}
