/** Commands of what lies sealed of a party: identity numbers, codes, accounts, telephones, addresses, birth dates. */
import { z } from 'zod'
import { type Act, command } from '../book/registry.ts'
import { bankAccount } from '../kit/bank-account.ts'
import { creditCode } from '../kit/credit-code.ts'
import { day } from '../kit/day.ts'
import { phone } from '../kit/phone.ts'
import { residentId } from '../kit/resident-id.ts'
import type { Reader } from '../store/store.ts'
import { emptyField, fieldState, sealField } from '../vault/fields.ts'
import {
  type DocumentType,
  documentTypes,
  type SealedField,
  type SealedValues,
  sealedFieldNames,
} from '../vault/values.ts'
import { registrars } from './commands.ts'
import {
  partyErased,
  sealedFieldEmpty,
  sealedFieldOfKinds,
  sealedFieldTooLong,
} from './data-refusals.ts'
import { type Party, partyName, partyRef, partyWithRef } from './parties.ts'
import { phoneRegion } from './phone-region.ts'
import { statusInFuture } from './refusals.ts'

/** As long as a line on a form. */
const longestValue = 500

const ofPersons: readonly SealedField[] = ['identity_number', 'birth_date']
const ofBodies: readonly SealedField[] = ['credit_code']

/** Whether a field is one that such a party can have. */
export function fieldFits({ kind }: Pick<Party, 'kind'>, field: SealedField): boolean {
  return !(kind === 'person' ? ofBodies : ofPersons).includes(field)
}

/** Refuses `party.erased`. */
export function requireNotErased(reader: Reader, party: Party): void {
  if (!partyName(reader, party).full) throw partyErased({ party: partyRef(party.id) })
}

const field = z.enum(sealedFieldNames)
const one = z
  .string({ error: 'write text' })
  .max(4_000, 'write at most 4000 characters')
  .refine((text) => text.trim() !== '', 'write something')
  .refine((text) => text.isWellFormed(), 'the text holds half a character')
  .refine((text) => !/[^\P{Cc}\t\n\r]/u.test(text), 'the text holds a control character')

const sealInput = z.strictObject({
  party: z.string().max(40),
  field,
  value: one,
  /** Of an identity number: which document it stands on; a resident identity card unless said. */
  document: z.enum(documentTypes).default('resident_id'),
  /** Of a bank account: the bank and its branch. */
  bank: one.optional(),
})

type Readers = { readonly [F in SealedField]: (given: string) => SealedValues[F] }

/** How each field is read. Refusals quote the last four characters at most, and nothing of an address. */
function readersFor(act: Act, document: DocumentType, bank: string | undefined): Readers {
  return {
    identity_number: (given) => ({
      type: document,
      number: document === 'resident_id' ? residentId(given, act.today).number : otherNumber(given),
    }),
    credit_code: (given) => ({ code: creditCode(given) }),
    bank_account: (given) => ({ number: bankAccount(given).number, bank: bank?.trim() ?? null }),
    phone: (given) => phone(given, phoneRegion(act)),
    address: (given) => ({ text: given.trim() }),
    birth_date: (given) => {
      const on = day(given.trim())
      if (on > act.today) throw statusInFuture({ day: on, today: act.today })
      return { on }
    },
  }
}

/** Letters and figures in capitals: how a passport or any other document is compared. */
function otherNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export const seal = command({
  name: 'parties.seal',
  summary: 'Keeps a number, an account, a telephone, an address or a birth date of a party, sealed',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/sealed-fields' },
  seals: true,
  input: sealInput,
  output: z.object({ party: z.string(), field }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    const ref = partyRef(party.id)
    requireNotErased(act, party)
    if (!fieldFits(party, input.field)) throw sealedFieldOfKinds({ party: ref, field: input.field })
    const longest = Math.max(input.value.length, input.bank?.length ?? 0)
    if (longest > longestValue) throw sealedFieldTooLong({ field: input.field, most: longestValue })
    const value = readersFor(act, input.document, input.bank)[input.field](input.value)
    sealField(act, party.id, input.field, value)
    return { party: ref, field: input.field }
  },
})

export const empty = command({
  name: 'parties.empty_field',
  summary: 'Empties a sealed field of a party; what was sealed before stays shut',
  may: registrars,
  reach: 'units',
  route: { method: 'POST', path: '/parties/{party}/sealed-fields/removals' },
  input: z.strictObject({ party: z.string().max(40), field }),
  output: z.object({ party: z.string(), field }),
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const party = partyWithRef(act, input.party)
    const ref = partyRef(party.id)
    if (fieldState(act, party.id, input.field) !== 'sealed') {
      throw sealedFieldEmpty({ party: ref, field: input.field })
    }
    emptyField(act, party.id, input.field)
    return { party: ref, field: input.field }
  },
})
