/** How a case is decided, what caps leave for it, what was awarded, and what this reader may do about it. */
import type { z } from 'zod'
import { CaseAward, type ClaimView } from '../../../../templates/pages/case-award.tsx'
import type { LinkView } from '../../../../templates/parts/content.ts'
import type { DescriptionView } from '../../../../templates/parts/description-list.tsx'
import { Money } from '../../../../templates/parts/figure.tsx'
import { formatCount, formatMoney } from '../../../../templates/parts/format.ts'
import { Digest, Row } from '../../../../templates/parts/layout.tsx'
import { State } from '../../../../templates/parts/state.tsx'
import { Day } from '../../../../templates/parts/time.tsx'
import type { Guarded } from '../../../book/registry.ts'
import { agree, approve } from '../../../hardship/awards/approving.ts'
import { claim, receive } from '../../../hardship/awards/clawbacks.ts'
import { end } from '../../../hardship/awards/ending.ts'
import { show } from '../../../hardship/awards/queries.ts'
import { ratify } from '../../../hardship/awards/ratifying.ts'
import { ask, decide } from '../../../hardship/caps/overrides.ts'
import { ofCase } from '../../../hardship/caps/queries.ts'
import { capView } from '../caps-view.ts'
import { recordedBy } from '../recorded-by.ts'
import type { Visit } from '../visit.ts'
import type { CaseSection, RoundAct } from './section.ts'

type Told = Parameters<CaseSection>[1]
type Awarded = z.output<typeof show.output>
type Capped = z.output<typeof ofCase.output>

const undecided = ['open', 'asked', 'suspended']

/** The section of the decision and what follows from it. */
export const awardsSection: CaseSection = (visit, theCase) => {
  const { t, language } = visit
  const found = visit.ask(show, { case: theCase.case })
  const open = undecided.includes(theCase.state)
  if (!open && found.award === null) return null
  const capped = visit.ask(ofCase, { case: theCase.case })
  return CaseAward({
    t,
    language,
    warning: found.award?.emergency ? t.awards.emergency_note : undefined,
    facts: [
      ...decisionFacts(visit, found, open),
      ...overrideFacts(visit, capped),
      ...awardFacts(visit, found),
    ],
    caps: open ? capped.caps.map((cap) => capView(visit, cap, true)) : [],
    claims: found.claims.map((one) => claimView(visit, one)),
    acts: actsAtHand(visit, theCase, found, capped),
    apart: endsAtHand(visit, theCase, found),
  })
}

function decisionFacts(visit: Visit, found: Awarded, open: boolean): DescriptionView[] {
  const { t, language } = visit
  const { approvals, approvals_needed, reserved, currency } = found
  const given = formatCount(language, approvals.length)
  const who = approvals.map((sequence) => recordedBy(visit, sequence).who ?? '').join(', ')
  const some = approvals.length > 0 || open
  return [
    ...(open ? [{ term: t.awards.decided_by, detail: t.awards.deciders[found.decided_by] }] : []),
    ...(some
      ? [
          {
            term: t.awards.approvals,
            detail: open
              ? t.awards.approvals_of({ given: approvals.length, needed: approvals_needed })
              : given,
            note: who === '' ? undefined : who,
          },
        ]
      : []),
    ...(/[1-9]/.test(reserved)
      ? [
          {
            term: t.awards.reserved,
            detail: <Money language={language} amount={reserved} currency={currency} />,
          },
        ]
      : []),
  ]
}

function overrideFacts(visit: Visit, { overrides }: Capped): DescriptionView[] {
  const { t } = visit
  return overrides.map(({ allowed, reason, decision_reason, sequence, decided_sequence }) => {
    const word =
      allowed === null
        ? t.awards.override_waits
        : allowed
          ? t.awards.override_allowed
          : t.awards.override_refused
    const { who } = recordedBy(visit, decided_sequence ?? sequence)
    const note = [reason, decision_reason, who].filter((one) => one).join(' · ')
    return { term: t.awards.caps, detail: word, note }
  })
}

function awardFacts(visit: Visit, { award, currency }: Awarded): DescriptionView[] {
  if (!award) return []
  const { t, language } = visit
  const amount = formatMoney(language, award.amount, currency)
  const many = award.instalments > 1
  return [
    {
      term: t.awards.awarded,
      detail: <Money language={language} amount={award.total} currency={currency} />,
      note: many ? t.awards.awarded_months({ amount, months: award.instalments }) : undefined,
    },
    { term: t.awards.approved_on, detail: <Day language={language} day={award.approved_on} /> },
    ...ratificationFacts(visit, award),
    ...endFacts(visit, award),
    ...(award.minutes_digest === null
      ? []
      : [{ term: t.awards.minutes, detail: <Digest>{award.minutes_digest}</Digest> }]),
    {
      term: t.awards.snapshot,
      detail: <Digest>{award.snapshot_digest}</Digest>,
      note: t.awards.snapshot_hint,
    },
  ]
}

type Award = NonNullable<Awarded['award']>

function ratificationFacts(visit: Visit, { ratify_by, ratification }: Award): DescriptionView[] {
  const { t, language, today } = visit
  if (ratify_by === null) return []
  if (!ratification) {
    const detail = (
      <Row>
        <Day language={language} day={ratify_by} />
        {today > ratify_by && <State kind="care" word={t.awards.overdue} />}
      </Row>
    )
    return [{ term: t.awards.ratify_by, detail }]
  }
  const { ratified, late, reason, sequence } = ratification
  const yes = late ? t.awards.ratified_late : t.awards.ratified
  const { who } = recordedBy(visit, sequence)
  const note = [reason, who].filter((one) => one).join(' · ')
  const kind = ratified && !late ? 'done' : 'care'
  const detail = <State kind={kind} word={ratified ? yes : t.awards.not_ratified} />
  return [{ term: t.awards.emergency, detail, note }]
}

function endFacts(visit: Visit, { end: ended }: Award): DescriptionView[] {
  if (!ended) return []
  const { t, language } = visit
  const { cause, on, reason, sequence } = ended
  const { who } = recordedBy(visit, sequence)
  const detail = (
    <Row>
      <State kind="stopped" word={t.awards.end_causes[cause]} />
      <Day language={language} day={on} />
    </Row>
  )
  return [{ term: t.awards.ended, detail, note: [reason, who].filter((one) => one).join(' · ') }]
}

function claimView(visit: Visit, one: Awarded['claims'][number]): ClaimView {
  const { t, href } = visit
  const isOpen = /[1-9]/.test(one.open)
  return {
    number: String(one.clawback),
    cause: t.awards.claim_causes[one.cause],
    reason: one.reason,
    amount: one.amount,
    open: one.open,
    currency: one.currency,
    claimed_on: one.claimed_on,
    barred_until: one.barred_until,
    receive:
      isOpen && visit.may(receive)
        ? { href: href(`/claims/${one.clawback}/receipt`), label: t.awards.receive }
        : undefined,
  }
}

/** What this reader may do with it, who neither entered it nor has an interest. */
function actsAtHand(visit: Visit, theCase: Told, found: Awarded, capped: Capped): LinkView[] {
  const { t } = visit
  const { case: id, state, step_kind, emergency, own_hand, interests } = theCase
  if (interests.length > 0) return []
  const at = (path: string, label: string, command: Guarded, fits: boolean): LinkView[] =>
    fits && visit.may(command) ? [{ href: visit.href(`/cases/${id}/${path}`), label }] : []
  const open = undecided.includes(state)
  const passes = capped.caps.some(({ passed }) => passed.length > 0)
  const waits = capped.overrides.some(({ allowed }) => allowed === null)
  const may = capped.overrides.at(-1)?.allowed === true
  const toApprove = state === 'open' && step_kind === 'approve'
  const early = state === 'open' && emergency && !toApprove
  const { award } = found
  const toRatify = award?.emergency === true && award.ratification === null
  return [
    ...at('approval', t.awards.approve, approve, toApprove && !own_hand && (!passes || may)),
    ...at('emergency', t.awards.agree, agree, early && !own_hand),
    ...at('cap-decision', t.awards.cap_decide, decide, open && waits && !own_hand),
    ...at('cap-request', t.awards.cap_ask, ask, open && passes && !waits && !may),
    ...at('ratification', t.awards.ratify, ratify, toRatify && !own_hand),
  ]
}

function endsAtHand(visit: Visit, { case: id, interests }: Told, found: Awarded): LinkView[] {
  const { t, href } = visit
  const { award, instalments } = found
  if (!award || interests.length > 0) return []
  const owed = instalments.some(({ state }) => state === 'payable' || state === 'returned')
  const toCome = award.end === null && instalments.length < award.instalments
  const paid = instalments.some(({ payout }) => payout !== null)
  return [
    ...(paid && visit.may(claim)
      ? [{ href: href(`/cases/${id}/clawback`), label: t.awards.claim }]
      : []),
    ...((owed || toCome) && visit.may(end)
      ? [{ href: href(`/cases/${id}/end`), label: t.awards.end }]
      : []),
  ]
}

/** A whole list is approved at once. */
export const awardsRoundActs: readonly RoundAct[] = [
  {
    step: 'approve',
    path: (visit) => (visit.may(approve) ? '/cases/approval' : null),
    label: ({ t, language }, count) =>
      t.awards.bulk_approve({ count: formatCount(language, count) }),
  },
]
