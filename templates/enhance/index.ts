/**
 * What scripts add to pages that are whole without them. Each part looks for its marks (`data-…`) in the page
 * and leaves the rest alone; whatever is asked of the server are the same pages as without scripts.
 */
import { dialogs } from './dialogs.ts'
import { drafts } from './drafts.ts'
import { lists } from './lists.ts'
import { menus } from './menus.ts'
import { moneyWords } from './money-words.ts'
import { once } from './once.ts'
import { previews } from './previews.ts'
import { shortcuts } from './shortcuts.ts'
import { suggestions } from './suggestions.ts'
import { taskProgress } from './task-progress.ts'
import { forgetting } from './visits-kept.ts'

for (const start of [
  forgetting,
  once,
  drafts,
  menus,
  dialogs,
  lists,
  suggestions,
  moneyWords,
  previews,
  taskProgress,
  shortcuts,
]) {
  start()
}
