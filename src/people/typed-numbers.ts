/**
 * Finding somebody by a number that lies sealed: an identity number, a code, an account, a telephone, typed in whole. It
 * is looked up in the keyed blind indexes and opens nothing; a part of a number finds nobody.
 */
import type { Caller } from '../book/registry.ts'
import { bankAccount } from '../kit/bank-account.ts'
import { creditCode } from '../kit/credit-code.ts'
import type { PartyId } from '../kit/ids.ts'
import { phone } from '../kit/phone.ts'
import { Refusal } from '../kit/refusal.ts'
import { residentId } from '../kit/resident-id.ts'
import { partiesWithValue } from '../vault/blind-index.ts'
import { documentTypes, type SealedField, type SealedValues } from '../vault/values.ts'
import { partyById } from './parties.ts'
import { partyInScope } from './party-scope.ts'
import type { Looking } from './shown.ts'

/** Below this a text is a word, a day, an amount. */
const fewestDigits = 5

function read<T>(reading: () => T): T | undefined {
  try {
    return reading()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/**
 * The parties whose sealed number is the one typed, as far as the caller reaches; nobody for who may not read names,
 * and without master keys. `region` as `phone` of the kit takes it.
 */
export function partiesWithTyped(
  asker: Looking,
  caller: Caller,
  typed: string,
  region: string | null,
): PartyId[] {
  const digits = typed.normalize('NFKC').replace(/[^0-9]/g, '').length
  if (digits < fewestDigits || !caller.readsNames || !asker.masterKeys) return []
  const found = new Set<PartyId>()
  // A vault that does not open finds nobody, and lets names be searched.
  const add = <F extends SealedField>(field: F, value: SealedValues[F]) => {
    const parties = read(() => partiesWithValue(asker, field, value))
    for (const party of parties ?? []) found.add(party)
  }
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const number = read(() => residentId(typed).number) ?? plain
  for (const type of documentTypes) add('identity_number', { type, number })
  const code = read(() => creditCode(typed))
  if (code) add('credit_code', { code })
  const account = read(() => bankAccount(typed).number)
  if (account) add('bank_account', { number: account, bank: null })
  const telephone = read(() => phone(typed, region))
  if (telephone) add('phone', telephone)
  return [...found]
    .filter((party) => partyInScope(asker, partyById(asker, party)))
    .sort((a, b) => a - b)
}
