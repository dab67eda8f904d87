/** Commands of the register of helpers. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, dayField, idField, reasonField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import type { Day } from '../../kit/day.ts'
import { loadStates } from '../pairs/moves.ts'
import { pairRef, pairsOfHelper } from '../pairs/rows.ts'
import {
  capacityField,
  enrollHelper,
  type HelperSaid,
  newHelperField,
  traitsIn,
  writeHelperVersion,
} from './helper-writing.ts'
import { requireHelperCodes } from './known-codes.ts'
import { openPlaceWithCode } from './places.ts'
import { helperHasPairs, helperLeavesOnNeeded, helperUnchanged } from './refusals.ts'
import { pairingKeepers } from './roles.ts'
import {
  type Helper,
  type HelperVersion,
  helperRef,
  helperWithId,
  versionOfHelper,
} from './rows.ts'
import { helperStandings } from './shown.ts'
import { helperTraitsChanged, helperTraitsOf, keepTraits, sameTraits } from './traits.ts'

const output = z.object({ helper: z.number(), reference: z.string() })
const shared = {
  may: pairingKeepers,
  reach: 'units',
  output,
  subject: ({ helper }: z.output<typeof output>) => `helper/${helper}`,
} as const

export const enroll = command({
  name: 'helpers.enroll',
  summary: 'Takes a person or a body into the register of helpers, with what they can and will do',
  ...shared,
  route: { method: 'POST', path: '/helpers' },
  input: newHelperField,
  run: (act, given) => {
    const { id } = enrollHelper(act, given)
    return { helper: id, reference: helperRef(id) }
  },
})

const changes = z
  .strictObject({
    helper: idField,
    /** `leaving` wants a day; `ended` that no pair goes on. */
    standing: z
      .enum(helperStandings)
      .optional()
      .meta({ examples: ['leaving'] }),
    /** The day on which they leave: their pairs are handed over before. */
    leaves_on: dayField.optional(),
    rank: codeField.nullable().optional(),
    capacity: capacityField.nullable().optional(),
    place: codeField.nullable().optional(),
    ...helperTraitsChanged.shape,
    note: reasonField.optional(),
  })
  .refine(({ standing, leaves_on }) => leaves_on === undefined || standing === 'leaving', {
    path: ['leaves_on'],
    message: 'only who is leaving has a day; say "leaving" with it',
  })
type Changes = z.output<typeof changes>

export const update = command({
  name: 'helpers.update',
  summary: 'Says how a helper stands from now on: what they can, that they pause, leave or end',
  ...shared,
  route: { method: 'POST', path: '/helpers/{helper}/versions' },
  input: changes,
  run: (act, input) => {
    const helper = helperWithId(act, input.helper)
    const before = versionOfHelper(act, helper.id)
    const next = { ...standingNext(act, helper, before, input), ...placeNext(act, before, input) }
    requireHelperCodes(act, helper.unit_id, input)
    const kept = helperTraitsOf(act, before.traits_detail_id)
    const traits = traitsIn({ ...kept, ...definedOf(input) })
    const names = ['standing', 'leaves_on', 'rank', 'capacity', 'place_id'] as const
    const same = names.every((name) => before[name] === next[name]) && sameTraits(kept, traits)
    if (same && input.note === undefined) throw helperUnchanged({ helper: helperRef(helper.id) })
    writeHelperVersion(act, helper.id, {
      ...next,
      traits_detail_id: sameTraits(kept, traits)
        ? before.traits_detail_id
        : keepTraits(act, traits),
      note_detail_id: input.note === undefined ? null : keepDetail(act, 'pairing_note', input.note),
    })
    return { helper: helper.id, reference: helperRef(helper.id) }
  },
})

function standingNext(
  act: Act,
  helper: Helper,
  before: HelperVersion,
  input: Changes,
): Pick<HelperSaid, 'standing' | 'leaves_on'> {
  const standing = input.standing ?? before.standing
  if (standing === 'ended' && before.standing !== 'ended') {
    const on = pairsOfHelper(act, helper.id).filter(({ state }) => loadStates.includes(state))
    if (on.length > 0) {
      const pairs = on.map(({ pair_id }) => pairRef(pair_id))
      throw helperHasPairs({ helper: helperRef(helper.id), pairs })
    }
  }
  if (standing !== 'leaving') return { standing, leaves_on: null }
  const leaves_on: Day | null = input.leaves_on ?? before.leaves_on
  const isNew = leaves_on !== before.leaves_on
  if (leaves_on === null || (isNew && leaves_on < act.today)) {
    throw helperLeavesOnNeeded({ helper: helperRef(helper.id), today: act.today })
  }
  return { standing, leaves_on }
}

function placeNext(
  act: Act,
  before: HelperVersion,
  { rank, capacity, place }: Changes,
): Pick<HelperSaid, 'rank' | 'capacity' | 'place_id'> {
  const isNew = place !== undefined && place !== null
  return {
    rank: rank === undefined ? before.rank : rank,
    capacity: capacity === undefined ? before.capacity : capacity,
    place_id: isNew ? openPlaceWithCode(act, place).id : place === null ? null : before.place_id,
  }
}

/** What of an answer was said at all: a field that was left out is no word for nothing. */
function definedOf(input: Changes) {
  const said = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [K in keyof Changes]?: Exclude<Changes[K], undefined> }
}
