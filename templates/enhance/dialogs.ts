/** Opens a question over the page in place of the page that asks the same. */
import { closest } from './page.ts'

export function dialogs(): void {
  document.addEventListener('click', (event) => {
    const link = closest<HTMLAnchorElement>(event, 'a[data-dialog]')
    if (!link || !isPlain(event)) return
    const dialog = document.getElementById(link.dataset.dialog ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    event.preventDefault()
    dialog.showModal()
  })
}

/** A click that asks for nothing else, such as a new window. */
export function isPlain(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented
}
