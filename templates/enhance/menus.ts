/** Menus close when the reader turns elsewhere, or presses Escape. */
import { closest } from './page.ts'

const open = 'details[data-menu][open]'

export function menus(): void {
  const close = (except: Element | null) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(open)) {
      if (menu !== except) menu.open = false
    }
  }
  document.addEventListener('click', (event) => close(closest(event, open)))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const menu = closest<HTMLDetailsElement>(event, open)
    close(null)
    menu?.querySelector('summary')?.focus()
  })
}
