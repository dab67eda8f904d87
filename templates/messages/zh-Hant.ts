/** All that the house says in Traditional Chinese. */
import type { Messages } from './messages.ts'
import { access } from './zh-Hant/access.ts'
import { forms } from './zh-Hant/forms.ts'
import { papers } from './zh-Hant/papers.ts'
import { parts } from './zh-Hant/parts.ts'
import { problems } from './zh-Hant/problems.ts'
import { refusals } from './zh-Hant/refusals.ts'
import { shell } from './zh-Hant/shell.ts'
import { start } from './zh-Hant/start.ts'
import { words } from './zh-Hant/words.ts'

export const zhHant: Messages = {
  ...papers,
  access,
  forms,
  parts,
  problems,
  refusals,
  shell,
  start,
  words,
}
