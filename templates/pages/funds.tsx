/** The funds at a glance. */
import type { Messages } from '../messages/messages.ts'
import { ButtonLink } from '../parts/button.tsx'
import { Chart, type ChartPointView } from '../parts/chart.tsx'
import type { LinkView } from '../parts/content.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Figure, Figures } from '../parts/figure.tsx'
import type { PageLanguage } from '../parts/format.ts'
import { Card, Cards } from '../parts/layout.tsx'
import { PageHeader } from '../parts/page-header.tsx'
import { State } from '../parts/state.tsx'

interface PageView {
  readonly t: Messages
  readonly language: PageLanguage
}

/** What a fund holds, owes, has promised and may still give: decimal text. */
export interface HoldingsView {
  readonly currency: string
  readonly money: string
  readonly payables: string
  readonly commitments: string
  readonly preserved: string
  readonly available: string
}

export interface FundCardView extends HoldingsView {
  readonly href: string
  readonly fund: string
  readonly name: string
  readonly purpose: string
  readonly closed: boolean
  /** The balance at the end of each month of the year. */
  readonly points: readonly ChartPointView[]
}

export interface FundsPageView extends PageView {
  readonly funds: readonly FundCardView[]
  readonly open: string | null
  /** To the list with the closed funds, or back. */
  readonly others: LinkView
}

/** The page of funds. */
export function FundsPage({ t, language, funds, open, others }: FundsPageView) {
  const button = open && (
    <ButtonLink kind="primary" href={open}>
      {t.funds.open}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader language={language} title={t.funds.title} lead={t.funds.lead} actions={button} />
      {funds.length === 0 ? (
        <EmptyState
          title={t.funds.empty}
          lead={t.funds.empty_lead}
          action={open && <ButtonLink href={open}>{t.funds.open}</ButtonLink>}
        />
      ) : (
        <FundCards t={t} language={language} funds={funds} />
      )}
      <p>
        <a href={others.href}>{others.label}</a>
      </p>
    </>
  )
}

/** Funds as cards, each with what it may still give and the course of its year. */
export function FundCards({ t, language, funds }: PageView & { funds: readonly FundCardView[] }) {
  return (
    <Cards>
      {funds.map((fund) => (
        <Card
          title={fund.name}
          href={fund.href}
          aside={fund.closed && <State kind="stopped" word={t.funds.closed} />}
        >
          <Holdings t={t} language={language} fund={fund} />
          {fund.points.length > 1 && (
            <Chart
              language={language}
              title={t.funds.balance_chart}
              currency={fund.currency}
              points={fund.points}
              bare
            />
          )}
        </Card>
      ))}
    </Cards>
  )
}

interface HoldingsProps extends PageView {
  readonly fund: HoldingsView
  /** Where each figure leads; on a card the card itself does. */
  readonly links?: Partial<Record<'money' | 'payables' | 'commitments' | 'preserved', string>>
}

/** What a fund may still give, and the sum that leads to it. Lines of nothing are left out. */
export function Holdings({ t, language, fund, links = {} }: HoldingsProps) {
  const { currency } = fund
  const less = (['payables', 'commitments', 'preserved'] as const).filter((line) =>
    /[1-9]/.test(fund[line]),
  )
  return (
    <Figures form="lines">
      <Figure
        language={language}
        label={t.funds.money}
        amount={fund.money}
        currency={currency}
        href={links.money}
      />
      {less.map((line) => (
        <Figure
          language={language}
          label={t.funds[line]}
          amount={`-${fund[line]}`}
          currency={currency}
          href={links[line]}
        />
      ))}
      <Figure
        language={language}
        label={t.funds.available}
        amount={fund.available}
        currency={currency}
        overdraft
        strong
      />
    </Figures>
  )
}
