/** A workflow drawn: its steps one after the other, side by side where there is room and below each other where not. */
import type { LinkView } from './content.ts'
import { Stack } from './layout.tsx'

export interface FlowStepView {
  readonly title: string
  /** Where, how long, what of: small below the title. */
  readonly note?: string | undefined
  /** A step at which it is decided stands out. */
  readonly form: 'step' | 'decision'
}

export interface WorkflowDrawnView {
  readonly name: string
  /** What the row of steps is called for who does not see it. */
  readonly label: string
  readonly steps: readonly FlowStepView[]
  readonly notes: readonly string[]
  /** Null for who may not. */
  readonly change: LinkView | null
}

/** The workflow with its name, its steps and what is said of the whole. */
export function WorkflowDrawn({ workflow }: { readonly workflow: WorkflowDrawnView }) {
  const { name, label, steps, notes, change } = workflow
  return (
    <div class="flow-of">
      <Stack>
        <div class="flow-name">
          <strong>{name}</strong>
          {change && (
            <a href={change.href} class="small">
              {change.label}
            </a>
          )}
        </div>
        <ol class="flow" aria-label={label}>
          {steps.map(({ title, note, form }, position) => (
            <li class={`flow-step flow-${form}`}>
              <span class="flow-number" aria-hidden="true">
                {position + 1}
              </span>
              <span class="flow-title">{title}</span>
              {note !== undefined && <span class="flow-note">{note}</span>}
            </li>
          ))}
        </ol>
        <div class="flow-notes">
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </div>
      </Stack>
    </div>
  )
}
