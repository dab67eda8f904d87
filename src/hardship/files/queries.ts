/** Questions about hardship files: who is in hardship, what was found, how it changed. */
import { z } from 'zod'
import { organisationOf } from '../../book/book.ts'
import { textFor } from '../../book/details.ts'
import { amountOut, codeField, dayOut, idField, limitField } from '../../book/fields.ts'
import {
  type Condition,
  type Listing,
  pageCursorField,
  pageOf,
  pageOut,
} from '../../book/paging.ts'
import { officers, query, type View } from '../../book/registry.ts'
import { inScope, scopeList } from '../../book/scope.ts'
import type { HardshipFileId, PartyId, UnitId } from '../../kit/ids.ts'
import { amountText } from '../../kit/money.ts'
import { householdRef, householdWithRef, livingIn, relations } from '../../people/households.ts'
import { togetherWith } from '../../people/merges.ts'
import { partyRef, partyWithRef } from '../../people/parties.ts'
import { partiesNamed } from '../../people/search.ts'
import { nameFor, showsIncome } from '../../people/shown.ts'
import { unitById, unitWithCode } from '../../people/units.ts'
import { grades } from '../../policies/caps.ts'
import { type Facts, factsOut, incomeAHead, withoutIncome } from './facts.ts'
import {
  type FileVersion,
  fileById,
  fileRef,
  fileStanding,
  fileWithId,
  type HardshipFile,
  versionsOfFile,
} from './files.ts'

const personOut = z.object({ party: z.string(), name: z.string() })

const fileOut = z.object({
  file: z.number(),
  reference: z.string(),
  household: z.string(),
  /** Null after a head died, until another is named. */
  head: personOut.nullable(),
  /** How many live in the household today. */
  people: z.number(),
  unit: z.object({ unit: z.string(), name: z.string() }).nullable(),
  in_hardship: z.boolean(),
  certified: z.boolean(),
  grade: z.enum(grades).nullable(),
  review_on: dayOut.nullable(),
  /** How many cases there were of the household. */
  cases: z.number(),
  sequence: z.number(),
})

const casesOf = 'select count(*) as "count" from hardship_case where file_id = +?'

function person(view: View, party: PartyId) {
  return { party: partyRef(party), name: nameFor(view, view.caller, party) }
}

function unitOf(view: View, unit: UnitId | null) {
  if (unit === null || !inScope(view.scope, unit)) return null
  const { code, name } = unitById(view, unit)
  return { unit: code, name }
}

function shown(view: View, file: HardshipFile): z.output<typeof fileOut> {
  const standing = fileStanding(view, file.id)
  const living = livingIn(view, file.household_id, view.today)
  const head = living.find(({ relation }) => relation === 'head')
  return {
    file: file.id,
    reference: fileRef(file.id),
    household: householdRef(file.household_id),
    head: head ? person(view, head.party_id) : null,
    people: living.length,
    unit: unitOf(view, file.unit_id),
    in_hardship: standing.in_hardship === 1,
    certified: standing.certified === 1,
    grade: standing.grade,
    review_on: standing.review_on,
    cases: view.first(casesOf, [file.id])!.count as number,
    sequence: file.event_seq,
  }
}

const listInput = z.strictObject({
  /** Whether by the file the household is in hardship now. */
  in_hardship: z.enum(['true', 'false']).optional(),
  certified: z.enum(['true', 'false']).optional(),
  grade: z.enum(grades).optional(),
  unit: codeField.optional(),
  /** Only those whose day to be looked at again has come. */
  review: z.literal('due').optional(),
  /** A file's number, a household's, a person's, or a part of a name. */
  q: z.string().trim().min(1).max(100).optional(),
  cursor: pageCursorField,
  limit: limitField,
})

const where = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** The newest version of a file `t`. */
const newest = `select v.id from hardship_file_version as v
  where v.id = (select max(w.id) from hardship_file_version as w where w.file_id = t.id)`

function searched(view: View, q: string): Condition {
  const number = /^(?:F-)?0*([1-9]\d{0,14})$/i.exec(q)?.[1]
  if (number !== undefined) return where('t.id = +?', Number(number))
  if (/^H-\d+$/i.test(q)) {
    return where('t.household_id = +?', householdWithRef(view, q.toUpperCase()).id)
  }
  const parties = /^P-\d+$/i.test(q)
    ? togetherWith(view, partyWithRef(view, q.toUpperCase()).id)
    : partiesNamed(view, view.caller, q)
  return where(
    `t.household_id in (select m.household_id from household_member as m
      left join household_member_end as e on e.member_id = m.id
      where m.party_id in (select value from json_each(+?)) and m.from_on <= +?
        and coalesce(e.to_on, '9999-12-31') >= +?)`,
    JSON.stringify(parties),
    view.today,
    view.today,
  )
}

function conditions(view: View, asked: z.output<typeof listInput>): Condition[] {
  const found: Condition[] = []
  const { in_hardship, certified, grade, unit, review, q } = asked
  const standing = (sql: string, ...values: Condition['values']) =>
    found.push(where(`exists (${newest} and ${sql})`, ...values))
  if (in_hardship !== undefined) standing('v.in_hardship = +?', in_hardship === 'true' ? 1 : 0)
  if (certified !== undefined) standing('v.certified = +?', certified === 'true' ? 1 : 0)
  if (grade !== undefined) standing('v.grade = +?', grade)
  if (review !== undefined) standing('v.review_on <= +?', view.today)
  if (unit !== undefined) found.push(where('t.unit_id = +?', unitWithCode(view, unit).id))
  if (q !== undefined) found.push(searched(view, q))
  return found
}

function reached({ scope }: View): Condition[] {
  if (scope === 'all') return []
  return [where('t.unit_id in (select value from json_each(+?))', scopeList(scope))]
}

const statisticsOut = z.object({
  /** Households in hardship by the organisation's own finding; those not certified are left out. */
  households: z.number(),
  by_grade: z.array(z.object({ grade: z.enum(grades).nullable(), households: z.number() })),
  /** In hardship and not certified yet. */
  not_certified: z.number(),
  review_due: z.number(),
})

function statisticsOf(view: View): z.output<typeof statisticsOut> {
  const within = reached(view)
  const sql = within.map((one) => ` and ${one.sql}`).join('')
  const found = view.all(
    `select v.certified as "certified", v.grade as "grade", count(*) as "count",
       sum(coalesce(v.review_on <= +?, 0)) as "due"
     from hardship_file as t join hardship_file_version as v
       on v.id = (select max(w.id) from hardship_file_version as w where w.file_id = t.id)
     where v.in_hardship = 1${sql} group by 1, 2`,
    [view.today, ...within.flatMap(({ values }) => values)],
  ) as unknown as { certified: 0 | 1; grade: FileVersion['grade']; count: number; due: number }[]
  const certified = found.filter((row) => row.certified === 1)
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)
  const order = [...grades, null]
  return {
    households: sum(certified.map(({ count }) => count)),
    by_grade: certified
      .map(({ grade, count }) => ({ grade, households: count }))
      .toSorted((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade)),
    not_certified: sum(found.filter((row) => row.certified === 0).map(({ count }) => count)),
    review_due: sum(found.map(({ due }) => due)),
  }
}

export const list = query({
  name: 'hardship_files.list',
  summary: 'Lists the files of households in hardship; statistics count only those certified',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/hardship-files' },
  input: listInput,
  output: z.object({ files: z.array(fileOut), statistics: statisticsOut, ...pageOut }),
  run: (view, asked) => {
    const seek = reached(view)
    const also = conditions(view, asked)
    const listing: Listing = { table: 'hardship_file', key: null, descending: true, seek, also }
    const { ids, next, previous } = pageOf(view, listing, asked)
    return {
      files: ids.map((id) => shown(view, fileById(view, id as HardshipFileId))),
      statistics: statisticsOf(view),
      next,
      previous,
    }
  },
})

const versionOut = z.object({
  in_hardship: z.boolean(),
  certified: z.boolean(),
  grade: z.enum(grades).nullable(),
  review_on: dayOut.nullable(),
  reason: z.string().nullable(),
  /** Null for who does not read names, and once they were erased. */
  facts: factsOut.nullable(),
  /** What the household has a head and month; null while it is not known. */
  income_a_head: amountOut.nullable(),
  sequence: z.number(),
})

export const show = query({
  name: 'hardship_files.show',
  summary: 'Shows the file of a household: who lives in it, how it stands, how it stood before',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/hardship-files/{file}' },
  input: z.strictObject({ file: idField }),
  output: fileOut.extend({
    currency: z.string(),
    /** Who lives in the household today, the head first. */
    members: z.array(personOut.extend({ relation: z.enum(relations) })),
    /** How it stands now, and before: newest first. */
    versions: z.array(versionOut),
  }),
  run: (view, input) => {
    const file = fileWithId(view, input.file)
    const { currency } = organisationOf(view)
    const members = livingIn(view, file.household_id, view.today).map((member) => ({
      ...person(view, member.party_id),
      relation: member.relation,
    }))
    const versions = versionsOfFile(view, file.id)
      .toReversed()
      .map((version) => versionShown(view, version, file.unit_id, currency))
    return { ...shown(view, file), currency, members, versions }
  },
})

function versionShown(view: View, version: FileVersion, unit: UnitId | null, currency: string) {
  const text = view.caller.readsNames ? textFor(view, version.facts_detail_id) : null
  const kept = text?.startsWith('{') ? (JSON.parse(text) as Facts) : null
  const facts = kept && (showsIncome(view, view.caller, unit) ? kept : withoutIncome(kept))
  const income = facts && incomeAHead(facts, currency)
  return {
    in_hardship: version.in_hardship === 1,
    certified: version.certified === 1,
    grade: version.grade,
    review_on: version.review_on,
    reason: textFor(view, version.reason_detail_id),
    facts,
    income_a_head: income === null ? null : amountText(income, currency),
    sequence: version.event_seq,
  }
}
