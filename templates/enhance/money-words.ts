/** The amount in words as it is typed: the server writes them, as it does on the page of answers. */
import { bookOf, closest, rested } from './page.ts'

/** As long as somebody pauses who types on. */
const pauseMs = 200

export function moneyWords(): void {
  let newest: AbortController | undefined
  const write = rested(pauseMs, (field: HTMLInputElement) => {
    newest?.abort()
    newest = new AbortController()
    wordsFor(field, newest.signal).catch(() => undefined)
  })
  document.addEventListener('input', (event) => {
    const field = closest<HTMLInputElement>(event, 'input[data-money]')
    if (field) write(field)
  })
  // The currency is the fund's: with another fund the same amount reads otherwise.
  document.addEventListener('change', (event) => {
    const form = closest<HTMLElement>(event, 'select')?.closest('form')
    const field = form?.querySelector<HTMLInputElement>('input[data-money]')
    if (field && field.value !== '') write(field)
  })
}

async function wordsFor(field: HTMLInputElement, signal: AbortSignal): Promise<void> {
  const words = field.closest('.field')?.querySelector('[data-money-words]')
  if (!words) return
  const address = new URL(`${bookOf(location.pathname)}/words`, location.href)
  address.searchParams.set('amount', field.value)
  const fund = field.form?.elements.namedItem('fund')
  if (fund instanceof HTMLSelectElement) address.searchParams.set('fund', fund.value)
  else address.searchParams.set('currency', field.dataset.currency ?? '')
  const answer = field.value.trim() === '' ? null : await fetch(address, { signal })
  words.textContent = answer?.ok && !answer.redirected ? await answer.text() : ''
}
