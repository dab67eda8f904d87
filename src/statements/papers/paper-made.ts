/** What the papers of cases are made with: their frame, and words for people and amounts as the caller may read them. */
import { actorIn } from '../../../templates/messages/audit-words.ts'
import { messages } from '../../../templates/messages/messages.ts'
import { organisationOf } from '../../book/book.ts'
import { masked, readDetail, textFor } from '../../book/details.ts'
import { chainHead } from '../../book/events.ts'
import { principalOf, userBehind } from '../../book/principals.ts'
import type { View } from '../../book/registry.ts'
import { hex } from '../../kit/digest.ts'
import type { PartyId, UnitId, UserId } from '../../kit/ids.ts'
import { partyById } from '../../people/parties.ts'
import { shownField } from '../../people/shown.ts'
import { unitById } from '../../people/units.ts'
import type { Purpose } from '../../policies/people-data.ts'
import { build, first, prepare } from '../../store/prepare.ts'
import { openField } from '../../vault/fields.ts'
import type { SealedField } from '../../vault/values.ts'
import type { StatementLanguage } from '../statement.ts'
import type { PaperFrame } from './paper.ts'

const userNamed = prepare((p: { id: UserId }) =>
  build.selectFrom('user').select('name_detail_id').where('id', '=', p.id),
)

/** The frame of a paper that is made now, for this caller. Refuses `book.not_set_up`. */
export function frameFor(
  view: View,
  { number, mark, language }: Pick<PaperFrame, 'number' | 'mark' | 'language'>,
): PaperFrame {
  const { name, book, time_zone } = organisationOf(view)
  const head = chainHead(view)
  return {
    organisation: { name, book },
    number,
    version: head.seq,
    chain_head: hex(head.hash),
    at: new Date(view.at).toISOString(),
    at_local: minuteAt(view.at, time_zone),
    operator: principalOf(view, view.caller.actor),
    mark,
    language,
  }
}

/** `2025-03-05 14:30`: the minute of an instant as a clock in the time zone shows it. */
function minuteAt(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** A user by name for who reads names; else, and for hosts and programs, as the audit trail tells them. */
export function actorTold(view: View, actor: string, language: StatementLanguage): string {
  const user = userBehind(view, actor)
  const name = user === null ? null : userTold(view, user as UserId)
  return name === null || name === masked
    ? actorIn(messages[language], principalOf(view, actor))
    : name
}

/** A user by name; masked for who does not read names. */
export function userTold(view: View, user: UserId): string {
  const found = first(view, userNamed, { id: user })
  return textFor(view, found?.name_detail_id ?? null) ?? masked
}

/** A unit by name; the organisation's own for none. */
export function unitTold(view: View, unit: UnitId | null): string {
  return unit === null ? organisationOf(view).name : unitById(view, unit).name
}

/** A sealed field for a purpose; null where nothing is shown, also on a host that has no key of the book. */
export function fieldTold(
  view: View,
  party: PartyId,
  field: SealedField,
  purpose: Purpose,
): string | null {
  if (view.masterKeys === undefined) return null
  return shownField(view, view.caller, partyById(view, party), { field, purpose })
}

/** The bank and its branch of an account that is shown in part; null where nothing of it is. */
export function bankTold(view: View, party: PartyId, shown: string | null): string | null {
  if (shown === null) return null
  const bank = openField(view, party, 'bank_account')?.bank ?? null
  // The whole account names its bank by itself.
  return bank !== null && shown.includes(bank) ? null : bank
}

/** The text of a detail, whoever asks: for what was frozen without names. Undefined once it has been erased. */
export function frozenText(view: View, detail: number): string | undefined {
  return readDetail(view, detail)?.body
}
