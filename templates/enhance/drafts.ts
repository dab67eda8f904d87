/** Asks before a page is left on which a long text or a file would be lost; short answers are soon given again. */

/** What takes time to give again. */
const dear = 'form[data-once] textarea, form[data-once] input[type=file]'

export function drafts(): void {
  let sent = false
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.method === 'post') sent = true
  })
  addEventListener('pageshow', () => {
    sent = false
  })
  addEventListener('beforeunload', (event) => {
    if (!sent && [...document.querySelectorAll(dear)].some(given)) event.preventDefault()
  })
}

/** Whether something stands in the control that did not come with the page. */
function given(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  return control instanceof HTMLInputElement && (control.files?.length ?? 0) > 0
}
