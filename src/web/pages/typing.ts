/** What scripts ask while somebody types: an amount in words, names that begin so. No page needs them. */
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { list as listFunds } from '../../funds/funds.ts'
import { list as listParties } from '../../people/queries.ts'
import { amountWords } from './field-views.ts'
import { type Answer, htmlResponse, mountPage } from './frame.tsx'
import { Ambiguous, readAmount } from './reading.ts'
import type { Desk, Visit } from './visit.ts'

/** As many as can be looked through at a glance. */
const mostSuggestions = 10

/** Mounts them. */
export function mountTyping(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/words', words)
  mountPage(app, desk, '/people/suggestions', suggestions)
}

/** `amount` as it was typed, of a `currency` or of that of a `fund`; nothing when it is no amount. */
function words(visit: Visit): Answer {
  const fund = visit.param('fund')
  const funds = fund === '' ? [] : visit.ask(listFunds, {}).funds
  const currency = funds.find((one) => one.fund === fund)?.currency ?? visit.param('currency')
  return new Response(inWords(visit, currency || visit.organisation.currency), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function inWords({ language, param }: Visit, currency: string): string {
  try {
    return amountWords(readAmount(param('amount'), language), currency, language) ?? ''
  } catch (error) {
    if (error instanceof Ambiguous) return ''
    throw error
  }
}

/** The options for a name that is being typed, as a field of persons takes them. */
function suggestions(visit: Visit): Answer {
  const search = visit.param('q').trim()
  const found =
    search === '' ? [] : visit.ask(listParties, { q: search, limit: mostSuggestions }).parties
  const options = found.map(({ party, name }) => html`<option value="${party} · ${name}"></option>`)
  return htmlResponse(html`<datalist>${options}</datalist>`, visit.language, 200)
}
