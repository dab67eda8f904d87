/** Telephone numbers in the form of ITU-T E.164, read as people of a country write them. */
import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/min'
import { maskedNumber } from './plain-digits.ts'
import { refusal } from './refusal.ts'

export type PhoneFault = 'not_a_number' | 'country' | 'too_short' | 'too_long' | 'length'

const faults: Readonly<Record<PhoneFault, string>> = {
  not_a_number: 'it is no telephone number',
  country: 'its country is not known',
  too_short: 'it is too short',
  too_long: 'it is too long',
  length: 'no number of its country is that long',
}

export const phoneInvalid = refusal<{ given: string; fault: PhoneFault }>(
  'phone.invalid',
  422,
  ({ given, fault }) => `The telephone number ${given} cannot be one: ${faults[fault]}.`,
  'Write it with its area code, or with + and the code of its country, such as +86 138 0013 8000.',
)

export interface Phone {
  /** E.164: `+` and digits. */
  readonly number: string
  /** Digits to be dialled afterwards; null when there are none. */
  readonly extension: string | null
}

/** Longer texts hold more than one number. */
const longest = 60

/**
 * Reads a telephone number; `region` (ISO 3166-1, two letters) is the country of numbers without one,
 * null when it is not known. A number that is as long as its country’s are is taken, for ranges are given
 * out faster than lists of them are read. Refuses `phone.invalid`, which quotes four digits at most.
 */
export function phone(typed: string, region: string | null): Phone {
  const wrong = (fault: PhoneFault) => phoneInvalid({ given: maskedNumber(typed), fault })
  if (typed.length > longest) throw wrong('too_long')
  const text = typed.normalize('NFKC').replace(/[转轉]/gu, ' ext. ')
  const defaultCountry = regionOf(region)
  try {
    const found = parsePhoneNumberWithError(text, {
      extract: false,
      ...(defaultCountry === undefined ? {} : { defaultCountry }),
    })
    if (!found.isPossible()) throw wrong('length')
    return { number: found.number, extension: found.ext ?? null }
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw wrong(parseFaults[error.message] ?? 'not_a_number')
  }
}

const parseFaults: Readonly<Record<string, PhoneFault>> = {
  INVALID_COUNTRY: 'country',
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'length',
}

/** Whether two letters are a country (ISO 3166-1) that has telephones. */
export function isRegion(region: string): boolean {
  return isSupportedCountry(region)
}

function regionOf(region: string | null): CountryCode | undefined {
  if (region === null) return undefined
  if (!isSupportedCountry(region)) throw new RangeError(`${region} is no country with telephones`)
  return region
}
