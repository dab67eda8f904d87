/**
 * Plans made before their import. A plan depends on the journal and its mapping alone, so a long one can be
 * made beforehand, in steps between which others get their turn; the transaction then only posts.
 */
import { sha256Hex } from '../kit/digest.ts'
import { streamJournal } from './journal.ts'
import { readMapping } from './mapping.ts'
import { type ImportPlan, planImport, planSteps } from './plan.ts'

export interface JournalFiles {
  readonly journal: string
  /** The mapping file's text. */
  readonly mapping: string
}

const made = new Map<string, ImportPlan>()

function keyOf({ journal, mapping }: JournalFiles): string {
  return `${sha256Hex(journal)} ${sha256Hex(mapping)}`
}

/** The plan of an import, made now unless it was made ahead. Refuses `mapping.*`, `file.too_large`. */
export function planOf(files: JournalFiles): ImportPlan {
  const known = made.size > 0 ? made.get(keyOf(files)) : undefined
  return known ?? planImport(streamJournal(files.journal), readMapping(files.mapping))
}

export interface PlanAhead {
  readonly plan: ImportPlan
  /** The plan is not kept any longer than until its import is done. */
  forget(): void
}

/** Makes a plan ahead; gives the line of each transaction in between. Refuses what `planOf` refuses. */
export function* planAhead(files: JournalFiles): Generator<number, PlanAhead, void> {
  const plan = yield* planSteps(streamJournal(files.journal), readMapping(files.mapping))
  const key = keyOf(files)
  made.set(key, plan)
  return { plan, forget: () => made.delete(key) }
}
