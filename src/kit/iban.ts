/** International bank account numbers, ISO 13616, with each country's own length and form. */
import { ValidationErrorsIBAN, validateIBAN } from 'ibantools'
import { maskedNumber, plainNumber } from './plain-digits.ts'
import { refusal } from './refusal.ts'

export type IbanFault = 'country' | 'length' | 'form' | 'check_digits'

const faults: Readonly<Record<IbanFault, string>> = {
  country: 'it does not begin with a country that has such numbers',
  length: 'it does not have the length of its country’s numbers',
  form: 'it does not have the form of its country’s numbers',
  check_digits: 'its check digits do not agree with the rest',
}

export const ibanInvalid = refusal<{ given: string; fault: IbanFault }>(
  'iban.invalid',
  422,
  ({ given, fault }) => `The IBAN ${given} is not one: ${faults[fault]}.`,
  'Compare it with the bank’s papers, group by group.',
)

const separators = /[\p{Pd}.]/gu

/** Whether a typed number means to be an IBAN: two letters of a country and two check digits. */
export function looksLikeIban(typed: string): boolean {
  return /^[A-Z]{2}\d{2}/.test(plainNumber(typed))
}

/**
 * Reads an IBAN, typed in any width or case, with or without spaces, and answers it in capitals without
 * any. Refuses `iban.invalid`, which quotes the last four characters at most.
 */
export function iban(typed: string): string {
  const number = plainNumber(typed).replace(separators, '')
  const { valid, errorCodes } = validateIBAN(number)
  if (valid) return number
  throw ibanInvalid({ given: maskedNumber(typed), fault: faultOf(errorCodes) })
}

function faultOf(codes: readonly ValidationErrorsIBAN[]): IbanFault {
  const has = (...some: readonly ValidationErrorsIBAN[]) => some.some((one) => codes.includes(one))
  if (has(ValidationErrorsIBAN.NoIBANProvided, ValidationErrorsIBAN.NoIBANCountry)) return 'country'
  if (has(ValidationErrorsIBAN.WrongBBANLength)) return 'length'
  if (has(ValidationErrorsIBAN.WrongBBANFormat)) return 'form'
  return 'check_digits'
}
