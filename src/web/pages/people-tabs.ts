/** What the three lists of people share: the way between them, and units to choose from. */
import type { TabView } from '../../../templates/pages/people-tabs.tsx'
import type { AnyCommand } from '../../book/registry.ts'
import { mayDo } from '../../book/scope.ts'
import { list as listHouseholds } from '../../people/household-queries.ts'
import { list as listPeople } from '../../people/queries.ts'
import { list as listUnits } from '../../people/unit-queries.ts'
import type { Option } from './fields.ts'
import type { Visit } from './visit.ts'

/** From one of the lists to the others, as far as the reader may ask them. */
export function peopleTabs(visit: Visit, current: 'people' | 'households' | 'units'): TabView[] {
  const { t, href } = visit
  const tabs = [
    { at: 'people', query: listPeople, label: t.people.tab_people },
    { at: 'households', query: listHouseholds, label: t.households.title },
    { at: 'units', query: listUnits, label: t.units.title },
  ] as const
  return tabs
    .filter(({ query }) => visit.may(query))
    .map(({ at, label }) => ({ href: href(`/${at}`), label, current: at === current }))
}

/** The open units that the reader reaches, those below set in. */
export function unitOptions(visit: Visit): Option[] {
  if (!visit.may(listUnits)) return []
  return visit.ask(listUnits, {}).units.map(({ unit, name, level }) => ({
    value: unit,
    label: `${'— '.repeat(level)}${name}`,
  }))
}

/** The same before whoever does a command in the whole organisation, which is their first choice. */
export function placeOptions(visit: Visit, command: AnyCommand): Option[] {
  const everywhere = mayDo(visit.caller, { may: command.may, reach: 'organisation' })
  const whole = everywhere ? [{ value: '', label: visit.t.people.whole }] : []
  return [...whole, ...unitOptions(visit)]
}

/** Whether there is any unit to choose. */
export function hasUnits(visit: Visit): boolean {
  return unitOptions(visit).length > 0
}

/** The names of the units that the reader reaches, closed ones too, by their codes. */
export function unitNames(visit: Visit): ReadonlyMap<string, string> {
  const { units } = visit.ask(listUnits, { state: 'all' })
  return new Map(units.map(({ unit, name }) => [unit, name]))
}
