/** One run of the matching: its suggestions, choosing several at once, its certificate. */
import type { Hono } from 'hono'
import {
  MatchRunPage,
  type SuggestionView,
  type UnmetView,
} from '../../../templates/pages/matching-run.tsx'
import { colon, formatCount } from '../../../templates/parts/format.ts'
import { requireMay } from '../../book/scope.ts'
import { canonicalJson } from '../../kit/canonical.ts'
import { Refusal } from '../../kit/refusal.ts'
import { declineReasons } from '../../pairing/pairs/agreeing.ts'
import { accept, swap } from '../../pairing/suggestions/accepting.ts'
import { certificate } from '../../pairing/suggestions/certificate-query.ts'
import { reject } from '../../pairing/suggestions/rejecting.ts'
import { show } from '../../pairing/suggestions/run-queries.ts'
import { suggestionStates } from '../../pairing/suggestions/standing.ts'
import { list, unmet } from '../../pairing/suggestions/suggestion-queries.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, type Page, redirect } from './frame.tsx'
import { fundNames } from './fund-link.ts'
import { listed } from './listing.ts'
import {
  barsText,
  figuresView,
  pointsText,
  reasonViews,
  type SkillNames,
  skillNames,
  suggestionLooks,
} from './matching-views.ts'
import { told } from './refused.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/pairing/matching'
/** Cards on a page: some screens of them, chosen at once. */
const cardsOnPage = 20

/** Mounts the pages of one run. */
export function mountMatchRun(app: Hono, desk: Desk): void {
  mountPage(app, desk, `${path}/:run{[0-9]+}`, (visit) => runPage(visit, null))
  mountAct(app, desk, 'post', `${path}/:run{[0-9]+}`, choose)
  mountPage(app, desk, `${path}/:run{[0-9]+}/certificate.json`, certificateFile)
}

function runOf(visit: Visit): number {
  return Number(visit.c.req.param('run'))
}

function runPage(visit: Visit, wrong: string | null): Page {
  const { t, language, href } = visit
  const run = visit.ask(show, { run: runOf(visit) })
  const found = listed(visit, list, ['state'], { run: run.run, limit: cardsOnPage })
  const skills = skillNames(visit)
  const left = visit.ask(unmet, { run: run.run, ...unmetAsked(visit), limit: cardsOnPage })
  const count = (n: number) => formatCount(language, n)
  const title = t.matching.one(run)
  const action = href(`${path}/${run.run}`)
  const chooses = visit.may(accept) && visit.may(reject)
  const page = (cursor: string | null | undefined) => (cursor ? found.href({ cursor }) : undefined)
  const body = MatchRunPage({
    t,
    language,
    title,
    breadcrumbs: [{ href: href(path), label: t.matching.title }],
    notices: noticesOn(visit),
    wrong,
    action,
    states: suggestionStates.map((value) => ({ value, label: t.matching.states[value] })),
    stateChosen: found.values.state ?? '',
    suggestions: (found.found?.suggestions ?? []).map((one) =>
      suggestionView(visit, run.run, one, skills),
    ),
    newer: page(found.found?.previous),
    older: page(found.found?.next),
    choosing: chooses
      ? {
          action: `${action}${new URL(visit.c.req.url).search}`,
          key: freshKey(visit.desk.book.surroundings.random),
          reasons: declineReasons.map((value) => ({ value, label: t.together.reasons[value] })),
        }
      : null,
    unmet: left.needs.map((one) => unmetView(visit, run.run, one)),
    moreUnmet: left.next === null ? undefined : `${action}?unmet=${left.next}#unmet`,
    figures: figuresView(visit, run.figures),
    proof: {
      certificate: `${action}/certificate.json`,
      digest: run.digest,
      known: count(run.known),
      cost: count(run.cost),
      weighed: count(run.candidates),
      needs: count(run.needs),
      helpers: count(run.helpers),
    },
  })
  return { title, body, place: 'pairing', ...(wrong === null ? {} : { status: 422 }) }
}

function unmetAsked(visit: Visit): { readonly cursor?: string } {
  const cursor = visit.param('unmet')
  return cursor === '' ? {} : { cursor }
}

/** What was just done, from the numbers in the address. */
function noticesOn(visit: Visit): string[] {
  const { matching } = visit.t
  const done = visit.param('done')
  if (done === 'rejected') return [matching.rejected]
  if (done !== 'accepted') return []
  const [count, left] = [Number(visit.param('count')) || 0, Number(visit.param('left')) || 0]
  return [
    matching.accepted({ count }),
    ...(left > 0 ? [matching.accepted_left({ count: left })] : []),
  ]
}

type Told = ReturnType<typeof suggestionsOf>[number]

function suggestionsOf(visit: Visit) {
  return visit.ask(list, { run: 1 }).suggestions
}

function suggestionView(visit: Visit, run: number, one: Told, skills: SkillNames): SuggestionView {
  const { t, href, language } = visit
  const { need, helper, state } = one
  const open = state === 'waiting'
  const search = new URLSearchParams({ helper: String(helper.helper) })
  return {
    name: `s-${need.need}-${helper.helper}`,
    open,
    title: t.matching.helps({ helper: helper.helping.name, helped: need.helped.name }),
    need: { href: href(`/pairing/needs/${need.need}`), label: need.reference },
    helped: { href: href(`/people/${need.helped.party}`), label: need.helped.name },
    helper: { href: href(`/pairing/helpers/${helper.helper}`), label: helper.reference },
    helping: { href: href(`/people/${helper.helping.party}`), label: helper.helping.name },
    kind: need.kind.name[language],
    urgency: t.matching.urgency[need.urgency as 1 | 2 | 3],
    points: pointsText(visit, { points: one.points, most: one.score.most }),
    reasons: reasonViews(visit, one.score, skills),
    state: { kind: suggestionLooks[state], word: t.matching.states[state] },
    changed: one.bars.length === 0 ? null : barsText(visit, one.bars),
    pair: one.pair && { href: href(`/pairing/pairs/${one.pair.pair}`), label: one.pair.reference },
    another:
      visit.may(swap) && state !== 'accepted'
        ? href(`${path}/${run}/needs/${need.need}?${search}`)
        : null,
  }
}

function unmetView(visit: Visit, run: number, one: ReturnType<typeof unmetOf>[number]): UnmetView {
  const { t, href, language } = visit
  return {
    need: { href: href(`/pairing/needs/${one.need}`), label: one.reference },
    helped: { href: href(`/people/${one.helped.party}`), label: one.helped.name },
    kind: one.kind.name[language],
    places: `${t.matching.places}${colon(language)}${formatCount(language, one.places)}`,
    explain: href(`${path}/needs/${one.need}?run=${run}`),
  }
}

function unmetOf(visit: Visit) {
  return visit.ask(unmet, { run: 1 }).needs
}

const chosenName = /^s-(\d{1,15})-(\d{1,15})$/

/** Accepts or refuses those that were chosen. */
async function choose(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, accept)
  const run = runOf(visit)
  const sent = await readFormOf(visit)
  const suggestions = Object.keys(sent).flatMap((name) => {
    const [, need, helper] = chosenName.exec(name) ?? []
    return need && helper ? [{ need: Number(need), helper: Number(helper) }] : []
  })
  const { matching } = visit.t
  const rejects = sent.act === 'reject'
  if (suggestions.length === 0) return runPage(visit, matching.nothing_chosen)
  if (rejects && !sent.reason) return runPage(visit, matching.reason_missing)
  const { caller, desk } = visit
  const { key } = sent
  try {
    if (rejects) {
      const input = { run, suggestions, reason: sent.reason }
      await desk.offer.submit({ command: reject, input, key, caller })
      return redirect(visit.href(`${path}/${run}?done=rejected`))
    }
    const input = { run, suggestions }
    const { output } = await desk.offer.submit({ command: accept, input, key, caller })
    const { accepted, left } = output as { accepted: unknown[]; left: unknown[] }
    const done = { done: 'accepted', count: String(accepted.length), left: String(left.length) }
    return redirect(visit.href(`${path}/${run}?${new URLSearchParams(done)}`))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    const { sentence, remedy } = told(error, visit.t, fundNames(visit))
    return runPage(visit, `${sentence} ${remedy ?? ''}`.trim())
  }
}

/** The certificate as a file. */
function certificateFile(visit: Visit): Answer {
  const found = visit.ask(certificate, { run: runOf(visit) })
  const file = { format: 'care-ledger/matching@1', ...found }
  return new Response(`${canonicalJson(file)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="matching-${found.run}.json"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
