/** All help that a person and their household were given, and what caps leave them. */
import type { Messages } from '../messages/messages.ts'
import type { LinkView } from '../parts/content.ts'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { AidPlace, type AidPlaceView, CapsTable, type CapView } from './caps-table.tsx'

export interface AidView {
  readonly what: AidPlaceView
  readonly help: string
  readonly on: string
  readonly amount: string
  readonly currency: string
  /** Whose it was, where it was another's of the household. */
  readonly person: LinkView | undefined
}

export interface SupportView {
  readonly t: Messages
  readonly language: PageLanguage
  readonly aid: readonly AidView[]
  readonly totals: readonly { readonly amount: string; readonly currency: string }[]
  readonly caps: readonly CapView[]
}

/** The section of a person's page. */
export function Support({ t, language, aid, totals, caps }: SupportView) {
  const words = t.awards
  return (
    <Section title={words.support}>
      <Stack>
        <Table
          language={language}
          caption={words.support}
          captionHidden
          rows={aid}
          columns={[
            {
              key: 'on',
              label: words.support_on,
              kind: 'day',
              cell: ({ on }) => <Day language={language} day={on} />,
            },
            {
              key: 'what',
              label: words.support_what,
              head: true,
              cell: ({ what, help, person }) => (
                <>
                  <AidPlace {...what} /> {help}
                  {person && (
                    <span class="cell-note">
                      {words.support_household}: <a href={person.href}>{person.label}</a>
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'amount',
              label: words.amount,
              kind: 'figure',
              cell: ({ amount, currency }) => (
                <Money language={language} amount={amount} currency={currency} />
              ),
            },
          ]}
          totals={{
            amount: totals.map(({ amount, currency }) => (
              <Money language={language} amount={amount} currency={currency} />
            )),
          }}
        />
        {caps.length > 0 && <CapsTable t={t} language={language} caps={caps} />}
      </Stack>
    </Section>
  )
}
