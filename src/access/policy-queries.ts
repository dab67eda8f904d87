/** Queries of policies: what holds, what is to come, and how it came about. */
import { z } from 'zod'
import { organisationOf } from '../book/book.ts'
import { textFor } from '../book/details.ts'
import { codeField, dayField, dayOut, idField } from '../book/fields.ts'
import { officers, query, type View } from '../book/registry.ts'
import { inScope } from '../book/scope.ts'
import { canonicalJson } from '../kit/canonical.ts'
import type { EventSeq, PolicyVersionId, UnitId } from '../kit/ids.ts'
import { unitById, unitWithCode } from '../people/units.ts'
import { neutralPolicies } from '../policies/defaults.ts'
import {
  bodyOf,
  findVersion,
  type PolicyVersion,
  presetAdopted,
  versionInForce,
  versionsOf,
} from '../policies/in-force.ts'
import { type PolicyKind, policyKinds } from '../policies/kinds.ts'
import { type PresetId, presetIds, presetPolicies } from '../policies/presets.ts'
import { policyUnknown } from '../policies/refusals.ts'
import { build, first, prepare } from '../store/prepare.ts'

const kindField = z.enum(policyKinds)
/** The code of a unit; without one the whole organisation, whose policies everybody may know. */
const unitField = codeField.nullable().default(null)
const bodyOut = z.record(z.string(), z.unknown())

const placeOut = {
  kind: kindField,
  /** Null for the neutral default, which holds where nobody has decided anything. */
  version: z.number().nullable(),
  /** The unit that it was set for; null: the whole organisation. */
  set_for: z.string().nullable(),
  effective_from: dayOut.nullable(),
  body: bodyOut,
}

const comingOut = z.object({ version: z.number(), effective_from: dayOut })

const listedOut = z.object({
  ...placeOut,
  /** The fields that say something else than the preset adopted last; null where none was. */
  differs: z.array(z.string()).nullable(),
  /** Versions set for this place that hold from a later day on. */
  coming: z.array(comingOut),
})

const versionOut = z.object({
  version: z.number(),
  kind: kindField,
  unit: z.string().nullable(),
  effective_from: dayOut,
  body: bodyOut,
  preset: z.enum(presetIds).nullable(),
  reason: z.string().nullable(),
  /** What held in its place before. */
  before: bodyOut,
  /** The fields that say something else than that. */
  changed: z.array(z.string()),
  sequence: z.number(),
  at: z.number(),
  actor: z.string(),
})

type Body = Readonly<Record<string, unknown>>

/** The fields in which two bodies of a kind differ. */
function differing(one: Body, other: Body): string[] {
  const same = (name: string) => canonicalJson(one[name]) === canonicalJson(other[name])
  return Object.keys(one).filter((name) => !same(name))
}

function unitNamed(view: View, code: string | null): UnitId | null {
  return code === null ? null : unitWithCode(view, code).id
}

function codeOf(view: View, unit: UnitId | null): string | null {
  return unit === null ? null : unitById(view, unit).code
}

function placed(view: View, kind: PolicyKind, found: PolicyVersion | undefined) {
  return {
    kind,
    version: found ? (found.id as number) : null,
    set_for: codeOf(view, found?.unit_id ?? null),
    effective_from: found?.effective_from ?? null,
    body: (found ? bodyOf(found) : neutralPolicies[kind]) as Body,
  }
}

export const list = query({
  name: 'policies.list',
  summary:
    'Lists the policies as they hold on a day in a unit, what is to come, and what differs from the preset',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/policies' },
  input: z.strictObject({ unit: unitField, on: dayField.nullable().default(null) }),
  output: z.object({
    on: dayOut,
    /** The preset adopted last. */
    preset: z.enum(presetIds).nullable(),
    policies: z.array(listedOut),
  }),
  run: (view, input) => {
    const on = input.on ?? view.today
    const unit = unitNamed(view, input.unit)
    const preset = presetAdopted(view)
    const said = preset && presetPolicies(preset, organisationOf(view))
    const policies = policyKinds.map((kind) => {
      const held = placed(view, kind, versionInForce(view, kind, { unit, on }))
      const coming = versionsOf(view, kind, unit).filter(
        ({ effective_from }) => effective_from > on,
      )
      return {
        ...held,
        differs: said ? differing(held.body, said[kind]) : null,
        coming: coming.map(({ id, effective_from }) => ({ version: id as number, effective_from })),
      }
    })
    return { on, preset, policies }
  },
})

export const show = query({
  name: 'policies.show',
  summary: 'Shows the policy of a kind as it holds on a day in a unit',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/policies/{kind}' },
  input: z.strictObject({
    kind: kindField,
    unit: unitField,
    on: dayField.nullable().default(null),
  }),
  output: z.object(placeOut),
  run: (view, { kind, unit: code, on }) => {
    const place = { unit: unitNamed(view, code), on: on ?? view.today }
    return placed(view, kind, versionInForce(view, kind, place))
  },
})

export const history = query({
  name: 'policies.history',
  summary:
    'Lists the versions of a policy set for a unit, newest day first: who, when, what changed',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/policies/{kind}/history' },
  input: z.strictObject({ kind: kindField, unit: unitField }),
  output: z.object({ versions: z.array(versionOut) }),
  run: (view, { kind, unit: code }) => {
    const versions = versionsOf(view, kind, unitNamed(view, code))
    const shown = versions.map((version, position) =>
      versionShown(view, version, versions[position - 1]),
    )
    return { versions: shown.reverse() }
  },
})

export const version = query({
  name: 'policies.version',
  summary: 'Shows one version of a policy, as decisions name it',
  may: officers,
  reach: 'units',
  route: { method: 'GET', path: '/policies/versions/{version}' },
  input: z.strictObject({ version: idField }),
  output: versionOut,
  run: (view, { version: id }) => {
    const found = findVersion(view, id as PolicyVersionId)
    const within = found && (found.unit_id === null || inScope(view.scope, found.unit_id))
    if (!within) throw policyUnknown({ version: id })
    const all = versionsOf(view, found.kind, found.unit_id)
    const position = all.findIndex((one) => one.id === found.id)
    return versionShown(view, found, all[position - 1])
  },
})

const eventAt = prepare((p: { seq: EventSeq }) =>
  build.selectFrom('event').select(['at', 'actor']).where('seq', '=', p.seq),
)

/** What held in a unit on the day of its first version: what the units above it have. */
function inherited(view: View, { kind, unit_id, effective_from: on }: PolicyVersion) {
  if (unit_id === null) return undefined
  return versionInForce(view, kind, { unit: unitById(view, unit_id).parent_id, on })
}

function versionShown(
  view: View,
  version: PolicyVersion,
  before: PolicyVersion | undefined,
): z.output<typeof versionOut> {
  const { id, kind, unit_id, effective_from, preset, event_seq } = version
  const { at, actor } = first(view, eventAt, { seq: event_seq })!
  const body = bodyOf(version) as Body
  const earlier = placed(view, kind, before ?? inherited(view, version)).body
  return {
    version: id,
    kind,
    unit: codeOf(view, unit_id),
    effective_from,
    body,
    preset: preset as PresetId | null,
    reason: textFor(view, version.reason_detail_id),
    before: earlier,
    changed: differing(body, earlier),
    sequence: event_seq,
    at,
    actor,
  }
}
