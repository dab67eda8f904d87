/** Cash and goods: whoever receives them signs for each line, and the signed slip is kept by its digest. */
import { z } from 'zod'
import { dayField, idField } from '../../book/fields.ts'
import { principalOf, userBehind } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import type { PartyId, UserId } from '../../kit/ids.ts'
import { PostingRun } from '../../ledger/post.ts'
import { householdOf } from '../../people/households.ts'
import { personOfUser } from '../../people/interests.ts'
import { keptInPlaceOf } from '../../people/merges.ts'
import { partyRef, partyWithRef } from '../../people/parties.ts'
import { kinWithin } from '../../people/ties.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { bankedNotSigned, receiverActs, receiverNotKin } from './refusals.ts'
import { requireTakesResult, type Taken, takeResult } from './results.ts'
import {
  type Batch,
  type BatchLine,
  batchField,
  batchWithNumber,
  lineAt,
  mostLines,
} from './rows.ts'

/** SHA-256 in hex of a scanned paper. */
const slipField = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'write a SHA-256 digest in hex')
  .meta({ examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'] })

/** Kin who receive for somebody are as near as grandparents, siblings and in-laws. */
const degreesOfReceivers = 2

const signedField = z.strictObject({
  line: idField,
  /** The digest of the signed slip as it was scanned. */
  slip_digest: slipField,
  /** Who of the payee’s kin received it; the payee without. */
  receiver: z.string().max(40).optional(),
  /** The digest of the paper by which the payee lets them receive it. */
  authority_digest: slipField.optional(),
})

export const signFor = command({
  name: 'batches.sign_for',
  summary: 'Records who signed for lines paid in cash or goods: the payee, or kin with authority',
  may: ['owner', 'fund_administrator'],
  reach: 'units',
  route: { method: 'POST', path: '/batches/{batch}/signatures' },
  input: z.strictObject({
    batch: batchField,
    on: dayField.optional(),
    lines: z
      .array(
        signedField.refine(
          ({ receiver, authority_digest }) =>
            (receiver === undefined) === (authority_digest === undefined),
          'kin receive with an authority, and nobody else needs one',
        ),
      )
      .min(1)
      .max(mostLines)
      .refine(
        (lines) => new Set(lines.map(({ line }) => line)).size === lines.length,
        'a line is named twice',
      )
      .meta({
        examples: [
          [
            {
              line: 1,
              slip_digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
            },
          ],
        ],
      }),
  }),
  output: z.object({
    batch: z.string(),
    lines: z.number(),
    payouts: z.array(z.number()),
    /** The entry of the first line. */
    entry: z.number(),
  }),
  subject: ({ batch }) => `batch/${batch}`,
  run: (act, input) => {
    const batch = batchWithNumber(act, input.batch)
    const taken = signLines(act, { batch, on: input.on ?? act.today, lines: input.lines })
    return {
      batch: batch.number,
      lines: taken.length,
      payouts: taken.map(({ payout }) => payout!),
      entry: taken[0]!.entry!,
    }
  },
})

/** Lines for which somebody signed, of one batch and one day. */
export interface SignedLines {
  readonly batch: Batch
  readonly on: Day
  readonly lines: readonly z.output<typeof signedField>[]
}

/**
 * Takes signed slips: each closes the payout of its line. Refuses `batch.by_bank`, what
 * `requireTakesResult` refuses, `batch_line.own_receipt` and `batch_line.receiver_not_kin`.
 */
export function signLines(act: Act, { batch, on, lines }: SignedLines): readonly Taken[] {
  if (batch.form === 'bank') throw bankedNotSigned({ batch: batch.number })
  const signed = lines.map((given) => {
    const line = lineAt(act, batch, given.line)
    requireTakesResult(act, batch, line, on)
    return { line, receiver: receiverOf(act, line, given.receiver, on), given }
  })
  const run = new PostingRun(act)
  const taken = signed.map((one) => {
    writeSlip(act, one)
    return takeResult(act, { batch, line: one.line }, { outcome: 'paid', on, cause: null }, run)
  })
  run.close()
  return taken
}

interface Signed {
  readonly line: BatchLine
  readonly receiver: PartyId
  readonly given: z.output<typeof signedField>
}

/**
 * Who receives a line. Refuses `batch_line.own_receipt` for whoever hands it out, and
 * `batch_line.receiver_not_kin` for who is neither near kin of the payee nor of their household.
 */
function receiverOf(
  act: Act,
  { payee_id, position }: BatchLine,
  given: string | undefined,
  on: Day,
): PartyId {
  const receiver = given === undefined ? payee_id : partyWithRef(act, given).id
  const kept = keptInPlaceOf(act, receiver)
  const user = userBehind(act, act.caller.actor) as UserId | null
  if (user !== null && personOfUser(act, user) === kept) throw receiverActs({ line: position })
  if (given === undefined || kept === keptInPlaceOf(act, payee_id)) return receiver
  const home = householdOf(act, payee_id, on)?.household_id
  const together = home !== undefined && householdOf(act, kept, on)?.household_id === home
  const kin = kinWithin(act, payee_id, degreesOfReceivers, on).some(({ party }) => party === kept)
  if (together || kin) return receiver
  const [who, payee] = [partyRef(kept), partyRef(payee_id)]
  throw receiverNotKin({ line: position, receiver: who, payee })
}

function writeSlip(act: Act, { line, receiver, given }: Signed): void {
  insert(act, 'batch_line_slip', {
    id: nextId(act, 'batch_line_slip'),
    line_id: line.id,
    received_by: given.receiver === undefined ? 'oneself' : 'kin',
    receiver_id: receiver,
    digest: given.slip_digest,
    authority_digest: given.authority_digest ?? null,
    actor: principalOf(act, act.caller.actor),
    event_seq: act.seq,
  })
}
