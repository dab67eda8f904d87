/** The state of a thing: a word and a shape, never a colour alone. */
import { Icon, type Shape } from './icons.tsx'

/**
 * Where a thing stands on its path: begun, waiting for somebody, going on, done, needing care, ended without
 * success, taken back.
 */
export type StateKind = 'draft' | 'waiting' | 'active' | 'done' | 'care' | 'stopped' | 'reversed'

const looks: Readonly<Record<StateKind, { readonly shape: Shape; readonly tone: string }>> = {
  draft: { shape: 'ring', tone: 'plain' },
  waiting: { shape: 'half', tone: 'info' },
  active: { shape: 'dot', tone: 'info' },
  done: { shape: 'check', tone: 'success' },
  care: { shape: 'warning', tone: 'warning' },
  stopped: { shape: 'cross', tone: 'refusal' },
  // Not red: red ink is a reversal in Chinese books and a refusal here, and the two are not to be confused.
  reversed: { shape: 'back', tone: 'plain' },
}

interface StateProps {
  readonly kind: StateKind
  /** The state's name from the catalogue. */
  readonly word: string
}

/** A state as a tag. */
export function State({ kind, word }: StateProps) {
  const { shape, tone } = looks[kind]
  return (
    <span class={`state state-${tone}`}>
      <Icon shape={shape} />
      {word}
    </span>
  )
}
