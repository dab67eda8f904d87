/** Rows of every room of pairing about one person, with a text marked by its place in every column that holds one. */
import { z } from 'zod'
import { columns, type Witnessed, witnessed } from '../../db/schema.ts'
import { keepDetail } from '../../src/book/details.ts'
import { type Act, pageCommand } from '../../src/book/registry.ts'
import type { Day } from '../../src/kit/day.ts'
import type { PairId } from '../../src/kit/ids.ts'
import { advancePair } from '../../src/pairing/pairs/advance.ts'
import { pairById } from '../../src/pairing/pairs/rows.ts'
import { insert, nextId } from '../../src/store/prepare.ts'

/** The text that stands in a column of this book. */
export function marked(place: string): string {
  return `Secret of ${place}`
}

/** Witnessed tables that are all about pairing. */
export const pairingTables = witnessed.slice(witnessed.indexOf('place'))

/** Columns of them that lead to texts, such as `visit.found_detail_id`. */
export const textColumns: readonly string[] = pairingTables.flatMap((table) =>
  Object.keys(columns[table])
    .filter((column) => column.endsWith('_detail_id'))
    .map((column) => `${table}.${column}`),
)

type Put = (table: Witnessed & Parameters<typeof nextId>[1], row: object) => number

/** Writes a row; texts, the event, the actor and the unit are filled in. */
function putIn(act: Act): Put {
  return (table, row) => {
    const id = nextId(act, table)
    const names = Object.keys(columns[table])
    const filled = names.map((name) => {
      if (name === 'id') return [name, id]
      if (name === 'event_seq') return [name, act.seq]
      if (name === 'actor') return [name, 'test:owner']
      if (name.endsWith('_detail_id')) {
        return [name, keepDetail(act, 'test', marked(`${table}.${name}`))]
      }
      return [name, null]
    })
    insert(act, table, { ...Object.fromEntries(filled), ...row } as never)
    return id
  }
}

const given = z.strictObject({ party: z.number(), pair: z.number() })

/** Fills what the commands of the registers do not: what was said of the pair, agreements, visits, service. */
export const fillPairing = pageCommand({
  name: 'tests.fill_pairing',
  summary: 'Writes texts about somebody everywhere in pairing, for a test',
  may: ['owner'],
  reach: 'organisation',
  input: given,
  output: given,
  subject: ({ party }) => `party/${party}`,
  run: (act, input) => {
    const pair = pairById(act, input.pair as PairId)
    const sides = { party_id: input.party, helper_id: pair.helper_id, pair_id: pair.id }
    const put = putIn(act)
    const { need_id, helper_id } = pair
    const said = { said_by: 'helper', reason: 'other' }
    put('match_rejection', { need_id, helper_id, ...said })
    const note = keepDetail(act, 'test', marked('pair_act.note_detail_id'))
    advancePair(act, pair, { act: 'review_opened', reason: 'complaint', note })
    fillAgreement(put, sides, act.today)
    fillVisits(put, sides, act.today)
    fillService(put, sides.party_id, act.today)
    return input
  },
})

interface Sides {
  readonly party_id: number
  readonly helper_id: number
  readonly pair_id: number
}

function fillAgreement(put: Put, { party_id, helper_id }: Sides, today: Day): void {
  const agreement_id = put('agreement', { helper_id, party_id, currency: 'CNY' })
  const days = { from_on: today, until_on: today }
  const version_id = put('agreement_version', { agreement_id, kinds: '[]', ...days })
  const promised = { side: 'helper', kind: 'jobs', quantity: 2, due_on: today }
  const commitment_id = put('agreement_commitment', { agreement_id, ...promised })
  put('agreement_commitment_end', { commitment_id })
  const evidence_id = put('agreement_evidence', { commitment_id, on_day: today, quantity: 1 })
  put('agreement_evidence_end', { evidence_id })
  const signed = { side: 'helped', on_day: today }
  put('agreement_act', { agreement_id, act: 'signed', version_id, ...signed })
  const frozen = { as_of_on: today, body: '{}', digest: 'ab'.repeat(32) }
  const statement_id = put('variance_statement', { agreement_id, ...frozen })
  put('variance_signature', { statement_id, agreed: 1, ...signed })
}

function fillVisits(put: Put, { party_id, helper_id, pair_id }: Sides, today: Day): void {
  const on_day = today
  const care_event_id = put('care_event', { party_id, kind: 'hospital', on_day })
  put('care_event_end', { care_event_id })
  const went = { kind: 'visit', visited_on: today, met: 'oneself', at_place: 'home' }
  const visit_id = put('visit', { party_id, helper_id, pair_id, care_event_id, ...went })
  put('visit_end', { visit_id })
  put('visit_companion', { visit_id, party_id })
  put('visit_wish', { visit_id, kind: 'company' })
  put('visit_help', { visit_id, kind: 'company', form: 'service', private: 0 })
  put('visit_confirmation', { visit_id, how: 'call', agreed: 1, on_day })
  const asked = { visit_id, pair_id, for_whom: 'helper', due_on: today }
  const follow_up_id = put('follow_up', { party_id, ...asked })
  put('follow_up_end', { follow_up_id, outcome: 'done', on_day })
}

function fillService(put: Put, party_id: number, today: Day): void {
  const on_day = today
  const pledge_id = put('service_pledge', { party_id, from_on: today, due_on: today })
  put('service_pledge_end', { pledge_id, outcome: 'kept', on_day })
  const post_id = put('service_post', { code: 'escort', name: 'Escort', wanted: 1 })
  put('service_post_end', { post_id })
  const holding_id = put('post_holding', { post_id, party_id, from_on: today })
  put('post_holding_end', { holding_id, to_on: today })
  const time_id = put('service_time', { party_id, holding_id, pledge_id, on_day, minutes: 60 })
  put('service_time_check', { time_id, agreed: 1 })
}
