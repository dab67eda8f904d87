/** What stands between the tags of a part: texts, other parts, several of them. */
import type { Child } from 'hono/jsx'

export type Content = Child

/** A place to go, by its address and its name. */
export interface LinkView {
  readonly href: string
  readonly label: string
}
