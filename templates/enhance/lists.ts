/**
 * Lists change in place: a filter as it is typed, the next page, another order. The same page is asked for as
 * without scripts, its main part takes the place of the one shown, and the address follows.
 */
import htmx from 'htmx.org'
import { filterAddress, isSameList } from './addresses.ts'
import { isPlain } from './dialogs.ts'
import { closest, rested } from './page.ts'

/** As long as somebody pauses who types on. */
const pauseMs = 300

const main = '#main'

export function lists(): void {
  // A page that is gone back to is asked for anew: what stood there may have changed.
  htmx.config.history = 'reload'
  // What is being typed is not overwritten by an answer to what was typed before.
  htmx.config.morphSkip = 'form[data-filter] input, form[data-filter] select, .site-search input'
  document.querySelector(main)?.setAttribute('hx-sync', 'this:replace')
  // Sent elsewhere, such as to the page for signing in: then the whole page is to be seen.
  document.addEventListener('htmx:before:response', (event) => {
    const { raw } = event.detail.ctx.response!
    if (!raw.redirected) return
    event.preventDefault()
    location.assign(raw.url)
  })
  const typed = rested(pauseMs, (form: HTMLFormElement) => filtered(form, 'replace'))
  document.addEventListener('input', (event) => {
    const form = closest<HTMLFormElement>(event, liveForm())
    if (form && isText(event.target)) typed(form)
  })
  document.addEventListener('change', (event) => {
    const form = closest<HTMLFormElement>(event, 'form[data-filter]')
    if (form && !isText(event.target)) filtered(form, 'push')
  })
  document.addEventListener('submit', (event) => {
    const form = closest<HTMLFormElement>(event, liveForm())
    if (!form) return
    event.preventDefault()
    filtered(form, 'push')
  })
  document.addEventListener('click', (event) => {
    const link = closest<HTMLAnchorElement>(event, `${main} a[href]`)
    if (!link || !isPlain(event) || link.target || link.hasAttribute('download')) return
    if (!document.querySelector('form[data-filter]') || !isSameList(link.href, location.href))
      return
    event.preventDefault()
    shown(link.href, 'push')
  })
}

/** Filters of lists; and the search of every page while its own page is open. */
function liveForm(): string {
  const search = document.querySelector<HTMLFormElement>('.site-search form')
  const open = search && new URL(search.action).pathname === location.pathname
  return open ? 'form[data-filter], .site-search form' : 'form[data-filter]'
}

/** What is typed letter by letter; days and months are chosen. */
function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['text', 'search'].includes(target.type)
}

function filtered(form: HTMLFormElement, history: 'push' | 'replace'): void {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => {
    return typeof field[1] === 'string'
  })
  shown(filterAddress(form.action, fields), history)
}

function shown(address: string, history: 'push' | 'replace'): void {
  const { pathname, search } = new URL(address)
  const path = pathname + search
  // Without a connection the page is gone to, and the browser says so in its own words.
  htmx
    .ajax('GET', path, {
      source: main,
      target: main,
      select: main,
      swap: 'outerMorph',
      [history]: path,
    })
    .catch(() => location.assign(address))
}
