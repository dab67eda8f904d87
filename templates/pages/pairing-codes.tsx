/** Pairing codes: which there are. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State, type StateKind } from '../parts/state.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { PeopleTabs, type TabView } from './people-tabs.tsx'

export interface PairingCodeRow {
  readonly code: number
  readonly person: { readonly href: string; readonly label: string }
  readonly until: string
  readonly state: { readonly kind: StateKind; readonly word: string }
  /** Where it is ended; null where that cannot be. */
  readonly end: string | null
}

export interface PairingCodesView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly tabs: readonly TabView[]
  readonly done: string | undefined
  readonly make: string | null
  readonly rows: readonly PairingCodeRow[]
}

/** The list of codes, newest first. */
export function PairingCodesPage({ t, language, tabs, done, make, rows }: PairingCodesView) {
  const { codes } = t.together
  return (
    <>
      <PageHeader
        language={language}
        title={codes.title}
        lead={codes.lead}
        actions={
          make === null ? undefined : (
            <ButtonLink kind="primary" href={make}>
              {codes.make}
            </ButtonLink>
          )
        }
      />
      <PeopleTabs language={language} tabs={tabs} />
      {done !== undefined && (
        <Notice language={language} tone="success">
          {done}
        </Notice>
      )}
      <CodesTable t={t} language={language} rows={rows} />
    </>
  )
}

function CodesTable({ t, language, rows }: Pick<PairingCodesView, 't' | 'language' | 'rows'>) {
  const { codes } = t.together
  return (
    <Table
      language={language}
      caption={codes.title}
      captionHidden
      rows={rows}
      empty={<EmptyState title={codes.none} lead={codes.none_lead} />}
      columns={[
        {
          key: 'person',
          label: codes.party,
          head: true,
          cell: ({ person }) => <a href={person.href}>{person.label}</a>,
        },
        {
          key: 'until',
          label: codes.until,
          kind: 'day',
          cell: ({ until }) => <Day language={language} day={until} form="short" />,
        },
        {
          key: 'state',
          label: codes.state_column,
          cell: ({ state }) => <State kind={state.kind} word={state.word} />,
        },
        {
          key: 'end',
          label: codes.end,
          cell: ({ end, person }) =>
            end !== null && (
              <a href={end}>
                {codes.end}
                <span class="unseen"> {person.label}</span>
              </a>
            ),
        },
      ]}
    />
  )
}
