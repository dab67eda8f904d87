/** Keyboard shortcuts. They can be turned off on the page that lists them (WCAG 2.1.4). */
import htmx from 'htmx.org'
import { bookOf, closest } from './page.ts'
import { type Shortcut, shortcutReader } from './shortcut-keys.ts'

/** Remembered by this browser. */
const memory = 'shortcuts'

/** Where keys are for writing, or for choosing. */
const writing = 'input, textarea, select, [contenteditable], dialog[open]'

/** The page on which they are listed, and its part that a dialog shows. */
const sheet = '#shortcuts'

/** Whether shortcuts are wanted: asked there, by a script that can remember it. */
const choiceBox = `${sheet} input[name=shortcuts]`

export function shortcuts(): void {
  const read = shortcutReader()
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || closest(event, writing) || remembered() === 'off') return
    const shortcut = read(event, event.timeStamp)
    if (shortcut && follow(shortcut)) event.preventDefault()
  })
  document.addEventListener('change', (event) => {
    const choice = closest<HTMLInputElement>(event, choiceBox)
    if (choice) remember(choice.checked ? 'on' : 'off')
  })
  showChoice()
}

/** Storage may be closed to pages; then shortcuts are on. */
function remembered(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null
  }
}

function remember(choice: string): void {
  try {
    localStorage.setItem(memory, choice)
  } catch {
    // Then it holds for nothing, and the box shows that when the page is opened again.
  }
}

/** The choice is of use with scripts only, and so comes with them. */
function showChoice(): void {
  for (const choice of document.querySelectorAll<HTMLInputElement>(choiceBox)) {
    choice.checked = remembered() !== 'off'
    choice.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
  }
}

/** Does what a shortcut says; false when this page has nothing of the kind. */
function follow({ name, path }: Shortcut): boolean {
  if (path !== undefined) return go(`${bookOf(location.pathname)}${path}`)
  if (name === 'search') return focus(document.querySelector('[data-shortcut="/"]'))
  if (name === 'new') return go(hrefOf('main .page-header a.button-primary'))
  return help()
}

/** Only where the page has a link to: not every reader may see every place. */
function go(path: string | null): boolean {
  if (path === null || !document.querySelector(`a[href="${path}"]`)) return false
  location.assign(path)
  return true
}

function hrefOf(selector: string): string | null {
  return document.querySelector(selector)?.getAttribute('href') ?? null
}

function focus(field: Element | null): boolean {
  if (!(field instanceof HTMLInputElement)) return false
  field.focus()
  field.select()
  return true
}

/** The sheet of shortcuts in a dialog: the same part that its page shows. */
function help(): boolean {
  const page = hrefOf('.site-foot a[href$="/shortcuts"]')
  if (page === null) return false
  const dialog = document.createElement('dialog')
  dialog.className = 'dialog'
  const body = document.createElement('div')
  dialog.append(body)
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  htmx
    .ajax('GET', page, { target: body, select: sheet, swap: 'innerHTML' })
    .then(() => {
      showChoice()
      dialog.querySelector('[data-close]')?.removeAttribute('hidden')
      dialog.setAttribute('aria-label', dialog.querySelector('h1')?.textContent ?? '')
      dialog.showModal()
    })
    .catch(() => location.assign(page))
  return true
}
