/** The first start: whoever holds its link makes a book, its owner and one fund to try things with. */
import type { Context, Hono } from 'hono'
import { StartKindPage, StartPage } from '../../../templates/pages/start.tsx'
import { hashPassword } from '../../access/passwords.ts'
import { adoptPreset } from '../../access/policies.ts'
import { exampleFunds, suggestedPlace } from '../../access/presets.ts'
import * as users from '../../access/users.ts'
import { type Caller, throughout } from '../../book/registry.ts'
import { open as openFund } from '../../funds/funds.ts'
import { type PresetId, presetIds } from '../../policies/presets.ts'
import { refusalOf } from '../problem.ts'
import type { Founded, Founding, FoundingOffer } from '../start-offer.ts'
import { readForm } from './form-body.ts'
import { told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import {
  bookFields,
  type FormProblem,
  organisationOptions,
  problemAt,
  problemsOfBook,
  type StartValues,
  valuesOf,
} from './start-form.ts'
import { gone, keyOf } from './start-owner.tsx'
import {
  freshKey,
  logged,
  type Porch,
  signIn,
  type Visitor,
  visitorOf,
  visitorResponse,
} from './visitor.tsx'

/** Whoever holds the link acts as the host that printed it. */
export const founder: Caller = { actor: 'host', grants: throughout('owner'), readsNames: true }

/** Mounts the page of a host's first start, where there is no book. */
export function mountStart(app: Hono, porch: Porch, offer: FoundingOffer | undefined): void {
  const path = offer?.place === 'book' ? '/b/:book/start/:secret' : '/start/:secret'
  if (!offer) {
    for (const nowhere of ['/start/:secret', '/b/:book/start/:secret']) {
      app.get(nowhere, (c) => gone(visitorOf(c)))
      app.post(nowhere, (c) => gone(visitorOf(c)))
    }
    return
  }
  const other = path === '/start/:secret' ? '/b/:book/start/:secret' : '/start/:secret'
  app.get(other, (c) => gone(visitorOf(c)))
  app.post(other, (c) => gone(visitorOf(c)))
  app.get(
    path,
    logged(porch, path, (c) => asking(c, porch, offer)),
  )
  const founding = new Map<string, Promise<Founded>>()
  app.post(
    path,
    sameOrigin,
    logged(porch, path, (c) => starting(c, porch, offer, founding)),
  )
}

function asking(c: Context, porch: Porch, offer: FoundingOffer): Response {
  const visitor = visitorOf(c)
  const { t, language } = visitor
  if (!offer.link.opens(c.req.param('secret')!)) return gone(visitor)
  const preset = presetIds.find((one) => one === c.req.query('preset'))
  if (!preset) {
    const kinds = presetIds.map((value) => {
      const { name: label, hint } = t.start.presets[value]
      return { href: `?preset=${value}`, label, hint }
    })
    const body = StartKindPage({ t, language, kinds })
    return visitorResponse(visitor, { title: t.start.title, body })
  }
  const acceptLanguage = c.req.header('accept-language') ?? ''
  const values = { ...suggestedPlace(preset, { language, acceptLanguage }) }
  return form(visitor, { preset, values, key: freshKey(porch.random), problems: [], offer })
}

interface FormState {
  readonly preset: PresetId
  readonly values: StartValues
  readonly key: string
  readonly problems: readonly FormProblem[]
  readonly offer: FoundingOffer
  readonly status?: number
}

function form(visitor: Visitor, state: FormState): Response {
  const { c, t, language } = visitor
  const { preset, values, key, problems, offer, status } = state
  const body = StartPage({
    t,
    language,
    action: new URL(c.req.url).pathname,
    key,
    preset,
    values,
    problems,
    asksCode: offer.place === 'host',
    fund: { name: t.start.presets[preset].fund_name, code: exampleFunds[preset].code },
    ...organisationOptions(language, t),
  })
  return visitorResponse(visitor, { title: t.start.title, body, status: status ?? 200 })
}

async function starting(
  c: Context,
  porch: Porch,
  offer: FoundingOffer,
  founding: Map<string, Promise<Founded>>,
): Promise<Response> {
  const visitor = visitorOf(c)
  const sent = await readForm(c.req.raw)
  const key = keyOf(sent, porch)
  const preset = presetIds.find((one) => one === sent.preset) ?? 'mutual_aid'
  const values = valuesOf(sent, bookFields)
  const state = { preset, values, key, offer }
  const secret = c.req.param('secret')!
  const code = offer.place === 'book' ? c.req.param('book') : undefined
  const problems = problemsOfBook(values, sent, visitor.t, code)
  if (!offer.link.claim(secret, key)) return gone(visitor)
  if (problems.length > 0) {
    offer.link.release(key)
    return form(visitor, { ...state, problems, status: 422 })
  }
  try {
    const plan = await planOf(visitor, { preset, values, key, code, password: sent.password! })
    const made = founding.get(key) ?? offer.found(plan)
    founding.set(key, made)
    const door = await made
    // Done with the book; asked again, it answers who its owner is, also for a form that was sent twice.
    const { output } = await door.submit({ ...plan.acts[0]!, caller: founder })
    const caller = users.callerOfUser(
      door.book.store,
      users.userInForce(door.book.store, (output as { user: number }).user),
    )
    return await signIn(c, { door, caller, code: plan.code, to: `/b/${plan.code}`, way: 'link' })
  } catch (error) {
    founding.delete(key)
    offer.link.release(key)
    const refusal = refusalOf(error, porch.log, porch.random)
    const problem = problemAt(refusal, told(refusal, visitor.t), visitor.t)
    return form(visitor, { ...state, problems: [problem], status: refusal.status })
  }
}

interface Planned {
  readonly preset: PresetId
  readonly values: StartValues
  readonly key: string
  /** The code that the address gives. */
  readonly code: string | undefined
  readonly password: string
}

/** What makes the book: its owner first, then the fund to try things with, in the words of the page. */
async function planOf({ t }: Visitor, planned: Planned): Promise<Founding> {
  const { preset, values, key, password } = planned
  const { name, chart, currency, time_zone, owner_name, login } = values
  const words = t.start.presets[preset]
  const { code: fund, restriction, payout_categories, largest_payout } = exampleFunds[preset]
  const policy = { payout_categories, largest_payout: largest_payout[currency ?? ''] ?? null }
  const owner = {
    login,
    name: owner_name,
    role: 'owner',
    reads_names: true,
    password: await hashPassword(password, key),
  }
  return {
    code: planned.code ?? values.code!,
    organisation: {
      name: name!,
      time_zone: time_zone!,
      currency: currency!,
      chart: chart as 'general',
    },
    acts: [
      { command: users.create, input: owner, key: `first-owner-${key}` },
      {
        command: openFund,
        input: { fund, name: words.fund_name, restriction, purpose: words.purpose, policy },
        key: `first-fund-${key}`,
      },
      { command: adoptPreset, input: { preset }, key: `first-policies-${key}` },
    ],
  }
}
