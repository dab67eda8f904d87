/** The search over everything: results by kind, each as the way to its page. */
import type { Hono } from 'hono'
import type { z } from 'zod'
import type { Messages } from '../../../templates/messages/messages.ts'
import { type FoundView, SearchPage } from '../../../templates/pages/search.tsx'
import { formatDay } from '../../../templates/parts/format.ts'
import type { WorkView } from '../../../templates/parts/work-list.tsx'
import { Refusal } from '../../kit/refusal.ts'
import { everything, resultTypes } from '../../work/search.ts'
import { nameOfAccount } from './entry-posted.ts'
import { type Answer, mountPage, redirect } from './frame.tsx'
import { toldInForm } from './refused.ts'
import { subjectLink } from './subject-link.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the page of the search. */
export function mountSearch(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/search', searchPage)
}

type Result = z.output<typeof everything.output>['results'][number]

function searchPage(visit: Visit): Answer {
  const { t, language, caller } = visit
  const q = visit.param('q').trim()
  const { results, more, told } = foundFor(visit, q)
  const [only] = results
  // Who writes a whole reference, and only one thing has it, wants that thing.
  if (results.length === 1 && only!.reference.toLowerCase() === q.toLowerCase()) {
    return redirect(hrefOf(visit, only!))
  }
  const body = SearchPage({
    t,
    language,
    action: visit.href('/search'),
    q,
    found: byKind(visit, results),
    more,
    told,
    readsNames: caller.readsNames,
  })
  return { title: t.search.title, body, searched: q, status: told ? 422 : 200 }
}

function foundFor(visit: Visit, q: string) {
  const nothing = { results: [] as Result[], more: false, told: null }
  if (q === '') return nothing
  try {
    return { ...visit.ask(everything, { q }), told: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { problems, told } = toldInForm(error, [], {}, visit.t)
    const [problem] = problems
    return { ...nothing, told: problem ? { sentence: problem.sentence, remedy: '' } : told }
  }
}

function kindsOf(t: Messages): Readonly<Record<Result['type'], string>> {
  const { term } = t.words
  return {
    fund: t.funds.title,
    account: term.chart_of_accounts,
    party: t.people.title,
    contribution: t.contributions.title,
    payout: t.payouts.title,
    entry: term.journal,
    pledge: t.pledges.title,
    transfer: t.transfers.title,
    commitment: t.commitments.title,
    receipt: t.receipts.title,
    statement: t.statements.title,
    case: t.cases.title,
    hardship_file: t.files.title,
    notice: t.notices.title,
    objection: t.objections.title,
    grievance: t.grievances.title,
    helper: t.helpers.title,
    need: t.needs.title,
    pair: t.pairs.title,
    agreement: t.agreements.title,
  }
}

/** In the order in which they were found: the kind with the best result first. */
function byKind(visit: Visit, results: readonly Result[]): FoundView[] {
  const kinds = kindsOf(visit.t)
  const rank = (type: Result['type']) => results.findIndex((one) => one.type === type)
  return resultTypes
    .filter((type) => rank(type) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map((type) => ({
      kind: kinds[type],
      results: results.filter((one) => one.type === type).map((one) => resultView(visit, one)),
    }))
}

function hrefOf(visit: Visit, { type, reference }: Result): string {
  if (type === 'account') {
    return visit.href(`/ledger/entries?account=${encodeURIComponent(reference)}`)
  }
  return subjectLink(visit, `${type}/${reference}`).href ?? visit.href('')
}

function resultView(visit: Visit, result: Result): WorkView {
  const { t, language } = visit
  const { type, reference, name, fund, day, amount, currency } = result
  const told = subjectLink(visit, `${type}/${reference}`).label
  const named = name === null ? null : nameOfAccount({ ...result, name }, language)
  const beside = [
    named === null ? null : reference,
    fund === null || type === 'fund' ? null : t.words.subject.fund({ of: fund }),
    day === null ? null : formatDay(language, day),
  ]
  return {
    title: named ?? told,
    href: hrefOf(visit, result),
    detail: beside.filter((one) => one !== null).join(' · '),
    amount: amount === null || currency === null ? undefined : { amount, currency },
  }
}
