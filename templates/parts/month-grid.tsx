/** A month as a calendar on a wall shows it: what is free, what is a holiday, what is worked in its place. */
import type { LinkView } from './content.ts'
import { formatDay, type PageLanguage } from './format.ts'

export interface MonthDayView {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly number: number
  readonly kind: 'usual' | 'free' | 'holiday' | 'worked'
  readonly name: string | undefined
  readonly today: boolean
}

export interface MonthGridView {
  /** The month and its year. */
  readonly caption: string
  readonly note: string | undefined
  /** From Monday on. */
  readonly weekdays: readonly { readonly short: string; readonly long: string }[]
  /** Seven cells each; null before the first and after the last day. */
  readonly weeks: readonly (readonly (MonthDayView | null)[])[]
  readonly before: string | undefined
  readonly after: string | undefined
  readonly change: LinkView | undefined
  readonly words: {
    readonly before: string
    readonly after: string
    readonly free: string
    readonly worked: string
  }
}

/** The month, with the ways to those beside it. */
export function MonthGrid({ language, month }: { language: PageLanguage; month: MonthGridView }) {
  const { caption, note, weekdays, weeks, before, after, change, words } = month
  return (
    <div class="month-grid">
      <div class="row">
        {before !== undefined && (
          <a class="button button-secondary" rel="prev" href={before}>
            ← {words.before}
          </a>
        )}
        {after !== undefined && (
          <a class="button button-secondary" rel="next" href={after}>
            {words.after} →
          </a>
        )}
        {change && <a href={change.href}>{change.label}</a>}
      </div>
      <table class="month-table">
        <caption>
          {caption}
          {note !== undefined && <span class="caption-note">{note}</span>}
        </caption>
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th scope="col" abbr={long}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr>
              {week.map((day) =>
                day ? <MonthDay language={language} day={day} words={words} /> : <td />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MonthDayProps {
  readonly language: PageLanguage
  readonly day: MonthDayView
  readonly words: MonthGridView['words']
}

function MonthDay({ language, day: shown, words }: MonthDayProps) {
  const { day, number, kind, name, today } = shown
  const what = kind === 'usual' ? undefined : kind === 'worked' ? words.worked : words.free
  return (
    <td class={`month-day month-${kind}`} aria-current={today ? 'date' : undefined}>
      <time datetime={day} title={formatDay(language, day, 'long')}>
        {number}
      </time>
      {what !== undefined && <span class="month-what">{what}</span>}
      {name !== undefined && <span class="month-name">{name}</span>}
    </td>
  )
}
