/** What waits for somebody: each item one click from done. */
import type { Content } from './content.ts'
import { Money } from './figure.tsx'
import type { PageLanguage } from './format.ts'

export interface WorkView {
  readonly title: string
  readonly href: string
  /** Who, since when, why it waits. */
  readonly detail?: Content
  readonly amount?: { readonly amount: string; readonly currency: string } | undefined
  /** The button that does it. */
  readonly action?: Content
}

interface WorkListProps {
  readonly language: PageLanguage
  readonly items: readonly WorkView[]
}

/** A list of work, most pressing first. */
export function WorkList({ language, items }: WorkListProps) {
  return (
    <ul class="work-list">
      {items.map(({ title, href, detail, amount, action }) => (
        <li>
          <div>
            <a class="work-title" href={href}>
              {title}
            </a>
            {detail !== undefined && <span class="work-detail">{detail}</span>}
          </div>
          <div class="work-amount">{amount && <Money language={language} {...amount} />}</div>
          <div>{action}</div>
        </li>
      ))}
    </ul>
  )
}
