/** Pages about one need in the matching: why nobody helps it, and who else might. */
import type { Hono } from 'hono'
import {
  CandidatesPage,
  type HelperCardView,
  WhyPage,
} from '../../../templates/pages/matching-why.tsx'
import { formatCount } from '../../../templates/parts/format.ts'
import { requireMay } from '../../book/scope.ts'
import { propose } from '../../pairing/pairs/commands.ts'
import { swap } from '../../pairing/suggestions/accepting.ts'
import { explain } from '../../pairing/suggestions/explain-query.ts'
import { candidates } from '../../pairing/suggestions/suggestion-queries.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, type Page, redirect } from './frame.tsx'
import { barsText, pointsText, reasonViews, type SkillNames, skillNames } from './matching-views.ts'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/pairing/matching'

/** Mounts the pages about one need. */
export function mountMatchWhy(app: Hono, desk: Desk): void {
  mountPage(app, desk, `${path}/needs/:need{[0-9]+}`, whyPage)
  mountPage(app, desk, `${path}/:run{[0-9]+}/needs/:need{[0-9]+}`, candidatesPage)
  mountAct(app, desk, 'post', `${path}/:run{[0-9]+}/needs/:need{[0-9]+}`, swapped)
}

function numberOf(visit: Visit, name: 'need' | 'run'): number {
  return Number(visit.c.req.param(name))
}

type Explained = ReturnType<typeof explained>

function explained(visit: Visit) {
  const run = Number(visit.param('run'))
  const known = Number.isSafeInteger(run) && run > 0 ? { run } : {}
  return visit.ask(explain, { need: numberOf(visit, 'need'), ...known })
}

function helperCard(
  visit: Visit,
  { helper, score }: Explained['fit'][number],
  skills: SkillNames,
): HelperCardView {
  const { href } = visit
  return {
    title: helper.reference,
    href: href(`/pairing/helpers/${helper.helper}`),
    who: { href: href(`/people/${helper.helping.party}`), label: helper.helping.name },
    points: pointsText(visit, score),
    reasons: reasonViews(visit, score, skills),
    note: null,
    room: null,
    state: null,
    choose: null,
  }
}

function whyPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = explained(visit)
  const { matching } = t
  const skills = skillNames(visit)
  const count = (n: number) => formatCount(language, n)
  const title = matching.explain_title(found.need)
  const body = WhyPage({
    t,
    language,
    title,
    caption: found.need.helped.name,
    lead: matching.explain_lead({ helpers: count(found.helpers) }),
    breadcrumbs: breadcrumbsOf(visit, found.run),
    rules: found.by_rule.map(({ rule, helpers }) => ({
      rule: matching.bars[rule],
      helpers: count(helpers),
    })),
    fit: found.fit.map((one) => helperCard(visit, one, skills)),
    near: found.near_misses.map((one) => ({
      ...helperCard(visit, one, skills),
      note: matching.but_for({ rule: matching.bars[one.rule] }),
    })),
    oneMore:
      found.run === null || found.one_more.length === 0
        ? null
        : {
            lead: matching.one_more_lead({ run: found.run }),
            helpers: found.one_more.map(({ helper, reference, helping }) => ({
              href: href(`/pairing/helpers/${helper}`),
              label: `${reference} · ${helping.name}`,
            })),
          },
    propose: visit.may(propose) ? href(`/pairing/needs/${found.need.need}/pairs/new`) : null,
  })
  return { title, body, place: 'pairing' }
}

function breadcrumbsOf({ t, href }: Visit, run: number | null) {
  const list = { href: href(path), label: t.matching.title }
  return run === null
    ? [list]
    : [list, { href: href(`${path}/${run}`), label: t.matching.one({ run }) }]
}

function candidatesPage(visit: Visit): Page {
  const { t, language, href } = visit
  const run = numberOf(visit, 'run')
  const found = visit.ask(candidates, { run, need: numberOf(visit, 'need') })
  const skills = skillNames(visit)
  const suggested = visit.param('helper')
  const count = (n: number) => formatCount(language, n)
  const action = href(`${path}/${run}/needs/${found.need.need}`)
  const title = t.matching.swap_title(found.need)
  const body = CandidatesPage({
    t,
    language,
    title,
    caption: found.need.helped.name,
    lead: t.matching.swap_lead,
    breadcrumbs: breadcrumbsOf(visit, run),
    candidates: found.candidates.map((one): HelperCardView => {
      const open = one.bars.length === 0 && !one.suggested && suggested !== '' && visit.may(swap)
      const hidden = { helper: suggested, instead: String(one.helper) }
      return {
        ...helperCard(visit, { helper: one, score: one.score }, skills),
        note: one.bars.length === 0 ? null : barsText(visit, one.bars),
        room: t.matching.room({ load: count(one.load), capacity: count(one.capacity) }),
        state: one.suggested ? { kind: 'active', word: t.matching.is_suggested } : null,
        choose: open
          ? { action, hidden, key: freshKey(visit.desk.book.surroundings.random) }
          : null,
      }
    }),
  })
  return { title, body, place: 'pairing' }
}

async function swapped(visit: Visit): Promise<Answer> {
  requireMay(visit.caller, swap)
  const { key, helper, instead } = await readFormOf(visit)
  const { caller, desk } = visit
  const run = numberOf(visit, 'run')
  const given = { need: numberOf(visit, 'need'), helper: Number(helper), instead: Number(instead) }
  const input = { run, ...given }
  const { output } = await desk.offer.submit({ command: swap, input, key, caller })
  return redirect(visit.href(`/pairing/pairs/${(output as { pair: number }).pair}?done=proposed`))
}
