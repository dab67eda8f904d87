/** Buttons, and links that look like them. */
import type { Content } from './content.ts'

/** One primary button a page, for the one next action. Danger is for what cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonProps {
  readonly kind?: ButtonKind | undefined
  /** `submit` unless it only opens or closes something. */
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The form it sends, where it stands outside of it. */
  readonly form?: string | undefined
  /** What a reader of the screen hears in place of the text, where the text is short: `Change: Amount`. */
  readonly says?: string | undefined
  readonly disabled?: boolean | undefined
  readonly children?: Content
}

/** A button that does something. */
export function Button({ kind = 'secondary', says, type = 'submit', ...props }: ButtonProps) {
  const { children, ...attributes } = props
  return (
    <button class={`button button-${kind}`} type={type} aria-label={says} {...attributes}>
      {children}
    </button>
  )
}

interface ButtonLinkProps {
  readonly href: string
  readonly kind?: ButtonKind | undefined
  readonly children?: Content
}

/** A link to the page where something is done. */
export function ButtonLink({ href, kind = 'secondary', children }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href}>
      {children}
    </a>
  )
}

interface ActionsProps {
  readonly children?: Content
  /** What destroys: it stands away from what does not. */
  readonly apart?: Content
}

/** Buttons in a row. */
export function Actions({ children, apart }: ActionsProps) {
  return (
    <div class="actions">
      {children}
      {apart !== undefined && <div class="actions-apart">{apart}</div>}
    </div>
  )
}

interface ButtonFormProps extends ButtonProps {
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
}

/** A button that posts something by itself, such as “mark as seen”. */
export function ButtonForm({ action, hidden = {}, ...button }: ButtonFormProps) {
  return (
    <form method="post" action={action} class="inline-form">
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  )
}
