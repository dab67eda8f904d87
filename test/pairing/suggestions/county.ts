/** A county's helpers and needs, planted at once: people of two hundred villages, with skills, languages and times. */
import { z } from 'zod'
import { type Act, pageCommand } from '../../../src/book/registry.ts'
import type { HelperId, NeedId, PlaceId } from '../../../src/kit/ids.ts'
import {
  helperTraits,
  keepTraits,
  needTraits,
  timesOfWeek,
} from '../../../src/pairing/registers/traits.ts'
import { registerParty } from '../../../src/people/parties.ts'
import { neutralPairing } from '../../../src/policies/pairing.ts'
import { insert, nextId } from '../../../src/store/prepare.ts'

const villages = 200
const tongues = ['zh', 'yue', 'wuu', 'hak', 'nan'] as const

/** Numbers that look like chance and are the same in every run (Park and Miller 1988). */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const given = z.strictObject({ helpers: z.number(), needs: z.number(), seed: z.number() })

/** Plants so many helpers and needs in villages of some 100 km around a town. */
export const plantCounty = pageCommand({
  name: 'tests.plant_county',
  summary: 'Plants the helpers and needs of a county for a test',
  may: ['owner', 'pairing_coordinator'],
  reach: 'organisation',
  input: given,
  output: z.object({}),
  subject: () => 'place/1',
  run: (act, { helpers, needs, seed }) => {
    const pick = chance(seed)
    const first = plantVillages(act, pick)
    const place = () => (first + pick(villages)) as PlaceId
    for (let at = 0; at < helpers; at += 1) plantHelper(act, at, { pick, place: place() })
    for (let at = 0; at < needs; at += 1) plantNeed(act, at, { pick, place: place() })
    return {}
  },
})

interface Planted {
  readonly pick: (below: number) => number
  readonly place: PlaceId
}

function plantVillages(act: Act, pick: Planted['pick']): number {
  const first = nextId(act, 'place')
  for (let at = 0; at < villages; at += 1) {
    const id = (first + at) as PlaceId
    const shared = { event_seq: act.seq }
    const code = `village-${at}`
    insert(act, 'place', { id, code, unit_id: null, actor: act.caller.actor, ...shared })
    insert(act, 'place_version', {
      id: nextId(act, 'place_version'),
      place_id: id,
      name: `Village ${at}`,
      latitude_e4: 310_000 + pick(10_000),
      longitude_e4: 1_210_000 + pick(10_000),
      open: 1,
      ...shared,
    })
  }
  return first
}

function personNamed(act: Act, name: string) {
  return registerParty(act, { kind: 'person', name, unit: null }).id
}

function some<T>(all: readonly T[], pick: Planted['pick'], most: number): T[] {
  return all.filter(() => pick(all.length) < most)
}

function plantHelper(act: Act, at: number, { pick, place }: Planted): void {
  const id = nextId(act, 'helper') as HelperId
  const [actor, event_seq] = [act.caller.actor, act.seq]
  const party_id = personNamed(act, `Helper ${at}`)
  insert(act, 'helper', { id, party_id, sort: 'person', unit_id: null, actor, event_seq })
  const codes = neutralPairing.skills.map(({ code }) => code)
  const traits = helperTraits.parse({
    skills: some(codes, pick, 2),
    languages: [tongues[pick(tongues.length)]!],
    times: some(timesOfWeek, pick, 2),
    gender: pick(2) === 0 ? 'woman' : 'man',
    most_km: 20 + pick(60),
  })
  insert(act, 'helper_version', {
    id: nextId(act, 'helper_version'),
    helper_id: id,
    standing: 'open',
    leaves_on: null,
    rank: null,
    capacity: 1 + pick(2),
    place_id: place,
    traits_detail_id: keepTraits(act, traits),
    note_detail_id: null,
    actor,
    event_seq,
  })
}

function plantNeed(act: Act, at: number, { pick, place }: Planted): void {
  const id = nextId(act, 'need') as NeedId
  const [actor, event_seq] = [act.caller.actor, act.seq]
  const { kinds } = neutralPairing
  const kind = kinds[pick(kinds.length)]!.code
  const party_id = personNamed(act, `Neighbour ${at}`)
  insert(act, 'need', { id, party_id, kind, file_id: null, unit_id: null, actor, event_seq })
  const traits = needTraits.parse({
    languages: [tongues[pick(tongues.length)]!],
    times: some(timesOfWeek, pick, 2),
    musts: pick(10) === 0 ? ['languages'] : [],
  })
  insert(act, 'need_version', {
    id: nextId(act, 'need_version'),
    need_id: id,
    standing: 'open',
    urgency: 1 + pick(3),
    wanted: 1,
    place_id: place,
    traits_detail_id: keepTraits(act, traits),
    note_detail_id: null,
    actor,
    event_seq,
  })
}
