/** Visits as tests of coverage record them. */
import type { z } from 'zod'
import { record } from '../../../src/pairing/visits/commands.ts'
import type { PairingBook } from '../pairing-for-tests.ts'

/** Records a visit of a pair on a day. */
export function visitOn(
  { t, as }: PairingBook,
  pair: number,
  on: string,
  given: Partial<z.input<typeof record.input>> = {},
): number {
  return t.does(record, { pair, visited_on: on, ...given }, as.coordinator).output.visit
}
