/** Issuing a statement: it is numbered, frozen, and its digest remembered. */
import { z } from 'zod'
import type { Row } from '../../db/schema.ts'
import { keepDetail, readDetail } from '../book/details.ts'
import { chainHead } from '../book/events.ts'
import { codeField, dayField } from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { compareDays, type Day } from '../kit/day.ts'
import { hex, sha256 } from '../kit/digest.ts'
import type { FundId } from '../kit/ids.ts'
import { type Fund, fundWithCode } from '../ledger/funds.ts'
import { build, first, insert, nextId, prepare } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { buildStatement } from './build.ts'
import { changesSince } from './changes.ts'
import { rangeInFuture, statementTooLarge } from './refusals.ts'
import { type Statement, statementLanguages } from './statement.ts'

/** It is frozen in one row, and a row of a Durable Object has at most 2 MB with its salt and id. */
const mostBytes = 1_990_000

export type IssuedStatement = Row<'statement'>

const newest = prepare((p: { fundId: FundId; from: Day; to: Day }) =>
  build
    .selectFrom('statement')
    .selectAll()
    .where('fund_id', '=', p.fundId)
    .where('from_on', '=', p.from)
    .where('to_on', '=', p.to)
    .orderBy('id', 'desc')
    .limit(1),
)
/** By the fund and not by the number alone: a fund `care-2026` has numbers that begin as those of `care`. */
const countOfYear = prepare((p: { fundId: FundId; from: string; to: string }) =>
  build
    .selectFrom('statement')
    .select((e) => e.fn.count<number>('id').as('count'))
    .where('fund_id', '=', p.fundId)
    .where('number', '>=', p.from)
    .where('number', '<', p.to),
)

/** The newest issue for exactly this fund and period, or undefined. */
export function newestIssue(
  reader: Reader,
  of: { fundId: FundId; from: Day; to: Day },
): IssuedStatement | undefined {
  return first(reader, newest, of)
}

/** The frozen text of an issue; undefined once erased. */
export function frozen(reader: Reader, issued: IssuedStatement): Statement | undefined {
  const detail = readDetail(reader, issued.document_detail_id)
  return detail && (JSON.parse(detail.body) as Statement)
}

/** What changed since the newest issue for the same fund and period; null when there is none. */
export function changesFor(reader: Reader, fund: Fund) {
  return (statement: Statement) => {
    const { from, to } = statement.period
    const issued = newestIssue(reader, { fundId: fund.id, from: from as Day, to: to as Day })
    const earlier = issued && frozen(reader, issued)
    return earlier ? changesSince(reader, fund.id, earlier, statement) : null
  }
}

function nextNumber(act: Act, fund: Fund): string {
  const prefix = `${fund.code.toUpperCase()}-${act.today.slice(0, 4)}-`
  const ofYear = { fundId: fund.id, from: prefix, to: `${prefix}:` }
  const { count } = first(act, countOfYear, ofYear)!
  return `${prefix}${String(count + 1).padStart(4, '0')}`
}

function requireKeepable(statement: Statement, text: string): void {
  const bytes = new TextEncoder().encode(text).length
  if (bytes <= mostBytes) return
  throw statementTooLarge({ lines: statement.lines.length, bytes, most_bytes: mostBytes })
}

export const issue = command({
  name: 'statements.issue',
  summary:
    'Issues the disbursement statement of a fund for a period: numbered, frozen, with its digest',
  may: ['owner', 'fund_administrator', 'auditor'],
  reach: 'units',
  route: { method: 'POST', path: '/funds/{fund}/statements' },
  input: z.strictObject({
    fund: codeField,
    from: dayField,
    to: dayField,
    language: z.enum(statementLanguages).default('en'),
  }),
  output: z.object({
    statement: z.string(),
    digest: z.string(),
    lines: z.number(),
    known_at: z.number(),
    since: z.string().nullable(),
  }),
  subject: ({ statement }) => `statement/${statement}`,
  run: (act, input) => {
    const fund = fundWithCode(act, input.fund)
    if (compareDays(input.to, act.today) > 0)
      throw rangeInFuture({ to: input.to, today: act.today })
    const known = chainHead(act).seq
    const number = nextNumber(act, fund)
    const statement = buildStatement(act, {
      fund,
      from: input.from,
      to: input.to,
      known,
      issue: { number, issued_on: act.today, issued_at: new Date(act.at).toISOString() },
      changes: changesFor(act, fund),
    })
    const text = canonicalJson(statement)
    requireKeepable(statement, text)
    const digest = sha256(text)
    const earlier = newestIssue(act, { fundId: fund.id, from: input.from, to: input.to })
    insert(act, 'statement', {
      id: nextId(act, 'statement'),
      number,
      fund_id: fund.id,
      from_on: input.from,
      to_on: input.to,
      language: input.language,
      known_seq: known,
      digest,
      document_detail_id: keepDetail(act, 'statement', text),
      since_id: earlier?.id ?? null,
      event_seq: act.seq,
    })
    return {
      statement: number,
      digest: hex(digest),
      lines: statement.lines.length,
      known_at: known,
      since: earlier?.number ?? null,
    }
  },
})
