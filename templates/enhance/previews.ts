/** A paper beside its form follows the answers. */
import { filledAddress } from './addresses.ts'
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
    if (address !== null) follow(preview, address)
  })
  document.addEventListener('input', (event) => {
    const form = closest<HTMLFormElement>(event, 'main form[method=post]')
    if (form) show(form)
  })
}

function follow(preview: HTMLElement, address: string): void {
  const frame = preview.querySelector('iframe')
  const link = preview.querySelector('a')
  if (frame && frame.getAttribute('src') !== address) frame.src = address
  if (link) link.href = address
}
