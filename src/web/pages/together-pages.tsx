/** What somebody with a pairing code sees: their pairs, one of them, the forms that ask for more than a yes. */
import {
  DeclineQuestions,
  NoteQuestion,
  OwnForm,
  OwnHomePage,
} from '../../../templates/pages/together.tsx'
import { OwnPairPage } from '../../../templates/pages/together-pair.tsx'
import type { FormErrorView } from '../../../templates/parts/form.tsx'
import type { Refusal } from '../../kit/refusal.ts'
import { type FollowedPair, followedPair, followedPairs } from '../../pairing/own/following.ts'
import { ownSide } from '../../pairing/own/sides.ts'
import { declineReasons } from '../../pairing/pairs/agreeing.ts'
import { liveStates } from '../../pairing/pairs/moves.ts'
import { inOne, told } from './refused.ts'
import { type OwnReader, ownLook, ownPage } from './together-session.ts'
import { isAsked, kindsOfStates, kindTold, leadOf, pairView } from './together-views.tsx'
import { telling } from './together-visit-form.tsx'
import { denying, takesVisits, visitsSection } from './together-visits.tsx'
import { freshKey } from './visitor.tsx'

/** All pairs; those that wait for an answer stand first. */
export function home(who: OwnReader): Response {
  const { t, language, place } = who
  const { together } = t
  const found = ownLook(who, (view) => followedPairs(view, who.code))
  const waiting = found.filter(isAsked)
  const ordered = [...waiting, ...found.filter((one) => !waiting.includes(one))]
  const body = OwnHomePage({
    t,
    language,
    place,
    done: null,
    pairs: ordered.map((one) => ({
      href: `${place}/pairs/${one.pair}`,
      other: one.other,
      side: together.side[one.side],
      kind: kindTold(who, one),
      state: isAsked(one)
        ? { kind: 'care', word: together.home.asked }
        : { kind: kindsOfStates[one.state], word: together.state[one.state] },
    })),
  })
  return ownPage(who, { title: together.home.title, body })
}

/** The pair that the address names, as its side is told. Refuses `pair.unknown`. */
export function pairAsked(who: OwnReader): FollowedPair {
  const id = Number(who.c.req.param('pair'))
  return ownLook(who, (view) => followedPair(view, ownSide(view, who.code, id)))
}

/** One pair; with why something was not done. */
export function onePair(who: OwnReader, refusal?: Refusal): Response {
  const pair = pairAsked(who)
  const { t } = who
  const { together } = t
  const done: Readonly<Record<string, string>> = {
    agreed: together.agreed,
    declined: together.declined,
    withdrawn: together.change.withdrawn,
    reviewed: together.change.reviewed,
    told: together.visits.told,
    said: together.visits.said,
    finished: together.to_do.finished,
  }
  const { random } = who.counter.porch
  const body = OwnPairPage(
    pairView(who, pair, {
      lead: leadOf(t, pair),
      done: done[who.c.req.query('done') ?? ''] ?? null,
      problems: refusal ? [{ message: inOne(told(refusal, t)) }] : [],
      agreeKey: freshKey(random),
      openKey: freshKey(random),
      visits: visitsSection(who, pair),
    }),
  )
  return ownPage(who, { title: pair.other, body, status: refusal?.status ?? 200 })
}

/** The form in which a helper tells of a visit; the pair itself where none is told of. */
export function tellingOf(who: OwnReader): Response {
  const pair = pairAsked(who)
  return takesVisits(pair) ? telling(who, pair) : onePair(who)
}

/** The form in which somebody says that a visit was not so. */
export function denyingOf(who: OwnReader, refusal?: Refusal): Response {
  return denying(who, pairAsked(who), refusal)
}

/** The forms that ask for more than a yes. */
export const ownForms = ['decline', 'withdraw', 'review'] as const
export type OwnFormName = (typeof ownForms)[number]

interface FormState {
  readonly values: Readonly<Record<string, string>>
  readonly refusal: Refusal
}

/** Whether a form is for how a pair stands now. */
function isOffered(form: OwnFormName, pair: FollowedPair): boolean {
  if (form === 'decline') return pair.state === 'proposed'
  if (form === 'review') return pair.state === 'active'
  return pair.agreed && liveStates.includes(pair.state)
}

/** A form of a pair, with what was typed into one that was not taken. */
export function asking(who: OwnReader, state?: FormState): Response {
  const form = who.c.req.param('form') as OwnFormName
  return formPage(who, form, state)
}

/** The page of one of these forms; the pair itself where it is not for how that stands. */
export function formPage(who: OwnReader, form: OwnFormName, state?: FormState): Response {
  const pair = pairAsked(who)
  if (!isOffered(form, pair)) return onePair(who, state?.refusal)
  const { t, language, place } = who
  const { together } = t
  const words = formWords(who, form)
  const back = `${place}/pairs/${pair.pair}`
  const problems: FormErrorView[] = state ? [{ message: inOne(told(state.refusal, t)) }] : []
  const asked = { t, language, problems, values: state?.values ?? {} }
  const reasons = declineReasons.map((value) => ({ value, label: together.reasons[value] }))
  const body = OwnForm({
    t,
    language,
    place,
    caption: pair.other,
    ...words,
    action: `${back}/${form}`,
    idempotencyKey: freshKey(who.counter.porch.random),
    back,
    problems,
    children:
      form === 'decline' ? (
        <DeclineQuestions {...asked} reasons={reasons} />
      ) : (
        <NoteQuestion
          {...asked}
          label={form === 'review' ? together.change.review_note : together.note}
          optional={form !== 'review'}
        />
      ),
  })
  return ownPage(who, { title: words.title, body, status: state?.refusal.status ?? 200 })
}

function formWords({ t }: OwnReader, form: OwnFormName) {
  const { together } = t
  const { change } = together
  const careful = form === 'withdraw'
  if (form === 'decline') {
    const title = together.decline_title
    return { title, lead: together.decline_lead, button: together.do_decline, careful }
  }
  return form === 'withdraw'
    ? {
        title: change.withdraw_title,
        lead: change.withdraw_lead,
        button: change.do_withdraw,
        careful,
      }
    : { title: change.review_title, lead: change.review_lead, button: change.do_review, careful }
}
