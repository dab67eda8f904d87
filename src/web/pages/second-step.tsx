/** The second step of signing in: a code of the app, a recovery code, or a second factor set up where the rules ask. */
import type { Context, Hono } from 'hono'
import { CodePage, EnrolPage, RecoveryCodesPage } from '../../../templates/pages/second-step.tsx'
import { deviceCookie, deviceOf } from '../../access/devices.ts'
import {
  fail,
  finishWithCode,
  finishWithEnrolment,
  finishWithRecoveryCode,
  halfSignedIn,
  halfSignInCookie,
  halfSignInHash,
} from '../../access/half-sign-ins.ts'
import { newTotpSecret, totpAddress } from '../../access/one-time-codes.ts'
import { newRecoveryCodes, recoveryCodeHash } from '../../access/recovery-codes.ts'
import { laneOf } from '../../access/sign-in.ts'
import { codeUsed, codeWrong, recoveryCodeWrong } from '../../access/sign-in-refusals.ts'
import { loginTextOf } from '../../access/users.ts'
import { findOrganisation } from '../../book/book.ts'
import { hex } from '../../kit/digest.ts'
import { Refusal } from '../../kit/refusal.ts'
import { refusalOf } from '../problem.ts'
import { getCookie } from './cookies.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { told } from './refused.ts'
import { sameOrigin } from './same-origin.ts'
import { pathWithin, sentenceOf } from './sign-in.tsx'
import type { DoorGuard } from './sign-in-guard.ts'
import {
  type Door,
  enter,
  freshKey,
  logged,
  newSession,
  type Porch,
  visitorOf,
  visitorResponse,
} from './visitor.tsx'

/** Who stands between the two steps, at this browser. */
type Half = NonNullable<ReturnType<typeof halfSignedIn>> & { readonly hash: string }

interface Step {
  readonly porch: Porch
  readonly door: Door
  readonly guard: DoorGuard
}

/** Mounts both pages; whoever is not half signed in is led to the first step. */
export function mountSecondStep(app: Hono, porch: Porch, guard: DoorGuard, door: Door): void {
  const step: Step = { porch, door, guard }
  const at = (path: string, work: (c: Context, half: Half) => Response | Promise<Response>) =>
    logged(porch, path, (c) => {
      const half = halfOf(c, door)
      return half ? work(c, half) : toFirstStep(c)
    })
  const [code, enrol] = ['/b/:book/sign-in/code', '/b/:book/sign-in/enrol']
  app.get(
    code,
    at('/sign-in/code', (c, half) => askingCode(c, half, null)),
  )
  app.post(
    code,
    sameOrigin,
    at('/sign-in/code', (c, half) => showing(c, half, step)),
  )
  app.get(
    enrol,
    at('/sign-in/enrol', (c, half) => askingEnrolment(c, half, step)),
  )
  app.post(
    enrol,
    sameOrigin,
    at('/sign-in/enrol', (c, half) => enrolling(c, half, step)),
  )
}

/** The same paths where there is no book: nobody is half signed in. */
export function mountNoSecondStep(app: Hono): void {
  for (const page of ['code', 'enrol']) {
    app.get(`/b/:book/sign-in/${page}`, toFirstStep)
    app.post(`/b/:book/sign-in/${page}`, sameOrigin, toFirstStep)
  }
}

function halfOf(c: Context, { book }: Door): Half | undefined {
  const secret = getCookie(c, halfSignInCookie)
  const half = halfSignedIn(book.store, secret, book.surroundings.now())
  return half && { ...half, hash: hex(halfSignInHash(secret!)) }
}

function toFirstStep(c: Context): Response {
  const next = c.req.query('next')
  const back = next === undefined ? '' : `?next=${encodeURIComponent(next)}`
  return redirect(`/b/${c.req.param('book')}/sign-in${back}`)
}

interface Typed {
  readonly by?: string | undefined
  readonly next?: string | undefined
}

function askingCode(
  c: Context,
  { wanted }: Half,
  refusal: Refusal | null,
  { by = c.req.query('by'), next = c.req.query('next') ?? '' }: Typed = {},
): Response {
  const base = `/b/${c.req.param('book')}/sign-in`
  const kept = next === '' ? '' : `next=${encodeURIComponent(next)}`
  if (wanted === 'enrolment') return redirect(`${base}/enrol${kept && `?${kept}`}`)
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const byCode = by !== 'recovery_code'
  const other = [byCode ? 'by=recovery_code' : '', kept].filter((part) => part !== '').join('&')
  const body = CodePage({
    t,
    language,
    action: `${base}/code`,
    next,
    by: byCode ? 'code' : 'recovery_code',
    other: `${base}/code${other && `?${other}`}`,
    again: `${base}${kept && `?${kept}`}`,
    told: refusal && told(refusal, t),
  })
  return visitorResponse(visitor, {
    title: byCode ? t.signing_in.factor : t.signing_in.recovery_code,
    body,
    status: refusal?.status ?? 200,
  })
}

/** Refusals that count as a guess at somebody's second factor. */
const guessed: readonly string[] = [
  codeWrong.code,
  codeUsed.code,
  recoveryCodeWrong.code,
  'input.invalid',
]

/** Looks at what was shown, so many times and no more. A wrong one is on record, and so is the lock. */
async function showing(c: Context, half: Half, { porch, door, guard }: Step): Promise<Response> {
  const { next = '', by, code = '', recovery_code = '' } = await readForm(c.req.raw)
  const book = c.req.param('book')!
  const { caller, user } = half
  const { random, now } = door.book.surroundings
  const made = newSession(c, door, caller)
  const input = { ...made.input, half: half.hash }
  const device = deviceOf(door.book.store, getCookie(c, deviceCookie), user, now())
  const lane = laneOf(`second factor ${user}`, device)
  let wrong: Refusal | undefined
  try {
    const request =
      by === 'recovery_code'
        ? {
            command: finishWithRecoveryCode,
            input: { ...input, recovery_code: hex(recoveryCodeHash(recovery_code)) },
          }
        : { command: finishWithCode, input: { ...input, code } }
    const answer = await guard.throttle.attempt(lane, async () => {
      try {
        return await door.submit({ ...request, key: freshKey(random), caller })
      } catch (error) {
        if (!(error instanceof Refusal) || !guessed.includes(error.code)) throw error
        wrong = error.code === 'input.invalid' ? codeWrong({}) : error
        return undefined
      }
    })
    if (answer) {
      const { output } = answer
      return enter(c, { door, code: book, made, output }, redirect(pathWithin(book, next)))
    }
    const failing = { command: fail, input: { half: half.hash }, key: freshKey(random), caller }
    await door.submit(failing)
    const locked = guard.throttle.isLocked(lane)
    guard.factorFailed({ name: lane.name, known: lane.known, locked, user })
    throw wrong
  } catch (error) {
    return askingCode(c, half, refusalOf(error, porch.log, porch.random), { by, next })
  }
}

interface Enrolment {
  readonly key: string
  readonly secret: string
  readonly next: string
  readonly refusal?: Refusal
}

function askingEnrolment(
  c: Context,
  half: Half,
  { porch, door }: Step,
  given: Enrolment = {
    key: freshKey(porch.random),
    secret: newTotpSecret(porch.random),
    next: c.req.query('next') ?? '',
  },
): Response {
  if (half.wanted !== 'enrolment') return askingCode(c, half, null)
  const visitor = visitorOf(c)
  const { t, language } = visitor
  const { key, secret, next, refusal } = given
  const { store } = door.book
  const body = EnrolPage({
    t,
    language,
    action: `/b/${c.req.param('book')}/sign-in/enrol`,
    key,
    next,
    secret,
    address: totpAddress(secret, {
      issuer: findOrganisation(store)?.name ?? '',
      label: loginTextOf(store, half.user),
    }),
    required: true,
    problem: refusal && sentenceOf(refusal, t),
  })
  const { set_up: title } = t.signing_in
  return visitorResponse(visitor, { title, body, status: refusal?.status ?? 200 })
}

async function enrolling(c: Context, half: Half, step: Step): Promise<Response> {
  const { porch, door } = step
  const sent = await readForm(c.req.raw)
  const { next = '', secret = '', code = '' } = sent
  const key = sent.key || freshKey(porch.random)
  const book = c.req.param('book')!
  const made = newSession(c, door, half.caller)
  const codes = newRecoveryCodes(door.book.surroundings.random)
  const recovery_codes = codes.map((one) => hex(recoveryCodeHash(one)))
  const input = { ...made.input, half: half.hash, secret, code, recovery_codes }
  try {
    const { caller } = half
    const { output } = await door.submit({ command: finishWithEnrolment, input, key, caller })
    const visitor = visitorOf(c)
    const { t, language } = visitor
    const on = pathWithin(book, next)
    const body = RecoveryCodesPage({ t, language, codes, enrolled: true, on })
    const page = visitorResponse(visitor, { title: t.signing_in.codes_made, body })
    return enter(c, { door, code: book, made, output }, page)
  } catch (error) {
    const refusal = refusalOf(error, porch.log, porch.random)
    const typed = refusal.code === 'input.invalid' ? codeWrong({}) : refusal
    const sound = /^[A-Z2-7]{32}$/.test(secret) ? secret : newTotpSecret(porch.random)
    return askingEnrolment(c, half, step, { key, secret: sound, next, refusal: typed })
  }
}
