/**
 * The number of a Chinese resident identity card, GB 11643-1999: six digits of the place, eight of the
 * birth day, three of an order in which men are odd and women even, and a check character by ISO 7064
 * MOD 11-2. The residence permits of people from Hong Kong, Macao and Taiwan (81, 82, 83) and the
 * permanent residence cards of foreigners since 2023 (9 and the province) have the same form.
 */
import { type Day, isDay } from './day.ts'
import { maskedNumber, plainNumber } from './plain-digits.ts'
import { refusal } from './refusal.ts'

export type ResidentIdFault =
  | 'length'
  | 'characters'
  | 'place'
  | 'birth_date'
  | 'not_born'
  | 'check_character'

const faults: Readonly<Record<ResidentIdFault, string>> = {
  length: 'it does not have 18 characters',
  characters: 'it is not 17 digits and a digit or X',
  place: 'its first digits are those of no province',
  birth_date: 'its birth date is no day of the calendar since 1900',
  not_born: 'its birth date is still to come',
  check_character: 'its last character does not agree with the others',
}

export const residentIdInvalid = refusal<{ given: string; fault: ResidentIdFault }>(
  'resident_id.invalid',
  422,
  ({ given, fault }) => `The resident identity number ${given} is not one: ${faults[fault]}.`,
  'Compare it with the card, digit by digit; for another document choose its type.',
)

export const residentIdOldForm = refusal<{ given: string }>(
  'resident_id.old_form',
  422,
  ({ given }) =>
    `The resident identity number ${given} has the 15 digits of the old form, which ended with 2012.`,
  'Write the 18 characters of the card that is valid now; without one, choose another type of document.',
)

export interface ResidentId {
  /** 18 characters, the last perhaps a capital X. */
  readonly number: string
  readonly born_on: Day
  /** By the seventeenth digit: odd for men, even for women. */
  readonly sex: 'male' | 'female'
}

const provinces =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]))/

/** Weights of the 17 digits: 2^(18 - place) modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The check character by the remainder of the weighted sum. */
const characters = '10X98765432'

/** The check character of 17 digits, ISO 7064 MOD 11-2. */
export function residentIdCheck(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('a resident identity number has 17 digits')
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return characters[sum % 11]!
}

/**
 * Reads a resident identity number, typed in any width or case, with or without spaces. With `today` a
 * birth date after it is refused too. Refuses `resident_id.invalid`, and `resident_id.old_form` for the
 * 15 digits that were given out until 1999; a refusal quotes the last four characters at most.
 */
export function residentId(typed: string, today?: Day): ResidentId {
  const number = plainNumber(typed)
  const wrong = (fault: ResidentIdFault) => residentIdInvalid({ given: maskedNumber(typed), fault })
  if (isOldForm(number)) throw residentIdOldForm({ given: maskedNumber(typed) })
  if (number.length !== 18) throw wrong('length')
  if (!/^\d{17}[\dX]$/.test(number)) throw wrong('characters')
  if (!provinces.test(number)) throw wrong('place')
  const born = dayWritten(number.slice(6, 14))
  if (!isDay(born)) throw wrong('birth_date')
  if (today !== undefined && born > today) throw wrong('not_born')
  if (residentIdCheck(number.slice(0, 17)) !== number[17]) throw wrong('check_character')
  return { number, born_on: born, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Fifteen digits with a day of the twentieth century in their place. */
function isOldForm(number: string): boolean {
  return (
    /^\d{15}$/.test(number) &&
    provinces.test(number) &&
    isDay(dayWritten(`19${number.slice(6, 12)}`))
  )
}

function dayWritten(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
