/** The head of a page: where it is, what it is, what can be done. */
import { messages } from '../messages/messages.ts'
import type { Content, LinkView } from './content.ts'
import type { PageLanguage } from './format.ts'

interface PageHeaderProps {
  readonly language: PageLanguage
  readonly title: string
  /** Above the title: what kind of thing it is. */
  readonly caption?: string | undefined
  /** From the book down to the page above this one. */
  readonly breadcrumbs?: readonly LinkView[] | undefined
  readonly lead?: Content
  /** Below the title: states, days. */
  readonly facts?: Content
  /** Buttons; one of them at most is primary. */
  readonly actions?: Content
}

/** The heading of a page, the only `h1`. */
export function PageHeader(props: PageHeaderProps) {
  const { language, title, caption, breadcrumbs = [], lead, facts, actions } = props
  return (
    <header class="page-header">
      {breadcrumbs.length > 0 && (
        <nav class="breadcrumbs" aria-label={messages[language].parts.breadcrumbs}>
          <ol>
            {breadcrumbs.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="page-header-row">
        <div class="page-title">
          {caption !== undefined && <span class="page-caption">{caption}</span>}
          <h1>{title}</h1>
          {facts !== undefined && <div class="page-facts row">{facts}</div>}
          {lead !== undefined && <p class="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div class="actions">{actions}</div>}
      </div>
    </header>
  )
}

interface SubnavigationItem extends LinkView {
  readonly current: boolean
}

interface SubnavigationProps {
  readonly language: PageLanguage
  readonly items: readonly (SubnavigationItem & {
    /** The pages that share it, shown a row lower while one of them is open. */
    readonly within?: readonly SubnavigationItem[] | undefined
  })[]
}

/** The pages of one subject, such as a fund: its story, its register, its statements. */
export function Subnavigation({ language, items }: SubnavigationProps) {
  const below = items.find(({ current }) => current)?.within ?? []
  return (
    <nav class="subnavigation" aria-label={messages[language].parts.this_page}>
      <SubnavigationRow items={items} />
      {below.length > 0 && <SubnavigationRow items={below} />}
    </nav>
  )
}

function SubnavigationRow({ items }: { readonly items: readonly SubnavigationItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, current }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
