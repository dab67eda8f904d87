/** Before anything irreversible: what will happen, in figures and words, and the entry it will post. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import { type AnsweredView, SummaryList } from './description-list.tsx'
import { Money } from './figure.tsx'
import { colon, type PageLanguage } from './format.ts'
import { TableRegion } from './table.tsx'

interface AccountView {
  readonly code: string
  readonly name: string
  /** Its register in the posting's fund. */
  readonly href?: string | undefined
}

/** One posting: a debit, a credit and one amount, in one fund. */
export interface PostingView {
  readonly fund: string
  readonly debit: AccountView
  readonly credit: AccountView
  /** Decimal text, above zero. */
  readonly amount: string
  readonly currency: string
}

interface JournalEntryProps {
  readonly language: PageLanguage
  readonly caption: string
  readonly postings: readonly PostingView[]
}

/** A journal entry as in a daybook: each debit with its credit set in below it. */
export function JournalEntry({ language, caption, postings }: JournalEntryProps) {
  const t = messages[language].parts
  const currencies = new Set(postings.map(({ currency }) => currency))
  const shared = currencies.size === 1 ? postings[0]?.currency : undefined
  return (
    <div class="journal-entry">
      <TableRegion label={caption} narrow="stack">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.account}</th>
            <th scope="col">{t.fund}</th>
            {[t.debit, t.credit].map((label) => (
              <th scope="col" class="figure-cell">
                {label}
                {shared !== undefined && <span class="column-currency">{shared}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {postings.map((posting) => (
            <>
              <Leg language={language} posting={posting} side="debit" shared={shared} />
              <Leg language={language} posting={posting} side="credit" shared={shared} />
            </>
          ))}
        </tbody>
      </TableRegion>
    </div>
  )
}

interface LegProps {
  readonly language: PageLanguage
  readonly posting: PostingView
  readonly side: 'debit' | 'credit'
  /** The currency that the heads of the columns say, when all postings have one. */
  readonly shared: string | undefined
}

function Leg({ language, posting, side, shared }: LegProps) {
  const t = messages[language].parts
  const { fund, amount, currency } = posting
  const { code, name, href } = posting[side]
  const money = (
    <td class="figure-cell" data-label={t[side]}>
      <Money language={language} amount={amount} currency={shared ? undefined : currency} />
    </td>
  )
  const nothing = <td class="figure-cell" />
  return (
    <tr>
      <th scope="row" class={`${side}-account`}>
        <div class="cell">
          <span class="account-code">{code}</span>{' '}
          {href === undefined ? name : <a href={href}>{name}</a>}
        </div>
      </th>
      <td data-label={t.fund}>
        <div class="cell">{fund}</div>
      </td>
      {side === 'debit' ? money : nothing}
      {side === 'credit' ? money : nothing}
    </tr>
  )
}

interface CheckAnswersProps {
  readonly language: PageLanguage
  /** What will happen, as one sentence with its figures. */
  readonly sentence?: Content
  /** The amount in words. */
  readonly words?: string | undefined
  readonly answers: readonly AnsweredView[]
  /** What the act posts; null when no money moves, which is said. Left out where it is not told. */
  readonly postings?: readonly PostingView[] | null | undefined
  /** The form with its button. */
  readonly children?: Content
}

/** The answers with ways back to the questions, the entry to be posted, and below them the button. */
export function CheckAnswers(props: CheckAnswersProps) {
  const { language, sentence, words, answers, postings, children } = props
  const { forms } = messages[language]
  return (
    <div class="check-answers">
      {sentence !== undefined && (
        <p class="what-happens">
          {sentence}
          {words !== undefined && (
            <span class="in-words">
              {forms.in_words}
              {colon(language)}
              {words}
            </span>
          )}
        </p>
      )}
      <SummaryList language={language} items={answers} />
      {postings && (
        <JournalEntry language={language} caption={forms.will_post} postings={postings} />
      )}
      {postings === null && <p>{forms.no_entry}</p>}
      {children}
    </div>
  )
}
