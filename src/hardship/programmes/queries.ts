/** Questions about programmes and about events that struck people. */
import { z } from 'zod'
import { codeField, dayOut } from '../../book/fields.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { inScope, scopeList } from '../../book/scope.ts'
import { fundById } from '../../ledger/funds.ts'
import { payoutCategories } from '../../ledger/roles.ts'
import { build, prepare, rows } from '../../store/prepare.ts'
import {
  type Help,
  helps,
  listProgrammes,
  type Programme,
  programmeWithCode,
  versionsOfProgramme,
} from './programmes.ts'

const programmeOut = z.object({
  programme: z.string(),
  name: z.string(),
  /** Null where the fund lies beyond the caller's reach, who then only enters its cases. */
  fund: z.string().nullable(),
  currency: z.string(),
  category: z.enum(payoutCategories),
  help: z.enum(helps as [Help, ...Help[]]),
  workflow: z.string(),
  open: z.boolean(),
  /** Its cases as far as the caller reaches them: all of them, and those not decided or paid yet. */
  cases: z.number(),
  under_way: z.number(),
  sequence: z.number(),
})

const counted = `select count(*) as "cases",
    coalesce(sum(state in ('open', 'asked', 'suspended', 'awarded')), 0) as "under_way"
  from case_state where programme_id = +?`

function shown(view: View, programme: Programme): z.output<typeof programmeOut> {
  const fund = fundById(view, programme.fund_id)
  const within = view.scope === 'all' ? null : scopeList(view.scope)
  const found = view.first(
    within === null ? counted : `${counted} and unit_id in (select value from json_each(+?))`,
    within === null ? [programme.id] : [programme.id, within],
  ) as { cases: number; under_way: number }
  return {
    programme: programme.code,
    name: programme.name,
    fund: inScope(view.scope, fund.unit_id) ? fund.code : null,
    currency: fund.currency,
    category: programme.category,
    help: programme.help,
    workflow: programme.workflow,
    open: programme.open === 1,
    cases: found.cases,
    under_way: found.under_way,
    sequence: programme.event_seq,
  }
}

export const list = query({
  name: 'programmes.list',
  summary: 'Lists the programmes under which help is given, with how many cases each has',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/programmes' },
  input: z.strictObject({}),
  output: z.object({ programmes: z.array(programmeOut) }),
  run: (view) => ({
    programmes: listProgrammes(view).map((programme) => shown(view, programme)),
  }),
})

export const show = query({
  name: 'programmes.show',
  summary: 'Shows a programme and what was said of it before',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/programmes/{programme}' },
  input: z.strictObject({ programme: codeField }),
  output: programmeOut.extend({
    /** The events that said what it is, oldest first. */
    versions: z.array(z.object({ name: z.string(), open: z.boolean(), sequence: z.number() })),
  }),
  run: (view, { programme: code }) => {
    const programme = programmeWithCode(view, code)
    const versions = versionsOfProgramme(view, programme.id).map(({ name, open, event_seq }) => ({
      name,
      open: open === 1,
      sequence: event_seq,
    }))
    return { ...shown(view, programme), versions }
  },
})

const everyEvent = prepare(() =>
  build.selectFrom('aid_event').selectAll().orderBy('happened_on', 'desc').orderBy('id', 'desc'),
)

export const listAidEvents = query({
  name: 'aid_events.list',
  summary: 'Lists the events that struck people, the latest first',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/aid-events' },
  input: z.strictObject({}),
  output: z.object({
    aid_events: z.array(
      z.object({
        aid_event: z.string(),
        name: z.string(),
        happened_on: dayOut,
        sequence: z.number(),
      }),
    ),
  }),
  run: (view) => ({
    aid_events: rows(view, everyEvent, {}).map(({ code, name, happened_on, event_seq }) => ({
      aid_event: code,
      name,
      happened_on,
      sequence: event_seq,
    })),
  }),
})
