/** A paper beside its form follows the answers. */
import htmx from 'htmx.org'
import { filledAddress, filterAddress } from './addresses.ts'
import { closest, rested } from './page.ts'

/** A preview is built from the whole period: not for every key. */
const pauseMs = 500

export function previews(): void {
  const show = rested(pauseMs, (form: HTMLFormElement) => {
    const preview = document.querySelector<HTMLElement>('[data-preview]')
    if (!preview) return
    const given = new FormData(form)
    const address = filledAddress(preview.dataset.preview!, (name) => {
      const value = given.get(name)
      return typeof value === 'string' ? value : undefined
    })
    if (address === null) return
    if (preview.querySelector('iframe')) follow(preview, address)
    else begin(form, given)
  })
  document.addEventListener('input', (event) => {
    const form = closest<HTMLFormElement>(event, 'main form[method=post]')
    if (form) show(form)
  })
}

/** The first preview comes as the page itself shows it when it is asked with these answers. */
function begin(form: HTMLFormElement, given: FormData): void {
  const fields = [...given].filter((field): field is [string, string] => {
    return typeof field[1] === 'string' && field[0] !== 'key'
  })
  const path = filterAddress(form.action, fields)
  const part = '[data-preview]'
  // Without it the form is whole: the paper is only seen later.
  htmx.ajax('GET', path, { target: part, select: part, swap: 'outerHTML' }).catch(() => undefined)
}

function follow(preview: HTMLElement, address: string): void {
  const frame = preview.querySelector('iframe')
  const link = preview.querySelector('a')
  if (frame && frame.getAttribute('src') !== address) frame.src = address
  if (link) link.href = address
}
