/** Queries of pairs: the list with what waits, one pair with all that was done with it, the lines of a need's book. */
import { z } from 'zod'
import { textFor } from '../../book/details.ts'
import { codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { query, type View } from '../../book/registry.ts'
import { viewAs } from '../../book/scope.ts'
import { personOut, personShown } from '../../hardship/cases/shown.ts'
import { fileWithId } from '../../hardship/files/files.ts'
import type { PairId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { isSamePerson } from '../../people/interests.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyWithRef } from '../../people/parties.ts'
import { partiesNamed } from '../../people/search.ts'
import { unitWithCode } from '../../people/units.ts'
import { pairingReaders } from '../registers/roles.ts'
import { helperById, helperRef, helperWithId, needRef, needWithId } from '../registers/rows.ts'
import { close, closingProposed } from './closing.ts'
import { requireNoInterestIn } from './duties.ts'
import { consentWays, pairActs, pairSides, pairStates } from './moves.ts'
import { pairOwnClosing } from './refusals.ts'
import { actsOfPair, type Pair, pairById, pairRef, pairsOfNeed, pairWithId } from './rows.ts'
import { kindShown, pairOut, pairShown } from './shown.ts'
import { pairsReached, pairWaits, waitingFor } from './waiting.ts'

const listInput = z.strictObject({
  state: z.enum(pairStates).optional(),
  waits: z.enum(pairWaits).optional(),
  unit: codeField.optional(),
  need: idField.optional(),
  helper: idField.optional(),
  /** A hardship file. */
  file: idField.optional(),
  /** Who helps, or is helped. */
  party: z.string().max(40).optional(),
  /** The number of a pair, a helper, a need or a person, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  /** `newest`: proposed last; `waiting`: standing as they do for the longest. */
  sort: z.enum(['newest', 'waiting']).default('newest'),
  cursor: pageCursorField,
  limit: limitField,
})
type ListInput = z.output<typeof listInput>

const where = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** Pairs in which one of some parties helps or is helped. */
function concerning(parties: readonly number[]): Condition {
  const list = JSON.stringify(parties)
  const among = 'party_id in (select value from json_each(+?))'
  return where(
    `(t.helper_id in (select h.id from helper as h where h.${among})
      or t.need_id in (select n.id from need as n where n.${among}))`,
    list,
    list,
  )
}

const columnsOfReferences = { PA: 'pair_id', HE: 'helper_id', ND: 'need_id' } as const

function searched(view: View, q: string): Condition {
  const [, letters = 'PA', number] = /^(?:(PA|HE|ND)-)?0*([1-9]\d{0,14})$/i.exec(q) ?? []
  if (number !== undefined) {
    const column = columnsOfReferences[letters.toUpperCase() as keyof typeof columnsOfReferences]
    return where(`t.${column} = +?`, Number(number))
  }
  if (/^P-\d+$/i.test(q)) {
    return concerning(togetherWith(view, partyWithRef(view, q.toUpperCase()).id))
  }
  return concerning(partiesNamed(view, view.caller, q))
}

function partOf(view: View, asked: ListInput): Condition[] {
  const found: Condition[] = []
  const { unit, need, helper, file, party, q } = asked
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  if (need !== undefined) found.push(where('t.need_id = +?', needWithId(view, need).id))
  if (helper !== undefined) found.push(where('t.helper_id = +?', helperWithId(view, helper).id))
  if (file !== undefined) {
    const ofFile = 't.need_id in (select n.id from need as n where n.file_id = +?)'
    found.push(where(ofFile, fileWithId(view, file).id))
  }
  if (party !== undefined) {
    found.push(concerning(togetherWith(view, partyWithRef(view, party).id)))
  }
  if (q !== undefined) found.push(searched(view, q))
  return found
}

export const list = query({
  name: 'pairs.list',
  summary: 'Lists pairs by state, person, unit, or what they wait for, with how many stand where',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairs' },
  input: listInput,
  output: z.object({
    pairs: z.array(pairOut),
    /** How many of the part asked for stand where, whatever state is asked for. */
    states: z.array(z.object({ state: z.enum(pairStates), count: z.number() })),
    /** How many of them wait for what. */
    waiting: z.array(z.object({ waits: z.enum(pairWaits), count: z.number() })),
    ...pageOut,
  }),
  run: (view, asked) => {
    const part = partOf(view, asked)
    const { state, waits } = asked
    const listing: Listing = {
      table: 'pair_state',
      id: 'pair_id',
      key: asked.sort === 'waiting' ? 'since_on' : null,
      descending: asked.sort === 'newest',
      seek: [
        ...(state === undefined ? [] : [where('t.state = +?', state)]),
        ...(waits === undefined ? [] : [waitingFor(waits, view.today)]),
        ...part,
      ],
      also: [],
      within: pairsReached(view),
    }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      pairs: ids.map((id) => pairShown(view, pairById(view, id as PairId))),
      ...countsOf(view, part),
      next,
      previous,
    }
  },
})

/** How the pairs of a part stand, and what they wait for: one walk over them each. */
function countsOf(view: View, part: readonly Condition[]) {
  const all = [...part, pairsReached(view) ?? []].flat()
  const count = (conditions: readonly Condition[], group: string) => {
    const sql = conditions.length === 0 ? '' : `where ${conditions.map((c) => c.sql).join(' and ')}`
    const values = conditions.flatMap((one) => one.values)
    return view.all(
      `select ${group} as "what", count(*) as "count" from pair_state as t ${sql} group by 1`,
      values,
    ) as unknown as { what: string; count: number }[]
  }
  const states = count(all, 't.state')
  return {
    states: pairStates.map((state) => ({
      state,
      count: states.find(({ what }) => what === state)?.count ?? 0,
    })),
    waiting: pairWaits.map((waits) => ({
      waits,
      count: count([...all, waitingFor(waits, view.today)], "''")[0]?.count ?? 0,
    })),
  }
}

const actOut = z.object({
  act: z.enum(pairActs),
  side: z.enum(pairSides).nullable(),
  how: z.enum(consentWays).nullable(),
  /** Why it is looked at or ends. */
  reason: z.string().nullable(),
  on_day: dayOut,
  /** When it is to be looked at next, or the last day on which it is watched. */
  next_on: dayOut.nullable(),
  note: z.string().nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'pairs.show',
  summary: 'One pair: who helps whom, what each side said, and all that was done with it',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/pairs/{pair}' },
  input: z.strictObject({ pair: idField }),
  output: pairOut.extend({
    acts: z.array(actOut),
    /** Why this reader may not approve its end, or act on it at all; null when nothing bars them. */
    barred: z
      .object({
        code: z.string(),
        sentence: z.string(),
        remedy: z.string(),
        values: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  }),
  run: (view, input) => {
    const pair = pairWithId(view, input.pair)
    const acts = actsOfPair(view, pair.id).map((act) => ({
      act: act.act,
      side: act.side,
      how: act.how,
      reason: act.reason,
      on_day: act.on_day,
      next_on: act.next_on,
      note: textFor(view, act.note_detail_id),
      sequence: act.event_seq,
    }))
    return { ...pairShown(view, pair), acts, barred: barredFrom(view, pair) }
  },
})

/** What keeps whoever reads from acting on a pair, as the command would say it. */
function barredFrom(view: View, pair: Pair) {
  const deciding = viewAs(view, close)
  if (!deciding) return null
  try {
    requireNoInterestIn(view, pair)
    const proposed = closingProposed(view, pair)
    if (proposed && isSamePerson(view, proposed.actor, view.caller.actor, pair.event_seq)) {
      throw pairOwnClosing({ pair: pairRef(pair.id) })
    }
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, message: sentence, remedy, values } = error
    return { code, sentence, remedy, values: { ...values } }
  }
}

const lineOut = z.object({
  pair: z.number(),
  reference: z.string(),
  state: z.enum(pairStates),
  helper: z.number(),
  helper_reference: z.string(),
  helping: personOut,
  /** The day on which it began; null for one that never did. */
  from_on: dayOut.nullable(),
  /** The day on which it ended or was handed over; null while it has not. */
  to_on: dayOut.nullable(),
  /** Why it ended; null where it was handed over, and while it has not. */
  reason: z.string().nullable(),
})

export const history = query({
  name: 'pairs.history',
  summary:
    'The dated lines of a need: everybody who helped or was asked to, since when, until when',
  may: pairingReaders,
  reach: 'units',
  route: { method: 'GET', path: '/needs/{need}/pairs' },
  input: z.strictObject({ need: idField }),
  output: z.object({
    need: z.number(),
    reference: z.string(),
    kind: pairOut.shape.kind,
    helped: personOut,
    lines: z.array(lineOut),
  }),
  run: (view, input) => {
    const need = needWithId(view, input.need)
    return {
      need: need.id,
      reference: needRef(need.id),
      kind: kindShown(view, need.unit_id, need.kind),
      helped: personShown(view, need.party_id),
      lines: linesOf(view, need.id),
    }
  },
})

/** The dated lines of a need, in the order in which they were proposed. */
export function linesOf(view: View, need: Pair['need_id']): z.output<typeof lineOut>[] {
  return pairsOfNeed(view, need).map(({ pair_id, helper_id, state }) => {
    const acts = actsOfPair(view, pair_id)
    const helper = helperById(view, helper_id)
    const ended = acts.findLast(({ act }) => act === 'closed' || act === 'handed_over')
    const isOver = state === 'observed' || state === 'ended' || state === 'handed_over'
    return {
      pair: pair_id,
      reference: pairRef(pair_id),
      state,
      helper: helper_id,
      helper_reference: helperRef(helper_id),
      helping: personShown(view, helper.party_id),
      from_on: acts.find(({ act }) => act === 'began')?.on_day ?? null,
      to_on: isOver ? (ended?.on_day ?? null) : null,
      reason: isOver ? (ended?.reason ?? null) : null,
    }
  })
}
