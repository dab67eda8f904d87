/** How commands name cases: by their numbers, or by a list of which those count that wait at a step. */
import { z } from 'zod'
import { idField } from '../../book/fields.ts'
import type { Act, View } from '../../book/registry.ts'
import type { StepKind } from '../../policies/workflows.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import { casesNone } from './refusals.ts'
import { caseById, caseWithId, type HardshipCase, roundWithId } from './rows.ts'

/** A county's year has some 2,600 grants (handbook 0.4). */
const mostCases = 5_000

/** The fields by which a command names cases; one of the two. */
export const casesGiven = {
  cases: z.array(idField).min(1).max(mostCases).optional(),
  /** A list of cases: those of it that wait at this step. */
  round: idField.optional(),
}

export interface CasesGiven {
  readonly cases?: readonly number[] | undefined
  readonly round?: number | undefined
}

const waitingIn = prepare((p: { round: NonNullable<HardshipCase['round_id']>; kind: string }) =>
  build
    .selectFrom('case_state')
    .select('case_id')
    .where('round_id', '=', p.round)
    .where('state', '=', 'open')
    .where('step_kind', '=', p.kind)
    .orderBy('case_id'),
)

/**
 * The cases meant, each once and in the order of their numbers. Refuses `case.unknown`, `round.unknown`, `cases.none`.
 */
export function casesMeant(
  asker: View | Act,
  { cases = [], round }: CasesGiven,
  at: StepKind,
): HardshipCase[] {
  const listed =
    round === undefined
      ? []
      : rows(asker, waitingIn, { round: roundWithId(asker, round).id, kind: at }).map(
          ({ case_id }) => caseById(asker, case_id),
        )
  const named = cases.map((id) => caseWithId(asker, id))
  const found = new Map([...listed, ...named].map((one) => [one.id, one]))
  if (found.size === 0) throw casesNone({})
  return [...found.values()].toSorted((a, b) => a.id - b.id)
}
