/**
 * Replays the acts on periods: their order, the second person, and that closed ones took no entry; and
 * that a closed fund took no posting.
 */
import type { Row } from '../../db/schema.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Listener } from './chain.ts'
import { type Collector, counts } from './report.ts'

type Act = Row<'period_act'>

const kept = prepare(() => build.selectFrom('period').selectAll().orderBy('month'))

/** From which state an act leads to which (design section 6). */
const steps = {
  closed: { from: 'open', to: 'closed' },
  reopening_requested: { from: 'closed', to: 'reopening_requested' },
  reopened: { from: 'reopening_requested', to: 'open' },
  reopening_declined: { from: 'reopening_requested', to: 'closed' },
} as const

export interface PeriodReplay extends Listener {
  /** Compares the kept states with the acts, and answers what was counted. */
  compare(reader: Reader): string
}

interface Replay {
  readonly check: Collector
  readonly states: Map<string, string>
  /** Who last asked for a month to be reopened. */
  readonly asked: Map<string, string>
  readonly closedFunds: Set<number>
  acts: number
  entries: number
}

export function periodReplay(check: Collector): PeriodReplay {
  const replay: Replay = {
    check,
    states: new Map(),
    asked: new Map(),
    closedFunds: new Set(),
    acts: 0,
    entries: 0,
  }
  return {
    row: (table, row, event) => {
      if (table === 'entry') takeEntry(replay, row as unknown as Row<'entry'>)
      else if (table === 'period_act') takeAct(replay, row as unknown as Act, event.actor)
      else if (table === 'posting') takePosting(replay, row as unknown as Row<'posting'>)
      else if (table === 'fund_closing') replay.closedFunds.add(Number(row.fund_id))
    },
    compare: (reader) => {
      check.attempt(() => compareStates(replay, reader))
      const { states, acts, entries } = replay
      return `${counts(states.size, 'period')}: following from ${counts(acts, 'act')}; none of ${counts(entries, 'entry', 'entries')} was recorded in a closed one`
    },
  }
}

function takeAct(replay: Replay, act: Act, actor: string): void {
  const { check, states, asked } = replay
  replay.acts += 1
  const where = { table: 'period_act', row: String(act.id), event: act.event_seq }
  const state = states.get(act.month) ?? 'open'
  const step = steps[act.act] as (typeof steps)[Act['act']] | undefined
  if (state !== step?.from) {
    check.found('period_act.order', `${act.month} was ${state} when it was ${act.act}.`, where)
  }
  if (act.actor !== actor) {
    const sentence = `actor is ${act.actor}; its event was done by ${actor}.`
    check.found('period_act.actor', sentence, where)
  }
  if (act.act === 'reopening_requested') asked.set(act.month, act.actor)
  const decided = act.act === 'reopened' || act.act === 'reopening_declined'
  const requestedBy = decided ? (asked.get(act.month) ?? null) : null
  if (act.requested_by !== requestedBy) {
    const sentence = `requested_by is ${act.requested_by}; it was ${requestedBy}.`
    check.found('period_act.requested_by', sentence, where)
  }
  if (decided && act.requested_by === act.actor) {
    const sentence = `${act.actor} decided on ${act.month} at their own request.`
    check.found('period_act.second_person', sentence, where)
  }
  states.set(act.month, step?.to ?? state)
}

function takeEntry(replay: Replay, entry: Row<'entry'>): void {
  replay.entries += 1
  const month = String(entry.effective_on).slice(0, 7)
  const state = replay.states.get(month) ?? 'open'
  if (state === 'open') return
  replay.check.found(
    'entry.period_closed',
    `it takes effect on ${entry.effective_on}, and ${month} was ${state} when it was recorded.`,
    { table: 'entry', row: String(entry.id), event: entry.event_seq },
  )
}

function takePosting({ check, closedFunds }: Replay, posting: Row<'posting'>): void {
  if (closedFunds.size === 0 || !closedFunds.has(posting.fund_id)) return
  check.found('posting.fund_closed', `its fund ${posting.fund_id} was closed before.`, {
    table: 'posting',
    row: String(posting.id),
    event: posting.event_seq,
  })
}

function compareStates({ check, states }: Replay, reader: Reader): void {
  const left = new Map(states)
  for (const { month, state } of rows(reader, kept, {})) {
    const expected = left.get(month)
    left.delete(month)
    if (expected === state) continue
    const sentence = `state is ${state}; its acts make it ${expected ?? 'open, as it was never closed'}.`
    check.found('period.state', sentence, { table: 'period', row: month })
  }
  for (const [month, state] of left) {
    const sentence = `it is missing; its acts make it ${state}.`
    check.found('period.missing', sentence, { table: 'period', row: month })
  }
}
