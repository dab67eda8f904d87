/** Pages of pairs: the list with what waits, one pair with all that was done with it, the sheet for a side. */
import type { Hono } from 'hono'
import { type LineView, PairPage, PairSheet } from '../../../templates/pages/pair.tsx'
import { PairsPage } from '../../../templates/pages/pairs.tsx'
import type { LinkView } from '../../../templates/parts/content.ts'
import { Day } from '../../../templates/parts/time.tsx'
import type { AnyCommand } from '../../book/registry.ts'
import {
  close,
  endObservation,
  proposeClosing,
  resume,
  returnClosing,
} from '../../pairing/pairs/closing.ts'
import {
  agree,
  decline,
  handOver,
  openReview,
  propose,
  review,
  takeConsentBack,
  withdraw,
} from '../../pairing/pairs/commands.ts'
import { contacts } from '../../pairing/pairs/contact-commands.ts'
import {
  liveStates,
  type PairActKind,
  type PairSide,
  pairMoves,
  pairSides,
} from '../../pairing/pairs/moves.ts'
import { sheet } from '../../pairing/pairs/proposing-queries.ts'
import { history, list } from '../../pairing/pairs/queries.ts'
import { pairOwnClosing } from '../../pairing/pairs/refusals.ts'
import { doneOn } from './done.ts'
import { mountPage, type Page } from './frame.tsx'
import { listed, listView } from './listing.ts'
import { mountPairForms, pairAsked } from './pair-forms.ts'
import { mountProposing } from './pair-proposing.ts'
import { pairSections } from './pair-sections.tsx'
import { consentTold, type PairTold, pathTold, whoTold } from './pair-told.tsx'
import { pairReasonText, pairStateView, pairTabs, pairView } from './pair-views.ts'
import { pairingTabs } from './pairing-tabs.ts'
import { unitOptions } from './people-tabs.ts'
import { toldOf } from './refused.ts'
import type { Desk, Visit } from './visit.ts'

/** Mounts the pages of pairs. */
export function mountPairs(app: Hono, desk: Desk): void {
  mountPage(app, desk, '/pairing/pairs', listPage)
  mountProposing(app, desk)
  mountPairForms(app, desk)
  mountPage(app, desk, '/pairing/pairs/:pair{[0-9]+}', onePage)
  for (const side of pairSides) {
    mountPage(app, desk, `/pairing/pairs/:pair{[0-9]+}/sheets/${side}`, (visit) =>
      sheetPage(visit, side),
    )
  }
}

const filters = ['q', 'unit', 'sort', 'state', 'waits', 'need', 'helper', 'file', 'party'] as const

function listPage(visit: Visit): Page {
  const { t, language, href } = visit
  const found = listed(visit, list, filters)
  const { states = [], waiting = [], pairs = [] } = found.found ?? {}
  const now = { state: found.values.state ?? '', waits: found.values.waits ?? '' }
  const body = PairsPage({
    t,
    language,
    list: listView(
      found,
      pairs.map((row) => pairView(visit, row)),
    ),
    tabs: pairingTabs(visit, '/pairing/pairs'),
    waiting: pairTabs(visit, { states, waiting }, now, found.href),
    units: unitOptions(visit),
    propose: visit.may(propose) ? href('/pairing/pairs/new') : null,
  })
  return { title: t.pairs.title, body, place: 'pairing' }
}

function onePage(visit: Visit): Page {
  const { t, language, href } = visit
  const told = pairAsked(visit)
  const title = `${told.helping.name} → ${told.helped.name}`
  const { acts, apart } = actsOn(visit, told)
  const isProposed = told.state === 'proposed'
  const isLive = liveStates.includes(told.state)
  const body = PairPage({
    t,
    language,
    title,
    reference: told.reference,
    breadcrumbs: [{ href: href('/pairing/pairs'), label: t.pairs.title }],
    done: doneOn(visit, doneSentences(visit)),
    state: pairStateView(visit, told.state),
    acts,
    apart,
    barred: told.barred && toldOf(told.barred, t),
    who: whoTold(visit, told),
    consent: pairSides.map((side) => consentTold(visit, told, side)),
    shared: told.shares_contacts ? 'shared' : isProposed || isLive ? 'hidden' : null,
    contacts:
      told.shares_contacts && visit.may(contacts)
        ? href(`/pairing/pairs/${told.pair}/contacts`)
        : null,
    sheets:
      isProposed && visit.may(sheet)
        ? pairSides.map((side) => ({
            href: href(`/pairing/pairs/${told.pair}/sheets/${side}`),
            label: t.pairs.sheet.act[side],
          }))
        : [],
    sections: pairSections.map((section) => section(visit, told)).filter((one) => one !== null),
    lines: linesOf(visit, told),
    path: pathTold(visit, told),
  })
  return { title: `${told.reference} · ${title}`, body, place: 'pairing' }
}

function doneSentences({ t }: Visit): Record<string, string> {
  const { pairs } = t
  return {
    proposed: pairs.propose.done,
    agreed: pairs.agree.done,
    declined: pairs.decline.done,
    withdrawn: pairs.withdraw.done,
    consent_back: pairs.consent_back.done,
    open_review: pairs.open_review.done,
    review: pairs.review.done,
    closing: pairs.closing.done,
    returned: pairs.returned.done,
    closed: pairs.close.done,
    observation: pairs.observation.done,
    resume: pairs.resume.done,
  }
}

interface Offered extends LinkView {
  readonly command: AnyCommand
  readonly act: PairActKind
}

/** Acts by which nobody decides anything: they are for whoever hears what a side says, with an interest or without. */
const undeciding: readonly PairActKind[] = [
  'declined',
  'withdrawn',
  'consent_withdrawn',
  'review_opened',
]

/** Whether this reader is kept from an act: from all that decides by an interest, from the end that they proposed alone. */
function isBarred({ barred }: PairTold, act: PairActKind): boolean {
  if (barred === null) return false
  if (barred.code === pairOwnClosing.code) return act === 'closed'
  return !undeciding.includes(act)
}

/** What this reader may do with a pair as it stands; what takes something back or ends it stands apart. */
function actsOn(visit: Visit, told: PairTold): { acts: LinkView[]; apart: LinkView[] } {
  const { t, href } = visit
  const { pairs } = t
  const isClosing = told.state === 'closing'
  const isAgreed = told.helper_agreed && told.helped_agreed
  const offer = (command: AnyCommand, act: PairActKind, path: string, label: string): Offered => ({
    command,
    act,
    href: href(`/pairing/pairs/${told.pair}/${path}`),
    label,
  })
  const may = ({ command, act }: Offered) =>
    visit.may(command) && pairMoves[act].from.includes(told.state) && !isBarred(told, act)
  const link = ({ href: to, label }: Offered): LinkView => ({ href: to, label })
  const end = offer(close, 'closed', 'end', isClosing ? pairs.close.approve : pairs.close.act)
  const next = offer(handOver, 'handed_over', 'successors', pairs.hand_over.act)
  const main = [
    ...(isClosing ? [end] : []),
    ...(isAgreed ? [] : [offer(agree, 'agreed', 'consents', pairs.agree.act)]),
    ...(isAgreed ? [offer(review, 'reviewed', 'review-results', pairs.review.act)] : []),
    offer(returnClosing, 'closing_returned', 'closings/return', pairs.returned.act),
    ...(told.successor === null ? [next] : []),
    offer(endObservation, 'observation_ended', 'observation-end', pairs.observation.act),
    offer(resume, 'resumed', 'resumption', pairs.resume.act),
    offer(decline, 'declined', 'refusals', pairs.decline.act),
  ]
  const rest = [
    offer(openReview, 'review_opened', 'reviews', pairs.open_review.act),
    offer(takeConsentBack, 'consent_withdrawn', 'consent-withdrawals', pairs.consent_back.act),
    offer(proposeClosing, 'closing_proposed', 'closings', pairs.closing.act),
    ...(isClosing ? [] : [end]),
    offer(withdraw, 'withdrawn', 'withdrawal', pairs.withdraw.act),
  ]
  return { acts: main.filter(may).map(link), apart: rest.filter(may).map(link) }
}

function linesOf(visit: Visit, told: PairTold): LineView[] {
  const { lines } = visit.ask(history, { need: told.need })
  return lines.map((line) => ({
    href: visit.href(`/pairing/pairs/${line.pair}`),
    reference: line.reference,
    helping: line.helping.name,
    from: line.from_on,
    to: line.to_on,
    state: pairStateView(visit, line.state),
    reason: pairReasonText(visit, line.reason),
  }))
}

function sheetPage(visit: Visit, side: PairSide): Page {
  const { t, language, href, organisation, desk } = visit
  const told = visit.ask(sheet, { pair: Number(visit.c.req.param('pair')), side })
  const { about } = t.together
  const urgency = about.urgencies[told.urgency as keyof typeof about.urgencies]
  const optional = (term: string, detail: string | undefined | null) =>
    detail ? [{ term, detail }] : []
  const body = PairSheet({
    t,
    language,
    side,
    reference: told.reference,
    organisation: organisation.name,
    instant: new Date(desk.offer.now()).toISOString(),
    timeZone: organisation.time_zone,
    back: href(`/pairing/pairs/${told.pair}`),
    to: told.to.name,
    particulars: [
      { term: t.pairs.sheet.other[side], detail: told.other },
      { term: about.kind, detail: told.kind.name[language] },
      { term: about.urgency, detail: urgency },
      ...(side === 'helped' ? [{ term: about.sort, detail: t.helpers.sort[told.sort] }] : []),
      ...optional(about.unit, told.unit?.name),
      ...optional(about.place, told.place),
      {
        term: t.pairs.until,
        detail: told.until_on ? <Day language={language} day={told.until_on} /> : t.pairs.no_end,
      },
    ],
  })
  return { title: `${told.reference} · ${t.pairs.sheet.title}`, body, place: 'pairing' }
}
