/** Commands of the register of needs. */
import { z } from 'zod'
import { keepDetail } from '../../book/details.ts'
import { codeField, idField, reasonField } from '../../book/fields.ts'
import { type Act, command } from '../../book/registry.ts'
import { loadStates } from '../pairs/moves.ts'
import { pairRef, pairsOfNeed } from '../pairs/rows.ts'
import {
  isOver,
  type NeedSaid,
  needTraitsIn,
  newNeedField,
  openNeed,
  requireNone,
  urgencyField,
  wantedField,
  writeNeedVersion,
} from './need-writing.ts'
import { openPlaceWithCode } from './places.ts'
import { needHasPairs, needUnchanged } from './refusals.ts'
import { pairingKeepers } from './roles.ts'
import { type Need, type NeedVersion, needRef, needWithId, versionOfNeed } from './rows.ts'
import { needStandings } from './shown.ts'
import { keepTraits, needTraitsChanged, needTraitsOf, sameTraits } from './traits.ts'

const output = z.object({ need: z.number(), reference: z.string() })
const shared = {
  may: pairingKeepers,
  reach: 'units',
  output,
  subject: ({ need }: z.output<typeof output>) => `need/${need}`,
} as const

export const open = command({
  name: 'needs.open',
  summary: 'Opens a need: a person or a body is to have a helper for something',
  ...shared,
  route: { method: 'POST', path: '/needs' },
  input: newNeedField,
  run: (act, given) => {
    const { id } = openNeed(act, given)
    return { need: id, reference: needRef(id) }
  },
})

const changes = z.strictObject({
  need: idField,
  /** `met` and `withdrawn` want that no pair goes on. */
  standing: z.enum(needStandings).optional(),
  urgency: urgencyField.optional(),
  /** Not fewer than the pairs that go on. */
  wanted: wantedField.optional(),
  place: codeField.nullable().optional(),
  ...needTraitsChanged.shape,
  note: reasonField.optional(),
})
type Changes = z.output<typeof changes>

export const update = command({
  name: 'needs.update',
  summary: 'Says how a need stands from now on: how urgent, for how many, met or withdrawn',
  ...shared,
  route: { method: 'POST', path: '/needs/{need}/versions' },
  input: changes,
  run: (act, input) => {
    const need = needWithId(act, input.need)
    const before = versionOfNeed(act, need.id)
    const next = nextOf(act, before, input)
    if (isOver(before) && !isOver(next)) requireNone(act, need.party_id, need.kind)
    requireRoom(act, need, before, next)
    const kept = needTraitsOf(act, before.traits_detail_id)
    const traits = needTraitsIn({ ...kept, ...definedOf(input) })
    const names = ['standing', 'urgency', 'wanted', 'place_id'] as const
    const isSame = names.every((name) => before[name] === next[name]) && sameTraits(kept, traits)
    if (isSame && input.note === undefined) throw needUnchanged({ need: needRef(need.id) })
    writeNeedVersion(act, need.id, {
      ...next,
      traits_detail_id: sameTraits(kept, traits)
        ? before.traits_detail_id
        : keepTraits(act, traits),
      note_detail_id: input.note === undefined ? null : keepDetail(act, 'pairing_note', input.note),
    })
    return { need: need.id, reference: needRef(need.id) }
  },
})

type Next = Pick<NeedSaid, 'standing' | 'urgency' | 'wanted' | 'place_id'>

function nextOf(act: Act, before: NeedVersion, { place, ...input }: Changes): Next {
  const isNew = place !== undefined && place !== null
  return {
    standing: input.standing ?? before.standing,
    urgency: input.urgency ?? before.urgency,
    wanted: input.wanted ?? before.wanted,
    place_id: isNew ? openPlaceWithCode(act, place).id : place === null ? null : before.place_id,
  }
}

/** Refuses `need.has_pairs`: what goes on is ended by its own act, with its reason. */
function requireRoom(act: Act, need: Need, before: NeedVersion, next: Next): void {
  const room = isOver(next) ? 0 : next.wanted
  const had = isOver(before) ? 0 : before.wanted
  if (room >= had) return
  const on = pairsOfNeed(act, need.id).filter(({ state }) => loadStates.includes(state))
  if (on.length <= room) return
  const pairs = on.map(({ pair_id }) => pairRef(pair_id))
  throw needHasPairs({ need: needRef(need.id), pairs })
}

/** What of an answer was said at all: a field that was left out is no word for nothing. */
function definedOf(input: Changes) {
  const said = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as { [K in keyof Changes]?: Exclude<Changes[K], undefined> }
}
