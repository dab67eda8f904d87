/**
 * Numbers of bank accounts and cards: an IBAN, or plain digits where banks use those. The check digit of
 * ISO/IEC 7812-1 (Luhn) stands on cards only, and not on every card, so a wrong one is only pointed out.
 */
import { iban, looksLikeIban } from './iban.ts'
import { maskedNumber, plainNumber } from './plain-digits.ts'
import { refusal } from './refusal.ts'

/** The shortest accounts in use have 5 digits; 30 is the longest national number (ISO 13616). */
const fewest = 5
const most = 30

/** Cards have 13 to 19 digits; Chinese bank cards 16 to 19. */
const card = /^\d{16,19}$/

export type BankAccountFault = 'length' | 'characters'

const faults: Readonly<Record<BankAccountFault, string>> = {
  length: `it does not have ${fewest} to ${most} digits`,
  characters: 'it holds something other than digits',
}

export const bankAccountInvalid = refusal<{ given: string; fault: BankAccountFault }>(
  'bank_account.invalid',
  422,
  ({ given, fault }) => `The bank account ${given} cannot be one: ${faults[fault]}.`,
  'Write the number of the account or card in digits, or a whole IBAN.',
)

export interface BankAccount {
  /** Digits, or an IBAN in capitals; without spaces. */
  readonly number: string
  readonly form: 'iban' | 'plain'
  /** Whether it has the length of a bank card and not a card’s check digit: worth a second look. */
  readonly doubtful: boolean
}

const separators = /[\p{Pd}.]/gu

/**
 * Reads the number of a bank account or card, typed in any width, with or without spaces and hyphens.
 * Refuses `bank_account.invalid` and `iban.invalid`; both quote the last four characters at most.
 */
export function bankAccount(typed: string): BankAccount {
  if (looksLikeIban(typed)) return { number: iban(typed), form: 'iban', doubtful: false }
  const number = plainNumber(typed).replace(separators, '')
  const wrong = (fault: BankAccountFault) =>
    bankAccountInvalid({ given: maskedNumber(typed), fault })
  if (!/^\d*$/.test(number)) throw wrong('characters')
  if (number.length < fewest || number.length > most) throw wrong('length')
  return { number, form: 'plain', doubtful: card.test(number) && !luhn(number) }
}

/** Whether the last digit checks the others by the Luhn formula (ISO/IEC 7812-1, annex B). */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
