/** What an act on the path of a thing says of itself, and the entry that it posted. */
import type { LinkView } from '../parts/content.ts'

interface ActDetailProps {
  /** The amount, the reason given. */
  readonly says: readonly string[]
  readonly entry: LinkView
}

/** The detail of a step of a timeline. */
export function ActDetail({ says, entry }: ActDetailProps) {
  return (
    <>
      {says.map((one) => `${one} · `)}
      <a href={entry.href}>{entry.label}</a>
    </>
  )
}
