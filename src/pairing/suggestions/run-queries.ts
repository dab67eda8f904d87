/** Queries of runs: the list, one with what it comes to, what keeps helpers and needs apart. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { idField, limitField } from '../../book/fields.ts'
import { type Condition, pageCursorField, pageOf, pageOut } from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { scopeList } from '../../book/scope.ts'
import { unitOut, unitShown } from '../../hardship/cases/shown.ts'
import type { MatchRejectionId, MatchRunId } from '../../kit/ids.ts'
import { declineReasons } from '../pairs/agreeing.ts'
import { kindShown } from '../pairs/shown.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById, helperWithId, needById, needWithId } from '../registers/rows.ts'
import { figuresOfRun, type MatchRun, rejectionById, runById, runWithId } from './runs.ts'
import { helperOut, helperShown, needOut, needShown } from './shown.ts'

const runOut = z.object({
  run: z.number(),
  /** Whose needs were matched; null for the whole organisation, and beyond the caller's reach. */
  unit: unitOut.nullable(),
  /** Milliseconds since the epoch, UTC. */
  at: z.number(),
  actor: z.string(),
  /** Those with a free place. */
  helpers: z.number(),
  needs: z.number(),
  /** How many matches were weighed in the end. */
  candidates: z.number(),
  suggested: z.number(),
  /** Places of needs that stay without a helper. */
  unmet: z.number(),
  /** Pairs that came of it so far. */
  pairs: z.number(),
  sequence: z.number(),
})

const eventAt = 'select at as "at" from event where seq = +?'
const pairsOf = 'select count(*) as "count" from pair where run_id = +?'

function runShown(view: View, run: MatchRun): z.output<typeof runOut> {
  return {
    run: run.id,
    unit: unitShown(view, run.unit_id),
    at: view.first(eventAt, [run.event_seq])!.at as number,
    actor: run.actor,
    helpers: run.helpers,
    needs: run.needs,
    candidates: run.candidates,
    suggested: run.suggested,
    unmet: run.unmet,
    pairs: view.first(pairsOf, [run.id])!.count as number,
    sequence: run.event_seq,
  }
}

const shared = { may: pairingReaders, reach: 'units' } as const

function within(view: View): Condition | null {
  if (view.scope === 'all') return null
  return {
    sql: 't.unit_id in (select value from json_each(+?))',
    values: [scopeList(view.scope)],
  }
}

export const list = query({
  ...shared,
  name: 'matching.runs',
  summary: 'Runs of the matching, newest first',
  route: { method: 'GET', path: '/matching/runs' },
  input: z.strictObject({ cursor: pageCursorField, limit: limitField }),
  output: z.object({ runs: z.array(runOut), ...pageOut }),
  run: (view, input) => {
    const { ids, next, previous } = pageOf(
      view,
      {
        table: 'match_run',
        key: null,
        descending: true,
        seek: [],
        also: [],
        within: within(view),
      },
      input,
    )
    return {
      runs: ids.map((id) => runShown(view, runById(view, id as MatchRunId))),
      next,
      previous,
    }
  },
})

/** Shares of places in use, in thousandths. */
const spreadOut = z.object({
  least: z.number(),
  median: z.number(),
  most: z.number(),
  /** 0 where all carry the same share, near 1000 where one carries all. */
  gini: z.number(),
})

const kindNameOut = z.object({
  code: z.string(),
  name: z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() }),
})

/** What a run comes to: who is met, how the work is spread, how far people go. */
export const figuresOut = z.object({
  places: z.number(),
  met: z.number(),
  points: z.number(),
  most: z.number(),
  helpers: z.number(),
  load_before: spreadOut,
  load_after: spreadOut,
  km_median: z.number().nullable(),
  km_p90: z.number().nullable(),
  km_unknown: z.number(),
})

export const show = query({
  ...shared,
  name: 'matching.show',
  summary: 'A run of the matching: how many are met, how the work is spread, how far people go',
  route: { method: 'GET', path: '/matching/runs/{run}' },
  input: z.strictObject({ run: idField }),
  output: runOut.extend({
    /** The event up to which the book was known to it. */
    known: z.number(),
    policy: z.number().nullable(),
    cost: z.number(),
    digest: z.string(),
    figures: figuresOut.extend({
      unmet_by_kind: z.array(z.object({ kind: kindNameOut, places: z.number() })),
      /** Units beyond the caller's reach are told as one, without a name. */
      unmet_by_unit: z.array(z.object({ unit: unitOut.nullable(), places: z.number() })),
    }),
  }),
  run: (view, input) => {
    const run = runWithId(view, input.run)
    const { unmet_by_kind, unmet_by_unit, ...figures } = figuresOfRun(view, run.id)
    return {
      ...runShown(view, run),
      known: run.known_seq,
      policy: run.policy_version_id,
      cost: run.cost,
      digest: run.digest,
      figures: {
        ...figures,
        unmet_by_kind: unmet_by_kind.map(({ kind, places }) => ({
          kind: kindShown(view, run.unit_id, kind),
          places,
        })),
        unmet_by_unit: unmet_by_unit.map(({ unit, places }) => ({
          unit: unitShown(view, unit),
          places,
        })),
      },
    }
  },
})

const rejectionOut = z.object({
  rejection: z.number(),
  need: needOut,
  helper: helperOut,
  run: z.number().nullable(),
  said_by: z.enum(['coordinator', 'helper', 'helped']),
  reason: z.enum(declineReasons),
  note: z.string().nullable(),
  /** Whether it was taken back. */
  ended: z.boolean(),
  sequence: z.number(),
})

const standingSql =
  'not exists (select 1 from match_rejection_end as e where e.rejection_id = t.id)'

function reached(view: View): Condition | null {
  if (view.scope === 'all') return null
  const scope = scopeList(view.scope)
  return {
    sql: `(select n.unit_id from need as n where n.id = t.need_id)
        in (select value from json_each(+?))
      and (select h.unit_id from helper as h where h.id = t.helper_id)
        in (select value from json_each(+?))`,
    values: [scope, scope],
  }
}

export const rejections = query({
  ...shared,
  name: 'matching.rejections',
  summary: 'Helpers and needs that are kept apart, with who said so and why, newest first',
  route: { method: 'GET', path: '/matching/rejections' },
  input: z.strictObject({
    state: z.enum(['standing', 'ended']).optional(),
    need: idField.optional(),
    helper: idField.optional(),
    cursor: pageCursorField,
    limit: limitField,
  }),
  output: z.object({
    rejections: z.array(rejectionOut),
    ...pageOut,
  }),
  run: (view, input) => {
    const need = input.need === undefined ? null : needWithId(view, input.need).id
    const helper = input.helper === undefined ? null : helperWithId(view, input.helper).id
    const seek = need === null ? [] : [{ sql: 't.need_id = +?', values: [need] }]
    const state = input.state === 'standing' ? standingSql : `not (${standingSql})`
    const also = [
      ...(helper === null ? [] : [{ sql: 't.helper_id = +?', values: [helper] }]),
      ...(input.state === undefined ? [] : [{ sql: state, values: [] }]),
    ]
    const listing = { table: 'match_rejection', key: null, descending: true } as const
    const { ids, next, previous } = pageOf(
      view,
      { ...listing, seek, also, within: reached(view) },
      input,
    )
    return {
      rejections: ids.map((id) => rejectionShown(view, id as MatchRejectionId)),
      next,
      previous,
    }
  },
})

function rejectionShown(view: View, id: MatchRejectionId): z.output<typeof rejectionOut> {
  const row = rejectionById(view, id)
  return {
    rejection: row.id,
    need: needShown(view, needById(view, row.need_id)),
    helper: helperShown(view, helperById(view, row.helper_id)),
    run: row.run_id,
    said_by: row.said_by,
    reason: row.reason,
    note: textFor(view, row.note_detail_id),
    ended: row.ended_seq !== null,
    sequence: row.event_seq,
  }
}
