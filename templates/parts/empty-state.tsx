/** A place with nothing in it yet teaches what belongs there. */
import type { Content } from './content.ts'

interface EmptyStateProps {
  readonly title: string
  /** What belongs here, and why. */
  readonly lead?: Content
  /** The button that makes the first one. */
  readonly action?: Content
}

/** Stands where the list would. */
export function EmptyState({ title, lead, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <h3>{title}</h3>
      {lead !== undefined && <p>{lead}</p>}
      {action !== undefined && <div class="actions">{action}</div>}
    </div>
  )
}
