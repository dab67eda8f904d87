/** Memberships as tables tell them: of a person over time, of a unit on a day. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import type { PageLanguage } from '../parts/format.ts'
import type { Column } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'

export interface MembershipView {
  readonly person: LinkView
  readonly unit: LinkView
  readonly sort: string
  readonly from: string
  readonly to: string | null
  /** Why it ended before its time. */
  readonly cause: string | null
  /** Where it is ended; null for one that has ended, and for who may not. */
  readonly end: string | null
}

/** The columns of memberships: of one unit they name the person, of one person the unit. */
export function membershipColumns(
  t: Messages,
  language: PageLanguage,
  who: 'person' | 'unit',
): Column<MembershipView>[] {
  const words = t.memberships
  return [
    {
      key: 'who',
      label: who === 'person' ? t.people.name : words.unit,
      head: true,
      cell: (row) => <a href={row[who].href}>{row[who].label}</a>,
    },
    { key: 'sort', label: words.sort, cell: ({ sort }) => sort },
    {
      key: 'from',
      label: words.from_on,
      kind: 'day',
      cell: ({ from }) => <Day language={language} day={from} />,
    },
    {
      key: 'to',
      label: words.until_on,
      kind: 'day',
      cell: ({ to }) => to && <Day language={language} day={to} />,
    },
    {
      key: 'cause',
      label: words.cause,
      cell: ({ cause, end }) => cause ?? (end && <a href={end}>{words.end}</a>),
    },
  ]
}
