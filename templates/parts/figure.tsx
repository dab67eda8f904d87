/** Amounts of money: inline, and as the large labelled figures of a page. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import { currencySign, formatAmount, isNegative, type PageLanguage } from './format.ts'

interface MoneyProps {
  readonly language: PageLanguage
  /** Decimal text in major units with its sign: `-1234.50`. */
  readonly amount: string
  /** ISO 4217; leave it out where the head of the column says it. */
  readonly currency?: string | undefined
  /** An amount below zero is money that is not there: red, and the word. Elsewhere it is but an amount. */
  readonly overdraft?: boolean | undefined
}

/**
 * An amount: tabular digits, a true minus, and brackets around what is below zero. The brackets come from
 * the style sheet, so a copied figure is a number that a spreadsheet reads.
 */
export function Money({ language, amount, currency, overdraft }: MoneyProps) {
  const below = isNegative(amount)
  const names = ['money', below && 'money-negative', below && overdraft && 'money-overdrawn']
  const figure = (
    <data class={names.filter(Boolean).join(' ')} value={amount}>
      {currency !== undefined && (
        <>
          <span class="money-currency-mark" title={currency}>
            {currencySign(language, currency)}
          </span>
          {'\u202f'}
        </>
      )}
      {formatAmount(language, amount)}
    </data>
  )
  if (!below || !overdraft) return figure
  return (
    <>
      {figure} <span class="money-word">{messages[language].parts.overdrawn}</span>
    </>
  )
}

export interface FigureProps extends MoneyProps {
  readonly label: string
  /** Where what the figure is made of can be seen. */
  readonly href?: string | undefined
  readonly note?: Content
  /** The figure that the others lead to. */
  readonly strong?: boolean | undefined
}

/** A labelled amount that leads to what it is made of. It stands in `Figures`. */
export function Figure({ label, href, note, strong, ...money }: FigureProps) {
  return (
    <div class={strong ? 'figure figure-strong' : 'figure'}>
      <dt>{label}</dt>
      <dd class="figure-amount">
        {href === undefined ? (
          <Money {...money} />
        ) : (
          <a href={href}>
            <Money {...money} />
          </a>
        )}
      </dd>
      {note !== undefined && <dd class="figure-note">{note}</dd>}
    </div>
  )
}

interface FiguresProps {
  /** Side by side unless `lines`: one below the other with the amounts in one column, as a sum on paper. */
  readonly form?: 'side' | 'lines' | undefined
  readonly children?: Content
}

/** Figures that belong together. */
export function Figures({ form = 'side', children }: FiguresProps) {
  return <dl class={form === 'lines' ? 'figures figures-lines' : 'figures'}>{children}</dl>
}
