/** Visits on somebody’s own page: those that were and what is to be done, and what is said about them. */
import { NoteQuestion, OwnForm } from '../../../templates/pages/together.tsx'
import { OwnVisits, type OwnVisitView } from '../../../templates/pages/together-visits.tsx'
import type { Content } from '../../../templates/parts/content.ts'
import { formatMoney } from '../../../templates/parts/format.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { FollowedPair } from '../../pairing/own/following.ts'
import { ownSide } from '../../pairing/own/sides.ts'
import { confirm, finish } from '../../pairing/own/visit-acts.ts'
import { followUpsTold, type VisitTold, visitsTold } from '../../pairing/own/visits-told.ts'
import { liveStates } from '../../pairing/pairs/moves.ts'
import { readForm } from './form-body.ts'
import { redirect } from './frame.tsx'
import { inOne, told } from './refused.ts'
import { doesOwn, type OwnReader, ownLook, ownPage } from './together-session.ts'
import { freshKey } from './visitor.tsx'

/** Whether visits of a pair are told of: it stands, or is watched after its end. */
export function takesVisits({ side, state }: FollowedPair): boolean {
  return side === 'helper' && (liveStates.includes(state) || state === 'observed')
}

/** What is to be done and the visits of a pair; nothing before it began. */
export function visitsSection(who: OwnReader, pair: FollowedPair): Content {
  if (pair.state === 'proposed' || pair.state === 'declined') return null
  const { t, language, place } = who
  const words = t.together.visits
  const href = `${place}/pairs/${pair.pair}`
  const [visits, toDo] = ownLook(who, (view) => {
    const own = ownSide(view, who.code, pair.pair)
    return [visitsTold(view, own), followUpsTold(view, own)]
  })
  const key = () => freshKey(who.counter.porch.random)
  return OwnVisits({
    t,
    language,
    href,
    lead: pair.side === 'helper' ? words.lead_helper : words.lead_helped,
    tell: takesVisits(pair) ? `${href}/visit` : null,
    visits: visits.map((visit) => visitView(who, pair, visit, key())),
    toDo: toDo.map(({ follow_up, text, due_on, overdue }) => ({
      followUp: follow_up,
      text: text ?? t.together.to_do.erased,
      day: due_on,
      overdue,
      key: key(),
    })),
  })
}

function visitView(
  { t, language }: OwnReader,
  { side }: FollowedPair,
  visit: VisitTold,
  key: string,
): OwnVisitView {
  const { forms, kinds } = t.visits
  return {
    visit: visit.visit,
    reference: visit.reference,
    day: visit.visited_on,
    kind: kinds[visit.kind],
    state: stateTold(t, side, visit),
    help: visit.help.map(({ form, text, amount, currency }) => {
      const given = amount === null ? null : formatMoney(language, amount, currency)
      return [forms[form], given, text].filter((part) => part !== null).join(' · ')
    }),
    asked: side === 'helped' && visit.agreed === null,
    key,
  }
}

function stateTold(
  t: OwnReader['t'],
  side: FollowedPair['side'],
  { agreed, met }: VisitTold,
): OwnVisitView['state'] {
  const words = t.together.visits
  const own = side === 'helped'
  if (agreed === true) return { kind: 'done', word: own ? words.agreed : words.agreed_other }
  if (agreed === false) return { kind: 'care', word: own ? words.denied : words.denied_other }
  return met === 'nobody' ? { kind: 'waiting', word: words.not_met } : null
}

/** The form in which somebody says that a visit was not so. */
export function denying(who: OwnReader, pair: FollowedPair, refusal?: Refusal): Response {
  const { t, language, place } = who
  const words = t.together.visits
  const back = `${place}/pairs/${pair.pair}`
  const problems = refusal ? [{ message: inOne(told(refusal, t)) }] : []
  const body = OwnForm({
    t,
    language,
    place,
    caption: pair.other,
    title: words.no_title,
    lead: words.no_lead,
    action: `${back}/visits/${who.c.req.param('visit')}/no`,
    idempotencyKey: freshKey(who.counter.porch.random),
    back,
    problems,
    button: words.do_no,
    careful: true,
    children: (
      <NoteQuestion
        t={t}
        language={language}
        values={{}}
        problems={problems}
        label={t.together.note}
        optional
      />
    ),
  })
  return ownPage(who, { title: words.no_title, body, status: refusal?.status ?? 200 })
}

type Shown = (refusal: Refusal) => Response

/** Says whether a visit was so; `shown` is where it is told why that was not taken. */
export async function saying(who: OwnReader, agreed: boolean, shown: Shown): Promise<Response> {
  const { key, note = '' } = await readForm(who.c.req.raw)
  const visit = Number(who.c.req.param('visit'))
  const words = note.trim() === '' ? {} : { note: note.trim() }
  try {
    await doesOwn(who, confirm, { visit, agreed, ...words }, key)
    return redirect(`${who.place}/pairs/${who.c.req.param('pair')}?done=said`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return shown(error)
  }
}

/** Says what came of something that was to be done. */
export async function finishing(who: OwnReader, shown: Shown): Promise<Response> {
  const { key, outcome = '' } = await readForm(who.c.req.raw)
  const follow_up = Number(who.c.req.param('followUp'))
  try {
    await doesOwn(who, finish, { follow_up, outcome }, key)
    return redirect(`${who.place}/pairs/${who.c.req.param('pair')}?done=finished`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return shown(error)
  }
}
