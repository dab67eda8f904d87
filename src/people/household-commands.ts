/** Commands of households. */
import { z } from 'zod'
import { codeField, dayField } from '../book/fields.ts'
import { type Act, command } from '../book/registry.ts'
import { inScope } from '../book/scope.ts'
import type { UnitId } from '../kit/ids.ts'
import { registrars } from './commands.ts'
import {
  formHousehold,
  joinHousehold,
  leaveHousehold,
  type Placing,
  rearrangeHousehold,
  splitHousehold,
} from './household-acts.ts'
import { householdRef, householdWithRef, relations } from './households.ts'
import { unitsOf } from './memberships.ts'
import { type Party, partyWithRef } from './parties.ts'
import { openUnitWithCode } from './units.ts'

/** More people than ever lived in one household on a register. */
const mostTogether = 60

const partyRefField = z
  .string()
  .max(40)
  .meta({ examples: ['P-000001'] })
const householdRefField = z
  .string()
  .max(40)
  .meta({ examples: ['H-000001'] })
const placingField = z.strictObject({ party: partyRefField, relation: z.enum(relations) })
const placingsField = z
  .array(placingField)
  .min(1, 'name somebody')
  .max(mostTogether, `name at most ${mostTogether} people`)
  .refine(
    (placings) => new Set(placings.map(({ party }) => party)).size === placings.length,
    'name everybody once',
  )

const householdOut = z.object({ household: z.string() })

const shared = {
  may: registrars,
  reach: 'units',
  output: householdOut,
  subject: ({ household }: z.output<typeof householdOut>) => `household/${household}`,
} as const

function placed(act: Act, given: readonly z.output<typeof placingField>[]): Placing[] {
  return given.map(({ party, relation }) => ({ party: partyWithRef(act, party), relation }))
}

/** Where a household is registered: in the unit named, else where its head is at home. */
function unitOfHousehold(
  act: Act,
  head: Party | undefined,
  code: string | undefined,
): UnitId | null {
  if (code !== undefined) return openUnitWithCode(act, code).id
  const home = head && unitsOf(act, head.id, act.today).home
  return home && inScope(act.scope, home) ? home : (head?.unit_id ?? null)
}

export const form = command({
  name: 'households.form',
  summary: 'Records a household: who lives together, and what each is to the head',
  ...shared,
  route: { method: 'POST', path: '/households' },
  input: z.strictObject({
    members: placingsField,
    unit: codeField.optional(),
    /** The first day; today unless said. */
    from_on: dayField.optional(),
  }),
  run: (act, { members, unit, from_on = act.today }) => {
    const placings = placed(act, members)
    const head = placings.find(({ relation }) => relation === 'head')?.party
    const id = formHousehold(act, unitOfHousehold(act, head, unit), placings, from_on)
    return { household: householdRef(id) }
  },
})

export const join = command({
  name: 'households.join',
  summary: 'Takes a person into a household, out of the one in which they lived',
  ...shared,
  route: { method: 'POST', path: '/households/{household}/members' },
  input: z.strictObject({
    household: householdRefField,
    ...placingField.shape,
    from_on: dayField.optional(),
  }),
  run: (act, { household, from_on = act.today, ...given }) => {
    const { id } = householdWithRef(act, household)
    joinHousehold(act, id, placed(act, [given])[0]!, from_on)
    return { household: householdRef(id) }
  },
})

export const leave = command({
  name: 'households.leave',
  summary: 'Records that a person left a household, or was put into it by mistake',
  ...shared,
  route: { method: 'POST', path: '/households/{household}/departures' },
  input: z.strictObject({
    household: householdRefField,
    party: partyRefField,
    cause: z.enum(['left', 'mistake']).default('left'),
    /** The last day in the household; today unless said. */
    to_on: dayField.optional(),
  }),
  run: (act, { household, party, cause, to_on = act.today }) => {
    const { id } = householdWithRef(act, household)
    leaveHousehold(act, id, partyWithRef(act, party).id, { cause, to_on })
    return { household: householdRef(id) }
  },
})

export const rearrange = command({
  name: 'households.rearrange',
  summary: 'Says anew who is the head of a household and what everybody is to the head',
  ...shared,
  route: { method: 'POST', path: '/households/{household}/arrangements' },
  input: z.strictObject({
    household: householdRefField,
    members: placingsField,
    from_on: dayField.optional(),
  }),
  run: (act, { household, members, from_on = act.today }) => {
    const { id } = householdWithRef(act, household)
    rearrangeHousehold(act, id, placed(act, members), from_on)
    return { household: householdRef(id) }
  },
})

export const split = command({
  name: 'households.split',
  summary: 'Some of a household form one of their own; answers the new one',
  ...shared,
  route: { method: 'POST', path: '/households/{household}/splits' },
  input: z.strictObject({
    household: householdRefField,
    /** Who goes, and what each is to the head of the new household. */
    members: placingsField,
    from_on: dayField.optional(),
  }),
  run: (act, { household, members, from_on = act.today }) => {
    const from = householdWithRef(act, household)
    const id = splitHousehold(act, from, placed(act, members), from_on)
    return { household: householdRef(id) }
  },
})
