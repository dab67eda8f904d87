/** What anybody may see of notices: those up today as they are printed, and of the others only that they were. */
import type { Day } from '../../kit/day.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { endOfNotice, findNotice, type Notice } from './rows.ts'
import { type NoticeSheet, sheetOf } from './sheet.ts'

/** A notice as strangers find it. */
export type PublicNotice =
  | { readonly state: 'up'; readonly notice: Notice; readonly sheet: NoticeSheet }
  | {
      readonly state: 'over'
      readonly notice: Notice
      /** When it was taken down; the day after its last one where nobody has done so yet. */
      readonly void: boolean
    }

const upOn = prepare((p: { day: Day }) =>
  build
    .selectFrom('notice as n')
    .leftJoin('notice_end as e', 'e.notice_id', 'n.id')
    .selectAll('n')
    .where('e.id', 'is', null)
    .where('n.last_on', '>=', p.day)
    .orderBy('n.id', 'desc'),
)

/** The notices that are up on a day, newest first. */
export function noticesUp(reader: Reader, today: Day): { notice: Notice; sheet: NoticeSheet }[] {
  return rows(reader, upOn, { day: today }).flatMap((notice) => {
    const sheet = sheetOf(reader, notice)
    return sheet ? [{ notice, sheet }] : []
  })
}

/**
 * A notice as a stranger has it on a day: with its list while it is up, and not for a moment after its last day,
 * whether anybody has taken it down or not.
 */
export function publicNotice(reader: Reader, id: number, today: Day): PublicNotice | undefined {
  const notice = findNotice(reader, id)
  if (!notice) return undefined
  const end = endOfNotice(reader, notice.id)
  const sheet = sheetOf(reader, notice)
  if (end || !sheet || today > notice.last_on) {
    return { state: 'over', notice, void: end?.outcome === 'void' }
  }
  return { state: 'up', notice, sheet }
}

const one = prepare(() => build.selectFrom('notice').select('id').limit(1))

/** Whether the organisation has ever put up a notice. */
export function anyNotice(reader: Reader): boolean {
  return first(reader, one, {}) !== undefined
}
