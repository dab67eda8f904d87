/** Codes of own pages and contact details in the three places of the matrix, and what is asked of them there. */
import { sha256Hex } from '../../src/kit/digest.ts'
import { end, make } from '../../src/pairing/own/code-commands.ts'
import { enroll } from '../../src/pairing/registers/helper-commands.ts'
import { register } from '../../src/people/commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'
import type { Sample } from './matrix-samples.ts'

export interface OwnPlace {
  readonly pairingCode: number
  /** Whoever helps, for whom a code is made. */
  readonly helping: string
}

export const nowhereInOwn: OwnPlace = { pairingCode: 900_201, helping: 'P-900202' }

const until_on = '2026-12-31'

/** A helper with a code. */
export function furnishOwn(
  t: TestBook,
  { unit, word }: { readonly unit: string | null; readonly word: string },
): OwnPlace {
  const inUnit = unit === null ? {} : { unit }
  const given = { kind: 'person', name: `${word} Codebearer`, ...inUnit } as const
  const party = t.does(register, given).output.party
  t.does(enroll, { party, ...inUnit })
  const hash = sha256Hex(`${word} pairing code`)
  const { code } = t.does(make, { party, hash, until_on }).output
  return { pairingCode: code, helping: party }
}

/** What each name of own pages and of contact details is asked. */
export const ownSamples: Readonly<Record<string, Sample>> = {
  [make.name]: (of) => ({ party: of.helping, hash: 'ba'.repeat(32), until_on }),
  [end.name]: (of) => ({ code: of.pairingCode }),
  'pairing_codes.list': () => ({}),
  'pairs.open_contacts': (of) => ({ pair: of.activePair, side: 'helper', reason: 'A card' }),
  'pairs.contacts': (of) => ({ pair: of.activePair, side: 'helper' }),
}
