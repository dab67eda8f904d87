/** Caps as pages show them: each with what it allows, what is used by what, and what is left. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'

export interface CapView {
  readonly name: string
  readonly currency: string
  /** Null where only how often is said. */
  readonly limit: string | null
  readonly used: string
  readonly left: string | null
  /** How often, of how often at most; null where that is not said. */
  readonly times: string | null
  readonly counted: readonly LinkView[]
  /** Whether the case fits; undefined where nothing is proposed. */
  readonly state?: StateView | undefined
}

/** The caps that hold, as a table. */
export function CapsTable({
  t,
  language,
  caps,
}: {
  readonly t: Messages
  readonly language: PageLanguage
  readonly caps: readonly CapView[]
}) {
  const words = t.awards
  const amount = (key: 'limit' | 'used' | 'left', label: string): Column<CapView> => ({
    key,
    label,
    kind: 'figure',
    cell: (cap) => {
      const value = cap[key]
      return value === null ? (
        ''
      ) : (
        <Money language={language} amount={value} currency={cap.currency} />
      )
    },
  })
  const columns: Column<CapView>[] = [
    { key: 'cap', label: words.cap_head, head: true, cell: ({ name }) => name },
    amount('limit', words.cap_limit),
    amount('used', words.cap_used),
    amount('left', words.cap_left),
    { key: 'times', label: words.cap_times, cell: ({ times }) => times ?? '' },
    {
      key: 'counted',
      label: words.cap_counted,
      cell: ({ counted }) =>
        counted.map(({ href, label }, at) => (
          <>
            {at > 0 && ' '}
            <a href={href}>{label}</a>
          </>
        )),
    },
  ]
  const state: Column<CapView> = {
    key: 'state',
    label: words.cap_state,
    cell: (cap) => cap.state && <State {...cap.state} />,
  }
  const proposed = caps.some((cap) => cap.state !== undefined)
  return (
    <Table
      language={language}
      caption={words.caps}
      rows={caps}
      columns={proposed ? [...columns, state] : columns}
    />
  )
}
