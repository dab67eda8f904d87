/** Forms by which pairs are proposed, answered, looked at, handed over and ended. */
import type { Hono } from 'hono'
import { declineReasons } from '../../pairing/pairs/agreeing.ts'
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
  openReview,
  review,
  takeConsentBack,
  withdraw,
} from '../../pairing/pairs/commands.ts'
import {
  type ConsentWay,
  endReasons,
  evaluatedEnds,
  pairSides,
  reviewReasons,
} from '../../pairing/pairs/moves.ts'
import { show } from '../../pairing/pairs/queries.ts'
import type { FieldSpec } from './fields.ts'
import { mountForm } from './forms.tsx'
import type { Desk, Visit } from './visit.ts'

/** The pair that the address names, as it is told. */
export function pairAsked(visit: Visit) {
  return visit.ask(show, { pair: Number(visit.c.req.param('pair')) })
}

const path = '/pairing/pairs/:pair'
const at = (pair: number, done: string) => `/pairing/pairs/${pair}?done=${done}`
const place = 'pairing' as const

function pairPage(visit: Visit) {
  const { pair, reference } = pairAsked(visit)
  return { href: visit.href(`/pairing/pairs/${pair}`), label: reference }
}

const heard = ['in_person', 'phone', 'paper'] as const satisfies readonly ConsentWay[]

const sideField: FieldSpec = {
  name: 'side',
  kind: 'radios',
  label: (t) => t.pairs.agree.side,
  options: ({ t }) => pairSides.map((value) => ({ value, label: t.pairs.sides[value] })),
}
const howField: FieldSpec = {
  name: 'how',
  kind: 'radios',
  label: (t) => t.pairs.agree.how,
  options: ({ t }) => heard.map((value) => ({ value, label: t.pairs.hows[value] })),
}
const officeNote: FieldSpec = {
  name: 'note',
  kind: 'long_text',
  label: (t) => t.pairs.propose.note,
  hint: (t) => t.pairs.propose.note_hint,
  optional: true,
}

/** Mounts the forms about a pair that stands. */
export function mountPairForms(app: Hono, desk: Desk): void {
  mountAnswers(app, desk)
  mountReviews(app, desk)
  mountEnds(app, desk)
  mountAfterwards(app, desk)
}

function mountAnswers(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${path}/consents`,
    command: agree,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.agree.title(pairAsked(visit)),
    lead: (t) => t.pairs.agree.lead,
    fields: [sideField, howField],
    button: (t) => t.pairs.agree.button,
    checked: false,
    done: ({ pair }) => at(pair, 'agreed'),
  })
  mountForm(app, desk, {
    path: `${path}/refusals`,
    command: decline,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.decline.title(pairAsked(visit)),
    lead: (t) => t.pairs.decline.lead,
    fields: [
      sideField,
      {
        name: 'reason',
        kind: 'radios',
        label: (t) => t.pairs.decline.reason,
        options: ({ t }) =>
          declineReasons.map((value) => ({ value, label: t.together.reasons[value] })),
      },
      officeNote,
    ],
    button: (t) => t.pairs.decline.button,
    done: ({ pair }) => at(pair, 'declined'),
  })
  mountForm(app, desk, {
    path: `${path}/withdrawal`,
    command: withdraw,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.withdraw.title(pairAsked(visit)),
    lead: (t) => t.pairs.withdraw.lead,
    fields: [{ name: 'note', kind: 'long_text', label: (t) => t.pairs.withdraw.note }],
    button: (t) => t.pairs.withdraw.button,
    done: ({ pair }) => at(pair, 'withdrawn'),
  })
  mountForm(app, desk, {
    path: `${path}/consent-withdrawals`,
    command: takeConsentBack,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.consent_back.title(pairAsked(visit)),
    lead: (t) => t.pairs.consent_back.lead,
    fields: [sideField, howField, officeNote],
    button: (t) => t.pairs.consent_back.button,
    done: ({ pair }) => at(pair, 'consent_back'),
  })
}

function mountReviews(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${path}/reviews`,
    command: openReview,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.open_review.title(pairAsked(visit)),
    lead: (t) => t.pairs.open_review.lead,
    fields: [
      {
        name: 'reason',
        kind: 'radios',
        label: (t) => t.pairs.open_review.reason,
        options: ({ t }) =>
          reviewReasons.map((value) => ({ value, label: t.pairs.reasons[value] })),
      },
      officeNote,
    ],
    button: (t) => t.pairs.open_review.button,
    checked: false,
    done: ({ pair }) => at(pair, 'open_review'),
  })
  mountForm(app, desk, {
    path: `${path}/review-results`,
    command: review,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.review.title(pairAsked(visit)),
    lead: (t) => t.pairs.review.lead,
    fields: [
      { name: 'note', kind: 'long_text', label: (t) => t.pairs.review.note },
      {
        name: 'next_on',
        kind: 'day',
        leaveEmpty: true,
        optional: true,
        label: (t) => t.pairs.review.next,
        hint: (t) => t.pairs.review.next_hint,
      },
    ],
    button: (t) => t.pairs.review.button,
    checked: false,
    done: ({ pair }) => at(pair, 'review'),
  })
}

function mountEnds(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${path}/closings`,
    command: proposeClosing,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.closing.title(pairAsked(visit)),
    lead: (t) => t.pairs.closing.lead,
    fields: [
      {
        name: 'reason',
        kind: 'radios',
        label: (t) => t.pairs.closing.reason,
        options: ({ t }) =>
          evaluatedEnds.map((value) => ({ value, label: t.pairs.reasons[value] })),
      },
      {
        name: 'note',
        kind: 'long_text',
        label: (t) => t.pairs.closing.note,
        hint: (t) => t.pairs.closing.note_hint,
      },
    ],
    button: (t) => t.pairs.closing.button,
    done: ({ pair }) => at(pair, 'closing'),
  })
  mountForm(app, desk, {
    path: `${path}/closings/return`,
    command: returnClosing,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.returned.title(pairAsked(visit)),
    lead: (t) => t.pairs.returned.lead,
    fields: [{ name: 'note', kind: 'long_text', label: (t) => t.pairs.returned.note }],
    button: (t) => t.pairs.returned.button,
    checked: false,
    done: ({ pair }) => at(pair, 'returned'),
  })
  mountForm(app, desk, {
    path: `${path}/end`,
    command: close,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.close.title(pairAsked(visit)),
    lead: (t) => t.pairs.close.lead,
    fields: [
      {
        name: 'reason',
        kind: 'radios',
        label: (t) => t.pairs.close.reason,
        options: ({ t, visit }) =>
          reasonsNow(visit).map((value) => ({ value, label: t.pairs.reasons[value] })),
      },
      { name: 'note', kind: 'long_text', label: (t) => t.pairs.close.note },
    ],
    begin: (visit) => ({ reason: proposedReason(visit) ?? '' }),
    button: (t) => t.pairs.close.button,
    done: ({ pair }) => at(pair, 'closed'),
  })
}

/** Why a pair may end now: what was proposed, and what nobody has to propose. */
function reasonsNow(visit: Visit) {
  const proposed = proposedReason(visit)
  return endReasons.filter((reason) => reason === proposed || !evaluatedEnds.includes(reason))
}

function proposedReason(visit: Visit) {
  const { state, acts } = pairAsked(visit)
  const reason = state === 'closing' ? acts.at(-1)?.reason : undefined
  return endReasons.find((one) => one === reason)
}

function mountAfterwards(app: Hono, desk: Desk): void {
  mountForm(app, desk, {
    path: `${path}/observation-end`,
    command: endObservation,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.observation.title(pairAsked(visit)),
    lead: (t) => t.pairs.observation.lead,
    fields: [
      {
        name: 'outcome',
        kind: 'radios',
        label: (t) => t.pairs.observation.outcome,
        options: ({ t }) =>
          (['lasted', 'moved', 'died', 'declined'] as const).map((value) => ({
            value,
            label: value === 'lasted' ? t.pairs.observation.lasted : t.pairs.reasons[value],
          })),
      },
      { name: 'note', kind: 'long_text', label: (t) => t.pairs.observation.note },
    ],
    begin: () => ({ outcome: 'lasted' }),
    button: (t) => t.pairs.observation.button,
    done: ({ pair }) => at(pair, 'observation'),
  })
  mountForm(app, desk, {
    path: `${path}/resumption`,
    command: resume,
    place,
    above: pairPage,
    title: (t, visit) => t.pairs.resume.title(pairAsked(visit)),
    lead: (t) => t.pairs.resume.lead,
    fields: [{ name: 'note', kind: 'long_text', label: (t) => t.pairs.resume.note }],
    button: (t) => t.pairs.resume.button,
    checked: false,
    done: ({ pair }) => at(pair, 'resume'),
  })
}
