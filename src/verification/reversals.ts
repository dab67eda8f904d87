/** Reversals: an entry is reversed once, later, and by its own legs turned round. */
import type { Row } from '../../db/schema.ts'
import { build, prepare, rows } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import type { Collector } from './report.ts'

type Entry = Row<'entry'>
type Posting = Row<'posting'>

const legsFrom = prepare((p: { first: Posting['id']; legs: number }) =>
  build.selectFrom('posting').selectAll().where('id', '>=', p.first).orderBy('id').limit(p.legs),
)
const entryAt = prepare((p: { id: Entry['id'] }) =>
  build.selectFrom('entry').selectAll().where('id', '=', p.id),
)

export interface Reversals {
  readonly reader: Reader
  readonly check: Collector
  /** By the entry reversed: the entry that reversed it. */
  readonly by: Map<number, number>
}

export function reversals(reader: Reader, check: Collector): Reversals {
  return { reader, check, by: new Map() }
}

/** Checks one reversal against the entry that it turns round. */
export function checkReversal(
  { reader, check, by }: Reversals,
  entry: Entry,
  reverses: Entry['id'],
): void {
  const where = { table: 'entry', row: String(entry.id), event: entry.event_seq }
  const found = (code: string, sentence: string) => check.found(`entry.${code}`, sentence, where)
  const earlier = by.get(reverses)
  if (earlier !== undefined) {
    found('reversed_twice', `it reverses entry ${reverses}, which entry ${earlier} reversed.`)
  }
  by.set(reverses, entry.id)
  const [original] = rows(reader, entryAt, { id: reverses })
  if (original === undefined || original.id >= entry.id) {
    found('reverses', `it reverses entry ${reverses}, which does not stand before it.`)
    return
  }
  if (original.reverses !== null) {
    found('reverses_reversal', `it reverses entry ${reverses}, which is a reversal itself.`)
  }
  if (entry.effective_on < original.effective_on) {
    found('effective_on', `it takes effect on ${entry.effective_on}, before what it reverses.`)
  }
  if (!isMirror(legsOf(reader, original), legsOf(reader, entry))) {
    found('not_mirrored', `its legs are not those of entry ${reverses} turned round.`)
  }
}

function legsOf(reader: Reader, entry: Entry): Posting[] {
  return rows(reader, legsFrom, { first: entry.first_posting_id, legs: entry.legs })
}

function isMirror(original: readonly Posting[], reversal: readonly Posting[]): boolean {
  return (
    original.length === reversal.length &&
    original.every((leg, place) => {
      const turned = reversal[place]!
      return (
        leg.fund_id === turned.fund_id &&
        leg.debit_account_id === turned.credit_account_id &&
        leg.credit_account_id === turned.debit_account_id &&
        leg.amount_minor === turned.amount_minor &&
        leg.party_id === turned.party_id
      )
    })
  )
}
