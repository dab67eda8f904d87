/** A small chart of amounts over months, with its figures as a table for whoever does not see it. */
import { messages } from '../messages/messages.ts'
import { chartPath } from './chart-path.ts'
import { Money } from './figure.tsx'
import { formatAmount, formatMonth, type PageLanguage } from './format.ts'
import { Table } from './table.tsx'
import { Month } from './time.tsx'

export interface ChartPointView {
  /** `YYYY-MM`. */
  readonly month: string
  /** Decimal text. */
  readonly amount: string
}

interface ChartProps {
  readonly language: PageLanguage
  readonly title: string
  readonly currency: string
  /** In the order of time. */
  readonly points: readonly ChartPointView[]
  /** A line for balances, bars for what happened in each month. */
  readonly form?: 'line' | 'bars' | undefined
  /** On a card: the drawing alone; the figures are a click away anyway. */
  readonly bare?: boolean | undefined
}

const size = { width: 480, height: 96 } as const

/** The chart of a year. Heights begin at zero. */
export function Chart({ language, title, currency, points, form = 'line', bare }: ChartProps) {
  const paths = chartPath(
    points.map(({ amount }) => amount),
    size,
  )
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const name = `${title}: ${[first, last].map((point) => told(language, point, currency)).join(' → ')}`
  return (
    <figure class="chart">
      {!bare && <figcaption>{title}</figcaption>}
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={name}>
        <title>{name}</title>
        {form === 'line' ? (
          <>
            <path class="chart-area" d={paths.area} />
            <path class="chart-line" d={paths.line} />
          </>
        ) : (
          <path class="chart-bars" d={paths.bars} />
        )}
        <line class="chart-baseline" x1={0} x2={size.width} y1={paths.zero} y2={paths.zero} />
      </svg>
      <div class="chart-scale" aria-hidden="true">
        <Month language={language} month={first.month} />
        <Month language={language} month={last.month} />
      </div>
      {!bare && <Figures {...{ language, title, currency, points }} />}
    </figure>
  )
}

function told(language: PageLanguage, { month, amount }: ChartPointView, currency: string): string {
  return `${formatMonth(language, month)} ${currency} ${formatAmount(language, amount)}`
}

function Figures({ language, title, currency, points }: ChartProps) {
  const t = messages[language].parts
  return (
    <details>
      <summary>{t.chart_figures}</summary>
      <Table
        language={language}
        caption={title}
        captionHidden
        narrow="scroll"
        columns={[
          {
            key: 'month',
            label: t.month,
            head: true,
            cell: ({ month }) => <Month language={language} month={month} />,
          },
          {
            key: 'amount',
            label: t.amount,
            kind: 'figure',
            currency,
            cell: ({ amount }) => <Money language={language} amount={amount} />,
          },
        ]}
        rows={points}
      />
    </details>
  )
}
