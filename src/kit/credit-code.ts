/**
 * The unified social credit code of Chinese organisations, GB 32100-2015: 18 characters of which the last
 * checks the others modulo 31. It knows no I, O, S, V and Z, which are taken for digits too easily.
 */
import { maskedNumber, plainNumber } from './plain-digits.ts'
import { refusal } from './refusal.ts'

export type CreditCodeFault = 'length' | 'characters' | 'place' | 'check_character'

const faults: Readonly<Record<CreditCodeFault, string>> = {
  length: 'it does not have 18 characters',
  characters: 'it holds something other than digits and capital letters without I, O, S, V and Z',
  place: 'its third to eighth characters are not the six digits of a place',
  check_character: 'its last character does not agree with the others',
}

export const creditCodeInvalid = refusal<{ given: string; fault: CreditCodeFault }>(
  'credit_code.invalid',
  422,
  ({ given, fault }) => `The unified social credit code ${given} is not one: ${faults[fault]}.`,
  'Compare it with the certificate of registration, character by character.',
)

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const dashes = /\p{Pd}/gu

/** The check character of 17 characters: weights are 3^(place - 1) modulo 31. */
export function creditCodeCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new RangeError(`${character} stands in no credit code`)
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31]!
}

/**
 * Reads a unified social credit code, typed in any width or case, with or without spaces and hyphens.
 * Answers its 18 characters. Refuses `credit_code.invalid`, which quotes the last four at most.
 */
export function creditCode(typed: string): string {
  const code = plainNumber(typed).replace(dashes, '')
  const wrong = (fault: CreditCodeFault) => creditCodeInvalid({ given: maskedNumber(typed), fault })
  if (code.length !== 18) throw wrong('length')
  if ([...code].some((character) => !alphabet.includes(character))) throw wrong('characters')
  if (!/^..\d{6}/.test(code)) throw wrong('place')
  if (creditCodeCheck(code.slice(0, 17)) !== code[17]) throw wrong('check_character')
  return code
}
