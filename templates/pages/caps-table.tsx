/** Caps as pages show them: each with what it allows, what is used by what, and what is left. */
import type { Messages } from '../messages/messages.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { State } from '../parts/state.tsx'
import { type Column, Table } from '../parts/table.tsx'
import type { StateView } from './columns.tsx'

/** Help that was given, with the way to it for who may see it. */
export interface AidPlaceView {
  readonly href: string | null
  readonly label: string
}

/** The same as a link, or as plain words. */
export function AidPlace({ href, label }: AidPlaceView) {
  return href === null ? label : <a href={href}>{label}</a>
}

export interface CapView {
  readonly name: string
  readonly currency: string
  /** Null where only how often is said. */
  readonly limit: string | null
  readonly used: string
  readonly left: string | null
  /** How often, of how often at most; null where that is not said. */
  readonly times: string | null
  readonly counted: readonly AidPlaceView[]
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
        counted.map((one, at) => (
          <>
            {at > 0 && ' '}
            <AidPlace {...one} />
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
