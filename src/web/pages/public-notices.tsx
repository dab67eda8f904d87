/**
 * The pages of notices that need no sign-in: those up today, one with its list and a form to object. What is shown is
 * the sheet as it was frozen; nothing else of the book is asked for it.
 */
import type { Context, Hono } from 'hono'
import { OpenNoticesPage, PublicNoticePage } from '../../../templates/pages/public-notice.tsx'
import { NoNoticePage, NoticeOverPage } from '../../../templates/pages/public-notice-over.tsx'
import { findOrganisation, type Organisation } from '../../book/book.ts'
import { inputInvalid } from '../../book/refusals.ts'
import { publicCaller, send } from '../../hardship/notices/objecting.ts'
import {
  anyNotice,
  noticesUp,
  type PublicNotice,
  publicNotice,
} from '../../hardship/notices/public.ts'
import { objectionNeedsName } from '../../hardship/notices/refusals.ts'
import type { SheetRow } from '../../hardship/notices/sheet.ts'
import { addDays, type Day, dayAt } from '../../kit/day.ts'
import { Refusal } from '../../kit/refusal.ts'
import { bookPathOf } from '../base.ts'
import { readForm } from './form-body.ts'
import { redirect, toSignIn } from './frame.tsx'
import { told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import type { Desk } from './visit.ts'
import {
  type Door,
  freshKey,
  logged,
  type Porch,
  type Visitor,
  visitorOf,
  visitorResponse,
} from './visitor.tsx'

const listPath = '/b/:book/notices'
const onePath = `${listPath}/:notice{[0-9]{1,15}}`

/** Mounts the public pages of notices. */
export function mountPublicNotices(app: Hono, { book, offer }: Desk): void {
  const { log, now, submit } = offer
  const porch: Porch = { log, now, random: book.surroundings.random }
  const door = { book, submit }
  const page = (route: string, shown: (place: Place) => Response) =>
    logged(porch, route, (c) =>
      book.store.snapshot(() => answerIn(c, door, (place) => shown(place)) as never),
    )
  app.get(listPath, page('/notices', listPage))
  app.get(
    onePath,
    page('/notices/:notice', (place) => onePage(place, { key: freshKey(porch.random) })),
  )
  app.post(
    `${onePath}/objection`,
    sameOrigin,
    logged(porch, '/notices/:notice/objection', (c) => objecting(c, porch, door)),
  )
}

interface Place {
  readonly visitor: Visitor
  readonly door: Door
  readonly organisation: Organisation
  readonly today: Day
  /** The address of the list of notices. */
  readonly all: string
}

/**
 * What a page answers where the organisation has ever put up a notice; else it is like every page that a stranger may
 * not see, so that nobody learns from it which books there are.
 */
function answerIn(c: Context, door: Door, shown: (place: Place) => Response): Response {
  const { store, surroundings } = door.book
  const organisation = findOrganisation(store)
  if (!organisation || !anyNotice(store)) return toSignIn(c)
  const today = dayAt(surroundings.now(), organisation.time_zone)
  const answer = shown({
    ...{ visitor: visitorOf(c), door, organisation, today },
    all: `${bookPathOf(c)}/notices`,
  })
  // What was shown for some days is not to be found for years by whoever searches for a name.
  answer.headers.set('x-robots-tag', 'noindex, noarchive, nosnippet')
  return answer
}

function listPage({ visitor, door, organisation, today, all }: Place): Response {
  const { t, language } = visitor
  const notices = noticesUp(door.book.store, today).map(({ notice, sheet }) => ({
    href: `${all}/${notice.id}`,
    title: sheet.title,
    issuer: sheet.issuer,
    last_on: notice.last_on,
    cases: sheet.rows.length,
  }))
  const body = OpenNoticesPage({ t, language, notices })
  const title = t.notices.open_title
  return visitorResponse(visitor, { title, body, organisation: organisation.name })
}

interface FormState {
  readonly key: string
  readonly values?: Readonly<Record<string, string>>
  readonly refusal?: Refusal
}

function noticeAsked({ visitor, door, today }: Place): PublicNotice | undefined {
  return publicNotice(door.book.store, Number(visitor.c.req.param('notice')), today)
}

function onePage(place: Place, form: FormState): Response {
  const { visitor, organisation, all } = place
  const { t, language } = visitor
  const found = noticeAsked(place)
  const link = { href: all, label: t.notices.all_up }
  const shared = { organisation: organisation.name }
  if (!found) {
    const body = NoNoticePage({ t, language, all: link })
    return visitorResponse(visitor, { ...shared, title: t.notices.none_title, body, status: 404 })
  }
  if (found.state === 'over') {
    const { put_up_on, last_on, digest } = found.notice
    const first_on = addDays(put_up_on, 1)
    const over = { first_on, last_on, digest, void: found.void }
    const body = NoticeOverPage({ t, language, all: link, ...over })
    return visitorResponse(visitor, { ...shared, title: t.notices.over_title, body, status: 410 })
  }
  const body = PublicNoticePage({
    ...found.sheet,
    ...{ t, language, all: link, digest: found.notice.digest },
    instant: new Date(place.door.book.surroundings.now()).toISOString(),
    timeZone: organisation.time_zone,
    lines: found.sheet.rows.map((row) => lineView(visitor, row)),
    done: visitor.c.req.query('done') === 'sent' ? t.notices.sent : undefined,
    form: {
      action: `${all}/${found.notice.id}/objection`,
      key: form.key,
      values: form.values ?? {},
      ...problemsOf(visitor, form.refusal),
    },
  })
  const status = form.refusal?.status ?? 200
  return visitorResponse(visitor, { ...shared, title: found.sheet.title, body, status })
}

function lineView({ t, language }: Visitor, row: SheetRow) {
  const words: Readonly<Record<string, string>> = t.words.payout_category
  const category = row.category === null ? null : (words[row.category] ?? row.category)
  return {
    ...row,
    cause: row.cause?.[language] ?? null,
    programme: [row.programme, category].filter((one) => one !== null).join(' · ') || null,
  }
}

/** What is said of a form that was refused: at its questions, or above it. */
function problemsOf({ t }: Visitor, refusal: Refusal | undefined) {
  if (!refusal) return { problems: [], told: null }
  if (refusal.code === objectionNeedsName.code) {
    return { problems: [{ field: 'from', message: t.forms.missing }], told: null }
  }
  if (refusal.code !== inputInvalid.code) return { problems: [], told: told(refusal, t) }
  const issues = refusal.values.issues as readonly { readonly field: string }[]
  const fields = [...new Set(issues.map(({ field }) => field))]
  const known = ['serial', 'form', 'from', 'text']
  if (!fields.every((field) => known.includes(field))) {
    return { problems: [], told: told(refusal, t) }
  }
  const chosen = ['serial', 'form']
  return {
    problems: fields.map((field) => ({
      field,
      message: chosen.includes(field) ? t.forms.choose : t.forms.missing,
    })),
    told: null,
  }
}

/** What a key of ours looks like; any other is made anew. */
const keyPattern = /^[\w-]{16,100}$/

async function objecting(c: Context, porch: Porch, door: Door): Promise<Response> {
  const sent = await readForm(c.req.raw)
  const key = keyPattern.test(sent.key ?? '') ? sent.key! : freshKey(porch.random)
  const notice = Number(c.req.param('notice'))
  const values = Object.fromEntries(
    ['serial', 'form', 'from', 'text'].map((name) => [name, (sent[name] ?? '').trim()]),
  )
  try {
    if (anyNotice(door.book.store)) {
      await door.submit({
        command: send,
        input: inputOf(notice, values),
        key,
        caller: publicCaller,
      })
      return redirect(`${bookPathOf(c)}/notices/${notice}?done=sent`)
    }
    return toSignIn(c)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return answerIn(c, door, (place) => onePage(place, { key, values, refusal: error }))
  }
}

function inputOf(notice: number, values: Readonly<Record<string, string>>) {
  const { serial = '', form = '', from = '', text = '' } = values
  return {
    notice,
    // Whatever is neither the whole list nor a number is refused as a number.
    ...(serial === 'list' ? {} : { serial: /^\d{1,4}$/.test(serial) ? Number(serial) : serial }),
    form,
    ...(from === '' ? {} : { from }),
    text,
  }
}
