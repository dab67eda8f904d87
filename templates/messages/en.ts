/** All that the house says in English. The other languages have exactly these messages. */
import { forms } from './en/forms.ts'
import { papers } from './en/papers.ts'
import { parts } from './en/parts.ts'
import { problems } from './en/problems.ts'
import { refusals } from './en/refusals.ts'
import { shell } from './en/shell.ts'
import { words } from './en/words.ts'

export const en = { ...papers, forms, parts, problems, refusals, shell, words }
