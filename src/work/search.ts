/** One search over everything that has a number, a code or a name. */
import { z } from 'zod'
import { amountOut, dayOut } from '../book/fields.ts'
import { officers, query, type View } from '../book/registry.ts'
import { caseRef } from '../hardship/cases/rows.ts'
import { fileRef } from '../hardship/files/files.ts'
import type { CaseId, FundId, HardshipFileId, PartyId } from '../kit/ids.ts'
import { amountText, type Minor } from '../kit/money.ts'
import { listAccounts } from '../ledger/accounts.ts'
import { fundById, fundsReached, listFunds, reachesFund } from '../ledger/funds.ts'
import { agreementRef } from '../pairing/agreements/rows.ts'
import { pairRef } from '../pairing/pairs/rows.ts'
import { helperRef, needRef } from '../pairing/registers/rows.ts'
import { partyRef } from '../people/parties.ts'
import { partiesNamed } from '../people/search.ts'
import { nameFor } from '../people/shown.ts'
import { reachesSubject } from './subjects.ts'

export const resultTypes = [
  'fund',
  'account',
  'party',
  'contribution',
  'payout',
  'entry',
  'pledge',
  'transfer',
  'commitment',
  'receipt',
  'statement',
  'case',
  'hardship_file',
  'notice',
  'objection',
  'grievance',
  'helper',
  'need',
  'pair',
  'agreement',
] as const
type ResultType = (typeof resultTypes)[number]

const resultOut = z.object({
  type: z.enum(resultTypes),
  /** What its address is made of: a code, a number or a reference. */
  reference: z.string(),
  /** Its name, masked as the caller may read it; null for what has none. */
  name: z.string().nullable(),
  name_hans: z.string().nullable(),
  name_hant: z.string().nullable(),
  fund: z.string().nullable(),
  day: dayOut.nullable(),
  amount: amountOut.nullable(),
  currency: z.string().nullable(),
})
type Result = z.output<typeof resultOut>

const mostResults = 20
const mostPeople = 8
const mostNumbers = 5

function result(type: ResultType, reference: string, more: Partial<Result> = {}): Result {
  const nothing = { name: null, name_hans: null, name_hant: null, fund: null, day: null }
  return { type, reference, ...nothing, amount: null, currency: null, ...more }
}

/** What is looked for is compared in one case and without the width of letters. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

function fundsLike(view: View, text: string): Result[] {
  return listFunds(view)
    .filter(({ code, name }) => [code, name].some((part) => folded(part).includes(text)))
    .map(({ code, name, currency }) => result('fund', code, { name, fund: code, currency }))
}

function accountsLike(view: View, text: string): Result[] {
  return listAccounts(view)
    .filter(
      ({ code, name, name_hans, name_hant }) =>
        folded(code).startsWith(text) ||
        [name, name_hans, name_hant].some((part) => part && folded(part).includes(text)),
    )
    .map(({ code, name, name_hans, name_hant }) =>
      result('account', code, { name, name_hans, name_hant }),
    )
}

function partyResult(view: View, partyId: PartyId): Result {
  return result('party', partyRef(partyId), { name: nameFor(view, view.caller, partyId) })
}

/** Rows that a number alone names: the table, its day and its fund, where it has them. */
const numbered = {
  contribution: { day: 't.received_on', fund: 't.fund_id' },
  payout: { day: 't.paid_on', fund: 't.fund_id' },
  pledge: { day: null, fund: 't.fund_id' },
  commitment: { day: null, fund: 't.fund_id' },
  transfer: { day: null, fund: 't.from_fund_id' },
} as const

function withNumber(view: View, number: number): Result[] {
  const acts = Object.entries(numbered).flatMap(([type, { day, fund }]) => {
    const posted = '(select effective_on from entry where id = t.entry_id)'
    const [row] = view.all(
      `select ${fund} as "fund", t.amount_minor as "amount", ${day ?? posted} as "day"
       from "${type}" as t where t.id = +?`,
      [number],
    )
    if (!row) return []
    const { code, currency } = fundById(view, row.fund as FundId)
    const amount = amountText(row.amount as Minor, currency)
    const fundShown = reachesFund(view, row.fund as FundId) ? code : null
    const more = { fund: fundShown, currency, amount, day: row.day as Result['day'] }
    return [result(type as ResultType, String(number), more)]
  })
  const [entry] = view.all('select effective_on as "day" from entry where id = +?', [number])
  const day = (entry?.day ?? null) as Result['day']
  return entry ? [...acts, result('entry', String(number), { day })] : acts
}

/** Receipts and statements whose number begins as the text does. */
function numbersLike(view: View, text: string): Result[] {
  const prefix = text.toUpperCase()
  const found = (table: 'receipt' | 'statement', day: string, fund: string) => {
    const within = fundsReached(view, `${fund} in @`)
    return view
      .all(
        `select t.number as "number", ${day} as "day", ${fund} as "fund" from "${table}" as t
         where t.number >= +? and t.number < +?${within ? ` and ${within.sql}` : ''}
         order by t.number limit +?`,
        [prefix, `${prefix}\u{10ffff}`, ...(within?.values ?? []), mostNumbers],
      )
      .map((row) => {
        const { code } = fundById(view, row.fund as FundId)
        return result(table, String(row.number), { day: row.day as Result['day'], fund: code })
      })
  }
  const ofReceipt = '(select fund_id from contribution where id = t.contribution_id)'
  return [
    ...found('receipt', 't.issued_on', ofReceipt),
    ...found('statement', 't.to_on', 't.fund_id'),
  ]
}

/** A case or a file by its reference, or a case by its number alone. */
function hardshipWith(view: View, q: string): Result[] {
  const [, letter, digits] = /^([CF])-(\d{6}|[1-9]\d{6,14})$/i.exec(q) ?? []
  const id = Number(digits ?? /^#?(\d{1,15})$/.exec(q)?.[1])
  if (letter?.toUpperCase() === 'F') {
    const [file] = view.all('select id from hardship_file where id = +?', [id])
    return file ? [result('hardship_file', fileRef(file.id as HardshipFileId))] : []
  }
  if (!Number.isSafeInteger(id)) return []
  const [row] = view.all(
    `select c.beneficiary_id as "party", c.applied_on as "day" from hardship_case as c
     where c.id = +?`,
    [id],
  )
  if (!row) return []
  const name = nameFor(view, view.caller, row.party as PartyId)
  const more = { name, day: row.day as Result['day'] }
  return [result('case', caseRef(id as CaseId), more)]
}

/** Helpers, needs, pairs and agreements by their references. */
const paired = {
  HE: { type: 'helper', ref: helperRef },
  ND: { type: 'need', ref: needRef },
  PA: { type: 'pair', ref: pairRef },
  AG: { type: 'agreement', ref: agreementRef },
} as const

const pairedReference = /^(HE|ND|PA|AG)-(\d{6}|[1-9]\d{6,14})$/i

function pairedWith(view: View, q: string): Result[] {
  const [, letters, digits] = pairedReference.exec(q) ?? []
  if (letters === undefined) return []
  const { type, ref } = paired[letters.toUpperCase() as keyof typeof paired]
  const id = Number(digits)
  const [row] = view.all(`select * from "${type}" where id = +?`, [id])
  if (!row) return []
  // Of a pair and of an agreement both sides are named on their pages.
  const isOfOne = type === 'helper' || type === 'need'
  const more = isOfOne ? { name: nameFor(view, view.caller, row.party_id as PartyId) } : {}
  return [result(type, ref(id as never), more)]
}

/** Notices, objections and grievances have a number alone. */
const saidOn = {
  notice: 'put_up_on',
  objection: 'received_on',
  grievance: 'received_on',
} as const

function saidWith(view: View, number: number): Result[] {
  return Object.entries(saidOn).flatMap(([type, column]) => {
    const [row] = view.all(`select ${column} as "day" from "${type}" where id = +?`, [number])
    const day = row?.day as Result['day']
    return row ? [result(type as ResultType, String(number), { day })] : []
  })
}

function found(view: View, q: string): Result[] {
  const reference = /^P-(\d{6}|[1-9]\d{6,14})$/i.exec(q)?.[1]
  if (reference !== undefined) {
    const [party] = view.all('select id from party where id = +?', [Number(reference)])
    return party ? [partyResult(view, party.id as PartyId)] : []
  }
  if (/^[CF]-\d+$/i.test(q)) return hardshipWith(view, q)
  if (/^(?:HE|ND|PA|AG)-\d+$/i.test(q)) return pairedWith(view, q)
  const text = folded(q)
  const [funds, accounts] = [fundsLike(view, text), accountsLike(view, text)]
  const exact = [...funds, ...accounts].filter(({ reference }) => folded(reference) === text)
  const number = /^#?(\d{1,15})$/.exec(q)?.[1]
  const people =
    number === undefined ? partiesNamed(view, view.caller, q, { limit: mostPeople }) : []
  const all = [
    ...exact,
    ...(number === undefined ? [] : withNumber(view, Number(number))),
    ...(number === undefined ? [] : hardshipWith(view, q)),
    ...(number === undefined ? [] : saidWith(view, Number(number))),
    ...numbersLike(view, q),
    ...funds,
    ...people.map((id) => partyResult(view, id)),
    ...accounts,
  ]
  return [...new Map(all.map((one) => [`${one.type}/${one.reference}`, one])).values()]
}

export const everything = query({
  name: 'search.everything',
  summary:
    'Finds funds, accounts, people, acts, entries, receipts and statements by number or name',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/search' },
  input: z.strictObject({ q: z.string().trim().min(1).max(100) }),
  output: z.object({
    /** The best first, at most twenty. */
    results: z.array(resultOut),
    /** True when there are more. */
    more: z.boolean(),
  }),
  run: (view, { q }) => {
    const all = found(view, q).filter((one) => reachesSubject(view, `${one.type}/${one.reference}`))
    return { results: all.slice(0, mostResults), more: all.length > mostResults }
  },
})
