/** Where the reader is in a task of several pages. */
import { messages } from '../messages/messages.ts'
import type { PageLanguage } from './format.ts'
import { Icon } from './icons.tsx'

export interface StepView {
  readonly title: string
  /** Back to a step that is done. */
  readonly href?: string | undefined
}

interface StepsProps {
  readonly language: PageLanguage
  readonly steps: readonly StepView[]
  /** The step on this page, from 1. */
  readonly current: number
}

/** The steps in their order: a check for those done, the number of those to come. */
export function Steps({ language, steps, current }: StepsProps) {
  const { step: told, done } = messages[language].parts
  return (
    <ol class="steps" aria-label={told({ step: current, steps: steps.length })}>
      {steps.map(({ title, href }, position) => {
        const passed = position + 1 < current
        return (
          <li
            class={passed ? 'steps-done' : undefined}
            aria-current={position + 1 === current ? 'step' : undefined}
          >
            <span class="steps-number">{passed ? <Icon shape="check" /> : position + 1}</span>
            {passed && href !== undefined ? <a href={href}>{title}</a> : <span>{title}</span>}
            {passed && <span class="unseen">{done}</span>}
          </li>
        )
      })}
    </ol>
  )
}
