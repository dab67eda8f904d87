/** The texts that are kept apart: each must be the one that its digest in the chain commits to. */
import { detailDigest } from '../book/details.ts'
import { hex, sameBytes } from '../kit/digest.ts'
import type { MasterKeys } from '../kit/master-keys.ts'
import { build, each, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { type Check, collector, counts } from './report.ts'
import { checkSealed, openingOf } from './sealed.ts'

const all = prepare(() =>
  build
    .selectFrom('detail as d')
    .leftJoin('detail_body as b', 'b.detail_id', 'd.id')
    .leftJoin('sealed_field as s', 's.detail_id', 'd.id')
    .leftJoin('erased_detail as x', 'x.detail_id', 'd.id')
    .where('s.id', 'is', null)
    .select(['d.id', 'd.kind', 'd.digest', 'd.event_seq', 'b.salt', 'b.body'])
    .select('x.event_seq as erased_by')
    .orderBy('d.id'),
)
const unfounded = prepare(() =>
  build
    .selectFrom('detail_body as b')
    .leftJoin('detail as d', 'd.id', 'b.detail_id')
    .select('b.detail_id')
    .where('d.id', 'is', null),
)

/**
 * Compares every kept text with its digest; those that lie sealed too, where the master keys are given. Without them a
 * sealed text is taken for whole if all that belongs to it is there.
 */
export function checkDetails(reader: Reader, masterKeys?: MasterKeys): Check {
  const check = collector('details')
  let count = 0
  let erased = 0
  check.attempt(() => {
    for (const { id, kind, digest, event_seq, salt, body, erased_by } of each(reader, all, {})) {
      count += 1
      const where = { table: 'detail_body', row: String(id), event: event_seq }
      if (erased_by !== null) {
        erased += 1
        if (salt === null && body === null) continue
        const sentence = `the text (${kind}) is still kept, though event ${erased_by} erased it.`
        check.found('detail.left', sentence, where)
        continue
      }
      if (salt === null || body === null) {
        check.found('detail.erased', `the text (${kind}) is gone, and no event erased it.`, where)
        continue
      }
      if (typeof body !== 'string') {
        check.found('detail.type', `body (${kind}) is no text.`, where)
        continue
      }
      const found = detailDigest(salt, body)
      if (sameBytes(found, digest)) continue
      check.found(
        'detail.digest',
        `salt and body (${kind}) have the digest ${hex(found)}; the chain commits to ${hex(digest)}.`,
        where,
      )
    }
    for (const { detail_id } of each(reader, unfounded, {})) {
      check.found('detail_body.unfounded', 'no detail commits to it.', {
        table: 'detail_body',
        row: String(detail_id),
      })
    }
  })
  let sealed = 0
  let opened = 0
  check.attempt(() => {
    const found = checkSealed(openingOf(reader, masterKeys), check)
    sealed = found.sealed
    opened = found.opened
  })
  const lie =
    sealed === 0 ? '' : `; ${counts(sealed, 'sealed field')}, ${counts(opened, 'opened', 'opened')}`
  const gone = erased === 0 ? '' : `; ${counts(erased, 'text')} erased, with nothing left`
  return check.done(
    `${counts(count, 'text')} kept apart: those that the chain commits to${lie}${gone}`,
  )
}
