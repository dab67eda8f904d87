/** Every issued statement: its frozen text, and the same text built anew from the book as known then. */

import { readDetail } from '../book/details.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { hex, sha256Hex } from '../kit/digest.ts'
import { fundById } from '../ledger/funds.ts'
import { buildStatement } from '../statements/build.ts'
import { changesSince } from '../statements/changes.ts'
import { frozen, type IssuedStatement } from '../statements/commands.ts'
import type { Statement, StatementChanges, StatementParty } from '../statements/statement.ts'
import { build, each, first, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { firstDifference } from './difference.ts'
import { type Check, type Collector, collector, counts } from './report.ts'

const all = prepare(() => build.selectFrom('statement').selectAll().orderBy('id'))
const byId = prepare((p: { id: IssuedStatement['id'] }) =>
  build.selectFrom('statement').selectAll().where('id', '=', p.id),
)

/** Checks every issued statement against its digest and against the book. */
export function checkStatements(
  reader: Reader,
  onProgress: (done: number) => void = () => undefined,
): Check {
  const check = collector('statements')
  let count = 0
  check.attempt(() => {
    for (const issued of each(reader, all, {})) {
      count += 1
      check.attempt(() => checkStatement(reader, check, issued))
      onProgress(count)
    }
  })
  return check.done(
    `${counts(count, 'statement')}: with their digests, and the same when built again`,
  )
}

function checkStatement(reader: Reader, check: Collector, issued: IssuedStatement): void {
  const { id, number, event_seq, known_seq } = issued
  const where = { table: 'statement', row: String(id), event: event_seq }
  const found = (code: string, sentence: string) =>
    check.found(`statement.${code}`, `${number}: ${sentence}`, where)
  if (known_seq !== event_seq - 1) {
    found('known_seq', `known_seq is ${known_seq}; it was issued by event ${event_seq}.`)
  }
  const text = readDetail(reader, issued.document_detail_id)?.body
  if (text === undefined) {
    found('text_missing', 'its frozen text is gone.')
    return
  }
  const digest = sha256Hex(text)
  if (digest !== hex(issued.digest)) {
    found('digest', `digest is ${hex(issued.digest)}; its frozen text gives ${digest}.`)
    return
  }
  const then = JSON.parse(text) as Statement
  const again = named(rebuilt(reader, issued, then), erasedIn(reader, then))
  if (canonicalJson(again) === text) return
  found('rebuilt', `built again from the book it differs: ${firstDifference(then, again)}`)
}

/** Those erased since: their masked names as the statement froze them, which nothing in the book can tell again. */
function erasedIn(reader: Reader, then: Statement): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  for (const party of then.lines.flatMap((line) => [line.party, line.beneficiary])) {
    if (!party || shown.has(party.ref)) continue
    if (isErased(reader, party.ref)) shown.set(party.ref, party.shown)
  }
  return shown
}

const erasedSql = `select 1 as "erased" from party as p
  join erased_detail as x on x.detail_id = p.name_detail_id where p.id = +?`

function isErased(reader: Reader, ref: string): boolean {
  const digits = /^P-(\d{6,15})$/.exec(ref)?.[1]
  return digits !== undefined && reader.first(erasedSql, [Number(digits)]) !== undefined
}

function named(statement: Statement, shown: ReadonlyMap<string, string>): Statement {
  if (shown.size === 0) return statement
  const one = (party: StatementParty | null) =>
    party && { ...party, shown: shown.get(party.ref) ?? party.shown }
  const lines = statement.lines.map((line) => ({
    ...line,
    party: one(line.party),
    beneficiary: one(line.beneficiary),
  }))
  return { ...statement, lines }
}

function rebuilt(reader: Reader, issued: IssuedStatement, then: Statement): Statement {
  const fund = fundById(reader, issued.fund_id)
  return buildStatement(reader, {
    fund,
    from: issued.from_on,
    to: issued.to_on,
    known: issued.known_seq,
    issue: then.issue && { ...then.issue, number: issued.number },
    changes: (statement) => changesThen(reader, issued, statement),
  })
}

function changesThen(
  reader: Reader,
  issued: IssuedStatement,
  statement: Statement,
): StatementChanges | null {
  if (issued.since_id === null) return null
  const since = first(reader, byId, { id: issued.since_id as IssuedStatement['id'] })
  const earlier = since && frozen(reader, since)
  return earlier ? changesSince(reader, issued.fund_id, earlier, statement) : null
}
