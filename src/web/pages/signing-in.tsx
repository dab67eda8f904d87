/** Signing in, among the settings: one's second factor, recovery codes, and where one is signed in. */
import type { Hono } from 'hono'
import { EnrolPage, RecoveryCodesPage } from '../../../templates/pages/second-step.tsx'
import {
  GiveUpPage,
  type SessionView,
  SigningInPage,
} from '../../../templates/pages/signing-in.tsx'
import { newTotpSecret, totpAddress } from '../../access/one-time-codes.ts'
import { show as showOrganisation } from '../../access/organisation.ts'
import { newRecoveryCodes, recoveryCodeHash, renew } from '../../access/recovery-codes.ts'
import { enrol, giveUp } from '../../access/second-factors.ts'
import { endOthers, show } from '../../access/session-list.ts'
import { end } from '../../access/sessions.ts'
import { codeWrong } from '../../access/sign-in-refusals.ts'
import { forgetTurn } from '../../access/turn.ts'
import { keyReused } from '../../book/refusals.ts'
import type { AnyPageCommand } from '../../book/registry.ts'
import { hex } from '../../kit/digest.ts'
import { Refusal } from '../../kit/refusal.ts'
import { doneOn } from './done.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, mountPage, redirect } from './frame.tsx'
import { requireFresh } from './fresh.ts'
import { sentenceOf } from './sign-in.tsx'
import type { Desk, Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

const path = '/settings/sign-in'
const factorPath = `${path}/second-factor`

/** Mounts the page and what can be done on it; what changes a factor asks who it is once more. */
export function mountSigningIn(app: Hono, desk: Desk): void {
  mountPage(app, desk, path, signingInPage)
  mountAct(app, desk, 'get', factorPath, (visit) => {
    requireFresh(visit)
    const { random } = desk.book.surroundings
    return enrolPage(visit, { key: freshKey(random), secret: newTotpSecret(random) })
  })
  mountAct(app, desk, 'post', factorPath, enrolling)
  mountAct(app, desk, 'get', `${factorPath}/end`, (visit) => {
    requireFresh(visit)
    return giveUpPage(visit)
  })
  mountAct(app, desk, 'post', `${factorPath}/end`, async (visit) => {
    requireFresh(visit)
    const { key } = await readFormOf(visit)
    await done(visit, giveUp, { session: visit.session }, key)
    return redirect(visit.href(`${path}?done=given_up`))
  })
  mountAct(app, desk, 'get', `${path}/recovery-codes`, ({ href }) => redirect(href(path)))
  mountAct(app, desk, 'post', `${path}/recovery-codes`, renewing)
  mountAct(app, desk, 'post', `${path}/sessions/end`, async (visit) => {
    const { session = '' } = await readFormOf(visit)
    await done(visit, end, { session })
    return redirect(visit.href(`${path}?done=ended#sessions`))
  })
  mountAct(app, desk, 'post', `${path}/sessions/end-others`, async (visit) => {
    await readFormOf(visit)
    await done(visit, endOthers, { session: visit.session })
    return redirect(visit.href(`${path}?done=others_ended#sessions`))
  })
}

/** Does what is one's own, and forgets who was signed in by what. */
async function done(
  { desk, caller }: Visit,
  command: AnyPageCommand,
  input: unknown,
  key: string = freshKey(desk.book.surroundings.random),
): Promise<void> {
  await desk.offer.submit({ command, input, key, caller })
  forgetTurn(desk.book.store)
}

function signingInPage(visit: Visit): Answer {
  const { t, language, organisation, href } = visit
  const { second_factor: factor, sessions } = visit.ask(show, {})
  const { signing_in: words } = t
  const sentences = {
    set_up_done: words.set_up_done,
    given_up: words.given_up,
    ended: words.ended,
    others_ended: words.others_ended,
  }
  const body = SigningInPage({
    t,
    language,
    timeZone: organisation.time_zone,
    done: doneOn(visit, sentences),
    above: visit.may(showOrganisation)
      ? [{ href: href('/settings'), label: t.shell.settings }]
      : [],
    factor: {
      since: factor.since === null ? null : new Date(factor.since).toISOString(),
      required: factor.required,
      codesLeft: factor.recovery_codes_left,
      setUp: href(factorPath),
      giveUp: href(`${factorPath}/end`),
      newCodes: href(`${path}/recovery-codes`),
    },
    sessions: sessions.map((session) => sessionView(visit, session)),
    end: href(`${path}/sessions/end`),
    endOthers: href(`${path}/sessions/end-others`),
    password: href('/settings/password'),
    passkeys: href('/settings/passkeys'),
    accounts: href('/settings/accounts'),
  })
  return { title: words.title, body, place: 'settings' }
}

interface Shown {
  readonly session: number
  readonly way: string
  readonly browser: string
  readonly opened_at: number
  readonly seen_at: number
}

function sessionView(visit: Visit, shown: Shown): SessionView {
  const { t } = visit
  const { families, systems, on, way } = t.signing_in
  const [family, system] = shown.browser.split('/') as [keyof typeof families, keyof typeof systems]
  const browser = t.signing_in.families[family] ?? families.other
  return {
    session: shown.session,
    browser: on({ browser, system: t.signing_in.systems[system] ?? systems.other }),
    way: way[shown.way as keyof typeof way],
    opened: new Date(shown.opened_at).toISOString(),
    seen: new Date(shown.seen_at).toISOString(),
    here: shown.session === visit.session,
  }
}

interface Enrolment {
  readonly key: string
  readonly secret: string
  readonly refusal?: Refusal
}

function enrolPage(visit: Visit, { key, secret, refusal }: Enrolment): Answer {
  const { t, language, organisation, user } = visit
  const body = EnrolPage({
    t,
    language,
    action: visit.href(factorPath),
    key,
    next: '',
    secret,
    address: totpAddress(secret, { issuer: organisation.name, label: user.login }),
    required: false,
    problem: refusal && sentenceOf(refusal, t),
  })
  const status = refusal?.status ?? 200
  return { title: t.signing_in.set_up, body, place: 'settings', status }
}

async function enrolling(visit: Visit): Promise<Answer> {
  requireFresh(visit)
  const { random } = visit.desk.book.surroundings
  const { key = freshKey(random), secret = '', code = '' } = await readFormOf(visit)
  const codes = newRecoveryCodes(random)
  const recovery_codes = codes.map((one) => hex(recoveryCodeHash(one)))
  try {
    await done(visit, enrol, { secret, code, recovery_codes, session: visit.session }, key)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    // The same form again: its codes were shown, and new ones can be made.
    if (error.code === keyReused.code) return redirect(visit.href(`${path}?done=set_up_done`))
    const refusal = error.code === 'input.invalid' ? codeWrong({}) : error
    const sound = /^[A-Z2-7]{32}$/.test(secret) ? secret : newTotpSecret(random)
    return enrolPage(visit, { key, secret: sound, refusal })
  }
  return codesPage(visit, codes, true)
}

async function renewing(visit: Visit): Promise<Answer> {
  requireFresh(visit)
  await readFormOf(visit)
  const codes = newRecoveryCodes(visit.desk.book.surroundings.random)
  const recovery_codes = codes.map((one) => hex(recoveryCodeHash(one)))
  await done(visit, renew, { recovery_codes })
  return codesPage(visit, codes, false)
}

function codesPage(visit: Visit, codes: readonly string[], enrolled: boolean): Answer {
  const { t, language } = visit
  const body = RecoveryCodesPage({ t, language, codes, enrolled, on: visit.href(path) })
  return { title: t.signing_in.codes_made, body, place: 'settings' }
}

function giveUpPage(visit: Visit): Answer {
  const { t, language, desk } = visit
  const body = GiveUpPage({
    t,
    language,
    action: visit.href(`${factorPath}/end`),
    key: freshKey(desk.book.surroundings.random),
    back: { href: visit.href(path), label: t.signing_in.title },
  })
  return { title: t.signing_in.give_up_title, body, place: 'settings' }
}
