/** A contact card for paper: only once both sides have agreed, and while the caller’s reading stands on record. */
import { textFor } from '../../book/details.ts'
import type { View } from '../../book/registry.ts'
import { contacts } from '../../pairing/pairs/contact-commands.ts'
import { partyOfSide } from '../../pairing/pairs/contacts.ts'
import type { PairSide } from '../../pairing/pairs/moves.ts'
import { actsOfPair, pairRef, pairWithId } from '../../pairing/pairs/rows.ts'
import { kindShown } from '../../pairing/pairs/shown.ts'
import { needById, versionOfNeed } from '../../pairing/registers/rows.ts'
import { nameFor } from '../../people/shown.ts'
import type { StatementLanguage } from '../statement.ts'
import type { ContactCard } from './contact-card.ts'
import { frameFor, unitTold } from './paper-made.ts'

/**
 * The card of one side of a pair. Refuses `pair.unknown`, `pair.contacts_not_shared` before both agreed and after one took
 * it back, and `pair.contacts_closed` while no reading of the caller’s stands on record.
 */
export function contactCard(
  view: View,
  asked: { readonly pair: number; readonly side: PairSide },
  language: StatementLanguage,
): ContactCard {
  const { name, phone, address } = contacts.run(view, asked)
  const pair = pairWithId(view, asked.pair)
  const need = needById(view, pair.need_id)
  const began = actsOfPair(view, pair.id).find(({ act }) => act === 'began')
  return {
    format: 'care-ledger/contact-card@1',
    frame: frameFor(view, { number: pairRef(pair.id), mark: 'internal', language }),
    side: asked.side,
    kind: kindShown(view, need.unit_id, need.kind).name,
    from_on: began!.on_day,
    unit: unitTold(view, pair.unit_id),
    owner: { name: nameFor(view, view.caller, partyOfSide(view, pair, asked.side)) },
    other: { name, phone, address },
    wants: textFor(view, versionOfNeed(view, need.id).note_detail_id),
  }
}
