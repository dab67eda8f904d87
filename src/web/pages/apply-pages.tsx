/** The pages that somebody with an application code sees: a step, papers, the check, where it stands. */
import type { Context } from 'hono'
import { StatusPage } from '../../../templates/pages/apply-papers.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import { findOrganisation } from '../../book/book.ts'
import type { View } from '../../book/registry.ts'
import { choicesOf } from '../../hardship/applications/choices.ts'
import type { CodeKept } from '../../hardship/applications/codes.ts'
import { type Draft, draftWith } from '../../hardship/applications/drafts.ts'
import { followedCase, lookingWith } from '../../hardship/applications/following.ts'
import {
  type AnswerProblem,
  type ApplicationStep,
  applicationSteps,
  problemsOfStep,
} from '../../hardship/applications/questions.ts'
import type { Refusal } from '../../kit/refusal.ts'
import type { Counter } from './apply-session.ts'
import { statusView } from './apply-status.ts'
import { checkBody, papersBody, type Reading, stepBody, stepHref } from './apply-views.tsx'
import { redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { type Door, freshKey, visitorOf, visitorResponse } from './visitor.tsx'

/** Whoever has an application open at a page. */
export interface Applicant extends Reading {
  readonly c: Context
  readonly door: Door
  readonly counter: Counter
  readonly code: CodeKept
}

/** A page of an application. */
export function applicantPage(
  { c, door }: Applicant,
  page: { readonly title: string; readonly body: Content; readonly status?: number },
): Response {
  const organisation = findOrganisation(door.book.store)?.name
  const { title, body, status = 200 } = page
  return visitorResponse(visitorOf(c), { title, body, organisation, status })
}

/** Looks at what was written with a code, on one state of the book. */
export function written<T>(
  { door, code }: Applicant,
  look: (found: { readonly draft: Draft; readonly view: View }) => T,
): T {
  return lookingWith(door.book, code, (view) => look({ draft: draftWith(view, code), view }))
}

/** The first step that is not answered yet; the check when all are. */
export function nextHref(who: Applicant): string {
  if (who.code.case_id !== null) return `${who.place}/status`
  return written(who, ({ draft, view }) => {
    const choices = choicesOf(view, who.code, draft.values.programme)
    const step = applicationSteps.find(
      (one) => problemsOfStep(one, draft.values, choices).length > 0,
    )
    return stepHref(who, step ?? 'check')
  })
}

/** The page of a step, with what is wrong with it. */
export function stepPage(
  who: Applicant,
  step: ApplicationStep,
  { problems, more }: { readonly problems: readonly AnswerProblem[]; readonly more: boolean },
): Response {
  const title = who.t.apply.steps[step]
  const status = problems.length > 0 ? 422 : 200
  return written(who, ({ draft, view }) => {
    if (step === 'documents') return papersPage(who, draft, null)
    const choices = choicesOf(view, who.code, draft.values.programme)
    const body = stepBody(who, step, { draft, choices, problems, more })
    return applicantPage(who, { title, body, status })
  })
}

/** The page of papers, with what was wrong with the last. */
export function papersPage(who: Applicant, draft: Draft, refusal: Refusal | null): Response {
  const problems = refusal ? [{ field: 'file', message: inOne(told(refusal, who.t)) }] : []
  const body = papersBody(who, draft, problems)
  const title = who.t.apply.steps.documents
  return applicantPage(who, { title, body, status: refusal?.status ?? 200 })
}

/** What is sent, before it is; with why it was not taken. */
export function checking(who: Applicant, refusal?: Refusal): Response {
  if (who.code.case_id !== null) return redirect(`${who.place}/status`)
  const problems = refusal ? [{ message: inOne(told(refusal, who.t)) }] : []
  const key = freshKey(who.counter.porch.random)
  return written(who, ({ draft, view }) => {
    const choices = choicesOf(view, who.code, draft.values.programme)
    const body = checkBody(who, { draft, choices }, { key, problems })
    const title = who.t.apply.steps.check
    return applicantPage(who, { title, body, status: refusal?.status ?? 200 })
  })
}

/** Where it stands; with what was typed into an answer that was not taken. */
export function status(
  who: Applicant,
  state: { readonly answer?: string; readonly field?: string; readonly refusal?: Refusal } = {},
): Response {
  const { case_id } = who.code
  if (case_id === null) return redirect(nextHref(who))
  const { refusal, answer = '', field } = state
  const { random } = who.counter.porch
  const { apply } = who.t
  const done: Readonly<Record<string, string>> = {
    sent: apply.sent,
    answered: apply.answered,
    added: apply.paper_added,
  }
  const message = refusal && inOne(told(refusal, who.t))
  const followed = lookingWith(who.door.book, who.code, (view) => followedCase(view, case_id))
  const body = StatusPage(
    statusView(who, followed, {
      answerKey: freshKey(random),
      paperKey: freshKey(random),
      answer,
      problems: message === undefined ? [] : [{ ...(field ? { field } : {}), message }],
      done: done[who.c.req.query('done') ?? ''] ?? null,
    }),
  )
  const title = apply.status_title
  return applicantPage(who, { title, body, status: refusal?.status ?? 200 })
}
