/** How a case is decided, what caps leave for it, what was awarded to it and claimed back. */
import type { Messages } from '../messages/messages.ts'
import { Actions, ButtonLink } from '../parts/button.tsx'
import type { LinkView } from '../parts/content.ts'
import { DescriptionList, type DescriptionView } from '../parts/description-list.tsx'
import { Money } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Section, Stack } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { Table } from '../parts/table.tsx'
import { Day } from '../parts/time.tsx'
import { CapsTable, type CapView } from './caps-table.tsx'

export interface ClaimView {
  readonly number: string
  readonly cause: string
  readonly reason: string | null
  readonly amount: string
  readonly open: string
  readonly currency: string
  readonly claimed_on: string
  readonly barred_until: string | null
  readonly receive: LinkView | undefined
}

export interface CaseAwardView {
  readonly t: Messages
  readonly language: PageLanguage
  /** What stands out: an emergency, a request that waits. */
  readonly warning: string | undefined
  readonly facts: readonly DescriptionView[]
  readonly caps: readonly CapView[]
  readonly claims: readonly ClaimView[]
  readonly acts: readonly LinkView[]
  /** What ends it. */
  readonly apart: readonly LinkView[]
}

/** The section of a case's page on its decision and its money. */
export function CaseAward(view: CaseAwardView) {
  const { t, language, warning, facts, caps, claims, acts, apart } = view
  return (
    <Section title={t.awards.section}>
      <Stack>
        {warning !== undefined && (
          <Notice language={language} tone="warning">
            {warning}
          </Notice>
        )}
        <DescriptionList items={facts} />
        {caps.length > 0 && <CapsTable t={t} language={language} caps={caps} />}
        {claims.length > 0 && <Claims {...view} />}
        {acts.length + apart.length > 0 && (
          <Actions
            apart={apart.map(({ href, label }) => (
              <ButtonLink kind="quiet" href={href}>
                {label}
              </ButtonLink>
            ))}
          >
            {acts.map(({ href, label }, at) => (
              <ButtonLink kind={at === 0 ? 'primary' : 'secondary'} href={href}>
                {label}
              </ButtonLink>
            ))}
          </Actions>
        )}
      </Stack>
    </Section>
  )
}

function Claims({ t, language, claims }: CaseAwardView) {
  const words = t.awards
  return (
    <Table
      language={language}
      caption={words.claims}
      rows={claims}
      columns={[
        {
          key: 'number',
          label: words.claim_number,
          head: true,
          cell: ({ number, cause, reason }) => (
            <>
              {number} · {cause}
              {reason !== null && <span class="cell-note">{reason}</span>}
            </>
          ),
        },
        {
          key: 'on',
          label: words.claimed_on,
          kind: 'day',
          cell: ({ claimed_on }) => <Day language={language} day={claimed_on} />,
        },
        {
          key: 'amount',
          label: words.amount,
          kind: 'figure',
          cell: ({ amount, currency }) => (
            <Money language={language} amount={amount} currency={currency} />
          ),
        },
        {
          key: 'open',
          label: words.open,
          kind: 'figure',
          cell: ({ open, currency }) => (
            <Money language={language} amount={open} currency={currency} />
          ),
        },
        {
          key: 'barred',
          label: words.barred_until,
          kind: 'day',
          cell: ({ barred_until }) =>
            barred_until === null ? '' : <Day language={language} day={barred_until} />,
        },
        {
          key: 'act',
          label: words.received,
          cell: ({ receive }) => receive && <a href={receive.href}>{receive.label}</a>,
        },
      ]}
    />
  )
}
