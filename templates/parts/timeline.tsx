/** The path of a case, a payout, a statement: what happened, when, by whom; what comes next. */
import { messages } from '../messages/messages.ts'
import type { Content } from './content.ts'
import type { PageLanguage } from './format.ts'
import { Icon, type Shape } from './icons.tsx'

export interface MilestoneView {
  readonly title: string
  readonly state: 'done' | 'current' | 'coming' | 'stopped'
  /** A `Day` or an `Instant`. */
  readonly when?: Content
  readonly who?: string | undefined
  /** The reason given, the amount decided. */
  readonly detail?: Content
  /** The one next action, on the milestone that is current. */
  readonly action?: Content
}

const shapes: Readonly<Record<MilestoneView['state'], Shape>> = {
  done: 'success',
  current: 'dot',
  coming: 'ring',
  stopped: 'refusal',
}

interface TimelineProps {
  readonly language: PageLanguage
  readonly milestones: readonly MilestoneView[]
}

/** Milestones in the order of time. */
export function Timeline({ language, milestones }: TimelineProps) {
  const t = messages[language].parts
  const words = { done: t.done, current: t.current, coming: t.coming, stopped: t.stopped }
  return (
    <ol class="timeline">
      {milestones.map(({ title, state, when, who, detail, action }) => (
        <li class={`timeline-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="timeline-mark">
            <Icon shape={shapes[state]} />
          </span>
          <div>
            <span class="timeline-title">{title}</span>
            <span class="unseen">({words[state]})</span>
            {(who !== undefined || when !== undefined) && (
              <div class="timeline-who">
                {when}
                {when !== undefined && who !== undefined && ' · '}
                {who}
              </div>
            )}
            {detail !== undefined && <div class="timeline-detail">{detail}</div>}
            {action !== undefined && <div class="timeline-next">{action}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
