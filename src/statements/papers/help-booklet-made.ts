/** The help booklet of a household for paper, with names and facts as the caller may read them. */
import type { View } from '../../book/registry.ts'
import { fileRef, fileWithId, type HardshipFile } from '../../hardship/files/files.ts'
import { show as showFile } from '../../hardship/files/queries.ts'
import type { NeedId, VisitId } from '../../kit/ids.ts'
import { linesOf } from '../../pairing/pairs/queries.ts'
import { kindShown } from '../../pairing/pairs/shown.ts'
import { needById, needRef } from '../../pairing/registers/rows.ts'
import { visitById } from '../../pairing/visits/rows.ts'
import { givenShown, visitShown } from '../../pairing/visits/shown.ts'
import type { StatementLanguage } from '../statement.ts'
import type { BookletHelp, BookletLine, BookletVisit, HelpBooklet } from './help-booklet.ts'
import { actorTold, frameFor, unitTold } from './paper-made.ts'

/** Ten years of monthly visits; older ones stand in the book. */
const mostVisits = 120

const needsSql = 'select id from need where file_id = +? order by id'

/** Visits by pairs of the file, and to who lived in the household on that day; those taken back are left out. */
const visitsSql = `select distinct v.id as "id", v.visited_on as "on" from visit as v
  left join pair as p on p.id = v.pair_id left join need as n on n.id = p.need_id
  where not exists (select 1 from visit_end as e where e.visit_id = v.id)
    and (n.file_id = +? or exists (select 1 from household_member as m
      left join household_member_end as l on l.member_id = m.id
      where m.household_id = +? and m.party_id = v.party_id
        and m.from_on <= v.visited_on and coalesce(l.to_on, '9999-12-31') >= v.visited_on))
  order by v.visited_on desc, v.id desc`

/** The booklet of a hardship file. Refuses `hardship_file.unknown`. */
export function helpBooklet(view: View, id: number, language: StatementLanguage): HelpBooklet {
  const file = fileWithId(view, id)
  const told = showFile.run(view, { file: id })
  const [now] = told.versions
  const facts = now?.facts ?? null
  const found = view.all(visitsSql, [file.id, file.household_id]) as unknown as { id: VisitId }[]
  const kept = found.slice(0, mostVisits).toReversed()
  const visits = kept.map((one) => visitById(view, one.id))
  return {
    format: 'care-ledger/help-booklet@1',
    frame: frameFor(view, { number: fileRef(file.id), mark: 'internal', language }),
    household: told.household,
    head: told.head?.name ?? '',
    unit: unitTold(view, file.unit_id),
    people: told.people,
    grade: told.grade,
    certified: told.certified,
    income_year: facts?.income_year ?? null,
    currency: told.currency,
    situation: facts?.situation ?? '',
    members: membersOf(told, facts?.members ?? []),
    lines: bookletLines(view, file),
    help: visits.flatMap((visit): BookletHelp[] => {
      const by = visitedBy(view, visit, language)
      return givenShown(view, visit).map(({ kind, form, text, amount, currency, ...given }) => {
        const what = { kind: kind.name, form, private: given.private, text: text ?? '' }
        return { on: visit.visited_on, ...what, amount, currency, by }
      })
    }),
    visits: visits.map((visit): BookletVisit => {
      const one = visitShown(view, visit)
      return {
        reference: one.reference,
        on: one.visited_on,
        kind: one.kind,
        by: visitedBy(view, visit, language),
        met: one.met,
        found: one.found ?? '',
        confirmed: one.confirmed?.agreed ?? null,
      }
    }),
    left_out: found.length - kept.length,
  }
}

type Told = ReturnType<typeof showFile.run>
type Said = NonNullable<NonNullable<Told['versions'][number]['facts']>['members']>

/** Who lives there today by the register, with what the file says of whoever bears the same name. */
function membersOf({ members }: Told, said: Said): HelpBooklet['members'] {
  return members.map(({ name, relation }) => {
    const facts = said.find((one) => one.name === name)
    return {
      name,
      relation,
      age: facts?.age ?? null,
      health: facts?.health ?? '',
      occupation: facts?.occupation ?? '',
    }
  })
}

function bookletLines(view: View, { id }: HardshipFile): BookletLine[] {
  const needs = view.all(needsSql, [id]).map((row) => needById(view, row.id as NeedId))
  return needs
    .flatMap((need) => {
      const kind = kindShown(view, need.unit_id, need.kind).name
      return linesOf(view, need.id)
        .filter(({ from_on }) => from_on !== null)
        .map(({ reference, state, helping, from_on, to_on, reason }) => {
          const line = { reference, state, from_on, to_on, reason, helper: helping.name }
          return { need: needRef(need.id), kind, ...line }
        })
    })
    .toSorted((a, b) => (a.from_on! < b.from_on! ? -1 : 1))
}

/** The helper who went, or who of the office recorded it. */
function visitedBy(
  view: View,
  visit: ReturnType<typeof visitById>,
  language: StatementLanguage,
): string {
  const { helper } = visitShown(view, visit)
  return helper?.name ?? actorTold(view, visit.actor, language)
}
