/** A question over the page. The page behind its link asks the same where dialogs do not open. */
import { messages } from '../messages/messages.ts'
import { Button, type ButtonKind } from './button.tsx'
import type { Content } from './content.ts'
import type { PageLanguage } from './format.ts'

interface DialogLinkProps {
  /** The page that asks the same question. */
  readonly href: string
  /** The id of the `Dialog` that a script opens instead. */
  readonly dialog: string
  readonly kind?: ButtonKind | undefined
  readonly children?: Content
}

/** Opens a dialog, or goes to its page. */
export function DialogLink({ href, dialog, kind = 'secondary', children }: DialogLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href} data-dialog={dialog}>
      {children}
    </a>
  )
}

interface DialogProps {
  readonly language: PageLanguage
  readonly id: string
  readonly title: string
  /** Shown at once, for pages that show parts. */
  readonly open?: boolean | undefined
  readonly children?: Content
}

/** A native dialog; its close button needs no script. */
export function Dialog({ language, id, title, open, children }: DialogProps) {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`} open={open}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="dialog-body">
        {children}
        <form method="dialog">
          <Button kind="quiet">{messages[language].parts.close}</Button>
        </form>
      </div>
    </dialog>
  )
}
