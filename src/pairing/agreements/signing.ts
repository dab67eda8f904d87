/** Both sides sign a version of an agreement; and an agreement that ends before its day. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { dayField, idField, nameField, reasonField } from '../../book/fields.ts'
import { principalOf } from '../../book/principals.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import { dayInFuture } from '../../ledger/refusals.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { pairingKeepers } from '../registers/roles.ts'
import { openAgreement } from './drafting.ts'
import { requireNoInterest } from './duties.ts'
import { agreementEmpty, agreementSigned, agreementVersionChanged } from './refusals.ts'
import {
  type Agreement,
  agreementRef,
  agreementSides,
  commitmentsOf,
  newestVersion,
  releaseOf,
  signaturesOf,
  versionsOfAgreement,
} from './rows.ts'

export const sign = command({
  name: 'agreements.sign',
  summary: 'Records that a side signed the newest version of an agreement; it holds when both have',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements/{agreement}/signatures' },
  input: z.strictObject({
    agreement: idField,
    /** The number of the version that was signed, which is the newest. */
    version: idField,
    side: z.enum(agreementSides),
    /** Who signed for it, as on the paper. */
    signer: nameField,
    on_day: dayField.optional(),
    note: reasonField.optional(),
  }),
  output: z.object({
    agreement: z.number(),
    version: z.number(),
    /** Whether both sides have signed it now. */
    in_force: z.boolean(),
  }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const agreement = openAgreement(act, input.agreement)
    const { side } = input
    const on_day = notAfterToday(act, input.on_day)
    const reference = agreementRef(agreement.id)
    const version = newestVersion(act, agreement.id)
    if (versionsOfAgreement(act, agreement.id).length !== input.version) {
      throw agreementVersionChanged({ agreement: reference, version: input.version })
    }
    const signed = signaturesOf(act, version)
    if (signed.some((one) => one.side === side))
      throw agreementSigned({ agreement: reference, side })
    requirePromises(act, agreement)
    requireNoInterest(act, agreement)
    insert(act, 'agreement_act', {
      id: nextId(act, 'agreement_act'),
      agreement_id: agreement.id,
      act: 'signed',
      version_id: version.id,
      side,
      on_day,
      signer_detail_id: keepDetail(act, 'agreement_signer', input.signer),
      note_detail_id: noteOf(act, input.note),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { agreement: agreement.id, version: input.version, in_force: signed.length === 1 }
  },
})

export const end = command({
  name: 'agreements.end',
  summary: 'Ends an agreement before its day, or drops a draft, with the reason',
  may: pairingKeepers,
  reach: 'units',
  route: { method: 'POST', path: '/agreements/{agreement}/end' },
  input: z.strictObject({ agreement: idField, on_day: dayField.optional(), reason: reasonField }),
  output: z.object({ agreement: z.number() }),
  subject: ({ agreement }) => `agreement/${agreement}`,
  run: (act, input) => {
    const agreement = openAgreement(act, input.agreement)
    const on_day = notAfterToday(act, input.on_day)
    requireNoInterest(act, agreement)
    insert(act, 'agreement_act', {
      id: nextId(act, 'agreement_act'),
      agreement_id: agreement.id,
      act: 'ended',
      version_id: null,
      side: null,
      on_day,
      signer_detail_id: null,
      note_detail_id: noteOf(act, input.reason),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    return { agreement: agreement.id }
  },
})

/** Refuses `day.in_future`. */
export function notAfterToday(act: Act, given: Day | undefined): Day {
  const day = given ?? act.today
  if (day > act.today) throw dayInFuture({ day, today: act.today })
  return day
}

/** Refuses `agreement.promises_nothing`. */
function requirePromises(act: Act, agreement: Agreement): void {
  const standing = commitmentsOf(act, agreement.id).some(({ id }) => !releaseOf(act, id))
  if (!standing) throw agreementEmpty({ agreement: agreementRef(agreement.id) })
}

function noteOf(act: Act, text: string | undefined): number | null {
  return text === undefined ? null : keepDetail(act, 'agreement_note', text)
}
