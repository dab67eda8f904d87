/** A small tree of units with people in it. */
import type { UnitId } from '../../src/kit/ids.ts'
import { register } from '../../src/people/commands.ts'
import { begin } from '../../src/people/membership-commands.ts'
import { add } from '../../src/people/unit-commands.ts'
import type { TestBook } from '../journeys/book-for-tests.ts'

/** `city` above `north` and `south`; `far` beside it. */
export function plantUnits(t: TestBook): void {
  t.does(add, { unit: 'city', name: '江城市委', kind: '市' })
  t.does(add, { unit: 'north', name: 'North branch', kind: 'branch', parent: 'city' })
  t.does(add, { unit: 'south', name: 'South branch', kind: 'branch', parent: 'city' })
  t.does(add, { unit: 'far', name: 'Far county', kind: 'county' })
}

/** A person at home in a unit, or registered for the whole organisation. */
export function person(t: TestBook, name: string, unit?: string): string {
  const where = unit === undefined ? {} : { unit }
  const { party } = t.does(register, { kind: 'person', name, ...where }).output
  if (unit !== undefined) t.does(begin, { party, unit })
  return party
}

/** The number of the unit with a code. */
export function unitId(t: TestBook, code: string): UnitId {
  return t.book.store.first('select id from unit where code = ?', [code])!.id as UnitId
}

/** A caller whose role ends at a unit. */
export function inUnit(t: TestBook, unit: string, role: 'owner' | 'auditor' = 'owner') {
  return { grants: [{ role, unit: unitId(t, unit) }] } as const
}
