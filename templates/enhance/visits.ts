/**
 * Visits are recorded where there is no network: what was typed is kept on the device, said to be waiting, and sent with
 * its own key once there is one, so that it is recorded once however often it is sent. Without this script the form is
 * an ordinary one.
 */
import { bookOf } from './page.ts'
import { drop, type KeptVisit, keep, keptVisits, ownCache } from './visits-kept.ts'

const area = '[data-visits-offline]'

/** As long as the photo of a slip takes over a poor network. */
const patienceMs = 60_000
/** How often it is tried again while something waits. */
const againMs = 30_000
/** A worker that has not come to answer for a page by then never will. */
const claimMs = 3_000
/** A form's key has as many bytes as those that the server makes. */
const keyBytes = 18
/** As many people as anybody visits before they are back at a network. */
const mostKept = 20

const book = bookOf(location.pathname)

function areaShown(): HTMLElement | null {
  return document.querySelector<HTMLElement>(area)
}

/** The form of a visit, where the page has one; a list may be filtered by days too, and leads only somewhere. */
function visitForm(): HTMLFormElement | undefined {
  const forms = [...document.querySelectorAll<HTMLFormElement>(`${area} form`)]
  return forms.find(({ elements }) => elements.namedItem('visited_on') !== null)
}

start().catch(() => undefined)

async function start(): Promise<void> {
  const shown = areaShown()
  if (!shown || !('indexedDB' in globalThis)) return
  document.addEventListener('submit', submitted, { capture: true })
  document.addEventListener('click', clicked)
  addEventListener('online', () => void sendAll())
  addEventListener('hashchange', () => void refill())
  setInterval(() => void sendAll(), againMs)
  freshKey()
  await refill()
  await sendAll()
  await keepPages(shown)
}

/** A page that comes from the cache has a key that may have been used. */
function freshKey(): void {
  const field = visitForm()?.elements.namedItem('key')
  if (!(field instanceof HTMLInputElement)) return
  const bytes = crypto.getRandomValues(new Uint8Array(keyBytes))
  field.value = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** The worker keeps this page, what it loads, and the forms that it leads to. */
async function keepPages(shown: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return
  const { worker = '', scope = '', reader = '' } = shown.dataset
  await loadLetters(shown)
  await ownCache(book, reader)
  await navigator.serviceWorker.register(worker, { scope })
  const { active } = await navigator.serviceWorker.ready
  // What is loaded from now on it keeps by itself; what was before, it is told.
  await answering()
  await document.fonts.ready
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'))
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-offline-keep]')]
  const forms = links.slice(0, mostKept).map(({ href }) => href)
  const plain = new URL(shown.dataset.form ?? '', location.href).href
  active?.postMessage({ keep: [location.href.replace(/#.*/, ''), plain, ...forms, ...loaded] })
}

/** Until the worker answers for this page too, which was opened before it. */
function answering(): Promise<void> {
  const { serviceWorker } = navigator
  return new Promise((resolve) => {
    if (serviceWorker.controller) resolve()
    serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
    setTimeout(resolve, claimMs)
  })
}

/** Fonts come in slices, as their letters are drawn: those of what is hidden yet are drawn without a network. */
async function loadLetters(shown: HTMLElement): Promise<void> {
  const rows = [...shown.querySelectorAll('template')].map(({ content }) => content.textContent)
  const letters = [document.body.textContent, ...rows].join('')
  const { fontFamily } = getComputedStyle(document.body)
  const faces = ['400', '600'].map((weight) => `${weight} 1em ${fontFamily}`)
  // A letter that no slice has is no reason to keep nothing.
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, letters)))
}

function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  if (!form.closest(area) || !form.elements.namedItem('visited_on')) return
  event.preventDefault()
  if (form.hasAttribute('aria-busy')) return
  setBusy(form, true)
  record(form)
    .catch(() => undefined)
    .finally(() => setBusy(form, false))
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  if (busy) form.setAttribute('aria-busy', 'true')
  else form.removeAttribute('aria-busy')
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[type="submit"]')) {
    button.disabled = busy
  }
}

/** Sends what was typed, or keeps it where there is no network. */
async function record(form: HTMLFormElement): Promise<void> {
  const visit = typed(form)
  const { replaces } = form.dataset
  const sent = await send(visit)
  if (sent.came === 'refused' && sent.answer) {
    await showRefused(sent.answer)
    return
  }
  if (sent.came !== 'taken') await keep(visit)
  if (replaces !== undefined) await drop(replaces)
  if (sent.came === 'taken') {
    location.assign(sent.answer!.url)
    return
  }
  form.reset()
  delete form.dataset.replaces
  freshKey()
  await list(sent.came)
  document.querySelector('[data-waiting]')?.scrollIntoView({ block: 'center' })
}

function typed(form: HTMLFormElement): KeptVisit {
  const given = [...new FormData(form)]
  const fields = given.filter((one): one is [string, string] => typeof one[1] === 'string')
  const files = given.filter((one): one is [string, File] => {
    return typeof one[1] !== 'string' && one[1].size > 0
  })
  const text = (name: string) => fields.find(([one]) => one === name)?.[1] ?? ''
  const { reader = '', to = '' } = areaShown()!.dataset
  return {
    key: text('key'),
    book,
    reader,
    action: form.action,
    name: to || text('party'),
    day: text('visited_on'),
    fields,
    files,
    multipart: form.enctype === 'multipart/form-data',
    refused: false,
  }
}

/** What came of sending: recorded, not taken, no network, or nobody is signed in. */
type Came = 'taken' | 'refused' | 'offline' | 'sign_in'

async function send(
  visit: KeptVisit,
): Promise<{ readonly came: Came; readonly answer?: Response | undefined }> {
  const body = visit.multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of visit.fields) body.append(name, value)
  if (body instanceof FormData) for (const [name, file] of visit.files) body.append(name, file)
  const signal = AbortSignal.timeout(patienceMs)
  const answer = await fetch(visit.action, { method: 'POST', body, signal }).catch(() => undefined)
  if (!answer) return { came: 'offline' }
  const { searchParams } = new URL(answer.url)
  if (answer.redirected) return { came: searchParams.has('done') ? 'taken' : 'sign_in', answer }
  // Too busy, or broken for a while: it is tried again.
  return { came: answer.status === 429 || answer.status >= 500 ? 'offline' : 'refused', answer }
}

/** Shows the form as the server answers it, with what is wrong; a photo that was chosen stays. */
async function showRefused(answer: Response): Promise<void> {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [now, next] = [document.querySelector('#main'), page.querySelector('#main')]
  if (!now || !next) return
  const chosen = [...now.querySelectorAll<HTMLInputElement>('input[type="file"]')]
  now.replaceWith(next)
  for (const { name, files } of chosen) {
    const input = next.querySelector<HTMLInputElement>(`input[type="file"][name="${name}"]`)
    if (input && files) input.files = files
  }
  next.querySelector<HTMLElement>('[role="alert"]')?.focus()
  scrollTo({ top: 0 })
}

let sending = false

/** Sends what waits, one after the other, and says what is left. */
async function sendAll(): Promise<void> {
  const reader = areaShown()?.dataset.reader
  if (reader === undefined || sending) return
  sending = true
  try {
    let came: Came = 'taken'
    for (const visit of await keptVisits(book, reader)) {
      if (visit.refused) continue
      came = (await send(visit)).came
      if (came === 'taken') await drop(visit.key)
      else if (came === 'refused') await keep({ ...visit, refused: true })
      else break
    }
    await list(came)
  } finally {
    sending = false
  }
}

/** Shows what waits on this device, and why. */
async function list(came: Came): Promise<void> {
  const shown = areaShown()
  const box = shown?.querySelector<HTMLElement>('[data-waiting]')
  const row = shown?.querySelector<HTMLTemplateElement>('[data-waiting-row]')
  if (!shown || !box || !row) return
  const kept = await keptVisits(book, shown.dataset.reader)
  box.hidden = kept.length === 0
  shown.classList.toggle('stack', kept.length > 0)
  const part = (name: string) => box.querySelector<HTMLElement>(`[data-waiting-${name}]`)!
  part('offline').hidden = came !== 'offline'
  part('sign-in').hidden = came !== 'sign_in'
  part('list').replaceChildren(
    ...kept.map((visit) => {
      const made = row.content.cloneNode(true) as DocumentFragment
      const inside = (name: string) => made.querySelector<HTMLElement>(`[data-${name}]`)!
      inside('name').textContent = visit.name
      inside('day').textContent = dayText(visit.day)
      inside('refused').hidden = !visit.refused
      const open = inside('open') as HTMLAnchorElement
      open.hidden = !visit.refused
      open.href = `${visit.action}#${visit.key}`
      made.querySelector('button')!.value = visit.key
      return made
    }),
  )
}

/** A day as it is written in the language of the page; as it was typed when it is none. */
function dayText(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day
  const { lang } = document.documentElement
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

function clicked(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-waiting] button')
  if (!button) return
  if (button.name === 'send') void sendAll()
  const sure = areaShown()?.dataset.sure ?? ''
  if (button.name === 'drop' && confirm(sure)) {
    drop(button.value)
      .then(() => list('taken'))
      .catch(() => undefined)
  }
}

/** Fills the form with a visit that was not taken, whose key the address names. */
async function refill(): Promise<void> {
  const form = visitForm()
  const key = decodeURIComponent(location.hash.slice(1))
  const reader = areaShown()?.dataset.reader
  const kept = key === '' ? [] : await keptVisits(book, reader)
  const visit = kept.find((one) => one.key === key)
  if (!form || !visit) return
  for (const [name, value] of visit.fields) {
    if (name === 'key') continue
    const control = form.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = true
    } else if (control !== null && 'value' in control) control.value = value
    if (value !== '' && control instanceof Element) {
      control.closest('details')?.setAttribute('open', '')
    }
  }
  form.dataset.replaces = key
}
