/** A case that comes before those who decide again: what some of them said of it before does not count any more. */
import type { Act } from '../../book/registry.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { type HardshipCase, versionOfCase } from './rows.ts'

const approved = 'select 1 as "found" from case_approval where version_id = +? limit 1'

/**
 * Proposes anew what a case asks for, by whoever did so before, where somebody had approved it: an approval is of what
 * lay before them, and whoever is told why it came back looks at it again. Nothing where nobody had.
 */
export function proposeAgain(act: Act, { id }: HardshipCase): void {
  const version = versionOfCase(act, id)
  if (!act.first(approved, [version.id])) return
  const again = { ...version, id: nextId(act, 'case_version'), event_seq: act.seq }
  insert(act, 'case_version', again)
}
