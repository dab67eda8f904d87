/** What speaks for a match, in words, each with what it weighs. */
import type { Messages } from '../messages/messages.ts'

export interface ReasonView {
  readonly reason: string
  /** What it rests on: `12 km apart`. */
  readonly fact: string
  /** Such as `21 of 30`. */
  readonly points: string
}

/** The reasons for a match as a list. */
export function Reasons({
  t,
  reasons,
}: {
  readonly t: Messages
  readonly reasons: readonly ReasonView[]
}) {
  return (
    <ul class="facts" aria-label={t.matching.why}>
      {reasons.map(({ reason, fact, points }) => (
        <li>
          <span>
            {fact !== '' && `${fact} `}
            <span class="soft">{reason}</span>
          </span>{' '}
          <span class="facts-figure">{points}</span>
        </li>
      ))}
    </ul>
  )
}
