/**
 * Forms as values, as commands are: the questions, the command they lead to, the page where it ends. One way
 * for all of them: asked, checked where money moves or nothing can be taken back, done once.
 */
import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Messages } from '../../../templates/messages/messages.ts'
import { CheckPage, type OutcomeView } from '../../../templates/pages/check.tsx'
import { FormPage } from '../../../templates/pages/form.tsx'
import { type Answer as DoorAnswer, rehearse } from '../../book/book.ts'
import { keyReused } from '../../book/refusals.ts'
import type { AnyCommand } from '../../book/registry.ts'
import { requireMay } from '../../book/scope.ts'
import { base64url } from '../../kit/bytes.ts'
import { Refusal } from '../../kit/refusal.ts'
import { placesIn } from '../api.ts'
import { entryPosted } from './entry-posted.ts'
import { fieldViews, tellFields } from './field-views.ts'
import { type Asked, type FieldSpec, namesOf, onlyFund, readFields, type Values } from './fields.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, type Page, redirect } from './frame.tsx'
import { requireFresh } from './fresh.ts'
import { fundNames } from './fund-link.ts'
import { type Place, placePath } from './navigation.ts'
import { type FormTold, toldInForm } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

export interface FormSpec<C extends AnyCommand> {
  /** Below the book; `:name` stands for a field of the command that the address gives. */
  readonly path: string
  readonly command: C
  readonly place: Place
  /** The page it is left for, where that is not its place: of the thing that it is about. */
  readonly above?: (visit: Visit) => { readonly href: string; readonly label: string }
  readonly title: (t: Messages, visit: Visit) => string
  readonly lead?: (t: Messages, visit: Visit) => string
  readonly fields: readonly FieldSpec[]
  /** Further questions: one of each thing that there is, such as of everybody in a household. */
  readonly more?: (visit: Visit) => readonly FieldSpec[]
  /** The button that does it. */
  readonly button: (t: Messages, visit: Visit) => string
  /**
   * Whether the answers are checked on a page of their own, with the entry to be posted; yes unless said. It may
   * depend on them: then the form ends at once where there is nothing to look at.
   */
  readonly checked?: boolean | ((asked: Asked) => boolean)
  /** Whether it asks who it is once more, where the last time was some minutes ago. */
  readonly fresh?: boolean
  /** What the form begins with, beside what the address gives. */
  readonly begin?: (visit: Visit) => Values
  /** What stands above the questions: what the act is on. */
  readonly about?: (visit: Visit) => Child
  /** What stands beside the questions and the answers, as they are now: a preview. */
  readonly beside?: (asked: Asked, on: 'questions' | 'answers') => Child
  /** The command's input where it is not simply the fields. */
  readonly input?: (read: Readonly<Record<string, unknown>>, asked: Asked) => unknown
  /** What the act will come to beside its answers: told from the rehearsal of it. */
  readonly outcome?: (output: z.output<C['output']>, visit: Visit) => readonly OutcomeView[]
  /** The page on which it ends, below the book; or that page itself, where it is shown this once. */
  readonly done: (output: z.output<C['output']>, asked: Asked) => string | Page
}

/** Random bytes of a form's key: it is guessed by nobody and made twice by none. */
const keyBytes = 18

/** Mounts the pages of a form. */
export function mountForm<C extends AnyCommand>(app: Hono, desk: Desk, spec: FormSpec<C>): void {
  mountAct(app, desk, 'get', spec.path, (visit) => {
    requireMay(visit.caller, spec.command)
    if (spec.fresh) requireFresh(visit)
    const form = askedOf(spec, visit)
    const { searchParams } = new URL(visit.c.req.url)
    const given = Object.fromEntries(
      namesOf(form.fields).map((name) => [name, searchParams.get(name) ?? '']),
    )
    const begun = { ...onlyFund(form.fields, visit), ...form.begin?.(visit) }
    const values = {
      ...given,
      ...Object.fromEntries(Object.entries(begun).filter(([name]) => !given[name])),
    }
    return asking(form, { visit, values, t: visit.t }, freshKey(desk), null)
  })
  mountAct(app, desk, 'post', spec.path, async (visit) => {
    requireMay(visit.caller, spec.command)
    if (spec.fresh) requireFresh(visit)
    const sent = await readFormOf(visit)
    const form = askedOf(spec, visit)
    const values = Object.fromEntries(namesOf(form.fields).map((name) => [name, sent[name] ?? '']))
    const asked: Asked = { visit, values, t: visit.t }
    return answered(form, asked, sent.key ?? freshKey(desk), sent.step ?? '')
  })
}

/** The form with those of its questions that concern this reader. */
function askedOf<C extends AnyCommand>(spec: FormSpec<C>, visit: Visit): FormSpec<C> {
  const fields = [...spec.fields, ...(spec.more?.(visit) ?? [])]
  return { ...spec, fields: fields.filter(({ when }) => when?.(visit) ?? true) }
}

function freshKey(desk: Desk): string {
  return base64url(desk.book.surroundings.random(keyBytes))
}

/** `change:amount` comes back from the page of answers to the question about the amount. */
const changing = /^change(?::(\w+))?$/

async function answered<C extends AnyCommand>(
  form: FormSpec<C>,
  asked: Asked,
  key: string,
  step: string,
): Promise<Answer> {
  const change = changing.exec(step)
  if (change) return asking(form, asked, key, null, change[1])
  const { input: read, problems } = readFields(form.fields, asked)
  if (problems.length > 0) return asking(form, asked, key, { problems, told: null })
  const request = requestOf(form, read, asked, key)
  try {
    if (step !== 'post' && isChecked(form, asked, request)) return checking(form, asked, request)
    const { output } = await submitted(form, asked, request)
    const end = form.done(output as z.output<C['output']>, asked)
    return typeof end === 'string' ? redirect(asked.visit.href(end)) : end
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refused = toldInForm(error, form.fields, asked.values, asked.t, fundNames(asked.visit))
    return { ...asking(form, asked, key, refused), status: error.status }
  }
}

function isChecked(
  { checked = true }: FormSpec<AnyCommand>,
  asked: Asked,
  request: Parameters<typeof rehearse>[1],
): boolean {
  if (typeof checked !== 'function') return checked
  // Sent again when it was done, it is done still: what it added is nothing to look at now.
  return checked(asked) && !rehearse(asked.visit.desk.book, request, ({ replayed }) => replayed)
}

function requestOf(
  form: FormSpec<AnyCommand>,
  read: Readonly<Record<string, unknown>>,
  asked: Asked,
  key: string,
): Parameters<typeof rehearse>[1] {
  const input = { ...(form.input?.(read, asked) ?? read), ...placesOf(form, asked.visit) }
  return { command: form.command, input, key, caller: asked.visit.caller }
}

/**
 * Does it, once. A form that is sent again may name somebody who was new when it was done and stands in the
 * book since: read as it was then, it is the same request.
 */
async function submitted(
  form: FormSpec<AnyCommand>,
  asked: Asked,
  request: Parameters<typeof rehearse>[1],
): Promise<DoorAnswer> {
  const { offer } = asked.visit.desk
  try {
    return await offer.submit(request)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== keyReused.code) throw error
    const { input: read } = readFields(form.fields, { ...asked, namesAreNew: true })
    return offer.submit(requestOf(form, read, asked, request.key!))
  }
}

/** The fields of the command that the address gives. */
function placesOf(form: FormSpec<AnyCommand>, visit: Visit): Record<string, string> {
  const names = placesIn(form.command.route.path)
  const inPath = names.filter((name) => form.path.includes(`:${name}`))
  return Object.fromEntries(inPath.map((name) => [name, visit.c.req.param(name)!]))
}

function asking(
  form: FormSpec<AnyCommand>,
  asked: Asked,
  key: string,
  refused: FormTold | null,
  focus?: string,
): Page {
  const { visit, t } = asked
  const title = form.title(t, visit)
  const body = FormPage({
    t,
    language: visit.language,
    title,
    breadcrumbs: [above(form, visit)],
    lead: form.lead?.(t, visit),
    about: form.about?.(visit),
    beside: form.beside?.(asked, 'questions'),
    action: new URL(visit.c.req.url).pathname,
    key,
    fields: fieldViews(form.fields, asked, refused?.problems ?? [], focus),
    told: refused?.told ?? null,
    button: (form.checked ?? true) === true ? t.forms.continue : form.button(t, visit),
  })
  return { title, body, place: form.place, status: refused ? 422 : 200 }
}

/** The page of answers: what will be done, and the entry that will be posted, from a rehearsal of it. */
function checking(
  form: FormSpec<AnyCommand>,
  asked: Asked,
  request: Parameters<typeof rehearse>[1],
): Page {
  const { visit, t } = asked
  const foreseen = rehearse(visit.desk.book, request, ({ output }) => ({
    entry: entryPosted(visit, output),
    outcome: form.outcome?.(output as never, visit) ?? [],
  }))
  const body = CheckPage({
    t,
    language: visit.language,
    act: form.title(t, visit),
    breadcrumbs: [above(form, visit)],
    action: new URL(visit.c.req.url).pathname,
    key: request.key!,
    values: asked.values,
    answers: tellFields(form.fields, asked),
    ...foreseen,
    beside: form.beside?.(asked, 'answers'),
    button: form.button(t, visit),
  })
  return { title: t.forms.check, body, place: form.place }
}

/** The list that a form belongs to. */
function above({ place, above: page }: FormSpec<AnyCommand>, visit: Visit) {
  return page?.(visit) ?? { href: visit.href(placePath(place)), label: visit.t.shell[place] }
}
