/** What acts on cases at a step have in common: which are meant, who may not, and how they go on. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import type { Act } from '../../book/registry.ts'
import type { StepKind } from '../../policies/workflows.ts'
import { advance, requireAtStep } from '../cases/advance.ts'
import { interestsInCases, requireAnotherHand, requireNoInterestInCases } from '../cases/duties.ts'
import { type CasesGiven, casesMeant } from '../cases/given.ts'
import { caseRef, type HardshipCase, standingOf } from '../cases/rows.ts'

/** The cases of an act, and those of a list that were left to somebody else. */
export interface Meant {
  readonly cases: readonly HardshipCase[]
  /** References of those of the list in which whoever acts has an interest. */
  readonly left_out: string[]
}

/**
 * The cases at a step that are meant. Of a list, those in which whoever acts has an interest are left to somebody else;
 * whoever names a case means it. Refuses `case.unknown`, `round.unknown`, `cases.none`, `case.not_in_state`,
 * `case.not_at_step`, `case.interest`, and `case.own_hand` for whoever entered one of them.
 */
export function meantAt(act: Act, input: CasesGiven, step: StepKind): Meant {
  const found = casesMeant(act, input, step)
  for (const one of found) requireAtStep(one, standingOf(act, one.id), step)
  const meant = withoutInterest(act, found, input)
  requireAnotherHand(act, meant.cases)
  return meant
}

function withoutInterest(
  act: Act,
  found: readonly HardshipCase[],
  { cases: named = [] }: CasesGiven,
): Meant {
  const interests = interestsInCases(act, act.caller.actor, found)
  const isLeft = ({ id }: HardshipCase) => interests.has(id) && !named.includes(id)
  const cases = found.filter((one) => !isLeft(one))
  // Of a list that is theirs alone they do nothing, and are told why.
  requireNoInterestInCases(act, cases.length === 0 ? found : cases)
  return { cases, left_out: found.filter(isLeft).map(({ id }) => caseRef(id)) }
}

/** A text kept apart for one case, so that it can be erased with it; null where there is none. */
export function keptFor(act: Act, kind: string, text: string | undefined): number | null {
  return text === undefined ? null : keepDetail(act, kind, text)
}

/** All of them go on to the next step, each with the note kept apart. */
export function passAll(act: Act, cases: readonly HardshipCase[], note?: string): void {
  for (const one of cases) {
    advance(act, one, { act: 'passed', reason: keptFor(act, 'case_note', note) })
  }
}

/** What acts on cases answer. */
export const actedOut = z.object({
  /** How many it was done with. */
  cases: z.number(),
  /** The number of the first of them. */
  first: z.number(),
  /** References of those of a list that were left to somebody without an interest. */
  left_out: z.array(z.string()),
})

/** The answer of an act on some cases, of which there is one at least. */
export function actedOn(cases: readonly HardshipCase[], left_out: string[] = []) {
  return { cases: cases.length, first: cases[0]!.id as number, left_out }
}
