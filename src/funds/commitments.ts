/** Commitments: money of a fund set aside for something promised but not yet owed. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { amountField, amountOut, codeField, dayField, idField } from '../book/fields.ts'
import { command } from '../book/registry.ts'
import type { Scoped } from '../book/scope.ts'
import { compareDays } from '../kit/day.ts'
import type { CommitmentId } from '../kit/ids.ts'
import { amountText, type Minor, parseAmount, subtractMinor } from '../kit/money.ts'
import { entryById, findReversal } from '../ledger/entries.ts'
import { fundById, fundWithCode, reachesFund } from '../ledger/funds.ts'
import { legsOf } from '../ledger/legs.ts'
import { requireOpenDay } from '../ledger/periods.ts'
import { post } from '../ledger/post.ts'
import { type CommitmentRole, commitmentRoles } from '../ledger/roles.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { requireAvailable } from './policy.ts'
import { beforeOrigin, commitmentUnknown, releaseTooLarge } from './refusals.ts'
import { standingSum } from './standing.ts'

const byId = prepare((p: { id: CommitmentId }) =>
  build.selectFrom('commitment').selectAll().where('id', '=', p.id),
)

/** What of a commitment was released and stays so. */
export function releasedOf(reader: Reader, commitmentId: CommitmentId): Minor {
  return standingSum(reader, 'commitment_release', commitmentId)
}

/** A commitment as far as this caller reaches, also one that was reversed. Refuses `commitment.unknown`. */
export function commitmentEverWithId(asker: Scoped, commitmentId: number): Row<'commitment'> {
  const found = first(asker, byId, { id: commitmentId as CommitmentId })
  if (!found || !reachesFund(asker, found.fund_id))
    throw commitmentUnknown({ commitment: commitmentId })
  return found
}

function commitmentWithId(asker: Scoped, commitmentId: number): Row<'commitment'> {
  const found = commitmentEverWithId(asker, commitmentId)
  if (findReversal(asker, found.entry_id)) throw commitmentUnknown({ commitment: commitmentId })
  return found
}

export const make = command({
  name: 'commitments.make',
  summary: 'Sets money of a fund aside for something promised but not yet owed',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/commitments' },
  input: z.strictObject({
    fund: codeField,
    kind: z.enum(commitmentRoles),
    amount: amountField,
    made_on: dayField.optional(),
  }),
  output: z.object({ commitment: z.number(), entry: z.number(), serial: z.number() }),
  subject: ({ commitment }) => `commitment/${commitment}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    const amountMinor = parseAmount(input.amount, fund.currency)
    const day = input.made_on ?? act.today
    requireOpenDay(act, day)
    requireAvailable(act, fund, amountMinor)
    const commitmentId = nextId(act, 'commitment')
    const slots = { $commitment: input.kind }
    const posted = post(act, {
      kind: 'commitment.made',
      effectiveOn: day,
      subject: `commitment/${commitmentId}`,
      legs: legsOf(act, 'commitment.made', { fund, amountMinor, partyId: null, slots }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'commitment', {
      id: commitmentId,
      fund_id: fund.id,
      role: input.kind,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    return { commitment: commitmentId, entry: posted.id, serial: posted.serials.get(fund.id)! }
  },
})

export const release = command({
  name: 'commitments.release',
  summary: 'Frees a commitment, or part of it',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/commitments/{commitment}/releases' },
  input: z.strictObject({
    commitment: idField,
    amount: amountField.optional(),
    released_on: dayField.optional(),
  }),
  output: z.object({ commitment: z.number(), entry: z.number(), amount: amountOut }),
  subject: ({ commitment }) => `commitment/${commitment}`,
  run: (act, input) => {
    const commitment = commitmentWithId(act, input.commitment)
    const fund = fundById(act, commitment.fund_id)
    const { currency } = fund
    const left = subtractMinor(commitment.amount_minor, releasedOf(act, commitment.id))
    const amountMinor = input.amount === undefined ? left : parseAmount(input.amount, currency)
    if (amountMinor > left || left === 0) {
      const [amount, rest] = [amountText(amountMinor, currency), amountText(left, currency)]
      throw releaseTooLarge({ commitment: commitment.id, amount, left: rest, currency })
    }
    const day = input.released_on ?? act.today
    const origin = entryById(act, commitment.entry_id).effective_on
    if (compareDays(day, origin) < 0) throw beforeOrigin({ day, origin })
    const slots = { $commitment: commitment.role as CommitmentRole }
    const posted = post(act, {
      kind: 'commitment.released',
      effectiveOn: day,
      subject: `commitment/${commitment.id}`,
      legs: legsOf(act, 'commitment.released', { fund, amountMinor, partyId: null, slots }),
      reverses: null,
      noteDetailId: null,
    })
    insert(act, 'commitment_release', {
      id: nextId(act, 'commitment_release'),
      commitment_id: commitment.id,
      amount_minor: amountMinor,
      entry_id: posted.id,
      event_seq: act.seq,
    })
    const amount = amountText(amountMinor, currency)
    return { commitment: commitment.id, entry: posted.id, amount }
  },
})
