/**
 * A form is sent once, however often its button is clicked. The server holds to that by the form's key; here
 * the button only shows that it was heard.
 */

/** Marks a form that is on its way. */
const busy = 'data-busy'

export function once(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post' || event.defaultPrevented) return
    if (form.hasAttribute(busy)) {
      event.preventDefault()
      return
    }
    form.setAttribute(busy, '')
    form.setAttribute('aria-busy', 'true')
    // Only now: a button that is disabled while the form is gathered is left out of it.
    setTimeout(() => setDisabled(form, true))
  })
  // A page that comes back from the browser's memory is as it was left.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    for (const form of document.querySelectorAll<HTMLFormElement>(`form[${busy}]`)) {
      form.removeAttribute(busy)
      form.removeAttribute('aria-busy')
      setDisabled(form, false)
    }
  })
}

function setDisabled(form: HTMLFormElement, disabled: boolean): void {
  for (const control of form.elements) {
    if (control instanceof HTMLButtonElement && control.type === 'submit') {
      control.disabled = disabled
    }
  }
}
