/** Runs of the matching and what was said against a match, as they stand in the book. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped } from '../../book/scope.ts'
import type { HelperId, MatchRejectionId, MatchRunId, NeedId } from '../../kit/ids.ts'
import { build, first, prepare, rows } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { needById } from '../registers/rows.ts'
import type { Figures } from './figures.ts'
import {
  figuresIn,
  type NeedRow,
  needsIn,
  type SuggestionRow,
  type SuggestionsPart,
  suggestionsIn,
} from './parts.ts'
import { matchRejectionUnknown, matchRunUnknown } from './refusals.ts'

export type MatchRun = Row<'match_run'>

const runBy = prepare((p: { id: MatchRunId }) =>
  build.selectFrom('match_run').selectAll().where('id', '=', p.id),
)
const newestRuns = prepare((p: { limit: number }) =>
  build.selectFrom('match_run').selectAll().orderBy('id', 'desc').limit(p.limit),
)
const bodiesOf = prepare((p: { run: MatchRunId }) =>
  build.selectFrom('match_part').select('body').where('run_id', '=', p.run).orderBy('part'),
)
const partsSuggesting = prepare((p: { run: MatchRunId }) =>
  build
    .selectFrom('match_part')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('run_id', '=', p.run)
    .where('body', 'like', '{"suggestions":%'),
)
const lastBody = prepare((p: { run: MatchRunId }) =>
  build
    .selectFrom('match_part')
    .select('body')
    .where('run_id', '=', p.run)
    .orderBy('part', 'desc')
    .limit(1),
)
const bodyAt = prepare((p: { run: MatchRunId; part: number }) =>
  build
    .selectFrom('match_part')
    .select('body')
    .where('run_id', '=', p.run)
    .where('part', '=', p.part),
)
const rejections = build
  .selectFrom('match_rejection as r')
  .leftJoin('match_rejection_end as e', 'e.rejection_id', 'r.id')
  .selectAll('r')
  .select('e.event_seq as ended_seq')
const rejectionBy = prepare((p: { id: MatchRejectionId }) => rejections.where('r.id', '=', p.id))
const standingBetween = prepare((p: { need: NeedId; helper: HelperId }) =>
  rejections
    .where('r.need_id', '=', p.need)
    .where('r.helper_id', '=', p.helper)
    .where('e.id', 'is', null)
    .orderBy('r.id', 'desc')
    .limit(1),
)

/** A rejection, with the event at which it was taken back, or null. */
export type RejectionRow = NonNullable<(typeof rejectionBy)['row']>

/** The run with a number, as far as this caller reaches. Refuses `match.run_unknown`. */
export function runWithId(asker: Scoped, id: number): MatchRun {
  const found = first(asker, runBy, { id: id as MatchRunId })
  if (!found || !inScope(asker.scope, found.unit_id)) throw matchRunUnknown({ run: id })
  return found
}

/** A run that stands in the book. */
export function runById(reader: Reader, id: MatchRunId): MatchRun {
  return first(reader, runBy, { id })!
}

/** Runs in which a need is looked for: older ones say nothing of how things are. */
const runsLookedAt = 5

/** The last run in which a need had a part, of the last few that the caller reaches; or undefined. */
export function lastRunWith(asker: Scoped, need: NeedId): MatchRun | undefined {
  return rows(asker, newestRuns, { limit: runsLookedAt })
    .filter(({ unit_id }) => inScope(asker.scope, unit_id))
    .find((run) => needOfRun(asker, run, need) !== undefined)
}

/** The parts of a run in their order. */
export function partsOfRun(reader: Reader, run: MatchRunId): string[] {
  return rows(reader, bodiesOf, { run }).map(({ body }) => body)
}

/** How many parts of a run, from its first on, hold what it suggests. */
export function suggestionParts(reader: Reader, run: MatchRunId): number {
  return first(reader, partsSuggesting, { run })!.count
}

/** What one part of a run suggests, of the first `suggestionParts` of them. */
export function suggestionsOfPart(reader: Reader, run: MatchRunId, part: number): SuggestionsPart {
  return suggestionsIn(first(reader, bodyAt, { run, part })!.body)
}

/** All that a run suggests, by needs. */
export function suggestionsOfRun(
  reader: Reader,
  { id }: MatchRun,
): ReadonlyMap<NeedId, readonly SuggestionRow[]> {
  const found = new Map<NeedId, SuggestionRow[]>()
  const parts = suggestionParts(reader, id)
  for (let part = 0; part < parts; part += 1) {
    for (const row of suggestionsOfPart(reader, id, part).suggestions) {
      found.set(row[0], [...(found.get(row[0]) ?? []), row])
    }
  }
  return found
}

/** A need as a run solved it, with its candidates; undefined where it had no part in it. */
export function needOfRun(reader: Reader, { id }: MatchRun, need: NeedId): NeedRow | undefined {
  const parts = suggestionParts(reader, id)
  for (let part = 0; part < parts; part += 1) {
    const { suggestions, unmet } = suggestionsOfPart(reader, id, part)
    if (![...suggestions, ...unmet].some(([one]) => one === need)) continue
    const solved = needsIn(first(reader, bodyAt, { run: id, part: parts + part })!.body)
    return solved.find(([one]) => one === need)
  }
  return undefined
}

/** What a run came to. */
export function figuresOfRun(reader: Reader, run: MatchRunId): Figures {
  return figuresIn(first(reader, lastBody, { run })!.body)
}

/** The rejection with a number, as far as this caller reaches its need. Refuses `match.rejection_unknown`. */
export function rejectionWithId(asker: Scoped, id: number): RejectionRow {
  const found = first(asker, rejectionBy, { id: id as MatchRejectionId })
  if (!found || !inScope(asker.scope, needById(asker, found.need_id).unit_id)) {
    throw matchRejectionUnknown({ rejection: id })
  }
  return found
}

/** A rejection that stands in the book. */
export function rejectionById(reader: Reader, id: MatchRejectionId): RejectionRow {
  return first(reader, rejectionBy, { id })!
}

/** What keeps a need and a helper apart now, or undefined. */
export function rejectionBetween(
  reader: Reader,
  need: NeedId,
  helper: HelperId,
): RejectionRow | undefined {
  return first(reader, standingBetween, { need, helper })
}
