/** Which version of a policy holds in a unit on a day. */

import { keepDetail } from '../book/details.ts'
import type { Act } from '../book/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { Day } from '../kit/day.ts'
import type { EventSeq, PolicyVersionId, UnitId } from '../kit/ids.ts'
import { build, insert, nextId, prepare, rows, steady } from '../store/prepare.ts'
import type { Reader } from '../store/store.ts'
import { neutralPolicies } from './defaults.ts'
import type { PolicyBody, PolicyKind } from './kinds.ts'
import type { PresetId } from './presets.ts'

/** Where and when a policy is asked for. */
export interface PolicyPlace {
  /** Null: the whole organisation. */
  readonly unit: UnitId | null
  readonly on: Day
}

/** A policy as it holds somewhere on a day. */
export interface PolicyInForce<K extends PolicyKind> {
  /** What a decision remembers; null for the neutral default, which nobody has decided on. */
  readonly version: PolicyVersionId | null
  readonly body: PolicyBody<K>
}

/** A version as it was recorded. */
export interface PolicyVersion {
  readonly id: PolicyVersionId
  readonly kind: PolicyKind
  readonly unit_id: UnitId | null
  readonly effective_from: Day
  readonly body: string
  readonly preset: string | null
  readonly reason_detail_id: number | null
  readonly event_seq: EventSeq
}

const lastUpTo = prepare((p: { kind: PolicyKind; unit: UnitId | null; on: Day }) =>
  build
    .selectFrom('policy_version')
    .selectAll()
    .where('kind', '=', p.kind)
    .where('unit_id', 'is', p.unit)
    .where('effective_from', '<=', p.on)
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)
const parentOf = prepare((p: { unit: UnitId }) =>
  build
    .selectFrom('unit_version')
    .select('parent_id')
    .where('unit_id', '=', p.unit)
    .orderBy('id', 'desc')
    .limit(1),
)
const allOf = prepare((p: { kind: PolicyKind; unit: UnitId | null }) =>
  build
    .selectFrom('policy_version')
    .selectAll()
    .where('kind', '=', p.kind)
    .where('unit_id', 'is', p.unit)
    .orderBy('effective_from')
    .orderBy('id'),
)
const byId = prepare((p: { id: PolicyVersionId }) =>
  build.selectFrom('policy_version').selectAll().where('id', '=', p.id),
)

const lastPreset = prepare(() =>
  build
    .selectFrom('policy_version')
    .select('preset')
    .where('preset', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1),
)

/** Far above any tree of units; a tree that is deeper has been damaged. */
const deepest = 1_000

/** A unit and those above it up to the organisation itself, which is null and the last. */
function upwards(reader: Reader, unit: UnitId | null): (UnitId | null)[] {
  const line: (UnitId | null)[] = []
  for (let at = unit; at !== null; at = steady(reader, parentOf, { unit: at })?.parent_id ?? null) {
    line.push(at)
    if (line.length > deepest) throw new Error(`The units above ${unit} have no end.`)
  }
  return [...line, null]
}

/** Bodies as read, of rows that are remembered: a calendar of twenty years takes a while to read. */
const read = new WeakMap<object, unknown>()

/** What a version says. Not to be altered. */
export function bodyOf<K extends PolicyKind>(version: { readonly body: string }): PolicyBody<K> {
  const known = read.get(version)
  if (known !== undefined) return known as PolicyBody<K>
  const body: PolicyBody<K> = JSON.parse(version.body)
  read.set(version, body)
  return body
}

/** The version set for exactly this unit, or for the organisation itself, that holds on a day. */
export function versionAt(
  reader: Reader,
  kind: PolicyKind,
  { unit, on }: PolicyPlace,
): PolicyVersion | undefined {
  return steady(reader, lastUpTo, { kind, unit, on })
}

/** The version that holds in a unit on a day: its own, else that of the nearest unit above, else the organisation's. */
export function versionInForce(
  reader: Reader,
  kind: PolicyKind,
  { unit, on }: PolicyPlace,
): PolicyVersion | undefined {
  for (const place of upwards(reader, unit)) {
    const found = versionAt(reader, kind, { unit: place, on })
    if (found) return found
  }
  return undefined
}

/**
 * The policy that holds in a unit on a day. Of several from one day on, the one recorded last holds; where
 * nobody has said anything, the neutral default. Not to be altered.
 */
export function policyInForce<K extends PolicyKind>(
  reader: Reader,
  kind: K,
  place: PolicyPlace,
): PolicyInForce<K> {
  const version = versionInForce(reader, kind, place)
  if (!version) return { version: null, body: neutralPolicies[kind] as PolicyBody<K> }
  return { version: version.id, body: bodyOf<K>(version) }
}

/** All versions set for exactly this unit, or for the organisation itself, in the order of their days. */
export function versionsOf(reader: Reader, kind: PolicyKind, unit: UnitId | null): PolicyVersion[] {
  return rows(reader, allOf, { kind, unit })
}

/** A version by its number, or undefined. */
export function findVersion(reader: Reader, id: PolicyVersionId): PolicyVersion | undefined {
  return steady(reader, byId, { id })
}

/** The preset that was adopted last, or null. */
export function presetAdopted(reader: Reader): PresetId | null {
  return (steady(reader, lastPreset, {})?.preset ?? null) as PresetId | null
}

/**
 * The version that holds in a unit on a day and those that would hold without the ones before them: newest first,
 * then those of the units above.
 */
export function versionsUpTo(
  reader: Reader,
  kind: PolicyKind,
  { unit, on }: PolicyPlace,
): PolicyVersion[] {
  return upwards(reader, unit).flatMap((place) =>
    versionsOf(reader, kind, place)
      .filter(({ effective_from }) => effective_from <= on)
      .toReversed(),
  )
}

/** A version to be recorded. */
export interface NewVersion<K extends PolicyKind = PolicyKind> {
  readonly kind: K
  readonly unit: UnitId | null
  readonly from: Day
  readonly body: PolicyBody<K>
  readonly preset: string | null
  readonly reason: string | null
}

/** Records a version that has been checked. */
export function recordVersion(act: Act, made: NewVersion): PolicyVersionId {
  const id = nextId(act, 'policy_version')
  const { kind, unit, from, body, preset, reason } = made
  insert(act, 'policy_version', {
    id,
    kind,
    unit_id: unit,
    effective_from: from,
    body: canonicalJson(body),
    preset,
    reason_detail_id: reason === null ? null : keepDetail(act, 'policy_reason', reason),
    event_seq: act.seq,
  })
  return id
}
