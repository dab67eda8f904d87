/** The page on which somebody who is signed in shows once more who they are. */
import type { Hono } from 'hono'
import { AgainPage } from '../../../templates/pages/second-step.tsx'
import { browserOf } from '../../access/browsers.ts'
import { isPassword, mostCharacters } from '../../access/passwords.ts'
import { signInRefused } from '../../access/refusals.ts'
import { secondFactorOf } from '../../access/second-factor-rows.ts'
import { prove } from '../../access/session-proofs.ts'
import { codeUsed, codeWrong } from '../../access/sign-in-refusals.ts'
import type { Lane } from '../../access/throttle.ts'
import { passwordHashOf } from '../../access/users.ts'
import type { UserId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { readFormOf } from './form-body.ts'
import { type Answer, mountAct, redirect } from './frame.tsx'
import { mountPasskeyProof, passkeyProof } from './passkey-proof.ts'
import { told } from './refused.ts'
import { pathWithin } from './sign-in.tsx'
import type { DoorGuard } from './sign-in-guard.ts'
import { type Desk, requireStillSignedIn, type Visit } from './visit.ts'
import { freshKey } from './visitor.tsx'

/** Mounts the page that asks once more. */
export function mountAgain(app: Hono, desk: Desk, guard: DoorGuard): void {
  const path = '/settings/sign-in/again'
  mountAct(app, desk, 'get', path, (visit) => asking(visit, visit.param('next'), null))
  mountAct(app, desk, 'post', path, (visit) => proving(visit, guard))
  mountPasskeyProof(app, desk, asking)
}

/** Whoever has a second factor shows that one. */
function wayOf({ desk, user }: Visit): 'code' | 'password' {
  return secondFactorOf(desk.book.store, user.id as UserId) ? 'code' : 'password'
}

function asking(visit: Visit, next: string, refusal: Refusal | null): Answer {
  const { t, language, user, desk } = visit
  const by = wayOf(visit)
  const passkey = passkeyProof(visit)
  const nothing = by === 'password' && !passwordHashOf(desk.book.store, user.id as UserId)
  // Who has no password shows it by signing in again, through their provider.
  if (nothing && !passkey) return redirect(visit.href(`/sign-in?next=${encodeURIComponent(next)}`))
  const body = AgainPage({
    t,
    language,
    action: visit.href('/settings/sign-in/again'),
    next,
    by: nothing ? null : by,
    passkey,
    login: user.login,
    told: refusal && told(refusal, t),
  })
  const shown = { title: t.signing_in.again, body, place: 'settings' } as const
  const status = refusal?.status ?? 200
  return passkey ? { ...shown, status, scripts: 'passkeys' } : { ...shown, status }
}

async function proving(visit: Visit, { throttle }: DoorGuard): Promise<Answer> {
  const { c, session } = visit
  const sent = await readFormOf(visit)
  const next = sent.next ?? ''
  const way = wayOf(visit)
  const lane: Lane = { name: `session ${session}`, known: true }
  try {
    const shown = await throttle.attempt(lane, () => proven(visit, way, sent))
    if (!shown) throw way === 'code' ? codeWrong({}) : signInRefused({})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return asking(visit, next, error)
  }
  const code = c.req.param('book')!
  const to = pathWithin(code, next)
  return redirect(to === `/b/${code}` ? visit.href('/settings/sign-in') : to)
}

async function proven(
  visit: Visit,
  way: 'code' | 'password',
  { password = '', code = '' }: Readonly<Record<string, string>>,
): Promise<true | undefined> {
  const { c, desk, session, caller, user } = visit
  const { book, offer } = desk
  if (way === 'password') {
    const hash = passwordHashOf(book.store, user.id as UserId)
    if (!(await isPassword(password.slice(0, 2 * mostCharacters), hash))) return undefined
    requireStillSignedIn(visit)
  }
  const browser = browserOf(c.req.header('user-agent'))
  const input = { session, way, code: way === 'code' ? code : null, browser }
  const key = freshKey(book.surroundings.random)
  try {
    await offer.submit({ command: prove, input, key, caller })
    return true
  } catch (error) {
    const wrong = error instanceof Refusal && guessed.includes(error.code)
    if (!wrong) throw error
    return undefined
  }
}

/** Refusals that count as a guess. */
const guessed: readonly string[] = [codeWrong.code, codeUsed.code, 'input.invalid']
