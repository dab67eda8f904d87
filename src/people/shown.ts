/**
 * What is shown of a person, and to whom: the one place that masks (handbook A7). What of it is shown where is the
 * policy on masks; who reads names is a right of the caller; for what it is shown is said by who shows it.
 */
import { erased, masked as hidden } from '../book/details.ts'
import type { Caller } from '../book/registry.ts'
import { addDays, type Day, isDay } from '../kit/day.ts'
import type { PartyId, UnitId } from '../kit/ids.ts'
import { maskTail } from '../kit/mask.ts'
import { residentId } from '../kit/resident-id.ts'
import { policyInForce } from '../policies/in-force.ts'
import type { MaskForm, Masks, Purpose } from '../policies/people-data.ts'
import type { Reader } from '../store/store.ts'
import { openField } from '../vault/fields.ts'
import type { Opening } from '../vault/keys.ts'
import type { SealedField, SealedValues } from '../vault/values.ts'
import { hasConsent } from './consents.ts'
import { type Party, partyById, partyName } from './parties.ts'
import type { Asker } from './party-scope.ts'
import { unitById } from './units.ts'

/** Masks as they were read, for as long as one question or act lasts. */
const read = new WeakMap<object, Map<UnitId | null, Masks>>()

/** The masks that hold in a unit today. */
export function masksIn(asker: Asker, unit: UnitId | null): Masks {
  const known = read.get(asker) ?? new Map<UnitId | null, Masks>()
  read.set(asker, known)
  const found = known.get(unit) ?? policyInForce(asker, 'masks', { unit, on: asker.today }).body
  known.set(unit, found)
  return found
}

/** Who looks at people: a command or a query at work, with the keys that the host gave. */
export type Looking = Asker & Opening

/**
 * A party's name for a purpose, as this caller may read it. Bodies are named in full, whoever was erased by the
 * word for it. On a notice nobody is named in full who has not agreed to it, and no child at all.
 */
export function nameFor(
  asker: Looking,
  caller: Caller,
  partyId: PartyId,
  purpose: Purpose = 'internal',
): string {
  const party = partyById(asker, partyId)
  const { full, masked } = partyName(asker, party)
  if (!full) return erased
  if (party.kind !== 'person') return full.name
  const masks = masksIn(asker, party.unit_id)
  const form = masks.name[purpose]
  if (form === 'omit') return hidden
  if (form === 'masked_name' && purpose !== 'notice') return masked
  if (purpose === 'notice') {
    if (isYounger(asker, party, masks.unnamed_below_years)) return hidden
    return form === 'full' && hasConsent(asker, party.id, 'publication') ? full.name : masked
  }
  return caller.readsNames ? full.name : masked
}

/**
 * A party's name in files that leave the house: persons masked, unless whoever reads names asked for them in full. The
 * mask of exports is the house's own, for such a file says of each name by its digest what it stands for.
 */
export function nameExported(reader: Reader, party: Party, names: boolean): string {
  const { full, masked } = partyName(reader, party)
  if (!full) return erased
  return names ? full.name : masked
}

/**
 * What somebody wrote of an illness or a disability, for a purpose: the text where the policy shows it in full to who reads
 * names; null where only its class is told, or nothing. Texts of other causes are told to whoever reads names.
 */
export function shownCause(
  asker: Looking,
  caller: Caller,
  unit: UnitId | null,
  told: { readonly text: string; readonly sensitive: boolean; readonly purpose: Purpose },
): string | null {
  const { text, sensitive, purpose } = told
  const { illness, disability } = masksIn(asker, unit)
  const shut = sensitive && (illness[purpose] !== 'full' || disability[purpose] !== 'full')
  return caller.readsNames && !shut ? text : null
}

/** Whether what a household lives on is told to a caller for a purpose. */
export function showsIncome(
  asker: Looking,
  caller: Caller,
  unit: UnitId | null,
  purpose: Purpose = 'internal',
): boolean {
  return caller.readsNames && masksIn(asker, unit).income[purpose] === 'full'
}

/** Whether somebody is known to be younger; of whom no birth date is known that is not said. */
function isYounger(asker: Looking, party: Party, years: number): boolean {
  const born = asker.masterKeys && bornOn(asker, party.id)
  if (born === undefined) return false
  const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
  // Whoever was born on 29 February has their birthday on 1 March of other years.
  const reached = isDay(birthday) ? birthday : addDays(`${birthday.slice(0, 8)}28` as Day, 1)
  return asker.today < reached
}

function bornOn(asker: Looking, party: PartyId): Day | undefined {
  const told = openField(asker, party, 'birth_date')?.on
  if (told) return told
  const document = openField(asker, party, 'identity_number')
  return document?.type === 'resident_id' ? residentId(document.number).born_on : undefined
}

/** What of a sealed field is shown before anybody asked to read it with a reason. */
const closedForms: Readonly<Record<SealedField, MaskForm>> = {
  identity_number: 'last_four',
  credit_code: 'full',
  bank_account: 'last_four',
  phone: 'last_four',
  address: 'area',
  birth_date: 'year',
}

/**
 * A sealed field for a purpose: null where it is empty, left out by the policy, or not for this caller. Within the
 * organisation the whole stays shut until somebody asks to read it with a reason. The code of a body is no
 * secret. Refuses what `openField` refuses.
 */
export function shownField(
  asker: Looking,
  caller: Caller,
  party: Party,
  { field, purpose }: { readonly field: SealedField; readonly purpose: Purpose },
): string | null {
  const form = formOf(asker, party, field, purpose)
  if (form === 'omit' || (!caller.readsNames && field !== 'credit_code')) return null
  const value = openField(asker, party.id, field)
  if (value === undefined) return null
  const shut = purpose === 'internal' && form === 'full'
  const area = party.unit_id === null ? null : unitById(asker, party.unit_id).name
  return maskedValue(shut ? closedForms[field] : form, field, value, area)
}

/** A sealed field as it is read within the organisation after somebody said why. Refuses what `openField` refuses. */
export function readField(asker: Looking, party: Party, field: SealedField): string | null {
  const form = formOf(asker, party, field, 'internal')
  const value = form === 'omit' ? undefined : openField(asker, party.id, field)
  if (value === undefined) return null
  const area = party.unit_id === null ? null : unitById(asker, party.unit_id).name
  return maskedValue(form, field, value, area)
}

function formOf(asker: Asker, party: Party, field: SealedField, purpose: Purpose): MaskForm {
  return field === 'credit_code' ? 'full' : masksIn(asker, party.unit_id)[field][purpose]
}

/** The text of a field in a form; null for what that form leaves nothing of. */
function maskedValue<F extends SealedField>(
  form: MaskForm,
  field: F,
  value: SealedValues[F],
  area: string | null,
): string | null {
  const held = value as Partial<
    SealedValues['bank_account'] &
      SealedValues['phone'] &
      SealedValues['credit_code'] &
      SealedValues['address'] &
      SealedValues['birth_date']
  >
  const text = held.number ?? held.code ?? held.text ?? held.on ?? ''
  switch (form) {
    case 'full':
      if (field === 'bank_account' && held.bank) return `${text} (${held.bank})`
      return field === 'phone' && held.extension ? `${text} ext. ${held.extension}` : text
    case 'last_four':
      return maskTail(text, 4)
    case 'first_three_last_four':
      return aroundMask(text, 4)
    case 'first_three_last_two':
      return aroundMask(text, 2)
    case 'year':
      return text.slice(0, 4)
    case 'area':
      return area
    default:
      return null
  }
}

/** The first three characters and the last few; of a number so short that this is most of it, its tail alone. */
function aroundMask(text: string, last: number): string {
  return text.length < 2 * (3 + last)
    ? maskTail(text, last)
    : text.slice(0, 3) + maskTail(text, last)
}
