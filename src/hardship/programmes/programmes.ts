/** Programmes under which help is given, and events that struck people. */
import type { Row } from '../../../db/schema.ts'
import { inScope, type Scoped, unitsBelow } from '../../book/scope.ts'
import type { AidEventId, ProgrammeId } from '../../kit/ids.ts'
import { fundById } from '../../ledger/funds.ts'
import type { PayoutCategory } from '../../ledger/roles.ts'
import { helps as capHelps } from '../../policies/caps.ts'
import { build, first, prepare, rows, steady } from '../../store/prepare.ts'
import type { Reader } from '../../store/store.ts'
import { aidEventUnknown, programmeUnknown } from './refusals.ts'

/** The kinds of help that a programme may give: those that caps speak of one by one. */
export type Help = Exclude<(typeof capHelps)[number], 'any'>
export const helps: readonly Help[] = capHelps.filter((help) => help !== 'any')

/** A programme as it stands now. */
export interface Programme extends Omit<Row<'programme_version'>, 'id' | 'category' | 'help'> {
  readonly id: ProgrammeId
  readonly code: string
  readonly category: PayoutCategory
  readonly help: Help
}

export type AidEvent = Row<'aid_event'>

const idWith = prepare((p: { code: string }) =>
  build.selectFrom('programme').selectAll().where('code', '=', p.code),
)
const withId = prepare((p: { id: ProgrammeId }) =>
  build.selectFrom('programme').selectAll().where('id', '=', p.id),
)
const newestVersion = prepare((p: { id: ProgrammeId }) =>
  build
    .selectFrom('programme_version')
    .selectAll()
    .where('programme_id', '=', p.id)
    .orderBy('id', 'desc')
    .limit(1),
)
const everyVersion = prepare((p: { id: ProgrammeId }) =>
  build.selectFrom('programme_version').selectAll().where('programme_id', '=', p.id).orderBy('id'),
)
const everyProgramme = prepare(() => build.selectFrom('programme').selectAll().orderBy('code'))
const eventWith = prepare((p: { code: string }) =>
  build.selectFrom('aid_event').selectAll().where('code', '=', p.code),
)
const eventWithId = prepare((p: { id: AidEventId }) =>
  build.selectFrom('aid_event').selectAll().where('id', '=', p.id),
)

function standing(reader: Reader, { id, code }: Row<'programme'>): Programme {
  const version = first(reader, newestVersion, { id })!
  return { ...version, id, code } as Programme
}

/**
 * Whether a programme exists for a caller: who reaches the unit of its fund, and everybody below that unit, for a branch
 * enters cases of what the city helps with.
 */
export function reachesProgramme(asker: Scoped, { fund_id }: Programme): boolean {
  const { scope } = asker
  const { unit_id } = fundById(asker, fund_id)
  if (unit_id === null || inScope(scope, unit_id)) return true
  if (scope === 'all') return true
  const below = unitsBelow(asker, [unit_id])
  return [...scope].some((unit) => below.has(unit))
}

/** The programme with a code, as far as it exists for this caller. Refuses `programme.unknown`. */
export function programmeWithCode(asker: Scoped, code: string): Programme {
  const row = steady(asker, idWith, { code })
  const found = row && standing(asker, row)
  if (!found || !reachesProgramme(asker, found)) throw programmeUnknown({ programme: code })
  return found
}

/** Whether a code is used already, by whomever. */
export function programmeCodeTaken(reader: Reader, code: string): boolean {
  return steady(reader, idWith, { code }) !== undefined
}

/** The programme with an id that stands in the book. */
export function programmeById(reader: Reader, id: ProgrammeId): Programme {
  const row = steady(reader, withId, { id })
  if (!row) throw programmeUnknown({ programme: String(id) })
  return standing(reader, row)
}

/** The programmes that exist for this caller, by code. */
export function listProgrammes(asker: Scoped): Programme[] {
  return rows(asker, everyProgramme, {})
    .map((row) => standing(asker, row))
    .filter((programme) => reachesProgramme(asker, programme))
}

/** What was said of a programme over time, oldest first. */
export function versionsOfProgramme(reader: Reader, id: ProgrammeId): Row<'programme_version'>[] {
  return rows(reader, everyVersion, { id })
}

/** The event with a code, or undefined. */
export function findAidEvent(reader: Reader, code: string): AidEvent | undefined {
  return first(reader, eventWith, { code })
}

/** The event with a code. Events strike whole places and are known to every office. Refuses `aid_event.unknown`. */
export function aidEventWithCode(reader: Reader, code: string): AidEvent {
  const found = findAidEvent(reader, code)
  if (!found) throw aidEventUnknown({ aid_event: code })
  return found
}

/** The event with an id that stands in the book. */
export function aidEventById(reader: Reader, id: AidEventId): AidEvent {
  const found = first(reader, eventWithId, { id })
  if (!found) throw aidEventUnknown({ aid_event: String(id) })
  return found
}
