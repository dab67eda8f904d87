/** What is known of one thing: terms and what they are. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import type { PageLanguage } from './format.ts'

export interface DescriptionView {
  readonly term: string
  readonly detail: Content
  /** Below it, small: the amount in words. */
  readonly note?: Content
}

/** Terms beside their details. */
export function DescriptionList({ items }: { readonly items: readonly DescriptionView[] }) {
  return (
    <dl class="descriptions">
      {items.map((item) => (
        <div>
          <Description {...item} />
        </div>
      ))}
    </dl>
  )
}

function Description({ term, detail, note }: DescriptionView) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {detail}
        {note !== undefined && <span class="cell-note">{note}</span>}
      </dd>
    </>
  )
}

export interface AnsweredView extends DescriptionView {
  /** Back to the question: a page, or the button `name=value` of the form that the list stands in. */
  readonly change?:
    | { readonly href: string }
    | { readonly name: string; readonly value: string }
    | undefined
}

interface SummaryListProps {
  readonly language: PageLanguage
  readonly items: readonly AnsweredView[]
}

/** The answers to a form, each with its way back to the question. */
export function SummaryList({ language, items }: SummaryListProps) {
  return (
    <dl class="descriptions descriptions-changeable">
      {items.map(({ change, ...item }) => (
        <div>
          <Description {...item} />
          <dd class="descriptions-change">
            {change && <Change language={language} term={item.term} change={change} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface ChangeProps {
  readonly language: PageLanguage
  readonly term: string
  readonly change: NonNullable<AnsweredView['change']>
}

function Change({ language, term, change }: ChangeProps) {
  const { forms } = messages[language]
  const says = forms.change_what({ what: term })
  if ('href' in change) {
    return (
      <a href={change.href} aria-label={says}>
        {forms.change}
      </a>
    )
  }
  return (
    <button type="submit" class="link-button" aria-label={says} {...change}>
      {forms.change}
    </button>
  )
}
