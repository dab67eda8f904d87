/**
 * Applying without an account: `/b/{book}/apply`. A code opens one application; what is shown is what was written with it,
 * what may be chosen, and where it stands, never what the registers hold of the person.
 */
import type { Context, Hono } from 'hono'
import { SavedPage } from '../../../templates/pages/apply.tsx'
import { CodeEntrance } from '../../../templates/pages/code-entrance.tsx'
import { findOrganisation } from '../../book/book.ts'
import { choicesOf } from '../../hardship/applications/choices.ts'
import { saveDraft } from '../../hardship/applications/drafts.ts'
import {
  type ApplicationStep,
  applicationSteps,
  problemsOfStep,
  questionsOf,
} from '../../hardship/applications/questions.ts'
import type { Refusal } from '../../kit/refusal.ts'
import { bookPathOf } from '../base.ts'
import type { Offer } from '../offer.ts'
import { refusalOf } from '../problem.ts'
import { mountApplyActs } from './apply-acts.ts'
import {
  type Applicant,
  applicantPage,
  checking,
  nextHref,
  status,
  stepPage,
  written,
} from './apply-pages.tsx'
import { applicationCodes, type Counter } from './apply-session.ts'
import { stepHref } from './apply-views.tsx'
import { codeKept, counterFor, dropCode, keepCode, tryCode } from './code-session.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { Ambiguous, readAmount } from './reading.ts'
import { inOne, told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import {
  type Door,
  logged,
  type Porch,
  visitorOf,
  visitorResponse,
  withCookies,
} from './visitor.tsx'

const base = '/b/:book/apply'

/** Mounts the pages of applications; without a door those of a book that is not there, which know no code. */
export function mountApply(
  app: Hono,
  porch: Porch,
  addressOf: Offer['addressOf'],
  door?: Door,
): void {
  const counter = counterFor(applicationCodes, porch, addressOf, door)
  const page = (route: string, work: (c: Context) => Response | Promise<Response>) =>
    logged(porch, `/apply${route}`, work)
  app.get(
    base,
    page('', (c) => entrance(c, counter, {})),
  )
  app.get(
    `${base}/with/:code`,
    page('/with/:code', (c) => entrance(c, counter, { typed: c.req.param('code')!.slice(0, 100) })),
  )
  app.post(
    base,
    sameOrigin,
    page('', (c) => entering(c, counter)),
  )
  app.post(
    `${base}/leave`,
    sameOrigin,
    page('/leave', (c) => {
      dropCode(c, counter)
      return withCookies(c, redirect(`${placeOf(c)}?left=yes`))
    }),
  )
  const withCode = (work: (who: Applicant) => Response | Promise<Response>) => (c: Context) =>
    answered(c, counter, work)
  app.get(
    `${base}/form`,
    page(
      '/form',
      withCode((who) => redirect(nextHref(who))),
    ),
  )
  app.get(`${base}/form/:step`, page('/form/:step', withCode(asking)))
  app.post(`${base}/form/:step`, sameOrigin, page('/form/:step', withCode(saving)))
  app.get(
    `${base}/check`,
    page(
      '/check',
      withCode((who) => checking(who)),
    ),
  )
  app.get(`${base}/saved`, page('/saved', withCode(saved)))
  app.get(
    `${base}/status`,
    page(
      '/status',
      withCode((who) => status(who)),
    ),
  )
  mountApplyActs(app, base, page, withCode)
}

function placeOf(c: Context): string {
  return `${bookPathOf(c)}/apply`
}

/** Does a page's work for the code that the browser keeps; without one it leads to where a code is entered. */
async function answered(
  c: Context,
  counter: Counter,
  work: (who: Applicant) => Response | Promise<Response>,
): Promise<Response> {
  const code = codeKept(c, counter)
  const { door } = counter
  if (!code || !door) return redirect(placeOf(c))
  const { t, language } = visitorOf(c)
  const answer = await work({ c, t, language, place: placeOf(c), door, counter, code })
  keepCode(c, counter)
  return withCookies(c, answer)
}

function entrance(
  c: Context,
  counter: Counter,
  { typed = '', refusal }: { readonly typed?: string; readonly refusal?: Refusal },
): Response {
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const kept = codeKept(c, counter)
  const place = placeOf(c)
  const goOn = kept?.case_id === null ? `${place}/form` : `${place}/status`
  const body = CodeEntrance({
    words: t.apply,
    language,
    place,
    code: typed,
    problem: refusal ? { field: 'code', message: inOne(told(refusal, t)) } : null,
    goOn: kept ? goOn : null,
    left: c.req.query('left') === 'yes',
  })
  const organisation = counter.door && kept && findOrganisation(counter.door.book.store)?.name
  const status = refusal?.status ?? 200
  return visitorResponse(visitor, { title: t.apply.title, body, organisation, status })
}

async function entering(c: Context, counter: Counter): Promise<Response> {
  const { code: typed = '' } = await readForm(c.req.raw)
  try {
    const code = await tryCode(c, counter, typed)
    keepCode(c, counter, typed)
    const place = placeOf(c)
    return withCookies(c, redirect(code.case_id === null ? `${place}/form` : `${place}/status`))
  } catch (error) {
    const { log, random } = counter.porch
    return entrance(c, counter, { typed, refusal: refusalOf(error, log, random) })
  }
}

function stepAsked({ c }: Applicant): ApplicationStep | undefined {
  return applicationSteps.find((step) => step === c.req.param('step'))
}

function asking(who: Applicant): Response {
  const step = stepAsked(who)
  if (!step || who.code.case_id !== null) return redirect(nextHref(who))
  return stepPage(who, step, { problems: [], more: who.c.req.query('more') === 'yes' })
}

const moneyQuestions = [
  'income_year',
  'medical_year',
  'schooling_year',
  'amount',
  'member_income',
] as readonly string[]
/** As long as the longest answer of a form may be. */
const longestAnswer = 4_000

/** An answer as it is kept: well-formed, without what cannot be shown, amounts in their strict form. */
function answerOf(who: Applicant, field: string, given: string): string {
  const text = given
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .slice(0, longestAnswer)
  if (!moneyQuestions.includes(field)) return text
  return text
    .split('\n')
    .map((line) => amountOf(line, who))
    .join('\n')
}

function amountOf(line: string, { language }: Applicant): string {
  try {
    return line.trim() === '' ? '' : readAmount(line, language)
  } catch (error) {
    // It stays as it was typed, and is told to be no amount.
    if (error instanceof Ambiguous) return line
    throw error
  }
}

async function saving(who: Applicant): Promise<Response> {
  const step = stepAsked(who)
  if (!step || who.code.case_id !== null) return redirect(nextHref(who))
  const sent = await readForm(who.c.req.raw)
  const answers = Object.fromEntries(
    questionsOf[step].map((field) => [field, answerOf(who, field, sent[field] ?? '')]),
  )
  const { values } = saveDraft(who.door.book, who.code, (draft) => ({
    ...draft,
    values: { ...draft.values, ...answers },
  }))
  if (sent.more === 'yes') return redirect(`${stepHref(who, step)}?more=yes`)
  if (sent.later === 'yes') return redirect(`${who.place}/saved`)
  const problems = written(who, ({ view }) =>
    problemsOfStep(step, values, choicesOf(view, who.code, values.programme)),
  )
  if (problems.length > 0) return stepPage(who, step, { problems, more: false })
  const at = applicationSteps.indexOf(step)
  return redirect(stepHref(who, applicationSteps[at + 1] ?? 'check'))
}

function saved(who: Applicant): Response {
  return applicantPage(who, { title: who.t.apply.saved_title, body: SavedPage(who) })
}
