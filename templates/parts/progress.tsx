/** How far long work has come, in words as well. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import { formatCount, formatShare, type PageLanguage } from './format.ts'

interface ProgressProps {
  readonly language: PageLanguage
  /** The element's own id; scripts that follow the work find it by this. */
  readonly id: string
  readonly label: string
  readonly done: number
  /** How much there is in all; null while nobody knows. */
  readonly all: number | null
  /** What is done just now, or what comes after. */
  readonly note?: Content
}

/** A bar with its count, and words below it. */
export function Progress({ language, id, label, done, all, note }: ProgressProps) {
  const count = formatCount(language, done)
  const of = all === null ? count : wordsOf(language, done, all)
  return (
    <div class="progress" data-progress={id}>
      <div class="progress-head">
        <label for={id}>{label}</label>
        <span class="numeral" data-progress-words>
          {of}
        </span>
      </div>
      {all === null ? (
        <progress id={id} />
      ) : (
        <progress id={id} value={done} max={Math.max(all, 1)}>
          {of}
        </progress>
      )}
      {note !== undefined && <p class="hint">{note}</p>}
    </div>
  )
}

function wordsOf(language: PageLanguage, done: number, all: number): string {
  const t = messages[language].parts
  const share = formatShare(language, all === 0 ? 1 : done / all)
  const counts = t.progress_of({
    done: formatCount(language, done),
    all: formatCount(language, all),
  })
  return `${counts} · ${share}`
}
