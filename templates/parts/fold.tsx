/** A part of a page that is folded away until somebody wants it, with no script needed. */
import type { Content } from './content.ts'
import { Icon } from './icons.tsx'

interface FoldProps {
  readonly title: string
  /** Open from the start: something in it was answered, or is wrong. */
  readonly open?: boolean | undefined
  readonly children?: Content
}

/** Questions that few need, behind a line that says what they are about. */
export function Fold({ title, open, children }: FoldProps) {
  return (
    <details class="fold" open={open}>
      <summary>
        {title}
        <Icon shape="down" />
      </summary>
      <div class="fold-inside fieldset-fields">{children}</div>
    </details>
  )
}
