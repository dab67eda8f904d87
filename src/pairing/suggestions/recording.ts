/**
 * Puts a run of the matching on record. In no registry: the house alone says so, when it has solved the problem and held
 * the solution to its proof, so that nobody can claim a run that never was.
 */
import { z } from 'zod'
import { principalOf } from '../../book/principals.ts'
import { type Act, pageCommand, type Role } from '../../book/registry.ts'
import { inScope } from '../../book/scope.ts'
import type { EventSeq, MatchRunId, PolicyVersionId, UnitId } from '../../kit/ids.ts'
import { unitById, unitUnknown } from '../../people/units.ts'
import { insert, nextId } from '../../store/prepare.ts'
import { digestOfParts } from './parts.ts'

/** Who puts helpers and needs together. */
export const matchers: readonly Role[] = ['owner', 'pairing_coordinator']

const count = z.number().int().min(0)

export const record = pageCommand({
  name: 'matching.record',
  summary: 'Records what a run of the matching found, with the prices that prove it',
  may: matchers,
  reach: 'units',
  input: z.strictObject({
    unit: count.nullable(),
    policy: count.nullable(),
    /** What the book knew up to this event was matched. */
    known: count,
    helpers: count,
    needs: count,
    candidates: count,
    suggested: count,
    unmet: count,
    cost: count,
    parts: z.array(z.string()).min(1),
  }),
  output: z.object({ run: z.number(), suggested: z.number(), unmet: z.number() }),
  subject: ({ run }) => `match/${run}`,
  run: (act, input) => {
    requireInScope(act, input.unit as UnitId | null)
    const id = nextId(act, 'match_run')
    insert(act, 'match_run', {
      id,
      unit_id: input.unit as UnitId | null,
      policy_version_id: input.policy as PolicyVersionId | null,
      known_seq: input.known as EventSeq,
      helpers: input.helpers,
      needs: input.needs,
      candidates: input.candidates,
      suggested: input.suggested,
      unmet: input.unmet,
      cost: input.cost,
      digest: digestOfParts(input.parts),
      actor: principalOf(act, act.caller.actor),
      event_seq: act.seq,
    })
    writeBodies(act, id, input.parts)
    return { run: id, suggested: input.suggested, unmet: input.unmet }
  },
})

function writeBodies(act: Act, run: MatchRunId, bodies: readonly string[]): void {
  for (const [part, body] of bodies.entries()) {
    const id = nextId(act, 'match_part')
    insert(act, 'match_part', { id, run_id: run, part, body, event_seq: act.seq })
  }
}

/** The caller's roles may have changed while the matching was under way. Refuses `unit.unknown`. */
function requireInScope(act: Act, unit: UnitId | null): void {
  if (inScope(act.scope, unit)) return
  throw unitUnknown({ unit: unit === null ? '' : unitById(act, unit).code })
}
