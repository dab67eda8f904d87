/** Names as they are typed: the browser's own list below the field, filled from the book. */
import { closest, rested } from './page.ts'

/** As long as somebody pauses who types on. */
const pauseMs = 200

/** One letter names too many, but one character of a Chinese name does not. */
const longEnough = /\p{Script=Han}|\S.*\S/u

export function suggestions(): void {
  let newest: AbortController | undefined
  const look = rested(pauseMs, (field: HTMLInputElement) => {
    newest?.abort()
    newest = new AbortController()
    // What cannot be asked now is simply not suggested.
    fill(field, newest.signal).catch(() => undefined)
  })
  document.addEventListener('input', (event) => {
    const field = closest<HTMLInputElement>(event, 'input[data-suggest]')
    if (field && longEnough.test(field.value)) look(field)
  })
}

async function fill(field: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const address = new URL(field.dataset.suggest!, location.href)
  address.searchParams.set('q', field.value.trim())
  const answer = await fetch(address, { signal, headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const found = [...page.querySelectorAll('datalist option')]
  field.list?.replaceChildren(...found.map((option) => document.importNode(option, true)))
}
