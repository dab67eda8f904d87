/** Lists of agreements, and of what is to be done under them and by when. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { scopeList, unitsBelow } from '../../book/scope.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import { addDays, daysBetween } from '../../kit/day.ts'
import type { AgreementCommitmentId, AgreementId } from '../../kit/ids.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyWithRef } from '../../people/parties.ts'
import { unitWithCode } from '../../people/units.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperWithId } from '../registers/rows.ts'
import {
  type AgreementState,
  agreementById,
  agreementRef,
  agreementSides,
  agreementStates,
  commitmentWithId,
  isBinding,
  partiesOf,
} from './rows.ts'
import { agreementOut, agreementShown, isOverdue, lineOut, lineShown } from './shown.ts'
import { reckoned } from './variance.ts'

const where = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** The last day of the newest version that both sides signed; null while there is none. */
const heldUntil = `(select v.until_on from agreement_version as v where v.agreement_id = t.id
  and 2 = (select count(*) from agreement_act as a where a.version_id = v.id and a.act = 'signed')
  order by v.id desc limit 1)`
const ended = `exists (select 1 from agreement_act as a where a.agreement_id = t.id and a.act = 'ended')`

function inState(view: View, state: AgreementState): Condition {
  switch (state) {
    case 'ended':
      return where(ended)
    case 'draft':
      return where(`not ${ended} and ${heldUntil} is null`)
    case 'active':
      return where(`not ${ended} and ${heldUntil} >= +?`, view.today)
    case 'expired':
      return where(`not ${ended} and ${heldUntil} < +?`, view.today)
  }
}

function reached({ scope }: View, column: string): Condition | null {
  if (scope === 'all') return null
  return where(`${column} in (select value from json_each(+?))`, scopeList(scope))
}

function inUnit(view: View, code: string, column: string): Condition {
  const units = unitsBelow(view, [unitWithCode(view, code).id])
  return where(`${column} in (select value from json_each(+?))`, scopeList(units))
}

export const list = query({
  name: 'agreements.list',
  summary: 'Agreements between bodies, newest first, with what is overdue under them',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/agreements' },
  input: z.strictObject({
    state: z.enum(agreementStates).optional(),
    helper: idField.optional(),
    /** The body that is helped. */
    party: z.string().max(40).optional(),
    unit: codeField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({ agreements: z.array(agreementOut), ...pageOut }),
  run: (view, input) => {
    const { state, helper, party, unit } = input
    const parties = party && togetherWith(view, partyWithRef(view, party.toUpperCase()).id)
    const also = [
      ...(helper ? [where('t.helper_id = +?', helperWithId(view, helper).id)] : []),
      ...(parties
        ? [where('t.party_id in (select value from json_each(+?))', JSON.stringify(parties))]
        : []),
      ...(unit ? [inUnit(view, unit, 't.unit_id')] : []),
      ...(state ? [inState(view, state)] : []),
    ]
    const within = reached(view, 't.unit_id')
    const listing = {
      table: 'agreement',
      key: null,
      descending: true,
      seek: [],
      also,
      within,
    } as const
    const { ids, next, previous } = pageOf(view, listing, input)
    const agreements = ids.map((id) => agreementShown(view, agreementById(view, id as AgreementId)))
    return { agreements, next, previous }
  },
})

const dueOut = lineOut.extend({
  agreement: z.number(),
  reference: z.string(),
  currency: z.string(),
  helper: personOut,
  party: personOut,
  overdue: z.boolean(),
  /** Days until it is due; negative once its day is over. */
  days_left: z.number(),
})

/** Evidence whose money was reversed, or given back in part, does not settle by itself that nothing is open. */
const settled = `(select coalesce(sum(coalesce(e.amount_minor, e.quantity)), 0)
  from agreement_evidence as e where e.commitment_id = t.id
    and not exists (select 1 from agreement_evidence_end as b where b.evidence_id = e.id)
    and not exists (select 1 from contribution as c join entry as r on r.reverses = c.entry_id
      where c.id = e.contribution_id)
    and not exists (select 1 from contribution_refund as f where f.contribution_id = e.contribution_id))`

const unitOfAgreement = '(select g.unit_id from agreement as g where g.id = t.agreement_id)'

/** What of all commitments may be open: not released, of no agreement that ended, and not done in full. */
const maybeOpen: readonly Condition[] = [
  where(`not exists (select 1 from agreement_commitment_end as x where x.commitment_id = t.id)
    and not exists (select 1 from agreement_act as a
      where a.agreement_id = t.agreement_id and a.act = 'ended')`),
  where(`coalesce(t.amount_minor, t.quantity) > ${settled}`),
]

function dueShown(view: View, id: number): z.output<typeof dueOut> | null {
  const commitment = commitmentWithId(view, id as AgreementCommitmentId)
  if (!isBinding(view, commitment)) return null
  const line = reckoned(view, commitment, view.today)
  if (line.open === 0) return null
  const agreement = agreementById(view, commitment.agreement_id)
  const { helper, helped } = partiesOf(view, agreement)
  return {
    ...lineShown(line, agreement.currency, textFor(view, commitment.text_detail_id)),
    agreement: agreement.id,
    reference: agreementRef(agreement.id),
    currency: agreement.currency,
    helper: personShown(view, helper),
    party: personShown(view, helped),
    overdue: isOverdue(line),
    days_left: daysBetween(view.today, line.due_on),
  }
}

export const due = query({
  name: 'agreements.due',
  summary: 'Commitments that are open: overdue ones and those of the next days, by their days',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/agreements/due' },
  input: z.strictObject({
    /** So many days ahead; nothing ahead for 0. */
    within_days: z.coerce.number().int().min(0).max(3_650).default(60),
    /** `overdue`: only those whose day is over. */
    only: z.literal('overdue').optional(),
    side: z.enum(agreementSides).optional(),
    unit: codeField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({
    due: z.array(dueOut),
    /** The last day that was looked at. */
    until: dayOut,
    ...pageOut,
  }),
  run: (view, input) => {
    const { only, side, unit } = input
    const until = addDays(view.today, only === 'overdue' ? -1 : input.within_days)
    const also = [
      ...maybeOpen,
      ...(side ? [where('t.side = +?', side)] : []),
      ...(unit ? [inUnit(view, unit, unitOfAgreement)] : []),
    ]
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'agreement_commitment',
        key: 'due_on',
        descending: false,
        seek: [where('t.due_on <= +?', until)],
        also,
        within: reached(view, unitOfAgreement),
      },
      input,
    )
    return { due: ids.flatMap((id) => dueShown(view, id) ?? []), until, next, previous }
  },
})
