/** Turns a posting rule and what the command knows into the legs of an entry. */
import type { PartyId } from '../kit/ids.ts'
import type { Minor } from '../kit/money.ts'
import type { Reader } from '../store/store.ts'
import { type Account, accountInRole } from './accounts.ts'
import type { Fund } from './funds.ts'
import { type PostingKind, type PostingRule, postingRules, type Slot } from './posting-rules.ts'
import type { AccountRole } from './roles.ts'

/** One movement of an entry: from the credit to the debit account, within one fund. */
export interface Leg {
  readonly fund: Fund
  readonly debit: Account
  readonly credit: Account
  readonly amountMinor: Minor
  readonly partyId: PartyId | null
}

export interface LegsAsked {
  readonly fund: Fund
  readonly amountMinor: Minor
  readonly partyId: PartyId | null
  /** What stands in the rule's slots, with the `$`. */
  readonly slots: Partial<Readonly<Record<Slot, AccountRole>>>
}

/** The legs of a rule, each with the whole amount. Refuses `account.role_missing`. */
export function legsOf(reader: Reader, kind: PostingKind, asked: LegsAsked): Leg[] {
  const { fund, amountMinor, partyId } = asked
  const rule: PostingRule = postingRules[kind]
  return rule.legs.map(([debit, credit]) => ({
    fund,
    debit: inPlace(reader, kind, asked, debit),
    credit: inPlace(reader, kind, asked, credit),
    amountMinor,
    partyId,
  }))
}

function inPlace(
  reader: Reader,
  kind: PostingKind,
  { slots }: LegsAsked,
  name: AccountRole | Slot,
): Account {
  const role = name.startsWith('$') ? slots[name as Slot] : (name as AccountRole)
  if (!role) throw new Error(`The rule ${kind} needs ${name}.`)
  return accountInRole(reader, role)
}
