/** All that the house says in English. The other languages have exactly these messages. */
import { access } from './en/access.ts'
import { forms } from './en/forms.ts'
import { papers } from './en/papers.ts'
import { parts } from './en/parts.ts'
import { problems } from './en/problems.ts'
import { refusals } from './en/refusals.ts'
import { shell } from './en/shell.ts'
import { start } from './en/start.ts'
import { words } from './en/words.ts'

export const en = { ...papers, access, forms, parts, problems, refusals, shell, start, words }
